"""A word that is misspelt, cut off, run together or unknown."""

from dataclasses import replace

import pytest

from avtaleverk.search.entries import Entry
from tests.search.examples import EPIKRISE, PLAN, SYKEHJEM


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


def test_a_thumb_beside_the_key_is_mended_also_in_the_first_letter_of_a_short_word(real) -> None:
    meant = {"nrudd": "brudd", "dølge": "følge", "hlemt": "glemt", "jeile": "heile", "avfelinga": "avdelingen"}
    answers = real.browser.search(*meant)
    assert {a["mended"][0]["from"]: a["mended"][0]["to"][0] for a in answers if a["mended"]} == meant


@pytest.mark.parametrize("typing", [True, False])  # the page asks while one types
def test_two_slips_in_a_word_alone_are_mended_when_it_is_much_used_and_a_small_word_has_no_other_ending(
    real, typing: bool
) -> None:
    alone, beside, skulks = real.browser.search("legvakr", "parkering legvakr", "skulker", typing=typing)
    assert [one["to"] for one in alone["mended"]] == [["legevakt"]] and alone["hits"][0]["address"] == "akutt"
    assert beside["mended"] == []
    assert "skulle" not in skulks["mended"][0]["to"]


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
    [
        "sprutende",
        "værfast",
        "formidle",
        "voldsom",
        "parkering",
        "lønnsslipp",
        "utydelig",
        "pasientombud",
        "prest",
        "dispoliklinikk",
    ],
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
    (answer,) = small(EPIKRISE, PLAN, SYKEHJEM).search(query, typing=False)
    half = next(word for word in query.split() if word.startswith("epik"))
    assert (answer["mended"], answer["unknown"]) == ([{"from": half, "to": ["epikrise"], "completed": False}], [])


def test_four_letters_are_a_slip_of_a_word_that_is_used_as_much_as_the_one_they_start(small) -> None:
    slip = Entry("p-epok", "", "Epok", "", "", "Epok der.")
    assert small(slip, EPIKRISE).pages("epik", typing=False) == ["p-epok"]


def test_half_a_word_is_likelier_than_a_slip(small) -> None:
    slip = Entry("p-inni", "", "Inni huset", "", "", "Inni der.")
    assert small(slip, PLAN).pages("indiv plan") == ["p-plan"]


def test_a_slip_of_a_word_that_is_used_far_more_is_likelier_than_half_a_word(small) -> None:
    slip = Entry("p-tur", "", "Epikrisntur", "", "", "Epikrisntur der.")
    assert (
        small(slip, *(replace(EPIKRISE, address=f"p-{n}") for n in range(3))).pages("epikrisn", typing=False)[0]
        == "p-0"
    )


def test_a_word_that_is_not_spelt_as_its_stem_is_mended_as_it_is_spelt(small) -> None:
    home = Entry(
        "p-heim", "", "Sykehjem", "", "", "Sjukeheimen er der. Sjukeheimen er open. Sykehjem, sykehjem og sykehjem."
    )
    (answer,) = small(home, EPIKRISE).search("sjukeheimenn")
    assert answer["mended"][0]["to"] == ["sjukeheimen"]


def test_a_word_is_mended_to_the_spelling_that_is_nearest(real) -> None:
    """Bokmål and nynorsk spell one word differently: a slip in the one is not told as the other."""
    meant = {"uenihet": "uenighet", "ueinihet": "ueinig", "sykhus": "sykehuset", "sjukhus": "sjukehuset"}
    answers = real.browser.search(*meant)
    assert {a["mended"][0]["from"]: a["mended"][0]["to"][0] for a in answers} == meant
    assert answers[0]["hits"][0]["address"] == "innlandet/p-uenighet"


def test_a_few_letters_are_no_half_word(small) -> None:
    (answer,) = small(EPIKRISE, PLAN, SYKEHJEM).search("epi sykehjem")
    assert (answer["mended"], answer["unknown"]) == ([], ["epi"])


@pytest.mark.parametrize("query", ["epikrisse", "eppikrise", "eppikrrise"])
def test_doubled_letters_cost_little(small, query: str) -> None:
    assert small(EPIKRISE, PLAN).pages(query) == ["p-epikrise"]


def test_a_few_letters_at_the_end_of_an_unknown_word_say_nothing(real) -> None:
    assert real.browser.pages("pesetavaluta") == []  # «luta» is lye


def test_a_word_longer_than_any_is_no_slip(real) -> None:
    (answer,) = real.browser.search("a" * 10_000)
    assert (answer["mended"], answer["total"], len(answer["unknown"])) == ([], 0, 1)


@pytest.mark.parametrize(
    ("query", "alone", "mentioned"),
    [
        ("tannlege", True, None),
        ("tannlege epikrise", False, None),
        ("BPA", False, "bpa"),
        ("insulin", False, "insulin"),
        ("drosje", False, None),  # a search word
        ("doktor", False, None),  # an everyday word
    ],
)
def test_a_word_that_no_page_is_about_is_told(real, query: str, alone: bool, mentioned: str | None) -> None:
    (answer,) = real.browser.search(query, typing=True)
    assert (answer["alone"], answer.get("mentioned")) == (alone, mentioned)


def test_of_several_ways_to_mend_a_word_those_that_are_no_more_than_a_way_to_write_it_are_not_told(real) -> None:
    mended = {query: real.browser.search(query)[0]["mended"] for query in ("døfnpris", "rehabiltering")}
    assert {query: [one["to"] for one in found] for query, found in mended.items()} == {
        "døfnpris": [["døgnpris"]],
        "rehabiltering": [["rehabilitering"]],
    }
