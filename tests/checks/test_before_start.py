"""What is decided now may hold from a later day, and its first review is the one that the organ did."""

import re

import pytest

from tests.checks.test_own_place import line_of
from tests.conftest import AGREEMENT, PROCEDURE, ROOT, Minimal

DECIDED = "[{organ: fsu, droftet: 2026-10-01, dato: 2026-11-10, sak: 9/2026}]"


def new(minimal: Minimal, reviewed: str, **fields: str | None) -> list[str]:
    """The codes of a procedure from the new year, with one review."""
    minimal.with_(PROCEDURE, gyldig_fra="2027-01-01", vedtak=DECIDED, gjennomgang=f"\n  - {{{reviewed}}}", **fields)
    return minimal.codes()


def test_what_was_decided_in_november_holds_from_the_new_year(minimal: Minimal) -> None:
    changes = '\n  - {versjon: "1.0", dato: 2027-01-01, hva: Ny prosedyre.}'
    assert new(minimal, "dato: 2026-11-10, av: FSU, konklusjon: Klar til bruk.", endringer=changes) == []


@pytest.mark.parametrize(
    ("reviewed", "codes"),
    [
        ("dato: 2026-10-01, av: FSU, konklusjon: Klar til bruk.", []),
        ("dato: 2026-09-01, av: Arbeidsgruppen, konklusjon: Første utkast.", []),
        ("dato: 2025-11-10, av: FSU, konklusjon: Klar til bruk.", ["AV501"]),
    ],
)
def test_a_first_review_is_not_older_than_the_decision(minimal: Minimal, reviewed: str, codes: list[str]) -> None:
    assert [code for code in new(minimal, reviewed) if code != "AV505"] == codes


def test_a_document_that_goes_on_does_not_start_in_the_future(minimal: Minimal) -> None:
    [finding] = minimal.with_(PROCEDURE, gyldig_fra="2027-03-01").check()
    assert (finding.code, finding.at.line) == ("AV501", line_of(minimal, PROCEDURE, "gyldig_fra")[1])


@pytest.mark.parametrize(("status", "codes"), [("utkast", []), ("gjeldende", ["AV515"])])
def test_a_draft_has_no_changes_to_tell_of(minimal: Minimal, status: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, status=status, versjon='"0.1"')
    assert [code for code in minimal.codes() if code == "AV515"] == codes


def test_one_meeting_is_said_as_one_meeting(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "droftet: 2025-10-01", "droftet: 2025-11-01")
    [finding] = minimal.check()
    assert (finding.code, finding.message) == ("AV502", "Saken er drøftet og besluttet samme dag, 2025-11-01.")
    assert minimal.replace(PROCEDURE, "droftet: 2025-11-01, ", "").codes() == []


def test_a_signature_of_the_neighbour_is_no_party(minimal: Minimal) -> None:
    minimal.replace("agreements/register/parter.yml", "k-0001: {", "k-0002: {navn: Nabovik, slag: kommune}\nk-0001: {")
    minimal.write("agreements/nabo/helsefellesskap.yml", "navn: Nabo\nnavn_kort: Nabo\nkommuner: [k-0002]\n")
    minimal.replace(
        "delavtaler/da05.md", "brukermedv", '  - {part: k-0002, dato: 2025-12-11, versjon: "1.0"}\nbrukermedv'
    )
    assert [d.hint for d in minimal.check() if d.code == "AV209"] == ["Nabovik (k-0002) hører til Nabo. Slett linjen."]


def blocks(page: str) -> list[str]:
    """The fenced examples of a page of the handbook."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(r"```(?:markdown|yaml)\n(.*?)```", text, re.DOTALL)


def test_the_whole_example_of_the_handbook_is_in_order(minimal: Minimal) -> None:
    [example] = [block for block in blocks("veiledning/skriv-en-prosedyre.md") if "id: p-sen-hjemreise" in block]
    minimal.write("prosedyrer/p-sen-hjemreise.md", example)
    found = [d for d in minimal.check() if d.at.path.endswith("p-sen-hjemreise.md")]
    assert {d.code for d in found} <= {"AV104", "AV402", "AV618"}, "only what names things of the real registers"


@pytest.mark.parametrize("status", ["utkast", "gjeldende"])
def test_the_dates_of_a_new_document_are_as_the_handbook_says(minimal: Minimal, status: str) -> None:
    [example] = [b for b in blocks("redaktor/nytt-dokument.md") if b.startswith(f"status: {status}")]
    text = minimal.with_(PROCEDURE, status=None, versjon=None, gyldig_fra=None, vedtak=None, gjennomgang=None)
    minimal.replace(PROCEDURE, "sprak: nb\n", f"sprak: nb\n{example.replace('fsu-utskrivning', 'fsu')}")
    assert [code for code in text.codes() if code not in ("AV204", "AV408")] == []


def test_an_agreement_stands_under_one_of_its_own_helsefellesskap(minimal: Minimal) -> None:
    minimal.write("agreements/nabo/helsefellesskap.yml", "navn: Nabo\nnavn_kort: Nabo\nkommuner: [k-0002]\n")
    minimal.write(
        "agreements/nabo/overordnet/os.md",
        minimal.path("overordnet/os.md").read_text().replace("alle-kommuner", "k-0002"),
    )
    minimal.replace(AGREEMENT, "under: os", "under: nabo/os")
    found = minimal.only("AV206")
    assert found.message.endswith("gjelder i Nabo, ikke her.") and (found.at.path, found.at.line) == line_of(
        minimal, AGREEMENT, "nabo/os"
    )
