"""Links that a page shows, and lists of documents as such links."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.due import leaves_alone
from avtaleverk.corpus.model import Document, Helsefellesskap, Language, Reference
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.words import collate, in_language, word


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to show: its words, its address, what kind of thing it leads to, and the language of its words where that
    is not the page's."""

    text: str
    href: str
    label: str = ""
    language: Language | None = None


def links_to(
    edition: Edition, documents: list[Document], here: str, language: Language, *, placed: bool = False
) -> list[PageLink]:
    """Links to documents, patient-near ones first, each with the name of its type where its title does not say what it is.
    On a page of several helsefellesskap they are `placed`: each says which it belongs to."""
    types = edition.corpus.registers.typer.entries
    order = list(types)
    ranked = sorted(documents, key=lambda d: (-order.index(d.type) if d.type in order else 0, collate(d.title)))
    return [
        PageLink(
            d.title,
            edition.link_to(d.reference, here),
            _label(edition, d, language, placed),
            other_language(d, language),
        )
        for d in ranked
    ]


def _label(edition: Edition, document: Document, language: Language, placed: bool) -> str:
    where = edition.corpus.space_of(document).short_name if placed else ""
    return ", ".join(filter(None, (_type(edition, document, language), where, state_mark(edition, document, language))))


def links_by_title(edition: Edition, documents: Iterable[Document], here: str) -> tuple[PageLink, ...]:
    """Links to documents in the order of their titles."""
    space = edition.corpus.helsefellesskap.get(here.split("/")[0])
    language: Language = space.language if space else "nb"
    return tuple(
        PageLink(
            d.title, edition.link_to(d.reference, here), state_mark(edition, d, language), other_language(d, language)
        )
        for d in sorted(documents, key=lambda d: collate(d.title))
    )


def state_mark(edition: Edition, document: Document, language: Language) -> str:
    """The mark, in every list, of a document that is not in force today or is on notice; "" for others."""
    end, state = document.valid_to, edition.not_current(document)
    if state in ("utkast", "utgatt"):
        return word(f"status.{document.status}", language).lower() if document.status else ""
    if state == "kommer" and document.valid_from:
        return word("kommer.merke", language).format(dato=long_date(document.valid_from))
    if alone := leaves_alone(edition.corpus.space_of(document), document) if not state else "":
        return word("oppsagt.merke_en", language).format(part=edition.party(alone, document))
    if end and (state == "ute" or document.notice):
        return word("ute.merke" if state else "oppsagt.merke", language).format(dato=long_date(end))
    return ""


def _type(edition: Edition, document: Document, language: Language) -> str:
    found = edition.corpus.type_of(document)
    return in_language(found, "name", language) if found and not document.called else ""


def other_language(document: Document, language: Language) -> Language | None:
    """The language of the document's title where it is not that of the page."""
    return None if document.language == language else document.language


def used_in(edition: Edition, reference: Reference, here: str, language: Language) -> list[PageLink]:
    """The documents that rest on or link to exactly this document or clause."""
    sources = {link.source.whole: None for link in edition.web.incoming.get(reference, ()) if link.relation != "under"}
    sources.pop(reference.whole, None)
    return links_to(edition, [edition.corpus.by_reference[s] for s in sources], here, language)


Groups = list[tuple[str, list[PageLink]]]


def by_topic(edition: Edition, space: Helsefellesskap, documents: list[Document], here: str, first: str = "") -> Groups:
    """Documents under their first topic, in the register's order, but the topic of the page before all."""
    topics = edition.corpus.registers.tema.entries
    order = {id: i for i, id in enumerate(topics)} | {first: -1}
    keyed = sorted(documents, key=lambda d: (order.get(_topic(d), len(order)), collate(d.title)))
    return [
        (
            in_language(topics[topic], "name", space.language) if topic in topics else word("annet", space.language),
            links_to(edition, list(group), here, space.language),
        )
        for topic, group in groupby(keyed, key=_topic)
    ]


def _topic(document: Document) -> str:
    return document.topics[0] if document.topics else ""
