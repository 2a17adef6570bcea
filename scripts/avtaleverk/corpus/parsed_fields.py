"""Fields that `plain_fields` leaves alone, from the events of the YAML parser."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from avtaleverk.corpus.hash_signs import with_hash_signs
from avtaleverk.corpus.letters import INVISIBLE
from avtaleverk.corpus.nodes import Mapping, Node, Scalar, Sequence, scalar
from avtaleverk.corpus.place import place
from avtaleverk.corpus.slips import explained
from avtaleverk.diagnostics import Location, location
from avtaleverk.rules import Problems

MAX_DEPTH = 6
MAX_OPEN = 60  # brackets open at once, or marks in a row, before the text is handed to the parser
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BRACKET = re.compile(r"[\[\]{}]")
_TWO_MARKS = re.compile(r"-[ \t]+[-?:][ \t]|\?[ \t]+[-?:][ \t]|:[ \t]+[-?:][ \t]")
_MARKS = re.compile(r"(?:[-?:][ \t]+){60}")
_SCALAR, _END_OF_LIST, _END_OF_FIELDS = yaml.ScalarEvent, yaml.SequenceEndEvent, yaml.MappingEndEvent
# Control characters but for the line feed, and what is invisible or turns the direction of the text.
_HIDDEN = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]|{INVISIBLE.pattern}")
_CURLY = frozenset("“”„‟‘’‚")
_CURLY_QUOTES = (
    "Anførselstegnene er av den buede sorten, som tekstbehandlere setter inn. De hører ikke til her.",
    'Skriv rette anførselstegn: "…". Skal det stå anførselstegn i teksten, bruker du « og ».',
)
_FIELD = re.compile(r"(\s*(?:- )?[\w-]+: +)([^\s\"'\[{|>].*: .*)")


def parsed_fields(path: str, text: str, first_line: int, problems: Problems) -> Mapping | None:
    """The result of `compose` for any text, plain or not."""
    if (offset := _too_deep(text)) is not None:
        problems.add(
            "AV005",
            place(path, text, offset, first_line),
            "Her er svært mange parenteser åpnet inni hverandre.",
            "Gjør oppbygningen flatere.",
        )
        return None
    text = with_hash_signs(path, text, first_line, problems)
    reader = _Reader(path, text, first_line)
    try:
        root = reader.root()
    except _Refused as refused:
        problems.add("AV005", reader.at(refused.event), *refused.words)
        return None
    except yaml.MarkedYAMLError as error:
        opened = "flow" in (error.context or "") or "simple key" in (error.context or "")
        mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
        last = text.count("\n")  # the parser may stand after the end
        at = Location(path, min(mark.line, last) + first_line, mark.column + 1) if mark else Location(path, first_line)
        lines = text.split("\n")
        slip = _curly(path, text, at, first_line) or explained(path, lines, at, first_line)
        problems.add("AV003", *(slip or (at, *_explain(error, lines[at.line - first_line]))))
        meant = _with_quotes(text, at.line - first_line) if "mapping values are" in (error.problem or "") else ""
        return parsed_fields(path, meant, first_line, problems) if meant else None  # so that the rest is checked too
    except yaml.YAMLError:
        problems.add(
            "AV003", Location(path, first_line), "Feltene kan ikke leses som YAML.", "Sammenlign med et annet dokument."
        )
        return None
    if not isinstance(root, Mapping):
        at = root.at if root else Location(path, first_line)
        problems.add("AV003", at, "Her skal det stå felt med verdier.", "Skriv «felt: verdi», ett felt på hver linje.")
        return None
    problems.found += reader.problems.found
    return root


def _too_deep(text: str) -> int | None:
    """Where the text is nested so deeply that the parser, which is recursive C, could end the whole process."""
    depth = 0
    for found in _BRACKET.finditer(text) if text.count("[") + text.count("{") > MAX_OPEN else ():
        depth = depth + 1 if found[0] in "[{" else max(depth - 1, 0)
        if depth > MAX_OPEN:
            return found.start()
    marks = _MARKS.search(text) if _TWO_MARKS.search(text) else None
    return marks.start() if marks else None


class _Refused(Exception):
    """YAML that is refused because editors do not need it, at `event`."""

    def __init__(self, event: yaml.Event, name: str) -> None:
        super().__init__(name)
        self.event = event
        hint = 'Slett tegnet og ordet etter det, og skriv verdien helt ut. Hører tegnet til teksten, setter du teksten i anførselstegn: "…".'
        self.words = (f"Her står {name}, som ikke er tillatt.", hint)


class _Reader:
    """Makes nodes of the events of the parser, in one pass and without resolving what a value could mean."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path, self.text, self.first_line = path, text, first_line
        self.events: Iterator[Any] = iter(())
        self.problems = Problems([])

    def at(self, event: Any) -> Location:
        """Where the event starts in the file."""
        mark = event.start_mark
        return Location(self.path, mark.line + self.first_line, mark.column + 1)

    def root(self) -> Node | None:
        """The one node of the text; None for an empty text. Raises YAMLError, or _Refused."""
        self.events = iter(LOADER(self.text).get_event, None)  # raises here for characters that no YAML has
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        node = self._node(next(self.events), 1)
        next(self.events)  # the end of the document
        event: Any = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise yaml.MarkedYAMLError(problem="another document", problem_mark=event.start_mark)
        return node

    def _node(self, event: Any, depth: int) -> Node | None:
        if event.anchor or event.tag:
            raise _Refused(event, _feature(event))
        mark = event.start_mark
        at = location((self.path, mark.line + self.first_line, mark.column + 1))
        if (
            type(event) is _SCALAR
            and depth <= MAX_DEPTH
            and event.value.isprintable()
            and event.value[:1] not in _CURLY
        ):
            return scalar((event.value, at))  # nearly all are such
        if depth > MAX_DEPTH:
            hint = "Gjør oppbygningen flatere."
            self.problems.add("AV005", at, f"Feltene er nøstet dypere enn {MAX_DEPTH} nivåer.", hint)
            self._skip(event)
            return None
        if isinstance(event, yaml.ScalarEvent):
            if event.value[:1] in _CURLY and not event.style:
                self.problems.add("AV003", at, *_CURLY_QUOTES)
                return Scalar(event.value.strip("".join(_CURLY)), at)  # read as it was meant
            return Scalar(event.value if event.value.isprintable() else self._cleaned(event, at), at)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(at, depth + 1)
        items = []
        while type(event := next(self.events)) is not _END_OF_LIST:
            if (item := self._node(event, depth + 1)) is not None:
                items.append(item)
        return Sequence(tuple(items), at)

    def _cleaned(self, event: Any, at: Location) -> str:
        """The value without invisible characters; reported when one was written as an escape, which hides it from editors."""
        written = self.text[event.start_mark.index : event.end_mark.index]
        if hidden := [sign for sign in _HIDDEN.findall(event.value) if sign not in written]:
            name = unicodedata.name(hidden[0], f"U+{ord(hidden[0]):04X}")
            hint = "Slett tegnet og skråstreken foran det."
            self.problems.add("AV007", at, f"Verdien har et styretegn skrevet med omvendt skråstrek ({name}).", hint)
        return _HIDDEN.sub("", event.value)

    def _mapping(self, at: Location, depth: int) -> Mapping:
        values: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        repeated: list[tuple[Scalar, Location]] = []
        event: Any
        while type(event := next(self.events)) is not _END_OF_FIELDS:
            key = self._node(event, depth - (type(event) is _SCALAR))
            value = self._node(next(self.events), depth)
            if not isinstance(key, Scalar):
                self.problems.add("AV003", self.at(event), "Feltnavnet er ikke et ord.", "Skriv «felt: verdi».")
            elif first := keys.get(key.text):
                repeated.append((key, first))
            elif value is not None:
                values[key.text], keys[key.text] = value, key.at
        self._repeated(repeated, at)
        return Mapping(values, keys, at)

    def _repeated(self, repeated: list[tuple[Scalar, Location]], start: Location) -> None:
        """Report each repeated field; an item of a list whose dash is missing repeats several, and is reported once."""
        without_dash = len(repeated) > 1 and repeated[0][1] == start and self._has_dash(start.line)
        for key, first in repeated[:1] if without_dash else repeated:
            message = f"Feltet «{key.text}» står to ganger (først på linje {first.line})."
            hint = "Slett den ene linjen. Skulle den hete noe annet, retter du navnet foran kolon."
            if without_dash:
                hint = f"Linje {key.at.line} skulle trolig begynne med «- », som linje {first.line}."
            self.problems.add("AV004", key.at, message, hint)

    def _has_dash(self, line: int) -> bool:
        return self.text.split("\n")[line - self.first_line].lstrip().startswith("- ")

    def _skip(self, event: yaml.Event) -> None:
        """Skip the content of a list or a mapping."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _feature(event: Any) -> str:
    if isinstance(event, yaml.AliasEvent):
        return "et YAML-alias (*)"
    return "et YAML-anker (&)" if event.anchor else "en YAML-merkelapp (!)"


def _curly(path: str, text: str, at: Location, first_line: int) -> tuple[Location, str, str] | None:
    """Where a value on the line of an error starts with a curly quotation mark."""
    line = text.split("\n")[at.line - first_line] if at.line - first_line <= text.count("\n") else ""
    found = re.search(r"[:\[{,-]\s+([“”„‟‘’‚])", line)
    return (Location(path, at.line, found.start(1) + 1), *_CURLY_QUOTES) if found else None


def _with_quotes(text: str, number: int) -> str:
    """The text with quotation marks around the value of a line that has a colon in it; "" when the line is none such."""
    lines = text.split("\n")
    found = _FIELD.fullmatch(lines[number])
    if not found:
        return ""
    value = found[2].rstrip().replace("'", "''")
    lines[number] = f"{found[1]}'{value}'"
    return "\n".join(lines)


def _explain(error: yaml.MarkedYAMLError, line: str) -> tuple[str, str]:
    problem = error.problem or ""
    if "mapping values are not allowed" in problem:
        found = _FIELD.fullmatch(line)
        is_plain = found and not {*'"\\'} & {*found[2]}
        right = f'{found[1].strip()} "{found[2].strip()}"' if found and is_plain else 'felt: "tekst: mer tekst"'
        return "Et kolon inne i verdien gjør at feltet ikke kan leses.", f"Sett hele verdien i anførselstegn: {right}."
    if "\\t" in problem or "tab" in problem or "cannot start any token" in problem:
        return ("Linjen er rykket inn med tabulator.", "Bruk mellomrom, ikke tabulator, i starten av linjen.")
    if "could not find expected ':'" in problem or "simple key" in problem:
        return (
            "Linjen mangler kolon etter feltnavnet, eller et vanlig mellomrom etter kolonet.",
            "Skriv «felt: verdi».",
        )
    if "escape" in problem:
        return (
            "Omvendt skråstrek i anførselstegn gir ikke noe tegn her.",
            "Skriv tegnet selv, eller ta bort skråstreken.",
        )
    if "end of stream" in problem or "quoted scalar" in (error.context or ""):
        return "Et anførselstegn er ikke avsluttet.", "Sett inn det manglende anførselstegnet."
    if "flow" in (error.context or ""):
        return "Parentesen som åpnes her, er ikke lukket.", "Sett inn ] eller } der lista eller feltene slutter."
    if "expected <block end>" in problem or "did not find expected" in problem:
        return (
            "Innrykk eller parenteser stemmer ikke her.",
            "Se at linjene i samme liste har likt innrykk, og at [ ] og { } er lukket.",
        )
    return "Feltene kan ikke leses som YAML.", "Sammenlign linjen med et annet dokument av samme type."
