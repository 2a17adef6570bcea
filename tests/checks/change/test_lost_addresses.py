"""An id or a clause that is gone leaves word of where it went."""

from tests.checks.changes import change_of, found
from tests.conftest import AGREEMENT, PROCEDURE, Minimal


def test_a_document_that_is_gone_is_named_at_its_file(minimal: Minimal) -> None:
    minimal.write("prosedyrer/p-ny.md", minimal.path(PROCEDURE).read_text().replace("id: p-varsel", "id: p-ny"))
    change = change_of(minimal, "prosedyrer/p-ny.md")
    minimal.path("prosedyrer/p-ny.md").unlink()
    [(code, where, message)] = found(minimal, change)
    assert (code, where) == ("AV407", "p-ny.md:1")
    assert "«p-ny» fantes før" in message
    minimal.write("adresser.txt", "prove/p-ny -> prove/p-varsel\n")
    assert found(minimal, change) == []


def test_a_published_address_is_missed_without_git(minimal: Minimal) -> None:
    minimal.write("adresser.txt", "frister\nprove/organer\nprove/da05 1 3 3.1 3.9\nprove/p-borte\n")
    assert [one[:2] for one in found(minimal)] == [("AV407", "adresser.txt:4"), ("AV407", "da05.md:39")]


def test_a_new_id_in_the_same_file_is_named_there_without_git(minimal: Minimal) -> None:
    minimal.write("adresser.txt", "prove/p-varsel\n").with_(PROCEDURE, id="p-varsle")
    [(code, where, message)] = found(minimal)
    assert (code, where.split(":")[0]) == ("AV407", "p-varsel.md")
    assert "var «p-varsel» før" in message


def test_the_only_document_with_a_new_address_may_be_the_one_that_is_gone(minimal: Minimal) -> None:
    minimal.write("adresser.txt", "prove/os\nprove/da05\nprove/p-borte\n")
    finding = minimal.only("AV407")
    assert (finding.at.path.rpartition("/")[2], finding.at.line) == ("p-varsel.md", 2)
    assert finding.hint.startswith(
        "Er det dette dokumentet som har fått ny id, skriver du «tidligere_id: [p-borte]» her."
    )


def test_a_clause_with_a_new_number_is_found_by_its_title(minimal: Minimal) -> None:
    change = change_of(minimal, AGREEMENT)
    minimal.replace(AGREEMENT, "### 3.1 Varsel til", "### 3.1 Ansvar\n\nSykehuset har ansvaret.\n\n### 3.2 Varsel til")
    minimal.replace(AGREEMENT, 'punkt: "3.1"', 'punkt: "3.2"').replace(PROCEDURE, "da05#3.1", "da05#3.2")
    codes = [one for one in found(minimal, change) if one[0] == "AV407"]
    assert codes == [
        ("AV407", "da05.md:41", "Punkt 3.1 var «Varsel til kommunen», som nå er 3.2: gamle henvisninger leder feil.")
    ]


def test_a_clause_that_is_gone_needs_its_successor(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "## 4 Hvis", "### 3.2 Svar\n\nKommunen svarer samme dag.\n\n## 4 Hvis")
    change = change_of(minimal, AGREEMENT)
    minimal.replace(AGREEMENT, "### 3.2 Svar\n\nKommunen", "Kommunen").with_(AGREEMENT, versjon='"1.0"')
    [lost, version] = minimal.examine(change=change).found
    assert (lost.code, version.code) == ("AV407", "AV514")
    assert lost.hint == 'Skriv hvor det står nå: «tidligere_punkt: {"3.2": "…"}».'
    minimal.with_(AGREEMENT, tidligere_punkt='{"3.2": "3.1"}')
    assert [d.code for d in minimal.examine(change=change).found] == ["AV514"]
