"""What is markup in a word processor (AV626) or another program (AV702) and plain text here."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from markdown_it.token import Token

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_token, in_body, is_code
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Body
from avtaleverk.corpus.place import place
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_part, document_rule

_FIRST_SIGNS = frozenset("•·●▪◦‣\uf0b7–—|#")
# Starts of paragraphs that were meant as markup: what readers see instead, and how to write it.
_LOOKS_LIKE = (
    (
        when_used(r"[•·●▪◦‣\uf0b7]\s"),
        "Kulepunktene er tegn fra en tekstbehandler. Leseren får ingen liste.",
        "Skriv «- » (bindestrek og mellomrom) først på linjen i stedet for kulen, og en tom linje foran lista.",
    ),
    (
        when_used(r"[–—]\s"),
        "Linjen begynner med en tankestrek. Leseren får ikke noe kulepunkt.",
        "Skriv «- » med vanlig bindestrek (tasten ved siden av punktum) og mellomrom.",
    ),
    (
        when_used(r"\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*\n[ \t]*\|"),
        "Tabellen vises som tekst: den mangler overskriften, og begynner med strekene.",
        "Skriv en linje over strekene med hva hver kolonne viser, og like mange celler som radene har: | … | … |.",
    ),
    (
        when_used(r"\|(?!(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*\n).*\|[ \t]*\n[ \t]*\|"),
        "Tabellen vises som tekst: linjen mellom overskriften og radene mangler.",
        "Skriv «| --- | --- |» under den første linjen, med like mange celler som overskriften.",
    ),
    (
        when_used(r"#{2,6}\s+\S"),
        "Mellomrommet etter # er et hardt mellomrom, så linjen blir ingen overskrift.",
        "Slett tegnet etter #, og skriv et vanlig mellomrom.",
    ),
)

# The same on a later line of a paragraph; a dash is meant as a bullet only where there is a list already.
_NEXT_BULLET = when_used(r"\n[ \t]*(?:(?P<bullet>[•●▪◦‣\uf0b7])|[–—])\s")
_IN_NO_LIST = 1  # the level of the words of such a paragraph

# Markup of other programs, which our pages show as text.
_ELSEWHERE = (
    ("{:", when_used(r"\{:\s?[\w.#][^{}\n]*\}"), "Koder i {: … } betyr ingenting her."),
    ("){", when_used(r"(?<=\))\{[\w.#][^{}\n]*\}"), "Koder i { … } etter en lenke betyr ingenting her."),
    ("--8<--", when_used(r"--8<--"), "«--8<--» henter ikke inn noen fil her."),
    ("[" * 9, when_used(r"\[{9,}"), "Her står en lang rekke av «[»."),
    ("`" * 9, when_used(r"`{9,}"), "Her står en lang rekke av «`»."),
    ("![" * 5, when_used(r"(?:!\[){5,}"), "Her står en lang rekke av «![»."),
    ("{{", when_used(r"\{\{[^{}\n]*\}\}"), "Koder i {{ … }} henter ikke inn noe her."),
    ("{%", when_used(r"\{%[^{}\n]*%\}"), "Koder i {% … %} betyr ingenting her."),
)
# Our own markup, wrongly written; each has one of the signs.
_SIGNS = "*_#[]"
_MARKS = when_used(
    r"\]\((?!\s*(?i:javascript|vbscript|data|file|blob):|\\\\)|\]\s(?=\([\w./-]+\.md)|\*\*|(?<!\w)__(?!\w)|^#{2,6}(?=\w)"
    r"|^-?[ ]?\[[ xX]?\](?![(\[])",
    re.MULTILINE,
)
# How each is written, by its first sign.
_WRITTEN = {
    "]": "Skriv [ord](adresse), uten mellomrom mellom hakeparentesen og parentesen, og uten mellomrom i adressen.",
    "*": "Skriv **uthevet**, uten mellomrom innenfor stjernene og med mellomrom etter.",
    "_": "Skriv **uthevet**, med stjerner og uten mellomrom innenfor.",
    "#": "Sett et mellomrom etter #: «## Ansvar».",
    "[": "Skriv «- [ ] Oppgaven», med bindestrek foran og mellomrom før, i og etter hakeparentesene.",
    "-": "Skriv «- [ ] Oppgaven», med mellomrom etter bindestreken.",
}
_JOINED_NUMBER = when_used(r"^[ \t]*(\d{1,2}[.)])(?=\*\*\w)", re.MULTILINE)


@document_rule("AV626", "Leseren ser Markdown-tegn")
def visible_marks(context: Context, document: Document) -> Iterator[Finding]:
    """Markup that is shown as text because it is wrongly written: a link with a space in it, `** bold **`, `##Heading`."""
    for token in document.body.tokens if _holds_one(_SIGNS, document.body.seen.words) else ():
        for child in (token.children or ()) if _holds_one(_SIGNS, token.content) else ():
            if child.type == "text" and (found := _MARKS.search(child.content)):
                hint = _WRITTEN[found[0].lstrip()[0]]
                at = _line_with(document, token, child.content)
                yield Finding(at, f"«{found[0].strip()}» vises som tegn, ikke som formatering.", hint)
                break
    if _holds_one(_FIRST_SIGNS, document.body.seen.words):
        yield from _no_markup(document)
    text = document.body.text
    for found in _JOINED_NUMBER.finditer(text) if ".**" in text or ")**" in text else ():
        message = f"«{found[1]}» blir ikke et nummer i listen: det mangler et mellomrom."
        hint = f"Skriv «{found[1]} **», med mellomrom etter punktumet."
        yield Finding(in_body(document, found.start(1)), message, hint)


# Markdown in a register, whose texts are shown as they stand.
_IN_TABLE = when_used(
    r"\[(?P<words>[^\[\]\n]+)\]\((?!\s*(?i:javascript|vbscript|data|file|blob):)[^()\s]*\)|\*\*(?P<bold>[^*\n]+)\*\*"
)


@corpus_part("AV626")
def marks_in_tables(context: Context) -> Iterator[Finding]:
    """Links and bold in the registers and contact lists. AV703 names a link with an address that is not allowed."""
    for path, text in context.corpus.tables:
        for found in _IN_TABLE.finditer(text) if "](" in text or "**" in text else ():
            hint = f"Skriv bare ordene: «{found['words'] or found['bold']}»."
            message = "Lenker og uthevet skrift virker ikke her; leseren ser tegnene."
            yield Finding(place(path, text, found.start()), message, hint)


def _holds_one(signs: Iterable[str], text: str) -> bool:
    return any(map(text.__contains__, signs))


def _line_with(document: Document, token: Token, words: str) -> Location:
    """The line of the token's paragraph that holds the words."""
    first, end = token.map or [0, 1]
    lines = document.body.text.split("\n")[first:end]
    number = next((n for n, line in enumerate(lines, first) if words in line), first)
    return Location(document.path, document.body.first_line + number)


def markup_of_others(path: str, body: Body) -> Iterator[Finding]:
    """Markup that was meant for another program, except in code, where it is shown on purpose."""
    text = body.text
    for sign, pattern, message in _ELSEWHERE:
        for found in pattern.finditer(text) if sign in text else ():
            if sign[0] == "`" or not is_code(body, found):
                at = place(path, text, found.start(), body.first_line)
                yield Finding(at, f"{message} Leseren ser tegnene.", "Slett dem.")


def _no_markup(document: Document) -> Iterator[Finding]:
    """Paragraphs that start with something that was meant as markup."""
    for before, token in pairwise(document.body.tokens):
        if token.content[:1] not in _FIRST_SIGNS or before.type != "paragraph_open":
            continue
        for pattern, message, hint in _LOOKS_LIKE:
            if pattern.match(token.content):
                yield Finding(at_token(document, token), message, hint)
    for token in document.body.tokens:
        is_long = token.type == "inline" and "\n" in token.content and token.content[0] not in _FIRST_SIGNS
        found = _NEXT_BULLET.search(token.content) if is_long else None
        if found and (found["bullet"] or token.level > _IN_NO_LIST):
            message = "Punktet henger sammen med linjen over. Leseren får ikke noe kulepunkt."
            line = document.body.line_of(token) + token.content.count("\n", 0, found.end())
            hint = "Skriv «- » (bindestrek og mellomrom) først på linjen."
            yield Finding(Location(document.path, line), message, hint)
