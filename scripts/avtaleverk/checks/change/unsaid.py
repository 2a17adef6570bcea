"""AV514: changes to a document in force without a new version that describes them."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from avtaleverk.checks.change.agreed import Apart, as_read, fields_apart
from avtaleverk.checks.change.passages import Place, places_apart
from avtaleverk.checks.change.sentences import before_and_now, words
from avtaleverk.checks.change.turns import Turn
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import declare

AV514 = declare("AV514", "Teksten er endret, men ikke versjonen", Severity.ADVARSEL)

_MOST = 5  # places that are told one by one
_SAID = {
    "other": "Teksten er endret her",
    "gone": "Noe er tatt bort her",
    "new": "Dette er nytt",
    "moved": "Dette er flyttet hit",
}
# The fields that hold what is agreed, and the keys of their records that hold names or plain words.
_AGREED = (
    "ansvar", "under", "hjemmel", "lovkrav", "bygger_paa", "frister", "meldinger", "satser", "roller", "pasientgrupper",
    "kontakter", "sporsmal", "steg", "evaluering",
)  # fmt: skip
# The fields that say where the document belongs: with another value it is the same version.
_FILED = ("eier_kommune", "eier_hf", "faser", "tema")
_LEADS = {"tittel": "Tittelen", "sammendrag": "Sammendraget"}
_LOOSE = ("id", "tekst", "galt", "hva", "neste")


def is_silent(old: Document, new: Document) -> bool:
    """Whether a change to a document in force has neither a new version nor an entry in `endringer`."""
    known = {(c.version, c.since, c.what) for c in old.changes}
    told = [c for c in new.changes if c.version == new.version and (c.version, c.since, c.what) not in known]
    return in_force(old, new) and new.version == old.version and not told


def in_force(old: Document, new: Document) -> bool:
    """Whether the document is in force both before and after."""
    return old.status == new.status == "gjeldende"


def unsaid(context: Context, old: Document, new: Document, turns: Collection[Turn]) -> Iterator[Finding]:
    """Each place that has changed, except those that the `turns` already report."""
    if not is_silent(old, new):
        return
    said = {turn.at.line for turn in turns if turn.new}
    left = _left([] if old.body.text == new.body.text else places_apart(old.body, new.body), turns, said)
    for number, place in enumerate(left[:_MOST]):
        rest = left[_MOST:] if number == _MOST - 1 else []
        yield _in_text(new, place, rest, context.today)
    for name in _LEADS:
        if value_at(new, name).line not in said:
            yield from _in_lead(old, new, name, context.today)
    for name in (*_AGREED, *_FILED):
        for one in fields_apart(name, old, new, lambda key, text: _meaning(context, new, key, text)):
            if one.at.line not in said:
                yield _in_field(new, name, one, context.today)


def _left(places: Iterable[Place], turns: Iterable[Turn], said: set[int]) -> list[Place]:
    """The places without those on lines that a turn reports, and without what a turn says is gone."""
    gone = {turn.old.strip() for turn in turns}
    left = []
    for place in places:
        if place.kind == "gone":
            still = [line for line in place.was.split("\n") if line.strip() not in gone]
            left += [place._replace(was="\n".join(still))] if still else []
        elif said.isdisjoint(range(place.line, place.end + 1)):
            left.append(place)
    return left


def _in_text(new: Document, place: Place, rest: list[Place], today: date) -> Finding:
    message = f"{_SAID[place.kind]}, men versjonen er fortsatt {new.version}."
    if said := before_and_now(place.was, place.now):
        message += f" {said}"
    if rest:
        message += f" (Og {len(rest)} {'sted' if len(rest) == 1 else 'steder'} til.)"
    if new.signatures:
        message += " Partene har signert den gamle teksten."
    if place.kind == "gone":
        hint = f"Er det ikke ment, setter du det tilbake. Er det ment, {_how(new, today)}"
    else:
        back = "tar du det bort" if place.kind == "new" else "setter du det gamle tilbake"
        hint = (
            f"Er det ikke ment, {back}. Endrer det ikke hva noen skal gjøre, lar du det stå. Ellers {_how(new, today)}"
        )
    at, *others = (Location(new.path, one.first_other) for one in (place, *rest))
    return Finding(at, message, hint, tuple(others))


def _in_lead(old: Document, new: Document, name: str, today: date) -> Iterator[Finding]:
    was, now = (getattr(one.fields.values.get(name), "text", "") for one in (old, new))
    if words(was) != words(now):
        message = f"{_LEADS[name]} er endret, men versjonen er fortsatt {new.version}. {before_and_now(was, now)}"
        hint = f"Er det ikke ment, setter du det gamle tilbake. Endrer det ikke hva noen skal gjøre, lar du det stå. Ellers {_how(new, today)}"
        yield Finding(value_at(new, name), message, hint)


def _in_field(new: Document, name: str, one: Apart, today: date) -> Finding:
    if one.key:
        now = f"er nå {one.now}" if one.now else "er tatt bort"
        message = f"I feltet «{name}» var «{one.key}» {one.was}, og {now}. Versjonen er fortsatt {new.version}."
    else:
        message = f"Feltet «{name}» har ikke lenger {one.was}{f', men {one.now}' if one.now else ''}."
    kept = "lar du det stå: advarselen blir borte når forslaget er tatt inn."
    then = kept if name in _FILED else _how(new, today)
    return Finding(one.at, message, f"Er det ikke ment, setter du {one.was} tilbake. Er det ment, {then}")


def _how(new: Document, today: date) -> str:
    version = next_version(new.version)
    entry = f'- {{versjon: "{version}", dato: {today}, hva: …}}'
    return f'skriver du «versjon: "{version}"», og øverst under «endringer»: {entry}.'


def _meaning(context: Context, new: Document, key: str, text: str) -> object:
    """The meaning of a value: a clause as its present address, a role or a deadline as its id, a text as its words."""
    if key in _LOOSE:
        return ""
    if key in ("hjemmel", "under"):
        return context.web.resolve(Reference.parse(text, new.home))
    if key == "punkt":
        return context.web.resolve(new.reference.at_clause(text))
    return as_read(key, text) if key in ("svar", "fra", "innen") else text


def next_version(version: str) -> str:
    """The version with its last number raised by one."""
    head, dot, last = version.rpartition(".")
    return f"{head}{dot}{int(last) + 1}" if last.isdigit() else f"{version}.1"
