"""How heavy the procedures are to read: LIX of each, the heaviest first, and of all together.

    PYTHONPATH=scripts python scripts/bench/lix.py

The count is that of AV611, which no procedure may take above its bound.
"""

from pathlib import Path
from statistics import mean

from avtaleverk.checks.text.readability import MAX_LIX, lix_of
from avtaleverk.corpus.load import load

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Print a line for each patient-near document."""
    corpus = load(ROOT)[0]
    near = [document for document in corpus.documents if corpus.world_of(document) == "pasientnaer"]
    found = sorted(((*lix_of(document), document.path) for document in near), reverse=True)
    for lix, words, path in found:
        print(f"{lix:5.1f}  {words:4} ord  {path}")
    print(f"{mean(lix for lix, *_ in found):5.1f}  i snitt av {len(found)}; grensen er {MAX_LIX}")


if __name__ == "__main__":
    main()
