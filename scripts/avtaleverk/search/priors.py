"""How much each kind of page weighs: what to do now comes before what was agreed, and that before background."""

PROCEDURE, AGREEMENT, BACKGROUND = 1.6, 1.0, 0.7
PRIORS = {
    "prosedyre": PROCEDURE, "sjekkliste": PROCEDURE, "forlop": 1.3, "retningslinje": 1.2,
    "avtale": AGREEMENT, "delavtale": AGREEMENT, "overordnet": AGREEMENT, "saeravtale": AGREEMENT,
}  # fmt: skip


def prior_of(kind: str) -> float:
    """The weight of a document type; unknown kinds are background."""
    return PRIORS.get(kind, BACKGROUND)
