"""A small finished site, made without a generator: two pages that link to each other, a stylesheet, and the 404 page."""

from collections.abc import Mapping
from pathlib import Path

from avtaleverk.site.finish import base_of, finish
from avtaleverk.site.manifest import Manifest
from avtaleverk.site.policy import page_policy

FRONT = '<p id="topp">Se <a href="da05/#4.3">punkt 4.3</a>.</p>'
AGREEMENT = '<h2 id="4.3">4.3 Varsel</h2><p>Innen 24 timer. <a href="../#topp">Forsiden</a></p>'


def page(content: str, to_root: str, build: str = "b1") -> str:
    """A page with what every page has; `to_root` is the relative address of the root of the site."""
    return (
        f'<!doctype html>\n<html lang="nb"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{page_policy()}"><title>Side</title>'
        f'<meta name="build" content="{build}"><link rel="stylesheet" href="{to_root}assets/stil.css"></head>'
        f"<body><header>Topp</header><main><h1>Side</h1>{content}</main><footer>Bunn</footer></body></html>\n"
    )


def make_site(
    site: Path,
    *,
    build: str = "b1",
    agreement: str = AGREEMENT,
    style: str = "p{color:red}",
    redirects: Mapping[str, str] | None = None,
    address: str = "",
) -> Path:
    """Write and finish a site. Former addresses have no page, so that a test sees the server's own redirect."""
    base = base_of(address)
    files = {
        "index.html": page(FRONT, "", build),
        "da05/index.html": page(agreement, "../", build),
        "404.html": page(f'<p><a href="{base}">Forsiden</a></p>', base, build),
        "assets/stil.css": style,
        "status.json": f'{{"build": "{build}"}}',
    }
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    expected = site.with_name(f"{site.name}.expected.json")
    expected.write_bytes(Manifest(build, {"": ("topp",), "da05": ("4.3",)}, {}, redirects=redirects or {}).to_json())
    finish(site, expected, address)
    return site
