"""Whether the pieces give the same top ten as lunr.js, on indexes of several sizes.

PYTHONPATH=.:scripts python scripts/bench/search_equal.py [--sizes 200 1000 5000 10000]
"""

import argparse
import tempfile
from pathlib import Path

from search_documents import ROOT, generated

from avtaleverk.corpus.load import load
from tests.search.conftest import Browser, write
from tests.search.lunr_js import differing


def main() -> None:
    """One line for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1000, 5000, 10_000])
    terms = tuple(load(ROOT)[0].registers.ordliste.entries.values())
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            queries, wrong = differing(generated(size), terms, Browser(Path(folder)), write, Path(folder))
        print(
            f"{size:>6} dokumenter: {queries - len(wrong)} av {queries} spørringer har de ti samme treffene", flush=True
        )


if __name__ == "__main__":
    main()
