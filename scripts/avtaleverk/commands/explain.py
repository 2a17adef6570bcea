"""`avtaleverk explain AVnnn`: the page of a rule, as text."""

import argparse
import sys
from pathlib import Path

from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.rules import RULES

HELP = "Forklar en regel: avtaleverk explain AV101."


def configure(parser: argparse.ArgumentParser) -> None:
    """The code of the rule."""
    parser.add_argument("code", metavar="AVnnn")


def run(args: argparse.Namespace) -> int:
    """0, or 2 when there is no such rule."""
    code = args.code.upper()
    page = Path(args.root) / "docs" / "regler" / f"{code}.md"
    if code not in RULES or not page.is_file():
        print(f"Det finnes ingen regel {code}. {nearest_hint(code, RULES)}", file=sys.stderr)
        return 2
    print(page.read_text(encoding="utf-8"))
    return 0
