"""Regenerates `golden/ord.tsv`: PYTHONPATH=.:scripts python tests/search/golden_words.py. Read the diff before you commit it."""

from avtaleverk.corpus.load import load
from avtaleverk.corpus.outline import plain
from tests.conftest import ROOT
from tests.search.test_language import GOLDEN, LANGUAGE, vocabulary


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
