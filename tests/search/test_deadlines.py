"""The deadline in a hit is that of the very clause, or the one that is asked for."""

import re

import pytest

from avtaleverk.pages.addresses import document_path
from avtaleverk.search.entries import Entry


def test_the_deadline_stands_in_the_hit(real) -> None:
    (answer,) = real.browser.search("tidligmelding", choice={"space": "innlandet"})
    assert answer["hits"][0]["answer"].startswith("24 timer")


@pytest.mark.parametrize(
    ("query", "space", "deadline"),
    [
        ("delavtale 12 5.3", "innlandet", "straks · 24 timer fra telefonen"),
        ("delavtale 5 8.3", "innlandet", "ved utskrivning · 24 timer"),
        ("delavtale 5 8.1", "innlandet", ""),
        ("DA2 10.3", "innlandet", ""),
        ("DA2 10.4", "innlandet", "før utskrivning · 7 dager"),
        ("os 15.1", "innlandet", ""),
        ("TA9 3.7", "fonna", "same dag"),
        ("TA5 5.2", "fonna", "ved utskriving"),
        ("os 13", "fonna", ""),
    ],
)
def test_a_hit_on_a_clause_shows_the_deadline_of_that_clause_alone(real, query: str, space: str, deadline: str) -> None:
    (answer,) = real.browser.search(query, choice={"space": space})
    shown = answer["jumps"][0]["answer"]
    assert shown.startswith(deadline) and bool(shown) == bool(deadline)


def test_every_clause_shows_its_own_deadline(small) -> None:
    clauses = [
        Entry("da05", number, "Delavtale 5", f"{number} {name}", "", name, answer=limit)
        for number, name, limit in (("7.2", "Svar", "2 timer"), ("7.3", "Plass", ""), ("7.4", "Transport", "1 døgn"))
    ]
    found = [answer["hits"][0]["answer"] for answer in small(*clauses).search("svar", "plass", "transport")]
    assert found == ["2 timer", "", "1 døgn"]


def test_an_acute_page_shows_no_deadline_of_more_than_a_day(real) -> None:
    acute = {document_path(d.reference) for d in real.corpus.documents if "akutt" in d.topics}
    answers = [entry.answer for entry in real.entries if entry.address in acute and not entry.heading]
    longer = re.compile(
        r"\b(?:uke|måned|veke|månad|72 timer|døgn(?!enhet|eining))"
    )  # a unit that is open all day is no time
    assert [one for one in answers if longer.search(one)] == []


def test_a_deadline_for_something_else_than_the_page_is_about_says_what_it_is_for(real) -> None:
    (hit, *_) = real.browser.search("vold i nære relasjoner")[0]["hits"]
    assert hit["answer"] == "straks (melde alvorlig bekymring til barnevernet)"


def test_a_hit_says_whose_deadlines_it_tells(real) -> None:
    asked = ("svar sykehuset om kommunen kan ta imot", "send epikrise", "send innleggelsesrapport")
    found = [answer["hits"][0]["answer"] for answer in real.browser.search(*asked, choice={"space": "innlandet"})]
    assert found == [
        "straks (tildelingskontor) · 2 timer fra meldingen ble sendt (sykepleier på sengepost)",
        "ved utskrivning",
        "straks",
    ]


@pytest.mark.parametrize(
    ("query", "page", "deadline"),
    [
        (
            "hjemmebesøk",
            "innlandet/p-hjemmebesok-nyfodt",
            "2 døgn eller 3 døgn fra hjemreisen (jordmor) · 10 dager fra fødselen (helsesykepleier)",
        ),
        (
            "heimebesøk",
            "fonna/p-barsel-heim",
            "3 døgn frå heimreisa (tilby heimebesøk hos mor og barn) · 10 dagar frå fødselen (tilby heimebesøk frå helsestasjonen)",
        ),
        ("helsesykepleier hjemmebesøk", "fonna/p-barsel-heim", "10 dagar frå fødselen (tilby heimebesøk frå helsestasjonen)"),
        ("mor og barn heim", "fonna/p-barsel-heim", "straks (helsesjukepleiar) · ved utskriving (sende fødselsmelding til helsestasjonen)"),
        ("referat samarbeidsmøte", "innlandet/p-samarbeidsmote", "samme dag (sende referat fra samarbeidsmøtet)"),
        ("svar faktura", "innlandet/p-betalingsplikt", "30 dager fra fakturaen er mottatt (tildelingskontor) · straks (sykepleier på sengepost)"),
    ],
)  # fmt: skip
def test_a_hit_tells_the_deadline_that_is_asked_for(real, query: str, page: str, deadline: str) -> None:
    hits = real.browser.search(query, choice={"space": page.split("/")[0]})[0]["hits"]
    assert {hit["address"]: hit["answer"] for hit in hits[:3]}.get(page) == deadline
