"""The search as readers see it: spelling correction, concepts, ambiguity, jumps, validity, filters, and hostile input."""

import random
from dataclasses import replace

import pytest

from avtaleverk.search.entries import Entry

PLAN = Entry(
    "p-plan",
    "",
    "Lag individuell plan",
    "",
    "",
    "Koordinator kaller inn til ansvarsgruppe.",
    kind="prosedyre",
    prior=1.6,
)
EPIKRISE = Entry("p-epikrise", "", "Send epikrise", "", "", "Legen sender epikrisen når pasienten reiser.", prior=1.6)
AVTALE = Entry("da05", "8.3", "Delavtale 5", "8.3 Epikrise", "", "Helseforetaket skal sende epikrise.", prior=1.0)
OLD = Entry("p-gammel", "", "Send epikrise på telefaks", "", "", "Epikrise sendes på telefaks.", current=False)
SYKEHJEM = Entry("p-sykehjem", "", "Plass på sykehjem", "", "", "Kommunen gir korttidsopphold på sykehjemmet.")
FONNA = Entry(
    "fonna/p-epikrise",
    "",
    "Send epikrise",
    "",
    "",
    "Legen sender epikrisen når pasienten reiser.",
    space="fonna",
    prior=1.6,
)


@pytest.mark.parametrize(
    "query", ["epikrise", "epikrisen", "EPIKRISE", "epikriser", "epikirse", "epikrice", "hva er en epikrise?"]
)
def test_one_word_in_many_forms(small, query: str) -> None:
    assert small(EPIKRISE, PLAN, SYKEHJEM).pages(query)[0] == "p-epikrise"


@pytest.mark.parametrize("query", ["sjukeheim", "sjukeheimen", "sykehjemsplass", "syke hjem", "plass sykehjem"])
def test_nynorsk_and_compounds(small, query: str) -> None:
    assert small(EPIKRISE, PLAN, SYKEHJEM).pages(query)[0] == "p-sykehjem"


def test_the_mended_word_is_shown(small) -> None:
    (answer,) = small(EPIKRISE, PLAN).search("epikirse")
    assert [(m["from"], m["to"][0][:7]) for m in answer["mended"]] == [("epikirse", "epikris")]


def test_a_short_word_is_mended_by_all_its_letters(real) -> None:
    """Of "brna" the stem is "brn", which is too little to compare."""
    (answer,) = real.browser.search("brna")
    assert answer["mended"][0]["to"][0] == "barna"


def test_a_known_word_is_left_alone(small) -> None:
    (answer,) = small(EPIKRISE, PLAN).search("epikrise")
    assert answer["mended"] == []


def test_a_question_about_a_word_is_no_other_name_for_it(small) -> None:
    asked = Entry(
        "p-to", "", "Reis hjem", "", "", "Papirer.", extra="hvem får epikrisen", phrases=("hvem får epikrisen",)
    )
    plain = Entry("p-to", "", "Reis hjem", "", "", "Papirer.", extra="hvem får epikrisen")
    with_it, without = (small(EPIKRISE, one).search("epikrise")[0]["hits"] for one in (asked, plain))
    assert [hit["score"] for hit in with_it] == [hit["score"] for hit in without]


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("avviksmrlding til sykehuset", "innlandet/p-samhandlingsavvik"),
        ("kontaktlegge rett", "innlandet/p-kontaktlege"),
        ("sspisevehring", "innlandet/p-spiseforstyrrelser"),
        ("bsrnekoridnator", "innlandet/p-barnekoordinator"),
        ("iniv plan", "innlandet/p-individuell-plan"),
        ("hjeplende", "innlandet/p-koordinator"),
    ],
)
def test_a_misspelt_word_means_what_it_would_have_meant(real, query: str, page: str) -> None:
    assert page in real.browser.pages(query)[:3]


def test_a_word_on_a_foreign_keyboard_is_ours_though_ids_are_written_so(real) -> None:
    meant = {"parorende": "pårørende", "fodeavdeling": "fødeavdeling", "dodsfall": "dødsfall", "dognpris": "døgnpris"}
    answers = real.browser.search(*meant)
    assert {a["mended"][0]["from"]: a["mended"][0]["to"][0] for a in answers} == meant
    assert not [hit for answer in answers for hit in answer["hits"][:3] if hit["address"].startswith("redaktor")]
    assert real.browser.pages("p-barn-som-parorende")[0] == "innlandet/p-barn-som-parorende"


def test_words_run_together_are_read_apart(real) -> None:
    read = {
        "medisinermed hjem": "medisiner med",
        "hvemringer vi": "hvem ringer",
        "epikrise frakad": "fra kad",
        "e-linktil avdelingen": "link til",
        "pasienten bupsamarbeid": "bup samarbeid",
        "transport hjemfra sykehuset": "hjem fra",
    }
    mended = [answer["mended"] for answer in real.browser.search(*read)]
    assert mended == [[{"from": w.replace(" ", ""), "to": [w], "completed": False}] for w in read.values()]


def test_a_word_run_together_may_have_a_slip_besides(real) -> None:
    read = {"medisinermedd": "medisiner med", "paliativplan": "palliativ plan", "delavtalle5": "delavtale 5"}
    mended = [answer["mended"] for answer in real.browser.search(*read)]
    assert mended == [[{"from": typed, "to": [meant], "completed": False}] for typed, meant in read.items()]


@pytest.mark.parametrize("query", ["vem får epikrisen", "hvme får epikrisen", "hvem for epikrisen"])
def test_a_misspelt_small_word_is_no_other_word(small, query: str) -> None:
    virus = Entry("p-virus", "", "Hver forms epikrise", "", "", "Hver gang: hjem og form.")
    browser = small(EPIKRISE, virus)
    assert browser.pages(query) == browser.pages("hvem får epikrisen")


def test_a_word_with_a_slip_at_both_ends_is_found_among_the_words_that_are_at_hand(small) -> None:
    entries = [
        Entry(f"p-{n}", "", "Møter i utvalget", "", "", "Møter møter møter. Hvert møte har referat.") for n in range(3)
    ]
    (answer,) = small(*entries).search("emøterr")
    assert answer["mended"][0]["to"][0].startswith("møte")


@pytest.mark.parametrize(
    "word",
    ["sprutende", "værfast", "formidle", "voldsom", "parkering", "lønnsslipp", "utydelig", "pasientombud", "prest"],
)
def test_an_ordinary_word_that_no_page_has_is_told_and_never_taken_for_another(real, word: str) -> None:
    """No page has the word, but it is a real one: it is neither corrected to a similar word nor split in two."""
    (answer,) = real.browser.search(f"{word} telefon")
    assert (answer["mended"], answer["unknown"]) == ([], [word])


def test_nothing_is_guessed_from_the_end_of_a_word(real) -> None:
    assert "innlandet/s-utreisedokumenter" not in real.browser.pages("kjønnslemlestelse")  # «lest»


def test_a_compound_that_no_page_has_is_told_and_found_by_its_parts(small, real) -> None:
    amming = Entry("p-amming", "", "Veiledning", "", "", "Mor kan kontakte barselavdelingens poliklinikk for amming.")
    others = [Entry(f"p-{n}", "", "Poliklinikk", "", "", "Lege henviser til poliklinikk.") for n in range(9)]
    both, misspelt = small(amming, *others).search("ammepoliklinikk", "ammepoliklinik")
    assert (both["hits"][0]["address"], both["total"]) == ("p-amming", 10)
    assert (both["mended"], both["unknown"]) == ([], ["ammepoliklinikk"])
    assert misspelt["hits"][0]["address"] == "p-amming"
    typed, meant = real.browser.search("transporthjem fra sykehuset", "transport hjem fra sykehuset")
    assert [hit["address"] for hit in typed["hits"]] == [hit["address"] for hit in meant["hits"]]
    assert (typed["mended"], typed["unknown"]) == ([], ["transporthjem"])


def test_letters_that_norwegian_lacks_are_read_as_ours(real) -> None:
    assert real.browser.pages("tołk pacjęnt") == real.browser.pages("tolk pacient")
    assert real.browser.pages("TOŁK") == real.browser.pages("tolk")


def test_the_more_used_of_two_words_is_likelier(small) -> None:
    pages = [
        Entry("p-plate", "", "Plate", "", "", "Plate."),
        *(Entry(f"p-{n}", "", "Plage", "", "", "Plage.") for n in range(9)),
    ]
    (answer,) = small(*pages).search("plape")
    assert answer["mended"][0]["to"] == ["plage", "plate"]


def test_a_key_beside_the_right_one_is_likelier_than_one_far_off(small) -> None:
    pages = [Entry(f"p-{word}", "", word, "", "", f"{word}.") for word in ("hast", "hest")]
    (answer,) = small(*pages).search("hrst")
    assert answer["mended"][0]["to"][0] == "hest"


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("psyksk syk på kad", "psykisk syk på kad"),
        ("epikrise karmøyy", "epikrise karmøy"),
        ("kva er ein epikirse", "kva er ein epikrise"),
    ],
)
def test_what_is_mended_is_read_as_if_it_were_typed_so(real, query: str, right: str) -> None:
    typed, meant = real.browser.search(query, right)
    assert [(hit["address"], hit["score"]) for hit in typed["hits"]] == [
        (hit["address"], hit["score"]) for hit in meant["hits"]
    ]


def test_what_is_run_together_twice_is_told_once(real) -> None:
    (answer,) = real.browser.search("medisinermed hjem, Medisinermed")
    assert [mended["to"] for mended in answer["mended"]] == [["medisiner med"]]


def test_one_letter_wrong_is_likelier_than_a_space_that_is_missing(real) -> None:
    (answer,) = real.browser.search("atvale")
    assert answer["mended"][0]["to"] == ["avtalen"]


def test_a_word_written_apart_is_found_as_one(small) -> None:
    apart = Entry("p-hus", "", "Syke i hus", "", "", "Syke som er i hus. Hus for syke.")
    whole = Entry("p-sykehus", "", "Innleggelse", "", "", "Legen ringer sykehuset.")
    browser = small(apart, whole)
    assert browser.pages("syke hus") == ["p-sykehus", "p-hus"]
    assert browser.pages("hus for syke") == ["p-hus", "p-sykehus"]


@pytest.mark.parametrize(
    ("query", "near"),
    [("koordinxyz", ["Koordinator"]), ("epokolore", []), ("koffert", []), ("xqzv", []), ("x" * 40, [])],
)
def test_other_words_are_offered_only_when_they_are_half_the_same(small, query: str, near: list[str]) -> None:
    (answer,) = small(EPIKRISE, PLAN).search(query)
    assert (answer["total"], [word.capitalize() for word in answer["near"]]) == (0, near)


def test_a_folder_that_is_no_helsefellesskap_is_no_place(real) -> None:
    plain, beside = (real.browser.search("hvem skal ha epikrisen", choice=one)[0] for one in ({}, {"space": "sok"}))
    assert [hit["address"] for hit in plain["hits"]] == [hit["address"] for hit in beside["hits"]]


def test_an_unknown_word_is_named_and_the_rest_is_found(small) -> None:
    (answer,) = small(EPIKRISE, PLAN).search("epikrise xyzzyqwert")
    assert answer["unknown"] == ["xyzzyqwert"]
    assert answer["hits"][0]["address"] == "p-epikrise"


def test_no_hit_gives_no_hit_and_a_way_on(small) -> None:
    (answer,) = small(EPIKRISE, PLAN).search("xyzzyqwert")
    assert (answer["total"], answer["hits"]) == (0, [])


def test_the_unfinished_last_word_is_completed_while_typing(small) -> None:
    browser = small(EPIKRISE, PLAN, SYKEHJEM)
    assert browser.pages("send epik", typing=True)[0] == "p-epikrise"
    assert browser.pages("ansvarsgr", typing=True)[0] == "p-plan"


@pytest.mark.parametrize("query", ["epikr sykehjem", "sykehjem epikr", "til sykehjem epikr", "epik sykehjem"])
def test_half_a_word_is_read_as_the_whole_wherever_it_stands(small, query: str) -> None:
    (answer,) = small(EPIKRISE, PLAN, SYKEHJEM).search(query)
    half = next(word for word in query.split() if word.startswith("epik"))
    assert (answer["mended"], answer["unknown"]) == ([{"from": half, "to": ["epikrise"], "completed": False}], [])


def test_four_letters_are_a_slip_of_a_word_that_is_used_as_much_as_the_one_they_start(small) -> None:
    slip = Entry("p-epok", "", "Epok", "", "", "Epok der.")
    assert small(slip, EPIKRISE).pages("epik") == ["p-epok"]


def test_half_a_word_is_likelier_than_a_slip(small) -> None:
    slip = Entry("p-inni", "", "Inni huset", "", "", "Inni der.")
    assert small(slip, PLAN).pages("indiv plan") == ["p-plan"]


def test_a_place_elsewhere_is_found_where_pages_have_it(small) -> None:
    pages = [Entry(f"p-{n}", "", "Avtale", "", "", "Sykehuset i Molde tar imot. Det holder.") for n in range(3)]
    molde, halden = small(*pages, EPIKRISE).search("molde", "halden")
    assert (molde["unknown"], molde["total"], halden["unknown"], halden["total"]) == ([], 3, ["halden"], 0)


def test_a_slip_of_a_word_that_is_used_far_more_is_likelier_than_half_a_word(small) -> None:
    slip = Entry("p-tur", "", "Epikrisntur", "", "", "Epikrisntur der.")
    assert small(slip, *(replace(EPIKRISE, address=f"p-{n}") for n in range(3))).pages("epikrisn")[0] == "p-0"


def test_a_word_that_is_not_spelt_as_its_stem_is_mended_as_it_is_spelt(small) -> None:
    home = Entry(
        "p-heim", "", "Sykehjem", "", "", "Sjukeheimen er der. Sjukeheimen er open. Sykehjem, sykehjem og sykehjem."
    )
    (answer,) = small(home, EPIKRISE).search("sjukeheimenn")
    assert answer["mended"][0]["to"] == ["sjukeheimen"]


def test_a_few_letters_are_no_half_word(small) -> None:
    (answer,) = small(EPIKRISE, PLAN, SYKEHJEM).search("epi sykehjem")
    assert (answer["mended"], answer["unknown"]) == ([], ["epi"])


def test_procedures_come_before_agreements(small) -> None:
    assert small(AVTALE, EPIKRISE).pages("epikrise") == ["p-epikrise", "da05"]


def test_what_no_longer_holds_only_on_request(small) -> None:
    browser = small(EPIKRISE, OLD)
    assert browser.pages("epikrise telefaks") == ["p-epikrise"]
    assert "p-gammel" in browser.pages("epikrise telefaks", choice={"expired": True})


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


def test_sections_of_a_document_are_one_hit_with_the_best_section(small) -> None:
    other = Entry("da05", "8.4", "Delavtale 5", "8.4 Transport", "", "Helseforetaket bestiller transport.", prior=1.0)
    (answer,) = small(AVTALE, other).search("transport")
    assert [(hit["address"], hit["anchor"]) for hit in answer["hits"]] == [("da05", "8.4")]


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
    ("query", "page"), [("alle frister", "frister"), ("hvilke kommuner mangler avtale", "innlandet/oversikt/versjoner")]
)
def test_a_list_that_is_named_comes_first(real, query: str, page: str) -> None:
    assert real.browser.pages(query, choice={"space": "innlandet"})[0] == page


@pytest.mark.parametrize("query", ["Voss", "Haukeland", "overflytting fra Haukeland"])
def test_a_town_or_a_hospital_elsewhere_is_no_slip(real, query: str) -> None:
    (answer,) = real.browser.search(query, typing=True)
    assert (answer["mended"], answer["unknown"]) == ([], [query.split()[-1].lower()])


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


@pytest.mark.parametrize(("space", "first"), [("innlandet", "innlandet/da05"), ("fonna", "fonna/da05"), ("", "")])
def test_an_agreement_is_found_by_the_name_of_another_place(real, space: str, first: str) -> None:
    (answer,) = real.browser.search("DA5 4.3", choice={"space": space} if space else {})
    assert answer["unknown"] == []
    assert {hit["address"] for hit in answer["jumps"]} == {"innlandet/da05", "fonna/da05"}
    assert answer["jumps"][0]["address"].startswith(first)


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


def test_an_agreement_is_called_what_its_title_calls_it(real) -> None:
    (answer,) = real.browser.search("tenesteavtale 5")
    assert answer["jumps"][0]["label"] == "Tenesteavtale"


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


@pytest.mark.parametrize("query", ["epikrisse", "eppikrise", "eppikrrise"])
def test_doubled_letters_cost_little(small, query: str) -> None:
    assert small(EPIKRISE, PLAN).pages(query) == ["p-epikrise"]


def test_an_abbreviation_is_shown_as_it_was_typed(real) -> None:
    (answer,) = real.browser.search("hva er PLO")
    assert answer["meanings"][0]["form"] == "PLO"


@pytest.mark.parametrize(
    "query",
    [
        *("legevakt tlf", "116117", "ring legevakt", "nødnummer", "ringe ambulanse", "fare for liv", "hjertestans"),
        *("pasienten puster ikke", "pustar ikkje", "bevistløs", "medvitslaus", "fant henne livløs"),
        *("AMK nummer", "suicidal", "overdose"),
    ],
)
def test_emergency_numbers_stand_in_the_first_hit(real, query: str) -> None:
    (answer,) = real.browser.search(query)
    assert (answer["hits"][0]["address"], "116 117" in answer["hits"][0]["summary"]) == ("akutt", True)


@pytest.mark.parametrize(
    ("query", "kommune"), [("lom kommune", "k-3434"), ("lom", "k-3434"), ("Hamar kommune", "k-3403")]
)
def test_a_kommune_is_found_by_its_name(real, query: str, kommune: str) -> None:
    assert real.browser.pages(query)[0] == f"innlandet/kommune/{kommune}"


def test_who_writes_nynorsk_and_names_no_place_gets_first_what_is_written_so(real) -> None:
    query = "kven betaler når ikkje nokon har seng"
    assert real.browser.pages(query)[0] == "fonna/p-betaling"
    assert real.browser.pages(query, choice={"space": "innlandet"})[0] == "innlandet/p-betalingsplikt"


def test_who_names_a_place_gets_the_procedures_of_its_helsefellesskap(real) -> None:
    spaces = [hit["space"] for hit in real.browser.search("utskrivningsklar Haugesund")[0]["hits"][:3]]
    assert spaces == ["fonna"] * 3
    elsewhere = real.browser.search("utskrivningsklar Haugesund", choice={"space": "innlandet"})[0]["hits"][:3]
    assert [hit["space"] for hit in elsewhere] == spaces


def test_a_task_in_a_kommune_is_still_a_task(real) -> None:
    assert real.browser.pages("epikrise hamar")[0] == "innlandet/p-epikrise"


def test_a_few_letters_at_the_end_of_an_unknown_word_say_nothing(real) -> None:
    assert real.browser.pages("pesetavaluta") == []  # «luta» is lye


def test_what_has_only_a_little_of_the_query_is_not_counted(real) -> None:
    one, two, three = real.browser.search("utskrivningsklar", "epikrise", "norovirus", limit=500)
    assert 20 < one["total"] < 60 and 30 < two["total"] < 80  # 207 and 246 have the word or a part of it
    assert three["total"] == len(three["hits"]) == 10  # of so few the rest is shown
    assert len(one["hits"]) == one["total"]


def test_filters(real) -> None:
    (answer,) = real.browser.search("epikrise", choice={"filters": {"verden": ["overordnet"]}})
    assert answer["hits"]
    assert {hit["world"] for hit in answer["hits"]} == {"overordnet"}


def test_the_deadline_stands_in_the_hit(real) -> None:
    (answer,) = real.browser.search("tidligmelding", choice={"space": "innlandet"})
    assert answer["hits"][0]["answer"].startswith("24 timer")


HOSTILE = (
    "", " ", "\x00\x01\x02", "\u202eepikrise\u202c", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a:b", "+epikrise -plan",
    "epikrise~3^10", "*", "****", "field:epikrise", "' OR 1=1 --", "../../etc/passwd", "%00%0d%0a", "\ud83d\ude91 ambulanse", "ø" * 10_000,
    "epikrise " * 1_200, "a" * 10_000, "§" * 500, "da" * 3_000, "1.1.1.1.1." * 900, "- " * 5_000, "constructor", "__proto__ toString", "\u0000" * 9_999,
)  # fmt: skip


def test_nothing_that_is_typed_breaks_the_search(real) -> None:
    answers = real.browser.search(*HOSTILE, typing=True)
    assert len(answers) == len(HOSTILE)
    assert all(len(answer["hits"]) <= 10 for answer in answers)


ATOMS = (
    "epikrise", "utskrivningsklar", "tidlgmeldng", "xyzzyqwert", "kommunekommunekommune", "øåæ", "ＫＡＤ", "ǅ", "ß", "a\u0301\u0301", "\ud83d\ude91",
    "\u202e", "\u2066", "\u200f", "\u00ad", "\u200b", "\ufeff", "\x00", "\x07", "\x1b[31m", "\x7f", "\r\n", "\t", "\u2028", "<b>", "</script>", "<!--",
    "&lt;", "{{x}}", "${y}", "+", "-", "~2", "^10", "*", "tittel:", "\\", '"', "'", "(", "[", "§", "nr", "da05", "4.3", "1-", "c_plo", "=", "#§6-2",
    "__proto__", "constructor", "99999999999999999999", "0x1F", "NaN", "%", " ", " ", " ", " ",
)  # fmt: skip
LONGEST, MOST_PIECES = 10_000, 120


def any_text(dice: random.Random) -> str:
    """A string of up to 10,000 characters: atoms above, or any character at all but lone surrogates."""
    length = dice.choice([3, 30, 300, LONGEST])
    if dice.random() < 0.7:
        return "".join(dice.choices(ATOMS, k=length))[:length]
    return "".join(
        chr(dice.choice([dice.randrange(0x20), dice.randrange(0x2FFF), dice.randrange(0xE000, 0x110000)]))
        for _ in range(length)
    )


def test_any_text_at_all_is_answered_with_bounded_work(real) -> None:
    """Two hundred generated texts, each put to a search that has fetched nothing yet: no exception, and a bounded number of
    pieces, however many words there are."""
    dice = random.Random(5)
    texts = [any_text(dice) for _ in range(200)]
    answers = real.browser.run("fetched", texts)
    assert all(answer["hits"] <= 10 for answer in answers)
    assert max(len(answer["names"]) for answer in answers) <= MOST_PIECES


def test_the_rest_of_a_hostile_query_is_answered(real) -> None:
    (answer,) = real.browser.search("<b>epikrise</b> \x00 a:b")
    assert "epikrise" in answer["hits"][0]["address"]


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
