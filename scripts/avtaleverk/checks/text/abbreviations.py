"""AV6: an abbreviation must be explained on the page, in the glossary or in a register."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

# Abbreviations that everyone in the services knows.
_COMMON = frozenset(
    re.findall(r"\w+", "ADHD CT EKG FFO HIV HLR ID IKT IT MR NEWS NEWS2 PC PDF PIN RHF SMS SYSVAK TBD TODO TV USB")
)
_ABBREVIATION = when_used(
    r"[A-ZÆØÅ](?=[A-ZÆØÅ])(?:(?<![\w-][A-ZÆØÅ])|(?<=[^\w-][a-zæøå][A-ZÆØÅ]))[A-ZÆØÅ]{1,5}\d?(?![\w])"  # the Q of qSOFA too
)
_JOINED = when_used(r"(?:-[A-ZÆØÅ]{2,6})+(?![\w-])")  # «ROP-KO»: the words after a hyphen
_ADDRESS_OR_CODE = when_used(r"(?ms)^```.*?^```|\]\([^()\n]{0,500}\)|https?://[^\s<>]{0,500}|`[^`\n]{0,200}`")


# The registers whose names may be abbreviations, which readers can look up.
_ABBREVIATED = ("ordliste", "parter", "roller", "meldinger", "lovkrav", "helsefellesskap")


# It follows from: the name of a system beside the number or the password that it has
@document_rule(
    "AV613", "Forkortelsen er ikke forklart", Severity.ADVARSEL, needs=_ABBREVIATED, follows=("AV706", "AV708")
)
def unknown_abbreviation(context: Context, document: Document) -> Iterator[Finding]:
    """An abbreviation must be in the glossary or a register, or be written out on the page."""
    known, text, seen = context.once(_abbreviations), document.body.text, set[str]()
    for found in _ABBREVIATION.finditer(text):
        start = found.start()
        word = text[start - text[max(start - 1, 0) : start].islower() : found.end()]
        more = _JOINED.match(text, found.end()) if text.startswith("-", found.end()) else None
        if more and known.isdisjoint(more[0].split("-")):
            word += more[0]
        elif not known.isdisjoint((found[0], word)):
            continue
        if word in seen or not word.strip("X") or re.search(rf"\({word}\)|\b{word} \(", text):
            continue
        if any(one.start() < found.start() < one.end() for one in _ADDRESS_OR_CODE.finditer(text)):
            continue
        seen.add(word)
        hint = f"Skriv ordene helt ut første gang: «… ({word})», eller legg forkortelsen i ordliste.yml."
        yield Finding(in_body(document, found.start()), f"Forkortelsen «{word}» er ikke forklart.", hint)


def _abbreviations(context: Context) -> frozenset[str]:
    corpus, registers = context.corpus, context.corpus.registers
    texts = [w for t in registers.ordliste.entries.values() for w in (*t.nb, *t.nn, *t.abbreviations)]
    texts += [w for r in registers.roller.entries.values() for w in r.names]
    texts += [p.name for p in registers.parter.entries.values()]
    for m in registers.meldinger.entries.values():
        texts += (m.name, m.name_nn, m.channel, m.channel_nn, m.standard)
    texts += [law.short + law.law for law in registers.lovkrav.entries.values()]
    for space in corpus.helsefellesskap.values():
        texts += [space.name, space.short_name, *(u.name for u in space.units.values())]
        texts += [o.id.upper() for o in space.organs.values()] + [o.split("-")[0].upper() for o in space.organs]
    return _COMMON.union(word for text in texts for word in _ABBREVIATION.findall(text))
