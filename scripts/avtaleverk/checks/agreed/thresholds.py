"""AV6: ages, times of day and scores in a procedure are those of the clauses that it rests on."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from avtaleverk.checks.agreed.basis import clauses
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, in_body, in_words
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.nodes import Scalar
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_NUMBER = r"(?P<number>\d{1,2})"
# What is compared with what, with a sign that stands in all of it. An age under which is no age from which.
_FORMS = {
    "under år": ("under ", when_used(rf"\bunder {_NUMBER} år\b")),
    "fra år": (" år eller ", when_used(rf"\b{_NUMBER} år eller (?:eldre|mer|meir)\b")),
    "fylt år": ("fylt ", when_used(rf"\bfylt {_NUMBER} år\b")),
    "NEWS2 under": ("NEWS", when_used(rf"\bNEWS2? (?:under|mindre enn|lavere enn|lågare enn) {_NUMBER}\b")),
    "NEWS2 fra": ("NEWS", when_used(rf"\bNEWS2? (?:på |er |minst |over )+{_NUMBER}\b")),
    "klokkeslett": ("kl", when_used(rf"\b[Kk]l(?:\.|okk(?:a|en))[ \u00a0]{_NUMBER}(?:[.:](?P<minute>\d\d))?\b")),
}
_WORDS = frozenset(["år", "news", "news2", "kl", "klokka", "klokken"])  # of which one stands in all of it
_NEAR = 120  # minutes: a time of day farther off is about something else


class _Bound(NamedTuple):
    form: str
    value: int
    start: int
    words: str


@document_rule("AV635", "Grensen er en annen enn i avtalen", Severity.ADVARSEL)
def other_bound(context: Context, document: Document) -> Iterator[Finding]:
    """«16 år eller eldre» where the clause says «18 år eller eldre». What the clauses do not say is free."""
    if context.corpus.world_of(document) == "overordnet" or context.lacks_basis(document):
        return
    found = [*_in_document(document)]
    agreed = [*_agreed(context, document)] if found else []
    for at, bound in found:
        same = {other.value: (other.words, where) for other, where in agreed if other.form == bound.form}
        if not same or bound.value in same:
            continue
        if bound.form == "klokkeslett" and not any(abs(bound.value - value) <= _NEAR for value in same):
            continue
        said, where = same[min(same, key=lambda value: abs(value - bound.value))]
        message = f"Her står «{bound.words}», men avtalen sier «{said}» ({in_words(where)})."
        hint = "Skriv grensen som er avtalt. Gjelder den noe annet, legger du til avtalepunktet i «hjemmel»."
        places = dict.fromkeys(at_bound for other, at_bound in agreed if other.form == bound.form)
        yield Finding(at, message, hint, (document.at("hjemmel"), *places))


def _agreed(context: Context, document: Document) -> Iterator[tuple[_Bound, Location]]:
    """The bounds of the clauses that the document rests on, each with the heading of its clause."""
    for agreement, section in clauses(context, document):
        for bound in _bounds(context.words_under(agreement, section)):
            yield bound, at_heading(agreement, section)


def _in_document(document: Document) -> Iterator[tuple[Location, _Bound]]:
    for key in ("tittel", "sammendrag"):
        node = document.fields.values.get(key)
        if isinstance(node, Scalar):
            for bound in _bounds(node.text):
                yield node.at, bound
    for bound in () if document.body.words.isdisjoint(_WORDS) else _bounds(document.body.text):
        yield in_body(document, bound.start), bound


@lru_cache(maxsize=1024)
def _bounds(text: str) -> tuple[_Bound, ...]:
    """The bounds in a text; many procedures rest on the same clause."""
    found = []
    for form, (sign, pattern) in _FORMS.items():
        for match in pattern.finditer(text) if sign in text else ():
            number = int(match["number"])
            if form == "klokkeslett":
                number = number * 60 + int(match["minute"] or 0)
            found.append(_Bound(form, number, match.start(), match[0]))
    return tuple(found)
