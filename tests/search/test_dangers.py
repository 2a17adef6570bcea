"""What tells of danger to life: the file that clinicians write, how it is read, and what is found."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from avtaleverk.search.dangers import WrongSigns, dangers, read
from avtaleverk.search.gate import gate

QUESTIONS = yaml.safe_load(Path(__file__).with_name("questions.yml").read_text("utf-8"))
EXAMPLES = yaml.safe_load(Path(__file__).with_name("dangers.yml").read_text("utf-8"))
IN_DANGER, NO_DANGER, SICK_BABY, IN_BIRTH = EXAMPLES.values()
LONG = 10_000  # characters

SMALL = """
ord:
  kontor: lege*
  person: pasient*, bruker*
aldri: kurs
bare_selvmord: frykt
alder: {voksen: mann}
farer:
- om: Pust
  leder_til: fare
  tegn: |
    # Norsk og polsk
    puster ikke  # gisper
    <person> .. blå/grå
"""


@pytest.mark.parametrize(
    ("line", "stems"),
    [
        ("våkner ikke", "våkn ikk "),
        ("får/fikk (ikke) luft", "(får|fikk) (ikk )?luft "),
        ("*krampe*", "*kramp(e*)? "),
        ("<person> -- svarer ikke !på/av", "<person>--svar ikk (?!(på|av) )"),
        ("<person>/hun . blå", "(<person>|hun ).blå "),
        ("^ livløs $", "^livløs? $"),
        ("puls 130–299", r"puls (1[3-9]\d|2\d\d) "),
        ("bs 0–3", "bs [0-3] "),
    ],
)
def test_a_line_is_read_in_stems(line: str, stems: str) -> None:
    found = read(yaml.safe_load(f"{SMALL}    {line}\n"))
    assert found.each[0].parts[0][line] == stems


@pytest.mark.parametrize(
    ("was", "now", "fault"),
    [
        ("puster ikke", "<dyr> ikke", "Pust: «<dyr> ikke»: «dyr» står ikke under «ord»"),
        ("puster ikke", "(ikke) ..", "Pust: «(ikke) ..» må ha minst ett ord som ikke kan mangle"),
        ("puster ikke", "puster|gisper", "Pust: «puster|gisper»: «puster|gisper» er ikke et ord med små bokstaver"),
        ("puster ikke", "<person> .. blå/grå", "Pust: «<person> .. blå/grå» står to ganger"),
        ("<person> .. blå/grå", "blå", "ord: ingen bruker «person»"),
        (
            "leder_til: fare",
            "leder_til: lege",
            "Pust: «leder_til» må være selvmord, fare, skade, fodsel, voksen, nyfodt",
        ),
        ("leder_til: fare", "leder_til: fare\n  hvis: natt", "Pust: ukjent felt «hvis»"),
        ("ord:", "grupper:", "mangler «ord»"),
        ("tegn:", "alle_av: []\n  tegn:", "Pust: må ha enten «tegn» eller «alle_av»"),
    ],
)
def test_what_cannot_be_understood_is_told(was: str, now: str, fault: str) -> None:
    with pytest.raises(WrongSigns) as told:
        read(yaml.safe_load(SMALL.replace(was, now)))
    assert f"farer.yml: {fault}" in str(told.value)


def test_a_sign_stands_under_one_danger_alone() -> None:
    again = "- {om: Luft, leder_til: fare, tegn: puster ikke}\n"
    with pytest.raises(WrongSigns, match="Luft: «puster ikke» står også under «Pust»"):
        read(yaml.safe_load(SMALL + again))


def test_every_line_is_said_in_an_example(real) -> None:
    found = dangers()
    blocks = [block for danger in found.each for block in (danger.unless, *danger.parts)]
    lines = {
        line: sign
        for block in (found.never, found.feared, *found.ages.values(), *blocks)
        for line, sign in block.items()
    }
    queries = [query for examples in EXAMPLES.values() for query in examples]
    (said,) = real.browser.run("said", [{"ways": list(lines.values()), "queries": queries}])
    assert [line for line, is_said in zip(lines, said, strict=True) if not is_said] == []


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("våkner ikke", "våkn"),
        ("får/fikk (ikke) luft", "luft"),
        ("krampe*", "kramp*"),
        ("<person> -- svarer ikke !på/av", "svar"),
        ("hun/<person> luft", "luft"),
        ("^ livløs $", "livlø*"),
        ("puls 130–299", "puls"),
    ],
)
def test_the_gate_has_a_word_that_a_line_needs(line: str, word: str) -> None:
    found = gate(read(yaml.safe_load(SMALL.replace("puster ikke", line))))
    assert found == f"({'|'.join(sorted(['bruk*', 'pasie*', word]))}) "


def test_the_gate_lets_every_danger_in_and_few_other_queries(real) -> None:
    queries = [query for examples in EXAMPLES.values() for query in examples]
    assert real.browser.run("dangers", queries) == real.browser.run("ungated", queries)
    fetched = real.browser.run("fetched", list(QUESTIONS))
    assert sum("farer.json" in one["names"] for one in fetched) < len(QUESTIONS) * 0.3


@pytest.mark.parametrize("text", ["pasient ", "puster svarer ", "blå ", "x", "får ikke tatt "])
def test_a_long_query_is_read_in_bounded_time(real, text: str) -> None:
    start = time.perf_counter()
    real.browser.run("dangers", [text * (LONG // len(text))])
    assert time.perf_counter() - start < 5


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


@pytest.mark.parametrize("query", ["akuttmottak", "amk", "ringe legevakt", "suicidal ungdom"])
def test_what_is_acute_has_a_number_among_the_first_hits(real, query: str) -> None:
    choice = {"space": "innlandet", "place": "Sykehuset Innlandet Hamar"}
    hits = real.browser.search(query, choice=choice)[0]["hits"]
    assert any(hit.get("number") or hit["address"] == "akutt" for hit in hits[:3])


SPACES, ACUTE = ("innlandet", "fonna"), ("p-akutt-psykisk", "p-akutt-bup")


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
