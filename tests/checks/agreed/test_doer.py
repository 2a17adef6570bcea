"""A task is given to the same one, and denied or not, in the clause, the steps, «Ansvar» and the summary."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        (PROCEDURE, "**Helseforetaket** sender varselet", "**Helseforetaket** bestiller transporten", []),
        (PROCEDURE, "**Kommunen** tar imot varselet", "**Kommunen** bestiller transporten fra sykehuset når pasienten er klar", [("AV639", 35)]),
        (PROCEDURE, "**Helseforetaket** sender", "**Helseforetaket** bestiller ikke transporten. Det sender", [("AV635", 36)]),
        (PROCEDURE, "sammendrag: Syk", "sammendrag: Kommunen bestiller transporten. Syk", [("AV639", 5)]),
        (PROCEDURE, "sammendrag: Syk", "sammendrag: Tildelingskontoret tar imot varselet. Syk", []),
        (PROCEDURE, "sammendrag: Syk", "sammendrag: Sengeposten tar imot varselet. Syk", [("AV639", 5)]),
        (PROCEDURE, "innen 24 timer.\n2", "innen 24 timer. Bestill ikke transporten.\n2", [("AV635", 40)]),
        (PROCEDURE, "innen 24 timer.\n2", "innen 24 timer. Bestill transporten når pasienten ikke er klar.\n2", []),
        (PROCEDURE, "**Helseforetaket** sender varselet", "**Helseforetaket** sender varselet og bestiller ikke transporten fra sykehuset", [("AV635", 36)]),
        (AGREEMENT, "skal bestille transporten", "skal ikke bestille transporten", []),
        (AGREEMENT, "skal bestille transporten", "kan ikke bestille transporten. Kommunen bestiller transporten", []),
    ],
)  # fmt: skip
def test_a_task_has_the_same_doer_everywhere(
    minimal: Minimal, name: str, old: str, new: str, found: list[tuple[str, int]]
) -> None:
    minimal.replace(
        AGREEMENT, "innen 24 timer.", "innen 24 timer. Helseforetaket skal bestille transporten fra sykehuset."
    )
    assert minimal.replace(name, old, new).lines() == found


@pytest.mark.parametrize(("who", "codes"), [("Tildelingskontoret", []), ("Sengeposten", ["AV639"])])
def test_the_text_beside_the_steps_says_who_decides(minimal: Minimal, who: str, codes: list[str]) -> None:
    clause = "Finnes det ingen plass, skal tildelingskontoret avgjøre om pasienten venter hjemme eller på posten."
    minimal.replace(AGREEMENT, "innen 24 timer.", f"innen 24 timer. {clause}")
    assert minimal.saying(f"{who} avgjør om pasienten venter hjemme eller på posten.").codes() == codes
