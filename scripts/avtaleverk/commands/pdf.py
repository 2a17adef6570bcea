"""`avtaleverk pdf SIDE`: a page of the finished site as an accessible PDF."""

import argparse
import logging
import sys
from pathlib import Path

from avtaleverk.site.paper import pdf

HELP = "Lag en tilgjengelig PDF (PDF/UA) av en side: avtaleverk pdf innlandet/da05."
MISSING = "Dette krever WeasyPrint og Pango på maskinen: .venv/bin/python -m pip install --require-hashes -r requirements-pdf.lock"


def configure(parser: argparse.ArgumentParser) -> None:
    """The page, the site and the file to write."""
    parser.add_argument("page", metavar="SIDE", help="adressen på nettstedet, som innlandet/p-epikrise")
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="NETTSTED", help="det ferdige nettstedet")
    parser.add_argument("--out", type=Path, metavar="FIL", help="filen som skrives (standard: sidens siste ledd)")


def run(args: argparse.Namespace) -> int:
    """0, or 2 when there is no such page, or nothing to make a PDF with."""
    path = args.page.strip("/")
    site = (Path(args.root) / args.site).resolve()
    page = (site / path / "index.html").resolve()
    if not page.is_relative_to(site) or not page.is_file():
        print(f"Siden {path} finnes ikke i {site}. Bygg nettstedet først: avtaleverk build.", file=sys.stderr)
        return 2
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    try:
        made = pdf(site, path)
    except ModuleNotFoundError:
        print(MISSING, file=sys.stderr)
        return 2
    out = args.out or Path(f"{path.rpartition('/')[2] or 'forside'}.pdf")
    out.write_bytes(made)
    print(f"{out} er laget.")
    return 0
