"""The file of every address that was ever published, read and written.

A line is an address and the numbers of its clauses (`innlandet/da05 1 2 3 3.1`). When a page is taken away for good,
its line says what readers find there instead (`innlandet/p-gammel -> innlandet/p-ny`, or a sentence).
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from avtaleverk.corpus.model import by_number

FILE = "adresser.txt"
_ARROW = " -> "
_ADDRESS = re.compile(r"/|(?!assets(?:/|$))[A-Za-z0-9-]{1,60}(?:/[A-Za-z0-9-]{1,60}){0,5}/?")
_HEADER = """\
# Hver adresse som har vært publisert, med numrene på punktene. Fila vokser med «avtaleverk addresses --update».
# Slett aldri en linje. Er en side tatt bort for godt, skriv hva som gjelder nå:
#   innlandet/p-gammel -> innlandet/p-ny        eller        innlandet/p-gammel -> Rutinen er avviklet 1. mai 2027.
"""


class Published(NamedTuple):
    """What was published at an address: the numbers of its clauses, and what replaces the page when it is gone."""

    clauses: frozenset[str] = frozenset()
    instead: str = ""


def published_in(root: Path) -> dict[str, Published]:
    """The content of the project's file; empty when there is none."""
    return read_addresses(text_of(root))


def text_of(root: Path) -> str:
    """The file's text, with a replacement character for bytes that are not UTF-8."""
    file = root / FILE
    return file.read_bytes().decode(errors="replace") if file.is_file() and not file.is_symlink() else ""


def read_addresses(text: str) -> dict[str, Published]:
    """The file's content by address. A line that names no address of a page is skipped."""
    found = {}
    for _, line in _lines(text):
        left, _, instead = line.partition(_ARROW)
        address, *clauses = left.split()
        if _is_address(line):
            found[address.strip("/")] = Published(frozenset(clauses), instead.strip())
    return found


def strange_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that name no address of a page, with their numbers."""
    for number, line in _lines(text):
        if not _is_address(line):
            yield number, line


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line.removesuffix("\r")


def _is_address(line: str) -> bool:
    plain = line.isprintable() and "\ufffd" not in line
    return plain and _ADDRESS.fullmatch(line.partition(_ARROW)[0].split(" ")[0]) is not None


def write_addresses(published: Mapping[str, Published]) -> str:
    """The content as a file, in the order of the addresses."""
    lines = []
    for address, entry in sorted(published.items()):
        line = " ".join([address or "/", *sorted(entry.clauses, key=by_number)])
        lines.append(f"{line}{_ARROW}{entry.instead}" if entry.instead else line)
    return _HEADER + "".join(f"{line}\n" for line in lines)
