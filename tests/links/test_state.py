"""Suspect links: change what a document rests on, and exactly the documents that rest on it are reported."""

from pathlib import Path

import pytest

from avtaleverk.cli import main
from avtaleverk.corpus.model import Reference
from tests.conftest import PROCEDURE, Minimal

BY = ["--by", "FSU utskrivning", "--conclusion", "Videreføres.", "--date", "2026-11-22"]


@pytest.fixture
def stamped(minimal: Minimal) -> Minimal:
    """A corpus in which every document has its stamp."""
    minimal.with_("prosedyrer/p-varsel.md", lovkrav="[hol-6-2-5]", under=None)
    assert main(["--root", str(minimal.root), "review"]) == 0
    assert minimal.check() == []
    return minimal


def suspects(minimal: Minimal) -> dict[str, tuple[str, ...]]:
    return {reference.document: changed for reference, changed in minimal.web().suspects.items()}


def test_nothing_is_suspect_when_nothing_has_changed(stamped: Minimal) -> None:
    assert suspects(stamped) == {}


def test_a_changed_law_point_lights_up_those_that_rest_on_it(stamped: Minimal) -> None:
    stamped.replace(
        "agreements/register/lovkrav.yml", "Avtalen skal ha rutiner.", "Avtalen skal ha rutiner og frister."
    )
    assert suspects(stamped) == {"da05": ("lovkrav:hol-6-2-5",), "p-varsel": ("lovkrav:hol-6-2-5",)}


def test_a_changed_clause_lights_up_the_procedure_but_not_its_neighbours(stamped: Minimal) -> None:
    stamped.replace("delavtaler/da05.md", "på sengepost varsler", "på vakt varsler")
    assert suspects(stamped) == {"p-varsel": ("punkt:da05#3.1",)}


def test_a_changed_parent_deadline_message_and_rate(stamped: Minimal) -> None:
    stamped.replace("overordnet/os.md", "Partene møtes.", "Partene møtes innen en uke.")
    stamped.replace("delavtaler/da05.md", "innen: 24 timer", "innen: 12 timer")
    stamped.replace("agreements/register/meldinger.yml", "innen 24 timer", "innen 12 timer")
    stamped.replace("agreements/register/satser.yml", '"2024": "5745"', '"2024": "5745", "2025": "5973"')
    assert suspects(stamped) == {
        "da05": ("under:os",),
        "p-varsel": ("meldinger:helseopplysninger", "satser:dognpris", "frister:varsel"),
    }


def test_where_and_when_an_entry_was_read_is_not_its_content(stamped: Minimal) -> None:
    stamped.replace("agreements/register/lovkrav.yml", "kilde: Loven}", "kilde: Lovdata, kontrollert: 2026-11-01}")
    assert suspects(stamped) == {}


def test_how_a_message_is_sent_in_the_other_language_is_no_change(stamped: Minimal) -> None:
    message = "agreements/register/meldinger.yml"
    stamped.replace(message, "nar: innen 24 timer", "nar: innen 24 timer, kanal_nn: Telefon når det hastar")
    assert suspects(stamped) == {}


def test_a_renumbered_clause_is_the_same_clause(stamped: Minimal) -> None:
    stamped.replace("delavtaler/da05.md", "### 3.1 Varsel", "### 3.1 Frist\n\nFristen er kort.\n\n### 3.2 Varsel")
    stamped.replace("delavtaler/da05.md", 'punkt: "3.1"', 'punkt: "3.2"')
    stamped.with_("prosedyrer/p-varsel.md", hjemmel="[da05#3.2]")
    assert "punkt:da05#3.1" not in suspects(stamped).get("p-varsel", ())


def test_the_page_the_report_and_the_check_say_so(stamped: Minimal) -> None:
    stamped.replace("delavtaler/da05.md", "på sengepost varsler", "på vakt varsler")
    [finding] = stamped.check()
    assert (finding.code, finding.at.path) == ("AV420", "agreements/prove/prosedyrer/p-varsel.md")
    pages = stamped.pages()
    assert '<a href="../da05/#3.1">Delavtale 5 punkt 3.1</a>' in pages["prove/p-varsel"].blocks[1].html
    assert "Varsle kommunen innen 24 timer" in pages["prove/oversikt/vurderes"].blocks[0].html


def test_a_review_clears_it(stamped: Minimal) -> None:
    stamped.replace("delavtaler/da05.md", "på sengepost varsler", "på vakt varsler")
    assert main(["--root", str(stamped.root), "review", "prove/p-varsel", *BY]) == 0
    assert stamped.check() == []
    [review, _] = stamped.corpus().by_reference[Reference("prove", "p-varsel")].reviews
    assert (review.held.isoformat(), review.by) == ("2026-11-22", "FSU utskrivning")


def test_a_review_changes_no_other_line_and_leaves_no_half_of_a_file(
    stamped: Minimal, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stamped.path(PROCEDURE).read_bytes().replace(b"\n", b"\r\n")
    stamped.write(PROCEDURE, before)
    assert main(["--root", str(stamped.root), "review", "prove/p-varsel", *BY]) == 0
    after = stamped.path(PROCEDURE).read_bytes()
    assert (
        set(before.split(b"\n")) < set(after.split(b"\n")) and len(after.splitlines()) == len(before.splitlines()) + 1
    )
    monkeypatch.setattr(Path, "replace", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["--root", str(stamped.root), "review", "prove/p-varsel", *BY])
    assert stamped.path(PROCEDURE).read_bytes() == after


def test_a_review_written_by_hand_clears_it_too_and_asks_for_the_stamp(stamped: Minimal) -> None:
    stamped.replace("delavtaler/da05.md", "på sengepost varsler", "på vakt varsler")
    stamped.replace("prosedyrer/p-varsel.md", "{dato: 2026-06-01", "{dato: 2026-11-20")
    assert [d.code for d in stamped.check()] == ["AV421"]
    main(["--root", str(stamped.root), "review"])
    assert stamped.check() == []


def test_a_new_document_asks_for_its_first_stamp(stamped: Minimal) -> None:
    state = stamped.path("tilstand.yml").read_text("utf-8")
    stamped.write("tilstand.yml", state[: state.index("p-varsel:")])
    assert [(d.code, d.at.path) for d in stamped.check()] == [("AV421", "agreements/prove/prosedyrer/p-varsel.md")]
    main(["--root", str(stamped.root), "review"])
    assert stamped.check() == []


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("prove/p-borte", "Finner ikke prove/p-borte. Skriv helsefellesskapet og id-en"),
        ("p-varsel", "Finner ikke p-varsel. Mente du prove/p-varsel?"),
    ],
)
def test_a_document_that_does_not_exist_is_not_reviewed(
    stamped: Minimal, id: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(stamped.root), "review", id, *BY]) == 2
    assert capsys.readouterr().err.startswith(said)


def test_the_same_review_is_entered_once(stamped: Minimal, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["--root", str(stamped.root), "review", "prove/p-varsel", *BY]
    assert main(command) == 0
    after = stamped.path(PROCEDURE).read_bytes()
    assert main(command) == 0
    assert stamped.path(PROCEDURE).read_bytes() == after
    assert "har denne gjennomgangen fra før" in capsys.readouterr().out


def test_a_review_of_nothing_says_so(stamped: Minimal, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(stamped.root), "review"]) == 0
    assert capsys.readouterr().out == "Alle gjennomganger er merket fra før.\n"
    assert main(["--root", str(stamped.root), "review", *BY]) == 2
    assert capsys.readouterr().err.startswith("Skriv hvilke dokumenter de gikk gjennom")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--by", "FSU"], "Skriv hva de kom fram til"),
        (["--conclusion", "Klar til bruk."], "Skriv hvem som gikk gjennom"),
        (["--by", "FSU", "--conclusion", "Klar.", "--date", "2999-01-01"], "2999-01-01 har ikke vært ennå."),
        (["--by", "FSU", "--conclusion", "Klar.", "--date", "2020-01-01"], "prove/p-varsel har en senere gjennomgang"),
    ],
    ids=["what", "who", "to come", "older"],
)
def test_a_review_says_who_what_and_a_day_that_may_be(
    stamped: Minimal, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = stamped.path(PROCEDURE).read_bytes()
    assert main(["--root", str(stamped.root), "review", "prove/p-varsel", *words]) == 2
    assert capsys.readouterr().err.startswith(said)
    assert stamped.path(PROCEDURE).read_bytes() == before
