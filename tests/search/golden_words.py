"""Regenerates `golden/ord.tsv`: python tests/search/golden_words.py. Read the diff before you commit it."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from avtaleverk.corpus.load import load  # noqa: E402  the path comes first
from avtaleverk.corpus.outline import plain  # noqa: E402
from tests.search.test_language import GOLDEN, LANGUAGE, vocabulary  # noqa: E402


def main() -> None:
    """The words of every document and of the ordliste."""
    corpus = load(ROOT)[0]
    texts = [plain(document.body.tokens) for document in corpus.documents]
    texts += [
        f"{document.title}\n{document.summary}\n{' '.join(document.search_words)}" for document in corpus.documents
    ]
    texts += [" ".join((*t.nb, *t.nn, *t.abbreviations)) for t in corpus.registers.ordliste.entries.values()]
    rows = []
    for word in sorted(vocabulary(texts)):
        stem, parts = LANGUAGE.word(word)
        rows.append(f"{word}\t{stem}\t{' '.join(parts)}\n")
    GOLDEN.mkdir(exist_ok=True)
    (GOLDEN / "ord.tsv").write_text("".join(rows), "utf-8")


if __name__ == "__main__":
    main()
