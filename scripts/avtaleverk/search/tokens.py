"""Text to tokens; the twin is `tokens.mjs`, and a golden file keeps the two alike."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Soft hyphen, zero width characters and direction marks: invisible in the text, so absent from the words.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Letters that Norwegian lacks, mostly Polish ones: "tołk" is read as "tolk".
_LETTERS = "áçíñóúýąćĉċčďđēėęěğġģħīıķĺļľłńņňŋőŕřśŝşšţťŧūůűųŵźżž"
_ALONE = {"ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t"}
_PLAIN = {letter: _ALONE.get(letter) or unicodedata.normalize("NFD", letter)[0] for letter in _LETTERS}
_OURS = str.maketrans(_PLAIN | {k.upper(): v.upper() for k, v in _PLAIN.items() if k != "ı"})
_TOKEN = re.compile(r"[^\W_]+(?:[-–./@][^\W_]+)*")
_INNER = re.compile(r"[-–./@]")
_NUMBER_UNIT = re.compile(r"([0-9]+)([^\W\d_]{1,7})")
LONGEST_JOINED = 40


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written: its lower-case parts, the joined form if it is hyphenated, and whether it is in capitals."""

    parts: tuple[str, ...]
    joined: str
    capitals: bool


def normal(text: str) -> str:
    """NFC without invisible characters and foreign letters, case kept."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_OURS)


def tokens(text: str, units: frozenset[str]) -> list[Token]:
    """The tokens of `text`: "24t" is 24 and t when `units` has t; "2.linje" is 2, linje and 2linje."""
    return [_token(found, units) for found in _TOKEN.findall(normal(text))]


@lru_cache(maxsize=1 << 16)
def _token(raw: str, units: frozenset[str]) -> Token:
    pieces = _INNER.split(raw.lower())
    parts = [part for piece in pieces for part in _number_and_unit(piece, units)]
    joined = "".join(parts) if len(pieces) > 1 and "@" not in raw and "/" not in raw else ""
    return Token(tuple(parts), joined if len(joined) <= LONGEST_JOINED else "", raw == raw.upper() != raw.lower())


def _number_and_unit(piece: str, units: frozenset[str]) -> tuple[str, ...]:
    found = _NUMBER_UNIT.fullmatch(piece)
    if found and found[2] in units:
        return found[1], found[2]
    return (piece,)
