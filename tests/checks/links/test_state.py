"""What rests on something that has changed is gone through again."""

import pytest

from tests.conftest import PROCEDURE, TODAY, Minimal


def test_what_has_changed_can_be_cleared_with_a_line_to_paste(minimal: Minimal) -> None:
    minimal.with_stamps('p-varsel:\n  "gjennomgang": "2026-06-01"\n  "punkt:da05#3.1": "0"\n')
    finding = minimal.only("AV420")
    line = f"- {{dato: {TODAY}, av: …, konklusjon: …}}"
    assert line in finding.hint
    minimal.replace(PROCEDURE, "gjennomgang:\n", f"gjennomgang:\n  {line}\n")
    assert minimal.codes() == ["AV421", "AV527"]  # the line as it was pasted: no one has said what they came to
    minimal.replace(PROCEDURE, "av: …, konklusjon: …", "av: FSU, konklusjon: Videreføres.")
    assert minimal.codes() == ["AV421"]


@pytest.mark.parametrize(
    ("key", "place"),
    [("punkt:da05#3.1", "delavtaler/da05.md"), ("frister:varsel", "delavtaler/da05.md")],
)
def test_a_change_under_many_documents_is_one_finding_where_it_was_made(minimal: Minimal, key: str, place: str) -> None:
    minimal.copies(4)
    ids = ["p-varsel", *(f"p-annen-{n}" for n in range(4))]
    minimal.with_stamps("".join(f'{id}:\n  "gjennomgang": "2026-06-01"\n  "{key}": "0"\n' for id in ids))
    [finding] = minimal.check()
    assert (finding.code, finding.at.path) == ("AV420", f"agreements/prove/{place}")
    assert all(f"prove/{id}" in finding.hint for id in ids)
    assert finding.hint.startswith("Er endringen en skrivefeil, setter du det som sto der, tilbake.")


def test_a_waiver_of_one_document_hides_no_other(minimal: Minimal) -> None:
    minimal.copies(4).with_(PROCEDURE, unntak="[{regel: AV420, grunn: Vurderes i mars., til: 2027-04-01}]")
    ids = ["p-varsel", *(f"p-annen-{n}" for n in range(4))]
    stamp = '  "gjennomgang": "2026-06-01"\n  "punkt:da05#3.1": "0"\n'
    minimal.with_stamps("".join(f"{id}:\n{stamp}" for id in ids))
    [finding] = minimal.check()
    assert "p-varsel" not in finding.hint
