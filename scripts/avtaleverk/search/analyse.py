"""An entry to its index terms."""

from collections import Counter
from collections.abc import Sequence

from avtaleverk.search.concepts import Concepts
from avtaleverk.search.entries import Entry
from avtaleverk.search.index import Counted
from avtaleverk.search.language import Language

HIGHEST = "\uffff"


def terms(text: str, language: Language, concepts: Concepts) -> Counter[str]:
    """How often each term stands in a text: stems, parts of compounds, joined forms and concepts."""
    found = Counter[str]()
    for line in text.split("\n"):
        words = language.words(line)
        for word in words:
            if not word.stop:
                found[word.stem] += 1
                found.update(word.parts)
        found.update(concepts.match(words))
    return found


def count(entries: Sequence[Entry], language: Language, concepts: Concepts) -> list[Counted]:
    """The terms of every entry, in the fields of the index."""
    return [_counted(entry, language, concepts) for entry in entries]


def _counted(entry: Entry, language: Language, concepts: Concepts) -> Counted:
    """Title twice in the text field, and once in a field of its own: `search.md` says what other layouts lose."""
    heads = terms(entry.heads, language, concepts)
    rest = terms("\n".join((entry.above, entry.summary, entry.text, entry.extra)), language, concepts)
    return Counted((_plain(heads + heads + rest), _plain(heads)), entry.prior)


def phrase_key(text: str, language: Language) -> str:
    """The key of a phrase: its stems, each once. Stop words are left out, but never so that one word is left: "who gets
    the epikrise" is no other way of saying "epikrise"."""
    words = [word for word in language.words(text) if not word.joined]
    meaning = [word for word in words if not word.stop]
    return "=" + " ".join(dict.fromkeys(word.stem for word in (meaning if len(meaning) > 1 else words)))


def phrases(entries: Sequence[Entry], language: Language) -> dict[str, list[int]]:
    """For each phrase the entries that it most likely means."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for text in entry.phrases:
            found.setdefault(phrase_key(text, language), []).append(number)
    return found


def _plain(counts: Counter[str]) -> dict[str, int]:
    return {term: times for term, times in counts.items() if max(term) < HIGHEST}
