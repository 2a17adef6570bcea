"""The sources and the rates: two tables that all helsefellesskap share, with where each entry is used."""

from collections.abc import Iterator

from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block, Page
from avtaleverk.pages.page_links import links_by_title
from avtaleverk.pages.table import Cell, Row, Table, as_csv, html
from avtaleverk.pages.words import kroner


def source_and_rate_pages(edition: Edition) -> Iterator[Page]:
    """A page for each of the two."""
    for table, summary in (
        (_sources(edition), "Nasjonale kilder, og hvor de er brukt."),
        (_rates(edition), "Beløp år for år."),
    ):
        blocks = (Block(html(table, "nb")),)
        yield Page(table.name, table.caption, "liste", blocks, summary, crumbs=(HOME,), attachments=(as_csv(table),))


def _sources(edition: Edition) -> Table:
    rows = tuple(
        Row((
            Cell(source.title), Cell(source.publisher, explained="–"), Cell(source.year, explained="–"),
            Cell(source.use, explained="–"),
            Cell(links=links_by_title(edition, edition.web.documents_naming("kilder", source.id), "kilder"), explained="–"),
        ))
        for source in edition.corpus.registers.kilder.entries.values()
    )  # fmt: skip
    return Table("kilder", "Kilder", ("Tittel", "Utgiver", "År", "Hva den brukes til", "Brukes i"), rows)


def _rates(edition: Edition) -> Table:
    unknown = tuple(
        Row((Cell(rate.name), Cell(rate.unit), Cell("Ukjent"), Cell(rate.missing), Cell("–")))
        for rate in edition.corpus.registers.satser.entries.values()
        if rate.missing
    )
    rows = unknown + tuple(
        Row((
            Cell(rate.name), Cell(rate.unit), Cell(year), Cell(kroner(amount), sort=amount, raw=amount),
            Cell(links=links_by_title(edition, edition.web.documents_naming("satser", rate.id), "satser"), explained="–"),
        ))
        for rate in edition.corpus.registers.satser.entries.values()
        for year, amount in sorted(rate.by_year.items(), reverse=True)
    )  # fmt: skip
    return Table("satser", "Satser", ("Sats", "Enhet", "År", "Beløp", "Brukes i"), rows)
