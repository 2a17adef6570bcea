"""The comments in YAML, for the rules that look at what anyone can read in a file."""

from avtaleverk.checks.context import Context
from avtaleverk.corpus.remarks import Remark, remarks_in
from avtaleverk.diagnostics import Location


def every_remark(context: Context) -> list[Remark]:
    """Those of the registers, of the files of each helsefellesskap, and of the fields of the documents."""
    tables = ((table.path, table.text, 1) for table in context.corpus.tables)
    fields = ((document.path, document.front.text, document.front.first_line) for document in context.corpus.documents)
    return [remark for path, text, line in (*tables, *fields) for remark in remarks_in(path, text, line)]


def in_remark(remark: Remark, offset: int) -> Location:
    """The place of the character at `offset` of a comment."""
    return remark.at._replace(column=remark.at.column + offset)
