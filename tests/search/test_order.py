"""What comes first, what comes last, and where in a page a hit leads."""

from dataclasses import replace

import pytest

from avtaleverk.search.entries import Entry
from tests.search.examples import AVTALE, EPIKRISE, OLD


def test_procedures_come_before_agreements(small) -> None:
    assert small(AVTALE, EPIKRISE).pages("epikrise") == ["p-epikrise", "da05"]


def test_a_section_shows_what_is_its_own_and_not_what_the_start_of_its_page_has(small) -> None:
    start = replace(
        AVTALE, anchor="", heading="", text="Om avtalen.", summary="Hva partene avtaler.", contact="koordinator"
    )
    (hit,) = small(start, AVTALE).search("epikrise")[0]["hits"]
    assert (hit["anchor"], hit.get("summary"), hit.get("contact")) == ("8.3", None, None)


def test_what_no_longer_holds_only_on_request(small) -> None:
    browser = small(EPIKRISE, OLD)
    assert browser.pages("epikrise telefaks") == ["p-epikrise"]
    assert "p-gammel" in browser.pages("epikrise telefaks", choice={"expired": True})


def test_sections_of_a_document_are_one_hit_with_the_best_section(small) -> None:
    other = Entry("da05", "8.4", "Delavtale 5", "8.4 Transport", "", "Helseforetaket bestiller transport.", prior=1.0)
    (answer,) = small(AVTALE, other).search("transport")
    assert [(hit["address"], hit["anchor"]) for hit in answer["hits"]] == [("da05", "8.4")]


@pytest.mark.parametrize(
    ("query", "page"), [("alle frister", "frister"), ("hvilke kommuner mangler avtale", "innlandet/oversikt/versjoner")]
)
def test_a_list_that_is_named_comes_first(real, query: str, page: str) -> None:
    assert real.browser.pages(query, choice={"space": "innlandet"})[0] == page


def test_pages_for_editors_come_last_but_for_those_who_ask_for_them(real) -> None:
    nurse, git, publish = real.browser.search("lammelse i ene siden", "git", "publisere")
    assert not [hit["address"] for hit in nurse["hits"] if hit["address"].startswith(("redaktor", "regler"))]
    assert [one["hits"][0]["address"] for one in (git, publish)] == ["redaktor/publisere", "redaktor/publisere"]


def test_rules_of_the_check_are_for_who_types_their_code_or_narrows_the_hits(real) -> None:
    asked = ("wifi passord", "passord", "oppslag av 708 pasienter")
    assert not [hit for query in asked for hit in real.browser.pages(query) if hit.startswith("regler")]
    for query in ("AV708", "av708", "AV 708", "hva betyr AV708"):
        assert real.browser.pages(query)[0] == "regler/AV708"
    assert "regler/AV708" in real.browser.pages("passord", choice={"filters": {"type": ["veiledning"]}})


@pytest.mark.parametrize(
    ("query", "space", "page"),
    [
        ("alle kontakter", "innlandet", "innlandet/oversikt/kontakter"),
        ("må vurderes", "innlandet", "innlandet/oversikt/vurderes"),
        ("send epikrise og utskrivingsrapport", "fonna", "fonna/p-epikrise"),
    ],
)
def test_the_page_whose_title_is_typed_comes_first(real, query: str, space: str, page: str) -> None:
    assert real.browser.pages(query, choice={"space": space})[0] == page


def test_what_has_only_a_little_of_the_query_is_not_counted(real) -> None:
    one, two, three = real.browser.search("utskrivningsklar", "epikrise", "norovirus", limit=500)
    assert 20 < one["total"] < 60 and 30 < two["total"] < 80  # 207 and 246 have the word or a part of it
    assert three["total"] == len(three["hits"]) == 10  # of so few the rest is shown
    assert len(one["hits"]) == one["total"]


def test_filters(real) -> None:
    (answer,) = real.browser.search("epikrise", choice={"filters": {"verden": ["overordnet"]}})
    assert answer["hits"]
    assert {hit["world"] for hit in answer["hits"]} == {"overordnet"}


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("svangerskapsdiabetes henvise", "p-henvisning-svangerskap#send-vanlig-henvisning"),
        ("hjelpemiddelsentral hasteutlån", "p-hjelpemidler#hvis-noe-svikter"),
        ("baby gul hud", "p-nyfodt-etter-hjemreise#kriterier"),
        ("skaff hjelpemidler før pasienten kommer hjem", "p-hjelpemidler#"),  # the title
        ("hjelpemidler frist", "p-hjelpemidler#"),  # stands in the hit, and at the top
        ("pasienten puster ikke", "akutt#"),
    ],
)
def test_a_hit_leads_to_the_section_where_the_words_stand(real, query: str, place: str) -> None:
    (found,) = real.browser.run("passage", [{"query": query, "options": {"choice": {"space": "innlandet"}}}])
    assert f"{found['address'].removeprefix('innlandet/')}#{found.get('anchor', '')}" == place
    assert bool(found["text"]) == bool(found.get("anchor"))


def test_every_section_that_a_hit_may_lead_to_stands_on_its_page(real) -> None:
    pages = {page.path: {block.heading.anchor for block in page.blocks if block.heading} for page in real.pages}
    assert [
        (entry.address, passage.anchor)
        for entry in real.entries
        for passage in entry.passages[1:]
        if passage.anchor not in pages[entry.address]
    ] == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("avtale", "innlandet"),
        ("pas utskr klar", "innlandet/p-melding-utskrivningsklar"),
        ("betaling utskrivningsklar pasient", "innlandet/p-betalingsplikt"),
        ("overflyttning", "innlandet/p-kad-fra-akuttmottak"),
        ("si opp avtalen", "innlandet/p-oppsigelse-av-avtale"),
        ("pasienten ble dårligere etter at vi meldte utskrivningsklar", "innlandet/p-avmelding"),
        ("pas ikke utskrivningsklar lenger", "innlandet/p-avmelding"),
    ],
)
def test_what_undoes_or_is_special_comes_first_only_when_it_is_asked_for(real, query: str, first: str) -> None:
    assert real.browser.pages(query, choice={"space": "innlandet"})[0] == first


@pytest.mark.parametrize("query", ["MRSA", "barn som pårørende"])
def test_a_hit_does_not_lead_to_the_exception_before_the_rule(real, query: str) -> None:
    (place,) = real.browser.run("passage", [{"query": query, "options": {"choice": {"space": "innlandet"}}}])
    assert place["anchor"] != "nar-kan-du-fravike"
