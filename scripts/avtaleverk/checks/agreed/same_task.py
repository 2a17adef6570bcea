"""Sentences of a procedure about the same task as a sentence of its clauses, or of another part of the page."""

from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

from avtaleverk.checks.agreed.basis import clauses
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, at_token
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Section, inline_text
from avtaleverk.corpus.steps import holds_steps
from avtaleverk.diagnostics import Location
from avtaleverk.patterns import when_used

_SENTENCE = when_used(r"\s(?:(?<=[.!?:]\s)\s*|(?<=\n))")
_NOT = r"(?:ikke|ikkje|aldri)"
_SAID = when_used(
    rf"^(?P<who>[^,]{{3,60}}?) (?:(?:skal|må|kan) (?:(?:også|alltid|straks|da|så) )?(?:(?P<no>{_NOT}) )?(?P<do>\w+)"
    r"|(?P<does>\w+r))\b(?P<what>[^.!?]*)"
)
_DENIED = when_used(rf"\s+{_NOT}\b")
_SMALL = frozenset(
    ("innen", "innan", "etter", "eller", "under", "denne", "disse", "dette", "hvis", "eigen", "egen", "deira",
     "ikkje", "aldri")
)  # fmt: skip
_DUTY = when_used(r"\*\*(?P<who>[^*]+)\*\*(?: ved [\w-]+)? (?P<does>\w+)r\b(?P<what>[^.!?]*)")
_CORE = when_used(r"[,.;:]| (?:når|hvis|dersom|etter at|som|innen|innan|før|om|der|og) ")
_WORD = when_used(r"[\w-]+")
_LONG, _STEM = 5, 6  # letters: of a word that says what a sentence is about, and of the stem by which it is recognised
_ALIKE = 0.6  # how many of them another sentence has, which says the same


class Task(NamedTuple):
    """What a sentence says: who, the verb in the imperative, whether it is denied, and the words for its object."""

    who: str
    verb: str
    stems: tuple[str, ...]
    denied: bool
    sentence: str

    @property
    def core(self) -> tuple[str, ...]:
        """The words for what is done, without those for when and why."""
        return _stems(_CORE.split(self.sentence.casefold().split(self.verb, 1)[-1])[0]) if self.verb else ()


Clause = tuple[Document, Section]


class Said(NamedTuple):
    """A task and its place: the heading of the clause that says it, or its line on the page."""

    task: Task
    at: Location
    part: str  # «punktet», «Ansvar», «steget» or «sammendraget»
    clause: Clause | None = None


Pair = tuple[Said, list[Said]]


def same_tasks(context: Context, document: Document) -> list[Pair]:
    """The steps, the sentences under «Ansvar» and those of the summary, each with those of the clauses that say the same;
    those of the summary also with those under «Ansvar»."""
    agreed = [(clause, _by_verb(context.words_under(*clause))) for clause in clauses(context, document)]
    known = set[str]().union(*(tasks for _, tasks in agreed))
    duties = [*_duties(document)]
    at = document.at("sammendrag")
    summary = (Said(task, at, "sammendraget") for task in _tasks(document.summary))
    pairs = list[Pair]()
    for one in (*_steps(document, known), *duties, *summary):
        told = agreed if one.task.verb in known else ()
        others = [
            Said(other, at_heading(*clause), "punktet", clause)
            for clause, tasks in told
            for other in tasks.get(one.task.verb, ())
            if _is_same(one, other)
        ]
        if one.part == "sammendraget":
            others += (other for other in duties if _is_same(one, other.task))
        if others:
            pairs.append((one, others))
    return pairs


def _is_same(one: Said, other: Task) -> bool:
    """Whether another task has the same verb and object, and most of the words: of the sentence, or, of what is no step, of
    what is done, without when."""
    task = one.task
    if (task.verb, task.stems[0]) != (other.verb, other.stems[0]):
        return False
    words = {*task.stems}
    if len(words.intersection(other.stems)) >= _ALIKE * len(words):
        return True
    words, others = {*task.core}, {*other.core}
    tells = len(words) > 1 or len(task.verb) >= _LONG
    return one.part != "steget" and tells and len(words & others) >= _ALIKE * max(len(words), len(others))


def _steps(document: Document, verbs: Container[str]) -> Iterator[Said]:
    """What the numbered lines that start with an actor say is to be done, with one of the verbs."""
    for section in document.body.sections:
        for token in document.body.tokens_of(section) if holds_steps(section) else ():
            if token.type == "inline" and token.content.startswith("**"):
                text = inline_text(token) if "](" in token.content else token.content.replace("**", "")
                actor, _, told = map(str.strip, text.partition(":"))
                for task in _ordered(actor, told, verbs):
                    yield Said(task, at_token(document, token), "steget")


def _ordered(actor: str, told: str, verbs: Container[str]) -> Iterator[Task]:
    for sentence in _SENTENCE.split(told):
        verb = _WORD.match(sentence)
        word = verb[0].casefold().removesuffix("e") if verb else ""
        if verb and word in verbs and (stems := _stems(sentence[verb.end() :])):
            yield Task(actor, word, stems, _DENIED.match(sentence, verb.end()) is not None, sentence)


def _duties(document: Document) -> Iterator[Said]:
    """What the list under «Ansvar» says that each party does."""
    for section in document.body.sections:
        for token in document.body.tokens_of(section) if section.title == "Ansvar" else ():
            if token.type == "inline" and (told := _DUTY.match(token.content)) and (stems := _stems(told["what"])):
                denied = _DENIED.match(told["what"]) is not None
                task = Task(told["who"], told["does"].removesuffix("e"), stems, denied, told[0].replace("**", ""))
                yield Said(task, at_token(document, token), "Ansvar")


def _tasks(text: str) -> Iterator[Task]:
    for sentence in _SENTENCE.split(text):
        if told := _SAID.match(sentence):
            verb = (told["do"] or told["does"][:-1]).casefold()
            if stems := _stems(told["what"]):
                denied = told["no"] is not None or _DENIED.match(told["what"]) is not None
                yield Task(told["who"], verb.removesuffix("e"), stems, denied, sentence)


@lru_cache(maxsize=1024)
def _by_verb(text: str) -> dict[str, list[Task]]:
    """The tasks in a clause by their verbs. Cached: many procedures rest on the same clause."""
    found: dict[str, list[Task]] = {}
    for task in _tasks(text):
        found.setdefault(task.verb, []).append(task)
    return found


def _stems(text: str) -> tuple[str, ...]:
    words = _WORD.findall(text.casefold())
    return tuple(word[:_STEM] for word in words if len(word) >= _LONG and word not in _SMALL)
