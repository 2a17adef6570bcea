"""The comments in YAML, for rules about what anyone who opens a file can read."""

from avtaleverk.checks.context import Context
from avtaleverk.corpus.remarks import Remark, remarks_in
from avtaleverk.diagnostics import Location


def every_remark(context: Context) -> list[Remark]:
    """The comments in the registers, in the files of each helsefellesskap, and in the fields of documents."""
    tables = ((table.path, table.text, 1) for table in context.corpus.tables)
    fields = ((document.path, document.front.text, document.front.first_line) for document in context.corpus.documents)
    return [remark for path, text, line in (*tables, *fields) for remark in remarks_in(path, text, line)]


def in_remark(remark: Remark, offset: int) -> Location:
    """The place of the character at `offset` of a comment."""
    return remark.at._replace(column=remark.at.column + offset)
