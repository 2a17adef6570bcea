"""The tables of a document, row by row."""

from collections.abc import Iterator
from typing import NamedTuple

from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import inline_text


class Cell(NamedTuple):
    """A cell, with the words in the head of its column."""

    head: str
    words: str
    line: int


def rows_of(document: Document) -> Iterator[list[Cell]]:
    """The rows of all tables, each cell with the head of its column."""
    heads: list[str] = []
    row: list[Cell] | None = None
    for token in document.body.tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline" and row is not None:
            head = heads[len(row)] if len(row) < len(heads) else ""
            row.append(Cell(head, inline_text(token), document.body.line_of(token)))
        elif token.type == "tr_close" and row is not None:
            if heads:
                yield row
            else:
                heads = [cell.words for cell in row]
        elif token.type == "table_close":
            heads, row = [], None
