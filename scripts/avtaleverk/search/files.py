"""Entries to the files of the index: pieces, metadata, texts, facets and the base."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from avtaleverk.corpus.model import Term
from avtaleverk.search.analyse import analyse, phrases
from avtaleverk.search.base import PER_META, PER_TEXT, language_data, manifest, sections_per_document, to_json
from avtaleverk.search.concepts import Concepts, form_key
from avtaleverk.search.dangers import as_data, dangers
from avtaleverk.search.entries import Entry
from avtaleverk.search.everyday import MARK, everyday_words
from avtaleverk.search.fold import fold
from avtaleverk.search.index import build_index, merged
from avtaleverk.search.language import Language
from avtaleverk.search.names import NO_NAMES, Names
from avtaleverk.search.pieces import Spelling, term_pieces, word_pieces
from avtaleverk.search.reading import Readings
from avtaleverk.search.stem import uninflected

LEAD = 180
# Suffix of the key from a settlement's name to its kommune (`SETTLED` in reading.mjs), and the score of that posting: about
# what a kommune's own name scores.
SETTLED, NAMED = "@", 800
LONG_NAME = 8  # letters; long enough that a misspelling of the name is not another word
# Suffix of the key from a concept to its entry in the ordliste (`EXPLAINED` in explained.mjs).
EXPLAINED = "?"
SHORT = 5  # letters of an abbreviation, at most
USED = 2  # times; what stands once may itself be a slip
SHORTEST_PLACE = 2  # letters; names must be longer, since "os" seldom means the kommune


def index_files(
    entries: Sequence[Entry],
    terms: Sequence[Term],
    jumps: Mapping[str, list[int]],
    build_id: str,
    names: Names = NO_NAMES,
    kept: Readings | None = None,
) -> dict[str, bytes]:
    """The files of an index over `entries`. `jumps` maps the addresses that readers type to entries; `kept` holds the
    readings of an earlier build."""
    analysed = analyse(entries, terms, kept)
    language = analysed.language
    postings = merged(build_index(analysed.counted))
    settled = settlements(entries)
    spellings = with_settlements(shown_words(postings, analysed.words, language), settled, language)
    postings |= {name + SETTLED: [(entry, NAMED) for entry in found] for name, found in settled.items()}
    for keys in (jumps, phrases(entries, language), explained(entries, analysed.concepts, language)):
        # These keys are not scored terms: the "score" of an entry is how often the key names it.
        postings |= {key: sorted(Counter(named).items()) for key, named in keys.items()}
    pieces = {
        "t": term_pieces(postings),
        "o": word_pieces(spellings, fold),
        "b": word_pieces(spellings, lambda term: fold(term)[::-1]),
    }
    base = manifest(build_id, entries, pieces)
    base |= {"spaceNames": names.spaces, "nynorsk": names.nynorsk, "places": places(entries, names)}
    written = {term.removesuffix(MARK) for term in postings}
    base["language"] = language_data(language, analysed.concepts, terms, written)
    files = {f"{kind}{n}.bin": piece.data for kind, found in pieces.items() for n, piece in enumerate(found)}
    return {
        "base.json": to_json(base),
        **files,
        **_shown(entries),
        "farer.json": to_json(as_data(dangers())),
        "f.json": to_json(
            facets(entries) | {"names": names.values, "kommuner": names.kommuner, "entrances": names.entrances}
        ),
    }


def shown_words(
    postings: Mapping[str, Sequence[object]], words: Mapping[str, int], language: Language
) -> list[Spelling]:
    """Every stem of letters with its most frequent word that is spelt as it, if any, and the everyday words whose meaning is
    in the index."""
    rules = language.spec.rules
    best = {stem: (False, 0, word) for stem, word in everyday_words().items() if stem + MARK in postings}
    for word, times in words.items():
        term = language.word(word)[0]
        if term in postings or term in best:
            told = (not alike(term, uninflected(word, rules)), -times, word)
            best[term] = min(best.get(term, told), told)
    found = [
        Spelling(term, word, len(postings.get(term) or postings[term + MARK]))
        for term, (*_, word) in best.items()
        if len(term) > 2 and term.isalpha() and word not in language.spec.stop
    ]
    return sorted((*found, *otherwise_written(found, words, language)))


def otherwise_written(shown: Sequence[Spelling], words: Mapping[str, int], language: Language) -> Iterator[Spelling]:
    """Words whose letters are not those of their stem, as in nynorsk and in "skrevet": the most used of each such form."""
    known, rules = {word.term: word for word in shown}, language.spec.rules
    best: dict[tuple[str, str], tuple[int, str]] = {}
    for word, times in words.items():
        term, form = language.word(word)[0], uninflected(word, rules)
        is_sought = times >= USED and word.isalpha() and word not in language.spec.stop
        if is_sought and term in known and not alike(term, form):
            best[term, form] = min(best.get((term, form), (0, "")), (-times, word))
    for (term, form), (_, word) in best.items():
        if form != uninflected(known[term].shown, rules):
            yield Spelling(term, word, known[term].count, form)


def alike(term: str, form: str) -> bool:
    """Whether one is how the other begins."""
    return term.startswith(form) or form.startswith(term)


def with_settlements(words: Sequence[Spelling], names: Mapping[str, list[int]], language: Language) -> list[Spelling]:
    """The words, and the names of places that are not among them. A settlement has count 0, so that only a sound-alike is
    corrected to it: place names are easily confused. A district with a long name counts as any word."""
    known = {word.term for word in words}
    named = {language.word(name)[0]: name for name in names if name.isalpha()}
    districts = {name: len(entries) for name, entries in names.items() if len(entries) > 1 and len(name) >= LONG_NAME}
    return sorted(
        (*words, *(Spelling(term, name, districts.get(name, 0)) for term, name in named.items() if term not in known))
    )


def settlements(entries: Sequence[Entry]) -> dict[str, list[int]]:
    """For each settlement the entry of its kommune, for each district those of its kommuner."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for name in entry.settlements:
            found[name.lower().replace("-", "")].append(number)
    return found


def explained(entries: Sequence[Entry], concepts: Concepts, language: Language) -> dict[str, list[int]]:
    """For each form of a concept its entries in the ordliste: twice for an abbreviation or a role, since a reader who types
    nothing else may not know what it means."""
    at = {f"c_{entry.anchor}": number for number, entry in enumerate(entries) if entry.kind == "ord"}
    own = {form_key(entries[number].heading, language): number for number in at.values()}
    names = {form_key(entry.heading, language) for entry in entries if entry.label == "Kontakt"}
    roles = {concepts.forms[name].groups for name in names & concepts.forms.keys()}
    found = {}
    for key, form in concepts.forms.items():
        if meant := [at[group] for group in form.groups if group in at]:
            times = 2 if len(key) <= SHORT or form.groups in roles else 1
            found[key + EXPLAINED] = ([own[key]] if key in own else meant) * times
    return found


def places(entries: Sequence[Entry], names: Names) -> dict[str, dict[str, int]]:
    """For each helsefellesskap the names that readers use for it, in lower case: its own (-1) and those of its kommuner,
    each with the entry of the kommune's page, or -1 when there is none."""
    at = {entry.address: number for number, entry in reversed(list(enumerate(entries)))}
    found = {space: {name: -1} for space, name in names.spaces.items()}
    for space, kommuner in names.places.items():
        found[space] |= {name: at.get(path, -1) for name, path in kommuner.items() if len(name) > SHORTEST_PLACE}
    return {space: {bare(name): entry for name, entry in own.items()} for space, own in found.items()}


def bare(name: str) -> str:
    """The words of a name in lower case, without digits and punctuation; the twin of `bare` in places.mjs."""
    return " ".join(re.findall(r"[^\W\d_]+", name.lower()))


def _shown(entries: Sequence[Entry]) -> dict[str, bytes]:
    files = {}
    for start in range(0, len(entries), PER_META):
        files[f"m{start // PER_META}.json"] = to_json([*map(_meta, entries[start : start + PER_META])])
    for start in range(0, len(entries), PER_TEXT):
        texts = [entry.passages or entry.text for entry in entries[start : start + PER_TEXT]]
        files[f"x{start // PER_TEXT}.json"] = to_json(texts)
    return files


def _meta(entry: Entry) -> dict[str, Any]:
    """What a hit shows."""
    facts = {"address": entry.address, "title": entry.title, "anchor": entry.anchor, "heading": entry.heading,
             "path": entry.path, "lead": entry.text[:LEAD] if entry.heading else "", "summary": entry.summary,
             "answer": entry.answer, "numbers": entry.numbers, "limits": entry.limits, "label": entry.label,
             "space": entry.space, "world": entry.world, "contact": entry.contact, "spare": entry.spare, "until": entry.until,
             "expired": not entry.current, "language": entry.language if entry.language != "nb" else ""}  # fmt: skip
    return {name: value for name, value in facts.items() if value}


def facets(entries: Sequence[Entry]) -> dict[str, dict[str, list[int]]]:
    """For each filter and each of its values, the documents that have it."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    at = 0
    for document, sections in enumerate(sections_per_document(entries)):
        for name, values in entries[at].facets:
            for value in values:
                found[name][value].append(document)
        at += sections
    return {name: dict(sorted(values.items())) for name, values in sorted(found.items())}
