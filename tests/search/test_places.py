"""The reader's own helsefellesskap and kommune, and places elsewhere."""

from dataclasses import replace

import pytest

from avtaleverk.search.entries import Entry
from tests.search.examples import EPIKRISE, FONNA, PLAN, SYKEHJEM


def test_a_folder_that_is_no_helsefellesskap_is_no_place(real) -> None:
    plain, beside = (real.browser.search("hvem skal ha epikrisen", choice=one)[0] for one in ({}, {"space": "sok"}))
    assert [hit["address"] for hit in plain["hits"]] == [hit["address"] for hit in beside["hits"]]


def test_a_place_elsewhere_is_found_where_pages_have_it(small) -> None:
    pages = [Entry(f"p-{n}", "", "Avtale", "", "", "Sykehuset i Molde tar imot. Det holder.") for n in range(3)]
    molde, halden = small(*pages, EPIKRISE).search("molde", "halden")
    assert (molde["unknown"], molde["total"], halden["unknown"], halden["total"]) == ([], 3, ["halden"], 0)


def test_the_readers_own_helsefellesskap_comes_first(small) -> None:
    browser = small(EPIKRISE, FONNA)
    assert browser.pages("epikrise")[0] == "p-epikrise"
    assert browser.pages("epikrise", choice={"space": "fonna"})[0] == "fonna/p-epikrise"
    text = "Legen sender epikrisen straks når pasienten reiser."
    browser = small(FONNA, replace(EPIKRISE, address="i/p-straks", text=text, space="i"), PLAN, SYKEHJEM)
    assert browser.pages("legen sender epikrise straks")[0] == "i/p-straks"
    assert browser.pages("legen sender epikrise straks", choice={"space": "fonna"})[0] == "fonna/p-epikrise"


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("kva er epikrise", ["fonna/p-ny", "i/p-feil", "i/p-kad", "i/p-ny"]),
        ("hva er epikrise", ["i/p-ny", "i/p-feil", "i/p-kad", "fonna/p-ny"]),
        ("epikrise", ["i/p-ny", "fonna/p-ny", "i/p-feil", "i/p-kad"]),
    ],
)
def test_the_language_of_the_query_chooses_between_the_same_page_of_two(small, query: str, pages: list[str]) -> None:
    found = small(
        Entry("i/p-ny", "", "Send epikrise", "", "", "Epikrise sendes.", space="i"),
        Entry("fonna/p-ny", "", "Send epikrise", "", "", "Epikrise går til fastlegen.", space="fonna", language="nn"),
        Entry("i/p-kad", "", "Epikrise fra KAD", "", "", "Legen sender den til fastlegen samme dag.", space="i"),
        Entry(
            "i/p-feil", "", "Mangler i epikrise", "", "", "Ring til avdelingen og be om en som er rettet.", space="i"
        ),
        PLAN,
        SYKEHJEM,
    )
    assert found.pages(query) == pages
    assert found.pages(query, choice={"space": "i"})[0] == "i/p-ny"


@pytest.mark.parametrize("query", ["Voss", "Haukeland", "overflytting fra Haukeland"])
def test_a_town_or_a_hospital_elsewhere_is_no_slip(real, query: str) -> None:
    (answer,) = real.browser.search(query, typing=True)
    assert (answer["mended"], answer["unknown"]) == ([], [query.split()[-1].lower()])


@pytest.mark.parametrize(
    ("query", "kommune"), [("lom kommune", "k-3434"), ("lom", "k-3434"), ("Hamar kommune", "k-3403")]
)
def test_a_kommune_is_found_by_its_name(real, query: str, kommune: str) -> None:
    assert real.browser.pages(query)[0] == f"innlandet/kommune/{kommune}"


def test_who_writes_nynorsk_and_names_no_place_gets_first_what_is_written_so(real) -> None:
    query = "kven betaler når ikkje nokon har seng"
    assert real.browser.pages(query)[0] == "fonna/p-betaling"
    assert real.browser.pages(query, choice={"space": "innlandet"})[0] == "innlandet/p-betalingsplikt"


def test_who_writes_bokmal_and_names_no_place_gets_first_what_is_written_so_of_what_answers_nearly_alike(real) -> None:
    assert real.browser.pages("en av oss på sykehuset noen dager")[0] == "innlandet/p-ledsager"


def test_who_names_a_place_gets_the_procedures_of_its_helsefellesskap(real) -> None:
    spaces = [hit["space"] for hit in real.browser.search("utskrivningsklar Haugesund")[0]["hits"][:3]]
    assert spaces == ["fonna"] * 3
    elsewhere = real.browser.search("utskrivningsklar Haugesund", choice={"space": "innlandet"})[0]["hits"][:3]
    assert [hit["space"] for hit in elsewhere] == spaces


def test_a_task_in_a_kommune_is_still_a_task(real) -> None:
    assert real.browser.pages("epikrise hamar")[0] == "innlandet/p-epikrise"


@pytest.mark.parametrize(
    ("query", "space"),
    [
        ("utskrivningsklar", "innlandet"),
        ("utskrivingsklar", "fonna"),
        ("da05 4.3", "innlandet"),
        ("TA5 4.3", "fonna"),
    ],
)
def test_of_two_that_are_the_same_page_the_one_spelt_as_the_query_is_first(real, query: str, space: str) -> None:
    (answer,) = real.browser.search(query)
    assert [*answer["jumps"], *answer["hits"]][0]["address"].startswith(f"{space}/")


def test_a_hit_leads_to_the_page_as_it_is_for_the_kommune_that_is_named(real) -> None:
    hits = real.browser.search("utskrivningsklar fredag ettermiddag ringsaker", "utskrivningsklar")
    assert [answer["hits"][0].get("kommune") for answer in hits] == ["k-3411", None]


def test_a_settlement_is_never_taken_for_another_word_nor_a_word_for_a_settlement(real) -> None:
    named = [
        name
        for space in real.corpus.helsefellesskap.values()
        for names in (*space.settlements.values(), tuple(space.districts))
        for name in names
    ]
    answers = real.browser.search(*named)
    assert [n for n, a in zip(named, answers, strict=True) if a["mended"] or not a["settlements"]] == []
    others = real.browser.search("rene sår", "otte", "husker ikke", "flis i fingeren", typing=False)
    assert [a["settlements"] for a in others] == [[]] * 4


@pytest.mark.parametrize(
    ("query", "space", "alone"),
    [
        ("digital hjemmeoppfølging", "fonna", True),
        ("TUD", "fonna", True),
        ("bestillerkontor", "fonna", False),  # Fonna's page on the answer is nearly as good
        ("epikrise", "fonna", None),
        ("digital hjemmeoppfølging", "innlandet", None),
        ("digital hjemmeoppfølging", "", None),
        ("puster ikke", "fonna", None),
        ("hpl 10 a", "fonna", None),
    ],
)
def test_who_gets_the_page_of_another_helsefellesskap_is_told(real, query: str, space: str, alone: bool | None) -> None:
    (answer,) = real.browser.search(query, typing=True, choice={"space": space} if space else {})
    said = answer.get("elsewhere")
    told = {"own": "Fonna", "other": "Innlandet", "alone": alone}
    assert said == (None if alone is None else told)
    assert bool(answer.get("nynorsk")) == (space == "fonna")


def test_a_place_elsewhere_is_told_and_leads_to_the_page_on_patients_from_other_kommuner(real) -> None:
    asked = {"Bergen": "bergen", "pasient fra Røros": "røros", "Kongsvinger": "kongsvinger", "førde": "førde"}
    for (query, place), answer in zip(asked.items(), real.browser.search(*asked), strict=True):
        assert answer["outside"] == [place], query
        assert answer["hits"][0]["address"] == "innlandet/p-oppholdskommune-betaling", query
    assert real.browser.search("Hamar")[0]["outside"] == []


@pytest.mark.parametrize(
    "query", ["konferere sjukehuslege", "pasienten døydde", "utskrivingsklar pasient", "suicidal ungdom"]
)
def test_what_holds_in_ones_own_helsefellesskap_comes_first_when_it_answers_as_well(real, query: str) -> None:
    first = real.browser.search(query, choice={"space": "fonna", "place": "Kvinnherad"})[0]["hits"][0]
    assert first["address"].startswith(("fonna/", "akutt"))
