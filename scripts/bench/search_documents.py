"""Any number of documents for benchmarks and tests of scale, generated from the real content."""

import random
from pathlib import Path

from avtaleverk.corpus.load import load
from avtaleverk.corpus.outline import plain
from avtaleverk.search.entries import Entry

ROOT = Path(__file__).resolve().parents[2]


def generated(size: int) -> list[Entry]:
    """`size` documents of some 260 words, mixed from the sentences of the real content; the same ones every time."""
    corpus = load(ROOT)[0]
    texts = [plain(document.body.tokens) for document in corpus.documents]
    sentences = [s.strip() for text in texts for line in text.split("\n") for s in line.split(". ") if len(s) > 20]
    dice, found = random.Random(2026), []
    for number in range(size):
        model = corpus.documents[number % len(corpus.documents)]
        own = plain(model.body.tokens).split("\n")
        mixed = dice.sample(own, min(12, len(own))) + dice.choices(sentences, k=10) + [f"Punkt {dice.randint(1, 9999)}"]
        title = f"{model.title} ({number // len(corpus.documents) + 1})"
        prior = 1.6 if corpus.world_of(model) == "pasientnaer" else 1.0
        found.append(
            Entry(f"hf{number % 19}/d{number}", "", title, "", "", "\n".join(mixed), summary=model.summary, prior=prior)
        )
    return found
