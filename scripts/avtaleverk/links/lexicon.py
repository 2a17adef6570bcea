"""What can be mentioned in running text: agreements by number, law points, and the names of things."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from avtaleverk.corpus.model import Corpus, Document, LawPoint, Reference

WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*-?")
# The definite and plural endings that a name takes in a sentence.
_ENDINGS = ("", "en", "et", "a", "n", "t", "er", "ar", "r", "ene", "ane", "ne", "s", "ens", "ets")
# Titles shorter than this are everyday words; they are recognised only between quotation marks.
_LONG_TITLE = 3


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """An entry of a register, or an organ of a helsefellesskap (`space` is set then)."""

    register: str
    entry: str
    space: str = ""


Target = Reference | Named


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: where each stands, and each without regard to capitals."""

    text: str
    spans: tuple[tuple[int, int], ...]
    folded: tuple[str, ...]

    def gap(self, index: int) -> str:
        """What stands between the word before and the word `index`."""
        return self.text[self.spans[index - 1][1] : self.spans[index][0]]


def words_in(text: str) -> Words:
    """The words of `text`."""
    found = [*WORD.finditer(text)]
    folded = WORD.findall(text.casefold())
    if len(folded) != len(found):  # a letter that is two when folded
        folded = [word[0].casefold() for word in found]
    return Words(text, tuple([word.span() for word in found]), tuple(folded))


@dataclass(slots=True)
class Names:
    """A trie of the words of names. Built once, then only read."""

    following: "dict[str, Names]" = field(default_factory=dict)
    target: Target | None = None
    written: str = ""

    def add(self, words: Iterable[str], target: Target, written: str = "") -> None:
        """Let the words lead to the target; the first that was added stays."""
        node = self
        for word in words:
            folded = word.casefold()
            if (following := node.following.get(folded)) is None:
                following = node.following[folded] = Names()
            node = following
        if node.target is None:
            node.target, node.written = target, written

    def within(self, words: Words) -> "Iterator[tuple[int, int, Names]]":
        """The longest name that starts at each word, if any: where it starts and ends in the text, and its node."""
        starting = [index for index, word in enumerate(words.folded) if word in self.following]
        for index in starting:
            if hit := self._longest(words, index):
                yield words.spans[index][0], words.spans[hit[0]][1], hit[1]

    def paths(self) -> Iterator[tuple[str, ...]]:
        """The words of every name, folded."""
        for word, node in self.following.items():
            if node.target is not None:
                yield (word,)
            for rest in node.paths():
                yield (word, *rest)

    def _longest(self, words: Words, start: int) -> "tuple[int, Names] | None":
        node, found = self, None
        for index in range(start, len(words.folded)):
            if index > start and words.gap(index).strip(" \n\u00a0,:()"):
                break
            step = node.following.get(words.folded[index])
            if step is None:
                break
            node = step
            if node.target is not None:
                found = (index, node)
        return found


@dataclass(frozen=True, slots=True)
class Laws:
    """The law points by law, paragraph and number; the laws by every name they go by."""

    names: Names
    points: Mapping[tuple[str, str, str], str]
    paragraphs: Mapping[str, tuple[str, ...]]
    whole: Mapping[str, str]
    law_of: Mapping[str, str]

    def point(self, law: str, paragraph: str, number: str = "") -> str:
        """The id of a law point, or ""."""
        return self.points.get((law, squeezed(paragraph), number), "")


@dataclass(frozen=True, slots=True)
class Agreements:
    """The agreements of every helsefellesskap: by type and number, by id, and the one above all others."""

    numbered: Mapping[tuple[str, str, str], tuple[Reference, ...]]
    ids: Mapping[tuple[str, str], Reference]
    top: Mapping[str, tuple[Reference, ...]]
    spaces: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that a text in one helsefellesskap can mention; `places` are the words by which it names itself.

    `spelled` holds the words of every name and every law, the longest first, by the longest; here a hyphen parts words.
    """

    space: str
    laws: Laws
    agreements: Agreements
    names: Names
    places: frozenset[str]
    spelled: Mapping[str, tuple[tuple[str, ...], ...]]

    def names_of(self, words: frozenset[str]) -> list[tuple[str, ...]]:
        """The words of each name and law that can be made of these words, folded."""
        longest = self.spelled.keys() & words
        return [name for word in longest for name in self.spelled[word] if words.issuperset(name)]


def squeezed(paragraph: str) -> str:
    """§ 2-1 e and § 2-1e are the same."""
    return re.sub(r"\s+", "", paragraph).casefold()


def lexicons(corpus: Corpus) -> dict[str, Lexicon]:
    """A lexicon for each helsefellesskap, and one for the guidance ("")."""
    laws, agreements = _laws(corpus), _agreements(corpus)
    documents: dict[str, list[Document]] = defaultdict(list)
    for document in corpus.documents:
        documents[document.reference.helsefellesskap].append(document)
    found = {}
    for space in ["", *corpus.helsefellesskap]:
        names, places = _names(corpus, space, documents[space]), frozenset(_places(corpus, space))
        found[space] = Lexicon(space, laws, agreements, names, places, _spelled(names, laws.names))
    return found


def _spelled(*tries: Names) -> dict[str, tuple[tuple[str, ...], ...]]:
    by_longest: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for path in (path for trie in tries for path in trie.paths()):
        words = tuple(sorted(re.findall(r"[^\W_]+", " ".join(path)), key=len, reverse=True))
        by_longest[words[0]].add(words)
    return {word: tuple(names) for word, names in by_longest.items()}


def _laws(corpus: Corpus) -> Laws:
    entries: Mapping[str, LawPoint] = corpus.registers.lovkrav.entries
    names = Names()
    paragraphs: dict[str, list[str]] = defaultdict(list)
    for entry in entries.values():
        for name in (entry.law, *entry.also_called):
            words = WORD.findall(name)
            for ending in ("", "s"):
                names.add([*words[:-1], words[-1] + ending], Named("lov", entry.law), name)
        if entry.paragraph and entry.law not in paragraphs[squeezed(entry.paragraph)]:
            paragraphs[squeezed(entry.paragraph)].append(entry.law)
    return Laws(
        names,
        {(e.law, squeezed(e.paragraph), e.number): e.id for e in entries.values() if e.paragraph},
        {key: tuple(found) for key, found in paragraphs.items()},
        {e.law: e.id for e in entries.values() if not e.paragraph and e.also_called},
        {e.id: e.law for e in entries.values()},
    )


def _agreements(corpus: Corpus) -> Agreements:
    numbered: dict[tuple[str, str, str], list[Document]] = defaultdict(list)
    top: dict[str, list[Document]] = defaultdict(list)
    ids = {}
    for document in corpus.documents:
        space = document.reference.helsefellesskap
        ids[space, document.id] = document.reference
        if document.number and document.status != "utgatt":
            numbered[space, document.type, document.number.casefold().rstrip(")")].append(document)
        if document.type == "overordnet" and document.status != "utgatt":
            top[space].append(document)
    spaces = {space.short_name.casefold(): space.id for space in corpus.helsefellesskap.values()}
    return Agreements(
        {key: _in_force(found) for key, found in numbered.items()},
        ids,
        {space: _in_force(found) for space, found in top.items()},
        spaces,
    )


def _in_force(documents: list[Document]) -> tuple[Reference, ...]:
    """Those in force, when any is: a draft does not make the one it will replace ambiguous."""
    return tuple(
        d.reference for d in documents if d.status == "gjeldende" or all(o.status != "gjeldende" for o in documents)
    )


def _names(corpus: Corpus, space: str, documents: list[Document]) -> Names:
    names = Names()
    for message in corpus.registers.meldinger.entries.values():
        target = Named("meldinger", message.id)
        whole = [n for n in (message.name, message.name_nn) if len(n.split()) > 1 and "(" not in n]
        for name in (*whole, *message.also_called):
            _add_inflected(names, name, target)
    if space in corpus.helsefellesskap:
        for organ in corpus.helsefellesskap[space].organs.values():
            target = Named("organ", organ.id, space)
            for name in filter(None, (organ.name, organ.name_nn, *organ.also_called)):
                _add_inflected(names, name, target)
    for document in documents:
        if document.status != "utgatt" and document.title:
            names.add(WORD.findall(document.title), document.reference, document.title)
    return names


def _add_inflected(names: Names, name: str, target: Target) -> None:
    names.add(WORD.findall(name), target, name if name.isupper() else "")
    for words in inflected(name):
        names.add(words, target)


@cache
def inflected(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name in lower case, and with the first or last inflected; abbreviations stay as they are."""
    return tuple(_forms(name))


def _forms(name: str) -> Iterator[tuple[str, ...]]:
    words = [word if word.isupper() else word.casefold() for word in WORD.findall(name)]
    yield tuple(words)
    for place in {0, len(words) - 1}:
        if not words[place].isupper() and len(words[place]) >= 4:
            for ending in _ENDINGS:
                yield (*words[:place], words[place] + ending, *words[place + 1 :])


def _places(corpus: Corpus, space: str) -> Iterator[str]:
    """The capitalised words that name no other place: those of its own helsefellesskap, and abbreviations."""
    home = corpus.helsefellesskap.get(space)
    if home is None:
        return
    parties = corpus.registers.parter.entries
    texts = [home.name, home.short_name, *(unit.name for unit in home.units.values())]
    texts += [parties[p].name for p in (*home.helseforetak, *home.kommuner) if p in parties]
    texts += [form for term in corpus.registers.ordliste.entries.values() for form in term.abbreviations]
    for text in texts:
        yield from (word.casefold() for word in WORD.findall(text))


def is_meant(name: Names, text: str, start: int, end: int) -> bool:
    """Whether words that equal a name are meant as the name.

    Abbreviations keep their capitals; titles stand between quotation marks or are long and have their capital.
    """
    if not name.written:
        return True
    if name.written.isupper():
        return text[start:end] == name.written
    quoted = text[start - 1 : start] in ("«", "“", '"') if start else False
    long = len(WORD.findall(name.written)) >= _LONG_TITLE
    return quoted or (long and text[start] == name.written[0])
