"""AV6: nothing that was written may be lost or changed on its way to the reader.

Every letter and digit of the source must be in the rendered text, in order and with list numbers as written. Markup itself
(link addresses, the one word after an opening fence, the box of a task) is not text.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import pairwise

from markdown_it.token import Token

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_token, in_body
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Body
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_ADDRESS = when_used(
    r"\]\(\s*(?!(?i:javascript|vbscript|file|data(?!:image/(?:gif|png|jpeg|webp);)):)(?:<[^<>\n]{0,1000}>|(?:[^()\s<]|\([^()\s]{0,200}\)){0,1000})"
    r"(?:\s+(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?\s*\)"
)
_MARKUP = when_used(
    r"\n[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\]"  # the mark of a task
    r"|(?:```|~~~)[`~]*[ \t]*[\w.+#-]*[ \t]*(?![^\n])|!!![^\n\"]*)"  # what kind of block this is
)
_HAS_MARKUP = ("[ ]", "[x]", "[X]", "```", "~~~", "!!!")
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_NO_LETTERS = when_used(r"[\W_]+")
_LETTERS = when_used(r"[^\W_]")
_HIDDEN_SCHEME = when_used(r"\]\([^:()]{0,40}&#[^:()]{0,40}:")  # java&#115;cript: is refused, and so shown as text
_ENTITY = when_used(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")
_DEEPEST_QUOTATION = 9
_PLUS = when_used(r"^[ \t]*(\+)[ \t]+(?=\d)", re.MULTILINE)


def open_fence(body: Body) -> Token | None:
    """The code block that is never closed; None when there is none."""
    if "```" not in body.text and "~~~" not in body.text:
        return None
    lines = body.text.split("\n")
    for token in body.tokens:
        if token.type == "fence" and token.map:
            first, end = token.map
            last = lines[end - 1].strip(" \t>") if end - 1 > first else ""
            if not last or last.strip(token.markup[0]) or len(last) < len(token.markup):
                return token
    return None


@document_rule("AV628", "Kodeblokken er ikke avsluttet")
def unclosed_fence(context: Context, document: Document) -> Iterator[Finding]:
    """Reported where the block opens; nothing else is reported about what it hides."""
    if token := open_fence(document.body):
        message = f"«{token.markup}» åpner en kodeblokk som aldri blir avsluttet: resten av teksten vises som kode."
        hint = f"Slett linjen med «{token.markup}», eller sett en linje med «{token.markup}» der koden slutter."
        yield Finding(at_token(document, token), message, hint)


@document_rule("AV621", "Noe av teksten vises ikke")
def lost_text(context: Context, document: Document) -> Iterator[Finding]:
    """The first thing that is lost, such as extra table cells or an unused link definition."""
    if "[^" in document.body.text:  # footnotes are moved to the end of the page
        return
    if open_fence(document.body):  # AV628 says that the rest is code
        return
    source = document.body.text
    if "](" in source:
        source = _ADDRESS.sub(lambda found: found[0] if _HIDDEN_SCHEME.match(found[0]) else " " * len(found[0]), source)
    if "&" in source:
        source = _ENTITY.sub(lambda found: unescape(found[0]).ljust(len(found[0])), source)
    if any(map(source.__contains__, _HAS_MARKUP)):
        source = _MARKUP.sub(lambda found: "\n" + _blank(found[0][1:]), f"\n{source}")[1:]
    rendered = document.body.seen.numbered
    if _letters(source) == _letters(rendered):
        return
    shown = _NO_LETTERS.sub("", rendered)
    if _NO_LETTERS.sub("", source) == shown:
        return
    yield from _first_loss(document, source, shown)


def _letters(text: str) -> bytes:
    """The text without ASCII punctuation and spaces: a fast comparison that is enough for nearly all texts."""
    return text.encode("utf-8", "replace").translate(None, _SIGNS)


def _blank(markup: str) -> str:
    """Spaces in place of markup; a list number in front of a task stays."""
    number = re.match(r"[ \t]*\d+(?=[.)])", markup)
    return (number[0] if number else "").ljust(len(markup))


def _first_loss(document: Document, source: str, shown: str) -> Iterator[Finding]:
    position = 0
    for found in _LETTERS.finditer(source):
        if position < len(shown) and shown[position] == found[0]:
            position += 1
            continue
        word = re.match(r"[^\W_]+", source[found.start() : found.start() + 80])
        line = source[source.rfind("\n", 0, found.start()) + 1 : source.find("\n", found.start())]
        hint = "Sett mellomrom eller en tom linje rundt teksten, eller skriv den uten spesialtegn."
        if line.lstrip().startswith("|") or line.count("|") > 1:
            hint = "Raden har flere celler enn overskriften. Slett den siste, eller legg til en kolonne i overskriften."
        elif re.match(r"\s*\[[^\]]*\]:", line):
            hint = "Linjen er adressen til en lenke som ikke brukes. Slett den, eller skriv [ord](adresse) i teksten."
        elif line.lstrip().startswith(("```", "~~~")):
            hint = "Etter tegnene som åpner en kodeblokk, leses bare ett ord. Flytt resten til linjen under eller ut i teksten."
        elif (depth := line.count(">")) > _DEEPEST_QUOTATION:
            hint = f"Linjen har {depth} «>». Et sitat har ett."
        at = in_body(document, found.start())
        yield Finding(at, f"«{word[0] if word else found[0]}» vises ikke for leseren.", hint)
        return


@document_rule("AV622", "Nummeret i listen vises annerledes")
def list_numbers(context: Context, document: Document) -> Iterator[Finding]:
    """Browsers number a list from its first number on. One finding for each list, at the first number that differs."""
    for items in numbered_lists(document.body.seen.lists):
        wrong = [(written, shown, token) for written, shown, token in items if written != shown]
        if not wrong:
            continue
        written, shown, token = wrong[0]
        message = f"Punktet har nummer «{written}.», men leseren ser «{shown}.»."
        hint = f"Skriv «{shown}.», eller sett teksten under forrige punkt."
        if len(wrong) > 1:
            seen = [f"{written} blir {shown}" for written, shown, _ in wrong]
            pairs = ", ".join(seen[:3]) + (f" … {seen[-1]}" if len(seen) > 3 else "")
            message = f"Fra og med punktet med nummer {written} ser leseren andre numre: {pairs}."
            hint = f"Skriv numrene {shown} til {wrong[-1][1]} herfra og ut lista"
            hint += ", eller kjør «avtaleverk check --fix»." if is_shifted(items) else "."
        numbers = [number for number, _, _ in items]
        if sorted(numbers) == [*range(1, len(numbers) + 1)]:
            token = items[0][2]
            message = f"Numrene står ikke i rekkefølge: {', '.join(map(str, numbers))}."
            mend = "Er punktene byttet om, flytter du dem tilbake."
            hint = f"{mend} Skal de stå slik, skriver du numrene fra 1 og ut lista."
        yield Finding(at_token(document, token), message, hint)


Items = list[tuple[int, int, Token]]


def numbered_lists(tokens: Sequence[Token]) -> Iterator[Items]:
    """Each numbered list as (number written, number shown, token)."""
    open_lists: list[tuple[int, Items] | None] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            start = token.attrGet("start")
            open_lists.append((1 if start is None else int(start), []))
        elif token.type == "bullet_list_open":
            open_lists.append(None)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            if closed := open_lists.pop():
                yield closed[1]
        elif token.type == "list_item_open" and open_lists and (inner := open_lists[-1]) and token.info:
            start, items = inner
            items.append((int(token.info), start + len(items), token))


def is_shifted(items: Items) -> bool:
    """Whether the numbers only lag behind those shown, as after an item was inserted, so that those shown are meant."""
    lag = [shown - written for written, shown, _ in items]
    return all(0 <= now - before <= 1 for before, now in pairwise(lag)) and lag[0] == 0 and lag[-1] > 0


@document_rule("AV623", "Plusstegnet først på linjen blir borte")
def lost_plus(context: Context, document: Document) -> Iterator[Finding]:
    """«+ 47 …» at the start of a line is read as a list item."""
    for found in _PLUS.finditer(document.body.text) if "+" in document.body.text else ():
        hint = "Skriv uten mellomrom etter plusstegnet: «+47 …»."
        yield Finding(in_body(document, found.start(1)), "Plusstegnet blir til et kulepunkt.", hint)
