"""Kinds made of other kinds: lists, free keys, and records of named fields."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any, NamedTuple

from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.kinds import Day, DocRef, Kind, Leaf, Schema, Span, wrong
from avtaleverk.corpus.nodes import Mapping, Node, Scalar, Sequence
from avtaleverk.diagnostics import Location
from avtaleverk.rules import Problems


class Many(NamedTuple):
    """A list; each item of the kind `item`. Read as a tuple without the items that were wrong."""

    item: Kind

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        """The items as a tuple; a single value counts as a list of one, unless the items have fields."""
        of_fields = isinstance(self.item, Record)
        if isinstance(node, Mapping) or (of_fields and isinstance(node, Scalar) and node.text):
            form = f" Slik: - {self.item.form}." if isinstance(self.item, Record) else ""
            dash = isinstance(self.item, Record | Either) and f"Begynn hvert punkt på en ny linje med «- ».{form}"
            wrong(node, label, "en liste", problems, dash or f"Skriv for eksempel «{label}: [a, b]».")
            return None
        read = self.item.read
        return tuple([v for item in _items(node) if (v := read(item, label, problems)) is not None])

    def leaves(self, node: Node) -> Iterator[Leaf]:
        """The scalars of every item."""
        for item in _items(node):
            yield from self.item.leaves(item)

    def schema(self) -> Schema:
        return {"type": "array", "items": self.item.schema()}


def _items(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        return node.items
    return (node,) if isinstance(node, Scalar) and node.text else ()


class ByKey(NamedTuple):
    """Free keys, each with a value of the kind `value`; read as a dict. A record has its key as the attribute `name`."""

    value: Kind
    name: str = "id"

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        """The entries as a dict; entries that were wrong are left out."""
        if not isinstance(node, Mapping):
            wrong(
                node, label, "felt med verdier", problems, f"Skriv «{label}:» og så ett innrykket felt på hver linje."
            )
            return None
        return {key: v for key in node.values if (v := self._entry(node, key, problems)) is not None}

    def _entry(self, node: Mapping, key: str, problems: Problems) -> Any:
        if isinstance(self.value, Record):
            return self.value.read_entry(node.values[key], key, problems, {self.name: key}, node.keys[key])
        return self.value.read(node.values[key], key, problems)

    def leaves(self, node: Node) -> Iterator[Leaf]:
        """The scalars of every value."""
        for value in node.values.values() if isinstance(node, Mapping) else ():
            yield from self.value.leaves(value)

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": self.value.schema()}


class Either(NamedTuple):
    """One of two kinds, distinguished by whether the node is a scalar or a mapping."""

    scalar: Kind
    mapping: Kind

    def _kind(self, node: Node) -> Kind:
        return self.scalar if isinstance(node, Scalar) else self.mapping

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        """As the kind that fits the node's form."""
        return self._kind(node).read(node, label, problems)

    def leaves(self, node: Node) -> Iterator[Leaf]:
        """As the kind that fits the node's form."""
        return self._kind(node).leaves(node)

    def schema(self) -> Schema:
        return {"anyOf": [self.scalar.schema(), self.mapping.schema()]}


class Field(NamedTuple):
    """One field: its key in the file, the attribute it becomes, its kind, and its help text in Norwegian."""

    key: str
    attribute: str
    kind: Kind
    help: str
    required: bool = False
    worlds: tuple[str, ...] = ("overordnet", "pasientnaer")


class Table(NamedTuple):
    """Fields by their keys, and the required ones."""

    fields: dict[str, Field]
    required: tuple[Field, ...]

    @classmethod
    def of(cls, fields: tuple[Field, ...]) -> "Table":
        """The table of these fields."""
        return cls({field.key: field for field in fields}, tuple(field for field in fields if field.required))


def record(make: Callable[..., Any], *fields: "Field") -> "Record":
    """A record with these fields, read into the tuple `make`."""
    return Record(make, fields)


@dataclass(frozen=True)
class Record:
    """Named fields, read into the tuple `make`."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        """An instance of `make`, or None when a required field is missing or wrong."""
        return self.read_entry(node, label, problems, {}, node.at)

    def read_entry(self, node: Node, label: str, problems: Problems, known: dict[str, str], at: Location) -> Any:
        """Like `read`, for an entry at `at` some of whose attributes are `known` already."""
        if not isinstance(node, Mapping):
            wrong(node, label, "felt med verdier", problems, f"Skriv {self.form}.")
            return None
        values = read_fields(self.table, node, f"«{label}»", problems, missing_at=at)
        if not self._required <= values.keys():
            return None
        return self.make(**known, **{**self._empty, **values}, at=at)

    @cached_property
    def table(self) -> Table:
        """The fields by their keys."""
        return Table.of(self.fields)

    @property
    def form(self) -> str:
        """How one is written, for hints: the first fields."""
        return "{" + ", ".join(f"{field.key}: …" for field in self.fields[:3]) + "}"

    @cached_property
    def _required(self) -> frozenset[str]:
        return frozenset(field.attribute for field in self.table.required)

    @cached_property
    def _empty(self) -> dict[str, Any]:
        """Values for the optional fields that have no default in the tuple."""
        given = getattr(self.make, "_field_defaults", {})
        empty = {Many: (), Day: None, Span: None, DocRef: None}
        return {f.attribute: empty.get(type(f.kind), "") for f in self.fields if f.attribute not in given}

    def leaves(self, node: Node) -> Iterator[Leaf]:
        """The scalars of the known fields."""
        if isinstance(node, Mapping):
            for field in self.fields:
                if field.key in node.values:
                    yield from field.kind.leaves(node.values[field.key])

    def schema(self) -> Schema:
        return object_schema(self.fields)


def kinds_in(kind: Kind) -> Iterator[Kind]:
    """The kind, and all that it is made of."""
    yield kind
    parts: tuple[Kind, ...] = ()
    if isinstance(kind, Many):
        parts = (kind.item,)
    elif isinstance(kind, ByKey):
        parts = (kind.value,)
    elif isinstance(kind, Either):
        parts = (kind.scalar, kind.mapping)
    elif isinstance(kind, Record):
        parts = tuple(field.kind for field in kind.fields)
    for part in parts:
        yield from kinds_in(part)


def fields_in(fields: Iterable[Field]) -> Iterator[Field]:
    """The fields of a table, and those of the records in it."""
    for field in fields:
        yield field
        for kind in kinds_in(field.kind):
            yield from kind.fields if isinstance(kind, Record) else ()


def _meant(key: str, node: Mapping, fields: Iterable[str]) -> str:
    """The field that an unknown one was probably meant as, and where that stands if it is there already."""
    hint = nearest_hint(key, fields)
    there = next((one for one in node.keys if one in fields and hint == f"Mente du «{one}»?"), "")
    if not there:
        return hint
    line = node.keys[there].line
    return f"«{there}» står alt på linje {line}. Før det som mangler, over dit, og slett linjen her."


def read_fields(table: Table, node: Mapping, owner: str, problems: Problems, *, missing_at: Location) -> dict[str, Any]:
    """The values of a mapping by attribute; unknown, missing and malformed fields become diagnostics."""
    values, fields = {}, table.fields
    for key, value in node.values.items():
        if (field := fields.get(key)) is None and _is_cut_off(key, node, value):
            hint = f'Er kommaet ment, sett hele verdien i anførselstegn: "…, {key}". Er det en skrivefeil, rett det.'
            problems.add("AV103", node.keys[key], f"Et komma deler verdien i {owner} i to.", hint)
        elif key == "<<":
            problems.add("AV005", node.keys[key], "Her står «<<», som ikke er tillatt.", "Skriv feltene helt ut.")
        elif field is None:
            problems.add("AV102", node.keys[key], f"{owner} har et ukjent felt: «{key}».", _meant(key, node, fields))
        elif not (isinstance(value, Scalar) and not value.text and not field.required):
            read = field.kind.read(value, key, problems)
            if read is not None:
                values[field.attribute] = read
    for field in table.required:
        if field.key not in node.values and not is_misspelt(field.key, node, fields):
            problems.add("AV101", missing_at, f"{owner} mangler feltet «{field.key}».", added(field))
    return values


def added(field: Field) -> str:
    """The hint to add a field, with the form of what it holds where that is not one value."""
    each = field.kind.item if isinstance(field.kind, Many) else None
    form = f" med - {each.form}" if isinstance(each, Record) else ""
    return f"Legg til «{field.key}:»{form}. {field.help}"


def _is_cut_off(key: str, node: Mapping, value: Node) -> bool:
    """Whether a key without a colon is really the rest of a value that has a comma in it."""
    at = node.keys[key]
    return isinstance(value, Scalar) and not value.text and value.at == at._replace(column=at.column + len(key))


def is_misspelt(key: str, node: Mapping, fields: Container[str]) -> bool:
    """Whether an unknown field is named nearly like a missing one, so that AV102 reports it."""
    return bool(get_close_matches(key, [name for name in node.values if name not in fields], 1, 0.75))


def object_schema(fields: tuple[Field, ...]) -> Schema:
    """JSON Schema of a mapping with these fields."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.key for field in fields if field.required],
        "properties": {field.key: {**field.kind.schema(), "description": field.help} for field in fields},
    }
