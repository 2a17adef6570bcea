"""A clause, an agreement or a point of the law that is named leads straight there."""

import pytest


@pytest.mark.parametrize(
    ("query", "page", "anchor"),
    [
        ("§ 6-2 nr 5", "lov/hol-6-2-5", ""),
        ("§6-2 nr. 5", "lov/hol-6-2-5", ""),
        ("paragraf 6-2 nummer 5", "lov/hol-6-2-5", ""),
        ("hol. § 6-2 nr. 5", "lov/hol-6-2-5", ""),
        ("hpl § 10 a", "lov/hpl-10a", ""),
        ("fastlegeforskriften §14", "lov/fastlegef-14", ""),
        ("§ 6-2", "lov/hol-6-2", ""),
        ("da05 4.3", "innlandet/da05", "4.3"),
        ("DA5 pkt. 4.3", "innlandet/da05", "4.3"),
        ("TA5 pkt 4.3", "innlandet/da05", "4.3"),
        ("delavtale 5 punkt 4.3", "innlandet/da05", "4.3"),
        ("delavtale nr. 5", "innlandet/da05", ""),
        ("pkt 4.3 da5", "innlandet/da05", "4.3"),
        ("punkt 4.3 i delavtale 5", "innlandet/da05", "4.3"),
        ("§6-2 5", "lov/hol-6-2-5", ""),
        ("os 3", "innlandet/os", "3.1"),
        ("45a", "lov/hpl-45a", ""),
        ("§6-2nr5", "lov/hol-6-2-5", ""),
        ("hol6-2 nr5", "lov/hol-6-2-5", ""),
        ("delavtale5b", "innlandet/da05", ""),
        ("delavtael 5", "innlandet/da05", ""),
        ("overordnet avtale punkt 3", "innlandet/os", "3.1"),
        ("os 12.2", "innlandet/os", "12.2"),
    ],
)
def test_addresses_lead_straight_there(real, query: str, page: str, anchor: str) -> None:
    (answer,) = real.browser.search(query, choice={"space": "innlandet"})
    first = answer["jumps"][0]
    assert (first["address"], first["anchor"]) == (page, anchor)


@pytest.mark.parametrize(
    ("query", "page"), [("delavtale 5 punkt 7.3", "innlandet/da05"), ("tenesteavtale 5", "fonna/da05")]
)
def test_without_a_place_the_name_of_the_agreement_tells_whose_it_is(real, query: str, page: str) -> None:
    (answer,) = real.browser.search(query)
    assert answer["jumps"][0]["address"] == page


@pytest.mark.parametrize(
    ("query", "law", "page"),
    [
        ("hol § 3-5", "hol-3-5", "da04"),
        ("hol 6-1", "hol-6-1", "os"),
        ("§ 6-2 nr 1", "hol-6-2-1", "da01"),
        ("§ 6-2 nr 2", "hol-6-2-2", "da02"),
        ("§6-2 nr. 3", "hol-6-2-3", "da03"),
        ("hol 6-2 nr 4", "hol-6-2-4", "da04"),
        ("§ 6-2 nr 5", "hol-6-2-5", "da05"),
        ("§ 6-2 nr 6", "hol-6-2-6", "da06"),
        ("§ 6-2 nr 9", "hol-6-2-9", "da09"),
        ("§ 6-2 nr 11", "hol-6-2-11", "da11"),
        ("hol 6-5", "hol-6-5", "os"),
        ("hol § 6-5 årlig gjennomgang", "hol-6-5", "os"),
        ("hol 7-1", "hol-7-1", "da02"),
        ("hol 7-2", "hol-7-2", "p-koordinator"),
        ("hol 11-4", "hol-11-4", "da05"),
        ("hol 11-4 betaling usk", "hol-11-4", "p-betalingsplikt"),
        ("pbrl 2-5", "pbrl-2-5", "da02"),
        ("sphl 2-5 c", "sphl-2-5c", "da02"),
        ("sphl 6-3 veiledningsplikt", "sphl-6-3", "p-veiledning"),
        ("hpl § 10 a", "hpl-10a", "p-barn-som-parorende"),
        ("hpl 21 taushetsplikt", "hpl-21", "p-dele-opplysninger"),
        ("hpl § 25 samarbeidende personell", "hpl-25", "p-dele-opplysninger"),
        ("fastlegeforskriften § 14", "fastlegef-14", "da05"),
    ],
)
def test_a_law_point_leads_on_to_what_rests_on_it(real, query: str, law: str, page: str) -> None:
    """The page of the law point first, and of no other law; then the agreement or procedure that rests on it."""
    (answer,) = real.browser.search(query, choice={"space": "innlandet"})
    pages = list(dict.fromkeys(hit["address"] for hit in (*answer["jumps"], *answer["hits"])))
    assert pages[0] == f"lov/{law}"
    assert f"innlandet/{page}" in pages[1:3]


def test_an_address_that_does_not_exist_is_no_jump(real) -> None:
    (answer,) = real.browser.search("da99 77.3")
    assert answer["jumps"] == []


@pytest.mark.parametrize(
    ("query", "point", "pages"),
    [
        ("phvl 3-3", "phvl § 3-3", ["lov/phvl"]),
        ("bvl § 13-4", "bvl § 13-4", []),
        ("hol 3-8", "hol § 3-8", []),
        ("pbrl § 4-3", "pbrl § 4-3", []),
        ("helsepersonelloven 99", "helsepersonelloven § 99", []),
        ("pbrl 4-1", "pbrl § 4-1", []),
        ("sphlsl 3-11", "sphlsl § 3-11", []),
        ("sphl § 3-1", "sphl § 3-1", []),  # other laws have a § 3-1
        ("spesialisthelsetjenesteloven 3-11", "spesialisthelsetjenesteloven § 3-11", []),
    ],
)
def test_a_point_of_a_law_that_has_no_page_is_told(real, query: str, point: str, pages: list[str]) -> None:
    (answer,) = real.browser.search(query)
    assert (answer["law"], [hit["address"] for hit in (*answer["jumps"], *answer["hits"])]) == (point, pages)


def test_a_point_of_a_law_that_is_named_is_a_point_of_that_law(real) -> None:
    asked = (
        "spesialisthelsetjenesteloven 2-1a",
        "pbrl 2-5",
        "hol. § 6-2 nr. 5",
        "hpl 10 a",
        "§ 3-1 i helse- og omsorgstenestelova",
    )
    found = [[hit["address"] for hit in answer["jumps"]] for answer in real.browser.search(*asked)]
    assert found == [["lov/sphl-2-1a"], ["lov/pbrl-2-5"], ["lov/hol-6-2-5"], ["lov/hpl-10a"], ["lov/hol-3-1"]]


@pytest.mark.parametrize("query", ["pbrl 4A", "pbrl kapittel 4 A", "pbrl kap. 4a", "brukerrettighetsloven kap 4 a"])
def test_a_chapter_of_a_law_is_a_point_of_it(real, query: str) -> None:
    (answer,) = real.browser.search(query)
    assert [hit["address"] for hit in answer["jumps"]] == ["lov/pbrl-4a"]


@pytest.mark.parametrize(
    ("query", "page"), [("phvl", "lov/phvl"), ("smvl", "lov/smittevernl"), ("ip-forskriften", "lov/ipf")]
)
def test_a_whole_law_is_found_by_what_it_is_called(real, query: str, page: str) -> None:
    assert real.browser.pages(query)[0] == page


@pytest.mark.parametrize(("space", "first"), [("innlandet", "innlandet/da05"), ("fonna", "fonna/da05"), ("", "")])
def test_an_agreement_is_found_by_the_name_of_another_place(real, space: str, first: str) -> None:
    (answer,) = real.browser.search("DA5 4.3", choice={"space": space} if space else {})
    assert answer["unknown"] == []
    assert {hit["address"] for hit in answer["jumps"]} == {"innlandet/da05", "fonna/da05"}
    assert answer["jumps"][0]["address"].startswith(first)


def test_an_agreement_is_called_what_its_title_calls_it(real) -> None:
    (answer,) = real.browser.search("tenesteavtale 5")
    assert answer["jumps"][0]["label"] == "Tenesteavtale"


@pytest.mark.parametrize(
    ("query", "space", "first"),
    [
        ("TA5 8.3", "fonna", "fonna/da05#"),  # Fonna's has no point 8.3
        ("tenesteavtale 9 3.7", "innlandet", "fonna/da09#3.7"),  # only Fonna's are called that
        ("delavtale 9 3.7", "fonna", "fonna/da09#3.7"),
    ],
)
def test_a_clause_is_that_of_ones_own_agreement_or_of_the_one_that_is_named(real, query, space, first) -> None:
    hit = real.browser.search(query, choice={"space": space})[0]["jumps"][0]
    assert f"{hit['address']}#{hit['anchor']}" == first


@pytest.mark.parametrize(
    ("query", "space", "page"),
    [
        ("§ 6-2 nr 5", None, "lov/hol-6-2-5#"),
        ("hol § 6-2 nr. 5", "fonna", "lov/hol-6-2-5#"),
        ("da05 4.3", "innlandet", "innlandet/da05#4.3"),
        ("TA5 pkt 4.3", "fonna", "fonna/da05#4.3"),
        ("pkt 4.3 i da05", "fonna", "fonna/da05#4.3"),
        ("da05 4.3", None, None),  # there are two
        ("TA5 8.3", "fonna", None),  # Fonna's has no such point
        ("epikrise § 6-2 nr 5", None, None),
        ("epikrise", None, None),
        ("pbrl § 6-2 nr 5", None, None),  # another law
    ],
)
def test_a_reference_and_nothing_else_leads_straight_to_its_only_page(real, query, space, page) -> None:
    hit = real.browser.search(query, choice={"space": space})[0].get("straight")
    assert (hit and f"{hit['address']}#{hit['anchor']}") == page


def test_who_has_chosen_no_place_is_told_which_agreement_lacks_the_point(real) -> None:
    (answer,) = real.browser.search("TA5 8.3")
    assert [f"{hit['address']}#{hit['anchor']}" for hit in answer["jumps"]] == ["innlandet/da05#8.3", "fonna/da05#"]
    assert answer["lacks"] == {"agreement": "Tenesteavtale 5", "point": "8.3"}


@pytest.mark.parametrize(
    ("query", "space", "lacks"),
    [
        ("TA5 8.3", "fonna", {"agreement": "Tenesteavtale 5", "point": "8.3"}),
        ("os 99.1", "fonna", {"agreement": "Overordna samarbeidsavtale", "point": "99.1"}),
        ("da5 8.3", "innlandet", None),
        ("tenesteavtale 9 3.7", "innlandet", None),
    ],
)
def test_a_point_that_an_agreement_lacks_is_told(real, query: str, space: str, lacks: dict[str, str] | None) -> None:
    assert real.browser.search(query, choice={"space": space})[0].get("lacks") == lacks


def test_an_agreement_that_is_not_there_is_told(real) -> None:
    absent, hole, there = real.browser.search("delavtale 14", "tjenesteavtale 7 fonna", "delavtale 5")
    assert (absent["absent"], hole.get("absent"), there.get("absent")) == ("delavtale 14", None, None)
    first = hole["jumps"][0]
    assert first["address"] == "fonna/oversikt/krav" and first["lead"].endswith("er under arbeid.")
