"""Whether all points of a list must be met, or only one, must be as in the clause that the list comes from."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from markdown_it.token import Token

from avtaleverk.checks.agreed.basis import clauses, is_changed
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, at_token, in_body, in_section, in_words
from avtaleverk.checks.text.structure import ALL_OR_ONE, lists_of
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Section, inline_text
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.patterns import when_used

_ALL = when_used(r"\b(?:[Aa]lle|[Ss]amtlige|[Ss]amtlege)\b")
_ONE = when_used(r"\b[Mm]inst (?:ett|eitt|én|éin)\b")
_SIGNS = ("alle", "Alle", "amtlige", "amtlege", "inst e", "inst é")  # of which one stands in all of it
_NOT = when_used(r"\bikk(?:j?e)\b")
_ALL_OF = when_used(r"\balle (?:disse|desse|(?:de |dei )?(?:vilkår|krav|kriteri|punkt))")
_ONE_OF = when_used(r"\bminst (?:ett|eitt|én|éin) av\b")
_SENTENCE = when_used(r"(?P<before>[^.:\n]*): (?P<points>[^.:\n]+)")
_BETWEEN = when_used(r"[,;] (?:(?:og|eller) )?")
_WORD = when_used(r"\w{4,}")
_STEM = 6  # letters by which a word is known in all its forms
_PATIENT = "pasien"  # in every point
_FEW = 2  # points that two lists have in common by chance

_BELOW = when_used(
    r"\b(?:(?P<all>[Aa]lle)|(?:[Ee]itt|[Ee]tt|[EeÉé]in|[EeÉé]n) av) (?P<what>tegnene|teikna|punktene|punkta|kriteriene|kriteria) (?:under|nedenfor)\b"
)
_POINTS = frozenset(("tegnene", "teikna", "punktene", "punkta", "kriteriene", "kriteria"))
_BELOW_SIGNS = ("ene under", "teikna under", "punkta under", "kriteria under")
_BOTH = when_used(r"\b(?:(?P<both>[Bb]egge)|[Dd]en (?:ene|eine))(?: part\w+)? (?:må|skal) (?P<do>\w+)")
_BOTH_SIGNS = (" parter må ", " partar må ", "egge må ", " parten må ")
Points = tuple[frozenset[str], ...]


class _Listed(NamedTuple):
    """A list that says how many of its points must be met: the place of that, the word for it, and the words of each
    point."""

    document: Document
    section: Section
    at: Location
    number: str
    points: Points


def other_number(context: Context, document: Document) -> Iterator[Finding]:
    """«Minst ett av punktene» above what the clause lists under «alle disse»."""
    is_told = document.type == "prosedyre" and any(sign in document.body.text for sign in _SIGNS)
    found = [*_lists(document, document.body.sections)] if is_told else []
    yield from _told_above(document, found)
    yield from _both_or_one(context, document)
    places = clauses(context, document) if found else ()
    agreed = [one for clause in places for one in (*_in_clause(*clause), *_in_sentences(context, *clause))]
    yield from _refused(context, document, found, places)
    for here in found if agreed else ():
        same = [there for there in agreed if _are_alike(here.points, there.points)]
        if same and all(there.number != here.number for there in same):
            there = same[0]
            wrong, right, what = here, there, "avtalen"
            if is_changed(context, document, there.document, there.section):
                wrong, right, what = there, here, document.id
            message = f"Her står «{wrong.number}», men {what} sier «{right.number}» om de samme punktene ({in_words(right.at)})."
            every, one, _ = ALL_OR_ONE["nn" if wrong.document.language == "nn" else "nb"]
            heading = f"«{one if right.number.startswith('minst') else every}» foran listen"
            write = heading if wrong is here else f"«{right.number}»"
            hint = f"Skriv {write}. Hvis det er {what} som er feil, rettes det der."
            yield Finding(wrong.at, message, hint, (right.at,))


def _told_above(document: Document, found: list[_Listed]) -> Iterator[Finding]:
    """«Ser du alle tegnene under», above a list of which one is enough."""
    text = document.body.text
    is_told = found and not document.body.words.isdisjoint(_POINTS) and any(map(text.__contains__, _BELOW_SIGNS))
    is_one_number = len({one.number for one in found}) == 1
    for told in _BELOW.finditer(text) if is_told and is_one_number else ():
        if (number := found[0].number) != ("alle" if told["all"] else "minst ett"):
            one = "eitt" if document.language == "nn" else "ett"
            right = f"alle {told['what']}" if number == "alle" else f"{one} av {told['what']}"
            message = f"Her står «{told[0]}», men listen sier «{number}» ({in_words(found[0].at)})."
            hint = f"Skriv «{right} {told[0].rpartition(' ')[2]}». Hvis det er listen som er feil, retter du den."
            yield Finding(in_body(document, told.start()), message, hint, (found[0].at,))


def _refused(
    context: Context, document: Document, found: list[_Listed], places: Sequence[tuple[Document, Section]]
) -> Iterator[Finding]:
    """A point among those that must all be met, which the clause names among those of which one is enough to refuse."""
    refused = [(points, clause) for clause in places if (points := _refusals(context.words_under(*clause)))]
    for listed in found if refused else ():
        for token, stems in _items(document, listed.section, listed.at.line) if listed.number == "alle" else ():
            for points, clause in refused:
                if len(stems) >= _FEW and any(stems <= point for point in points):
                    there, words = at_heading(*clause), inline_text(token)
                    message = f"«{words}» står blant det som må være oppfylt, men avtalen sier at det er nok til å si nei ({in_words(there)})."
                    hint = "Flytt punktet til listen over det som ikke passer. Hvis det er avtalen som er feil, rettes den først."
                    yield Finding(at_token(document, token), message, hint, (there,))


@lru_cache(maxsize=1024)
def _refusals(text: str) -> Points:
    """What a clause lists as enough to refuse: «passer ikke når legen ser minst ett av disse: …»."""
    sentences = _SENTENCE.finditer(text) if "inst e" in text and "ikk" in text else ()
    told = (one for one in sentences if _ONE.search(one["before"]) and _NOT.search(one["before"]))
    found = [one["points"].split(";") if ";" in one["points"] else _BETWEEN.split(one["points"]) for one in told]
    return tuple(_stems(point) for points in found for point in points)


def _both_or_one(context: Context, document: Document) -> Iterator[Finding]:
    """«Begge må samtykke», where the clause says «den ene parten må samtykke»."""
    text = document.body.text
    said = [*_BOTH.finditer(text)] if any(map(text.__contains__, _BOTH_SIGNS)) else []
    for clause in clauses(context, document) if said else ():
        words = context.words_under(*clause)
        agreed = {told["do"]: told for told in _BOTH.finditer(words)}
        for told in said:
            other = agreed.get(told["do"])
            if other and bool(other["both"]) != bool(told["both"]) and told["do"] not in words[other.end() :]:
                yield _both_or(context, document, clause, (told[0], in_body(document, told.start())), other[0])


def _both_or(
    context: Context, document: Document, clause: tuple[Document, Section], here: tuple[str, Location], said: str
) -> Finding:
    (written, at), there, what = here, in_section(*clause, said), "avtalen"
    if is_changed(context, document, *clause):
        written, at, said, there, what = said, there, written, at, document.id
    message = f"Her står «{written}», men {what} sier «{said}» ({in_words(there)})."
    return Finding(at, message, f"Skriv «{said}». Hvis det er {what} som er feil, rettes det der.", (there,))


def _are_alike(here: Points, there: Points) -> bool:
    """Whether half of the points of the shorter list are in the other one."""
    same = sum(any(2 * len(a & b) >= min(len(a), len(b)) > 0 for b in there) for a in here)
    return same >= max(_FEW, min(len(here), len(there)) / 2)


@lru_cache(maxsize=256)
def _in_clause(agreement: Document, section: Section) -> tuple[_Listed, ...]:
    return tuple(_lists(agreement, (section,)))


def _in_sentences(context: Context, agreement: Document, section: Section) -> Iterator[_Listed]:
    """What a clause lists in a sentence: «når alle disse vilkårene er oppfylt: a, b og c»."""
    for number, points in _told(context.words_under(agreement, section)):
        yield _Listed(agreement, section, at_heading(agreement, section), number, points)


@lru_cache(maxsize=1024)
def _told(text: str) -> tuple[tuple[str, Points], ...]:
    """How many of which points each sentence of a clause asks for."""
    found = []
    for listed in _SENTENCE.finditer(text) if ": " in text else ():
        every, one = _ALL_OF.search(listed["before"]), _ONE_OF.search(listed["before"])
        if bool(every) != bool(one) and not _NOT.search(listed["before"]):
            points = tuple(map(_stems, _BETWEEN.split(listed["points"])))
            found.append(("alle" if every else "minst ett", points))
    return tuple(one for one in found if len(one[1]) > _FEW)


def _lists(document: Document, sections: tuple[Section, ...]) -> Iterator[_Listed]:
    """The lists that clearly say how many points must be met, except those of exclusion criteria."""
    for section in sections if "\n- " in document.body.text else ():
        for token, before in lists_of(document.body, section):
            every, one = _ALL.search(before), _ONE.search(before)
            if bool(every) != bool(one) and not _NOT.search(before):
                number = "alle" if every else "minst ett"
                yield _Listed(document, section, at_token(document, token), number, _points(document, section, token))


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(words.casefold())) - {_PATIENT}


def _points(document: Document, section: Section, first: Token) -> Points:
    """The words of each point of the list that `first` opens, or that follows the paragraph that it opens."""
    return tuple(stems for _, stems in _items(document, section, document.body.line_of(first)))


def _items(document: Document, section: Section, line: int) -> Iterator[tuple[Token, frozenset[str]]]:
    """The points of the first list of a section from a line on, each with its words."""
    inside = False
    for token in document.body.tokens_of(section):
        if token.type == "bullet_list_open" and token.level == 0:
            inside = document.body.line_of(token) >= line
        elif token.type == "bullet_list_close" and token.level == 0 and inside:
            break
        elif inside and token.type == "inline":
            yield token, _stems(inline_text(token))
