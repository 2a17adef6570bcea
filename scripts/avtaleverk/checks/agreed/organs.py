"""AV2: an organ must be the one that the agreement gives the matter to, and that reviews what it decided."""

import re
from collections.abc import Iterator

from avtaleverk.checks.agreed.basis import basis
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, value_at
from avtaleverk.corpus.duration import LOOSE, minutes
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_ORGANS = frozenset(("ssu", "fsu", "au"))
_NAMED = when_used(r"\b(?:SSU|FSU|AU)\b")
_SPAN = when_used(r"\b(?:innan|innen)\s+(\w+\s+(?:tim|d[aø]g|uke|veke|måned|månad)\w*)")
_SENTENCE = when_used(r"[^.!?\n]+")
_SIGNS = ("SSU", "FSU", "AU", "utval")  # of which one stands in all of it
_ORGAN = when_used(
    r"\b(?:(?P<ssu>SSU|[Ss]trategisk(?:e|t)? (?:samarbeids)?utval\w*)|(?P<fsu>FSU|[Ff]ag(?:lig|leg)e? (?:samarbeids)?utval\w*)"
    r"|(?P<au>AU))\b"
)


@document_rule("AV213", "Organet er et annet enn i avtalen eller gjennomgangen", Severity.ADVARSEL, follows=("AV208",))
def other_organ(context: Context, document: Document) -> Iterator[Finding]:
    """«AU innen 4 uker», where the clauses give FSU these weeks and AU no deadline."""
    yield from _reviewed_by_other(context, document)
    yield from _of_other_deadline(context, document)
    if document.body.words.isdisjoint(_ORGANS) or not document.hjemmel or context.lacks_basis(document):
        return
    if not (tasks := [*_tasks(document.body.text)]):
        return
    agreed: dict[str, set[str]] = {}
    for words in basis(context, document):
        for _, organs, span in _tasks(words):
            agreed.setdefault(span, set()).update(organs)
    known = set[str]().union(*agreed.values())
    for place, organs, span in tasks:
        if agreed.get(span) and organs.isdisjoint(known):
            right, wrong = " eller ".join(sorted(agreed[span])), " og ".join(sorted(organs))
            message = f"Her står «{wrong}» med fristen {span}, men i avtalen er det {right} som har den."
            hint = f"Skriv «{right}». Hvis organet er riktig, mangler avtalepunktet i «hjemmel»."
            yield Finding(in_body(document, place), message, hint)


def _tasks(text: str) -> Iterator[tuple[int, set[str], str]]:
    """The sentences that give organs a time span: the place of the first organ, all of them, and the span."""
    for sentence in _SENTENCE.finditer(text) if _NAMED.search(text) else ():
        organs = [*_NAMED.finditer(sentence[0])]
        if organs and (span := _SPAN.search(sentence[0])):
            yield sentence.start() + organs[0].start(), {organ[0] for organ in organs}, span[1]


def _of_other_deadline(context: Context, document: Document) -> Iterator[Finding]:
    """«FSU, som behandler den innen 6 uker», where the deadline of six weeks is that of SSU."""
    deadlines = [d for _, d in context.web.deadlines_of(document) if d.by in _ORGANS]
    if not deadlines or context.lacks_basis(document):
        return
    for text, in_text in ((document.summary, False), (document.body.text, True)):
        for organ, span, length, place in _given(text):
            theirs = [d for d in deadlines if d.within.minutes == length]
            said = ((one.lastgroup, m) for words in basis(context, document) for one, _, m, _ in _given(words))
            if not theirs or any(d.by == organ.lastgroup for d in theirs) or (organ.lastgroup, length) in said:
                continue
            at = in_body(document, place) if in_text else value_at(document, "sammendrag")
            other = theirs[0].by.upper()
            message = f"Her står «{organ[0]}» med fristen «{span}», men det er {other} som har den (fristen «{theirs[0].id}»)."
            own = [d.within.text for d in deadlines if d.by == organ.lastgroup]
            hint = f"Skriv «{other}». Hvis det er organet som er riktig, retter du fristen."
            if len(own) == 1:
                hint = f"Skriv «{own[0]}». Hvis det er fristen som er riktig, skriver du «{other}»."
            yield Finding(at, message, hint, (theirs[0].at,))


def _given(text: str) -> Iterator[tuple[re.Match[str], str, int, int]]:
    """The time spans after an organ in the same sentence: the organ, the span, its minutes, and the place of the organ."""
    for sentence in _SENTENCE.finditer(text) if any(sign in text for sign in _SIGNS) else ():
        organs = [*_ORGAN.finditer(sentence[0])]
        for span in LOOSE.finditer(sentence[0]) if organs else ():
            if before := [organ for organ in organs if organ.end() <= span.start()]:
                yield before[-1], span[0], minutes(span), sentence.start() + before[-1].start()


def _reviewed_by_other(context: Context, document: Document) -> Iterator[Finding]:
    """A decision by one faglig utvalg on a document that another one has reviewed each time."""
    if not document.decisions or not document.reviews:
        return
    home = document.home
    names = context.once(_faglige).get(home, {})
    latest = max(document.decisions, key=lambda decision: decision.decided)
    reviewers = {names.get(review.by.casefold(), "") for review in document.reviews}
    if len(reviewers) == 1 and reviewers.isdisjoint(("", latest.organ)) and latest.organ in names.values():
        organs = context.corpus.helsefellesskap[home].organs
        other = reviewers.pop()
        message = f"Vedtaket er ført på {organs[latest.organ].name}, men det er {organs[other].name} som har gått gjennom dokumentet."
        there = document.reviews[0].at
        hint = f"Skriv «organ: {other}». Hvis vedtaket er riktig, retter du «av» på linje {there.line}."
        yield Finding(value_at(document, "vedtak", latest.organ), message, hint, (there,))


def _faglige(context: Context) -> dict[str, dict[str, str]]:
    """The faglige utvalg of each helsefellesskap, by each of their names in lower case."""
    organs = {space.id: [o for o in space.organs.values() if o.level == "faglig"] for space in context.spaces}
    return {home: {name.casefold(): o.id for o in found for name in o.names} for home, found in organs.items()}
