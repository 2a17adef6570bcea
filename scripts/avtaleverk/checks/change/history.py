"""AV425, AV506, AV514, AV518, AV520 and AV524: changes to a document's dates, versions and words that must be accounted for.

The documents as they were come from the base of the change (`--changed-since`).
"""

from collections.abc import Iterator, Mapping, Sequence

from avtaleverk.checks.change.records import AV520, rewritten
from avtaleverk.checks.change.retargeted import AV425, retargeted
from avtaleverk.checks.change.turns import turn_findings, turned
from avtaleverk.checks.change.unsaid import AV514, in_force, next_version, unsaid
from avtaleverk.checks.change.withdrawn import AV524, withdrawn
from avtaleverk.checks.context import Context
from avtaleverk.checks.dates.order import figures
from avtaleverk.checks.places import in_body, is_partly_read, is_unread, value_at
from avtaleverk.checks.roles.called import role_forms
from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.load import reading
from avtaleverk.corpus.model import Document, Review
from avtaleverk.corpus.source import read_bytes
from avtaleverk.diagnostics import Diagnostic, Finding, Severity
from avtaleverk.in_step import in_step
from avtaleverk.rules import Problems, declare

AV506 = declare("AV506", "Datoen eller versjonen er ny uten grunnlag", follows=("AV205", "AV209", "AV501", "AV503"))
AV518 = declare("AV518", "Et ord eller et tall som snur meningen, er endret", Severity.ADVARSEL)


def earlier(context: Context, before: Mapping[str, bytes]) -> tuple[Document, ...]:
    """The documents in the files as they were before the change, as far as they could be read."""
    aside = Problems([])  # what was wrong before the change is not the matter of the change
    spaces = context.corpus.helsefellesskap
    files = [path for path in sorted(before) if path.endswith(".md") and path.split("/")[1] in spaces]
    sources = (read_bytes(path, before[path], aside) for path in files)
    documents = in_step(reading(source, spaces, aside) for source in sources if source)
    return tuple(document for document in documents if document)


def history(context: Context, were: Sequence[Document]) -> Iterator[Diagnostic]:
    """Unaccounted changes in the documents that are still there."""
    for old in were:
        new = context.document(old.reference)
        if new:
            yield from map(AV506.diagnostic, _moved_dates(old, new))
            yield from map(AV506.diagnostic, _moved_start(old, new))
            yield from map(AV506.diagnostic, _shortened(old, new))
            yield from map(AV506.diagnostic, _new_versions(old, new))
            yield from map(AV425.diagnostic, retargeted(context, old, new))
            yield from map(AV520.diagnostic, rewritten(old, new))
            yield from map(AV524.diagnostic, withdrawn(old, new))
            told = old.version != new.version
            turns = list(turned(old, new, context.once(role_forms))) if in_force(old, new) else []
            yield from map(AV518.diagnostic, turn_findings(turns, told))
            yield from map(AV514.diagnostic, unsaid(context, old, new, turns))


def _moved_dates(old: Document, new: Document) -> Iterator[Finding]:
    """A date that was put off needs the review or the decision that put it off."""
    fresh = {_said(review) for review in new.reviews} - {_said(review) for review in old.reviews}
    unread = is_partly_read(new, "gjennomgang", new.reviews) or is_unread(new, "gjennomgang", new.reviews)
    for review in () if unread else old.reviews:
        if _said(review) not in map(_said, new.reviews) and review.held not in {r.held for r in new.reviews}:
            yield _rewritten(review, new)
    before, after = old.evaluation, new.evaluation
    if before and after and before.next and after.next and before.next < after.next and not fresh:
        message = f"Evalueringen er flyttet fra {before.next} til {after.next}, men «gjennomgang» sier ikke hvorfor."
        why = "legger du til øverst under «gjennomgang»: - {dato: ÅÅÅÅ-MM-DD, av: …, konklusjon: …}."
        hint = f"Er det ikke ment, skriv «neste: {before.next}». Er evalueringen utsatt, {why}"
        yield Finding(value_at(new, "evaluering", after.next.isoformat()), message, hint)
    was = old.valid_to
    if (
        was
        and not is_unread(new, "gyldig_til", new.valid_to)
        and (new.valid_to is None or new.valid_to > was)
        and len(new.decisions) <= len(old.decisions)
    ):
        until = f"til {new.valid_to}" if new.valid_to else "uten sluttdato"
        message = f"Dokumentet gjaldt til {was} og gjelder nå {until}, uten nytt vedtak."
        add = "legger du til under «vedtak»: - {organ: …, droftet: ÅÅÅÅ-MM-DD, dato: ÅÅÅÅ-MM-DD, sak: …}."
        hint = f"Er dette en skrivefeil, skriv «gyldig_til: {was}». Er en ny dato vedtatt, {add}"
        written = long_date(was)
        if (place := new.body.text.find(written)) >= 0:
            hint = f"Teksten sier fortsatt {written} (linje {in_body(new, place).line}). {hint}"
        yield Finding(value_at(new, "gyldig_til" if new.valid_to else "gyldig_fra"), message, hint)


def _moved_start(old: Document, new: Document) -> Iterator[Finding]:
    """A document in force cannot start on another day, but a new version may apply from a later one."""
    was, now = old.valid_from, new.valid_from
    decided = not in_force(old, new) or len(new.decisions) > len(old.decisions)
    if was and now and not decided and (now < was or (now > was and new.version == old.version)):
        message = f"Dokumentet gjaldt fra {was} og gjelder nå fra {now}, uten nytt vedtak."
        hint = f"Er dette en skrivefeil, skriv «gyldig_fra: {was}». Er en ny dato vedtatt, legger du til vedtaket under «vedtak»."
        yield Finding(value_at(new, "gyldig_fra"), message, hint)


def _shortened(old: Document, new: Document) -> Iterator[Finding]:
    """A document in force ends earlier only by a decision, or by notice."""
    was, now = old.valid_to, new.valid_to
    accounted = not in_force(old, new) or new.notice or len(new.decisions) > len(old.decisions)
    if was and now and now < was and not accounted:
        message = f"Dokumentet gjaldt til {was} og gjelder nå bare til {now}, uten nytt vedtak."
        hint = f"Er dette en skrivefeil, skriv «gyldig_til: {was}». Er en ny dato vedtatt, legger du til vedtaket under «vedtak»."
        yield Finding(value_at(new, "gyldig_til"), message, hint)


def _said(review: Review) -> tuple[str, str, str]:
    return review.held.isoformat(), review.by, review.conclusion


def _rewritten(review: Review, new: Document) -> Finding:
    """An entry of `gjennomgang` that was given another date, or that is gone."""
    same = (r for r in new.reviews if (r.by, r.conclusion) == (review.by, review.conclusion))
    moved = next(same, None)
    hint = f"Sett linjen fra {review.held} tilbake, og legg den nye gjennomgangen til øverst, med hvem og konklusjon."
    if moved:
        hint = f"Sett «dato: {review.held}» tilbake. Er dokumentet gjennomgått på nytt, får det en egen linje øverst, med hvem og konklusjon."

        message = f"Gjennomgangen har fått datoen {moved.held} i stedet for {review.held}, men sier det samme som før."
        return Finding(value_at(new, "gjennomgang", moved.held.isoformat()), message, hint)
    message = f"Gjennomgangen {review.held} ({review.by}) er tatt bort."
    return Finding(new.at("gjennomgang"), message, hint)


def _new_versions(old: Document, new: Document) -> Iterator[Finding]:
    """A signature stays with the version that was signed, and a new main version needs the decision of an organ."""
    signed = {(s.party, s.signed): s.version for s in old.signatures}
    later = [s for s in new.signatures if figures(s.version) > figures(old.version)]
    relabelled = [s for s in later if signed.get((s.party, s.signed), s.version) != s.version]
    for first in relabelled[:1]:
        was = signed[first.party, first.signed]
        message = f"Underskriften fra {first.signed} gjaldt versjon {was}, men sier nå {first.version}."
        hint = f'Sett «versjon: "{was}"» tilbake. Legg til en ny linje når parten har signert {first.version}.'
        yield Finding(first.at, message, hint, tuple(signature.at for signature in relabelled[1:]))
    main, decided = figures(new.version)[:1], {(d.organ, d.decided) for d in old.decisions}
    if (
        in_force(old, new)
        and main > figures(old.version)[:1]
        and decided.issuperset((d.organ, d.decided) for d in new.decisions)
    ):
        message = f"Versjon {new.version} er ny, men det er ikke noe nytt vedtak."
        hint = f'Legg til under «vedtak»: - {{organ: …, droftet: ÅÅÅÅ-MM-DD, dato: ÅÅÅÅ-MM-DD, sak: …}}. Er endringen liten, skriv «versjon: "{next_version(old.version)}"».'
        yield Finding(value_at(new, "versjon"), message, hint)
