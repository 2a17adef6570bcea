"""`verify` names what is wrong with a finished site, file by file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from avtaleverk.cli import main
from avtaleverk.site.finish import Lost, NoPath, finish, move_to
from avtaleverk.site.manifest import Manifest
from avtaleverk.site.verify import verify
from tests.small_site import AGREEMENT, make_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


def problems(site: Path) -> list[str]:
    return [str(problem) for problem in verify(site)]


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    """A change to a file of the site after it was built."""

    def change(site: Path) -> None:
        text = (site / path).read_text(encoding="utf-8")
        assert old in text
        (site / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


def test_a_whole_site_has_no_problems(site: Path) -> None:
    assert problems(site) == []
    assert main(["verify", str(site)]) == 0


def test_a_site_that_is_finished_twice_has_no_problems(site: Path) -> None:
    before = (site / "manifest.json").read_bytes()
    finish(site, site.with_name("site.expected.json"), "")
    assert (site / "manifest.json").read_bytes() == before
    assert problems(site) == []


def test_a_site_under_another_path_has_no_problems(site: Path) -> None:
    move_to(site, "/avtaler/")
    assert 'href="/avtaler/assets/stil.' in (site / "404.html").read_text(encoding="utf-8")
    assert problems(site) == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda site: (site / "da05/index.html").unlink(), "da05/index.html: siden mangler"),
        (lambda site: (site / "da05/index.html").unlink(), "index.html: lenken til da05/index.html fører ingen steder"),
        (lambda site: (site / "ny.html").write_text("x"), "ny.html: er ikke laget av byggingen"),
        (lambda site: (site / "lenke.txt").symlink_to("/etc/passwd"), "lenke.txt: er en symbolsk lenke"),
        (lambda site: (site / "status.json").write_text("{"), "status.json: mangler eller er skadet"),
        (lambda site: (site / "manifest.json").write_text("[]"), "manifest.json: mangler eller er skadet. Bygg nettstedet på nytt."),
        (edit("index.html", "#4.3", "#4.4"), "index.html: lenken til da05/index.html#4.4 fører til et anker som ikke finnes"),
        (edit("da05/index.html", "24 timer", "48 timer"), "da05/index.html: har et annet innhold enn det som ble bygget"),
        (edit("da05/index.html", 'id="4.3"', 'id="4.4"'), "da05/index.html: ankeret «4.3» mangler"),
        (edit("da05/index.html", "<h1>", '<h1 id="4.3">'), "da05/index.html: id-en «4.3» er brukt flere ganger"),
        (edit("da05/index.html", "</p></main>", "</em></p></main>"), "da05/index.html: HTML-feil: Found special tag while closing generic tag"),
        (edit("index.html", 'lang="nb"', ""), "index.html: språket er ikke oppgitt"),
        (edit("index.html", "<footer>Bunn</footer>", ""), "index.html: mangler <footer>"),
        (edit("index.html", "<h1>Side</h1>", ""), "index.html: har 0 <h1>, ikke ett"),
        (edit("index.html", 'content="b1"', 'content="b0"'), "index.html: er fra en annen bygging (b0)"),
        (edit("index.html", "script-src 'self'", "script-src *"), "index.html: mangler den rette Content-Security-Policy"),
        (edit("index.html", "<h1>", '<img src="https://x.example/1.png" alt=""><h1>'), "index.html: henter https://x.example/1.png fra et annet sted"),
        (edit("index.html", "<h1>", '<img src="//x.example/1.png" alt=""><h1>'), "index.html: henter //x.example/1.png fra et annet sted"),
        (edit("index.html", "</title>", '</title><link rel="stylesheet" href="https://x.example/1.css">'), "index.html: henter https://x.example/1.css fra et annet sted"),
        (edit("index.html", "<h1>", "<script>alert(1)</script><h1>"), "index.html: innebygd skript"),
        (edit("index.html", "<h1>", '<h1 onclick="x()">'), "index.html: attributtet onclick på <h1> skal ikke forekomme"),
        (edit("index.html", "<h1>", '<h1 style="color:red">'), "index.html: attributtet style på <h1> skal ikke forekomme"),
        (edit("index.html", "<h1>", '<a href="java&#10;script:x()">x</a><h1>'), "index.html: adressen 'java\\nscript:x()' på <a> kan kjøre kode"),
        (edit("index.html", 'href="da05/#4.3"', 'href="../../etc/"'), "index.html: lenken til ../../etc/ fører ingen steder"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(site: Path, spoil: Callable[[Path], object], said: str) -> None:
    spoil(site)
    assert said in problems(site)
    assert main(["verify", str(site)]) == 1


def test_an_index_of_another_build_is_named(tmp_path: Path) -> None:
    site = tmp_path / "site"
    index = site / "assets/sok/0123456789abcdef/base.json"
    index.parent.mkdir(parents=True)
    index.write_text('{"build": "b0"}')
    said = problems(make_site(site))
    assert said == ["assets/sok/0123456789abcdef/base.json: er fra en annen bygging (b0)"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("a+b.txt", "har et navn som ikke alle tjenere viser"), ("nul.txt", "har et navn som ikke alle tjenere viser"),
     ("da05/aux/x.txt", "har et navn som ikke alle tjenere viser"), ("æ.txt", "har et navn som ikke alle tjenere viser"),
     ("x.php", "er av et slag som tjenerne ikke er satt opp for")],
)  # fmt: skip
def test_what_a_server_would_not_show_is_named(tmp_path: Path, name: str, said: str) -> None:
    file = tmp_path / "site" / name
    file.parent.mkdir(parents=True)
    file.write_text("x")
    assert problems(make_site(tmp_path / "site")) == [f"{name}: {said}"]


def test_a_former_address_must_lead_to_a_page(tmp_path: Path) -> None:
    said = problems(make_site(tmp_path / "site", redirects={"gammel": "borte"}))
    assert said == ["gammel/index.html: flyttet til borte, som ikke finnes"]


@pytest.mark.parametrize("address", ["x; return 200", "x {", "../x", "x\n", 'x"', "$uri", "", "/x", "X"])
def test_a_former_address_that_a_server_could_misread_is_refused(tmp_path: Path, address: str) -> None:
    for moved in ({address: "da05"}, {"gammel": address}):
        with pytest.raises(ValueError, match="ikke er adressen til en side"):
            make_site(tmp_path / "site", redirects=moved)


def test_a_damaged_twin_is_named(site: Path) -> None:
    (site / "index.html.gz").write_bytes((site / "da05/index.html.gz").read_bytes())
    (site / "index.html.br").write_bytes(b"\0")
    said = problems(site)
    assert "index.html.gz: har et annet innhold enn filen den er en komprimert utgave av" in said
    assert any(line.startswith("index.html.br: kan ikke leses") for line in said)


def test_an_asset_must_be_what_its_name_says(site: Path) -> None:
    (style,) = (site / "assets").glob("*.css")
    style.write_text("p{color:blue}")
    assert f"assets/{style.name}: har et annet innhold enn navnet sier" in problems(site)


def test_a_page_that_the_generator_lost_stops_the_build(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    expected = tmp_path / "expected.json"
    expected.write_bytes(Manifest("b1", {"": (), "borte/side": ()}, {}).to_json())
    with pytest.raises(NoPath, match="Skriv stien med"):
        finish(site, expected, "https://x.no/a { return 200; }/")
    with pytest.raises(Lost, match="borte/side"):
        finish(site, expected, "")


def test_the_manifest_holds_every_file_and_anchor(site: Path) -> None:
    manifest = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["pages"] == {"": ["topp"], "da05": ["4.3"]}
    assert {"index.html", "da05/index.html", "404.html", "status.json", "web.config"} < manifest["files"].keys()


def test_many_pages_are_read_in_parallel(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", agreement=AGREEMENT + '<p id="x"></p>' * 2)
    for n in range(300):
        (site / f"fremmed{n}.txt").write_text("x")
    said = problems(site)
    assert "da05/index.html: id-en «x» er brukt flere ganger" in said
    assert sum("er ikke laget av byggingen" in line for line in said) == 300
