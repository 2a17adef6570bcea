"""Front matter or a register as nodes: plain YAML by a fast reader of our own, everything else by the YAML parser."""

from dataclasses import dataclass

from avtaleverk.corpus.nodes import Mapping
from avtaleverk.corpus.plain_fields import plain_fields
from avtaleverk.diagnostics import Location
from avtaleverk.rules import Problems, declare

declare("AV003", "Metadata følger ikke YAML-formatet")
declare("AV004", "Samme felt står to ganger")
declare("AV005", "YAML-funksjonen er ikke tillatt")


@dataclass(slots=True, eq=False)
class Front:
    """Front matter as written, and the nodes read from it.

    Pickling keeps only the text; the nodes are read again on demand.
    """

    path: str
    text: str
    first_line: int
    _fields: Mapping | None = None

    @property
    def fields(self) -> Mapping:
        """The fields as nodes."""
        if self._fields is None:
            read = compose(self.path, self.text, self.first_line, Problems([]))
            self._fields = read or Mapping({}, {}, Location(self.path))
        return self._fields

    def __reduce__(self) -> "tuple[type[Front], tuple[str, str, int]]":
        return Front, (self.path, self.text, self.first_line)


def compose(path: str, text: str, first_line: int, problems: Problems) -> Mapping | None:
    """The mapping that `text` holds; None, with diagnostics, when it is not YAML or not a mapping.

    The first line of `text` is `first_line` of the file. Anchors, aliases and tags are refused: an alias can
    make a small file unfold into a huge one, and an editor has no use for them.
    """
    if plain := plain_fields(path, text, first_line):
        return plain
    from avtaleverk.corpus.parsed_fields import parsed_fields  # large to import, and few texts need it

    return parsed_fields(path, text, first_line, problems)
