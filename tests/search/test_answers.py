"""What a hit says by itself: the deadline of the very clause, and the number that answers."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from avtaleverk.pages.addresses import document_path
from avtaleverk.search.entries import Entry

SPACES, ACUTE = ("innlandet", "fonna"), ("p-akutt-psykisk", "p-akutt-bup")
IN_DANGER, NO_DANGER, SICK_BABY, IN_BIRTH = yaml.safe_load(
    Path(__file__).with_name("dangers.yml").read_text("utf-8")
).values()


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


def test_a_word_longer_than_any_is_no_slip(real) -> None:
    (answer,) = real.browser.search("a" * 10_000)
    assert (answer["mended"], answer["total"], len(answer["unknown"])) == ([], 0, 1)


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


def test_every_clause_shows_its_own_deadline(small) -> None:
    clauses = [
        Entry("da05", number, "Delavtale 5", f"{number} {name}", "", name, answer=limit)
        for number, name, limit in (("7.2", "Svar", "2 timer"), ("7.3", "Plass", ""), ("7.4", "Transport", "1 døgn"))
    ]
    found = [answer["hits"][0]["answer"] for answer in small(*clauses).search("svar", "plass", "transport")]
    assert found == ["2 timer", "", "1 døgn"]


@pytest.mark.parametrize(
    ("query", "page", "number"),
    [
        ("tildelingskontor Ringsaker", "innlandet/kommune/k-3411#tildelingskontor", "Tildelingskontor: 00 00 10 04"),
        (
            "tildelingskontoret hamar kveld",
            "innlandet/kommune/k-3403#sykepleietjenesten",
            "Kommunens sykepleietjeneste: 00",
        ),
        ("heimesjukepleia stord", "fonna/kommune/k-4614#sykepleier-hjemmetjenesten", "Sjukepleiar i heimetenesta: "),
        ("nord-fron legevakt", "innlandet/kommune/k-3436#legevaktsentral", "Legevaktsentral: 116 117"),
        (
            "fødeavdeling hamar",
            "innlandet/kommune/k-3403#fodeavdeling",
            "Fødeavdeling, Sykehuset Innlandet Elverum: 00 00 19 91",
        ),
        (
            "akuttmottak tynset",
            "innlandet/kommune/k-3427#akuttmottak",
            "Akuttmottak, Sykehuset Innlandet Tynset: 00 00 19 73",
        ),
        ("dps gjøvik", "innlandet/kommune/k-3407#dps", "DPS: 00 00 19 81"),
        (
            "sengepost stord",
            "fonna/kommune/k-4614#sykepleier-sengepost",
            "Sjukepleiar på sengepost, Stord sjukehus: 00 00 54 28",
        ),
        ("hamar telefon", "innlandet/kommune/k-3403#", ""),
    ],
)
def test_a_service_and_a_place_give_the_number(real, query: str, page: str, number: str) -> None:
    hit = real.browser.search(query)[0]["hits"][0]
    assert f"{hit['address']}#{hit['anchor']}" == page
    assert hit.get("number", "").startswith(number) and bool(hit.get("number")) == bool(number)


@pytest.mark.parametrize(
    "query",
    [
        *("ringe tildelingskontoret i Trysil kommune kl 22", "tildelingskontor Trysil kl. 22.30", "trysil natt"),
        *("trysil vakttelefon", "døgnåpent nummer Trysil", "hvem svarer på telefonen i helga Trysil", "Trysil 22:00"),
        *("tildelingskontor trysil søndag", "kommunens døgnåpne nummer trysil", "Trysil kommune etter stengetid"),
    ],
)
def test_words_of_time_lead_to_the_number_that_answers_then(real, query: str) -> None:
    hit = real.browser.search(query, typing=True)[0]["hits"][0]
    assert hit["number"] == "Kommunens sykepleietjeneste: 00 00 14 30, Hele døgnet"
    assert f"{hit['address']}#{hit['anchor']}" == "innlandet/kommune/k-3421#sykepleietjenesten"


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("tildelingskontor karmøy kl 22", "Vakttelefonen i kommunen: 00 00 50 23"),
        ("ringe karmøy kveld", "Vakttelefonen i kommunen: 00 00 50 23"),
        ("vakttelefon hamar", "Kommunens sykepleietjeneste: 00 00 14 21"),
        ("tildelingskontor Trysil kl 10", "Tildelingskontor: 00 00 10 10, Hverdager 8–15.30"),
        ("ringe tildelingskontoret i Trysil kommune", "Tildelingskontor: 00 00 10 10, Hverdager 8–15.30"),
        ("jordmor natt sauda", "Jordmor på vakt: 00 00 55 11, Heile døgnet"),
        ("jordmor bømlo natt", "Fødeavdeling, Stord sjukehus: 00 00 54 08"),
        ("jordmor sauda", "Jordmor: 00 00 52 07, Kvardagar 8–15.30"),
        ("kad-lege trysil kl 21", "KAD-lege: "),
        ("kad-lege trysil kl 23", "Legevaktsentral: 116 117, Hele døgnet"),
        (
            "ringe sengepost gjøvik natt",
            "Sykepleier på sengepost, Sykehuset Innlandet Gjøvik: 00 00 20 26, Hele døgnet",
        ),
        ("telefon sengepost Elverum", "Sykepleier på sengepost, Sykehuset Innlandet Elverum: 00 00 20 25, Hele døgnet"),
        ("helsestasjon lom telefon", "Helsestasjon: 00 00 "),
        ("dps natt hamar", "Vakthavende lege i psykisk helsevern: 00 00 21 02"),
        ("palliativt team natt gjøvik", "Sykehuslege, Sykehuset Innlandet Gjøvik: 00 00 20 33"),
        ("palliativt team natt haugesund", "Sjukepleiar på sengepost, Haugesund sjukehus: 00 00 54 27"),
        ("leder kommunen hamar helg uenighet", "Kommunens sykepleietjeneste (Hamar): 00 00 14 21"),
        ("helsestasjon lørdag elverum", "Helsestasjon: Hverdager 8–15.30"),
        ("varslingsnummer trysil natt", "Kommunens varslingsnummer: 00 00 22 10, Hele døgnet"),
    ],
)
def test_the_first_hit_has_the_number_of_the_service_or_of_who_answers_for_it(real, query: str, number: str) -> None:
    assert real.browser.search(query)[0]["hits"][0]["number"].startswith(number)


@pytest.mark.parametrize(
    ("query", "page", "number"),
    [
        (
            "Løten og Stange utskrivningsklar",
            "innlandet/p-",
            "Tildelingskontor (Løten): 00 00 10 05, Hverdager 8–15.30",
        ),
        ("utskrivingsklar fitjar", "fonna/p-", "Tildelingskontor (Fitjar): 00 00 "),
        (
            "utskrivningsklar trysil kveld",
            "innlandet/p-",
            "Kommunens sykepleietjeneste (Trysil): 00 00 14 30, Hele døgnet",
        ),
        ("følgetjeneste trysil", "innlandet/p-folgetjeneste", "Jordmor på vakt (Trysil): 00 00 21 24, Hele døgnet"),
        ("vannavgang trysil", "innlandet/p-folgetjeneste", "Jordmor på vakt (Trysil): 00 00 21 24, Hele døgnet"),
    ],
)
def test_a_procedure_beside_a_kommune_shows_the_number_of_the_kommune(real, query: str, page: str, number: str) -> None:
    hit = real.browser.search(query)[0]["hits"][0]
    assert hit["address"].startswith(page) and hit["number"].startswith(number)


def test_a_number_that_is_closed_when_one_would_ring_is_never_told(real) -> None:
    """The hit shows the number of a role that is open instead, or only the opening hours."""
    asked = ("dps natt hamar", "dps lillehammer natt", "palliativt team natt gjøvik", "kommuneoverlege natt dovre")
    answers = real.browser.search(*asked, "helsestasjon lørdag elverum", "dps stord kl 22", "bup vakt trysil")
    numbers = [hit["number"] for answer in answers for hit in answer["hits"] if hit.get("number")]
    assert numbers and [one for one in numbers if re.search(r"\d\d, (Hverdager|Kvardagar) 8", one)] == []


def test_a_number_that_answers_for_several_roles_is_told_once(real) -> None:
    """At night the legevakt answers for the doctor's office too."""
    asked, choice = "pasienten heime blir dårlegare", {"space": "fonna", "place": "Stord"}
    hits = [real.browser.search(asked, choice=choice, now=now)[0]["hits"][0] for now in (NIGHT, DAY)]
    assert {hit["address"] for hit in hits} == {"fonna/p-forverring-heime"}
    assert [hit["number"].count("116 117") for hit in hits] == [1, 1]
    assert "Fastlege (Stord): 00 00" in hits[1]["number"]


def test_a_hit_tells_no_number_of_another_helsefellesskap(real) -> None:
    hits = [hit for answer in real.browser.search("dps stord", "hjerneslag haugesund") for hit in answer["hits"]]
    assert {hit["space"] for hit in hits if " (Stord): " in hit.get("number", "")} == {"fonna"}
    assert [hit["number"] for hit in hits if hit.get("space") == "innlandet" and "(" in hit.get("number", "")] == []


def test_a_hit_leads_to_the_page_as_it_is_for_the_kommune_that_is_named(real) -> None:
    hits = real.browser.search("utskrivningsklar fredag ettermiddag ringsaker", "utskrivningsklar")
    assert [answer["hits"][0].get("kommune") for answer in hits] == ["k-3411", None]


def test_an_acute_page_shows_no_deadline_of_more_than_a_day(real) -> None:
    acute = {document_path(d.reference) for d in real.corpus.documents if "akutt" in d.topics}
    answers = [entry.answer for entry in real.entries if entry.address in acute and not entry.heading]
    longer = re.compile(
        r"\b(?:uke|måned|veke|månad|72 timer|døgn(?!enhet|eining))"
    )  # a unit that is open all day is no time
    assert [one for one in answers if longer.search(one)] == []


def test_two_kommuner_give_two_numbers(real) -> None:
    hit = real.browser.search("Løten og Stange utskrivningsklar")[0]["hits"][0]
    assert [part.split(":")[0] for part in hit["number"].split(" · ")] == [
        "Tildelingskontor (Løten)",
        "Tildelingskontor (Stange)",
    ]


@pytest.mark.parametrize(
    ("query", "page", "number", "told"),
    [
        ("utskrivingsklar odda fredag kveld", "fonna/p-", "Vakttelefonen i kommunen (Ullensvang): 00 00 50 33", ["Odda", "Ullensvang"]),
        ("heim til Husnes laurdag", "fonna/kommune/k-4617", "Sjukepleiar i heimetenesta: 00 00 50 32", ["Husnes", "Kvinnherad"]),
        ("Fagernes kad", "innlandet/kommune/k-3451", "KAD-lege: 00 00 15 84", ["Fagernes", "Nord-Aurdal"]),
        ("brumundal tildelingskontor", "innlandet/kommune/k-3411", "Tildelingskontor: 00 00 10 04", ["Brumunddal", "Ringsaker"]),
        ("moelvs tildelingskontor", "innlandet/kommune/k-3411", "Tildelingskontor: 00 00 10 04", ["Moelv", "Ringsaker"]),
        ("Flisa", "innlandet/kommune/k-3418", "", ["Flisa", "Åsnes"]),
        ("utskrivingsklar vikøyri kveld", "fonna/p-", "Vakttelefonen i kommunen (Stord): 00 00 50 29", None),  # a place of nobody's
    ],
)  # fmt: skip
def test_a_settlement_stands_for_its_kommune_and_the_hit_says_whose_the_number_is(
    real, query, page, number, told
) -> None:
    (answer,) = real.browser.search(query, typing=True, choice={"space": "fonna", "place": "Stord"})
    assert [[place["name"], place["kommune"]] for place in answer["settlements"]] == ([told] if told else [])
    assert answer["hits"][0]["address"].startswith(page) and (answer["hits"][0].get("number") or "").startswith(number)


def test_a_settlement_is_never_taken_for_another_word_nor_a_word_for_a_settlement(real) -> None:
    named = [
        name
        for space in real.corpus.helsefellesskap.values()
        for names in (*space.settlements.values(), tuple(space.districts))
        for name in names
    ]
    answers = real.browser.search(*named)
    assert [n for n, a in zip(named, answers, strict=True) if a["mended"] or not a["settlements"]] == []
    assert [a["settlements"] for a in real.browser.search("rene sår", "otte", "husker ikke", "flis i fingeren")] == [
        []
    ] * 4


@pytest.mark.parametrize(
    ("query", "space", "kommuner", "first"),
    [
        ("gudbrandsdalen", "innlandet", 12, "kommune/k-"),
        ("hjemreise gudbransdal", "innlandet", 12, ""),  # with a slip
        ("legevakt nord-gudbrandsdalen", "innlandet", 6, "kommune/k-34"),
        ("utskrivingsklar sunnhordland kveld", "fonna", 7, "p-"),
        ("bestillerkontor toten", "innlandet", 2, "kommune/k-344"),
        ("hardangers tildelingskontor", "fonna", 2, "kommune/k-461"),
    ],
)
def test_a_district_is_told_with_its_kommuner_and_no_number_of_one_of_many(real, query, space, kommuner, first) -> None:
    for choice in ({}, {"space": "innlandet", "place": "Hamar"}):
        (answer,) = real.browser.search(query, typing=True, choice=choice)
        assert [len(place["kommuner"]) for place in answer["settlements"]] == [kommuner]
        assert answer["hits"][0]["address"].startswith(f"{space}/{first}")
        assert "(Hamar)" not in str(answer["hits"])


def test_beside_a_place_elsewhere_the_number_of_the_hospitals_town_is_not_told(real) -> None:
    asked = ("bor i Oslo ligger på Elverum hvem betaler", "turist fra Bergen innlagt Hamar varsle hvem")
    hits = [hit for answer in real.browser.search(*asked) for hit in answer["hits"]]
    assert [hit["number"] for hit in hits if re.search(r"\((?:Elverum|Hamar)\)", hit.get("number", ""))] == []
    assert all(hit.get("kommune") is None for hit in hits)


def test_a_closed_number_gives_way_to_who_answers_now(real) -> None:
    choice = {"space": "fonna", "place": "Stord"}
    told = [
        real.browser.search("utskrivingsklar stord", choice=choice, now=now)[0]["hits"][0]["number"]
        for now in (DAY, NIGHT)
    ]
    assert [one.split(":")[0] for one in told] == ["Tildelingskontor (Stord)", "Vakttelefonen i kommunen (Stord)"]
    (night,) = real.browser.search("nummer ambulant akutteam natt", choice={"space": "innlandet"})
    assert night["hits"][0]["number"] == "Legevaktsentral: 116 117, Hele døgnet"


def test_who_asks_when_a_number_is_answered_is_told_so_whatever_the_time_is(real) -> None:
    (answer,) = real.browser.search("tildelingskontoret åpningstid Trysil", now=NIGHT)
    assert answer["hits"][0]["number"] == "Tildelingskontor: 00 00 10 10, Hverdager 8–15.30"


@pytest.mark.parametrize(
    ("query", "workplace", "number"),
    [
        ("palliativt team", "Stord", "Palliativt team, Stord sjukehus (Stord): 00 00 54 21, Kvardagar 8–15.30"),
        ("tildelingskontor", "Hamar", "Tildelingskontor (Hamar): 00 00 10 01, Hverdager 8–15.30"),
        ("KAD", "Hamar", "KAD-lege (Hamar): 00 00 15 47, Alle dager 8–22 · Legevaktsentral: 116 117, Hele døgnet"),
        ("følgjeteneste", "Suldal", "Fødeavdeling, Haugesund sjukehus (Suldal): 00 00 54 07, Heile døgnet · AMK-"),
    ],
)
def test_who_has_chosen_a_workplace_gets_its_number_without_asking(
    real, query: str, workplace: str, number: str
) -> None:
    choice = {"space": "innlandet" if workplace == "Hamar" else "fonna", "place": workplace}
    hit = real.browser.search(query, choice=choice, now=DAY)[0]["hits"][0]
    assert hit["number"].startswith(number) and "kommune" not in hit


def test_what_is_closed_now_gives_way_also_when_only_its_name_is_typed(real) -> None:
    hit = real.browser.search("palliativt team", choice={"space": "fonna", "place": "Stord"}, now=NIGHT)[0]["hits"][0]
    assert hit["number"] == "Sjukepleiar på sengepost, Stord sjukehus (Stord): 00 00 54 28, Heile døgnet"


def test_a_deadline_for_something_else_than_the_page_is_about_says_what_it_is_for(real) -> None:
    (hit, *_) = real.browser.search("vold i nære relasjoner")[0]["hits"]
    assert hit["answer"] == "straks (melde alvorlig bekymring til barnevernet)"


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


def test_who_rings_the_hospital_of_a_town_gets_the_switchboard(real) -> None:
    for answer in real.browser.search("Gjøvik sykehus telefon", "nummer til sykehuset på Hamar"):
        assert answer["hits"][0]["number"] == "Sykehusets sentralbord: 00 00 21 01, Hele døgnet"


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


def test_of_several_ways_to_mend_a_word_those_that_are_no_more_than_a_way_to_write_it_are_not_told(real) -> None:
    mended = {query: real.browser.search(query)[0]["mended"] for query in ("døfnpris", "rehabiltering")}
    assert {query: [one["to"] for one in found] for query, found in mended.items()} == {
        "døfnpris": [["døgnpris"]],
        "rehabiltering": [["rehabilitering"]],
    }


@pytest.mark.parametrize("query", ["MRSA", "barn som pårørende"])
def test_a_hit_does_not_lead_to_the_exception_before_the_rule(real, query: str) -> None:
    (place,) = real.browser.run("passage", [{"query": query, "options": {"choice": {"space": "innlandet"}}}])
    assert place["anchor"] != "nar-kan-du-fravike"


def test_an_agreement_that_is_not_there_is_told(real) -> None:
    absent, hole, there = real.browser.search("delavtale 14", "tjenesteavtale 7 fonna", "delavtale 5")
    assert (absent["absent"], hole.get("absent"), there.get("absent")) == ("delavtale 14", None, None)
    first = hole["jumps"][0]
    assert first["address"] == "fonna/oversikt/krav" and first["lead"].endswith("er under arbeid.")


@pytest.mark.parametrize(
    ("query", "workplace", "page", "number"),
    [
        ("tildelingskontor kl 22", "Trysil", "innlandet/kommune/k-3421", "Kommunens sykepleietjeneste: 00 00 14 30"),
        ("melde utskrivningsklar telefon", "Trysil", "innlandet/p-", "Tildelingskontor (Trysil): 00 00 10 10"),
        (
            "psykiatrisk vakt",
            "Trysil",
            "innlandet/p-akutt-psykisk",
            "AMK-sentral: 113, Hele døgnet · Legevaktsentral: ",
        ),
        ("dps vakt", "Trysil", "innlandet/kommune/k-3421", "Vakthavende lege i psykisk helsevern: 00 00 21 02"),
        ("bup vakt", "Trysil", "innlandet/p-akutt-bup", "Vakthavende i BUP: 00 00 21 03"),
        ("ringe sengepost", "Sykehuset Innlandet Hamar", "innlandet/oversikt/kontakter", "Sykehuset Innlandet Hamar: "),
    ],
)
def test_who_asks_for_a_number_gets_the_one_of_the_workplace(
    real, query: str, workplace: str, page: str, number: str
) -> None:
    hits = real.browser.search(query, choice={"space": "innlandet", "place": workplace})[0]["hits"]
    assert any(hit["address"].startswith(page) and hit.get("number", "").startswith(number) for hit in hits[:2])


def test_a_page_of_another_helsefellesskap_tells_only_the_numbers_that_are_the_same_everywhere(real) -> None:
    own, other = (
        real.browser.search("psykebil", choice={"space": space})[0]["hits"][0] for space in ("innlandet", "fonna")
    )
    assert own["address"] == other["address"] == "innlandet/p-transport-politi"
    assert other["number"] == "AMK-sentral: 113, Hele døgnet" and own["number"].startswith(other["number"] + " · ")


def test_a_place_elsewhere_is_told_and_leads_to_the_page_on_patients_from_other_kommuner(real) -> None:
    asked = {"Bergen": "bergen", "pasient fra Røros": "røros", "Kongsvinger": "kongsvinger", "førde": "førde"}
    for (query, place), answer in zip(asked.items(), real.browser.search(*asked), strict=True):
        assert answer["outside"] == [place], query
        assert answer["hits"][0]["address"] == "innlandet/p-oppholdskommune-betaling", query
    assert real.browser.search("Hamar")[0]["outside"] == []


@pytest.mark.parametrize("query", ["akuttmottak", "amk", "ringe legevakt", "suicidal ungdom"])
def test_what_is_acute_has_a_number_among_the_first_hits(real, query: str) -> None:
    choice = {"space": "innlandet", "place": "Sykehuset Innlandet Hamar"}
    hits = real.browser.search(query, choice=choice)[0]["hits"]
    assert any(hit.get("number") or hit["address"] == "akutt" for hit in hits[:3])


@pytest.mark.parametrize("space", ["", "fonna", "innlandet"])
def test_words_of_danger_lead_first_to_what_is_acute(real, space: str) -> None:
    answers = real.browser.search(*IN_DANGER, typing=True, choice={"space": space} if space else {})
    first = {query: answer["hits"][0] for query, answer in zip(IN_DANGER, answers, strict=True)}
    right = {"akutt", *(f"{one}/{page}" for one in SPACES if space in ("", one) for page in ACUTE)}
    assert {query: hit["address"] for query, hit in first.items() if hit["address"] not in right} == {}
    assert [query for query, hit in first.items() if "113" not in hit.get("summary", "") and not hit["number"]] == []


CARRYING = (
    *("preeklampsi", "svangerskapsforgifting", "svangerskapsforgiftning hodepine", "gravid hovudverk flimring"),
    *("kvinne 34 uker høyt blodtrykk og hodepine", "gravid blodtrykk", "mindre liv gravid"),
)


@pytest.mark.parametrize(
    ("asked", "pages"),
    [
        (SICK_BABY, {"innlandet": "p-nyfodt-etter-hjemreise", "fonna": "p-barsel-heim"}),
        (CARRYING, {"innlandet": "p-henvisning-svangerskap", "fonna": "p-tilvising-svangerskap"}),
    ],
)
def test_danger_around_birth_leads_to_whom_to_ring_at_once(real, asked: Sequence[str], pages: dict[str, str]) -> None:
    for space, page in pages.items():
        answers = real.browser.search(*asked, typing=True, choice={"space": space})
        hits = [next(hit for hit in answer["hits"] if hit["address"] != "akutt") for answer in answers]
        assert {hit["address"] for hit in hits} == {f"{space}/{page}"}
        assert all("113" in hit["number"] and hit["answer"].startswith("straks") for hit in hits)


def test_a_birth_that_has_begun_leads_to_whom_to_ring(real) -> None:
    right = {"innlandet": {"p-folgetjeneste", "p-fodsel-transport"}, "fonna": {"p-folgjeteneste"}}
    for space, pages in right.items():
        first = [answer["hits"][0] for answer in real.browser.search(*IN_BIRTH, choice={"space": space})]
        assert {hit["address"].removeprefix(f"{space}/") for hit in first} <= pages
        assert all("113" in hit["number"] for hit in first)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("gutt 16 cannabis psykose", "p-akutt-bup"),
        ("psykose ungdom 17 år", "p-akutt-bup"),
        ("jente 15 hører stemmer", "p-akutt-bup"),
        ("mor med nyfødt vil dø", "p-akutt-psykisk"),
        ("kvinne 30 år vil ikke leve", "p-akutt-psykisk"),
        ("psykose", "p-akutt-psykisk"),
    ],
)
def test_the_young_are_led_to_the_service_that_takes_them_in(real, query: str, first: str) -> None:
    for space in SPACES:
        assert real.browser.pages(query, choice={"space": space})[0] == f"{space}/{first}"


def test_what_is_planned_taught_feared_or_past_is_no_danger(real) -> None:
    answers = real.browser.search(*NO_DANGER, typing=True, choice={"space": "innlandet"})
    first = {query: answer["hits"][0]["address"] for query, answer in zip(NO_DANGER, answers, strict=True)}
    acute = {"akutt", *(f"innlandet/{page}" for page in ACUTE), "innlandet/p-nyfodt-etter-hjemreise"}
    assert {query: page for query, page in first.items() if page in acute} == {}


@pytest.mark.parametrize("space", ["", *SPACES])
@pytest.mark.parametrize(
    "query",
    [
        "hun på 82 falt i natt og skal hjem med prekestol",
        "eldre uten pårørende heim",
        "pasienten bor alene og har ingen pårørende",
        "pårørande sliten",
        "sjuk baby heime",
    ],
)
def test_a_page_on_death_is_no_answer_to_who_does_not_speak_of_it(real, query: str, space: str) -> None:
    pages = real.browser.pages(query, choice={"space": space} if space else {})
    assert not {"innlandet/p-orientering-dodsfall", "fonna/p-dodsfall"} & set(pages[:3])


def test_of_several_dangers_the_pages_of_each_come_first_and_the_gravest_before_all(real) -> None:
    asked = {
        "vil dø": ["akutt", "innlandet/p-akutt-psykisk", "innlandet/p-akutt-bup"],  # the numbers, and no age is told
        "psykotisk mann hoftebrudd": ["akutt", "innlandet/p-innleggelse-ohjelp", "innlandet/p-akutt-psykisk"],
    }
    answers = real.browser.search(*asked, choice={"space": "innlandet"})
    assert [[hit["address"] for hit in answer["hits"][:3]] for answer in answers] == list(asked.values())


def test_what_is_about_a_danger_but_not_in_it_is_answered_as_ever(real) -> None:
    asked = {
        "følg opp etter selvmordsforsøk": "p-etter-selvmordsforsok",
        "etter et selvmordsforsøk": "p-etter-selvmordsforsok",
        "rehabilitering etter hjerneslag": "p-hjerneslag",
        "palliativ": "p-palliativ-plan",
        "vil dø hjemme": "p-palliasjon-kontakt",
        "forventet død": "p-orientering-dodsfall",
        "kriterier KAD sepsis": "p-kad-kriterier",
        "palliativ plan hjertestans": "p-palliativ-plan",
    }
    answers = real.browser.search(*asked, choice={"space": "innlandet"})
    first = [answer["hits"][0]["address"].removeprefix("innlandet/") for answer in answers]
    assert dict(zip(asked, first, strict=True)) == asked


DAY, NIGHT, EVENING, SUNDAY = (
    {"hour": hour, "weekend": weekend} for hour, weekend in ((10, False), (3, False), (21, False), (12, True))
)


@pytest.mark.parametrize(
    ("hours", "open_at"),
    [
        ("Hele døgnet", [DAY, NIGHT, EVENING, SUNDAY]),
        ("Hverdager 8–15.30", [DAY]),
        ("Alle dager 8–22", [DAY, EVENING, SUNDAY]),
        ("Alle dager, også kveld og helg", [DAY, EVENING, SUNDAY]),
        ("Kvardagar 15–8, helg og heilagdag heile døgnet", [NIGHT, EVENING, SUNDAY]),
    ],
)
def test_hours_tell_when_a_number_is_answered(real, hours: str, open_at: list[dict[str, object]]) -> None:
    times = [DAY, NIGHT, EVENING, SUNDAY]
    answers = real.browser.run("open", [[hours, time] for time in times])
    assert [time for time, is_open in zip(times, answers, strict=True) if is_open] == open_at


def test_offices_are_closed_on_public_holidays(real) -> None:
    """Good Friday and the other days that follow Easter too; Christmas Eve and New Year's Eve are working days."""
    off = """2026-01-01 2026-04-02 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-17 2026-05-25 2026-12-25 2026-12-26
        2027-01-01 2027-03-25 2027-03-26 2027-03-29 2027-05-01 2027-05-06 2027-05-17 2027-12-25 2027-12-26 2026-11-22"""
    working = """2026-04-01 2026-04-07 2026-04-30 2026-05-15 2026-05-26 2026-12-24 2026-12-31 2027-03-24 2027-03-30
        2027-05-07 2027-05-18 2027-12-24 2027-12-27 2027-12-31 2026-11-23"""
    for days, weekend in ((off.split(), True), (working.split(), False)):
        clocks = real.browser.run("clock", [f"{day}T10:00" for day in days])
        assert {day: clock["weekend"] for day, clock in zip(days, clocks, strict=True)} == dict.fromkeys(days, weekend)


@pytest.mark.parametrize(
    "query", ["konferere sjukehuslege", "pasienten døydde", "utskrivingsklar pasient", "suicidal ungdom"]
)
def test_what_holds_in_ones_own_helsefellesskap_comes_first_when_it_answers_as_well(real, query: str) -> None:
    first = real.browser.search(query, choice={"space": "fonna", "place": "Kvinnherad"})[0]["hits"][0]
    assert first["address"].startswith(("fonna/", "akutt"))


@pytest.mark.parametrize(
    ("query", "space", "role", "places"),
    [
        ("fødeavdeling nummer", "innlandet", "fodeavdeling", ["Elverum", "Gjøvik", "Lillehammer", "Tynset"]),
        ("telefon barneavdeling", "innlandet", "barneavdeling", ["Elverum", "Lillehammer"]),
        ("nummer til fødeavdelinga", "fonna", "fodeavdeling", ["Haugesund", "Stord"]),
        ("palliativt team", "fonna", "palliativt-team", ["Haugesund", "Stord"]),
        ("tildelingskontor telefon", "innlandet", "tildelingskontor", []),  # one in every kommune
    ],
)
def test_the_numbers_of_few_places_are_shown_when_none_is_chosen(real, query, space, role, places) -> None:
    hit = real.browser.search(query, choice={"space": space})[0]["hits"][0]
    assert (hit["address"], hit["anchor"]) == (f"{space}/oversikt/kontakter", role)
    shown = hit["number"].split(" · ") if hit["number"] else []
    assert len(shown) == len(places)
    assert all(place in one and "00 00" in one for place, one in zip(places, shown, strict=True))
