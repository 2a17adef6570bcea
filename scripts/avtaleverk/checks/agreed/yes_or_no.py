"""A yes or no in the self-test must agree with the clause: a «nei» with a sentence that says «ikke»."""

from collections.abc import Iterator

from avtaleverk.checks.agreed.basis import is_changed
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_section, value_at
from avtaleverk.corpus.model import Document, Question
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used

_ANSWER = when_used(r"(?P<says>Ja|Nei)\b")
_SENTENCE = when_used(r"\s(?<=[.!?:;]\s)\s*|\n")
_WORD = when_used(r"[^\W\d_]{4,}")
_STEM, _FEW, _MOST = 5, 3, 0.8  # letters of a stem; fewest words of a question; their share in one sentence
_SMALL = frozenset(("skal", "kunne", "eller", "også", "pasienten", "ikke", "ikkje", "uten", "utan", "aldri"))
_DENIED = when_used(r"\b(?:ikke|ikkje|aldri|ingen|inga|uten|utan|verken|korkje|nekt\w+|forb\w+)\b")


def other_answer(context: Context, document: Document, question: Question) -> Iterator[Finding]:
    """«Kan kommunens ansatte bruke tvang? Nei», where the clause says they may."""
    answer = _ANSWER.match(question.answer)
    clause = context.corpus.clause(context.web.resolve(question.clause)) if answer and question.clause else None
    asked = _SENTENCE.split(question.text)[-1] if clause else ""
    words = _stems(asked) if clause and not _DENIED.search(asked.casefold()) else frozenset[str]()
    if not clause or not answer or len(words) < _FEW + (answer["says"] == "Ja"):  # a «ja» may have its conditions
        return
    told = [s for s in _SENTENCE.split(context.words_under(*clause)) if len(words & _stems(s)) >= _MOST * len(words)]
    wanted = answer["says"] == "Nei"
    if told and all(bool(_DENIED.search(sentence.casefold())) != wanted for sentence in told):
        here, there = value_at(document, "sporsmal", question.answer), in_section(*clause, told[0])
        message = f"Svaret er «{answer['says']}», men avtalen sier: «{told[0]}»"
        hint = "Les punktet. Er svaret galt, retter du det. Er det et ord for mye eller for lite i punktet, rettes det der."
        if is_changed(context, document, *clause):
            message = f"Her står «{told[0]}», men selvtesten i {document.id} svarer «{answer['says']}»."
            here, there = there, here
        yield Finding(here, message, hint, (there,))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _SMALL)
