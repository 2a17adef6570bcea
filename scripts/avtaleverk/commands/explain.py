"""`avtaleverk explain AVnnn`: the page of a rule, as text."""

import argparse
import sys
from pathlib import Path

from avtaleverk.corpus.hints import nearest_hint

HELP = "Forklar en regel: avtaleverk explain AV101."


def configure(parser: argparse.ArgumentParser) -> None:
    """The code of the rule."""
    parser.add_argument("code", metavar="AVnnn")


def run(args: argparse.Namespace) -> int:
    """0, or 2 when there is no such rule."""
    code, folder = args.code.upper(), Path(args.root) / "docs" / "regler"
    if not folder.is_dir():
        print(f"Mappen «{folder}» finnes ikke. Kjør kommandoen i prosjektets rotmappe.", file=sys.stderr)
        return 2
    pages = {page.stem: page for page in folder.glob("AV*.md")}
    if code not in pages:
        print(f"Det finnes ingen regel {code}. {nearest_hint(code, pages)}", file=sys.stderr)
        return 2
    print(pages[code].read_text(encoding="utf-8"))
    return 0
