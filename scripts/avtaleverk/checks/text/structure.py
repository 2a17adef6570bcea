"""AV6: the structure of a page: headings, lists, tables, pictures."""

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, at_token, in_body
from avtaleverk.checks.tables import tables
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Body, Section, inline_text
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_part, document_rule

# «Alle punktene gjør at pasienten ikke skal til KAD»: lists of which one point is enough to refuse, or to raise the alarm.
_ALL_TO_REFUSE = when_used(
    r"^(?:ring|varsle|meld)\b[^.\n]* (?:nå|no|straks)\. \**alle\b|\balle\b[^.\n]*\b(?:gjør at|gjer at|er nok til|utløser|utløyser|gir grunn til)\b",
    re.IGNORECASE,
)
_ALL_MET = when_used(r"^alle\b[^.\n]*\boppf", re.IGNORECASE)
_ONE_TO_REFUSE = when_used(
    r"^minst e[^.\n]*\b(?:gjør at|gjer at|nok til)\b[^.\n]*\b(?:ikkj?e|ann(?:et|en|a)|s(?:y|ju)kehus)\b", re.IGNORECASE
)
# The two headings that criteria have, each with what a list under it cannot begin with, and the other heading.
_FITS = {
    "passer": (_ONE_TO_REFUSE, "Passer ikke"),
    "passar": (_ONE_TO_REFUSE, "Passar ikkje"),
    "passer ikke": (_ALL_MET, "Passer"),
    "passar ikkje": (_ALL_MET, "Passar"),
}
CRITERIA = ("kriterier", "kriterium")
# The words before a list of criteria, by language.
ALL_OR_ONE = {
    "nb": ("**Alle** punktene må være oppfylt:", "**Minst ett** av punktene:", "**Minst ett** av dette gjør at …"),
    "nn": ("**Alle** punkta må vere oppfylte:", "**Minst eitt** av punkta:", "**Minst eitt** av dette gjer at …"),
}
_HOW_MANY = when_used(
    r"\b(?:alle?|alt|samtlige|samtlege|minst|ett|eitt|én|éin|begge|hvert|kvart|ingen)\b", re.IGNORECASE
)
MAX_COLUMNS = 8  # more than the handbook advises, for tables that are only read on paper
_BAR = when_used(r"(?<!\\)\|")


def lists_of(body: Body, section: Section) -> Iterator[tuple[Token, str]]:
    """Each outer list of a section: the words of the paragraph before it, and that paragraph, or the list itself when there is
    none."""
    paragraph: Token | None = None
    inside: Token | None = None
    tokens = body.tokens_of(section)
    for i, token in enumerate(tokens):
        if token.type == "paragraph_open" and token.level == 0:
            paragraph, inside = token, tokens[i + 1]
        elif token.type in ("bullet_list_open", "ordered_list_open") and token.level == 0:
            yield paragraph or token, inline_text(inside) if inside else section.title


@document_rule("AV606", "Kriterielisten sier ikke om alle eller minst ett må være oppfylt", Severity.ADVARSEL)
def criteria_without_count(context: Context, document: Document) -> Iterator[Finding]:
    """A list of criteria must have «alle» or «minst ett» in the words before it."""
    inside = 0
    every, one, one_so = ALL_OR_ONE["nn" if document.language == "nn" else "nb"]
    for section in document.body.sections:
        if section.title.casefold() in CRITERIA:
            inside = section.level
        elif inside and section.level <= inside:
            inside = 0
        wrong, other = _FITS.get(section.title.casefold(), (None, ""))
        for number, (token, before) in enumerate(lists_of(document.body, section) if inside else ()):
            if wrong and wrong.search(before):
                message = f"Under «{section.title}» står en liste som hører til under «{other}»: «{before}»"
                heading = f"«{'#' * section.level} {other}»"
                at = at_token(document, token) if number else at_heading(document, section)
                hint = f"Skriv {heading} foran listen." if number else f"Skriv {heading}."
                yield Finding(at, message, f"{hint} Er det listen som er feil, retter du den.")
            elif _ALL_TO_REFUSE.search(before):
                message = "Her må alle punktene stemme før det får følger. Det skal være nok med ett."
                yield Finding(at_token(document, token), message, f"Skriv «{one_so}».")
            elif not _HOW_MANY.search(before):
                hint = f"Se hva avtalen sier. Er det nok med ett, skriver du foran listen: «{one}» Må alle stemme, skriver du: «{every}»"
                message = "Leseren ser ikke om alle eller bare ett av punktene må stemme."
                yield Finding(at_token(document, token), message, hint)


@document_rule("AV614", "Overskriften hopper over et nivå")
def heading_levels(context: Context, document: Document) -> Iterator[Finding]:
    """Headings must start at ## and go down one level at a time."""
    last, above = 1, None
    levels = dict[str, int]()
    for section in document.body.sections:
        beside = levels.get(_FITS[title][1]) if (title := section.title.casefold()) in _FITS else None
        levels[section.title] = section.level
        if beside and beside != section.level:
            message = f"«{section.title}» står ved siden av «{_FITS[title][1]}», men overskriften har nivå {section.level} og ikke {beside}."
            yield Finding(at_heading(document, section), message, f"Skriv «{'#' * beside} {section.title}».")
        name = f"{section.number} {section.title}".strip()
        if section.level == 1 or section.level > last + 1:
            wanted = "#" * min(last + 1, 6) if section.level > 1 else "##"
            hint = f"Skriv «{wanted} {name}»."
            if section.level > 1 and section.number:
                hint = f"Skriv «{'#' * (section.number.count('.') + 2)} {name}»: nummeret sier hvilket nivå det er."
            elif section.level > 1 and above and context.words_under(document, above):  # else it would be left empty
                hint = f"Skriv «{'#' * last} {name}» når det står ved siden av «{above.title}», og «{wanted} {name}» når det er en del av det."
            message = f"Overskriften «{section.title}» har nivå {section.level}, men her kan det høyst være {last + 1}."
            if section.level == 1:
                message = f"Overskriften «{section.title}» har nivå 1, som er forbeholdt tittelen."
            yield Finding(at_heading(document, section), message, hint)
        above = section
        last = max(section.level, 2) if section.level == 1 else section.level


@corpus_part("AV614")
def titles_of_guidance(context: Context) -> Iterator[Finding]:
    """A page of guidance starts with its title; else the site calls it what the file is called."""
    for guide in context.corpus.guides:
        first = next(iter(guide.body.tokens), None)
        if not first or first.tag != "h1":
            hint = "Skriv tittelen på den første linjen: «# Tittelen». Felter mellom --- og --- leses ikke her."
            yield Finding(Location(guide.path), "Siden begynner ikke med en tittel.", hint)


@document_rule("AV615", "Tabellen mangler en overskrift eller en celle", Severity.ADVARSEL)
def table_without_header(context: Context, document: Document) -> Iterator[Finding]:
    """Every column must have a header, which screen readers say before each cell."""
    if "|" not in document.body.text:
        return
    lines, first = document.body.text.split("\n"), document.body.first_line
    for table in context.known(tables, document):
        head, end = table.token.map or (0, 0)
        rows = [(Location(document.path, first + row), lines[row]) for row in range(head + 2, end)]
        yield from _short_rows(_cells(lines[head]), rows)
        yield from _turned_rows(rows)
        if empty := sum(not words.strip(" -:") for words in table.heads):
            message = "En kolonne" if empty == 1 else f"{empty} kolonner"
            hint = "Skriv i øverste rad hva hver kolonne viser."
            yield Finding(at_token(document, table.token), f"{message} i tabellen har ingen overskrift.", hint)


def _short_rows(columns: int, rows: Iterable[tuple[Location, str]]) -> Iterator[Finding]:
    """Rows with fewer cells than the header, where all cells after the gap are in the wrong column."""
    for at, row in rows:
        if 0 < (cells := _cells(row)) < columns:
            message = f"Raden har {cells} celler, men tabellen har {columns} kolonner."
            hint = "Skriv cellen som mangler. Skal den være tom, skriver du bare streken for den."
            yield Finding(at, message, hint)


def _turned_rows(rows: Iterable[tuple[Location, str]]) -> Iterator[Finding]:
    """Two rows about the same that differ only in which column each cell stands in."""
    seen: dict[tuple[str, ...], list[str]] = {}
    for at, row in rows:
        about, *cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
        if seen.setdefault((about, *sorted(cells)), cells) != cells:
            message = f"Raden «{about}» står to ganger, med cellene i hver sin rekkefølge."
            hint = "Slett den raden som er gal. Skulle den handle om noe annet, skriver du om den første cellen."
            yield Finding(at, message, hint)


def _cells(row: str) -> int:
    """The number of cells in a table row."""
    line = row.strip().lstrip("> ").removeprefix("|")
    return len(_BAR.findall(line.removesuffix("|"))) + 1 if line else 0


@document_rule("AV634", "Tabellen er for bred", Severity.ADVARSEL)
def wide_table(context: Context, document: Document) -> Iterator[Finding]:
    """Tables with more columns than fit on a sheet of paper."""
    if document.body.text.count("|") <= 2 * MAX_COLUMNS:  # those of the header and of the line under it
        return
    for table in context.known(tables, document):
        if (columns := len(table.heads)) > MAX_COLUMNS:
            hint = f"Del den i flere tabeller, eller skriv lister. Her er {MAX_COLUMNS} det meste; fem er lett å lese på telefon."
            yield Finding(at_token(document, table.token), f"Tabellen har {columns} kolonner.", hint)


@document_rule("AV616", "Bilder vises ikke")
def images(context: Context, document: Document) -> Iterator[Finding]:
    """Documents have no pictures: only the alternative text is shown, and without it nothing."""
    if "![" not in document.body.text:
        return
    found = -1
    for token in document.body.tokens:
        for child in token.children or ():
            if child.type == "image":
                lost = "bare teksten i klammene" if child.content else "ingenting"
                found = max(document.body.text.find("![", found + 1), found)
                message = f"Sidene viser ikke bilder. Her ser leseren {lost}."
                yield Finding(in_body(document, found), message, "Skriv det bildet viser, som tekst eller tabell.")


@document_rule("AV617", "Overskriften står to ganger")
def repeated_heading(context: Context, document: Document) -> Iterator[Finding]:
    """Headings of the same level and name, which can neither be distinguished nor linked to."""
    seen: dict[str, Section] = {}
    for section in document.body.sections:
        if section.level == 2 and (first := seen.setdefault(section.title.casefold(), section)) is not section:
            message = f"Overskriften «{section.title}» står også på linje {first.line}."
            hint = "Slå sammen avsnittene, eller gi det ene et annet navn."
            yield Finding(at_heading(document, section), message, hint, (at_heading(document, first),))


@document_rule("AV620", "Avsnittet er tomt")
def empty_section(context: Context, document: Document) -> Iterator[Finding]:
    """A heading must have text under it, or subheadings that do."""
    sections = document.body.sections
    for i, section in enumerate(sections):
        has_parts = i + 1 < len(sections) and sections[i + 1].level > section.level
        if not has_parts and not document.body.tokens_of(section):
            message = f"Det står ingenting under «{section.title}»."
            yield Finding(at_heading(document, section), message, "Skriv teksten, eller slett overskriften.")
