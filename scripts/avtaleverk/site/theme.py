"""What the page template needs besides the content: the build, Material's stylesheet, and the QR code for paper."""

from datetime import date
from importlib.util import find_spec
from pathlib import Path

import segno
from markupsafe import Markup

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.model import Language
from avtaleverk.pages.page import Page
from avtaleverk.pipeline import Built
from avtaleverk.site.page_source import html
from avtaleverk.site.policy import page_policy

# One fixed mask: choosing the best of eight costs five times as much and reads no better at this size.
_MASK = 3


def site_context(built: Built, today: date, serving: bool) -> dict[str, object]:
    """The template's variables on every page. The 404 page has the example mark of the front page. A preview has no
    security policy, which would forbid the inline code that reloads it."""
    return {
        "build_id": built.build_id,
        "today": today,
        "today_in_words": long_date(today),
        "stylesheets": _material_stylesheets(),
        "policy": "" if serving else page_policy(),
        "example": built.pages["index.md"].example,
        "nynorsk": " ".join(p.path for p in built.pages.values() if p.kind == "helsefellesskap" and p.language == "nn"),
    }


def _material_stylesheets() -> list[str]:
    """The addresses of Material's stylesheets below the site root; the palette is our own."""
    spec = find_spec("material")
    folder = Path(next(iter(spec.submodule_search_locations or []))) if spec else Path()
    found = sorted((folder / "templates/assets/stylesheets").glob("main.*.min.css"))
    return [f"assets/stylesheets/{path.name}" for path in found]


def page_context(page: Page, site_url: str | None) -> dict[str, object]:
    """The template's variables for one page: the page, its HTML, its full address and that address as a QR code."""
    address = f"{site_url.rstrip('/')}/{page.path}{'/' if page.path else ''}" if site_url else ""
    return {
        "side": page,
        "innhold": html(page),
        "adresse": address,
        "kode": qr_code(address, page.language) if address else "",
    }


def qr_code(address: str, language: Language) -> Markup:
    """The address as a QR code in black on white, drawn with attributes only (the pages allow no inline style)."""
    code = segno.make(address, error="l", micro=False, mask=_MASK)
    drawing = code.svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None, light="#fff")
    name = "QR-kode med adressa til sida" if language == "nn" else "QR-kode med adressen til siden"
    return Markup(drawing.replace("<svg ", f'<svg role="img" aria-label="{name}" ', 1))
