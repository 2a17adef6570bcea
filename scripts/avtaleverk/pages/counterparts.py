"""Links from a page of one helsefellesskap to its counterpart in another, for readers who work there.

Pages that all helsefellesskap have, such as those of roles and overviews, have the same address in each. Documents are
paired by what they are about: their id, and the messages, roles, topics and numbers that they name. Each has at most one
counterpart.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import permutations

from avtaleverk.corpus.model import Document, Helsefellesskap, Reference
from avtaleverk.pages.addresses import document_path
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.entrances import emergency
from avtaleverk.pages.page import Counterpart, Page
from avtaleverk.pages.words import word

# How alike two documents must be, of 2: half for the id, half for what they name.
ALIKE = 0.65


def with_counterparts(edition: Edition, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages; those of a helsefellesskap with their links to every other one."""
    made = {page.path: page for page in pages}
    spaces = edition.corpus.helsefellesskap
    pairs = _pairs(edition)
    acute = {document_path(d.reference) for d in edition.corpus.documents if emergency.TOPIC in d.topics}
    for page in made.values():
        home, _, rest = page.path.partition("/")
        if home not in spaces:
            yield page
            continue
        found = []
        for space in (space for space in spaces.values() if space.id != home):
            path = pairs.get((page.path, space.id), f"{space.id}/{rest}".rstrip("/"))
            found.append(_counterpart(space, made.get(path), page.path in acute))
        yield replace(page, counterparts=tuple(found))


def _counterpart(space: Helsefellesskap, same: Page | None, acute: bool) -> Counterpart:
    """The link to the counterpart; when there is none, to the emergency page or to the front page of the helsefellesskap."""
    if same:
        return Counterpart(space, same.title, same.path, same.language)
    if acute:
        return Counterpart(space, word("akutt", space.language), emergency.PATH, space.language, space.id)
    return Counterpart(space, word("pasientnaer.flertall", space.language), space.id, space.language, "prosedyrer")


def _pairs(edition: Edition) -> dict[tuple[str, str], str]:
    """By the path of a document and another helsefellesskap: the path of the document there that is most like it."""
    by_space: dict[str, list[tuple[Document, frozenset[str], frozenset[str]]]] = {}
    for document in edition.corpus.documents:
        if document.status != "utgatt":
            seen = (document, _pieces(document.id), _marks(document))
            by_space.setdefault(document.home, []).append(seen)
    found: dict[tuple[str, str], str] = {}
    for one, other in permutations(by_space, 2):
        alike = (
            (-_share(ids, their_ids) - _share(marks, their_marks), document.reference, theirs.reference)
            for document, ids, marks in by_space[one]
            for theirs, their_ids, their_marks in by_space[other]
            if document.type == theirs.type and not {*document.topics}.isdisjoint(theirs.topics)
        )
        found |= _best(((unlike, a, b) for unlike, a, b in alike if -unlike >= ALIKE), other)
    return found


def _best(alike: Iterable[tuple[float, Reference, Reference]], other: str) -> dict[tuple[str, str], str]:
    """The most similar pairs, in which each document occurs only once."""
    taken: set[Reference] = set()
    found = {}
    for _, document, theirs in sorted(alike, key=lambda pair: (pair[0], str(pair[1]), str(pair[2]))):
        if taken.isdisjoint((document, theirs)):
            taken |= {document, theirs}
            found[document_path(document), other] = document_path(theirs)
    return found


def _pieces(id: str) -> frozenset[str]:
    """The bigrams of an id, by which `p-tidlegmelding` resembles `p-tidligmelding`."""
    return frozenset(id[i : i + 2] for i in range(len(id) - 1))


def _marks(document: Document) -> frozenset[str]:
    """What the document is about: the entries of the registers that it names."""
    named = {
        "melding": document.messages, "tema": document.topics, "fase": document.phases, "gruppe": document.patient_groups,
        "rolle": document.roles, "kontakt": document.contacts, "lov": document.lovkrav,
        "frist": tuple(item for item in document.deadlines if isinstance(item, str)),
    }  # fmt: skip
    return frozenset(f"{register} {id}" for register, ids in named.items() for id in ids)


def _share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0
