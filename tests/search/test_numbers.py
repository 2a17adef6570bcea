"""The number in a hit is that of who answers, at the time when one would ring."""

import re

import pytest


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
        ("helsestasjon lørdag elverum", "Helsestasjon: stengt, Hverdager 8–15.30"),
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


DAY, NIGHT, EVENING, SUNDAY = (
    {"hour": hour, "weekend": weekend} for hour, weekend in ((10, False), (3, False), (21, False), (12, True))
)


def test_a_number_that_answers_for_several_roles_is_told_once(real) -> None:
    """At night the legevakt answers for the doctor's office too."""
    asked, choice = "pasienten heime blir dårlegare", {"space": "fonna", "place": "Stord"}
    hits = [real.browser.search(asked, choice=choice, now=now)[0]["hits"][0] for now in (NIGHT, DAY)]
    assert {hit["address"] for hit in hits} == {"fonna/p-forverring-heime"}
    assert [hit["number"].count("116 117") for hit in hits] == [1, 1]
    assert "Fastlege (Stord): 00 00" in hits[1]["number"]


def test_nobody_is_told_to_ring_oneself(real) -> None:
    told = {}
    for role in ("sykepleier-sengepost", "sykepleier-hjemmetjenesten"):
        choice = {"space": "fonna", "place": "Karmøy", "role": role}
        told[role] = real.browser.search("manglar medisin", choice=choice)[0]["hits"][0]["number"]
    assert told["sykepleier-sengepost"].startswith("Sjukepleiar i heimetenesta (Karmøy): 00 00 50 23")
    assert told["sykepleier-hjemmetjenesten"].startswith("Sjukepleiar på sengepost, Haugesund sjukehus (Karmøy): 00 00")


def test_a_hit_tells_no_number_of_another_helsefellesskap(real) -> None:
    hits = [hit for answer in real.browser.search("dps stord", "hjerneslag haugesund") for hit in answer["hits"]]
    assert {hit["space"] for hit in hits if " (Stord): " in hit.get("number", "")} == {"fonna"}
    assert [hit["number"] for hit in hits if hit.get("space") == "innlandet" and "(" in hit.get("number", "")] == []


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
        (
            "følgjeteneste",  # the page says to ring 113 first when the child is on its way
            "Suldal",
            "AMK-sentral: 113, Heile døgnet · Fødeavdeling, Haugesund sjukehus (Suldal): 00 00 54 07, Heile døgnet",
        ),
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


def test_who_rings_the_hospital_of_a_town_gets_the_switchboard(real) -> None:
    for answer in real.browser.search("Gjøvik sykehus telefon", "nummer til sykehuset på Hamar"):
        assert answer["hits"][0]["number"] == "Sykehusets sentralbord: 00 00 21 01, Hele døgnet"


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
