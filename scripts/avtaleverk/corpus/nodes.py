"""YAML as text with places: no type guessing, and the line and column of every key and value.

PyYAML reads `0301` as 193, `no` as False and `1.10` as 1.1, and keeps the last of two equal keys in silence.
Here every scalar stays the text that the editor wrote.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from avtaleverk.corpus.place import place
from avtaleverk.diagnostics import Location
from avtaleverk.rules import Problems, declare

MAX_DEPTH = 6
MAX_OPEN = 60  # brackets open at once, or marks in a row, before the text is handed to the parser
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

declare("AV003", "Metadata følger ikke YAML-formatet")
declare("AV004", "Samme felt står to ganger")
declare("AV005", "YAML-funksjonen er ikke tillatt")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, as the text the editor wrote."""

    text: str
    at: Location


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    at: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields with values. `keys` holds the place of each key."""

    values: "dict[str, Node]"
    keys: dict[str, Location]
    at: Location


type_names = {"Scalar": "en verdi", "Sequence": "en liste", "Mapping": "felt med verdier"}
Node = Scalar | Sequence | Mapping


def kind_name(node: Node) -> str:
    """What an editor would call this node."""
    return type_names[type(node).__name__]


def compose(path: str, text: str, first_line: int, problems: Problems) -> Mapping | None:
    """The mapping that `text` holds; None, with diagnostics, when it is no mapping or no YAML.

    The first line of `text` is `first_line` of the file. Anchors, aliases and tags are refused: an alias can
    make a small file unfold into a huge one, and an editor has no use for them.
    """
    if (offset := _too_deep(text)) is not None:
        problems.add(
            "AV005",
            place(path, text, offset, first_line),
            "Her er svært mange parenteser åpnet inni hverandre.",
            "Gjør oppbygningen flatere.",
        )
        return None
    if any(sign in text for sign in "&*!") and _refused_features(path, text, first_line, problems):
        return None
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = _at(path, mark, first_line) if mark else Location(path, first_line)
        problems.add("AV003", at, *_explain(error))
        return None
    except (yaml.YAMLError, RecursionError):
        problems.add(
            "AV003", Location(path, first_line), "Feltene kan ikke leses som YAML.", "Sammenlign med et annet dokument."
        )
        return None
    if not isinstance(root, yaml.MappingNode):
        at = _at(path, root.start_mark, first_line) if root else Location(path, first_line)
        problems.add("AV003", at, "Her skal det stå felt med verdier.", "Skriv «felt: verdi», ett felt på hver linje.")
        return None
    node = _convert(path, root, first_line, problems, 1)
    return node if isinstance(node, Mapping) else None


_BRACKET = re.compile(r"[\[\]{}]")
_MARKS = re.compile(r"(?:[-?:][ \t]+){60}")


def _too_deep(text: str) -> int | None:
    """Where the text is nested so deeply that the parser, which is recursive C, could end the whole process."""
    depth = 0
    for found in _BRACKET.finditer(text):
        depth = depth + 1 if found[0] in "[{" else max(depth - 1, 0)
        if depth > MAX_OPEN:
            return found.start()
    marks = _MARKS.search(text)
    return marks.start() if marks else None


def _at(path: str, mark: Any, first_line: int) -> Location:
    return Location(path, mark.line + first_line, mark.column + 1)


def _convert(path: str, node: yaml.Node, first_line: int, problems: Problems, depth: int) -> Node | None:
    at = _at(path, node.start_mark, first_line)
    if depth > MAX_DEPTH:
        problems.add("AV005", at, f"Feltene er nøstet dypere enn {MAX_DEPTH} nivåer.", "Gjør oppbygningen flatere.")
        return None
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, at)
    if isinstance(node, yaml.SequenceNode):
        items = (_convert(path, item, first_line, problems, depth + 1) for item in node.value)
        return Sequence(tuple(item for item in items if item is not None), at)
    values: dict[str, Node] = {}
    keys: dict[str, Location] = {}
    for key_node, value_node in node.value:
        key_at = _at(path, key_node.start_mark, first_line)
        if not isinstance(key_node, yaml.ScalarNode):
            problems.add("AV003", key_at, "Feltnavnet er ikke et ord.", "Skriv «felt: verdi».")
        elif key_node.value in keys:
            first = keys[key_node.value].line
            problems.add(
                "AV004", key_at, f"Feltet «{key_node.value}» står to ganger (først på linje {first}).", "Slett det ene."
            )
        elif (value := _convert(path, value_node, first_line, problems, depth + 1)) is not None:
            values[key_node.value] = value
            keys[key_node.value] = key_at
    return Mapping(values, keys, at)


def _refused_features(path: str, text: str, first_line: int, problems: Problems) -> bool:
    try:
        for event, name in _features(text):
            at = _at(path, event.start_mark, first_line)
            problems.add("AV005", at, f"Her står {name}, som ikke er tillatt.", 'Sett teksten i anførselstegn: "…".')
            return True
    except yaml.YAMLError:
        return False  # compose reports the same error with its place
    return False


def _features(text: str) -> Iterator[tuple[yaml.Event, str]]:
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent):
            yield event, "et YAML-alias (*)"
        elif getattr(event, "anchor", None):
            yield event, "et YAML-anker (&)"
        elif getattr(event, "tag", None):
            yield event, "en YAML-merkelapp (!)"


def _explain(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    problem = error.problem or ""
    if "mapping values are not allowed" in problem:
        return (
            "Et kolon inne i verdien gjør at feltet ikke kan leses.",
            'Sett hele verdien i anførselstegn: felt: "tekst: mer tekst".',
        )
    if "\\t" in problem or "tab" in problem or "cannot start any token" in problem:
        return (
            "Linjen er rykket inn med tabulator, eller begynner med et tegn som må stå i anførselstegn.",
            "Bruk mellomrom, ikke tabulator, i starten av linjen.",
        )
    if "could not find expected ':'" in problem or "simple key" in problem:
        return "Linjen over mangler kolon etter feltnavnet, eller mellomrom etter kolonet.", "Skriv «felt: verdi»."
    if "end of stream" in problem or "quoted scalar" in (error.context or ""):
        return "Et anførselstegn er ikke avsluttet.", "Sett inn det manglende anførselstegnet."
    if "expected <block end>" in problem or "did not find expected" in problem:
        return (
            "Innrykk eller parenteser stemmer ikke her.",
            "Se at linjene i samme liste har likt innrykk, og at [ ] og { } er lukket.",
        )
    return "Feltene kan ikke leses som YAML.", "Sammenlign linjen med et annet dokument av samme type."
