"""The kinds of value that a field can have: how each is read, named for editors, and described as JSON Schema."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from avtaleverk.corpus.days import day_hint
from avtaleverk.corpus.duration import parse_duration
from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.nodes import Node, Scalar, kind_name
from avtaleverk.corpus.outline import slug
from avtaleverk.rules import Problems, declare

declare("AV101", "Et påkrevd felt mangler")
declare("AV102", "Ukjent felt")
declare("AV103", "Verdien har feil form")
declare(
    "AV105",
    "Id-en har feil form",
    follows=("AV707",),  # a letter of another alphabet in an id
)

Schema = dict[str, Any]
Leaf = tuple["Kind", Scalar]


class Kind(Protocol):
    """A kind of value that a field can have."""

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        """The typed value; None after a diagnostic when it is not of this kind. `label` is the field's name in it."""

    def leaves(self, node: Node) -> "Iterator[Leaf]":
        """The scalars in a value, each with its own kind."""

    def schema(self) -> Schema:
        """The JSON Schema of a value."""


def wrong(node: Node, label: str, wanted: str, problems: Problems, hint: str) -> None:
    """Report that the value of a field is not of the kind `wanted`."""
    shown = f"«{node.text}»" if isinstance(node, Scalar) else kind_name(node)
    problems.add("AV103", node.at, f"Feltet «{label}» er {shown}, men skal være {wanted}.", hint)


class _Leaf:
    """What all kinds with a single scalar value share."""

    @property
    def wanted(self) -> str:
        """What a message calls the kind."""
        return "tekst"

    @property
    def hint(self) -> str:
        """How to write a value of the kind."""
        return "Skriv teksten etter kolon."

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        """The typed value, or None after a diagnostic."""
        value = self.parse(node.text.strip()) if isinstance(node, Scalar) else None
        if value is None:
            hint = self.mended(node.text, label) if isinstance(node, Scalar) else self.hint
            wrong(node, label, self.wanted, problems, hint)
        return value

    def mended(self, text: str, label: str) -> str:
        """How to mend this very value."""
        return self.hint

    def leaves(self, node: Node) -> Iterator[Leaf]:
        """The scalar itself."""
        if isinstance(node, Scalar):
            yield self, node

    def parse(self, text: str) -> Any:
        """The typed value of a text without spaces around it; None when it is not of this kind."""
        return text or None

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1}


class Patterned(_Leaf):
    """A value that must match one pattern in full."""

    pattern: re.Pattern[str]

    def parse(self, text: str) -> Any:
        return text if self.pattern.fullmatch(text) else None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern.pattern}$"}


class Text(_Leaf):
    """Any text on one line."""

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        """The text without the spaces around it. Nothing is parsed, since most values are texts."""
        return (isinstance(node, Scalar) and node.text.strip()) or super().read(node, label, problems)


@dataclass(frozen=True)
class Line(_Leaf):
    """Text of at most `longest` characters."""

    longest: int

    @property
    def wanted(self) -> str:
        return f"tekst på høyst {self.longest} tegn"

    hint = "Kort ned teksten."

    def mended(self, text: str, label: str) -> str:
        return self.hint if text else "Skriv teksten etter kolon. Feltet kan ikke stå tomt."

    def parse(self, text: str) -> Any:
        return text if 0 < len(text) <= self.longest else None

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


# What Windows keeps for itself: no file or folder may be called this.
OF_WINDOWS = r"(?:con|prn|aux|nul|com\d|lpt\d)"


class Identifier(Patterned):
    """A stable id: a–z, 0–9 and hyphens, starting with a letter or digit, not a number only, and no name that Windows keeps
    for itself: the page of an id is a folder."""

    pattern = re.compile(rf"(?!(?:\d+|{OF_WINDOWS})$)[a-z0-9]+(?:-[a-z0-9]+)*")
    wanted = "en id"
    hint = "Bruk bare små bokstaver a–z, tall og bindestrek, for eksempel «p-tidligmelding»."

    def read(self, node: Node, label: str, problems: Problems) -> Any:
        if isinstance(node, Scalar) and _is_id(node.text):
            return node.text
        if isinstance(node, Scalar):
            message, hint = f"«{node.text}» i feltet «{label}» er ingen gyldig id.", self.mended(node.text, label)
        else:
            message, hint = f"Feltet «{label}» er {kind_name(node)}, men skal være én id.", self.hint
        problems.add("AV105", node.at, message, hint)
        return None

    def mended(self, text: str, label: str) -> str:
        """How to mend this very value."""
        if (near := _small(text)) and self.pattern.fullmatch(near):
            return f"Skriv «{near}»: bare små bokstaver a–z, tall og bindestrek."
        if re.fullmatch(OF_WINDOWS, text):
            return (
                f"Windows kan ikke ha en mappe som heter «{text}». Skriv en id med et ord til, for eksempel «p-{text}»."
            )
        return _several(text, label) or self.hint

    def schema(self) -> Schema:
        return super().schema() | {"maxLength": 60}


@lru_cache(maxsize=4096)
def _is_id(text: str) -> bool:
    """Whether the text is an id. Cached: many documents name the same ones."""
    return Identifier.pattern.fullmatch(text) is not None and len(text) <= 60


class Day(_Leaf):
    """A date, YYYY-MM-DD (ISO 8601)."""

    pattern = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
    wanted = "en dato"
    hint = "Skriv datoen slik: 2026-02-01 (år-måned-dag)."

    def mended(self, text: str, label: str) -> str:
        return day_hint(text) or self.hint

    def parse(self, text: str) -> Any:
        return _day(text)

    def schema(self) -> Schema:
        return {"type": "string", "format": "date", "pattern": f"^{self.pattern.pattern}$"}


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    """The day. Cached: many documents are decided, reviewed or changed on the same one."""
    if not Day.pattern.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class Amount(Patterned):
    """A sum of money in whole kroner."""

    pattern = re.compile(r"[0-9]{1,9}")
    wanted = "et beløp i hele kroner"
    hint = "Skriv bare sifrene: 5745."

    def mended(self, text: str, label: str) -> str:
        """The digits in front of the øre."""
        digits = re.sub(r"[^0-9]", "", re.split(r"[,]\s*[-0-9]", text)[0])
        return f"Skriv bare sifrene: {digits}." if digits else self.hint


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
    def wanted(self) -> str:
        return "en av: " + ", ".join(self.words)

    @property
    def hint(self) -> str:
        return "Skriv " + " eller ".join(f"«{word}»" for word in self.words) + "."

    def mended(self, text: str, label: str) -> str:
        near = nearest_hint(text.lower(), self.words)
        return near if near.startswith("Mente") else self.hint

    def parse(self, text: str) -> Any:
        return text if text in self.words else None

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


@dataclass(frozen=True)
class Ref(Identifier):
    """The id of an entry of the register `register`. Whether the entry exists is for the check to say."""

    register: str

    def mended(self, text: str, label: str) -> str:
        small = f" med små bokstaver, «{near}»" if (near := _small(text)) else ""
        where = f"Skriv id-en fra {self.register}.yml{small}: ordet helt til venstre, foran kolon. Den har bare a–z, tall og bindestrek."
        return _several(text, label) or where


def _small(text: str) -> str:
    """The id that a single word with capitals, å or underscores was meant to be; "" for anything else."""
    return slug(text) if re.fullmatch(r"\w[\w-]*", text.strip()) else ""


def _several(text: str, label: str) -> str:
    """The list to write when several ids stand as one value."""
    ids = [part.strip() for part in text.split(",")]
    if len(ids) > 1 and all(Identifier.pattern.fullmatch(id) for id in ids):
        return f"Flere verdier står i klammer: «{label}: [{', '.join(ids)}]»."
    return ""


@dataclass(frozen=True)
class DocRef(Patterned):
    """A document, or one of its clauses: `da05`, `da05#4.3`, `fonna/da05#4.3`."""

    clause: bool = False
    pattern = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9]+(?:-[a-z0-9]+)*(?:#[^\s#]+)?")

    @property
    def wanted(self) -> str:
        return "et punkt i en avtale" if self.clause else "en id"

    @property
    def hint(self) -> str:
        return "Skriv id og punkt slik: da05#4.3." if self.clause else "Skriv dokumentets id, for eksempel da05."
