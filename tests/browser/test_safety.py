"""Nothing that anyone writes runs in a reader's browser, and nothing leaves the site."""

import csv
import json
import shutil
import string
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from avtaleverk.site.finish import move_to
from avtaleverk.site.offline import offline_edition
from avtaleverk.site.policy import security_headers
from avtaleverk.site.verify import verify
from tests.browser.conftest import NewTab
from tests.browser.hostile import ATTACK, BEFORE, FORMULA, LINES, MARK, PROCEDURE, REFUSED, hostile
from tests.conftest import HERE, TODAY, Minimal
from tests.project import put_around, run
from tests.server import Quiet, served

UNDER = "/avtaler/under/"
PLAIN = frozenset(string.ascii_letters + string.digits + "._/-")


class Strict(Quiet):
    """Serves a site under a path, with the headers of the real server."""

    def end_headers(self) -> None:
        """The headers of every answer."""
        for name, value in security_headers().items():
            self.send_header(name, value)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """Only paths below the site's own exist."""
        if not path.startswith(UNDER):
            return str(Path(self.directory) / "finnes-ikke")
        return super().translate_path(path.removeprefix(UNDER[:-1]))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the hostile corpus."""
    root = tmp_path_factory.mktemp("uvel") / "prosjekt"
    shutil.copytree(HERE / "minimal", root)
    hostile(Minimal(root))
    put_around(root)
    done = run(root, "avtaleverk", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    move_to(root / "site", UNDER)
    return root / "site"


@pytest.fixture(scope="module")
def hostile_address(attacked: Path) -> Iterator[str]:
    with served(attacked, Strict) as address:
        yield address.removesuffix("/") + UNDER


@pytest.fixture(scope="module")
def moved(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built for a path below the root of the server."""
    folder = tmp_path_factory.mktemp("flyttet") / "site"
    shutil.copytree(site, folder)
    move_to(folder, UNDER)
    return folder


@pytest.fixture(scope="module")
def real_address(moved: Path) -> Iterator[str]:
    with served(moved, Strict) as address:
        yield address.removesuffix("/") + UNDER


def pages_of(folder: Path) -> list[str]:
    return [p.relative_to(folder).as_posix().removesuffix("index.html") for p in sorted(folder.rglob("*.html"))]


class Watch:
    """Records what a page requests and what the browser complains of."""

    def __init__(self, page: Page, address: str) -> None:
        self.outside: list[str] = []
        self.complaints: list[str] = []
        page.on(
            "request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else self.outside.append(r.url)
        )
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))


@pytest.mark.parametrize(("code", "line"), REFUSED, ids=lambda value: value[:20])
def test_what_could_be_followed_to_harm_is_stopped_at_the_door(minimal: Minimal, code: str, line: str) -> None:
    minimal.replace(PROCEDURE, BEFORE, f"{line}\n\n{BEFORE}")
    found = [(d.code, d.at.path) for d in minimal.check() if d.severity == "feil"]
    assert (code, "agreements/prove/prosedyrer/p-varsel.md") in found


@pytest.mark.parametrize(("word", "field"), [("kommunal akutt døgnenhet", "nb"), ("kommunal akutt døgneining", "nn")])
def test_no_attack_is_a_word_of_the_glossary(minimal: Minimal, word: str, field: str) -> None:
    attack = json.dumps(f"{FORMULA}{word} {ATTACK}", ensure_ascii=False)
    found = minimal.replace("agreements/register/ordliste.yml", word, attack).check()
    stopped = [d.message for d in found if (d.code, d.severity) == ("AV103", "feil")]
    assert len(stopped) == 1 and stopped[0].startswith(f"Feltet «{field}» er")


def test_the_hostile_site_is_whole_and_valid(attacked: Path) -> None:
    """Except for the links in the footer, to guidance that the small corpus does not have."""
    assert [str(problem) for problem in verify(attacked) if "fører ingen steder" not in problem.what] == []


def test_no_attack_runs_on_any_page_even_without_the_policy(
    attacked: Path, hostile_address: str, new_tab: NewTab
) -> None:
    with new_tab(hostile_address, bypass_csp=True) as page:
        watch = Watch(page, hostile_address)
        for path in pages_of(attacked):
            page.goto(hostile_address + quote(path), wait_until="load")
            assert page.evaluate("top.uvel") is None, path
            assert page.locator("main img, svg[onload], [onerror], [onclick], iframe").count() == 0, path
            for event in ("mouseover", "focus", "click"):
                page.evaluate(
                    "e => document.querySelectorAll('main *').forEach(x => x.dispatchEvent(new Event(e)))", event
                )
            assert page.evaluate("top.uvel") is None, path
        assert watch.outside == []


def test_no_attack_is_lost(hostile_address: str, new_tab: NewTab) -> None:
    with new_tab(hostile_address) as page:
        page.goto(hostile_address + "prove/p-varsel/")
        assert ATTACK in page.title()
        shown = page.evaluate("document.body.textContent")
        for line in (*LINES[:3], "{{ config }}", '--8<-- "mkdocs.yml"', "<!-- uvel -->", "=cmd|'/c calc'!A1"):
            assert line in shown, line
        assert shown.count(ATTACK) > 5


def test_no_attack_breaks_or_is_lost_in_the_files_for_other_programs(attacked: Path) -> None:
    everything = json.loads((attacked / "alle.json").read_bytes())
    titles = [document["tittel"] for document in everything["dokumenter"]]
    assert titles
    assert all(title.startswith(FORMULA) and title.endswith(ATTACK) for title in titles)
    assert json.loads((attacked / "status.json").read_bytes())["documents"] == len(titles)
    cells = [
        cell
        for path in sorted(attacked.rglob("*.csv"))
        for row in csv.reader(path.read_text("utf-8-sig").splitlines(keepends=True), delimiter=";")
        for cell in row
    ]
    assert sum(cell.startswith(f"'{FORMULA}") and ATTACK in cell for cell in cells) > 3
    assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    configuration = ElementTree.fromstring((attacked / "web.config").read_bytes())
    assert ATTACK not in "".join(configuration.itertext())
    assert all(set(path.relative_to(attacked).as_posix()) <= PLAIN for path in attacked.rglob("*"))


def test_no_attack_runs_in_the_offline_edition(
    attacked: Path, tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> None:
    folder = offline_edition(attacked, tmp_path_factory.mktemp("uvel-disk"), TODAY)
    with browser.new_context() as context:
        page = context.new_page()
        watch = Watch(page, "file:")
        for path in ("index.html", "prove/p-varsel/index.html", "a-aa/index.html", "drift/index.html"):
            page.goto((folder / path).as_uri())
            page.locator("[data-sok-input]").first.fill("uvel")
            page.locator("[data-sok] a, [role=option]").first.wait_for()
            assert page.evaluate("top.uvel") is None, path
            assert page.locator("[data-sok] img, main img").count() == 0, path
        assert watch.outside == []


def test_no_attack_runs_in_the_search(hostile_address: str, new_tab: NewTab) -> None:
    with new_tab(hostile_address, bypass_csp=True) as page:
        watch = Watch(page, hostile_address)
        page.goto(hostile_address)
        for words in ("uvel", "varsel", f"<img src=x onerror={MARK}>", '"><script>top.uvel=1</script>', ATTACK):
            page.locator("[data-sok-input]").first.fill(words)
            page.wait_for_timeout(400)
            assert page.evaluate("top.uvel") is None, words
        page.goto(hostile_address + "sok/#q=" + quote("uvel"))
        page.locator("#treff a, [data-sok] a").first.wait_for()
        assert page.locator("[data-sok] img").count() == 0
        page.goto(hostile_address + "sok/#q=" + quote(f"<img src=x onerror={MARK}>"))
        page.wait_for_timeout(400)
        assert page.evaluate("top.uvel") is None
        assert watch.outside == []


def test_no_page_asks_for_anything_elsewhere_or_breaks_the_policy(
    site: Path, real_address: str, new_tab: NewTab
) -> None:
    """One page of each kind: printed, in the dark theme, and while searching; requests elsewhere are blocked."""
    kinds: dict[str, str] = {}
    for path in pages_of(site):
        html = (site / path / "index.html" if path.endswith("/") or not path else site / path).read_text("utf-8")
        kinds.setdefault(html.partition('data-slag="')[2].partition('"')[0], path)
    assert len(kinds) > 6
    with new_tab(real_address) as page:
        watch = Watch(page, real_address)
        for path in [p for p in kinds.values() if p != "404.html"]:
            page.goto(real_address + quote(path), wait_until="load")
            page.emulate_media(media="print")
            page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
            page.emulate_media(media="screen", color_scheme="dark")
            field = page.locator("[data-sok-input]:visible")
            if field.count():
                field.first.fill("hemmelig pasientord")
                page.wait_for_timeout(300)
                field.first.press("Enter")
                page.wait_for_timeout(300)
        assert watch.outside == []
        assert watch.complaints == []


def test_what_is_searched_for_is_in_no_address_that_is_sent(real_address: str, new_tab: NewTab) -> None:
    with new_tab(real_address) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.extend([request.url, str(request.headers), request.post_data or ""]))
        page.goto(real_address)
        page.locator("[data-sok-input]:visible").first.fill("hemmeligord")
        page.wait_for_timeout(500)
        page.locator("[data-sok-input]:visible").first.press("Enter")
        page.wait_for_timeout(500)
        page.goto(real_address + "frister/")
        assert asked
        assert [line for line in asked if "hemmeligord" in line.split("#")[0]] == []


def test_the_policy_holds_what_it_promises(real_address: str, new_tab: NewTab) -> None:
    with new_tab(real_address) as page:
        page.goto(real_address)
        page.evaluate(
            "const s = document.createElement('script'); s.textContent = 'top.uvel=1'; document.body.append(s)"
        )
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=top.uvel=1>')")
        page.wait_for_timeout(200)
        assert page.evaluate("top.uvel") is None
        assert page.evaluate("fetch('https://uvel.example/').then(() => 1, () => 0)") == 0
