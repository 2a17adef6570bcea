"""All messages: who sends each of them to whom, and the procedures that do."""

from avtaleverk.corpus.model import Message
from avtaleverk.pages.addresses import href
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.filters import filters
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import PageLink, links_to
from avtaleverk.pages.table import Cell, Row, Table, as_csv
from avtaleverk.pages.table import html as table_html
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import word


def message_list(edition: Edition) -> Page:
    """Every message with every receiver, and the procedures that send it."""
    table = message_table(edition, "meldinger")
    blocks = [Block(table_html(table, "nb"))]
    for message in edition.corpus.registers.meldinger.entries.values():
        used = links_to(
            edition, list(edition.web.documents_naming("meldinger", message.id)), "meldinger", "nb", placed=True
        )
        html = part("registers/melding", messages=[message], whole="", used=used, edition=edition, language="nb")
        blocks.append(Block(html, Heading(message.name, message.id)))
    return Page(
        "meldinger",
        "Alle meldinger",
        "liste",
        tuple(blocks),
        "Hvem som sender hva, og alle som skal ha det.",
        crumbs=(HOME,),
        attachments=(as_csv(table),),
        nynorsk=("Alle meldingar", "Kven som sender kva, og alle som skal ha det."),
    )


def message_table(edition: Edition, here: str) -> Table:
    """Every message with every receiver, to be chosen by role and phase."""
    rows = []
    for message in edition.corpus.registers.meldinger.entries.values():
        phases = dict.fromkeys(p for d in edition.web.documents_naming("meldinger", message.id) for p in d.phases)
        cells = (
            Cell(links=(PageLink(message.name, href(here, "meldinger", message.id)),)),
            Cell(", ".join(edition.role(role, "nb") for role in message.senders)),
            Cell(_receivers(edition, message)),
            Cell(message.when, explained="–"),
            Cell(message.channel, explained="–"),
        )
        rows.append(Row(cells, {"rolle": (*message.senders, *message.receivers), "fase": tuple(phases)}))
    columns = ("Melding", "Fra", "Til", "Når", "Hvordan")
    return Table("meldinger", "Alle meldinger", columns, tuple(rows), filters(edition, rows, "nb"), own="rolle")


def _receivers(edition: Edition, message: Message) -> str:
    """All receivers of a message, with those who always get it apart from those who get it only when they follow up the
    patient."""
    always, at_times = (
        ", ".join(edition.role(role, "nb") for role in roles) for roles in (message.always_to, message.at_times)
    )
    if not (always and at_times):
        return always or at_times
    return f"Alltid: {always}. Også: {at_times}, {word('melding.folger_opp', 'nb')}"
