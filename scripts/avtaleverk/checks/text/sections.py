"""AV6: the sections of a document: those that its type requires, their order and world, and the length of a procedure."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice, pairwise

from markdown_it.token import Token

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, at_token, in_body
from avtaleverk.checks.roles.steps import items
from avtaleverk.checks.several import named
from avtaleverk.checks.text.language import in_other_language
from avtaleverk.checks.text.lost import numbered_lists, open_fence
from avtaleverk.corpus.model import Document, DocumentType
from avtaleverk.corpus.outline import Section, slug
from avtaleverk.corpus.steps import STEP_TITLES
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

MAX_WORDS, MAX_STEPS = 600, 10
_SPACES = " \n\t\u00a0\u2009\u202f"
# Headings, in lower case, that belong to the other world only.
MIXED_WORLDS = {
    "pasientnaer": when_used(
        r"part(?:er|ar)|økonomi|mis(?:lig|leg)hald|mislighold|underskrift(?:er)?|(?:varighet|varigheit)\b.*"
        r"|(?:.* og )?(?:oppsigelse|oppseiing)(?: (?:og|av) .*)?|(?:.* og )?tvisteløysing|(?:.* og )?tvisteløsning"
    ),
    "overordnet": when_used("|".join((*STEP_TITLES, "sjekkliste"))),
}


_NO_SPACE = when_used(r"^##(?![# \t])(.+)$", re.MULTILINE)
# Other words for the optional section that pages know as «Hvis noe svikter».
_FAILING = when_used(
    r"(?:hvis|om|dersom|når|viss) (?:noe|noko|det) (?:svikt\w*|går (?:galt|gale)|feiler|feilar)"
    r"|feil(?:situasjonar?|søking)?|svikt|problem(?:er)?|ved (?:feil|svikt)|når det ik(?:ke|kje) (?:går|virker|verkar)"
)


@document_rule("AV601", "Et påkrevd avsnitt mangler")
def missing_section(context: Context, document: Document) -> Iterator[Finding]:
    """Headings that `typer.yml` requires, in the document's language."""
    kind = context.corpus.type_of(document)
    titles = {section.title.casefold() for section in document.body.sections if section.level == 2}
    specs = [(spec, spec.title(document.language)) for spec in kind.sections] if kind else []
    missing = [title for spec, title in specs if spec.required and title.casefold() not in titles]
    if missing and (open_fence(document.body) or in_other_language(document)):
        return  # AV628 and AV612 name the cause
    joined = {found[1].strip().casefold() for found in _NO_SPACE.finditer(document.body.text)} if missing else set()
    for title in missing:
        if title.casefold() in joined:
            continue  # AV626 names the heading without a space
        if near := _nearly(document, title):
            if unicodedata.normalize("NFC", near.title).casefold() != title.casefold():  # else AV705 names the letter
                message = f"Avsnittet skal hete «{title}», ikke «{near.title}»."
                yield Finding(at_heading(document, near), message, f"Skriv «## {title}».")
            continue
        if other := _in_place_of(document, kind, title):
            message = f"Avsnittet «{title}» mangler. Her står «{other.title}»."
            mend = f"Er det dette avsnittet, skriv «## {title}»."
            hint = f"{mend} Ellers legger du til overskriften og teksten under den."
            yield Finding(at_heading(document, other), message, hint)
            continue
        if lower := next((s for s in document.body.sections if s.title.casefold() == title.casefold()), None):
            message = f"Avsnittet «{title}» skal ha nivå 2, men har nivå {lower.level}."
            number = _number_at(document, lower.line)
            yield Finding(at_heading(document, lower), message, f"Skriv «## {number}{title}».")
            continue
        at, before = _gap(document, kind, title)
        hint = f"Legg til overskriften «## {_number_at(document, at.line)}{title}» og teksten under den{before}."
        yield Finding(at, f"Avsnittet «{title}» mangler.", hint)
    yield from _gone(document, kind) if kind else ()
    absent = (title for spec, title in specs if not spec.required and title.casefold() not in titles)
    yield from _otherwise_called(document, absent)


def _otherwise_called(document: Document, missing: Iterable[str]) -> Iterator[Finding]:
    """An optional section with another heading than the one that it has on all other pages."""
    for title in filter(_FAILING.fullmatch, map(str.casefold, missing)):
        for section in document.body.sections:
            if section.level == 2 and _FAILING.fullmatch(section.title.casefold()):
                message = f"Avsnittet skal hete «{title.capitalize()}», ikke «{section.title}»."
                yield Finding(at_heading(document, section), message, f"Skriv «## {title.capitalize()}».")


def _gap(document: Document, kind: DocumentType | None, title: str) -> tuple[Location, str]:
    """Where a missing section belongs, as a place and in words: at the next heading, or at the start of the text."""
    wanted = [spec.title(document.language).casefold() for spec in kind.sections] if kind else []
    later = wanted[wanted.index(title.casefold()) + 1 :]
    following = next((s for s in document.body.sections if s.level == 2 and s.title.casefold() in later), None)
    if following:
        return at_heading(document, following), f", foran «{following.title}»"
    earlier = [s for s in document.body.sections if s.level == 2 and s.title.casefold() not in later]
    if earlier and later != wanted[1:]:
        return at_heading(document, earlier[-1]), f", etter «{earlier[-1].title}»"
    return Location(document.path, document.body.first_line), ""


def _number_at(document: Document, line: int) -> str:
    """The number of the missing chapter with a space («7 »), in a document with numbered chapters."""
    before = [s.number for s in document.body.sections if s.level == 2 and s.line < line]
    return f"{int(before[-1]) + 1} " if before and before[-1].isdigit() else ""


def _nearly(document: Document, title: str) -> Section | None:
    """The heading that was meant to be this one, with other punctuation, a typo, or something after it."""
    folded = slug(title)
    for section in document.body.sections:
        here = slug(unicodedata.normalize("NFC", section.title))
        is_near = here.startswith(f"{folded}-") or get_close_matches(folded, [here], 1, 0.85)
        if is_near and section.title.casefold() != title.casefold():
            return section
    return None


def _in_place_of(document: Document, kind: DocumentType | None, title: str) -> Section | None:
    """The only other heading between the neighbours of a missing one, which may have been renamed."""
    wanted = [spec.title(document.language).casefold() for spec in kind.sections] if kind else []
    place = wanted.index(title.casefold())
    strange: list[Section] = []
    for section in document.body.sections:
        here = section.title.casefold()
        if here in wanted[place + 1 :]:
            break
        if here in wanted[:place]:
            strange = []
        elif section.level == 2:
            strange.append(section)
    return strange[0] if len(strange) == 1 else None


_NAMING = ("under «", "avsnittet «", "lista «", "listen «")
_NAMED = when_used(r"\b(?:under|i avsnittet|i lista|i listen) «(?P<name>[^»\n]{3,40})»")


def _gone(document: Document, kind: DocumentType) -> Iterator[Finding]:
    """«Fyll ut punktene under «Kriterier»», on a page without that section."""
    text = document.body.text
    named = [*_NAMED.finditer(text)] if any(map(text.__contains__, _NAMING)) else []
    known = {spec.title(document.language).casefold() for spec in kind.sections if named}
    here = {section.title.casefold() for section in document.body.sections if named}
    for found in named:
        if (name := found["name"].casefold()) in known and name not in here:
            message = f"Her står det «{found['name']}», men siden har ikke det avsnittet."
            hint = "Skriv navnet på avsnittet som leseren skal se i."
            yield Finding(in_body(document, found.start("name")), message, hint)


@document_rule("AV602", "Avsnittene står i feil rekkefølge")
def section_order(context: Context, document: Document) -> Iterator[Finding]:
    """The headings of `typer.yml` must be in the order given there."""
    kind = context.corpus.type_of(document)
    wanted = [spec.title(document.language).casefold() for spec in kind.sections] if kind else []
    found = [s for s in document.body.sections if s.title.casefold() in wanted]
    if moved := _moved(found, [wanted.index(section.title.casefold()) for section in found]):
        yield _out_of_place(document, *moved)
        return
    last, latest = -1, None
    for section in found:
        place = wanted.index(section.title.casefold())
        if latest and place < last:
            yield _out_of_place(document, section, False, latest)
        else:
            last, latest = place, section


def _moved(found: Sequence[Section], places: list[int]) -> tuple[Section, bool, Section | None] | None:
    """The only section without which the others are in order, whether it comes too early, and the one it belongs before."""
    if places == sorted(places):
        return None
    for n in reversed(range(len(places))):
        rest = [*places[:n], *places[n + 1 :]]
        if rest == sorted(rest):
            there = bisect_right(rest, places[n])
            return found[n], there > n, [*found[:n], *found[n + 1 :], None][there]
    return None


def _out_of_place(document: Document, section: Section, is_early: bool, following: Section | None) -> Finding:
    message = f"Avsnittet «{section.title}» står for {'tidlig' if is_early else 'sent'}."
    if following is None:
        return Finding(at_heading(document, section), message, "Flytt det til slutt.")
    hint = f"Flytt det {'ned, ' if is_early else ''}foran «{following.title}»."
    return Finding(at_heading(document, section), message, hint, (at_heading(document, following),))


# Of which every heading of the other world has one.
_MIXED_WORDS = frozenset(
    ("parter", "partar", "økonomi", "mislighald", "misleghald", "mislighold", "underskrift", "underskrifter", "varighet", "varigheit",
     "oppsigelse", "oppseiing", "tvisteløysing", "tvisteløsning", "slik", "sjekkliste")
)  # fmt: skip
_STEP = when_used(r"^\d{1,2}\. \*\*[^*\n]+:\*\*", re.MULTILINE)


@document_rule("AV603", "Avsnittet hører til den andre verdenen", needs=("typer",))
def mixed_worlds(context: Context, document: Document) -> Iterator[Finding]:
    """A procedure must not have Parter or Oppsigelse, nor an agreement steps."""
    if context.corpus.type_of(document) is None:  # AV101, AV104 or AV105 says so
        return
    world, found = context.corpus.world_of(document), False
    for section in () if document.body.words.isdisjoint(_MIXED_WORDS) else document.body.sections:
        if MIXED_WORLDS[world].fullmatch(section.title.casefold()):
            found, home = True, "en avtale" if world == "pasientnaer" else "en prosedyre"
            message = f"Avsnittet «{section.title}» hører hjemme i {home}."
            yield Finding(at_heading(document, section), message, _home(context, document, world, "avsnittet"))
    told = found or world != "overordnet" or ". **" not in document.body.text
    if not told and (step := _STEP.search(document.body.text)):
        agreed = "En avtale sier hva partene skal, ikke hvordan den ansatte gjør det."
        message = f"Her står det steg som i en prosedyre. {agreed}"
        yield Finding(in_body(document, step.start()), message, _home(context, document, world, "stegene"))


def _home(context: Context, document: Document, world: str, what: str) -> str:
    """What to do with text of the other world: the agreements that the page rests on, or the procedures that rest on it."""
    if world == "pasientnaer":
        above = dict.fromkeys(target.document for target in document.hjemmel)
        new = f"ny versjon av {' eller '.join(above)}" if above else "avtale"
        return f"Slett {what} her. Er partene enige om det, skriver du det i en {new}."
    users = [
        other
        for other in context.corpus.documents_of(document.home)
        if other.type == "prosedyre" and any(target.whole == document.reference for target in other.hjemmel)
    ]
    home = f"prosedyren det gjelder ({named(users)} bygger på avtalen)" if users else "en ny prosedyre"
    return f"Slett {what} her, og skriv det den ansatte skal gjøre, i {home}."


@document_rule("AV605", "Prosedyren er for lang", Severity.ADVARSEL)
def too_long(context: Context, document: Document) -> Iterator[Finding]:
    """A procedure may have at most 600 words and 10 steps (Meld. St. 26: agreements must not be too extensive)."""
    if document.type not in ("prosedyre", "sjekkliste"):
        return
    text = document.body.text
    if sum(map(text.count, _SPACES)) >= MAX_WORDS and (words := len(text.split())) > MAX_WORDS:
        message = f"Prosedyren har {words} ord. Her er grensen på {MAX_WORDS} nådd."
        hint = f"Ta bort {words - MAX_WORDS} ord, eller flytt en del til en ny prosedyre, og lenk dit herfra."
        first_too_many = next(islice(re.finditer(r"\S+", text), MAX_WORDS, None))
        yield Finding(in_body(document, first_too_many.start()), message, hint)
    for listed in numbered_lists(document.body.seen.lists):
        if len(listed) > MAX_STEPS:
            steps = [token for _, _, token in listed]
            message = f"Lista har {len(steps)} steg. Det skal høyst være {MAX_STEPS}."
            yield Finding(at_token(document, steps[MAX_STEPS]), message, _fewer(context, document, steps))


def _fewer(context: Context, document: Document, steps: Sequence[Token]) -> str:
    """How to get few enough steps: two in a row that the same one takes, or the last ones on a page of their own."""
    by_line = {at.line: actor for at, actor in context.known(items, document)}
    actors = [by_line.get(at_token(document, step).line, "") for step in steps]
    for number, (actor, other) in enumerate(pairwise(actors), 1):
        if actor and actor == other:
            more = ", og slå sammen flere slik" if len(steps) > MAX_STEPS + 1 else ""
            same = f"Steg {number} og {number + 1} er begge for «{actor}»: skriv dem som ett{more}."
            return f"{same} Går ikke det, flytter du de siste stegene til en ny prosedyre."
    return "Flytt de siste stegene til en ny prosedyre, og lenk dit fra det siste her."
