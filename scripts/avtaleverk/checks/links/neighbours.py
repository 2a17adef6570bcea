"""AV4: what is agreed in one helsefellesskap does not apply in another."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, value_at
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_FOLLOWED = ("lenke", "hjemmel", "steg")
_HOSPITALS = ("sykehus", "psykisk-helsevern")
_OF_PLACE = ("{}", "{} kommune", "{} sykehus")
_NAMES = when_used(r"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)*")
_RHF = when_used(r"\bHelse [A-ZÆØÅ][\w-]+ RHF\b")
# How a text names a kommune when it means the kommune, not the place.
_OF_KOMMUNE = (
    "{} kommune", "kontoret i {}", "tjenesten i {}", "tenesta i {}", "vakten i {}", "vakta i {}", "dem i {}", "dei i {}",
    "legen i {}", "sentral i {}", "sentralen i {}", "senter i {}", "senteret i {}",
)  # fmt: skip
_OWN_NAME = when_used(r"\s[A-ZÆØÅ]")  # not «Fysikalsk medisin og rehabilitering»
_HOSPITAL = when_used(r"[sS](?P<vowel>ju|y)kehus")


@document_rule("AV417", "Henvisningen går til et annet helsefellesskap", Severity.ADVARSEL, needs=("helsefellesskap",))
def leads_next_door(context: Context, document: Document) -> Iterator[Finding]:
    """Patient-near documents must lead to what applies in their own helsefellesskap, and every document must name its
    kommuner, hospitals and organs."""
    names, telling = context.once(_foreign)[document.home]
    if present := telling.keys() & document.body.words:
        near = set[str]().union(*map(telling.__getitem__, present))
        yield from _names(document, {name: owner for name, owner in names.items() if name in near})
    if "rhf" in document.body.words:
        yield from _regional(context, document)
    if context.corpus.world_of(document) == "pasientnaer":
        yield from _links(context, document)
    for place in _NAMES.findall(document.clinical_lead):
        if owner := next((names[name] for form in _OF_PLACE if (name := form.format(place)) in names), None):
            message = f"{place} hører til {owner}, ikke hit."
            yield Finding(value_at(document, "fagansvarlig"), message, "Skriv den som er fagansvarlig hos dere.")
    strangers = context.once(_organs_elsewhere)[document.home]
    for review in document.reviews:
        if owner := strangers.get(review.by):
            message = f"«{review.by}» er et organ i {owner}, ikke her."
            at = value_at(document, "gjennomgang", review.by)
            yield Finding(at, message, "Skriv hvem som gikk gjennom dokumentet hos dere.")


def _links(context: Context, document: Document) -> Iterator[Finding]:
    for link in context.web.outgoing.get(document.reference, ()):
        away = link.target.helsefellesskap != document.home and link.relation in _FOLLOWED
        if away and (target := context.document(link.target)):
            space = context.corpus.space_of(target)
            message = f"«{target.title}» gjelder bare i {space.short_name or space.name or space.id}, ikke her."
            at = value_at(document, "hjemmel", str(link.target)) if link.relation == "hjemmel" else link.at
            yield Finding(at, message, "Vis til dokumentet som gjelder her, eller slett henvisningen.")


def _names(document: Document, foreign: dict[str, str]) -> Iterator[Finding]:
    """Hospitals and kommuner of other helsefellesskap in the text: one finding for each line."""
    text, told = document.body.text, set[int]()
    for name, owner in foreign.items():
        for found in re.finditer(rf"{re.escape(name)}\b", text) if name in text else ():
            at = in_body(document, found.start())
            if at.line not in told:
                told.add(at.line)
                hint = "Skriv hvem det er hos dere, eller slett navnet."
                yield Finding(at, f"«{name}» hører til {owner}, ikke hit.", hint)


def _organs_elsewhere(context: Context) -> dict[str, dict[str, str]]:
    """For each helsefellesskap the organs that only others have, by name, each with its owner."""
    spaces = context.corpus.helsefellesskap.values()
    named = {space.id: {name for organ in space.organs.values() for name in organ.names} for space in spaces}
    owned = [(name, other) for other in spaces for name in named[other.id]]
    return {home.id: {n: o.short_name or o.id for n, o in owned if n not in named[home.id]} for home in spaces}


def _regional(context: Context, document: Document) -> Iterator[Finding]:
    """Another regional health trust than the one that the documents of the helsefellesskap name most often."""
    home = context.once(_rhf_named)[document.home].most_common(1)
    for found in _RHF.finditer(document.body.text):
        if found[0] != home[0][0]:
            message = f"Her står «{found[0]}», men dokumentene her nevner ellers {home[0][0]}."
            yield Finding(in_body(document, found.start()), message, f"Skriv «{home[0][0]}», eller slett navnet.")


def _rhf_named(context: Context) -> dict[str, Counter[str]]:
    """How often the documents of each helsefellesskap name each regional health trust."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for document in context.corpus.documents:
        if "rhf" in document.body.words:
            named[document.home].update(_RHF.findall(document.body.text))
    return named


def _foreign(context: Context) -> dict[str, tuple[dict[str, str], dict[str, set[str]]]]:
    """For each helsefellesskap the names of the hospitals and kommuner of the others, each with its owner; and all by a
    word that tells of them.
    """
    spaces = context.corpus.helsefellesskap
    named = {id: _hospitals(context, id) | kommune_forms(context, id) for id in spaces}
    found = {}
    for home in spaces:
        names = {
            name: spaces[id].short_name or id
            for id, theirs in named.items()
            for name in sorted(theirs - named[home], key=lambda name: (-len(name), name))
            if id != home
        }
        by_word: dict[str, set[str]] = {}
        for name in names:
            by_word.setdefault(telling_word(name), set()).add(name)
        found[home] = names, by_word
    return found


def _hospitals(context: Context, id: str) -> frozenset[str]:
    """The helseforetak and its units that have a name of their own, in both målformer."""
    space, parties = context.corpus.helsefellesskap[id], context.corpus.registers.parter.entries
    trusts = [parties[party].name.removesuffix(" HF") for party in space.helseforetak if party in parties]
    units = [unit.name for unit in space.units.values() if unit.kind in _HOSPITALS or _OWN_NAME.search(unit.name)]
    return frozenset(name for written in (*trusts, *units) for name in (written, *_other_form(written)) if " " in name)


def kommune_forms(context: Context, id: str) -> frozenset[str]:
    """How texts name each kommune of a helsefellesskap: «Lom kommune», «kontoret i Lom»."""
    parties = context.corpus.registers.parter.entries
    names = [parties[party].name for party in context.corpus.helsefellesskap[id].kommuner if party in parties]
    return frozenset(form.format(name) for name in names for form in _OF_KOMMUNE)


def telling_word(name: str) -> str:
    """The most telling word of a name, one that few other names have, case-folded."""
    own = re.findall(r"\b[A-ZÆØÅ]\w+", name) or re.findall(r"\w+", name)
    words = [word for word in map(str.casefold, own) if "kehus" not in word]
    return max(reversed(words), key=len, default="")  # «Fonna» of «Helse Fonna»


def _other_form(name: str) -> tuple[str, ...]:
    """The name in the other målform: «Sjukehuset Innlandet», «Stord sykehus»."""
    other = _HOSPITAL.sub(lambda word: word[0][0] + {"ju": "y", "y": "ju"}[word["vowel"]] + "kehus", name)
    return (other,) if other != name else ()
