"""Entries for pages that are not documents: guidance, law points, lists, kommuner, contacts, messages and the ordliste."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup

from avtaleverk.corpus.model import ContactRole, Corpus, Helsefellesskap, Language, LawPoint
from avtaleverk.pages.addresses import kommune_path, overview_path
from avtaleverk.pages.entrances.kommune import at_hospital
from avtaleverk.pages.page import Page
from avtaleverk.pages.words import in_language, lower_first
from avtaleverk.pages.words import word as say
from avtaleverk.search.asked import asked
from avtaleverk.search.entries import Entry, Number

GUIDANCE, RULE, LAW, ENTRANCE, MESSAGE, CONTACT, TERM, EMERGENCY = 0.8, 0.4, 0.8, 0.6, 0.8, 0.8, 0.5, 1.8
KOMMUNE, OVERVIEW = 0.9, 1.0
EDITORS = ("redaktor", "regler")
_PHONE = re.compile(r'<a href="tel:[^"]*">(.*?)</a>')
_BREAK = re.compile(r"</(?:p|li|td|th|dd|dt|h\d|tr)>")


def other_entries(corpus: Corpus, pages: tuple[Page, ...]) -> Iterator[Entry]:
    """Entries for the pages that are not documents, and for the rows of some lists."""
    by_path = {page.path: page for page in pages}
    for page in pages:
        yield from _of_page(corpus, page)
    for space in corpus.helsefellesskap.values():
        yield from _kommuner(space, by_path)
        if list_of_contacts := by_path.get(overview_path(space.id, "kontakter")):
            yield from _contacts(space, list_of_contacts)
    if "meldinger" in by_path:
        yield from _messages(corpus)
    if "ordliste" in by_path:
        yield from _terms(corpus)


def _of_page(corpus: Corpus, page: Page) -> Iterator[Entry]:
    if page.kind in ("veiledning", "regel"):
        yield from _guidance(page)
    elif page.path.startswith("lov/"):
        yield _law(corpus, page)
    elif page.kind == "akutt":
        yield _emergency(page)
    elif page.kind == "helsefellesskap":
        entry, names = _whole(page, "Inngang", ENTRANCE), asked().home
        phrases = (page.title, *names)
        yield replace(entry, extra="\n".join(names), phrases=phrases, kind="helsefellesskap", space=page.path)
    elif page.path.startswith(("rolle/", "fase/", "gruppe/")):
        yield _whole(page, "Inngang", ENTRANCE)
    elif _is_overview(page):
        yield _overview(corpus, page)
        if page.path.endswith("/krav"):
            yield from _holes(corpus, page)


def _whole(page: Page, label: str, prior: float) -> Entry:
    return Entry(
        page.path, "", page.title, "", "", page.summary, summary=page.summary, label=label, kind="side",
        language=page.language, prior=prior, facets=(("type", ("side",)),),
    )  # fmt: skip


def _law(corpus: Corpus, page: Page) -> Entry:
    """A point of a law; the page of a whole law also by the names of the law."""
    law = corpus.registers.lovkrav.entries.get(page.path.removeprefix("lov/"))
    names = law.also_called if law and not law.paragraph else ()
    return replace(_whole(page, "Lovkrav", LAW), extra="\n".join(names), phrases=names)


def _is_overview(page: Page) -> bool:
    """Whether the page is a list that needs an entry of its own, since neither its rows nor its kommune are entries."""
    by_row = page.path in ("a-aa", "meldinger", "ordliste")
    return page.kind == "liste" and bool(page.summary) and not by_row and page.label != "Kommune"


def _overview(corpus: Corpus, page: Page) -> Entry:
    """A list, such as who has signed what or what the law requires: found by its name and by what it lists."""
    home, name = page.path.split("/")[0], page.path.rsplit("/", 1)[-1]
    words = asked().overviews.get(name, ())
    if name == "organer":
        words = (*words, *_with_organs(words, corpus.helsefellesskap[home]))
    # The rows of the list of contacts are entries themselves.
    headings = [block.heading.text for block in page.blocks if block.heading] if name != "kontakter" else []
    return replace(
        _whole(page, "Oversikt", OVERVIEW), space=home if home in corpus.helsefellesskap else "",
        extra="\n".join((*words, *headings)), phrases=(page.title, *words),
    )  # fmt: skip


def _with_organs(words: tuple[str, ...], space: Helsefellesskap) -> Iterator[str]:
    """The names of the organs, each after every one of the words and alone: "hvem sitter i SSU", "SSU"."""
    names = (name for organ in space.organs.values() for name in (organ.name, *organ.also_called))
    yield from dict.fromkeys(f"{word} {name}".strip() for name in names for word in (*words, ""))


def hole_heading(law: LawPoint, language: Language) -> str:
    """The heading of a point of § 6-2 that no agreement covers."""
    return f"{law.number} {in_language(law, 'title', language)}"


def _holes(corpus: Corpus, page: Page) -> Iterator[Entry]:
    """What a helsefellesskap says of the points that none of its agreements covers, for readers who look for one."""
    space = corpus.helsefellesskap[page.path.split("/")[0]]
    for law in corpus.registers.lovkrav.entries.values():
        if law.is_minimum and law.number in space.holes:
            heading = hole_heading(law, space.language)
            yield replace(
                _whole(page, "Oversikt", OVERVIEW), heading=heading, text=space.holes[law.number], summary="",
                space=space.id, extra="\n".join((*asked().uncovered, space.short_name)), phrases=(heading,),
            )  # fmt: skip


def _emergency(page: Page) -> Entry:
    """The emergency page; its first four numbers are the answer, so the hit shows them."""
    html = "".join(str(block.html) for block in page.blocks)
    numbers = " · ".join(str(Markup(found).striptags()) for found in _PHONE.findall(html)[:4])
    return Entry(
        page.path, "", page.title, "", "", "", summary=f"{numbers}. {page.summary}", extra="\n".join(asked().emergency),
        label="Inngang", kind="side", language=page.language, prior=EMERGENCY, facets=(("type", ("side",)),),
        phrases=(page.title, *asked().emergency), everywhere=True, dangers=("fare", "selvmord"),
    )  # fmt: skip


def _guidance(page: Page) -> Iterator[Entry]:
    words = asked().guides.get(page.path, ())
    for block in page.blocks:
        heading, anchor = (block.heading.text, block.heading.anchor) if block.heading else ("", "")
        yield Entry(
            page.path, anchor, page.title, heading, "", _text(block.html),
            summary="" if heading else page.summary, extra="" if heading else "\n".join(words), label="Veiledning", kind=page.kind,
            language=page.language, prior=RULE if page.kind == "regel" else GUIDANCE, facets=(("type", ("veiledning",)),),
            behind=page.path.startswith(EDITORS), phrases=() if heading else (page.title, *words), everywhere=bool(words),
        )  # fmt: skip


def _text(html: Markup) -> str:
    return "\n".join(Markup(part).striptags() for part in _BREAK.split(str(html)) if part.strip())


def _kommuner(space: Helsefellesskap, by_path: Mapping[str, Page]) -> Iterator[Entry]:
    """The page of each kommune, with its telephone numbers."""
    for kommune in space.kommuner:
        if page := by_path.get(kommune_path(space.id, kommune)):
            numbers = tuple(_numbers_in(space, kommune))
            settlements = (*space.settlements.get(kommune, ()), *_districts(space, kommune))
            calls = (page.title, f"{page.title} kommune", *(f"{word} {page.title}" for word in asked().phone))
            yield replace(
                _whole(page, "Kommune", KOMMUNE), space=space.id, phrases=calls, numbers=numbers, settlements=settlements,
                extra="\n".join((page.title, *asked().phone, *asked().hours, *(role.name for role, point in space.contacts_of(kommune) if point.phone))),
            )  # fmt: skip


def _districts(space: Helsefellesskap, kommune: str) -> Iterator[str]:
    """The districts that the kommune is in; one that ends in "-dalen" also without "-en"."""
    for name in (name for name, kommuner in space.districts.items() if kommune in kommuner):
        yield name
        if name.endswith("dalen"):
            yield name.removesuffix("en")


def _numbers_in(space: Helsefellesskap, kommune: str) -> Iterator[Number]:
    """The numbers of a kommune, each followed by the number that answers when it is closed, unless that role has a number
    of its own in the kommune."""
    found = [(role, point) for role, point in space.contacts_of(kommune) if point.phone]
    own, instead = [role.id for role, _ in found], {role.id: space.stand_in(role, kommune) for role, _ in found}
    for role, point in found:
        closed = " ".join(id for id, other in instead.items() if other and other[0] is role)
        yield Number(role.id, at_hospital(space, role.name, point), point.phone, point.hours, closed)
        other = instead[role.id]
        if other and other[0].id not in own:
            yield Number(role.id, other[0].name, other[1].phone, other[1].hours, role.id)


def closed_roles(space: Helsefellesskap, role: str) -> str:
    """The ids of the roles that this one answers for when they are closed, separated by spaces."""
    return " ".join(other.id for other in space.contacts.values() if other.when_closed == role)


def numbers_of(space: Helsefellesskap, role: ContactRole) -> tuple[Number, ...]:
    """The numbers of a role: its only one, or one for each unit."""
    points, only, instead = role.rung, role.only_number, closed_roles(space, role.id)
    return tuple(
        Number(role.id, role.name if only else space.units[point.place].name, point.phone, point.hours, instead)
        for point in (points[:1] if only else points)
        if only or point.place in space.units
    )


def _contacts(space: Helsefellesskap, page: Page) -> Iterator[Entry]:
    """An entry for each role with a telephone: its only number, or in how many places it has one."""
    for role in space.contacts.values():
        if not role.rung:
            continue
        text = role.only_number or say("kontakt.steder", page.language).format(n=len(role.rung))
        numbers = numbers_of(space, role)
        others: tuple[Number, ...] = ()
        if other := space.contacts.get(role.when_closed):
            others = tuple(n._replace(name=", ".join({other.name: 0, n.name: 0})) for n in numbers_of(space, other))
            text = f"{text.removesuffix('.')}. {say('kontakt.stengt', page.language)} {lower_first(other.name)}."
        yield Entry(
            page.path, role.id, page.title, role.name, "", text,
            extra="\n".join((*asked().phone, space.short_name, *(number.name for number in numbers))),
            label="Kontakt", kind="side", space=space.id, language=page.language, prior=CONTACT,
            facets=(("type", ("side",)),), phrases=_calls(role), numbers=(*numbers, *others),
        )  # fmt: skip


def _calls(role: ContactRole) -> tuple[str, ...]:
    """What readers type to get the role's number; the name alone is enough when the role always answers."""
    always = all("døgn" in point.hours for point in role.places.values())
    return (*(f"{word} {role.name}" for word in asked().phone), *((role.name,) if always else ()))


def _messages(corpus: Corpus) -> Iterator[Entry]:
    for message in corpus.registers.meldinger.entries.values():
        text = "\n".join((message.when, message.content, message.channel))
        yield Entry(
            "meldinger", message.id, "Alle meldinger", message.name, "", text, extra=message.name_nn,
            label="Melding", kind="side", prior=MESSAGE, facets=(("type", ("side",)),),
        )  # fmt: skip


def _terms(corpus: Corpus) -> Iterator[Entry]:
    for term in corpus.registers.ordliste.entries.values():
        name = term.nb[0] if term.nb else term.id
        also = "\n".join((*term.nb[1:], *term.nn, *term.abbreviations))
        yield Entry(
            "ordliste", term.id, "Ordliste", name, "", term.explanation, extra=also,
            label="Ord", kind="ord", prior=TERM, facets=(("type", ("ord",)),),
        )  # fmt: skip
