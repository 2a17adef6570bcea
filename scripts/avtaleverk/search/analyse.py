"""The index terms of each entry."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from avtaleverk.corpus.model import Term
from avtaleverk.search.concepts import Concepts, concepts
from avtaleverk.search.entries import Entry
from avtaleverk.search.everyday import everyday_terms
from avtaleverk.search.index import Counted
from avtaleverk.search.language import Language
from avtaleverk.search.lexicon import language_for, plain_language
from avtaleverk.search.reading import Bag, Reading, Readings, readings, used

HIGHEST = "\uffff"
# Suffix of the key of a phrase that is the whole title of a page.
TITLE = "!"
# The stem of the one that any page may be about.
ANYONE = "pasient"
# The weight of a word in the text, in a title that only this entry has, and in a title that several share.
WORD, OWN, SHARED = 2, 4, 3


@dataclass(frozen=True, slots=True)
class Analysed:
    """How often each word occurs in some entries, the language layer built from them, and the terms of each entry."""

    words: Mapping[str, int]
    language: Language
    concepts: Concepts
    counted: list[Counted]


def analyse(entries: Sequence[Entry], terms: Iterable[Term], kept: Readings | None = None) -> Analysed:
    """Count the terms of all entries. Entries with a reading in `kept` are not read again; see `readings`."""
    plain = plain_language()
    known = concepts(terms, plain)
    found = readings(entries, plain, known, {} if kept is None else kept)
    words = used(found)
    language = language_for(words)
    return Analysed(words, language, known, count(entries, found, language))


def count(entries: Sequence[Entry], found: Sequence[Reading], language: Language) -> list[Counted]:
    """The terms of every entry by index field: text, title, everyday words."""
    called = Counter(entry.heads for entry in entries)
    fields = [
        _fields(reading, language, OWN if called[entry.heads] == 1 else SHARED)
        for entry, reading in zip(entries, found, strict=True)
    ]
    said = everyday_terms([text for text, _ in fields])
    return [
        Counted((text, heads, everyday), entry.prior)
        for entry, (text, heads), everyday in zip(entries, fields, said, strict=True)
    ]


def _fields(reading: Reading, language: Language, title: int) -> tuple[dict[str, int], dict[str, int]]:
    """The text field, where a word of the title weighs `title`, and the title field. Other layouts measured clearly worse."""
    heads = _terms(reading.heads, language)
    text = {term: WORD * times for term, times in _terms(reading.rest, language).items()}
    for term, times in heads.items():
        text[term] = text.get(term, 0) + title * times
    return text, {term: WORD * times for term, times in heads.items()}


def _terms(bag: Bag, language: Language) -> dict[str, int]:
    """Stems, parts of compounds, joined forms and concepts, without those that Python and JavaScript sort differently."""
    found = Counter(bag.concepts)
    stop = language.spec.stop
    for word, times in bag.words.items():
        if word not in stop:
            stem, parts = language.word(word)
            found[stem] += times
            for part in parts:
                found[part] += times
    for form, times in bag.joined.items():
        found[language.term(form)] += times
    return {term: times for term, times in found.items() if term.isascii() or max(term) < HIGHEST}


def phrase_key(text: str, language: Language) -> str:
    """The key of a phrase: its stems, each once, without stop words and "pasient" unless only one word would remain:
    "hvem får epikrise" does not mean the same as "epikrise"."""
    words = [word for word in language.words(text) if not word.joined]
    meaning = [word for word in words if not word.stop and word.stem != ANYONE]
    return "=" + " ".join(dict.fromkeys(word.stem for word in (meaning if len(meaning) > 1 else words)))


def phrases(entries: Sequence[Entry], language: Language) -> dict[str, list[int]]:
    """For each phrase the entries that it most likely means; a phrase that is a whole title,
    or what readers call guidance or the list of agreements, gets a second key."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for text in entry.phrases:
            key = phrase_key(text, language)
            found.setdefault(key, []).append(number)
            if text == entry.title or entry.kind in ("veiledning", "helsefellesskap"):
                found.setdefault(key + TITLE, []).append(number)
    return found
