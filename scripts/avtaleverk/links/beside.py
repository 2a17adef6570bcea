"""Which clauses belong to an agreement because they are next to its name: after it ("delavtale 5 punkt 4.3") or before it
("punkt 4.3 i delavtale 5").
"""

import re

from avtaleverk.links.grammar import Atom
from avtaleverk.links.surroundings import AFTER_CLAUSE, is_ours

_BEFORE_TAIL = re.compile(
    r"s?(?:\s+om\s+[^.;:()]{3,60})?[\s,(:–-]*(?:(?:jfr?\.?|se|sjå|særlig|særleg|spesielt|herunder|under|ved|sitt|sin|si|sine|i)\s+)?"
)
_BEFORE_FIGURE = re.compile(r"\s*\(\s*|\s+|\s*,\s*(?:jfr?\.?|se|sjå)?\s*")
_AFTER_LEAD = re.compile(rf"{AFTER_CLAUSE}(?:\s*\([^()]{{1,40}}\))?\s+(?:i|av|fra|frå|under)\s+(?:den\s+|vår\s+)?")
_LISTED = re.compile(r"(?:\s*\([^()]{1,60}\))?\s*(?:,|\bog\b|\bsamt\b|\beller\b|\bjfr?\.?)\s*(?:og\s+|jfr?\.?\s*)?")


def tail_of(found: list[Atom], index: int, text: str) -> tuple[Atom, ...]:
    """The clauses that follow an agreement: "delavtale 5 punkt 4.3 og kapittel 6"."""
    atom = found[index]
    tail: list[Atom] = []
    for place in range(index + 1, len(found)):
        following = found[place]
        gap = text[(tail[-1] if tail else atom).end : following.start]
        figure = _BEFORE_FIGURE if following.form == "tall" else _BEFORE_TAIL
        if following.form not in ("punkt", "tall") or not (_LISTED if tail else figure).fullmatch(gap):
            break
        tail.append(following)
    if len(tail) > 1 and (is_ours(text, tail[-1].start, tail[-1].end) or lead_of(found, index + len(tail) + 1, text)):
        tail.pop()
    return tuple(tail)


def lead_of(found: list[Atom], index: int, text: str) -> tuple[Atom, ...]:
    """The clauses that lead to an agreement: "punkt 4.3 og punkt 5.1 i delavtale 5"."""
    if index >= len(found) or found[index].form not in ("avtale", "id", "overordnet"):
        return ()
    lead: list[Atom] = []
    for place in range(index - 1, -1, -1):
        before = found[place]
        gap = text[before.end : (lead[-1] if lead else found[index]).start]
        if before.form not in ("punkt", "tall") or not (_LISTED if lead else _AFTER_LEAD).fullmatch(gap):
            break
        lead.append(before)
    return tuple(lead)
