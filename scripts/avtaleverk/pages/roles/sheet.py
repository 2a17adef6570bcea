"""What matters most to a role, on one sheet of paper for the wall."""

from collections import Counter

from avtaleverk.corpus.model import ContactPoint, Deadline, Document, Helsefellesskap, Message, Role
from avtaleverk.pages.addresses import binder_path, href, overview_path, sheet_path, test_path
from avtaleverk.pages.crumbs import way_to
from avtaleverk.pages.documents.contacts import EVERYBODYS
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block, Page
from avtaleverk.pages.roles.entrance import by_phase, role_documents
from avtaleverk.pages.roles.self_test import questions
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import in_language, lower_first, word

SHEET_CONTACTS = 6
# The number of deadlines, messages and procedures above which a sheet has smaller type, to stay on one A4.
DENSITIES = ((110, "tettest"), (75, "tett"), (45, ""))
# Types that give the whole picture: read on the screen, and left out on paper to keep the sheet readable.
WIDE_TYPES = ("forlop", "retningslinje")


def role_sheet(edition: Edition, space: Helsefellesskap, role: Role) -> Page:
    """The sheet: deadlines, messages, contacts, procedures."""
    here, language = sheet_path(space.id, role.id), space.language
    documents = role_documents(edition, space, role)
    name = in_language(role, "name", language)
    deadlines, messages = _deadlines(edition, space, role, here), _messages(edition, documents)
    html = part(
        "roles/rolleark",
        density=_density(len(deadlines) + len(messages) + len(documents)),
        deadlines=deadlines,
        sends=[m for m in messages if role.id in m.senders],
        receives=[m for m in messages if role.id in m.receivers],
        contacts=_contacts(edition, space, documents, role),
        groups=by_phase(edition, documents, here, language),
        screen_only={edition.type_name(kind, language) for kind in WIDE_TYPES},
        test=href(here, test_path(space.id, role.id)) if questions(documents) else "",
        binder=href(here, binder_path(space.id, role.id)),
        messages=href(here, "meldinger"),
        all_numbers=href(here, overview_path(space.id, "kontakter")),
        edition=edition,
        language=language,
        numbers=lambda points: _by_place(space, points),
        where=lambda point: edition.corpus.place_name(space, point.place),
    )
    lead = word("rolleark.innledning", language)
    return Page(
        here,
        f"{word('rolleark', language)} {lower_first(name)}",
        "rolleark",
        (Block(html),),
        in_language(role, "description", language) or lead,
        language,
        world="pasientnaer",
        label=word("rolleark.merke", language),
        crumbs=way_to(space, language),
    )


def _density(lines: int) -> str:
    return next((name for limit, name in DENSITIES if lines > limit), "romslig")


def _deadlines(edition: Edition, space: Helsefellesskap, role: Role, here: str) -> list[tuple[Deadline, str]]:
    """The role's deadlines, shortest first; moments ("før utskrivning") come after time spans, except those of today."""
    own = [
        (deadline, f"{edition.link_to(document.reference, here)}#{deadline.clause}")
        for (home, _), (document, deadline) in edition.web.deadlines.items()
        if home == space.id and deadline.by == role.id
    ]
    return sorted(own, key=lambda pair: pair[0].within.haste)


def _messages(edition: Edition, documents: list[Document]) -> list[Message]:
    named = dict.fromkeys(id for document in documents for id in document.messages)
    return edition.corpus.registers.meldinger.having(named)


def _by_place(space: Helsefellesskap, points: list[ContactPoint]) -> dict[str, str]:
    """The number for those who work at each place, or in the kommuner whose patients it takes."""
    places = [point.place for point in points]
    return {at: p.phone for p in points for at in (p.place, *space.served_at(p.place, places))}


def _contacts(
    edition: Edition, space: Helsefellesskap, documents: list[Document], role: Role
) -> list[tuple[str, str, list[ContactPoint]]]:
    """The emergency contacts, then those that the role's documents name most often, as role, name and numbers; a number is
    given when it is the same everywhere."""
    others = space.contacts.keys() - {role.id, *EVERYBODYS}
    counts = Counter(contact for document in documents for contact in document.contacts if contact in others)
    most = sorted(counts, key=lambda c: (-counts[c], c))[:SHEET_CONTACTS]
    named = [*(c for c in EVERYBODYS if c in space.contacts), *most]
    return [(c, edition.role(c, space.language), _numbers(list(space.contacts[c].places.values()))) for c in named]


def _numbers(points: list[ContactPoint]) -> list[ContactPoint]:
    """The contact points; only the first when all have the same number, like 116 117."""
    return points[: 1 if len({point.phone for point in points}) == 1 else None]
