"""The kinds of value that a field can have: how each is read, named for editors, and described as JSON Schema."""

import re
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, Protocol

from avtaleverk.corpus.duration import parse_duration
from avtaleverk.corpus.nodes import Mapping, Node, Scalar, Sequence, kind_name
from avtaleverk.diagnostics import Location
from avtaleverk.rules import Problems, declare

declare("AV101", "Et påkrevd felt mangler")
declare("AV102", "Ukjent felt")
declare("AV103", "Verdien har feil form")
declare("AV105", "Id-en har feil form")

Schema = dict[str, Any]
Leaf = tuple["Kind", Scalar]


class Kind(Protocol):
    """A kind of value. `read` gives the typed value, or None after a diagnostic."""

    def read(self, node: Node, label: str, problems: Problems) -> Any: ...

    def leaves(self, node: Node) -> "Iterator[Leaf]": ...

    def schema(self) -> Schema: ...


def _wrong(node: Node, label: str, wanted: str, problems: Problems, hint: str) -> None:
    shown = f"«{node.text}»" if isinstance(node, Scalar) else kind_name(node)
    problems.add("AV103", node.at, f"Feltet «{label}» er {shown}, men skal være {wanted}.", hint)


class _Leaf:
    """What the kinds that are one scalar have in common."""

    wanted = "tekst"
    hint = "Skriv teksten etter kolon."

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        """The typed value, or None after a diagnostic."""
        value = self.parse(node.text.strip()) if isinstance(node, Scalar) else None
        if value is None:
            _wrong(node, label, self.wanted, problems, self.hint)
        return value

    def leaves(self, node: Node) -> Iterator[Leaf]:
        """The scalar itself."""
        if isinstance(node, Scalar):
            yield self, node

    def parse(self, text: str) -> Any:
        return text or None

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1}


class Text(_Leaf):
    """Any text on one line."""


@dataclass(frozen=True)
class Line(_Leaf):
    """Text of at most `longest` characters."""

    longest: int

    @property
    def wanted(self) -> str:  # type: ignore[override]
        return f"tekst på høyst {self.longest} tegn"

    hint = "Kort ned teksten."

    def parse(self, text: str) -> Any:
        return text if 0 < len(text) <= self.longest else None

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


class Identifier(_Leaf):
    """A stable id: a–z, 0–9 and hyphens, starting with a letter or digit."""

    pattern = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
    wanted = "en id"
    hint = "Bruk bare små bokstaver a–z, tall og bindestrek, for eksempel «p-tidligmelding»."

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        if isinstance(node, Scalar) and self.pattern.fullmatch(node.text) and len(node.text) <= 60:
            return node.text
        shown = node.text if isinstance(node, Scalar) else kind_name(node)
        problems.add("AV105", node.at, f"«{shown}» i feltet «{label}» er ingen gyldig id.", self.hint)
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern.pattern}$", "maxLength": 60}


class Day(_Leaf):
    """A date, YYYY-MM-DD (ISO 8601)."""

    pattern = re.compile(r"\d{4}-\d{2}-\d{2}")
    wanted = "en dato"
    hint = "Skriv datoen slik: 2026-02-01 (år-måned-dag)."

    def parse(self, text: str) -> Any:
        if not self.pattern.fullmatch(text):
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None

    def schema(self) -> Schema:
        return {"type": "string", "format": "date", "pattern": f"^{self.pattern.pattern}$"}


class Span(_Leaf):
    """A deadline: "24 timer", "straks", "ved utskrivning"."""

    wanted = "en frist"
    hint = "Skriv for eksempel «24 timer», «3 dager», «straks», «samme dag», «ved utskrivning» eller «før utskrivning»."

    def parse(self, text: str) -> Any:
        return parse_duration(text)


class YesNo(_Leaf):
    """`ja` or `nei`."""

    wanted = "ja eller nei"
    hint = "Skriv «ja» eller «nei»."

    def parse(self, text: str) -> Any:
        return {"ja": True, "nei": False}.get(text)

    def schema(self) -> Schema:
        return {"enum": ["ja", "nei"]}


@dataclass(frozen=True)
class Choice(_Leaf):
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def wanted(self) -> str:  # type: ignore[override]
        return "en av: " + ", ".join(self.words)

    hint = "Velg en av dem."

    def parse(self, text: str) -> Any:
        return text if text in self.words else None

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


@dataclass(frozen=True)
class Ref(Identifier):
    """The id of an entry of a register; `register` names it. That it exists is for the check to say."""

    register: str


@dataclass(frozen=True)
class DocRef(_Leaf):
    """A document, or one of its clauses: `da05`, `da05#4.3`, `fonna/da05#4.3`."""

    clause: bool = False
    pattern = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9]+(?:-[a-z0-9]+)*(?:#[^\s#]+)?")

    @property
    def wanted(self) -> str:  # type: ignore[override]
        return "et punkt i en avtale" if self.clause else "en id"

    @property
    def hint(self) -> str:  # type: ignore[override]
        return "Skriv id og punkt slik: da05#4.3." if self.clause else "Skriv dokumentets id, for eksempel da05."

    def parse(self, text: str) -> Any:
        return text if self.pattern.fullmatch(text) else None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern.pattern}$"}


@dataclass(frozen=True)
class Many:
    """A list; each item of the kind `item`. Read as a tuple without the items that were wrong."""

    item: Kind

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        """The items as a tuple; a single value counts as a list of one."""
        if isinstance(node, Mapping):
            _wrong(node, label, "en liste", problems, f"Skriv for eksempel «{label}: [a, b]».")
            return None
        return tuple(v for v in (self.item.read(item, label, problems) for item in _items(node)) if v is not None)

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


@dataclass(frozen=True)
class ByKey:
    """Free keys, each with a value of the kind `value`; read as a dict."""

    value: Kind

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        """The entries as a dict; entries that were wrong are left out."""
        if not isinstance(node, Mapping):
            _wrong(
                node, label, "felt med verdier", problems, f"Skriv «{label}:» og så ett innrykket felt på hver linje."
            )
            return None
        pairs = ((key, self.read_entry(node, key, problems)) for key in node.values)
        return {key: value for key, value in pairs if value is not None}

    def read_entry(self, node: Mapping, key: str, problems: Problems) -> Any:
        """One entry; records learn their own id and place."""
        if isinstance(self.value, Record):
            return self.value.read_entry(key, node.keys[key], node.values[key], problems)
        return self.value.read(node.values[key], key, problems)

    def leaves(self, node: Node) -> Iterator[Leaf]:
        """The scalars of every value."""
        for value in node.values.values() if isinstance(node, Mapping) else ():
            yield from self.value.leaves(value)

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": self.value.schema()}


@dataclass(frozen=True)
class Either:
    """One of two kinds, told apart by the form of the node: a scalar or a mapping."""

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


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its key in the file, the attribute it becomes, its kind, and its help text in Norwegian."""

    key: str
    attribute: str
    kind: Kind
    help: str
    required: bool = False
    worlds: tuple[str, ...] = ("overordnet", "pasientnaer")


@dataclass(frozen=True)
class Record:
    """Named fields, read into the dataclass `make`. With `key`, the id comes from the key of the entry."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]
    key: str = ""

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        """An instance of `make`, or None when a required field is missing or wrong."""
        return self._read(node, label, problems, {})

    def read_entry(self, key: str, at: Location, node: Node, problems: Problems) -> Any:
        """An entry of a mapping: the key is the attribute named by `self.key`."""
        return self._read(node, key, problems, {self.key: key} if self.key else {}, at)

    def _read(
        self, node: Node, label: str, problems: Problems, known: dict[str, Any], at: Location | None = None
    ) -> Any:
        if not isinstance(node, Mapping):
            _wrong(
                node,
                label,
                "felt med verdier",
                problems,
                "Skriv {" + ", ".join(f"{f.key}: …" for f in self.fields[:3]) + "}.",
            )
            return None
        values = read_fields(self.fields, node, f"«{label}»", problems, missing_at=at or node.at)
        if any(field.required and field.attribute not in values for field in self.fields):
            return None
        return self.make(**known, **_absent(self.make, self.fields, values), **values, at=at or node.at)

    def leaves(self, node: Node) -> Iterator[Leaf]:
        """The scalars of the known fields."""
        if isinstance(node, Mapping):
            for field in self.fields:
                if field.key in node.values:
                    yield from field.kind.leaves(node.values[field.key])

    def schema(self) -> Schema:
        return object_schema(self.fields)


def _absent(make: Callable[..., Any], fields: tuple[Field, ...], values: dict[str, Any]) -> dict[str, Any]:
    """Empty values for optional fields that have no default in the dataclass."""
    has_default = {
        name for name, spec in getattr(make, "__dataclass_fields__", {}).items()
        if spec.default is not MISSING or spec.default_factory is not MISSING
    }  # fmt: skip
    empty = {Many: (), Day: None, Span: None, DocRef: None}
    return {
        field.attribute: empty.get(type(field.kind), "")
        for field in fields
        if field.attribute not in values and field.attribute not in has_default
    }


def read_fields(
    fields: tuple[Field, ...], node: Mapping, owner: str, problems: Problems, *, missing_at: Location
) -> dict[str, Any]:
    """The values of a mapping by attribute; unknown, missing and malformed fields become diagnostics."""
    by_key = {field.key: field for field in fields}
    values = {}
    for key, value in node.values.items():
        if (field := by_key.get(key)) is None and " " in key and isinstance(value, Scalar) and not value.text:
            hint = f'Sett hele verdien i anførselstegn: "…, {key}".'
            problems.add("AV103", node.keys[key], f"Et komma deler verdien i {owner} i to.", hint)
        elif field is None:
            problems.add("AV102", node.keys[key], f"{owner} har et ukjent felt: «{key}».", nearest_hint(key, by_key))
        elif not (isinstance(value, Scalar) and not value.text and not field.required):
            read = field.kind.read(value, key, problems)
            if read is not None:
                values[field.attribute] = read
    for field in fields:
        if field.required and field.key not in node.values:
            problems.add(
                "AV101", missing_at, f"{owner} mangler feltet «{field.key}».", f"Legg til «{field.key}:». {field.help}"
            )
    return values


def nearest_hint(word: str, known: Any) -> str:
    """ "Mente du …?" when a known word is close, else the known words."""
    words = sorted(known)
    if close := get_close_matches(word, words, 1, 0.6):
        return f"Mente du «{close[0]}»?"
    return "Kjente: " + ", ".join(words[:12]) + (" …" if len(words) > 12 else ".")


def object_schema(fields: tuple[Field, ...]) -> Schema:
    """JSON Schema of a mapping with these fields."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.key for field in fields if field.required],
        "properties": {field.key: {**field.kind.schema(), "description": field.help} for field in fields},
    }
