"""AV6: ages, times of day, scores and durations in a procedure must be those of the clauses that it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avtaleverk.checks.agreed.basis import clauses, is_changed
from avtaleverk.checks.agreed.before_after import other_order, turned_on_page
from avtaleverk.checks.agreed.bounds import Bound, bounds
from avtaleverk.checks.agreed.criteria import other_number
from avtaleverk.checks.agreed.measures import other_measure
from avtaleverk.checks.agreed.without import lost_without, other_denial
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, in_body, in_section, in_words
from avtaleverk.checks.several import named
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.nodes import Scalar
from avtaleverk.corpus.outline import Section
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

# Of one number the one says what the other does not; «etter 48 timer» does so in a title, elsewhere it tells when.
_TURNED = {
    "før uke": "etter uke",
    "under år": "over år",
    "fra år": "til år",
    "NEWS2 under": "NEWS2 fra",
    "lenger": "kortere",
    "høyst": "minst",
}
_TURNED |= {there: here for here, there in _TURNED.items()} | {"etter": "kortere"}
# «18 år eller eldre» leaves out those of whom the other is said.
_REST = {"fra år": "under år"}
_COUNT = when_used(r"(?<!NEWS)\d+(?:[.:]\d\d)?")
_FREE = ("kortere", "høyst", "minst", "etter")  # of these the number is a deadline, which other rules look at
_NEAR = 120  # minutes: a time of day farther off is about something else
_MANY = 3  # places with the same bound: then it is the clause that stands alone


class _Agreed(NamedTuple):
    bound: Bound
    agreement: Document
    section: Section


class _Wrong(NamedTuple):
    """A bound in the document, and the clause's own."""

    at: Location
    bound: Bound
    said: _Agreed


def _in_many(context: Context, cause: tuple[Location, str, str], found: list[tuple[Document, Finding]]) -> Finding:
    """One finding for a clause whose bound differs from that in many documents."""
    at, words, others = cause
    listed = named(document for document, _ in found)
    message = f"Her står «{words}», men {len({d.path for d, _ in found})} dokumenter sier «{others}»: {listed}."
    places = tuple(place for _, finding in found for place in finding.related)
    hint = f"Skriv «{others}». Hvis det er punktet som er riktig, retter du dokumentene."
    return Finding(at, message, hint, places)


@document_rule("AV635", "Grensen er en annen enn i avtalen", Severity.ADVARSEL, in_common=_in_many)
def other_bound(context: Context, document: Document) -> Iterator[Finding]:
    """«16 år eller eldre» or «18 år eller yngre», where the clause says «18 år eller eldre»; other bounds are free."""
    if context.corpus.world_of(document) == "overordnet" or context.lacks_basis(document):
        return
    yield from other_number(context, document)
    yield from lost_without(context, document)
    yield from other_denial(context, document)
    found = [*_in_document(document)]
    agreed = [*_agreed(context, document)] if found else []
    own = {bound.value for _, bound in found}
    wrong = defaultdict[tuple[Location, str], list[_Wrong]](list)
    for at, bound in found:
        if said := _other(bound, agreed, own):
            wrong[at_heading(said.agreement, said.section), said.bound.words].append(_Wrong(at, bound, said))
    yield from turned_on_page(document)
    yield from other_measure(context, document)
    lines = {one.at.line for same in wrong.values() for one in same}
    yield from (one for one in other_order(context, document) if one.at.line not in lines)
    for same in wrong.values():
        is_alone = len({one.at.line for one in same}) >= _MANY and len({one.bound.value for one in same}) == 1
        if is_alone or is_changed(context, document, same[0].said.agreement, same[0].said.section):
            yield _in_clause(document, same)
        else:
            yield from (_in_procedure(document, one, agreed) for one in same)


def _other(bound: Bound, agreed: Iterable[_Agreed], own: set[int]) -> _Agreed | None:
    """The bound of the clauses that contradicts this one, when none equals it. Of several the likeliest to be meant; one of
    the document's `own` numbers last."""
    same = {one.bound.value: one for one in agreed if _kind(one.bound) == _kind(bound)}
    if not same and bound.form in _REST:
        same = {one.bound.value: one for one in agreed if one.bound.form == _REST[bound.form]}
    alike = {one.bound.value: one for one in agreed if one.bound.before == bound.before} if bound.before else {}
    if bound.value in (alike or same):
        return None
    if alike:
        return alike[min(alike, key=lambda value: abs(value - bound.value))]
    turned = [one for one in agreed if one.bound.value == bound.value]
    opposite = _TURNED.get(bound.form), bound.unit
    if found := next((one for one in turned if _kind(one.bound) == opposite), None):
        return found
    if (
        bound.form == "til år" and not same
    ):  # «18 år eller yngre», where the clause has a limit for those under 18 years
        return next((one for one in turned if one.bound.form == "under år"), None)
    if not same and bound.unit and bound.form not in _FREE:
        return next((one for one in agreed if (one.bound.form, one.bound.value) == (bound.form, bound.value)), None)
    if not same or bound.form in _FREE:
        return None
    if bound.form == "klokkeslett" and not any(abs(bound.value - value) <= _NEAR for value in same):
        return None
    return same[min(same, key=lambda value: (value in own, not _is_slip(value, bound.value), abs(value - bound.value)))]


def _is_slip(one: int, other: int) -> bool:
    """Whether the numbers differ in one digit."""
    return sum(a != b for a, b in zip(f"{one:4}", f"{other:4}", strict=False)) == 1


def _kind(bound: Bound) -> tuple[str, str]:
    return bound.form, bound.unit


def _in_procedure(document: Document, one: _Wrong, agreed: Iterable[_Agreed]) -> Finding:
    where = at_heading(one.said.agreement, one.said.section)
    message = f"Her står «{one.bound.words}», men avtalen sier «{one.said.bound.words}» ({in_words(where)})."
    forms = one.bound.form, _TURNED.get(one.bound.form), _REST.get(one.bound.form)
    same = one.said.bound.form in forms
    hint = f"Skriv «{_as_written(one)}»" if same else "Skriv grensen som er avtalt"
    hint = f"{hint}. Gjelder den noe annet, legger du til avtalepunktet i «hjemmel»."
    kinds = (_kind(one.bound), _kind(one.said.bound))
    places = dict.fromkeys(at_heading(a.agreement, a.section) for a in agreed if _kind(a.bound) in kinds)
    return Finding(one.at, message, hint, (document.at("hjemmel"), *places))


def _as_written(one: _Wrong) -> str:
    """The agreed bound in the words of the page: its number, and where the words before it turn, those too."""
    own, theirs = one.bound, one.said.bound
    here, there = _COUNT.search(own.words), _COUNT.search(theirs.words)
    if not here or not there:
        return theirs.words
    if _REST.get(own.form) == theirs.form:  # «18 år eller eldre» for «ikke under 18 år»
        return own.words.replace(here[0], there[0], 1)
    rest = own.words[here.end() :]
    if own.unit != theirs.unit or here.start() == 0 or rest.startswith(" eller"):
        return theirs.words
    before = own.words[: here.start()] if own.form == theirs.form else theirs.words[: there.start()]
    return before + there[0] + rest


def _in_clause(document: Document, same: list[_Wrong]) -> Finding:
    """The place in the clause, when the clause was changed after the procedure, or has the bound once and the procedure has
    it many times."""
    bound, said = same[0].bound, same[0].said
    lines = [str(line) for line in sorted({one.at.line for one in same})]
    where = f"på linje {', '.join(lines[:-1])}{' og ' if lines[1:] else ''}{lines[-1]}"
    message = f"Her står «{said.bound.words}», men {document.id} sier «{bound.words}» {where}."
    right = _as_written(_Wrong(same[0].at, said.bound, said._replace(bound=bound)))
    hint = f"Skriv «{right}». Hvis det er punktet som er riktig, retter du det i {document.id}."
    at = in_section(said.agreement, said.section, said.bound.words)
    cause = at, said.bound.words, bound.words
    return Finding(at, message, hint, tuple(one.at for one in same), cause=cause)


def _agreed(context: Context, document: Document) -> Iterator[_Agreed]:
    """The bounds of the clauses that the document rests on, each with its clause."""
    for agreement, section in clauses(context, document):
        for bound in bounds(context.words_under(agreement, section)):
            yield _Agreed(bound, agreement, section)


def _in_document(document: Document) -> Iterator[tuple[Location, Bound]]:
    for key in ("tittel", "sammendrag"):
        node = document.fields.values.get(key)
        if isinstance(node, Scalar):
            for bound in bounds(node.text):
                yield node.at, bound
    for bound in bounds(document.body.text):
        if bound.form != "etter":
            yield in_body(document, bound.start), bound
