"""AV1: a register must say the same in nynorsk and bokmål."""

from collections.abc import Iterable, Iterator
from typing import Any

from avtaleverk.checks.context import Context
from avtaleverk.corpus.duration import LOOSE, NUMBERS, minutes
from avtaleverk.corpus.model import Register
from avtaleverk.corpus.nodes import Mapping, Scalar
from avtaleverk.corpus.outline import folded_words
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import corpus_rule

_TWIN = "_nn"
_EXPLAINED = ("forklaring", f"forklaring{_TWIN}")
# Words that change the meaning when one of the two texts lacks them, each with its bokmål form.
_SAME_IN_BOTH = ("alle", "begge", "ingen", "aldri", "alltid", "minst", "straks", "før", "etter")
_TURNING = {word: word for word in _SAME_IN_BOTH} | {
    "ikke": "ikke", "ikkje": "ikke", "uten": "uten", "utan": "uten", "bare": "bare", "berre": "bare",
    "høyst": "høyst", "høgst": "høyst", "innen": "innen", "innan": "innen", "hele": "hele", "heile": "hele",
    "annenhver": "annenhver", "annankvar": "annenhver",
}  # fmt: skip
_IN_NYNORSK = {nb: nn for nn, nb in _TURNING.items() if nn != nb} | {
    "sykehus": "sjukehus", "sykehuslege": "sjukehuslege", "sykepleier": "sjukepleiar", "helseforetak": "helseføretak",
    "statsforvalter": "statsforvaltar", "helsestasjon": "helsestasjon",
}  # fmt: skip
_SAID = _TURNING | {word: str(number) for word, number in NUMBERS.items() if word not in ("en", "ein", "ei")}
_WORDS = frozenset(_SAID)
# Words for who and where, by their first letters in both målformer.
_LETTERS = 7
_WHO = {
    "kommune": "kommune", "kommuna": "kommune", "helsefo": "helseforetak", "helsefø": "helseforetak",
    "sykehus": "sykehus", "sjukehu": "sykehus", "fastleg": "fastlege", "legevak": "legevakt", "jordmor": "jordmor",
    "tildeli": "tildelingskontor", "akuttmo": "akuttmottak", "helsest": "helsestasjon", "statsfo": "statsforvalter",
    "særavta": "særavtale", "sykeple": "sykepleier", "sjukepl": "sykepleier",
}  # fmt: skip
_DOCTOR = ("sykehusleg", "sjukehusleg")
_SIGNS = ".,;:()«»"


@corpus_rule("AV122", "Nynorsken sier noe annet enn bokmålet", Severity.ADVARSEL)
def unlike_twins(context: Context) -> Iterator[Finding]:
    """«navn_nn» must have the numbers, negations and names of «navn», in every register and list."""
    registers: Iterable[Register[Any]] = context.corpus.registers
    spaces = context.spaces
    yield from _same_explanation(context.corpus.registers.ordliste)
    for fields in (*(register.fields for register in registers), *(space.fields for space in spaces)):
        for key, nb, nn in _twins(fields) if fields else ():
            if nb.text != nn.text and any(unlike := _unlike(nb.text, nn.text)):
                each = zip(unlike, (key, key + _TWIN), strict=True)
                said = (f"{_listed(facts)} står bare i «{name}»" for facts, name in each if facts)
                message = f"«{key}{_TWIN}» sier ikke det samme som «{key}»: {', og '.join(said)}."
                rest = f"Hvis det er «{key}» som er feil, retter du linje {nb.at.line}."
                yield Finding(nn.at, message, f"{_mend(nb.text, nn.text, *unlike)} {rest}", (nb.at,))


def _mend(bokmal: str, nynorsk: str, nb: set[str], nn: set[str]) -> str:
    """How the text in nynorsk comes to say what the one in bokmål says; a number in letters as it is written there."""
    theirs, ours = _as_written(nb, bokmal), {_IN_NYNORSK.get(fact, fact) for fact in _as_written(nn, nynorsk)}
    missing = _listed({_IN_NYNORSK.get(fact, fact) for fact in theirs})
    if len(nb) == len(nn) == 1:
        same = " på nynorsk" if theirs != nb else ""
        return f"Skriv {missing}{same} i stedet for {_listed(ours)}."
    return f"Her mangler {missing}." if nb else f"Skriv setningen slik bokmålet sier den, uten {_listed(ours)}."


def _as_written(facts: set[str], text: str) -> set[str]:
    """The facts, with each number as the text writes it."""
    words = sorted(folded_words(text.casefold()))
    return {
        next((word for word in words if fact.isdecimal() and fact not in words and _SAID.get(word) == fact), fact)
        for fact in facts
    }


def _listed(facts: set[str]) -> str:
    return ", ".join(f"«{fact}»" for fact in sorted(facts))


def _same_explanation(register: Register[Any]) -> Iterator[Finding]:
    """Two words with one explanation: at the one whose explanation in the other målform is least like it."""
    first: dict[str, tuple[Scalar, int]] = {}
    for entry in register.fields.values.values() if register.fields else ():
        texts = entry.values if isinstance(entry, Mapping) else {}
        both = [text for key in _EXPLAINED if isinstance(text := texts.get(key), Scalar)]
        alike = len(frozenset.intersection(*(folded_words(text.text) for text in both))) if both else 0
        for text in both:
            other, fits = first.setdefault(text.text, (text, alike))
            if other not in both:
                wrong, right = (text, other) if alike <= fits else (other, text)
                message = f"Et annet ord har den samme forklaringen (linje {right.at.line})."
                yield Finding(wrong.at, message, "Skriv forklaringen på dette ordet.", (right.at,))


def _twins(node: Mapping) -> Iterator[tuple[str, Scalar, Scalar]]:
    """The fields with a twin in nynorsk."""
    for key, value in node.values.items():
        if isinstance(value, Mapping):
            yield from _twins(value)
        elif isinstance(value, Scalar) and isinstance(nn := node.values.get(f"{key}{_TWIN}"), Scalar):
            yield key, value, nn


def _unlike(nb: str, nn: str) -> tuple[set[str], set[str]]:
    """Facts such as «ikke» or «2016» that only the one or the other text has; a time span may be in other words."""
    here, there = _facts(nb), _facts(nn)
    if here != there:
        spans = [{minutes(span) for span in LOOSE.finditer(text)} for text in (nb, nn)]
        if spans[0] == spans[1]:
            here, there = _facts(LOOSE.sub("", nb)), _facts(LOOSE.sub("", nn))
    return here - there, there - here


def _facts(text: str) -> set[str]:
    """The facts of a text: numbers, names in capitals, who and where, and words that change the meaning."""
    small = text.casefold().replace("frå før", "").replace("fra før", "")
    words = folded_words(small)
    found = {_SAID[word] for word in words & _WORDS} | {word for word in words if word.isdecimal()}
    if doctors := {word for word in words if word.startswith(_DOCTOR)}:
        words, found = words - doctors, found | {"sykehuslege"}
    found |= {_WHO[start] for start in {word[:_LETTERS] for word in words} & _WHO.keys()}
    return found | {word.strip(_SIGNS) for word in text.split() if word.isupper() and len(word) > 1}
