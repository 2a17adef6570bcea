"""How a text has changed: its passages (paragraphs, points, steps, rows, headings) before and after, compared."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from avtaleverk.checks.change.sentences import alike, words
from avtaleverk.corpus.outline import Body
from avtaleverk.patterns import when_used

_STARTS = when_used(r"\s*(?:[-*+|#>]|\d+[.)]\s)")
_ALIKE = 0.5  # a passage of which more than this is the same words is the same passage
_MANY = 2000  # passages beside passages that are compared word by word


class Passage(NamedTuple):
    """A passage, its lines in the file, and its words as they are compared."""

    text: str
    line: int
    end: int
    words: tuple[str, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.text.startswith("#")


class Place(NamedTuple):
    """A place in the present text, what was there before, and what is there now."""

    line: int
    end: int
    kind: Literal["other", "gone", "new", "moved"]
    was: str
    now: str

    @property
    def first_other(self) -> int:
        """The line of the first changed word."""
        left = alike(words(self.was), words(self.now)) if self.kind == "other" else 0
        for number, line in enumerate(self.now.split("\n"), self.line):
            left -= len(words(line))
            if left < 0:
                return number
        return self.end if self.kind == "other" else self.line


def passages(body: Body) -> list[Passage]:
    """The passages of a text. A line without a mark at its start belongs to the passage above."""
    found: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(body.text.split("\n"), body.first_line):
        if not line.strip() or _STARTS.match(line):
            found.append([])
        if line.strip():
            found[-1].append((number, line))
    made = (("\n".join(line for _, line in lines), lines) for lines in found if lines)
    each = [Passage(text, lines[0][0], lines[-1][0], tuple(words(_unmarked(text)))) for text, lines in made]
    return [passage for passage in each if passage.words]


def _unmarked(text: str) -> str:
    """The line without its step number, which changes when a step above is removed."""
    mark = _STARTS.match(text)
    return text[mark.end() :] if mark and not text.startswith("#") else text


def places_apart(old: Body, new: Body) -> list[Place]:
    """Every place where the words have changed, in order."""
    were, are = passages(old), passages(new)
    places = list(_apart(were, are))
    gone = {one.words for one in were} & {one.words for one in are}
    return sorted(_together(_with_moves(places, gone))) or _renumbered(old, new)


def _renumbered(old: Body, new: Body) -> list[Place]:
    """The first step whose number has changed, when nothing else has."""
    pairs = same_passages(old, new)
    found = next((now for was, now in pairs if words(was.text) != words(now.text)), None)
    return [Place(found.line, found.end, "other", "", "")] if found else []


def same_passages(old: Body, new: Body) -> Iterator[tuple[Passage, Passage]]:
    """Pairs of passages that are the same, before and after."""
    were, are = passages(old), passages(new)
    for tag, first, end, start, stop in _opcodes(were, are):
        if tag == "equal":
            yield from zip(were[first:end], are[start:stop], strict=True)


def _opcodes(were: Sequence[Passage], are: Sequence[Passage]) -> Iterator[tuple[str, int, int, int, int]]:
    keys = [one.words for one in were], [one.words for one in are]
    yield from SequenceMatcher(None, *keys, autojunk=False).get_opcodes()


def _apart(were: list[Passage], are: list[Passage]) -> Iterator[Place]:
    for tag, first, end, start, stop in _opcodes(were, are):
        old, new = were[first:end], are[start:stop]
        if tag == "equal" or _all_words(old) == _all_words(new):  # a paragraph that was cut in two says the same
            continue
        pairs = _pairs(old, new)
        for place, passage in enumerate(new):
            was = pairs.get(place)
            kind: Literal["other", "new"] = "other" if was else "new"
            yield Place(passage.line, passage.end, kind, was.text if was else "", passage.text)
        kept = {id(one) for one in pairs.values()}
        at = _where(are, stop)
        yield from (Place(at, at, "gone", one.text, "") for one in old if id(one) not in kept)


def _all_words(of: Sequence[Passage]) -> list[str]:
    return [word for one in of for word in one.words]


def _where(are: Sequence[Passage], stop: int) -> int:
    """The line where something was removed: that of what follows it, or of what precedes it when a heading follows."""
    after = are[stop] if stop < len(are) else None
    before = are[stop - 1] if stop else None
    chosen = before if before and (after is None or (after.is_heading and not before.is_heading)) else after
    return chosen.line if chosen else 1


def _pairs(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, Passage]:
    """For each passage of `new`, by its index, the one of `old` that it was made from, if any."""
    if len(old) == len(new) == 1:
        return {0: old[0]}
    if len(old) * len(new) > _MANY:
        return {}
    found: dict[int, Passage] = {}
    left = list(old)
    for place, passage in enumerate(new):
        matcher: SequenceMatcher[str] = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(passage.words)
        likeness = [(_ratio(matcher, one.words), -number) for number, one in enumerate(left)]
        best, number = max(likeness, default=(0.0, 0))
        if best > _ALIKE:
            found[place] = left.pop(-number)
    return found


def _ratio(matcher: SequenceMatcher[str], words: Sequence[str]) -> float:
    matcher.set_seq1(words)
    return matcher.ratio() if matcher.real_quick_ratio() > _ALIKE else 0.0


def _with_moves(places: Sequence[Place], both: set[tuple[str, ...]]) -> list[Place]:
    """The places with moves merged: what is gone at one place and new at another is one place."""
    keys = [tuple(words(_unmarked(place.was or place.now))) for place in places]
    gone = {key for place, key in zip(places, keys, strict=True) if place.kind == "gone" and key in both}
    new = {key for place, key in zip(places, keys, strict=True) if place.kind == "new" and key in gone}
    return [
        place._replace(kind="moved") if place.kind == "new" and key in new else place
        for place, key in zip(places, keys, strict=True)
        if not (place.kind == "gone" and key in new)
    ]


def _together(places: Sequence[Place]) -> list[Place]:
    """The places with neighbours merged: what is gone from one place, and what is new on adjacent lines."""
    found: list[Place] = []
    for place in places:
        last = found[-1] if found else None
        if last and place.kind == last.kind == "gone" and place.line == last.line:
            found[-1] = last._replace(was=f"{last.was}\n{place.was}")
        elif last and place.kind == last.kind == "new" and place.line <= last.end + 2:
            found[-1] = last._replace(end=place.end, now=f"{last.now}\n{place.now}")
        else:
            found.append(place)
    return found
