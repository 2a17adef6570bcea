"""The command `avtaleverk`: English words, Norwegian help and output."""

import argparse
import sys
from datetime import date
from pathlib import Path

from avtaleverk.checks.run import check, stops_build
from avtaleverk.corpus.load import load
from avtaleverk.links.web import link
from avtaleverk.report.text import report


def main(argv: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 when there are findings, 2 when the command cannot be run."""
    parser = argparse.ArgumentParser(prog="avtaleverk")
    parser.add_argument("command", choices=["check"])
    args = parser.parse_args(argv)
    corpus, unread = load(Path())
    found = sorted([*unread, *check(corpus, link(corpus), date.today())])
    print(report(found, len(corpus.documents)))
    return 1 if stops_build(found) else 0


if __name__ == "__main__":
    sys.exit(main())
