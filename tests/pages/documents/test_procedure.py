"""What the page of a procedure shows: the answer first, whose each step is, and the clause it rests on."""

from avtaleverk.site.page_source import html
from tests.conftest import PROCEDURE, Minimal, block


def test_a_procedure_quotes_its_clause_and_leads_to_it(minimal: Minimal) -> None:
    rests_on = block(minimal.pages()["prove/p-varsel"], "bygger-paa")
    assert '<a href="../da05/#3.1">Delavtale 5, pkt. 3.1 Varsel til kommunen</a>' in rests_on
    assert "Sykepleier på sengepost varsler tildelingskontoret innen 24 timer." in rests_on


def test_the_clause_leads_back(minimal: Minimal) -> None:
    assert '<a href="../p-varsel/">Varsle kommunen innen 24 timer</a>' in block(minimal.pages()["prove/da05"], "3.1")


def test_a_procedure_answers_first(minimal: Minimal) -> None:
    page = minimal.pages()["prove/p-varsel"]
    first = str(page.blocks[0].html)
    assert (
        page.summary == "Sykepleieren varsler tildelingskontoret innen 24 timer."
        and "<strong>24 timer</strong>" in first
    )
    assert [h.text for h in page.headings] == [
        "Når gjelder dette?", "Ansvar", "Slik gjør du", "Meldinger", "Satser", "Kontakt", "Sjekkliste",
        "Når kan du fravike?", "Dette bygger på", "Meld avvik", "Om dokumentet",
    ]  # fmt: skip


def test_the_criteria_stand_below_the_steps_that_speak_of_them(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Sjekkliste", "## Kriterier\n\n- Feber.\n\n### Barn\n\n- Alltid.\n\n## Sjekkliste")
    page = minimal.pages()["prove/p-varsel"]
    assert [h.text for h in page.headings][2:8] == [
        "Slik gjør du",
        "Kriterier",
        "Barn",
        "Meldinger",
        "Satser",
        "Kontakt",
    ]


def test_without_steps_messages_rates_and_contacts_stand_below_the_text(minimal: Minimal) -> None:
    page = minimal.replace(PROCEDURE, "## Slik gjør du", "## Bakgrunn").pages()["prove/p-varsel"]
    assert [h.text for h in page.headings][4:8] == ["Når kan du fravike?", "Meldinger", "Satser", "Kontakt"]


def test_each_step_says_whose_it_is(minimal: Minimal) -> None:
    steps = block(minimal.pages()["prove/p-varsel"], "slik-gjor-du")
    assert '<li class="side-helseforetak">' in steps and '<li class="side-kommune">' in steps


def test_the_reference_for_an_avvik(minimal: Minimal) -> None:
    assert "Prøve P-VARSEL, versjon 1.0" in block(minimal.pages()["prove/p-varsel"], "meld-avvik")


def test_an_avvik_says_who_takes_it_at_each_party(minimal: Minimal) -> None:
    to_both = "samhandlingsavvik: {navn: Avvik, avsender: [tildelingskontor], mottakere: [samhandlingskoordinator]}\n"
    minimal.write("agreements/register/meldinger.yml", to_both)
    taking = "samhandlingskoordinator: {navn: K, side: kommune, steder: {k-0001: {epost: avvik@prove.no}}}\n"
    minimal.write("agreements/prove/kontakter.yml", taking)
    avvik = block(minimal.pages()["prove/p-varsel"], "meld-avvik")
    assert "<strong>Til kommunen:</strong> Samhandlingskoordinator" in avvik
    assert '<a href="mailto:avvik@prove.no">' in avvik
    assert "Til helseforetaket" not in avvik


def test_a_deadline_that_counts_back_is_never_read_as_a_limit_ahead(minimal: Minimal) -> None:
    minimal.replace("delavtaler/da05.md", "innen: 24 timer, fra: innleggelsen", "innen: 2 uker, fra: før møtet")
    page = minimal.pages()["prove/p-varsel"]
    assert "<span><strong>minst 2 uker</strong> <em>før møtet</em></span> <span>Varsle kommunen</span>" in html(page)
