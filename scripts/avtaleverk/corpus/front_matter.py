"""A document as its two halves: the fields between the `---` lines, and the body below."""

import re
from typing import NamedTuple

from avtaleverk.corpus.source import Source
from avtaleverk.diagnostics import Location
from avtaleverk.rules import Problems, declare

_LIKE_FIELD, _LIKE_ITEM = re.compile(r"[a-z_]+:(?: |$)"), re.compile(r"\s+\S|- ")
_DASHES = re.compile(r"[-–—_=*]{1,6}")

declare("AV002", "Filen mangler metadata øverst")


class Halves(NamedTuple):
    """A document's two halves, each with the line of the file on which it starts."""

    front: str
    front_line: int
    body: str
    body_line: int


def split_front_matter(source: Source, problems: Problems) -> Halves | None:
    """Split at the `---` lines; None, with a diagnostic, when the file does not start with front matter."""
    lines = source.text.split("\n")
    if lines[0].rstrip() != "---":
        if not source.text.strip():
            problems.add("AV002", Location(source.path), "Filen er tom.", "Slett den, eller hent den fra siste utgave.")
            return None
        message = "Dokumentet mangler metadata: første linje er ikke «---»."
        problems.add("AV002", Location(source.path), message, _start_hint(lines))
        return None
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            end = _meant_end(lines, number)
            if end != number:
                message = f"Linje {number + 1} («---») avslutter feltene for tidlig: det står flere under den."
                problems.add("AV002", Location(source.path, number + 1), message, f"Slett linje {number + 1}.")
                lines[number] = ""
            front = "\n".join(lines[1:end])
            return Halves(front, 2, "\n".join(lines[end + 1 :]), end + 2)
    at = next((n for n, line in enumerate(lines[1:], 2) if _DASHES.fullmatch(line.strip()) and line.strip() != "-"), 1)
    hint = "Sett en linje med bare «---» etter det siste feltet."
    if at > 1:
        hint = f"Skriv tre bindestreker (---) på linje {at} i stedet for «{lines[at - 1].strip()}»."
    problems.add("AV002", Location(source.path, at), "Metadata øverst i filen er ikke avsluttet.", hint)
    return None


def _meant_end(lines: list[str], number: int) -> int:
    """The line that ends the fields: the next `---` when nothing but fields stands between, else line `number`."""
    for n, line in enumerate(lines[number + 1 :], number + 1):
        if line.rstrip() == "---":
            return n if n > number + 1 and any(map(_LIKE_FIELD.match, lines[number + 1 : n])) else number
        if line.strip() and not _LIKE_FIELD.match(line) and not _LIKE_ITEM.match(line):
            return number
    return number


def _start_hint(lines: list[str]) -> str:
    """How to mend a file that does not start with `---`."""
    first = next((line.strip() for line in lines if line.strip()), "")
    if first == "---":
        return "Slett den tomme linjen over «---»."
    if _DASHES.fullmatch(first):
        return f"Skriv tre bindestreker (---) i stedet for «{first}»."
    return "Start filen med en linje «---», så feltene (id, tittel, type …), så en ny linje «---»."
