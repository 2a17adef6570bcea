"""AV520 and AV521: decisions, signatures, notes and stamps must be kept, whatever version the document has now."""

from collections.abc import Iterator, Mapping, Sequence

from avtaleverk.checks.change.agreed import Apart, as_read, fields_apart
from avtaleverk.checks.change.sentences import words
from avtaleverk.checks.context import Context
from avtaleverk.checks.dates.order import figures
from avtaleverk.checks.several import first_of
from avtaleverk.corpus.compose import compose
from avtaleverk.corpus.files import STATE_FILE
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.corpus.nodes import Mapping as MappingNode
from avtaleverk.corpus.source import read_bytes
from avtaleverk.diagnostics import Diagnostic, Finding, Location, Severity
from avtaleverk.links.state import basis
from avtaleverk.rules import Problems, declare

AV520 = declare(
    "AV520",
    "Det som er vedtatt, signert eller ført opp, er endret",
    Severity.ADVARSEL,
    follows=("AV101", "AV103", "AV104", "AV206", "AV208", "AV209", "AV501", "AV502", "AV503", "AV506"),
)
AV521 = declare("AV521", "Det er ikke lenger merket hva dokumentet bygger på")

_KEPT = ("vedtak", "signert", "brukermedvirkning", "oppsagt", "endringer")
_OF_VERSION = "innsendt_helsedirektoratet"  # each version is sent in on a day of its own
_ALONE = ("oppsagt", _OF_VERSION)  # fields with one value
_WORDING = ("hva", "hvordan")  # how a thing is told may always be told better
_LONG, _STEM = 4, 6  # letters of a word that tells something, and of those by which it is known in all its forms


def rewritten(old: Document, new: Document) -> Iterator[Finding]:
    """Records of how a document in force came about that were removed or rewritten; additions are allowed."""
    if old.status != "gjeldende":
        return
    signed_anew = _signed_anew(old, new)
    for name in (*_KEPT, _OF_VERSION) if old.version == new.version else _KEPT:
        for one in fields_apart(name, old, new, _meaning):
            is_raised = (name, one.key) == ("signert", "versjon") and one.now == f"«{new.version}»"  # that AV506 tells
            is_followed = name == "signert" and not (one.key or one.now) and one.was in signed_anew
            if not is_raised and not is_followed:
                yield _rewritten(name, one)
    for name, one in _reworded(old, new):
        yield _rewritten(name, one)


def _signed_anew(old: Document, new: Document) -> set[str]:
    """The signatures without reservation of parties that have now signed a later version: that is the one that binds them."""
    parties = {one.party for one in new.signatures if figures(one.version) > figures(old.version)}
    gone = (one for one in old.signatures if one.party in parties and not one.reservation)
    return {f"«{one.party}, {one.signed}, {one.version}»" for one in gone}


def _meaning(key: str, text: str) -> object:
    return "" if key in _WORDING else as_read(key, text)


def _reworded(old: Document, new: Document) -> Iterator[tuple[str, Apart]]:
    """Old notes of `endringer` and `gjennomgang` that now say something else, with the names of their fields; the newest may
    still be in the making."""
    versions = {(one.version, one.since): one.what for one in new.changes}
    for note in old.changes:
        said = versions.get((note.version, note.since), "")
        is_signed = note.version in {signature.version for signature in old.signatures}
        if said and (is_signed or note is not old.changes[0]) and _is_another(note.what, said):
            at = next(one.at for one in new.changes if (one.version, one.what) == (note.version, said))
            yield "endringer", Apart(at, "hva", f"«{note.what}»", f"«{said}»")
    reviews = {(one.held, one.by): one for one in new.reviews}
    for review in old.reviews[1:]:
        now = reviews.get((review.held, review.by))
        if now and _is_another(review.conclusion, now.conclusion):
            yield "gjennomgang", Apart(now.at, "konklusjon", f"«{review.conclusion}»", f"«{now.conclusion}»")


def _is_another(was: str, now: str) -> bool:
    """Whether a note says something else: most of its words are others, or one of its numbers is."""
    old, new = ([word[:_STEM] for word in words(text) if len(word) >= _LONG or word.isdecimal()] for text in (was, now))
    numbers = [{word for word in said if word.isdecimal()} for said in (old, new)]
    return 2 * len({*old} & {*new}) < len({*old}) or bool(numbers[0] - numbers[1])


def _rewritten(name: str, one: Apart) -> Finding:
    if not one.key and not one.now:
        message = f"Dette sto i «{name}», og er tatt bort: {one.was}."
        every = "" if name in _ALONE else ", også når noe nytt er kommet til: lista viser alt som har skjedd"
        hint = f"Sett det tilbake{every}. Sto det der ved en feil, lar du det være borte."
    else:
        what = f"«{one.key}» i «{name}»" if one.key else f"«{name}»"
        message = f"{what} var {one.was}, og er {f'nå {one.now}' if one.now else 'tatt bort'}."
        hint = f"Er det en rettelse av en skrivefeil, lar du det stå. Ellers setter du {one.was} tilbake, og fører det nye på en egen linje."
    return Finding(one.at, message, hint)


def lost_stamps(context: Context, before: Mapping[str, bytes], were: Sequence[Document]) -> Iterator[Diagnostic]:
    """Documents that have lost their stamp of what they rest on, or a part of it."""
    moved = {old.reference: context.web.resolve(old.reference) for old in were}
    for path in (path for path in sorted(before) if path.endswith(f"/{STATE_FILE}")):
        space = path.split("/")[1]
        if space not in context.corpus.helsefellesskap or path in context.corpus.unread:
            continue
        lost = []
        for id, keys in _stamps(path, before[path]).items():
            reference = Reference(space, id)
            if document := context.document(moved.get(reference, reference)):
                lost += [document] if _has_lost(context, document, keys) else []
        if lost:
            yield AV521.diagnostic(_lost(path, lost))


def _stamps(path: str, raw: bytes) -> dict[str, list[str]]:
    aside = Problems([])
    source = read_bytes(path, raw, aside)
    node = compose(path, source.text, 1, aside) if source else None
    return {id: list(one.keys) for id, one in node.values.items() if isinstance(one, MappingNode)} if node else {}


def _has_lost(context: Context, document: Document, keys: Sequence[str]) -> bool:
    stamp = context.corpus.space_of(document).stamps.get(document.id, {})
    if all(key in stamp for key in keys):
        return False
    rests = basis(context.corpus, document, context.web.deadlines, context.web.former.resolve)
    return any(key in rests and key not in stamp for key in keys)


def _lost(path: str, lost: Sequence[Document]) -> Finding:
    names = first_of([f"«{document.id}»" for document in lost], 3)
    message = f"Filen sier ikke lenger hva {names} bygde på ved siste gjennomgang."
    hint = "Sett linjene tilbake slik de sto; filen rettes aldri for hånd. Uten dem sier kontrollen ikke fra når grunnlaget endres."
    return Finding(Location(path), message, hint)
