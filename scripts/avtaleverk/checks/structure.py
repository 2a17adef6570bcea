"""AV6: how the text of a page is built up: headings, lists, tables, pictures."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from avtaleverk.checks.context import Context
from avtaleverk.checks.followers import FEW, named
from avtaleverk.checks.lookalikes import no_markup
from avtaleverk.checks.places import in_body
from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Body, Section, inline_text, plain
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import corpus_rule, document_rule

CRITERIA = ("kriterier", "kriterium")
STEPS = ("slik gjør du", "slik gjer du")
_HOW_MANY = re.compile(
    r"\b(?:alle?|alt|samtlige|samtlege|minst|ett|eitt|én|éin|begge|hvert|kvart|ingen)\b", re.IGNORECASE
)
# Actors that are no role of their own: the parties, and both together.
PARTIES = (
    "begge parter",
    "begge partar",
    "begge",
    "kommunen",
    "helseforetaket",
    "helseføretaket",
    "alle",
    "partene",
    "partane",
)


def _line(document: Document, token: Token, offset: int = 0) -> Location:
    return Location(document.path, document.body.line_of(token) + offset)


def _at(document: Document, section: Section) -> Location:
    return Location(document.path, section.line)


def lists_of(body: Body, section: Section) -> Iterator[tuple[Token, str]]:
    """The outer lists of a section, each with the words of the paragraph or heading before it."""
    before = section.title
    tokens = body.tokens_of(section)
    for i, token in enumerate(tokens):
        if token.type == "paragraph_open" and token.level == 0:
            before = inline_text(tokens[i + 1])
        elif token.type in ("bullet_list_open", "ordered_list_open") and token.level == 0:
            yield token, before


@document_rule("AV606", "Kriterielisten sier ikke om alle eller minst ett må være oppfylt", Severity.ADVARSEL)
def criteria_without_count(context: Context, document: Document) -> Iterator[Finding]:
    """A list of criteria says «alle» or «minst ett» in the words before it."""
    inside = 0
    for section in document.body.sections:
        if section.title.casefold() in CRITERIA:
            inside = section.level
        elif inside and section.level <= inside:
            inside = 0
        for token, before in lists_of(document.body, section) if inside else ():
            if not _HOW_MANY.search(before):
                hint = "Skriv foran listen: «**Alle** punktene må være oppfylt:» eller «**Minst ett** av punktene:»."
                yield Finding(
                    _line(document, token), "Leseren ser ikke om alle eller bare ett av punktene må stemme.", hint
                )


@document_rule("AV614", "Overskriften hopper over et nivå")
def heading_levels(context: Context, document: Document) -> Iterator[Finding]:
    """Headings start at ## and go one level down at a time."""
    last = 1
    for section in document.body.sections:
        if section.level == 1 or section.level > last + 1:
            wanted = "#" * min(last + 1, 6) if section.level > 1 else "##"
            message = f"Overskriften «{section.title}» har nivå {section.level}, men her kan det høyst være {last + 1}."
            if section.level == 1:
                message = f"Overskriften «{section.title}» har nivå 1, som er forbeholdt tittelen."
            yield Finding(_at(document, section), message, f"Skriv «{wanted} {section.title}».")
        last = max(section.level, 2) if section.level == 1 else section.level


@document_rule("AV615", "Tabellen mangler overskrift i en kolonne", Severity.ADVARSEL)
def table_without_header(context: Context, document: Document) -> Iterator[Finding]:
    """Every column has a header, which a screen reader says before each cell."""
    tokens = document.body.tokens
    for i, token in enumerate(tokens):
        if token.type == "th_open" and not inline_text(tokens[i + 1]):
            yield Finding(
                _line(document, token), "En kolonne i tabellen har ingen overskrift.", "Skriv hva kolonnen viser."
            )


@document_rule("AV616", "Bilder vises ikke")
def images(context: Context, document: Document) -> Iterator[Finding]:
    """Documents carry no pictures: only the words in the brackets are shown, and without them nothing."""
    if "![" not in document.body.text:
        return
    for token in document.body.tokens:
        for child in token.children or ():
            if child.type == "image":
                lost = "bare teksten" if child.content else "ingenting"
                found = document.body.text.find("![")
                yield Finding(
                    in_body(document, found),
                    f"Siden viser {lost} her, ikke bildet.",
                    "Skriv det bildet viser, som tekst eller tabell.",
                )


@document_rule("AV617", "Overskriften står to ganger")
def repeated_heading(context: Context, document: Document) -> Iterator[Finding]:
    """Two headings of the same level and name cannot be told apart, nor linked to."""
    seen: dict[tuple[int, str], Section] = {}
    for section in document.body.sections:
        if section.level == 2 and (first := seen.setdefault((2, section.title.casefold()), section)) is not section:
            message = f"Overskriften «{section.title}» står også på linje {first.line}."
            yield Finding(
                _at(document, section),
                message,
                "Slå sammen avsnittene, eller gi det ene et annet navn.",
                (_at(document, first),),
            )


@corpus_rule("AV618", "Steget sier ikke hvem som gjør det", Severity.ADVARSEL, needs=("roller",))
def step_without_actor(context: Context) -> Iterator[Finding]:
    """Each step starts with a role in bold and a colon, one that the register knows."""
    known = _actors(context)
    unknown: dict[str, list[tuple[Document, Finding]]] = {}
    for document in context.corpus.documents if known else ():
        for finding in _steps(document, known) if document.type == "prosedyre" else ():
            unknown.setdefault(finding.message, []).append((document, finding))
    for message, found in unknown.items():
        if message != _NOBODY and len({document.path for document, _ in found}) > FEW:
            at = Location(context.corpus.registers.roller.path)
            listed = named(document for document, _ in found)
            hint = "Har rollen fått nytt navn? Legg det gamle navnet til under «kalles» i roller.yml."
            places = tuple(finding.at for _, finding in found)
            yield Finding(at, f"{message} Stegene i disse dokumentene bruker den: {listed}.", hint, places)
        else:
            yield from (finding for _, finding in found)


_NOBODY = "Steget sier ikke hvem som gjør det."


def _steps(document: Document, known: frozenset[str]) -> Iterator[Finding]:
    for section in document.body.sections:
        if section.title.casefold() not in STEPS:
            continue
        tokens = document.body.tokens_of(section)
        for i, token in enumerate(tokens):
            if token.type == "list_item_open" and token.level == 1 and token.info:
                yield from _step(document, tokens[i + 1 : i + 3], token, known)


def _step(document: Document, content: tuple[Token, ...], item: Token, known: frozenset[str]) -> Iterator[Finding]:
    inline = next((t for t in content if t.type == "inline"), None)
    children = [c for c in (inline.children or ()) if c.content or c.type != "text"] if inline else []
    at = _line(document, item)
    if len(children) < 2 or children[0].type != "strong_open":
        hint = "Start steget med rollen: «1. **Sykepleier på sengepost:** Send …»."
        yield Finding(at, _NOBODY, hint)
        return
    actor = children[1].content.strip().rstrip(":").strip()
    for name in re.split(r" (?:og|eller|/) |, ", actor):
        if name.casefold() not in known and actor.casefold() not in known:
            column = document.body.text.split("\n")[at.line - document.body.first_line].find(actor) + 1
            place = Location(at.path, at.line, max(column, 1))
            yield Finding(place, f"«{name}» er ingen rolle i roller.yml.", nearest_hint(name.casefold(), known))
            return


def _actors(context: Context) -> frozenset[str]:
    roles = context.corpus.registers.roller.entries.values()
    names = (name.casefold() for role in roles for name in (role.name, role.name_nn, *role.also_called))
    return frozenset(filter(None, (*names, *PARTIES)))


@document_rule("AV620", "Avsnittet er tomt")
def empty_section(context: Context, document: Document) -> Iterator[Finding]:
    """A heading has text under it, or headings that have."""
    sections = document.body.sections
    for i, section in enumerate(sections):
        has_parts = i + 1 < len(sections) and sections[i + 1].level > section.level
        if not has_parts and not document.body.tokens_of(section):
            yield Finding(
                _at(document, section),
                f"Det står ingenting under «{section.title}».",
                "Skriv teksten, eller slett overskriften.",
            )


_UNFINISHED = re.compile(
    r"\b(?:TODO|TBD|FIXME|XXX+|lorem ipsum|(?:fyll|fylles|sett) inn her|skriv her)\b|\[\s*(?:\.\.\.|…|fyll inn[^\]]*)\s*\]|\?\?\?",
    re.IGNORECASE,
)


_UNFINISHED_MARKS = ("todo", "tbd", "fixme", "xxx", "lorem", "inn her", "skriv her", "...", "…", "fyll inn", "???")


@document_rule("AV624", "Teksten er ikke ferdig")
def unfinished(context: Context, document: Document) -> Iterator[Finding]:
    """No TODO, no empty brackets in what is published."""
    lowered = document.body.text.lower()
    if not any(mark in lowered for mark in _UNFINISHED_MARKS):
        return
    for found in _UNFINISHED.finditer(document.body.text):
        yield Finding(
            in_body(document, found.start()),
            f"«{found[0]}» er noe som skulle fylles ut.",
            "Skriv teksten som skal stå, eller slett det.",
        )


_MARK = re.compile(r"[*_#\[\]]")
_MARKS = re.compile(
    r"\]\((?!\s*(?i:javascript|vbscript|data|file|blob):|\\\\)|\]\s(?=\([\w./-]+\.md)|\*\*|(?<!\w)__(?!\w)|^#{2,6}(?=\w)"
    r"|^-?[ ]?\[[ xX]?\](?![(\[])",
    re.MULTILINE,
)
# How each is written, by its first sign.
_WRITTEN = {
    "]": "Skriv [ord](adresse), uten mellomrom mellom hakeparentesen og parentesen, og uten mellomrom i adressen.",
    "*": "Skriv **uthevet**, uten mellomrom innenfor stjernene.",
    "_": "Skriv **uthevet**, med stjerner og uten mellomrom innenfor.",
    "#": "Sett et mellomrom etter #: «## Ansvar».",
    "[": "Skriv «- [ ] Oppgaven», med bindestrek foran og mellomrom før, i og etter hakeparentesene.",
    "-": "Skriv «- [ ] Oppgaven», med mellomrom etter bindestreken.",
}


@document_rule("AV626", "Leseren ser Markdown-tegn")
def visible_marks(context: Context, document: Document) -> Iterator[Finding]:
    """Marks that were meant as markup and stand in the text: a link with a space in it, `** bold **`, `##Heading`."""
    for token in document.body.tokens:
        for child in token.children or ():
            if child.type == "text" and _MARK.search(child.content) and (found := _MARKS.search(child.content)):
                hint = _WRITTEN[found[0].lstrip()[0]]
                at = _line_with(document, token, child.content)
                yield Finding(at, f"«{found[0].strip()}» vises som tegn, ikke som formatering.", hint)
                break
    yield from no_markup(document)
    for found in _JOINED_NUMBER.finditer(document.body.text):
        message = f"«{found[1]}» blir ikke et nummer i listen: det mangler et mellomrom."
        yield Finding(
            in_body(document, found.start(1)), message, f"Skriv «{found[1]} **», med mellomrom etter punktumet."
        )


_JOINED_NUMBER = re.compile(r"^[ \t]*(\d{1,2}[.)])(?=\*\*\w)", re.MULTILINE)


def _line_with(document: Document, token: Token, words: str) -> Location:
    """The line of the token's paragraph that holds the words."""
    first, end = token.map or [0, 1]
    lines = document.body.text.split("\n")[first:end]
    return _line(document, token, next((n for n, line in enumerate(lines) if words in line), 0))


def words_of(document: Document) -> str:
    """The words of the whole body, as a reader sees them."""
    return plain(document.body.tokens)
