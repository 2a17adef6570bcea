"""Names of files and folders: valid on every machine, and distinguishable from each other."""

import re
import unicodedata
from collections.abc import Iterable

from avtaleverk.corpus.kinds import OF_WINDOWS
from avtaleverk.corpus.persons import has_personal_number
from avtaleverk.diagnostics import Location
from avtaleverk.rules import Problems, declare

declare("AV011", "Filnavnet kan ikke brukes på alle maskiner")
declare("AV012", "To filer har navn som ikke kan skilles")

_RESERVED = re.compile(rf"{OF_WINDOWS}(?:\..*)?", re.IGNORECASE)
_REFUSED = re.compile(
    r"[<>:\"|?*\\\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028-\u2029\u2060-\u206f\ufeff\ufffd]|[. ]$|^ "
)
_PLAIN = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
MAX_NAME = 100
_PLAIN_NAME = "Bruk bare små bokstaver a–z, tall og bindestrek i filnavnet, for eksempel «p-varsel.md»."


def without_persons(paths: Iterable[str], problems: Problems) -> list[str]:
    """The paths without a personal number in them. A file with one is not read, since any message about it would repeat it."""
    kept, told = [], set[str]()
    for path in paths:
        parts = path.split("/")
        if (n := next((n for n, part in enumerate(parts) if has_personal_number(part)), None)) is None:
            kept.append(path)
        elif (folder := "/".join(parts[:n])) not in told:
            told.add(folder)
            message = "En fil eller mappe her har et fødselsnummer eller D-nummer i navnet."
            hint = "Gi den et annet navn. Si fra til personvernombudet: det ligger igjen i historikken."
            problems.add("AV701", Location(folder), message, hint)
    return kept


def look_at_names(paths: Iterable[str], problems: Problems) -> None:
    """Record names that Windows refuses, or that Windows and macOS take for the same."""
    first: dict[str, str] = {}
    for path in paths:
        name = _name(path)
        if _RESERVED.fullmatch(name) or _REFUSED.search(name) or len(name) > MAX_NAME:
            problems.add("AV011", Location(path), f"Filnavnet {shown(name)} kan ikke brukes i Windows.", _PLAIN_NAME)
        elif not unicodedata.is_normalized("NFC", name):
            message = f"En bokstav i filnavnet {shown(name)} er satt sammen av to tegn."
            problems.add("AV011", Location(path), message, _PLAIN_NAME)
        elif path.startswith("agreements/") and name.endswith(".md") and (" " in name or not name.isascii()):
            message = (
                f"Filnavnet {shown(name)} har mellomrom eller andre bokstaver enn a–z. Lenker til filen kan svikte."
            )
            problems.add("AV011", Location(path), message, _PLAIN_NAME)
        same = unicodedata.normalize("NFC", path).casefold()
        if (other := first.setdefault(same, path)) != path:
            wrong, right = (other, path) if path == same != other else (path, other)
            message = f"Filnavnet {shown(_name(wrong))} kan ikke skilles fra {shown(_name(right))}."
            hint = f"Slett den filen som er en kopi, eller gi den et annet navn. Navn har bare små bokstaver: {shown(_name(same))}."
            problems.add("AV012", Location(wrong), message, hint)


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def look_at_addresses(paths: Iterable[str], problems: Problems) -> None:
    """Record names of guidance that no server can show: the path of the file is the address of its page."""
    paths = list(paths)
    look_at_names(paths, problems)
    for path in paths:
        if odd := [name for name in path.removesuffix(".md").split("/") if not _PLAIN.fullmatch(name)]:
            hint = "Bruk bare bokstavene a–z, tall og bindestrek, for eksempel «finn-fram.md»."
            problems.add("AV011", Location(path), f"Navnet {shown(odd[0])} kan ikke være en del av en adresse.", hint)


def shown(name: str) -> str:
    """A name in quotes, with unprintable signs written as code points."""
    return "«" + "".join(c if c.isprintable() else f"[U+{ord(c):04X}]" for c in name) + "»"
