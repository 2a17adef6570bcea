"""Maps: every box is a link with words, and nothing carries a style of its own."""

from xml.etree import ElementTree

from tests.conftest import Minimal

PATHWAY = """---
id: f-hjem
tittel: Trygt hjem
type: forlop
steg:
  - {nr: "1", tittel: Varslet, dokumenter: [p-varsel]}
  - {nr: "2", tittel: Hjemme & trygg, dokumenter: [p-borte]}
---
"""


def maps(minimal: Minimal) -> dict[str, ElementTree.Element]:
    page = minimal.pages()["prove/oversikt/kart"]
    return {block.heading.anchor: ElementTree.fromstring(str(block.html)) for block in page.blocks if block.heading}


def test_every_organ_is_a_box_that_leads_to_it(minimal: Minimal) -> None:
    picture = maps(minimal)["organer"]
    assert picture.get("aria-label") == "Nivåer og organer"
    assert {(a.get("href"), a.get("aria-label")) for a in picture.iter("a")} == {
        ("../../organer/#ssu", "Strategisk samarbeidsutvalg"),
        ("../../organer/#fsu", "Faglig samarbeidsutvalg"),
        ("../../organer/#kommunestyre", "Kommunestyret"),
        ("../../organer/#hf-styre", "Styret"),
    }


def test_a_long_name_stands_on_lines_below_each_other_inside_its_box(minimal: Minimal) -> None:
    minimal.replace("helsefellesskap.yml", "navn: Styret", "navn: Styret for alle sykehusene i hele området")
    [box] = [a for a in maps(minimal)["organer"].iter("a") if a.get("href") == "../../organer/#hf-styre"]
    lines = {text.text: int(str(text.get("y"))) for text in box.iter("text")}
    assert list(lines) == ["Styret for alle", "sykehusene i hele området"]
    frame = next(box.iter("rect"))
    top, height = int(str(frame.get("y"))), int(str(frame.get("height")))
    assert top < lines["Styret for alle"] < lines["sykehusene i hele området"] < top + height


def test_the_levels_stand_from_top_to_bottom(minimal: Minimal) -> None:
    levels = [text.text for text in maps(minimal)["organer"].iter("text") if text.get("class") == "niva"]
    assert levels == [
        "Vedtar den overordnede avtalen",
        "Strategisk nivå: vedtar delavtaler",
        "Faglig nivå: lager prosedyrer",
    ]


def test_a_pathway_leads_to_its_procedures(minimal: Minimal) -> None:
    picture = maps(minimal.write("forlop/f-hjem.md", PATHWAY))["f-hjem"]
    assert [a.get("href") for a in picture.iter("a")] == ["../../p-varsel/", "../../f-hjem/"]
    assert "2 Hjemme & trygg" in [text.text for text in picture.iter("text")]
    for link in picture.iter("a"):
        top, height = (int(str(next(link.iter("rect")).get(key))) for key in ("y", "height"))
        assert all(top < int(str(text.get("y"))) < top + height for text in link.iter("text"))


def test_no_box_lies_over_another_and_none_outside(minimal: Minimal) -> None:
    for picture in maps(minimal.write("forlop/f-hjem.md", PATHWAY)).values():
        _, _, width, height = map(int, str(picture.get("viewBox")).split())
        taken: list[tuple[int, int, int, int]] = []
        for box in (rect for rect in picture.iter("rect") if rect.get("class") != "ramme-steg"):
            x, y, w, h = (int(str(box.get(key))) for key in ("x", "y", "width", "height"))
            assert x >= 0 and x + w <= width and y >= 0 and y + h <= height
            assert all(x + w <= left or right <= x or y + h <= top or low <= y for left, top, right, low in taken)
            taken.append((x, y, x + w, y + h))


def test_a_map_carries_no_style_and_no_script(minimal: Minimal) -> None:
    for picture in maps(minimal).values():
        assert all("style" not in element.attrib and element.tag != "script" for element in picture.iter())
