"""Former addresses of documents and clauses, and where they lead now."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from avtaleverk.corpus.model import Corpus, Reference


class Former(NamedTuple):
    """`now` maps each former address to the current one. `merged` are documents that became part of another; `moved` are
    documents whose address, or the address of one of whose clauses, changed (each as helsefellesskap and id)."""

    now: Mapping[Reference, Reference]
    merged: frozenset[Reference]
    moved: frozenset[tuple[str, str]]

    def resolve(self, reference: Reference) -> Reference:
        """The current address for one that may use a former id or clause number.

        A clause of a merged document resolves only when `tidligere_punkt` lists it.
        """
        if (reference.helsefellesskap, reference.document) not in self.moved:
            return reference
        if reference in self.now:
            return self.now[reference]
        if reference.clause and reference.whole in self.merged:
            return reference
        whole = self.now.get(reference.whole, reference.whole)
        moved = whole.at_clause(reference.clause)
        return self.now.get(moved, moved)


def former_addresses(corpus: Corpus) -> Former:
    """The former addresses of all documents and clauses."""
    now = dict(_pairs(corpus))
    merged = frozenset(old.whole for old in now if old.clause and old.whole in now)
    return Former(now, merged, frozenset((old.helsefellesskap, old.document) for old in now))


def _pairs(corpus: Corpus) -> Iterator[tuple[Reference, Reference]]:
    for document in corpus.documents:
        here = document.reference
        for former in document.former_ids:
            yield Reference(here.helsefellesskap, former), here
        for old, new in document.former_clauses.items():
            yield former_clause(here, old), here.at_clause(new)


def former_clause(here: Reference, old: str) -> Reference:
    """The former address of a clause: "4.2" of the document itself, "da06#4.2" of one that was merged into it."""
    document, merged, clause = old.rpartition("#")
    return Reference(here.helsefellesskap, document if merged else here.document, clause)
