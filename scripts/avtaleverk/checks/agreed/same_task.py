"""Sentences of a procedure about the same task as a sentence of its clauses, or of another part of the page."""

import re
from collections.abc import Iterator
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
    rf" (?:(?:skal|må|kan) (?:(?:også|alltid|straks|da|så) )?(?:(?P<no>{_NOT}) )?(?P<do>\w+)|(?P<does>\w+r))\b"
    r"(?P<what>[^.!?]*)"
)
_DECIDES = when_used(r", (?:skal|må|kan) (?P<who>[\w-]+(?: [\w-]+){0,3}?) (?P<do>avgj(?:ere|øre))\b(?P<what>[^.!?]*)")
_DECIDING = "avgj"  # «avgjør», «avgjer» and «avgjøre» are the same
_SHORTEST, _LONGEST = 3, 60  # letters of the one who does it
_DENIED = when_used(rf"\s+{_NOT}\b")
_SMALL = frozenset(
    ("innen", "innan", "etter", "eller", "under", "denne", "disse", "dette", "hvis", "eigen", "egen", "deira",
     "ikkje", "aldri", "sjølv")
)  # fmt: skip
_ALSO = when_used(r" og (?P<does>\w+)r\b(?P<what>.*)", re.DOTALL)
_DUTY = when_used(r"\*\*(?P<who>[^*]+)\*\*(?: ved [\w-]+)? (?P<does>\w+)r\b(?P<what>[^.!?]*)")
_CORE = when_used(r"[,.;:]| (?:når|hvis|dersom|etter at|som|innen|innan|før|om|der|og) ")
_WORD = when_used(r"[\w-]+")
_LONG_WORD = when_used(r"[\w-]{5,}")
_LONG, _STEM = 5, 6  # letters: of a verb that tells something, and of the stem by which a word is recognised
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
    part: str  # «punktet», «Ansvar», «steget», «teksten» or «sammendraget»
    clause: Clause | None = None


Pair = tuple[Said, list[Said]]


def same_tasks(context: Context, document: Document) -> list[Pair]:
    """The steps, the sentences under «Ansvar» and those of the summary, each with those of the clauses that say the same;
    those of the summary also with those under «Ansvar»."""
    agreed = [(clause, _by_object(context.words_under(*clause))) for clause in clauses(context, document)]
    verbs = {verb for _, tasks in agreed for verb, _ in tasks}
    duties, at = [*_duties(document)], document.at("sammendrag")
    summary = [Said(task, at, "sammendraget") for task in _tasks(document.summary) if verbs or duties]
    pairs = list[Pair]()
    decided = [*_decided(document)] if _DECIDING in verbs else []
    for one in (*_steps(document, verbs), *duties, *decided, *summary):
        key = one.task.verb, one.task.stems[0]
        same = [
            Said(other, at_heading(*clause), "punktet", clause)
            for clause, tasks in agreed
            for other in tasks.get(key, ())
            if _is_same(one, other)
        ]
        if one.part == "sammendraget":
            alike = (duty for duty in duties if (duty.task.verb, duty.task.stems[0]) == key)
            same += (duty for duty in alike if _is_same(one, duty.task))
        if same:
            pairs.append((one, same))
    return pairs


def _is_same(one: Said, other: Task) -> bool:
    """Whether another task with the same verb and object has most of the words: of the sentence, or, of what is no step, of
    what is done, without when."""
    task = one.task
    words = {*task.stems}
    if len(words.intersection(other.stems)) >= _ALIKE * len(words):
        return True
    if one.part == "steget":
        return False
    words, others = {*task.core}, {*other.core}
    tells = len(words) > 1 or len(task.verb) >= _LONG
    return tells and len(words & others) >= _ALIKE * max(len(words), len(others))


def _steps(document: Document, verbs: set[str]) -> Iterator[Said]:
    """What the numbered lines that start with an actor say is to be done, with one of the verbs."""
    for section in document.body.sections:
        for token in document.body.tokens_of(section) if verbs and holds_steps(section) else ():
            if token.type == "inline" and token.content.startswith("**"):
                text = inline_text(token) if "](" in token.content else token.content.replace("**", "")
                actor, _, told = map(str.strip, text.partition(":"))
                for task in _ordered(actor, told, verbs):
                    yield Said(task, at_token(document, token), "steget")


def _ordered(actor: str, told: str, verbs: set[str]) -> Iterator[Task]:
    for sentence in _SENTENCE.split(told):
        verb = _WORD.match(sentence)
        word = _plain(verb[0]) if verb else ""
        if verb and word in verbs and (stems := _stems(sentence[verb.end() :])):
            yield Task(actor, word, stems, _DENIED.match(sentence, verb.end()) is not None, sentence)


def _duties(document: Document) -> Iterator[Said]:
    """What the list under «Ansvar» says that each party does."""
    for section in document.body.sections:
        for token in document.body.tokens_of(section) if section.title == "Ansvar" else ():
            if token.type == "inline" and (told := _DUTY.match(token.content)):
                sentence = told[0].replace("**", "")
                for task in _each(told["who"], told["does"], told["what"], sentence):
                    yield Said(task, at_token(document, token), "Ansvar")


def _decided(document: Document) -> Iterator[Said]:
    """What the text outside the steps says that someone decides."""
    for section in document.body.sections if f" {_DECIDING}" in document.body.text else ():
        for token in document.body.tokens_of(section) if section.title != "Ansvar" and not holds_steps(section) else ():
            for task in _tasks(inline_text(token)) if token.type == "inline" and _DECIDING in token.content else ():
                if task.verb == _DECIDING:
                    yield Said(task, at_token(document, token), "teksten")


def _plain(verb: str) -> str:
    return _DECIDING if verb.casefold().startswith(_DECIDING) else verb.casefold().removesuffix("e")


def _tasks(text: str) -> Iterator[Task]:
    for sentence in _SENTENCE.split(text):
        if f" {_DECIDING}" in sentence and (told := _DECIDES.search(sentence)):
            yield from _each(told["who"], told["do"], told["what"], sentence)
            continue
        told = _SAID.search(sentence, _SHORTEST)
        if told and told.start() <= _LONGEST and "," not in (who := sentence[: told.start()]):
            verb, denied = told["do"] or told["does"][:-1], told["no"] is not None
            yield from _each(who, verb, told["what"], sentence, denied=denied)


def _each(who: str, verb: str, what: str, sentence: str, *, denied: bool = False) -> Iterator[Task]:
    """The tasks of a sentence: the first, and the one after «og» with a verb of its own and more than one word."""
    nobody = who.casefold().startswith("ingen")
    if stems := _stems(what):
        denied = denied or nobody or _DENIED.match(what) is not None
        yield Task(who, _plain(verb), stems, denied, sentence)
    if " og " in what and (also := _ALSO.search(what)) and len(stems := _stems(also["what"])) > 1:
        denied = nobody or _DENIED.match(also["what"]) is not None
        yield Task(who, _plain(also["does"]), stems, denied, sentence)


@lru_cache(maxsize=1024)
def _by_object(text: str) -> dict[tuple[str, str], list[Task]]:
    """The tasks in a clause, by the verb and the first word of the object. Cached: many procedures rest on the same clause."""
    found: dict[tuple[str, str], list[Task]] = {}
    for task in _tasks(text):
        found.setdefault((task.verb, task.stems[0]), []).append(task)
    return found


def _stems(text: str) -> tuple[str, ...]:
    return tuple([word[:_STEM] for word in _LONG_WORD.findall(text.casefold()) if word not in _SMALL])
