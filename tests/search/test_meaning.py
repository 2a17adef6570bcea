"""Words mean what readers mean by them: other forms, other names, abbreviations."""

import pytest

from avtaleverk.search.entries import Entry
from tests.search.examples import AVTALE, EPIKRISE, PLAN, SYKEHJEM


@pytest.mark.parametrize(
    "query", ["epikrise", "epikrisen", "EPIKRISE", "epikriser", "epikirse", "epikrice", "hva er en epikrise?"]
)
def test_one_word_in_many_forms(small, query: str) -> None:
    assert small(EPIKRISE, PLAN, SYKEHJEM).pages(query)[0] == "p-epikrise"


@pytest.mark.parametrize("query", ["sjukeheim", "sjukeheimen", "sykehjemsplass", "syke hjem", "plass sykehjem"])
def test_nynorsk_and_compounds(small, query: str) -> None:
    assert small(EPIKRISE, PLAN, SYKEHJEM).pages(query)[0] == "p-sykehjem"


def test_a_question_about_a_word_is_no_other_name_for_it(small) -> None:
    asked = Entry(
        "p-to", "", "Reis hjem", "", "", "Papirer.", extra="hvem får epikrisen", phrases=("hvem får epikrisen",)
    )
    plain = Entry("p-to", "", "Reis hjem", "", "", "Papirer.", extra="hvem får epikrisen")
    with_it, without = (small(EPIKRISE, one).search("epikrise")[0]["hits"] for one in (asked, plain))
    assert [hit["score"] for hit in with_it] == [hit["score"] for hit in without]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("utskriving", {"utskrivning", "utskrivningene"}),
        ("utskrives papirer", {"utskrivning", "utskrivningene"}),  # the page has the other by another word
        ("pasientane", {"pasienten", "pasientens", "pasientliste"}),
        ("hjem pasient", {"hjem", "pasienten", "pasientens", "pasientliste"}),
        ("utskr", {"utskrivning", "utskrivningene"}),
    ],
)
def test_the_words_that_are_meant_are_marked_as_they_are_written(small, query: str, marked: set[str]) -> None:
    text = "Hjelp pasienten hjem med pasientens epikrise og pasientliste. Til utskrivningene."
    page = Entry("p-ut", "", "Utskrivning", "Utskrivning", "", text)
    (answer,) = small(page, PLAN).search(query, typing=True)
    assert set(answer["marks"]) == marked


def test_what_an_abbreviation_stands_for_is_marked_and_not_the_words_beside_it(real) -> None:
    (answer,) = real.browser.search("USK", choice={"space": "innlandet"})
    assert "utskrivningsklar" in answer["marks"] and "pasienten" not in answer["marks"]


@pytest.mark.parametrize("query", ["PLO", "LMS", "PAL", "HMS", "LSU", "HF", "KK", "frist for dm", "INR", "SJH"])
def test_an_ambiguous_abbreviation_is_explained(real, query: str) -> None:
    (answer,) = real.browser.search(query)
    assert len(answer["meanings"][0]["groups"]) > 1


@pytest.mark.parametrize("query", ["utskrivning fra dps frist", "utskrevet", "epikrise", "henvisning", "dialogmelding"])
def test_an_ordinary_word_means_itself(real, query: str) -> None:
    """Several entries of the ordliste may use a word; readers are asked which they mean only when the ordliste marks it as
    ambiguous and it heads no entry."""
    (answer,) = real.browser.search(query)
    assert answer["meanings"] == []


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("utskrivning fra dps frist", "innlandet/p-utskrivning-psykisk-helsevern"),
        ("meldinger kommer ikke frem", "innlandet/p-nodrutine-meldingsstans"),
        ("15 åring vil dø", "innlandet/p-akutt-bup"),
        ("blir slått hjemme", "innlandet/p-vold-naere-relasjoner"),
        ("hva skriver vi når beboer sendes inn", "innlandet/p-innleggelsesrapport"),
    ],
)
def test_words_of_the_ward_find_the_page(real, query: str, page: str) -> None:
    assert page in real.browser.pages(query)[:3]


@pytest.mark.parametrize("query", ["papirene", "papierne", "utreisepapirer", "hvilke papirer skal med"])
def test_a_page_is_found_by_what_readers_call_it(small, query: str) -> None:
    assert small(PLAN, SYKEHJEM, EPIKRISE).pages(query)[0] == "p-epikrise"


def test_a_page_that_says_the_word_itself_comes_first(small) -> None:
    said = Entry("p-papir", "", "Papirer", "", "", "Papirer i mappen.", prior=EPIKRISE.prior)
    assert small(EPIKRISE, said, PLAN, SYKEHJEM, AVTALE).pages("papirer")[0] == "p-papir"


@pytest.mark.parametrize("query", ["skrives ut", "skriver de henne ut", "skrive Kari ut"])
def test_a_verb_and_its_particle_are_one_word(small, query: str) -> None:
    out = Entry("p-ut", "", "Utskrivning", "", "", "Ved utskrivning går alle gjennom listen.")
    assert small(out, EPIKRISE).pages(query) == ["p-ut"]


def test_an_abbreviation_is_shown_as_it_was_typed(real) -> None:
    (answer,) = real.browser.search("hva er PLO")
    assert answer["meanings"][0]["form"] == "PLO"


def test_a_phrase_of_a_page_weighs_more(small) -> None:
    plain = Entry("p-en", "", "Epikrise", "", "", "Epikrise epikrise.")
    meant = Entry(
        "p-to",
        "",
        "Papirer ved hjemreise",
        "",
        "",
        "Legen sender epikrise og epikrise.",
        extra="epikrise",
        phrases=("epikrise",),
    )
    without = Entry("p-to", "", "Papirer ved hjemreise", "", "", "Legen sender epikrise og epikrise.", extra="epikrise")
    scores = [
        {hit["address"]: hit["score"] for hit in small(plain, one).search("epikrise")[0]["hits"]}
        for one in (meant, without)
    ]
    assert scores[0]["p-to"] > scores[1]["p-to"]
