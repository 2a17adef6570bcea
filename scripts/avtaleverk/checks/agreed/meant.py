"""Which deadline a time span in the text refers to, judged by the words around it."""

import re
from collections.abc import Iterable

from avtaleverk.checks.agreed.basis import is_timed
from avtaleverk.checks.agreed.limits import Limit
from avtaleverk.checks.context import Context
from avtaleverk.checks.roles.called import role_forms, roles_called
from avtaleverk.checks.roles.steps import items
from avtaleverk.corpus.duration import LOOSE
from avtaleverk.corpus.model import Deadline, Document

_SAME_DAY = 1440  # minutes: a whole day is no more than «samme dag»
_SHORT = 3  # letters of «på», «til» and «om», which say nothing of what must be done
_LONG = 6  # letters of the word for a case: «sykehjem»
_ALSO_NOUNS = ("meld", "vars", "svar")  # «send melding», «send varselet», «gi svar»


def exceeded(context: Context, document: Document, limit: Limit) -> Deadline | None:
    """The deadline for the task in the phrase, when all deadlines that it may be are shorter than the limit."""
    deadlines = [deadline for _, deadline in context.web.deadlines_of(document) if is_timed(deadline)]
    if all(_length(deadline) >= limit.minutes for deadline in deadlines):
        return None
    phrase = limit.phrase
    roles = context.known(_actors, document).get(limit.at.line, frozenset())
    told = [d for d in deadlines if _tells(phrase, d) or (d.by in roles and _is_alike(phrase, d))]
    told = [d for d in told if d.by in roles] or told  # of two who do the same, each has a deadline of their own
    told = [d for d in deadlines if _is_of_case(limit, d, deadlines)] or told
    is_kept = any(_length(d) >= limit.minutes or d.within.text.casefold() in phrase for d in told)
    return told[0] if told and not is_kept else None


def slip_of(span: str, agreed: Iterable[str]) -> str:
    """The only agreed time with the same number in another unit, or with one other digit in the same, or two exchanged; "" when there is
    none, or several."""
    written = LOOSE.fullmatch(span)
    pairs = [(one, LOOSE.fullmatch(one)) for one in dict.fromkeys(agreed)]
    found = [one for one, there in pairs if written and there and _is_slip(written, there)]
    return found[0] if len(found) == 1 else ""


def _is_slip(here: re.Match[str], there: re.Match[str]) -> bool:
    if here["count"].casefold() == there["count"].casefold():
        return True
    same_unit = here["unit"][:_SHORT].casefold() == there["unit"][:_SHORT].casefold()
    one, other = f"{here['count']:>4}", f"{there['count']:>4}"
    is_other_digit = sum(a != b for a, b in zip(one, other, strict=False)) == 1
    return same_unit and here["count"].isdecimal() and (is_other_digit or sorted(one) == sorted(other))


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


def _is_of_case(limit: Limit, deadline: Deadline, deadlines: Iterable[Deadline]) -> bool:
    """Whether the sentence is about what a deadline is for, and names the case in which it holds, and another has the limit
    elsewhere: «innleggelsesrapport når pasienten bor på sykehjem»."""
    what, when, case = deadline.what.casefold().partition(" når ")
    own = case.rpartition(" ")[2]
    sentence, thing = limit.before.rpartition(". ")[2].casefold(), " ".join(what.split()[:2])
    is_told = when and len(own) > _LONG and own in sentence and thing.rpartition(" ")[2] in sentence
    others = (d for d in deadlines if d is not deadline and d.what.casefold().startswith(thing)) if is_told else ()
    return any(_length(d) == limit.minutes for d in others)


def _is_alike(phrase: str, deadline: Deadline) -> bool:
    """Whether the phrase has the deadline's verb or the noun of it: «send melding» for «Melde behov …»."""
    stem = deadline.what[:4].casefold()
    return stem in _ALSO_NOUNS and f" {stem}" in phrase
