"""The page of a patient-near document: what to do now, by when, whom to inform, and what it rests on."""

from collections.abc import Sequence

from markupsafe import Markup

from avtaleverk.corpus.due import review_due
from avtaleverk.corpus.model import Document, Message, Reference
from avtaleverk.corpus.outline import Section
from avtaleverk.corpus.steps import holds_steps
from avtaleverk.pages.addresses import document_path, href
from avtaleverk.pages.documents import shared
from avtaleverk.pages.documents.contacts import Contact, contacts_of, covered, to_ask, to_ring
from avtaleverk.pages.documents.messages import sent
from avtaleverk.pages.documents.standing import notes_below
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.markup import actors
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.templates import headed, part
from avtaleverk.pages.words import in_language, word

DUTY_TITLES = ("ansvar",)
STEP_LEVEL = 2
CRITERIA_TITLES = ("kriterier", "kriterium")


def procedure(edition: Edition, document: Document) -> Page:
    """The page of a document of the pasientnær world."""
    messages, contacts = sent(edition, document), contacts_of(edition, document)
    blocks: list[Block | None] = [
        _head(edition, document, messages, contacts),
        _whom_to_ask(edition, document, contacts),
        notes_below(edition, document),
    ]
    late = [_messages(edition, document, messages), _rates(edition, document), _contacts(edition, document, contacts)]
    sections = document.body.sections
    end_of_steps = _end_of_steps(sections)
    for i, section in enumerate(sections):
        blocks.append(_section(edition, document, section))
        if i == end_of_steps:
            blocks += late
    blocks += [
        _steps_of_pathway(edition, document),
        _rests_on(edition, document),
        shared.laws(edition, document),
        shared.named_in(edition, document),
        shared.avvik(edition, document),
        shared.about(edition, document),
    ]
    return shared.page(edition, document, blocks, "prosedyre")


def _end_of_steps(sections: Sequence[Section]) -> int:
    """The last section of the steps, or of the criteria after them that the steps refer to; the last of all without steps."""
    last = max((i for i, s in enumerate(sections) if holds_steps(s)), default=len(sections) - 1)
    for section in sections[last + 1 :]:
        if section.level <= STEP_LEVEL and section.title.casefold() not in CRITERIA_TITLES:
            break
        last += 1
    return last


def _head(edition: Edition, document: Document, messages: list[Message], contacts: list[Contact]) -> Block:
    deadlines = [deadline for _, deadline in edition.web.deadlines_of(document)]
    phases = edition.corpus.registers.faser.having(document.phases)
    ring, at_once = to_ring(edition, document, contacts)
    label = word("ring" if at_once else "kontakt.telefon", document.language)
    numbers = part("documents/ring", ring=ring, at_once=at_once, label=label, language=document.language)
    return Block(
        part(
            "documents/prosedyre_topp",
            document=document,
            edition=edition,
            deadlines=deadlines,
            messages=messages,
            due=review_due(document),
            numbers=numbers,
            at_once=at_once,
            phases=[in_language(phase, "name", document.language) for phase in phases],
            language=document.language,
        )
    )


def _whom_to_ask(edition: Edition, document: Document, contacts: list[Contact]) -> Block | None:
    """When the text tells no one to ring: whom to ask; for a pathway without contacts, where the numbers are."""
    if to_ring(edition, document, contacts)[0]:
        return None
    language = document.language
    if asked := to_ask(edition, document, contacts):
        return Block(part("documents/ring", ring=asked, at_once=False, label=word("spor", language), language=language))
    return Block(Markup("<p>{}</p>").format(word("spor.steg", language))) if document.steps else None


def _section(edition: Edition, document: Document, section: Section) -> Block:
    here = document_path(document.reference)
    steps = holds_steps(section) or section.title.casefold() in DUTY_TITLES
    html = edition.html(document.path, document.body, section, here, steps=steps)
    if steps:
        sides = {edition.side_of(actor) for actor in actors(document.body.tokens_of(section)) if actor}
        both = {"kommune", "helseforetak"} <= sides
        kind = "steg" if holds_steps(section) else "ansvar"
        html = part("documents/steg", html=html, kind=kind, both=both, language=document.language)
    return Block(html, Heading(section.label, section.anchor, section.level))


def _messages(edition: Edition, document: Document, messages: list[Message]) -> Block | None:
    if not messages:
        return None
    entries = edition.corpus.registers.meldinger.entries
    some = any(message != entries[message.id] for message in messages)
    whole = href(document_path(document.reference), "meldinger") if some else ""
    values = {"messages": messages, "whole": whole, "edition": edition}
    return headed("meldinger", "meldinger", "documents/meldinger", document.language, **values)


def _rates(edition: Edition, document: Document) -> Block | None:
    rates = edition.corpus.registers.satser.having(document.rates)
    return headed("satser", "satser", "documents/satser", document.language, rates=rates) if rates else None


def _contacts(edition: Edition, document: Document, contacts: list[Contact]) -> Block | None:
    if not contacts:
        return None
    space = edition.corpus.space_of(document)
    return headed(
        "kontakt",
        "kontakt",
        "documents/kontakter",
        document.language,
        contacts=contacts,
        choose=any(len(contact.places) > 1 for contact in contacts),
        covered=covered(edition, space, contacts),
        served=lambda role, place: space.served_at(place, space.contacts[role].places),
    )


def _steps_of_pathway(edition: Edition, document: Document) -> Block | None:
    if not document.steps:
        return None
    here, steps = document_path(document.reference), []
    for step in document.steps:
        targets = [Reference(document.home, id) for id in step.documents]
        steps.append((step, [PageLink(edition.title(target), edition.link_to(target, here)) for target in targets]))
    return headed("steg.nar", "steg", "documents/forlop", document.language, steps=steps)


def _rests_on(edition: Edition, document: Document) -> Block | None:
    """The clauses the document rests on, in their own words."""
    here = document_path(document.reference)
    quotes = []
    for target in map(edition.web.resolve, document.hjemmel):
        if clause := edition.corpus.clause(target):
            agreement, section = clause
            text = edition.html(agreement.path, agreement.body, section, here)
            label = f"{agreement.short_title}, {word('punkt', document.language)} {section.label}"
            quotes.append((label, edition.link_to(target, here), text))
    return headed("bygger_paa", "bygger-paa", "documents/hjemmel", document.language, quotes=quotes) if quotes else None
