"""AV644: two times in a sentence, each of which belongs to what the other one says."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from operator import gt, itemgetter
from typing import NamedTuple

from avtaleverk.checks.agreed.basis import clauses, durations, is_changed
from avtaleverk.checks.agreed.limits import limits
from avtaleverk.checks.agreed.measures import OFTEN, measures
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, in_line, in_section, in_words, value_at
from avtaleverk.corpus.duration import LOOSE, minutes
from avtaleverk.corpus.model import Deadline, Document
from avtaleverk.corpus.outline import Section
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import document_rule

_BETWEEN = (" og ", " eller ", ", ", "; ", ": ")
_SIGNS = ".,:;!?()[]*«»"
_STEM = 5  # letters by which a word is known in all its forms
_SMALL = frozenset(
    ("innen", "innan", "etter", "eller", "under", "timer", "timar", "dager", "dagar", "veker", "måned", "månad", "minut",
     "kvart", "halvå", "gange", "ganga", "pasie", "virke", "siden", "sidan", "senes", "seina", "ellers", "elles", "dersom",
     "disse", "desse", "denne")
)  # fmt: skip
# What there is to exchange when two things are done how often.
_EACH, _UNITS = (
    frozenset(("hver", "hvert", "kvar", "kvart")),
    frozenset(("uke", "veke", "måned", "månad", "kvartal", "halvår")),
)
_SURE = 2  # words in common with the deadlines, whose names are short

Value = tuple[str, int]  # what kind of time it is, and how long or how often


class _Time(NamedTuple):
    """A time in a sentence, and the words that say what it is for."""

    value: Value
    words: str
    stems: frozenset[str]
    sentence: str


Pair = tuple[_Time, _Time]


@document_rule(
    "AV644",
    "To tider har byttet plass",
    Severity.ADVARSEL,
    needs=("roller",),
    follows=("AV207", "AV213", "AV608", "AV631", "AV635"),
)
def exchanged(context: Context, document: Document) -> Iterator[Finding]:
    """«Innen 3 døgn etter tidlig hjemreise, ellers innen 2 døgn», where the clause says it the other way round."""
    pairs = [*_told(context, document)]
    if not pairs or context.lacks_basis(document):
        return
    found = False
    agreed = [(clause, pair) for clause in clauses(context, document) for pair in _pairs(context.words_under(*clause))]
    for at, pair in pairs:
        if deadline := _of_other(context, document, pair):
            said = f"fristen «{deadline.id}» er «{deadline.within.text}»"
            yield _finding(at, pair, said, deadline.at, "Hvis det er fristen som er feil, rettes den først.")
        elif same := next((one for one in agreed if _is_turned(pair, one[1])), None):
            if not _of_other(context, same[0][0], same[1]):  # else it is told in the clause
                yield _beside_clause(context, document, at, pair, *same)
        elif not found and any(_is_turned(pair, other) for other in _pairs(document.summary)):
            there, said = value_at(document, "sammendrag"), "sammendraget sier dem omvendt"
            yield _finding(at, pair, said, there, "Hvis det er sammendraget som er feil, retter du det.")
        else:
            continue
        found = True


def _told(context: Context, document: Document) -> Iterator[tuple[Location, Pair]]:
    """The pairs of times in the summary and in each line of the text."""
    lines = dict[int, set[Value]]()
    for limit in context.known(limits, document):
        lines.setdefault(limit.at.line, set()).add(("", limit.minutes))
    if not _EACH.isdisjoint(document.body.words) and len(document.body.words & _UNITS) > 1:
        for one in measures(document.body.text):
            lines.setdefault(in_body(document, one.start).line, set()).add((one.kind, one.value))
    for line in sorted(line for line, values in lines.items() if len(values) > 1):
        if line == (summary := value_at(document, "sammendrag")).line:
            yield from ((summary, pair) for pair in _pairs(document.summary))
        elif line >= document.body.first_line:
            written = document.body.text.split("\n")[line - document.body.first_line]
            for pair in _pairs(_without_addresses(written)):
                yield in_line(document, line, pair[0].words), pair


def _of_other(context: Context, document: Document, pair: Pair) -> Deadline | None:
    """The deadline that the words of one time are for, when it has the other time, and so the other way round."""
    each: list[list[Deadline]] = [[], []]
    for _, deadline in context.web.deadlines_of(document):
        for time, same in zip(pair, each, strict=True):
            if time.value == ("", deadline.within.minutes):
                same.append(deadline)
    if not all(each):
        return None
    own, others = pair[0].stems - pair[1].stems, pair[1].stems - pair[0].stems
    first, second = ([(_task(context, deadline), deadline) for deadline in same] for same in each)
    most, meant = max(((len(own & stems), deadline) for stems, deadline in second), key=itemgetter(0))
    kept = [max(len(own & stems) for stems, _ in first), max(len(others & stems) for stems, _ in second)]
    turned = [most, max(len(others & stems) for stems, _ in first)]
    return meant if _is_sure(kept, turned, _SURE) else None


def _task(context: Context, deadline: Deadline) -> frozenset[str]:
    """The words for what a deadline is for, and for who keeps it."""
    role = context.corpus.registers.roller.entries.get(deadline.by)
    return _stems(f"{deadline.what} {deadline.since} {role.name if role else ''} {role.name_nn if role else ''}")


def _is_turned(pair: Pair, other: Pair) -> bool:
    """Whether two pairs have the same times, each with what belongs to the other."""
    if pair[0].value == other[1].value:
        other = other[1], other[0]
    if [one.value for one in pair] != [one.value for one in other]:
        return False
    here, there = ((a.stems - b.stems, b.stems - a.stems) for a, b in (pair, other))
    kept = [len(one & same) for one, same in zip(here, there, strict=True)]
    turned = [len(one & same) for one, same in zip(here, reversed(there), strict=True)]
    return _is_sure(kept, turned, 1)


def _is_sure(kept: list[int], turned: list[int], least: int) -> bool:
    """Whether so many more words tell that the times are exchanged than that they are not."""
    if not any(kept):
        return sum(turned) >= least
    return all(map(gt, turned, kept)) and sum(turned) >= sum(kept) + _SURE


def _beside_clause(
    context: Context, document: Document, at: Location, pair: Pair, clause: tuple[Document, Section], agreed: Pair
) -> Finding:
    """The finding, in the clause when that was changed after the document was reviewed."""
    there = in_section(*clause, agreed[0].words)
    if is_changed(context, document, *clause):
        rest = f"Hvis det er punktet som er riktig, retter du {document.id}."
        return _finding(there, agreed, f"{document.id} sier {_quoted(pair)}", at, rest)
    said = f"avtalen sier {_quoted(agreed)}"
    return _finding(at, pair, said, there, "Hvis det er avtalen som er feil, rettes den først.")


def _finding(at: Location, pair: Pair, said: str, there: Location, rest: str) -> Finding:
    one, other = (time.words for time in pair)
    message = f"«{one}» og «{other}» har byttet plass her: {said} ({in_words(there)})."
    return Finding(at, message, f"Skriv «{other}» der det står «{one}», og omvendt. {rest}", (there,))


def _quoted(pair: Pair) -> str:
    return f"«{' '.join(dict.fromkeys(time.sentence for time in pair))}»"


@lru_cache(maxsize=2048)
def _pairs(text: str) -> tuple[Pair, ...]:
    """The neighbouring times of the same kind in each line. Cached: many procedures rest on the same clause."""
    found: list[Pair] = []
    is_often = any(map(text.__contains__, _EACH))
    for line in text.split("\n") if is_often or len(durations(text)) > 1 else ():
        if is_often or len(durations(line)) > 1:
            times = [time for sentence in line.replace(" |", ". ").split(". ") for time in _times(sentence.strip())]
            told = ((one, other) for one, other in pairwise(times) if one and other and one.value != other.value)
            found += (pair for pair in told if pair[0].value[0] == pair[1].value[0])
    return tuple(found)


def _times(sentence: str) -> list[_Time | None]:
    """The times in a sentence, each with the words up to the last sign or «og» before the next one; None where that cannot
    be told, and for a sentence without any."""
    spans = [(("", minutes(span)), span.start(), span[0]) for span in LOOSE.finditer(sentence)]
    spans += [((one.kind, one.value), one.start, one.words) for one in measures(sentence) if one.kind in OFTEN]
    spans.sort(key=lambda span: span[1])
    cuts = [0]
    for (_, start, words), (_, following, _) in pairwise(spans):
        ends = [(sentence.rfind(sign, start + len(words), following), len(sign)) for sign in _BETWEEN]
        cuts.append(max((at + length for at, length in ends if at >= 0), default=-1))
    cuts.append(len(sentence))
    times = list[_Time | None]()
    for (value, start, words), first, end in zip(spans, cuts, cuts[1:], strict=False):
        about = f"{sentence[first:start]} {sentence[start + len(words) : end]}"
        times.append(_Time(value, words, _stems(about), sentence) if min(first, end) >= 0 else None)
    return times or [None]


def _stems(text: str) -> frozenset[str]:
    words = (word.strip(_SIGNS) for word in text.split())
    return frozenset(word[:_STEM].casefold() for word in words if len(word) >= _STEM or word.isupper()) - _SMALL


def _without_addresses(line: str) -> str:
    """A line of Markdown without the addresses of its links."""
    first, *rest = line.split("](")
    return first + "".join(part.partition(")")[2] for part in rest)
