"""Pieces: sorted terms with their postings, front-coded and cut into files of a few kilobytes.

For each term a piece holds: the number of bytes shared with the term before, the number of bytes that follow, those
bytes, the number of entries, the number of bytes in the postings, and the postings. Postings are the differences between
entry numbers, then the lowest byte of every score, then what is left of every score: similar bytes side by side compress
better. All other numbers are varints (seven bits a byte, lowest first). `pieces.mjs` reads it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import sub

# Bytes. Each piece costs the manifest a few bytes; a large one downloads terms that nobody asked for.
TERMS, WORDS = 700, 2_500


@dataclass(frozen=True, slots=True)
class Piece:
    """One file: its first and last key, and its bytes."""

    first: str
    last: str
    data: bytes


@dataclass(frozen=True, slots=True, order=True)
class Spelling:
    """A stem of the index, a word to show for it, and the number of entries that have it. A word whose letters are not
    those of its stem, as "sjukeheimen", is sought by its own `form`."""

    term: str
    shown: str
    count: int
    form: str = ""


@cache
def varint(number: int) -> bytes:
    """Seven bits a byte, lowest first; the high bit says that more follow. Cached: few numbers occur, and often."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def varints(numbers: Sequence[int]) -> bytes:
    """The varints of many numbers; when all are below 128, as nearly always, each is its own byte."""
    return bytes(numbers) if max(numbers) < 1 << 7 else b"".join(map(varint, numbers))


def postings_bytes(postings: Sequence[tuple[int, int]]) -> bytes:
    """Entry numbers as differences, then the scores in thousandths, in two parts."""
    numbers, scores = zip(*postings, strict=True)
    differences = varints([*map(sub, numbers, (0, *numbers))])
    return differences + bytes([score & 255 for score in scores]) + varints([score >> 8 for score in scores])


def cut(records: Iterable[tuple[str, bytes]], limit: int) -> list[Piece]:
    """Front-code sorted (key, payload) records into pieces of at most `limit` bytes, unless one record is larger."""
    pieces: list[Piece] = []
    out, first, last = bytearray(), "", b""
    before = ""
    for key, payload in records:
        name = key.encode()
        if out and len(out) + len(payload) + len(name) + 4 > limit:
            pieces.append(Piece(first, before, bytes(out)))
            out, last = bytearray(), b""
        if not out:
            first = key
        same = shared(last, name)
        out += b"%b%b%b" % (varints((same, len(name) - same)), name[same:], payload)
        last, before = name, key
    if out:
        pieces.append(Piece(first, before, bytes(out)))
    return pieces


def shared(a: Sequence[object], b: Sequence[object]) -> int:
    """The length of the common prefix."""
    for count, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return count
    return min(len(a), len(b))


def term_pieces(merged: Mapping[str, Sequence[tuple[int, int]]]) -> list[Piece]:
    """The terms with their postings, in code point order."""
    records = []
    for term in sorted(merged):
        data = postings_bytes(merged[term])
        records.append((term, varints((len(merged[term]), len(data))) + data))
    return cut(records, TERMS)


def word_pieces(words: Iterable[Spelling], key: Callable[[str], str]) -> list[Piece]:
    """The words for spelling correction, sorted by `key` of their stem; stem and shown word are empty where they repeat
    the key and the stem."""

    def records() -> Iterable[tuple[str, bytes]]:
        for sort_key, word in sorted((key(word.form or word.term), word) for word in words):
            own = b"" if sort_key == word.term else word.term.encode()
            shown = b"" if word.shown == word.term else word.shown.encode()
            yield sort_key, varint(len(own)) + own + varint(len(shown)) + shown + varint(word.count)

    return cut(records(), WORDS)


def separators(pieces: Sequence[Piece]) -> list[str]:
    """For each piece the shortest text that sorts after the last key of the piece before and not after its own first."""
    found = []
    for number, piece in enumerate(pieces):
        before = pieces[number - 1].last if number else ""
        length = 0
        while number and length < len(piece.first) and piece.first[:length] <= before:
            length += 1
        found.append(piece.first[:length])
    return found
