"""The comments in YAML, for the rules that look at what anyone can read in a file."""

from avtaleverk.checks.context import Context
from avtaleverk.corpus.remarks import Remark, remarks_in


def every_remark(context: Context) -> list[Remark]:
    """Those of the registers, of the files of each helsefellesskap, and of the fields of the documents."""
    fronts = ((document.path, document.front) for document in context.corpus.documents)
    in_fields = (remark for path, front in fronts for remark in remarks_in(path, front.text, front.first_line))
    return [*context.corpus.remarks, *in_fields]
