"""The web of references: every typed link once, and its reverse, in one pass over the corpus."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from posixpath import normpath
from typing import Literal, NamedTuple
from urllib.parse import unquote

from avtaleverk.corpus.model import Clause, Corpus, Deadline, Document, Reference
from avtaleverk.diagnostics import Location
from avtaleverk.in_step import in_step
from avtaleverk.links.former import Former, former_addresses
from avtaleverk.links.lexicon import Lexicons
from avtaleverk.links.mentions import Mentions, mentions
from avtaleverk.links.names import Named
from avtaleverk.links.state import changes
from avtaleverk.processes import Spread, serially

Relation = Literal["under", "hjemmel", "erstatter", "steg", "lenke", "omtale"]


class Link(NamedTuple):
    """One reference from a place in a document to another place. `target` need not exist; the check says so."""

    source: Reference
    target: Reference
    relation: Relation
    at: Location


class Web(NamedTuple):
    """All links, with what a page asks for looked up once.

    `incoming` is by exact address: a document, or one clause. `named` holds the documents whose fields name a register
    entry, `mentioned` those whose text does; `mentions` what the text of each file mentions, by its path;
    `deadlines` the agreed deadlines of each helsefellesskap by id; `suspects` the documents that rest on something
    that changed after their last review.
    """

    links: tuple[Link, ...]
    outgoing: Mapping[Reference, tuple[Link, ...]]
    incoming: Mapping[Reference, tuple[Link, ...]]
    clauses: Mapping[Reference, Clause]
    former: Former
    deadlines: Mapping[tuple[str, str], tuple[Document, Deadline]]
    named: Mapping[tuple[str, str], tuple[Document, ...]]
    mentions: Mapping[str, Mentions]
    mentioned: Mapping[Named, tuple[Document, ...]]
    suspects: Mapping[Reference, tuple[str, ...]]

    def resolve(self, reference: Reference) -> Reference:
        """The current address for one that may use a former id or clause number."""
        return self.former.resolve(reference)

    def documents_naming(self, register: str, entry: str) -> tuple[Document, ...]:
        """The documents that name an entry of a register ("meldinger", "epikrise")."""
        return self.named.get((register, entry), ())

    def deadlines_of(self, document: Document) -> tuple[tuple[Document, Deadline], ...]:
        """The deadlines that a document sets or uses, each with the agreement that sets it."""
        space = document.home
        found = (
            (document, item) if isinstance(item, Deadline) else self.deadlines.get((space, item))
            for item in document.deadlines
        )
        return tuple(pair for pair in found if pair is not None)


class _Outlook(NamedTuple):
    """What linking finds in one document: its mentions, its links, and the stamp keys of what changed since its review."""

    mentions: Mentions
    links: list[Link]
    changed: tuple[str, ...]


def link(corpus: Corpus, spread: Spread = serially) -> Web:
    """The web of the corpus; time is linear in the number of documents and links."""
    clauses = {clause.reference: clause for document in corpus.documents for clause in document.clauses}
    former, deadlines, known = former_addresses(corpus), dict(_deadlines(corpus)), Lexicons(corpus)
    by_path = {document.path: document for document in corpus.documents}

    def look_from(documents: Sequence[Document]) -> list[_Outlook]:
        changed_under = changes(corpus, deadlines, former.resolve)
        read = in_step(mentions(one, known[one.home], clauses) for one in documents)
        found = [[*_links(document, by_path, said)] for document, said in zip(documents, read, strict=True)]
        return [*map(_Outlook, read, found, map(changed_under, documents))]

    looks = list(zip(corpus.documents, spread(look_from, corpus.documents, Document.size), strict=True))
    read = {document.path: look.mentions for document, look in looks}
    of_guides = in_step(mentions(guide, known[""], clauses) for guide in corpus.guides)
    read |= {guide.path: found for guide, found in zip(corpus.guides, of_guides, strict=True)}
    outgoing: dict[Reference, list[Link]] = defaultdict(list)
    incoming: dict[Reference, list[Link]] = defaultdict(list)
    for document, look in looks:
        outgoing[document.reference] += look.links
        for one in look.links:
            incoming[former.resolve(one.target)].append(one)
    return Web(
        tuple(link for _, look in looks for link in look.links),
        _frozen(outgoing),
        _frozen(incoming),
        clauses,
        former,
        deadlines,
        _named(corpus),
        read,
        _mentioned(corpus, read),
        {document.reference: look.changed for document, look in looks if look.changed},
    )


def _mentioned(corpus: Corpus, read: Mapping[str, Mentions]) -> dict[Named, tuple[Document, ...]]:
    mentioned: dict[Named, dict[Document, None]] = defaultdict(dict)
    for document in corpus.documents:
        for mention in read[document.path].every:
            if isinstance(mention.target, Named):
                mentioned[mention.target][document] = None
    return {key: tuple(documents) for key, documents in mentioned.items()}


def _frozen(lists: Mapping[Reference, Sequence[Link]]) -> dict[Reference, tuple[Link, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _deadlines(corpus: Corpus) -> Iterator[tuple[tuple[str, str], tuple[Document, Deadline]]]:
    for document in corpus.documents:
        for deadline in document.own_deadlines:
            yield (document.home, deadline.id), (document, deadline)


def _named(corpus: Corpus) -> dict[tuple[str, str], tuple[Document, ...]]:
    named: dict[tuple[str, str], dict[Document, None]] = defaultdict(dict)
    for document in corpus.documents:
        for register, entries in (
            ("lovkrav", document.lovkrav),
            ("meldinger", document.messages),
            ("roller", document.roles),
            ("faser", document.phases),
            ("tema", document.topics),
            ("pasientgrupper", document.patient_groups),
            ("satser", document.rates),
            ("kilder", document.builds_on),
            ("kontakter", document.contacts),
            ("organ", tuple(decision.organ for decision in document.decisions)),
        ):
            for entry in entries:
                named[register, entry][document] = None
    return {key: tuple(documents) for key, documents in named.items()}


def _links(document: Document, by_path: Mapping[str, Document], read: Mentions) -> Iterator[Link]:
    here, home = document.reference, document.home
    if document.parent:
        yield Link(here, document.parent, "under", document.at("under"))
    for target in document.hjemmel:
        yield Link(here, target, "hjemmel", document.at("hjemmel"))
    for text in document.replaces:
        yield Link(here, Reference.parse(text, home), "erstatter", document.at("erstatter"))
    for step in document.steps:
        for text in step.documents:
            yield Link(here, Reference.parse(text, home), "steg", step.at)
    for text_link in document.body.links:
        if (found := text_target(document.path, text_link.href, by_path)) is not None:
            at = Location(document.path, text_link.line, text_link.column)
            yield Link(clause_at(document, text_link.line), found, "lenke", at)
    for mention in read.every:
        if isinstance(mention.target, Reference):
            at = Location(document.path, mention.line)
            yield Link(clause_at(document, mention.line), mention.target, "omtale", at)


def clause_at(document: Document, line: int) -> Reference:
    """The address of the nearest heading above `line` of the file; the document when there is none."""
    above = [section.anchor for section in document.body.sections if section.line <= line]
    here = document.reference
    return here.at_clause(above[-1]) if above else here


def text_target(path: str, href: str, by_path: Mapping[str, Document]) -> Reference | None:
    """The document or clause that a link in the text of the file `path` leads to; None when it is no such link."""
    file, _, fragment = href.partition("#")
    target = by_path.get(normpath(f"{path}/../{unquote(file)}") if file else path)
    if target is None:
        return None
    return target.reference.at_clause(unquote(fragment))
