"""The text of front matter or a register to nodes: what is plain at once, the rest by YAML's parser."""

from avtaleverk.corpus.nodes import Mapping
from avtaleverk.corpus.plain_fields import plain_fields
from avtaleverk.rules import Problems, declare

declare("AV003", "Metadata følger ikke YAML-formatet")
declare("AV004", "Samme felt står to ganger")
declare("AV005", "YAML-funksjonen er ikke tillatt")


def compose(path: str, text: str, first_line: int, problems: Problems) -> Mapping | None:
    """The mapping that `text` holds; None, with diagnostics, when it is no mapping or no YAML.

    The first line of `text` is `first_line` of the file. Anchors, aliases and tags are refused: an alias can
    make a small file unfold into a huge one, and an editor has no use for them.
    """
    if plain := plain_fields(path, text, first_line):
        return plain
    from avtaleverk.corpus.parsed_fields import parsed_fields  # few texts take the parser, which is large to import

    return parsed_fields(path, text, first_line, problems)
