"""AV525: facts that a change removes from a register, a contact list or the list of addresses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from avtaleverk.checks.change.facts import Fact, facts_apart
from avtaleverk.checks.change.sentences import before_and_now
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import scalars, value_at
from avtaleverk.checks.several import first_of
from avtaleverk.corpus.compose import compose
from avtaleverk.corpus.files import STATE_FILE
from avtaleverk.corpus.nodes import Mapping as Fields
from avtaleverk.corpus.nodes import Scalar
from avtaleverk.corpus.signed import signature_of
from avtaleverk.corpus.source import MAX_BYTES, read_bytes
from avtaleverk.diagnostics import Diagnostic, Finding, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import Problems, declare
from avtaleverk.site.published import FILE, read_addresses

AV525 = declare("AV525", "Det som sto i et register, er endret", Severity.ADVARSEL)

_FOLDERS = ("steder", "enheter", "organer", "regioner")  # keys that hold the things, and name none of them
# What a value right under a key is, for who reads it.
_VALUES = {
    "nye": "Dagen {} ble med",
    "steder": "Stedene i {}",
    "distrikter": "Distriktet {}",
    "hull": "Forklaringen på punkt {}",
    "hull_innen": "Dagen for punkt {}",
}
_SENTENCES = when_used(r"[.!?] \w")  # more than one
_MOST = 5  # that are told one by one
_BACK = "Er det ikke ment, setter du det gamle tilbake. Er det ment, lar du det stå: advarselen blir borte når forslaget er tatt inn."
_RING = f"Ring det nye nummeret før du lar det stå. {_BACK}"


def register_changes(context: Context, root: Path, before: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Changed and removed facts in the files that are not documents; additions are not reported."""
    for path in sorted(before):
        file = root / path
        is_plain = file.is_file() and not file.is_symlink() and file.stat().st_size <= MAX_BYTES
        if not is_plain or path.endswith((".md", f"/{STATE_FILE}")):
            continue
        texts = [_text(path, raw) for raw in (before[path], file.read_bytes())]
        told = _addresses(*texts) if path == FILE else _facts(context, path, *texts)
        yield from map(AV525.diagnostic, told)
    yield from map(AV525.diagnostic, _newcomers(context, before))


def _newcomers(context: Context, before: Mapping[str, bytes]) -> Iterator[Finding]:
    """Kommuner that a change adds and that older signatures of all kommuner would bind."""
    for space in (one for one in context.spaces if one.path in before):
        old = compose(space.path, _text(space.path, before[space.path]), 1, Problems([]))
        were = old.values.get("kommuner") if isinstance(old, Fields) else None
        known = {scalar.text for scalar in scalars(were)} if were else {*space.kommuner}
        for kommune in (k for k in space.kommuner if k not in known and k not in space.joined):
            agreements = context.corpus.documents_of(space.id)
            bound = [d for d in agreements if (s := signature_of(space, kommune, d)) and s.party != kommune]
            if bound:
                name = context.corpus.party_name(kommune)
                message = f"{name} er ny her, men regnes som bundet av det andre har signert for alle kommunene: {first_of([d.short_title for d in bound], 3)}."
                hint = f"Skriv «nye: {{{kommune}: {context.today}}}», med dagen kommunen ble med. Da viser oversiktene at den ikke har signert ennå."
                yield Finding(value_at(space, "kommuner", kommune), message, hint)


def _text(path: str, raw: bytes) -> str:
    source = read_bytes(path, raw, Problems([]))
    return source.text if source else ""


def _addresses(old: str, new: str) -> Iterator[Finding]:
    """Removed addresses and clauses, which printed pages and links still lead to."""
    were, are = read_addresses(old), read_addresses(new)
    gone = [address for address in were if address not in are]
    for address in were.keys() & are.keys():
        lost = were[address].clauses - are[address].clauses
        gone += [f"{address}#{clause}" for clause in sorted(lost) if not are[address].instead]
    if gone:
        message = f"Adresser er tatt bort fra lista: {first_of(sorted(gone), 3)}."
        hint = "Sett linjene tilbake. Er en side borte for godt, skriver du hva som gjelder nå, etter «->»."
        yield Finding(Location(FILE), message, hint)


def _facts(context: Context, path: str, old: str, new: str) -> Iterator[Finding]:
    aside = Problems([])
    was, now = (compose(path, text, 1, aside) if text else None for text in (old, new))
    if not was or not now:
        return
    names = _names(context, path, was)
    alike = defaultdict[tuple[str, str, str], list[Fact]](list)
    for fact in facts_apart(was, now, Location(path)):
        alike[fact.of_kind].append(fact)
    found = [*_exchanged(alike, names), *(_told(same, names) for same in alike.values())]
    for number, one in enumerate(sorted(found)[:_MOST]):
        more = len(found) - _MOST if number == _MOST - 1 else 0
        yield one._replace(message=f"{one.message} (Og {more} til.)") if more > 0 else one


def _exchanged(alike: dict[tuple[str, str, str], list[Fact]], names: Mapping[str, str]) -> Iterator[Finding]:
    """Pairs of values that have changed places; they are removed from `alike`."""
    for key, was, now in list(alike):
        others = alike.get((key, now, was))
        if others and now and (key, was, now) in alike:
            first, second = alike.pop((key, was, now))[0], alike.pop((key, now, was))[0]
            places = " og ".join(_place(one.keys[:-1], names) for one in (first, second))
            message = f"«{key}» er byttet om mellom {places}: «{was}» og «{now}»."
            yield Finding(first.at, message, _RING if key == "telefon" else _BACK, (second.at,))


def _told(same: Sequence[Fact], names: Mapping[str, str]) -> Finding:
    first, others = same[0], len(same) - 1
    more = f" Det samme er gjort {f'{others} steder' if others > 1 else 'ett sted'} til." if others else ""
    hint = _RING if first.keys[-1] == "telefon" and first.now else _BACK
    return Finding(first.at, f"{_message(first, names)}{more}", hint, tuple(one.at for one in same[1:]))


def _message(fact: Fact, names: Mapping[str, str]) -> str:
    *where, key = fact.keys
    if not where and not fact.now:
        return f"{_place(fact.keys, names)} er tatt bort."
    subject = _subject(where, key, names)
    if fact.is_part and not fact.now:
        return f"{subject or _place(fact.keys, names)} har ikke lenger «{fact.was}»."
    done = "endret" if fact.now else "tatt bort"
    if not subject:
        called, place = names.get(key, f"«{key}»"), _place(where, names)
        done += f" {'under' if place.startswith('«') else 'for'} {place}" if place else ""
        subject = called if where else f"«{key}»"
        if key == "telefon" and fact.now and where:
            subject, done = f"Nummeret til {place}", "endret"
    if fact.now and _SENTENCES.search(fact.was) and (apart := before_and_now(fact.was, fact.now)):
        return f"{subject} er {done}. {apart}"
    return f"{subject} er {done}. Før: «{fact.was}» {f'Nå: «{fact.now}»' if fact.now else 'Nå står det ikke noe der.'}"


def _subject(where: Sequence[str], key: str, names: Mapping[str, str]) -> str:
    """What a value is that has a name of its own: «Stedene i Hamar», «Distriktet Toten»."""
    is_named = len(where) == 1 and where[0] in _VALUES
    return _VALUES[where[0]].format(names.get(key, key)) if is_named else ""


def _place(keys: Iterable[str], names: Mapping[str, str]) -> str:
    """The names of the keys, from the outside in: «Tildelingskontor, Hamar»."""
    return ", ".join(names.get(key, f"«{key}»") for key in keys if key not in _FOLDERS)


def _names(context: Context, path: str, was: Fields) -> dict[str, str]:
    """The names that entries, parties, units, organs and regions had."""
    parties = {party.id: party.name for party in context.corpus.registers.parter.entries.values()}
    space = context.corpus.helsefellesskap.get(path.split("/")[1])
    local = {}
    if space:
        local = {unit.id: unit.name for unit in space.units.values()}
        local |= {organ.id: organ.name for organ in space.organs.values()}
        local |= {region.id: region.name for region in space.regions.values()}
    entries = {
        key: node.values["navn"]
        for key, node in was.values.items()
        if isinstance(node, Fields) and "navn" in node.values
    }
    own = {
        key: f"{node.text} ({key})" if "/register/" in path else node.text
        for key, node in entries.items()
        if isinstance(node, Scalar)
    }
    return {**parties, **local, **own}
