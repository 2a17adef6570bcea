"""The registers: chosen by role and phase, each entry with where it is used."""

import csv
from io import StringIO

import pytest

from tests.conftest import PROCEDURE, Minimal


def rows(minimal: Minimal, page: str, name: str) -> list[list[str]]:
    content = dict(minimal.pages()[page].attachments)[name].decode("utf-8-sig")
    return list(csv.reader(StringIO(content), delimiter=";"))


def test_every_deadline_with_its_clause_and_what_it_is_chosen_by(minimal: Minimal) -> None:
    assert rows(minimal, "frister", "frister-prove.csv") == [
        ["Innen", "Fra", "Hvem", "Hva", "Til", "Pkt."],
        [
            "24 timer",
            "innleggelsen",
            "Sykepleier på sengepost",
            "Varsle kommunen",
            "Tildelingskontor",
            "Delavtale 5 3.1",
        ],
    ]
    page = minimal.html("frister")
    assert (
        '<tr data-rolle="sykepleier-sengepost tildelingskontor" data-eier="sykepleier-sengepost" data-fase="utskrivning">'
        in page
    )
    assert '<th scope="row" data-sort="1440">\n24 timer</th>' in page
    assert '<a href="../prove/da05/#3.1">Delavtale 5 3.1</a>' in page
    assert '<form class="utvalg" data-filter data-min="rolle" hidden>' in page
    assert '<option value="tildelingskontor">Tildelingskontor</option>' in page


def test_the_shortest_deadline_comes_first(minimal: Minimal) -> None:
    slow = "  - {id: x, hva: Svare, innen: 3 døgn, fra: meldingen, hvem: tildelingskontor, til: [sykepleier-sengepost], punkt: '3.1'}"
    minimal.replace("delavtaler/da05.md", "frister:\n", f"frister:\n{slow}\n")
    assert [row[0] for row in rows(minimal, "frister", "frister-prove.csv")[1:]] == ["24 timer", "3 døgn"]


def test_every_message_with_every_receiver(minimal: Minimal) -> None:
    [_, row] = rows(minimal, "meldinger", "meldinger.csv")
    assert (
        row == ["Tidligmelding", "Sykepleier på sengepost", "Tildelingskontor", "innen 24 timer", ""] or row[-1] == "–"
    )


def test_every_contact_with_a_number_to_ring(minimal: Minimal) -> None:
    page = minimal.html("prove/oversikt/kontakter")
    assert '<tr id="tildelingskontor" data-rolle="tildelingskontor" data-sted="k-0001">' in page
    assert '<a href="tel:00000001">00 00 00 01</a>' in page


def test_a_rate_and_a_source_know_where_they_are_used(minimal: Minimal) -> None:
    minimal.with_("prosedyrer/p-varsel.md", bygger_paa="[meldst]")
    assert rows(minimal, "kilder", "kilder.csv")[1][-1].endswith("; Varsle kommunen innen 24 timer")
    assert rows(minimal, "satser", "satser.csv")[1][2:] == ["2024", "5745", "Varsle kommunen innen 24 timer"]
    assert "5\u00a0745\u00a0kr" in minimal.html("satser") and "5\u00a0745\u00a0kr" in minimal.html("prove/p-varsel")
    minimal.replace("agreements/register/satser.yml", "ar:", "mangler: Beløpet for 2025 er ikke her ennå., ar:")
    assert rows(minimal, "satser", "satser.csv")[1][2:4] == ["Ukjent", "Beløpet for 2025 er ikke her ennå."]


def test_a_list_of_several_helsefellesskap_says_which_each_document_belongs_to(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, lovkrav="[hol-6-2-5]")
    page = minimal.html("lov/hol-6-2-5")
    assert "Varsle kommunen innen 24 timer</a> <small>Prosedyre, Prøve</small>" in page
    assert "Delavtale 5: Utskrivning</a> <small>Prøve</small>" in page  # the title says what it is


def test_a_provision_is_cited_as_lawyers_do(minimal: Minimal) -> None:
    minimal.replace("agreements/register/lovkrav.yml", 'nummer: "5"', 'ledd: første, nummer: "5"')
    page = minimal.html("lov/hol-6-2-5")
    assert "§ 6-2 første ledd nr. 5</dd>" in page
    assert '<a href="https://lovdata.no/" rel="noreferrer">' in page  # where its words stand


def test_a_law_point_lists_those_that_only_mention_it(minimal: Minimal) -> None:
    minimal.replace("prosedyrer/p-varsel.md", "Pasienten er innlagt", "Se § 6-2 nr. 5. Pasienten er innlagt")
    blocks = {b.heading.anchor: b.html for b in minimal.pages()["lov/hol-6-2-5"].blocks if b.heading}
    assert "Varsle kommunen innen 24 timer" in blocks["nevnt"]


def test_a_term_lists_where_it_is_used(minimal: Minimal) -> None:
    minimal.replace("prosedyrer/p-varsel.md", "Pasienten er innlagt", "KAD er åpen. Pasienten er innlagt")
    assert "Brukt i 1 dokument<" in minimal.html("ordliste")


@pytest.mark.parametrize("path", ["a-aa", "lov/hol-6-2-5", "meldinger", "satser", "ordliste"])
def test_a_title_in_another_language_than_its_page_says_so(minimal: Minimal, path: str) -> None:
    title = '<a href="{}../prove/p-varsel/"{}>Varsle kommunen innen 24 timer</a>'
    up = "../" * path.count("/")
    minimal.replace(PROCEDURE, "Pasienten er innlagt", "Pasienten ligger på KAD. Pasienten er innlagt")
    minimal.with_(PROCEDURE, lovkrav="[hol-6-2-5]")
    assert title.format(up, "") in minimal.html(path)
    minimal.with_(PROCEDURE, sprak="nn")
    assert title.format(up, ' lang="nn"') in minimal.html(path)
