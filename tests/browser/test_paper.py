"""On paper: every word and number of the page, links written out, empty boxes, one sheet for a role."""

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Page, Route
from pypdf import PdfReader

from tests.browser.conftest import NewTab
from tests.conftest import ROOT

NAME = "p-melding-utskrivningsklar"
PAGES = (f"innlandet/{NAME}/", "innlandet/s-utreise/", "innlandet/da05/", "frister/", "innlandet/")

SMALLEST_TYPE = 8.0


def printed(page: Page, path: str) -> PdfReader:
    """The page as it comes out on A4."""
    page.goto(path)
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text_of(pdf: PdfReader) -> str:
    """The text of the sheets, without page numbers and spaces: a line may break within a word."""
    return bare("".join(re.sub(r"^\d+ / \d+\s", "", sheet.extract_text()) for sheet in pdf.pages))


def bare(text: str) -> str:
    """The letters and digits alone, with ligatures decomposed."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def smallest_type(pdf: PdfReader) -> float:
    """The size in points of the smallest letters on the sheets."""
    sizes: list[float] = []

    def see(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.append(round(abs(size * tm[3] * cm[3]), 1))

    for sheet in pdf.pages:
        sheet.extract_text(visitor_text=see)
    return min(sizes)


@pytest.mark.parametrize("path", PAGES)
def test_every_word_and_number_is_on_the_paper(desktop: Page, path: str) -> None:
    paper = text_of(printed(desktop, path))
    desktop.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")
    words = """() => [...document.querySelectorAll('main .tekst :is(p, li, td, dt, dd, h2, h3, strong)')]
      .filter((e) => !e.querySelector('p, li, td, dd, a, select, button') && !e.closest('.velg-sted, .verktoy, .sider'))
      .flatMap((e) => e.textContent.split(/(?<=[.:])\\s/))"""
    missing = [text for text in desktop.evaluate(words) if bare(text) not in paper]
    assert missing == []


def test_what_is_folded_on_the_screen_is_open_on_the_paper(desktop: Page) -> None:
    paper = text_of(printed(desktop, PAGES[0]))
    assert "00001001" in paper and "00001042" in paper
    assert desktop.locator("main details[open]:not(.innhold-liste details)").count() == 0


def test_every_letter_is_unfolded_on_the_paper_also_without_scripts(new_tab: NewTab, address: str) -> None:
    with new_tab(address, java_script_enabled=False) as page:
        assert 20 < len(printed(page, "a-aa/").pages) < 40  # folded, they fill two


@pytest.mark.parametrize(
    ("place", "page", "words"),
    [
        ("3403", PAGES[0], "Arket har bare numrene for Hamar."),
        ("4613", "fonna/p-melding-utskrivingsklar/", "Arket har berre numra for Bømlo."),
    ],
)
def test_with_a_place_chosen_only_its_numbers_are_printed(desktop: Page, place: str, page: str, words: str) -> None:
    desktop.goto(f"./#kommune={place}")
    desktop.locator(".for-deg").wait_for()
    paper = text_of(printed(desktop, page))
    assert bare(words) in paper
    own = desktop.locator("[data-min-kontakt] a").first.text_content() or ""
    others = desktop.locator(".kontakt tr[data-sted]:not(.mitt) a").first.text_content() or ""
    assert bare(own) in paper and bare(others) not in paper


def test_who_opens_the_list_of_numbers_gets_it_on_the_paper(desktop: Page) -> None:
    desktop.goto("./#kommune=3403")
    desktop.locator(".for-deg").wait_for()
    desktop.goto(PAGES[0])
    for folded in desktop.locator(".kontakt summary").all():
        folded.click()
    paper = text_of(PdfReader(io.BytesIO(desktop.pdf(prefer_css_page_size=True))))
    assert "00001001" in paper and "00001042" in paper and "Arkethar" not in paper


def test_the_note_on_numbers_stands_before_all_of_them_and_says_whose(desktop: Page) -> None:
    desktop.goto("./#kommune=3403")
    desktop.locator(".for-deg").wait_for()
    paper = text_of(printed(desktop, "innlandet/p-lar/"))
    whose = "Kommunens tjeneste for psykisk helse og rus, Apotek, Sykehuslege"
    note = bare(f"Arket har bare numrene for Hamar og Sykehuset Innlandet Hamar ({whose}).")
    assert note in paper and paper.index(note) < paper.index("00001988")


def test_the_head_of_a_table_is_on_every_sheet_and_its_words_are_whole(desktop: Page) -> None:
    sheets = [sheet.extract_text() for sheet in printed(desktop, "frister/").pages]
    assert len(sheets) > 5
    with_rows = [text for text in sheets if re.search("Delavtale|Tenesteavtale", text)]
    assert [text for text in with_rows if "Kven" not in text and "Hvem" not in text] == []
    assert [text for text in ("7 dager", "utskrivning", "30 minutter") if text not in "".join(sheets)] == []


def test_a_row_with_many_documents_does_not_fill_sheets(desktop: Page) -> None:
    assert len(printed(desktop, "innlandet/oversikt/krav/").pages) <= 4


def test_no_line_runs_through_the_numbers(desktop: Page) -> None:
    desktop.goto(PAGES[0])
    desktop.emulate_media(media="print")
    cell = desktop.locator(".kontakt td").first
    assert cell.evaluate("cell => [getComputedStyle(cell).borderTopWidth, getComputedStyle(cell).display]") == [
        "0px",
        "block",
    ]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("https://avtaler.hf.example/sti/", "https://avtaler.hf.example/sti/innlandet/p-vilkar-utskrivningsklar/"),
        ("Avtaleverk/", "Avtaleverk/innlandet/p-vilkar-utskrivningsklar/"),  # the site has not been given an address
    ],
)
def test_links_are_written_out_below_the_address_of_the_site(desktop: Page, given: str, shown: str) -> None:
    def with_address(route: Route) -> None:
        page = re.sub(r'(?<=data-adresse=")[^"]*', given, route.fetch().text())
        route.fulfill(body=page, content_type="text/html")

    desktop.route(f"**/{PAGES[0]}", with_address)
    paper = text_of(printed(desktop, PAGES[0]))
    assert f"1.{shown}" in paper
    assert "127.0.0.1" not in paper and "mailto:" not in paper


def test_paper_says_which_edition_it_is(desktop: Page) -> None:
    paper = text_of(printed(desktop, PAGES[0]))
    build = desktop.get_attribute("meta[name=build]", "content")
    [version] = re.findall(
        r'(?m)^versjon: "(.*)"$', (ROOT / "agreements/innlandet/prosedyrer" / f"{NAME}.md").read_text()
    )
    for mark in (
        f"Utgave{build}",
        f"innlandet/{NAME}",
        f"Versjon{version}",
        "Skrevetut",
        "Gjeldendeutgave:https://",
    ):
        assert mark in paper
    assert desktop.locator(".papir svg[role=img]").count() == 1


def test_a_printed_test_has_its_alternatives_and_the_answers_on_a_sheet_of_their_own(desktop: Page) -> None:
    desktop.goto("innlandet/kjenner-du-avtalen/fastlege/")
    options = desktop.locator(".selvtest fieldset li").all_inner_texts()
    tenth = bare(desktop.locator(".selvtest legend").nth(9).inner_text())
    sheets = [bare(sheet.extract_text()) for sheet in printed(desktop, desktop.url).pages]
    answers = next(n for n, sheet in enumerate(sheets) if "Detståri" in sheet)
    questions = "".join(sheets[:answers])
    assert answers > 0 and f"10.{tenth}" in questions and "10." in sheets[answers]
    assert len(options) > 20 and [option for option in options if bare(option) not in questions] == []
    assert "Visvaret" not in questions


def test_every_map_begins_under_its_heading(desktop: Page) -> None:
    sheets = [sheet.extract_text() for sheet in printed(desktop, "innlandet/oversikt/kart/").pages]
    assert len(sheets) == desktop.locator(".kart").count()
    assert "Partnerskapsmøtet" in sheets[0] and "Utgave" in sheets[-1]


def test_every_sheet_of_the_emergency_page_says_of_which_edition_it_is(desktop: Page) -> None:
    sheets = [bare(sheet.extract_text()) for sheet in printed(desktop, "akutt/").pages]
    build = desktop.get_attribute("meta[name=build]", "content")
    assert len(sheets) == 2
    assert [s for s in sheets if f"Utgave{build}" not in s or "https://" not in s or "Utgavenerlaget" not in s] == []


def test_boxes_are_empty_on_the_paper(desktop: Page) -> None:
    desktop.goto("innlandet/s-utreise/")
    desktop.locator("main [type=checkbox]").first.check()
    desktop.emulate_media(media="print")
    box = "getComputedStyle(document.querySelector('main [type=checkbox]'))"
    assert desktop.evaluate(f"{box}.appearance") == "none"
    assert desktop.evaluate(f"{box}.backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("space", ["innlandet", "fonna"])
def test_every_role_sheet_is_one_sheet(desktop: Page, space: str) -> None:
    desktop.goto(f"{space}/")
    sheets = desktop.eval_on_selector_all(".fliser a", "links => links.map((a) => a.href)")
    assert len(sheets) == 15
    papers = {sheet: printed(desktop, sheet) for sheet in sheets}
    assert [sheet for sheet, paper in papers.items() if len(paper.pages) != 1] == []
    assert [(sheet, size) for sheet, paper in papers.items() if (size := smallest_type(paper)) < SMALLEST_TYPE] == []


def test_a_binder_has_contents_and_a_sheet_for_each_procedure(desktop: Page) -> None:
    pdf = printed(desktop, "fonna/perm-jordmor/")
    titles = desktop.eval_on_selector_all(".permliste li > a", "links => links.map((a) => a.textContent)")
    assert len(titles) == 4
    first = text_of(pdf)
    assert [title for title in titles if first.count(bare(title)) < 2] == []
    assert len(pdf.pages) > len(titles)


def test_a_binder_leads_only_to_places_that_are_there(desktop: Page) -> None:
    desktop.goto("innlandet/perm-jordmor/")
    lost = "[...document.querySelectorAll('main a[href^=\"#\"]')].filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map((a) => a.hash)"
    assert desktop.evaluate(lost) == []
    doubles = "(() => { const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); })()"
    assert desktop.evaluate(doubles) == []
