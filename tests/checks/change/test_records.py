"""What was decided, signed and noted is kept."""

import pytest

from avtaleverk.checks.change.revision import Change
from tests.checks.changes import change_of
from tests.conftest import AGREEMENT, PROCEDURE, Minimal

AMENDED = '\n  - {versjon: "1.0", dato: 2026-01-01, hva: Ny.}\n  - {versjon: "0.9", dato: 2025-01-01, hva: Prøvd.}'


def test_a_personal_number_is_not_to_be_put_back(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "sak: 4/2025", 'sak: "17822999069"')
    change = change_of(minimal, PROCEDURE)
    [found] = minimal.replace(PROCEDURE, '"17822999069"', "4/2025").examine(change=change).found
    assert found.code == "AV520" and found.message.startswith("«sak» i «vedtak» var «[fødselsnummer]»")
    assert found.hint == "Et fødselsnummer skal ikke stå her. Står det her ennå, sletter du det."


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (PROCEDURE, "dato: 2025-11-01, sak: 4", "dato: 2025-11-02, sak: 4", "«dato» i «vedtak» var «2025-11-01», og er nå «2025-11-02»."),
        (PROCEDURE, "  - {organ: fsu, droftet: 2025-10-01, dato: 2025-11-01, sak: 4/2025}\n", "  - {organ: fsu, droftet: 2025-09-01, dato: 2025-10-15, sak: 3/2025}\n", "Dette sto i «vedtak», og er tatt bort: «fsu, 2025-10-01, 2025-11-01, 4/2025»."),
        (PROCEDURE, ", hva: Ny.", ", hva: Fristen er ny.", ""),
        (PROCEDURE, '  - {versjon: "0.9", dato: 2025-01-01, hva: Prøvd.}\n', "", "Dette sto i «endringer», og er tatt bort: «0.9, 2025-01-01, Prøvd.»."),
        (PROCEDURE, ", hva: Prøvd.", ", hva: Prøvd ved to poster.", ""),
        (PROCEDURE, ", hva: Prøvd.", ", hva: Kommunen fikk en ny frist.", "«hva» i «endringer» var «Prøvd.», og er nå «Kommunen fikk en ny frist.»."),
        (PROCEDURE, "konklusjon: Laget.", "konklusjon: Avvist.", "«konklusjon» i «gjennomgang» var «Laget.», og er nå «Avvist.»."),
        (PROCEDURE, "konklusjon: Videreføres.", "konklusjon: Endres.", ""),
        (AGREEMENT, ", forbehold: Gjelder ikke natt.", "", "«forbehold» i «signert» var «Gjelder ikke natt.», og er tatt bort."),
        (AGREEMENT, ", forbehold: Gjelder ikke natt.", ", forbehold: Gjelder alltid.", "«forbehold» i «signert» var «Gjelder ikke natt.», og er nå «Gjelder alltid.»."),
    ],
)  # fmt: skip
def test_what_was_decided_and_signed_is_kept(minimal: Minimal, name: str, old: str, new: str, message: str) -> None:
    minimal.replace(
        PROCEDURE,
        "konklusjon: Videreføres.}",
        "konklusjon: Videreføres.}\n  - {dato: 2025-11-01, av: FSU, konklusjon: Laget.}",
    )
    text = minimal.with_(PROCEDURE, endringer=AMENDED).path(AGREEMENT).read_text(encoding="utf-8")
    line = next(one for one in text.split("\n") if one.startswith("  - {part: "))
    minimal.replace(AGREEMENT, line, line.replace("}", ", forbehold: Gjelder ikke natt.}"))
    change = change_of(minimal, name)
    found = minimal.replace(name, old, new).examine(change=change).found
    assert [(d.code, d.message) for d in found] == ([("AV520", message)] if message else [])


@pytest.mark.parametrize(("reserved", "codes"), [("", []), (", forbehold: Gjelder ikke natt.", ["AV520"])])
def test_the_signature_of_a_later_version_may_take_the_place_of_an_older_one(
    minimal: Minimal, reserved: str, codes: list[str]
) -> None:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8")
    older = next(line for line in text.split("\n") if "  - {part: hf-prove" in line)
    minimal.replace(AGREEMENT, older, older.replace("}", f"{reserved}}}"))
    change = change_of(minimal, AGREEMENT)
    newer = '  - {part: hf-prove, dato: 2026-02-01, versjon: "1.1"}'
    minimal.replace(AGREEMENT, older.replace("}", f"{reserved}}}"), newer)
    found = minimal.with_(AGREEMENT, versjon='"1.1"').examine(change=change).found
    assert [d.code for d in found if d.code == "AV520"] == codes


def test_each_version_is_sent_in_on_its_own_day(minimal: Minimal) -> None:
    change = change_of(minimal.with_(AGREEMENT, innsendt_helsedirektoratet="2026-01-20"), AGREEMENT)
    minimal.with_(AGREEMENT, innsendt_helsedirektoratet="2026-02-20")
    assert [d.code for d in minimal.examine(change=change).found] == ["AV520"]
    minimal.with_(AGREEMENT, versjon='"1.1"', innsendt_helsedirektoratet="2026-02-20")
    assert "AV520" not in [d.code for d in minimal.examine(change=change).found]


@pytest.mark.parametrize(
    ("now", "codes"),
    [
        ('p-varsel:\n  "gjennomgang": "2026-06-01"\n  "punkt:da05#3.1": "0"\n', ["AV420"]),
        ('p-varsel:\n  "gjennomgang": "2026-06-01"\n', ["AV521"]),
        ("", ["AV521"]),
    ],
    ids=["kept", "a line gone", "gone"],
)
def test_what_a_document_rested_on_is_not_forgotten(minimal: Minimal, now: str, codes: list[str]) -> None:
    path = "agreements/prove/tilstand.yml"
    before = b'p-varsel:\n  "gjennomgang": "2026-06-01"\n  "punkt:da05#3.1": "0"\n  "lovkrav:borte": "0"\n'
    if now:
        minimal.with_stamps(now)
    assert [d.code for d in minimal.examine(change=Change(frozenset({path}), {path: before})).found] == codes
