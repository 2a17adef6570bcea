"""AV4: a text for all kommuner must not name one of them, and no text may name a hospital that is not a party to it."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.links.neighbours import kommune_forms, telling_word
from avtaleverk.checks.places import in_body, in_line, matches
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_HOSPITAL = when_used(
    r"(?:ykehuset (?:i )?|jukehuset (?:i )?|Helse (?!\S+ RHF))(?P<name>[A-ZÆØÅ]\w+)"  # AV417 has the RHF
    r"| (?P<university>universitetss(?:y|ju)kehus)"
)
_NAMED = when_used(r"(?P<name>[A-ZÆØÅ](?<=[a-zæøå,] .)[a-zæøå]+) s(?:y|ju)kehus\b")
_OTHER = "Er teksten kopiert, skriver du sykehuset hos dere. Stemmer navnet, trenger du ikke gjøre noe."
_HOSPITAL_SIGNS = ("ykehuset ", "jukehuset ", "Helse ", " universitetss")


@document_rule(
    "AV422", "Teksten gjelder alle, men nevner ett sted", Severity.MERKNAD, needs=("parter", "helsefellesskap")
)
def one_of_many(context: Context, document: Document) -> Iterator[Finding]:
    """«Tildelingskontoret i Ringsaker» in a text for all kommuner; «Sykehuset Østfold», which is not one of the hospitals."""
    text = document.body.text
    if context.corpus.world_of(document) == "pasientnaer":
        words, kommuner = context.once(_kommuner)[document.home]
        forms = (form for word in words & document.body.words for form in kommuner[word] if form in text)
        forms = (form for form in forms if re.search(rf"{re.escape(form)}\b", text))  # «dem i Os», not «dem i Oslo»
        for at, form in sorted({in_body(document, text.index(form)).line: form for form in sorted(forms)}.items()):
            hint = "Skriv «kommunen», eller legg det som gjelder bare der, i kontakter.yml."
            yield Finding(in_line(document, at, form), f"«{form}» er én av kommunene som leser dette.", hint)
    for found in _NAMED.finditer(text) if " sykehus" in text or " sjukehus" in text else ():
        if found["name"].casefold() not in context.once(_known):
            message = f"«{found[0]}» er ikke blant sykehusene i helsefellesskap.yml."
            yield Finding(in_body(document, found.start()), message, _OTHER)
    for found in matches(_HOSPITAL, _HOSPITAL_SIGNS, text):
        before = re.split(r"\s", text[max(0, found.start() - 30) : found.start()])[-1]
        if (found["name"] or before).casefold() not in context.once(_known):
            message = f"«{before}{found[0]}» er ikke blant sykehusene i helsefellesskap.yml."
            yield Finding(in_body(document, found.start("name") if found["name"] else found.start()), message, _OTHER)


def _kommuner(context: Context) -> dict[str, tuple[frozenset[str], dict[str, set[str]]]]:
    """For each helsefellesskap with several kommuner: the ways to name each kommune, by its most telling word."""
    found = {}
    for id, space in context.corpus.helsefellesskap.items():
        by_word: dict[str, set[str]] = {}
        for form in kommune_forms(context, id) if len(space.kommuner) > 1 else ():
            by_word.setdefault(telling_word(form), set()).add(form)
        found[id] = frozenset(by_word), by_word
    return found


def _known(context: Context) -> frozenset[str]:
    """The words in the names of health trusts and hospitals; AV417 reports those of other helsefellesskap."""
    spaces, parties = context.corpus.helsefellesskap.values(), context.corpus.registers.parter.entries
    named = [party.name for party in parties.values() if "helseforetak" in party.kind]
    named += [name for space in spaces for unit in space.units.values() for name in (unit.name, unit.town)]
    return frozenset(word for name in named for word in re.findall(r"\w+", name.casefold()))
