"""AV6: the text of a document and the way it is built up."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from avtaleverk.checks.context import Context
from avtaleverk.checks.fences import open_fence
from avtaleverk.checks.language import in_other_language
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Section
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import document_rule

MIXED_WORLDS = {
    "pasientnaer": (
        "parter",
        "partar",
        "mislighold",
        "oppsigelse",
        "oppseiing",
        "underskrifter",
        "varighet og oppsigelse",
    ),
    "overordnet": ("slik gjør du", "slik gjer du", "sjekkliste"),
}


_NO_SPACE = re.compile(r"^##(?![# \t])(.+)$", re.MULTILINE)


def _at(document: Document, section: Section) -> Location:
    return Location(document.path, section.line)


@document_rule("AV601", "Et påkrevd avsnitt mangler")
def missing_section(context: Context, document: Document) -> Iterator[Finding]:
    """The headings that `typer.yml` requires, in the document's language."""
    kind = context.corpus.type_of(document)
    titles = {section.title.casefold() for section in document.body.sections if section.level == 2}
    missing = (
        [spec for spec in kind.sections if spec.required and spec.title(document.language).casefold() not in titles]
        if kind
        else []
    )
    if missing and (open_fence(document.body) or in_other_language(document)):
        return  # AV628 and AV612 name the cause
    joined = {found[1].strip().casefold() for found in _NO_SPACE.finditer(document.body.text)} if missing else set()
    for spec in missing:
        title = spec.title(document.language)
        if title.casefold() not in joined:  # AV626 names the heading without a space
            at = Location(document.path, document.body.first_line)
            yield Finding(
                at, f"Avsnittet «{title}» mangler.", f"Legg til overskriften «## {title}» og teksten under den."
            )


@document_rule("AV602", "Avsnittene står i feil rekkefølge")
def section_order(context: Context, document: Document) -> Iterator[Finding]:
    """The headings of `typer.yml` stand in the order given there."""
    kind = context.corpus.type_of(document)
    wanted = [spec.title(document.language).casefold() for spec in kind.sections] if kind else []
    last = -1
    for section in document.body.sections:
        title = section.title.casefold()
        if title in wanted:
            place = wanted.index(title)
            if place < last:
                message = f"Avsnittet «{section.title}» står for sent."
                yield Finding(_at(document, section), message, f"Flytt det foran «{wanted[last].capitalize()}».")
            last = max(last, place)


@document_rule("AV603", "Avsnittet hører til den andre verdenen", needs=("typer",))
def mixed_worlds(context: Context, document: Document) -> Iterator[Finding]:
    """No Parter or Oppsigelse on a procedure, no steps in an agreement."""
    world = context.corpus.world_of(document)
    for section in document.body.sections:
        if section.title.casefold() in MIXED_WORLDS[world]:
            home = "en avtale" if world == "pasientnaer" else "en prosedyre"
            message = f"Avsnittet «{section.title}» hører hjemme i {home}."
            yield Finding(_at(document, section), message, f"Flytt teksten til {home}, og lenk til den.")


@document_rule("AV604", "Punktnumrene har hull eller gjentas")
def clause_numbers(context: Context, document: Document) -> Iterator[Finding]:
    """Clauses are numbered 1, 1.1, 1.2, 2 … without gaps."""
    expected: list[int] = []
    skipped: list[int] = []  # the number that one out of order should have had: the next may go on from there
    for section in document.body.sections:
        if not section.number:
            continue
        found = [int(part) for part in section.number.split(".")]
        depth = len(found)
        following = [*expected[: depth - 1], (expected[depth - 1] if len(expected) >= depth else 0) + 1]
        went_on = [*skipped[: depth - 1], skipped[depth - 1] + 1] if len(skipped) == depth else []
        if found == went_on:
            skipped = []
        elif len(expected) < depth - 1 or found != following:
            skipped = following
            wanted = ".".join(map(str, following)) if len(expected) >= depth - 1 else "et kapittel først"
            message = f"Punkt {section.number} kommer ikke i rekkefølge."
            yield Finding(_at(document, section), message, f"Her skulle det stått {wanted}.")
        expected = found


@document_rule("AV605", "Prosedyren er for lang", Severity.ADVARSEL)
def too_long(context: Context, document: Document) -> Iterator[Finding]:
    """A procedure has at most 600 words and 10 steps (Meld. St. 26: agreements must not be too extensive)."""
    if document.type not in ("prosedyre", "sjekkliste"):
        return
    if (words := len(document.body.text.split())) > 600:
        yield Finding(
            Location(document.path, document.body.first_line),
            f"Prosedyren har {words} ord.",
            "Kort den ned til høyst 600 ord, eller del den i to.",
        )
    for token in document.body.tokens:
        if token.type == "ordered_list_open":
            steps = sum(
                t.type == "list_item_open" and t.level == token.level + 1 for t in _until_close(document, token)
            )
            if steps > 10:
                yield Finding(
                    Location(document.path, document.body.line_of(token)),
                    f"Lista har {steps} steg.",
                    "Slå sammen steg, eller del prosedyren i to.",
                )


def _until_close(document: Document, start: Token) -> Iterator[Token]:
    inside = False
    for token in document.body.tokens:
        inside = inside or token is start
        if inside:
            yield token
            if token.type == "ordered_list_close" and token.level == start.level:
                return
