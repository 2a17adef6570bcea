"""AV6: a time span that is agreed, but for another task than the one that the sentence is about."""

from collections.abc import Callable, Iterable
from operator import itemgetter

from avtaleverk.checks.agreed.basis import agreed_spans, basis, durations
from avtaleverk.checks.agreed.limits import Limit, limits
from avtaleverk.checks.agreed.meant import exceeded
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_words
from avtaleverk.corpus.model import Deadline, Document
from avtaleverk.corpus.place import standing
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.links.sentences import sentence_around
from avtaleverk.patterns import when_used

_LONG_WORD = when_used(r"\b(?!pasi)\w{5}")  # the start of a word; the patient is in every sentence
_OF_TIME = frozenset(
    ("innen", "innan", "senes", "seina", "etter", "eller", "under", "disse", "dette", "timer", "timar", "dager", "dagar",
     "måned", "månad", "minut", "virke", "høyst", "høgst", "først", "hverd", "kvard", "klokk", "strak")
)  # fmt: skip
_SURE = 2  # words more that the sentence has in common with another task than with any that has its time span


def of_another(context: Context, document: Document) -> dict[Location, Finding]:
    """The time spans of the document that are agreed for something else than their sentence says, by their places."""
    deadlines = [d for _, d in context.web.deadlines_of(document) if d.within.minutes is not None]
    if len({d.within.minutes for d in deadlines}) < _SURE:
        return {}
    tasks = [(deadline, _task(context, deadline)) for deadline in deadlines]
    meant = ((limit, _meant(context, document, limit, tasks)) for limit in context.known(limits, document))
    return {limit.at: _finding(limit, one) for limit, one in meant if one and not exceeded(context, document, limit)}


def _task(context: Context, deadline: Deadline) -> str:
    """What is agreed, and who shall do it, in lower case."""
    role = context.corpus.registers.roller.entries.get(deadline.by)
    return f" {deadline.what} {deadline.since} {role.name if role else ''} {role.name_nn if role else ''}".lower()


def likeliest(context: Context, document: Document, limit: Limit) -> str:
    """The time span of the deadlines that the sentence of another one has most in common with; "" for none, or several."""
    alike = _alike(context, document, limit)
    told = [(alike(_task(context, d)), d.within.text) for _, d in context.web.deadlines_of(document)] if alike else []
    most = max(told, default=(0, ""))[0]
    spans = {span for count, span in told if count == most}
    return spans.pop() if most >= _SURE and len(spans) == 1 else ""


def _meant(
    context: Context, document: Document, limit: Limit, tasks: Iterable[tuple[Deadline, str]]
) -> Deadline | None:
    """The deadline that the sentence of a time span is about, when it has that much more in common with it than with what has
    its time span."""
    alike = _alike(context, document, limit)
    if alike is None:
        return None
    others = ((alike(words), d) for d, words in tasks if d.within.minutes != limit.minutes)
    most, deadline = max(others, key=itemgetter(0))
    same = [alike(words) for d, words in tasks if d.within.minutes == limit.minutes]
    if most < max(same, default=0) + _SURE or limit.minutes not in {m for _, m, _ in agreed_spans(context, document)}:
        return None
    return deadline if most >= _most_alike(context, document, limit.minutes, alike) + _SURE else None


def _alike(context: Context, document: Document, limit: Limit) -> Callable[[str], int] | None:
    """How many long words of its own sentence a text has; None where the sentence has few."""
    text, lines = f"{limit.before}{limit.span}{limit.after}", [one.at.line for one in context.known(limits, document)]
    told = limit.phrase if lines.count(limit.at.line) > 1 else sentence_around(text, len(limit.before)).lower()
    long = {*_LONG_WORD.findall(told)} - _OF_TIME
    own = [f" {word}" for word in long]
    return (lambda words: len([word for word in own if word in words])) if len(own) >= _SURE else None


def _most_alike(context: Context, document: Document, minutes: int, alike: Callable[[str], int]) -> int:
    """How alike the sentences of the clauses are that have the time span."""
    found = [0]
    for text in basis(context, document):
        for words, length in durations(text):
            if length == minutes:
                found += [alike(f" {sentence_around(text, at).lower()}") for at in standing((words,), text)]
    return max(found)


def _finding(limit: Limit, meant: Deadline) -> Finding:
    """What the sentence says, and what is agreed."""
    said, place = limit.replaced_by(meant.within.minutes)
    message = f"Her står «{said}», men fristen «{meant.id}» er «{meant.within.text}» ({in_words(meant.at)})."
    hint = f"Skriv «{meant.within.text}». Handler setningen om noe annet, skriver du hva."
    return Finding(place, message, hint, (meant.at,))
