"""Assets carry the hash of their content in their names, and whoever names them says the new name."""

from hashlib import sha256
from pathlib import Path

from avtaleverk.site.assets import named_by_content
from tests.small_site import make_site


def named(assets: dict[str, bytes]) -> dict[str, tuple[str, bytes]]:
    return named_by_content(assets)


def test_a_name_says_what_is_in_the_file() -> None:
    content = b"p{color:red}"
    assert named({"assets/stil.css": content}) == {
        "assets/stil.css": (f"assets/stil.{sha256(content).hexdigest()[:12]}.css", content)
    }


def test_a_name_that_already_has_a_hash_is_kept() -> None:
    assert named({"assets/main.57a0d79d.min.css": b"x"})["assets/main.57a0d79d.min.css"][0].endswith(
        "main.57a0d79d.min.css"
    )


def test_a_script_that_names_another_gets_a_new_name_when_the_other_changes() -> None:
    script = b'new Worker(base + "sok/arbeider.js")'
    before = named({"assets/sok/sok.js": script, "assets/sok/arbeider.js": b"1"})
    after = named({"assets/sok/sok.js": script, "assets/sok/arbeider.js": b"2"})
    worker = before["assets/sok/arbeider.js"][0]
    assert before["assets/sok/sok.js"][1] == f'new Worker(base + "{worker.removeprefix("assets/")}")'.encode()
    assert before["assets/sok/sok.js"][0] != after["assets/sok/sok.js"][0]


def test_files_that_name_each_other_share_a_hash() -> None:
    made = named({"assets/a.js": b'"b.js"', "assets/b.js": b'"a.js"'})
    (a, in_a), (b, in_b) = made["assets/a.js"], made["assets/b.js"]
    assert in_a == f'"{b.removeprefix("assets/")}"'.encode()
    assert in_b == f'"{a.removeprefix("assets/")}"'.encode()
    assert a != "assets/a.js"


def test_a_folder_named_by_its_content_is_enough() -> None:
    assert named({"assets/sok/0123456789abcdef/base.json": b"{}"})["assets/sok/0123456789abcdef/base.json"][0] == (
        "assets/sok/0123456789abcdef/base.json"
    )


def test_the_pages_use_the_new_names_and_words_are_left_alone(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", agreement='<h2 id="4.3">assets/stil.css</h2>')
    html = (site / "da05/index.html").read_text(encoding="utf-8")
    (style,) = (site / "assets").glob("stil.*.css")
    assert f'href="../assets/{style.name}"' in html
    assert ">assets/stil.css<" in html
