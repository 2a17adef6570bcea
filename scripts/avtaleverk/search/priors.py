"""How much each kind of page weighs: what to do now comes before what was agreed, and that before background."""

import re

PROCEDURE, AGREEMENT, BACKGROUND = 1.6, 1.0, 0.7
PRIORS = {
    "prosedyre": PROCEDURE, "sjekkliste": PROCEDURE, "forlop": 1.3, "retningslinje": 1.32,
    "avtale": AGREEMENT, "delavtale": AGREEMENT, "overordnet": AGREEMENT, "saeravtale": 0.8,
}  # fmt: skip
# The procedure says in its own words what a clause of a delavtale says it must.
CLAUSE = 0.84
# A page on undoing something has the words of the page on doing it, and is sought less often.
UNDOING = 0.88
_UNDOES = re.compile(r"^Si opp\b|\bikk(?:e|je) lenger\b", re.IGNORECASE)


def prior_of(kind: str, title: str = "") -> float:
    """The weight of a document by its type and title; unknown kinds are background."""
    return PRIORS.get(kind, BACKGROUND) * (UNDOING if _UNDOES.search(title) else 1)


def prior_of_clause(kind: str) -> float:
    """The weight of a clause of a document."""
    return prior_of(kind) * (CLAUSE if kind == "delavtale" else 1)
