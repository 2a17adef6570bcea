"""What can be mentioned in running text: agreements by number, law points, and the names of things."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from avtaleverk.corpus.model import Corpus, Document, LawPoint, Reference
from avtaleverk.links.names import WORD, Named, Target, Trie, inflected

_TITLED = re.compile(r"\w+avtale (?:nr\. )?([\w-]+):")


class Laws(NamedTuple):
    """The law points by law, paragraph and number; the laws by every name they go by."""

    names: Trie
    points: Mapping[tuple[str, str, str], str]
    paragraphs: Mapping[str, tuple[str, ...]]
    whole: Mapping[str, str]
    law_of: Mapping[str, str]

    def point(self, law: str, paragraph: str, number: str = "") -> str:
        """The id of a law point, or ""."""
        return self.points.get((law, squeezed(paragraph), number), "")


class Agreements(NamedTuple):
    """The agreements of every helsefellesskap: by type and number, by id, and the overall one."""

    numbered: Mapping[tuple[str, str, str], tuple[Reference, ...]]
    ids: Mapping[tuple[str, str], Reference]
    top: Mapping[str, tuple[Reference, ...]]
    spaces: Mapping[str, str]
    years: Mapping[Reference, frozenset[str]]


class Spelled(NamedTuple):
    """Many names as words (split at hyphens too, longest first), grouped by the rarest word of each."""

    rare: frozenset[str]
    names: Mapping[str, tuple[tuple[str, ...], ...]]

    def made_of(self, words: frozenset[str]) -> Iterator[tuple[str, ...]]:
        """The names all of whose words are among these, folded."""
        for word in self.rare & words:
            yield from filter(words.issuperset, self.names[word])


class Lexicon(NamedTuple):
    """Everything that a text in one helsefellesskap can mention; `places` are its own place names.

    `names` are the shared ones, then its own; `spelled` holds their words, and those of the laws.
    """

    space: str
    laws: Laws
    agreements: Agreements
    names: tuple[Trie, Trie]
    places: frozenset[str]
    spelled: tuple[Spelled, Spelled]

    def names_of(self, words: frozenset[str]) -> list[tuple[str, ...]]:
        """The words of each name and law all of whose words are among these, folded."""
        return [name for spelled in self.spelled for name in spelled.made_of(words)]


def squeezed(paragraph: str) -> str:
    """The paragraph without spaces: "§ 2-1 e" and "§ 2-1e" are the same."""
    return re.sub(r"\s+", "", paragraph).casefold()


class Lexicons(dict[str, Lexicon]):
    """A lexicon for each helsefellesskap, and one for the guidance (""); each is made when it is first asked for."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__()
        self.corpus, self.messages = corpus, _messages(corpus)
        self.laws, self.agreements = _laws(corpus), _agreements(corpus)
        self.shared = _spelled(self.messages, self.laws.names)

    def __missing__(self, space: str) -> Lexicon:
        names = _names(self.corpus, space)
        places, spelled = frozenset(_places(self.corpus, space)), (self.shared, _spelled(names))
        self[space] = Lexicon(space, self.laws, self.agreements, (self.messages, names), places, spelled)
        return self[space]


def _spelled(*tries: Trie) -> Spelled:
    names = dict.fromkeys(_parted(path) for trie in tries for path in trie.paths())
    having = Counter(word for name in names for word in name)
    by_rarest: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in names:
        by_rarest[min(name, key=having.__getitem__)].append(name)
    return Spelled(frozenset(by_rarest), {word: tuple(found) for word, found in by_rarest.items()})


def _parted(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without hyphens, the longest first."""
    return tuple(sorted(" ".join(name).replace("-", " ").replace("/", " ").split(), key=len, reverse=True))


def _laws(corpus: Corpus) -> Laws:
    entries: Mapping[str, LawPoint] = corpus.registers.lovkrav.entries
    names = Trie()
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
        space = document.home
        ids[space, document.id] = document.reference
        if document.number and document.status != "utgatt":
            numbered[space, document.type, document.number.casefold().rstrip(")")].append(document)
        if document.type == "overordnet" and document.status != "utgatt":
            top[space].append(document)
    ever = {(d.home, d.type, d.number.casefold()) for d in corpus.documents}
    for key, document in _titled(corpus.documents):
        if key not in numbered and key not in ever:
            numbered[key].append(document)
    spaces = {space.short_name.casefold(): space.id for space in corpus.helsefellesskap.values()}
    return Agreements(
        {key: _in_force(found) for key, found in numbered.items()},
        ids,
        {space: _in_force(found) for space, found in top.items()},
        spaces,
        {document.reference: _years(document) for document in corpus.documents},
    )


def _titled(documents: Iterable[Document]) -> Iterator[tuple[tuple[str, str, str], Document]]:
    """The agreements by the number in their title: "Særavtale 1: …" may be number 11-1."""
    for document in documents:
        if (found := _TITLED.match(document.title)) and document.status != "utgatt":
            yield (document.home, document.type, found[1].casefold()), document


def _years(document: Document) -> frozenset[str]:
    """The years that an agreement may be named by: when it was agreed, changed and came into force."""
    days = [
        document.valid_from,
        *(change.since for change in document.changes),
        *(s.signed for s in document.signatures),
    ]
    return frozenset(str(day.year) for day in days if day)


def _in_force(documents: list[Document]) -> tuple[Reference, ...]:
    """The agreements in force, or all when none is: a draft must not make the one it will replace ambiguous."""
    return tuple(
        d.reference for d in documents if d.status == "gjeldende" or all(o.status != "gjeldende" for o in documents)
    )


def _messages(corpus: Corpus) -> Trie:
    names = Trie()
    for message in corpus.registers.meldinger.entries.values():
        target = Named("meldinger", message.id)
        whole = [n for n in (message.name, message.name_nn) if len(n.split()) > 1 and "(" not in n]
        for name in (*whole, *message.also_called):
            _add_inflected(names, name, target)
    return names


def _names(corpus: Corpus, space: str) -> Trie:
    """The organs and the documents of one helsefellesskap."""
    names = Trie()
    if space in corpus.helsefellesskap:
        for organ in corpus.helsefellesskap[space].organs.values():
            target = Named("organ", organ.id, space)
            for name in organ.names:
                _add_inflected(names, name, target)
    for document in corpus.documents:
        if document.home == space and document.status != "utgatt" and document.title:
            names.add(WORD.findall(document.title), document.reference, document.title)
    return names


def _add_inflected(names: Trie, name: str, target: Target) -> None:
    names.add(WORD.findall(name), target, name if name.isupper() else "")
    if name.isupper():
        names.add([name + "s"], target, name + "s")
    for words in inflected(name):
        names.add(words, target)


def _places(corpus: Corpus, space: str) -> Iterator[str]:
    """Capitalised words that do not name another place: those of its own helsefellesskap, and abbreviations."""
    home = corpus.helsefellesskap.get(space)
    if home is None:
        return
    texts = [home.name, home.short_name, *(region.name for region in home.regions.values())]
    texts += [word for unit in home.units.values() for word in (unit.name, unit.town)]
    texts += [party.name for party in corpus.registers.parter.having((*home.helseforetak, *home.kommuner))]
    texts += [form for term in corpus.registers.ordliste.entries.values() for form in term.abbreviations]
    for text in texts:
        yield from (word.casefold() for word in WORD.findall(text))
