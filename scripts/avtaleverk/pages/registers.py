"""The registers as tables with filters: deadlines, messages, contacts, sources and rates, each with where it is used."""

from collections.abc import Iterable, Iterator

from avtaleverk.corpus.model import ContactPoint, Deadline, Document, Helsefellesskap, Language, Message
from avtaleverk.pages.addresses import document_path, href, kommune_path
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import PageLink, links_by_title
from avtaleverk.pages.site import Site
from avtaleverk.pages.table import Cell, Filter, Row, Table, as_csv, html
from avtaleverk.pages.templates import phone_link
from avtaleverk.pages.words import collate, in_language, kroner, span, word, words


def register_pages(site: Site) -> Iterator[Page]:
    """The registers that all helsefellesskap share."""
    yield deadline_page(site)
    for table, summary in (
        (_sources(site), "Nasjonale kilder, og hvor de er brukt."),
        (_rates(site), "Beløp år for år."),
    ):
        blocks = (Block(html(table, "nb")),)
        yield Page(table.name, table.caption, "liste", blocks, summary, crumbs=(HOME,), attachments=(as_csv(table),))


def deadline_page(site: Site) -> Page:
    """Every agreed deadline, by helsefellesskap, to be chosen by role and phase."""
    tables = [(space, deadline_table(site, space, "frister")) for space in site.corpus.helsefellesskap.values()]
    return Page(
        "frister",
        "Alle frister",
        "liste",
        tuple(Block(html(table, space.language), Heading(space.name, space.id), space) for space, table in tables),
        "Hva som skal gjøres, innen når, av hvem.",
        crumbs=(HOME,),
        attachments=tuple(as_csv(table) for _, table in tables),
    )


def deadline_table(site: Site, space: Helsefellesskap, here: str) -> Table:
    """The deadlines: what, by when, from when, who, to whom, and the clause of each."""
    language, rows = space.language, []
    phases = _phases_of_deadlines(site, space)
    for (home, id), (document, deadline) in site.web.deadlines.items():
        if home == space.id:
            roles = (deadline.by, *deadline.to)
            marks = {"rolle": roles, "eier": (deadline.by,), "fase": phases.get(id, document.phases)}
            rows.append(Row(_deadline(site, document, deadline, language, here), marks))
    heads = words(language, "innen", "fra", "hvem", "frist.hva", "til", "punkt")
    columns = tuple(head[:1].upper() + head[1:] for head in heads)
    caption = f"{word('frister', language)}, {space.short_name}"
    return Table(f"frister-{space.id}", caption, columns, tuple(rows), filters(site, rows, language), own="rolle")


def _deadline(site: Site, document: Document, deadline: Deadline, language: Language, here: str) -> tuple[Cell, ...]:
    clause = PageLink(
        f"{document.short_title} {deadline.clause}", href(here, document_path(document.reference), deadline.clause)
    )
    return (
        Cell(span(deadline, language), sort=str(deadline.within.haste)),
        Cell(deadline.since, explained="–"),
        Cell(site.role(deadline.by, language)),
        Cell(deadline.what),
        Cell(", ".join(site.role(role, language) for role in deadline.to), explained="–"),
        Cell(links=(clause,)),
    )


def _phases_of_deadlines(site: Site, space: Helsefellesskap) -> dict[str, tuple[str, ...]]:
    """The phases of each deadline: those of the documents that use it."""
    found: dict[str, dict[str, None]] = {}
    for document in site.documents(space, "pasientnaer"):
        for item in document.deadlines:
            if isinstance(item, str):
                found.setdefault(item, {}).update(dict.fromkeys(document.phases))
    return {id: tuple(phases) for id, phases in found.items()}


def filters(site: Site, rows: list[Row], language: Language) -> tuple[Filter, ...]:
    """Filters for role and phase, with those that occur in the rows."""
    phases = _options(site.corpus.registers.faser.entries.values(), rows, "fase", language)
    return role_filter(site, rows, language), Filter("fase", word("matrise.fase", language), phases)


def role_filter(site: Site, rows: list[Row], language: Language) -> Filter:
    """A filter for role, with those that occur in the rows."""
    roles = _options(site.corpus.registers.roller.entries.values(), rows, "rolle", language)
    return Filter("rolle", word("matrise.rolle", language), roles)


def organ_filter(space: Helsefellesskap, rows: list[Row]) -> Filter:
    """A filter for organ, with those that occur in the rows."""
    organs = _options(space.organs.values(), rows, "organ", space.language)
    return Filter("organ", word("kalender.organ", space.language), organs)


def _options(entries: Iterable[object], rows: list[Row], mark: str, language: Language) -> tuple[tuple[str, str], ...]:
    used = {id for row in rows for id in row.marks.get(mark, ())}
    named = ((str(getattr(entry, "id", "")), in_language(entry, "name", language)) for entry in entries)
    return tuple(sorted((pair for pair in named if pair[0] in used), key=lambda pair: collate(pair[1])))


def clause_table(site: Site, space: Helsefellesskap, here: str) -> Table:
    """What editors write in `hjemmel` for each clause of the agreements in force, and in `frister` for its deadlines."""
    rows = []
    for document in site.documents(space, "overordnet"):
        for clause in document.clauses:
            if not clause.number or not site.is_current(document):
                continue
            link = PageLink(clause.label, href(here, document_path(document.reference), clause.number))
            ids = ", ".join(deadline.id for deadline in document.own_deadlines if deadline.clause == clause.number)
            address = Cell(f"{document.id}#{clause.number}")
            rows.append(Row((address, Cell(document.short_title), Cell(links=(link,)), Cell(ids, explained="–"))))
    columns = words(space.language, "matrise.skriv", "matrise.avtale", "matrise.punkt", "frister")
    return Table("punkter", word("matrise.punkter", space.language), columns, tuple(rows))


def message_table(site: Site, here: str) -> Table:
    """Every message with every receiver, to be chosen by role and phase."""
    rows = []
    for message in site.corpus.registers.meldinger.entries.values():
        phases = dict.fromkeys(p for d in site.web.documents_naming("meldinger", message.id) for p in d.phases)
        cells = (
            Cell(links=(PageLink(message.name, href(here, "meldinger", message.id)),)),
            Cell(", ".join(site.role(role, "nb") for role in message.senders)),
            Cell(_receivers(site, message)),
            Cell(message.when, explained="–"),
            Cell(message.channel, explained="–"),
        )
        rows.append(Row(cells, {"rolle": (*message.senders, *message.receivers), "fase": tuple(phases)}))
    columns = ("Melding", "Fra", "Til", "Når", "Hvordan")
    return Table("meldinger", "Alle meldinger", columns, tuple(rows), filters(site, rows, "nb"))


def _receivers(site: Site, message: Message) -> str:
    """All receivers of a message, with those who always get it apart from those who get it only when they follow up the
    patient."""
    always, at_times = (
        ", ".join(site.role(role, "nb") for role in roles) for roles in (message.always_to, message.at_times)
    )
    if not (always and at_times):
        return always or at_times
    return f"Alltid: {always}. Også: {at_times}, {word('melding.folger_opp', 'nb')}"


def contact_table(site: Site, space: Helsefellesskap, here: str) -> Table:
    """Every contact point of every role, to be chosen by role and place."""
    language, rows, places = space.language, [], {}
    for role in space.contacts.values():
        for place, point in role.places.items():
            places[place] = site.corpus.place_name(space, place)
            link = href(here, kommune_path(space.id, place)) if place in space.kommuner else ""
            cells = _contact(site.role(role.id, language), PageLink(places[place], link), point)
            first = place == next(iter(role.places))
            rows.append(Row(cells, {"rolle": (role.id,), "sted": (place,)}, role.id if first else ""))
    by_name = tuple(sorted(places.items(), key=lambda pair: collate(pair[1])))
    choices = role_filter(site, rows, language), Filter("sted", word("kontakt.sted", language), by_name)
    columns = words(language, "hvem", "kontakt.sted", "kontakt.telefon", "kontakt.apent", "kontakt.merknad")
    return Table("kontakter", word("matrise.kontakter", language), columns, tuple(rows), choices, own="sted")


def _contact(role: str, place: PageLink, point: ContactPoint) -> tuple[Cell, ...]:
    phone = Cell(links=(PageLink(point.phone, phone_link(point.phone)),))
    return (
        Cell(role),
        Cell(links=(place,)),
        phone if point.phone else Cell(explained="–"),
        Cell(point.hours, explained="–"),
        Cell(" ".join(filter(None, (point.note, point.email))), explained="–"),
    )


def _sources(site: Site) -> Table:
    rows = tuple(
        Row((
            Cell(source.title), Cell(source.publisher, explained="–"), Cell(source.year, explained="–"),
            Cell(source.use, explained="–"),
            Cell(links=links_by_title(site, site.web.documents_naming("kilder", source.id), "kilder"), explained="–"),
        ))
        for source in site.corpus.registers.kilder.entries.values()
    )  # fmt: skip
    return Table("kilder", "Kilder", ("Tittel", "Utgiver", "År", "Hva den brukes til", "Brukes i"), rows)


def _rates(site: Site) -> Table:
    unknown = tuple(
        Row((Cell(rate.name), Cell(rate.unit), Cell("Ukjent"), Cell(rate.missing), Cell("–")))
        for rate in site.corpus.registers.satser.entries.values()
        if rate.missing
    )
    rows = unknown + tuple(
        Row((
            Cell(rate.name), Cell(rate.unit), Cell(year), Cell(kroner(amount), sort=amount, raw=amount),
            Cell(links=links_by_title(site, site.web.documents_naming("satser", rate.id), "satser"), explained="–"),
        ))
        for rate in site.corpus.registers.satser.entries.values()
        for year, amount in sorted(rate.by_year.items(), reverse=True)
    )  # fmt: skip
    return Table("satser", "Satser", ("Sats", "Enhet", "År", "Beløp", "Brukes i"), rows)
