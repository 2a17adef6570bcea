"""A build stops at an error in the content; a preview tells of it, and goes on showing the last good pages."""

import pytest

from avtaleverk.site.run import Run
from tests.conftest import PROCEDURE, Minimal


def test_a_preview_outlives_an_error_that_stops_a_build(minimal: Minimal) -> None:
    told: list[str] = []
    run = Run(told.append, ValueError, is_preview=True)
    minimal.with_(PROCEDURE, eier_hf=None)
    with pytest.raises(ValueError, match=r"Siden bygges ikke.*\n.*AV101"):
        run.stage(minimal.root)
    minimal.with_(PROCEDURE, eier_hf="samhandlingsradgiver")
    run.stage(minimal.root)
    good = run.built
    minimal.with_(PROCEDURE, eier_hf=None)
    run.stage(minimal.root)
    assert (run.built, len(told), "AV101" in told[0]) == (good, 1, True)
