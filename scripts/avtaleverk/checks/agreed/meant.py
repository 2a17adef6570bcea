"""Which deadline a time span in the text refers to, judged by the words around it."""

import re

from avtaleverk.checks.agreed.basis import is_timed
from avtaleverk.checks.agreed.limits import Limit
from avtaleverk.checks.context import Context
from avtaleverk.checks.roles.called import role_forms, roles_called
from avtaleverk.checks.roles.steps import items
from avtaleverk.corpus.model import Deadline, Document

_SAME_DAY = 1440  # minutes: a whole day is no more than «samme dag»
_SHORT = 3  # letters of «på», «til» and «om», which say nothing of what must be done
_ALSO_NOUNS = ("meld", "vars", "svar")  # «send melding», «send varselet», «gi svar»


def exceeded(context: Context, document: Document, limit: Limit) -> Deadline | None:
    """The deadline for the task in the phrase, when all deadlines that it may be are shorter than the limit."""
    deadlines = [deadline for _, deadline in context.web.deadlines_of(document) if is_timed(deadline)]
    if all(_length(deadline) >= limit.minutes for deadline in deadlines):
        return None
    phrase = limit.phrase
    roles = context.known(_actors, document).get(limit.at.line, frozenset())
    told = [d for d in deadlines if _tells(phrase, d) or (d.by in roles and _is_alike(phrase, d))]
    is_kept = any(_length(d) >= limit.minutes or d.within.text.casefold() in phrase for d in told)
    return told[0] if told and not is_kept else None


def _actors(context: Context, document: Document) -> dict[int, frozenset[str]]:
    """The roles that take the step, by line."""
    forms = context.once(role_forms)
    return {at.line: roles_called(actor, forms) for at, actor in context.known(items, document)}


def _length(deadline: Deadline) -> int:
    minutes = deadline.within.minutes
    return _SAME_DAY if minutes is None else minutes


def _tells(phrase: str, deadline: Deadline) -> bool:
    """Whether the phrase has the deadline's verb and object: «ring ruskontakten» for «Ringe ruskontakten i kommunen …»."""
    verb, thing, *_ = (*deadline.what.casefold().split(), "", "")
    stem = verb.removesuffix("e")
    if len(thing) <= _SHORT or thing not in phrase or stem not in phrase:
        return False
    return re.search(rf"\b{re.escape(stem)}e?r? (?:\w+ )?{re.escape(thing)}\b", phrase) is not None


def _is_alike(phrase: str, deadline: Deadline) -> bool:
    """Whether the phrase has the deadline's verb or the noun of it: «send melding» for «Melde behov …»."""
    stem = deadline.what[:4].casefold()
    return stem in _ALSO_NOUNS and f" {stem}" in phrase
