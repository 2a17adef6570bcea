"""The page for those who run the server: which edition this is, what runs out next, and what to look for."""

from collections.abc import Container, Iterable
from datetime import date

from markupsafe import Markup

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.model import Document
from avtaleverk.pages.addresses import asset, document_path, href
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.templates import part
from avtaleverk.site.sbom import NAME as BILL
from avtaleverk.site.status import NAME as STATUS
from avtaleverk.site.status import Status

PATH = "drift"
_GUIDES = {"redaktor/publisere": "Publisere og gå tilbake", "redaktor/installere": "Installere og gjenopprette"}


def operations_page(status: Status, there: Container[str]) -> Page:
    """The page; it links to those of the guides whose paths are in `there`."""
    ending, ended = _links(status.ending), _links(status.ended)
    files = PageLink("Tallene som fil, for overvåking", asset(PATH, STATUS)), PageLink("Programmene", asset(PATH, BILL))
    guides = [PageLink(text, href(PATH, path)) for path, text in _GUIDES.items() if path in there]
    none = Markup("<p>Ingen gjeldende dokumenter har en sluttdato som kommer.</p>")
    blocks = (
        Block(part("drift", status=status)),
        *([Block(part("liste", links=ended), Heading("Gått ut", "gatt-ut"))] if ended else []),
        Block(part("liste", links=ending) if ending else none, Heading("Går ut først", "gar-ut")),
        Block(part("drift_rad"), Heading("Se etter", "se-etter")),
        Block(part("liste", links=[*files, *guides]), Heading("Mer", "mer")),
    )
    summary = "For den som har ansvar for serveren: hvilken utgave dette er, og hva du bør følge med på."
    return Page(PATH, "Drift", "liste", blocks, summary, crumbs=(HOME,))


def _links(found: Iterable[tuple[date, Document]]) -> list[PageLink]:
    return [
        PageLink(document.title, href(PATH, document_path(document.reference)), long_date(day))
        for day, document in found
    ]
