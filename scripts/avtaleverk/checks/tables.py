"""The tables of a document, row by row."""

from typing import NamedTuple

from markdown_it.token import Token

from avtaleverk.checks.context import Context
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import inline_text


class Cell(NamedTuple):
    """A cell, with the words in the head of its column."""

    head: str
    words: str
    line: int


class Table(NamedTuple):
    """A table: the token that opens it, the words in the head of each column, and the rows below the head."""

    token: Token
    heads: list[str]
    rows: list[list[Cell]]


def tables(context: Context, document: Document) -> list[Table]:
    """All tables of a document."""
    found = []
    table: Table | None = None
    row: list[Cell] = []
    for token in document.body.tokens:
        if token.type == "table_open":
            table = Table(token, [], [])
        elif token.type == "tr_open":
            row = []
        elif token.type == "inline" and table:
            head = table.heads[len(row)] if len(row) < len(table.heads) else ""
            row.append(Cell(head, inline_text(token), document.body.line_of(token)))
        elif token.type == "thead_close" and table:
            table.heads.extend(cell.words for cell in row)
        elif token.type == "tr_close" and table and table.heads:
            table.rows.append(row)
        elif token.type == "table_close" and table:
            found.append(table)
            table = None
    return found
