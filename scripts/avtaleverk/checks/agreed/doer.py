"""AV6: a step must be taken by the role that the clause gives the same task."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from markdown_it.token import Token

from avtaleverk.checks.agreed.basis import clauses, is_changed
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, at_token, in_section, in_words
from avtaleverk.checks.roles.called import role_forms, roles_called
from avtaleverk.checks.roles.senders import side_of, sides_by_name
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Section, inline_text
from avtaleverk.corpus.steps import PARTIES, holds_steps
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_SENTENCE = when_used(r"\s(?:(?<=[.!?:]\s)\s*|(?<=\n))")
_SAID = when_used(
    r"^(?P<who>[^,]{3,60}?) (?:(?:skal|må) (?:(?:også|alltid|straks|da|så) )?(?P<do>\w+)|(?P<does>\w+r))\b(?P<what>[^.!?]*)"
)
_WORD = when_used(r"[\w-]+")
_LONG, _STEM = 5, 6  # letters: of a word that says what a sentence is about, and of the stem by which it is recognised
_ALIKE = 0.6  # how many of them a sentence of the clause has, which says the same as one of the step
_SMALL = frozenset(
    ("innen", "innan", "etter", "eller", "under", "denne", "disse", "dette", "hvis", "eigen", "egen", "deira")
)
_HOSPITAL = ("sykehuset", "sjukehuset")


class _Said(NamedTuple):
    """A task in a clause: the verb in the imperative, and the words for its object."""

    who: str
    verb: str
    stems: tuple[str, ...]
    sentence: str


Clause = tuple[Document, Section]
Placed = dict[str, dict[str, list[tuple[_Said, Clause]]]]  # by the verb, and then by the object


@document_rule("AV639", "Avtalen gir steget til en annen", Severity.ADVARSEL, needs=("roller",))
def other_doer(context: Context, document: Document) -> Iterator[Finding]:
    """«Tildelingskontor: Send faktura», where the clause says that the hospital shall send it."""
    if document.type != "prosedyre" or context.lacks_basis(document):
        return
    said: Placed = {}
    for clause in clauses(context, document):
        for one in _told(context.words_under(*clause)):
            said.setdefault(one.verb, {}).setdefault(one.stems[0], []).append((one, clause))
    for token in _steps(document) if said else ():
        actor, _, told = map(str.strip, inline_text(token).partition(":"))
        if other := _other(context, actor, told, said):
            one, clause = other
            at = at_heading(*clause)
            if is_changed(context, document, *clause):
                here = at_token(document, token)
                message = f"Punktet sier «{_short(one.sentence)}», men {document.id} legger det til «{actor}» ({in_words(here)})."
                hint = "Rett hvem som skal gjøre det. Er det punktet som stemmer, rettes steget."
                yield Finding(in_section(*clause, one.sentence), message, hint, (here,))
                continue
            message = f"Steget er lagt til «{actor}», men avtalen sier: «{_short(one.sentence)}» ({in_words(at)})."
            hint = "Rett rollen foran steget. Er det avtalen som er gal, rettes den først."
            yield Finding(at_token(document, token), message, hint, (at,))


def _other(context: Context, actor: str, told: str, said: Placed) -> tuple[_Said, Clause] | None:
    """The task in the clauses that is the same as a sentence of the step, when all clauses give it to someone else."""
    for sentence in _SENTENCE.split(told.casefold()):
        verb = _WORD.search(sentence)
        by_object = said.get(verb[0].removesuffix("e")) if verb else None
        if not verb or not by_object:
            continue
        stems = _stems(_WORD.findall(sentence, verb.end()))
        alike = by_object.get(stems[0], []) if stems else []
        same = [(one, clause) for one, clause in alike if _is_same(one, stems)]
        if same and not any(_may_be(context, actor, one.who) for one, _ in same):
            return same[0]
    return None


def _steps(document: Document) -> Iterator[Token]:
    """The numbered lines that start with an actor."""
    for section in document.body.sections:
        for token in document.body.tokens_of(section) if holds_steps(section) else ():
            if token.type == "inline" and token.content.startswith("**"):
                yield token


@lru_cache(maxsize=1024)
def _told(text: str) -> tuple[_Said, ...]:
    """The tasks in a clause. Cached: many procedures rest on the same clause."""
    found = []
    for sentence in _SENTENCE.split(text):
        if told := _SAID.match(sentence):
            verb = (told["do"] or told["does"][:-1]).casefold()
            stems = _stems(_WORD.findall(told["what"].casefold()))
            if stems:
                found.append(_Said(told["who"].casefold(), verb.removesuffix("e"), stems, sentence))
    return tuple(found)


def _stems(words: list[str]) -> tuple[str, ...]:
    return tuple(word[:_STEM] for word in words if len(word) >= _LONG and word not in _SMALL)


def _is_same(said: _Said, stems: tuple[str, ...]) -> bool:
    """Whether a task with the same verb and object also has most of the other words."""
    return len({*stems} & {*said.stems}) >= _ALIKE * len({*stems})


def _may_be(context: Context, actor: str, who: str) -> bool:
    """Whether the actor of the step may be the one that the clause names: the same role, or one of that party."""
    forms, sides = context.once(role_forms), context.once(sides_by_name)
    side = "helseforetak" if who in _HOSPITAL else PARTIES.get(who, "")
    if side:
        return sides.get(actor.casefold(), "") in (side, "begge", "andre", "")
    roles = roles_called(who, forms)
    return (
        not roles
        or who in actor.casefold()
        or bool(roles & roles_called(actor, forms))
        or any(side_of(context, role) in ("begge", "andre") for role in roles)
    )


def _short(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
