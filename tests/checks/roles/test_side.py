"""The side that is responsible takes the steps."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("side", "by", "found"),
    [
        ("kommune", "sykepleier-sengepost", True),
        ("kommune", "tildelingskontor", False),  # the kommune has the deadline
        ("helseforetak", "tildelingskontor", False),
        ("begge", "sykepleier-sengepost", False),
    ],
)
def test_the_side_that_must_act_takes_the_steps(minimal: Minimal, side: str, by: str, found: bool) -> None:
    more = "".join(f"{n}. **Sykepleier på sengepost:** Spør pasient {n}.\n" for n in (3, 4))
    minimal.replace(PROCEDURE, "at du har fått det.\n", f"at du har fått det.\n{more}")
    minimal.replace(AGREEMENT, "hvem: sykepleier-sengepost", f"hvem: {by}")
    assert ("AV643" in minimal.with_(PROCEDURE, ansvar=side).codes()) == found
