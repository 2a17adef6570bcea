"""How often something is done, and for how long, in a sentence that a clause has nearly the same of."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from avtaleverk.checks.agreed.basis import clauses, is_changed
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, in_body, in_section, in_words, matches, value_at
from avtaleverk.corpus.duration import LOOSE, NUMBERS, minutes
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Section
from avtaleverk.corpus.place import standing
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.links.sentences import sentence_around
from avtaleverk.patterns import when_used

_EACH = when_used(r"(?:hver|kvar)t? (?P<each>dag|uke|veke|måned|månad|kvartal|halvår|år)\b")
_EACH_SIGNS = ("hver ", "hvert ", "kvar ", "kvart ")
_TIMES = when_used(r" g[ao]ng(?:er|ar)? (?:i|om) (?P<each>året|uk|vek|måned|månad|dagen|døgnet)\w*")
_TIMES_SIGNS = (" gang", " gong")
_A_YEAR = {
    "dag": 365, "døgnet": 365, "dagen": 365, "uk": 52, "uke": 52, "vek": 52, "veke": 52, "måned": 12, "månad": 12,
    "kvartal": 4, "halvår": 2, "år": 1, "året": 1,
}  # fmt: skip
OFTEN = ("hver", "ganger")
_AS_LONG = {"minst ": "minst", "inntil ": "inntil"} | {f" i {digit}": "i" for digit in range(1, 10)}
_SIGNS = (*_EACH_SIGNS, *_TIMES_SIGNS, *_AS_LONG)
_OF_TIME = frozenset(
    ("timer", "timar", "dager", "dagar", "veker", "måned", "månad", "minut", "kvart", "halvå", "gange")
)
_WORD = when_used(r"[^\W\d_]{5,}")
_STEM, _SURE, _SHARE = 5, 2, 0.25  # letters of a stem; stems that two sentences share, and what part of the shorter one


_Clause = tuple[Document, Section]


class Measure(NamedTuple):
    """How often, or how long: its kind, its value, its words and their place."""

    kind: str
    value: int
    words: str
    start: int


def other_measure(context: Context, document: Document) -> Iterator[Finding]:
    """«Gruppen møtes hver måned», where the clause says «Gruppen møtes hver uke», and none says the other."""
    said = [(clause, measures(context.words_under(*clause))) for clause in clauses(context, document)]
    known = {(one.kind, one.value) for _, found in said for one in found}
    kinds = {kind for kind, _ in known}
    for text, in_text in ((document.summary, False), (document.body.text, True)) if kinds else ():
        for one in measures(text):
            if one.kind in kinds and (one.kind, one.value) not in known:
                at = in_body(document, one.start) if in_text else value_at(document, "sammendrag")
                if other := _same(context, said, one, sentence_around(text, one.start)):
                    yield _finding(context, document, at, one, *other)


def _same(
    context: Context, said: list[tuple[_Clause, tuple[Measure, ...]]], one: Measure, sentence: str
) -> tuple[_Clause, Measure] | None:
    """The first measure of the kind in a sentence of the clauses that is like the one of the page; None when there is none."""
    stems = _stems(sentence)
    for clause, found in said:
        words = context.words_under(*clause)
        for other in found:
            if other.kind == one.kind and _is_alike(stems, sentence_around(words, other.start)):
                return clause, other
    return None


def _finding(
    context: Context, document: Document, at: Location, one: Measure, clause: _Clause, other: Measure
) -> Finding:
    there = at_heading(*clause)
    if is_changed(context, document, *clause):
        message = f"Her står «{other.words}», men {document.id} sier «{one.words}» om det samme ({in_words(at)})."
        hint = f"Skriv «{one.words}». Hvis det er punktet som er riktig, retter du det i {document.id}."
        return Finding(in_section(*clause, other.words), message, hint, (at,))
    message = f"Her står «{one.words}», men avtalen sier «{other.words}» om det samme ({in_words(there)})."
    hint = f"Skriv «{other.words}». Gjelder det noe annet, legger du til avtalepunktet i «hjemmel»."
    return Finding(at, message, hint, (there,))


@lru_cache(maxsize=2048)
def measures(text: str) -> tuple[Measure, ...]:
    """The measures in a text. Cached: many procedures rest on the same clause."""
    if not any(map(text.__contains__, _SIGNS)):
        return ()
    given = matches(_EACH, _EACH_SIGNS, text)
    found = [Measure("hver", _A_YEAR[each["each"]], each[0], each.start()) for each in given]
    for times in matches(_TIMES, _TIMES_SIGNS, text):
        count = text[max(0, times.start() - 10) : times.start()].rpartition(" ")[2]
        number = NUMBERS.get(count.casefold(), int(count) if count.isdecimal() else 0)
        if number:
            words = f"{count}{times[0]}"
            found.append(Measure("ganger", number * _A_YEAR[times["each"]], words, times.start() - len(count)))
    for at in standing(_AS_LONG, text):
        word = next(word for word in _AS_LONG if text.startswith(word, at))
        length = len(word.rstrip("123456789"))
        if span := LOOSE.match(text, at + length):
            words = text[at : at + length].lstrip() + span[0]
            found.append(Measure(_AS_LONG[word], minutes(span), words, span.end() - len(words)))
    return tuple(found)


def _stems(sentence: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(sentence.casefold())} - _OF_TIME


def _is_alike(stems: set[str], sentence: str) -> bool:
    others = _stems(sentence)
    same = len(stems & others)
    return same >= _SURE and same >= _SHARE * min(len(stems), len(others))
