"""Whether all points of a list must be met, or only one, must be as in the clause that the list comes from."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from markdown_it.token import Token

from avtaleverk.checks.agreed.basis import clauses, is_changed
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, at_token, in_words
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
    places = clauses(context, document) if found else ()
    agreed = [one for clause in places for one in (*_in_clause(*clause), *_in_sentences(context, *clause))]
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
    found, inside, line = [], False, document.body.line_of(first)
    for token in document.body.tokens_of(section):
        if token.type == "bullet_list_open" and token.level == 0:
            inside = document.body.line_of(token) >= line
        elif token.type == "bullet_list_close" and token.level == 0 and inside:
            break
        elif inside and token.type == "inline":
            found.append(_stems(inline_text(token)))
    return tuple(found)
