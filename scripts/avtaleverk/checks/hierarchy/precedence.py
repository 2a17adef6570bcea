"""AV2: when two documents disagree, the one on the higher level takes precedence."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.links.sentences import is_denied
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

# The names of the levels in a sentence, from the top.
_LEVELS = (
    r"lov(?:en|a|ene|er)?|forskrift\w*",
    r"overordn\w+ (?:samarbeids)?avtal\w+",
    r"(?:del|tjeneste|teneste)avtal\w+",
    r"s(?:ær|er)avtal\w+",
    r"retningslinj\w+|prosedyr\w+|sjekklist\w+|rutin\w+",
)
_ANY_AGREEMENT = r"avtal(?:en|a|ene|ane)"
_LEVEL = when_used("|".join(f"(?P<l{n}>\\b(?:{words})\\b)" for n, words in enumerate(_LEVELS)), re.IGNORECASE)
_AGREEMENT = when_used(rf"\b{_ANY_AGREEMENT}\b", re.IGNORECASE)
_BEFORE = ("foran", "føre", "framfor", "fremfor", "framføre", "framom")
_BEFORE_WORD = when_used(rf"(?:{'|'.join(_BEFORE)})\b")
_REST = when_used(r"[^.,:;?!\n]*")  # up to the next comma or the end of the sentence
_GOES = when_used(r"\b(?:går|gjelder|gjeld|har forrang)\b(?P<inside>[^,]*)$")
_NEW_CLAUSE = when_used(r",|\b(?:når|at|som|hvis|dersom|fordi|og|men)\b")
_LOWEST_AGREEMENT = 3
_IN_ORDER = "Bytt om på dem, eller slett setningen. Loven går først, så den overordnede avtalen, delavtalen og særavtalen, og til slutt retningslinjer, prosedyrer og sjekklister."


@document_rule("AV212", "Rangordenen er snudd", Severity.ADVARSEL)
def reversed_order(context: Context, document: Document) -> Iterator[Finding]:
    """«Særavtalen går foran delavtalen»: law, the agreements from the top down, then guidelines and procedures."""
    if document.body.words.isdisjoint(_BEFORE):
        return
    text = document.body.text
    for word in _BEFORE_WORD.finditer(text):
        start = max(text.rfind(end, 0, word.start()) for end in ".:;?!\n") + 1
        verb = _GOES.search(text, start, word.start())
        if not verb or is_denied(verb["inside"]):
            continue
        first = _named(verb["inside"]) or _named(_NEW_CLAUSE.split(text[start : verb.start()])[-1])
        rest = _REST.match(text, word.end())
        second = _named(rest[0] if rest else "")
        if first and second and first[1] > second[2]:
            message = f"Her går «{first[0]}» foran «{second[0]}». Rangordenen er omvendt."
            yield Finding(in_body(document, start + (text[start] == " ")), message, _IN_ORDER)


def _named(words: str) -> tuple[str, int, int] | None:
    """The first level named: its words, and the highest and lowest level that it may be («avtalen» may be any of three)."""
    if found := _LEVEL.search(words):
        level = next(n for n in range(len(_LEVELS)) if found[f"l{n}"])
        return found[0], level, level
    found = _AGREEMENT.search(words)
    return (found[0], 1, _LOWEST_AGREEMENT) if found else None
