"""What tells of danger to life: the file that clinicians write, and how it is read. `test_answers.py` has what is found."""

import time
from pathlib import Path

import pytest
import yaml

from avtaleverk.search.dangers import WrongSigns, dangers, read

EXAMPLES = yaml.safe_load(Path(__file__).with_name("dangers.yml").read_text("utf-8"))
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


@pytest.mark.parametrize("text", ["pasient ", "puster svarer ", "blå ", "x", "får ikke tatt "])
def test_a_long_query_is_read_in_bounded_time(real, text: str) -> None:
    start = time.perf_counter()
    real.browser.run("dangers", [text * (LONG // len(text))])
    assert time.perf_counter() - start < 5
