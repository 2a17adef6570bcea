"""The sentences of a text before and after a change, for messages."""

from collections.abc import Sequence

from avtaleverk.checks.safety.passwords import is_secret
from avtaleverk.corpus.persons import may_be_personal
from avtaleverk.patterns import when_used

_BLOCK = when_used(r"\n\s*\n|\n(?=\s*(?:[-*|#>]|\d+[.)]))")
_HEADING = when_used(r"(?m)^#+ .*$")
_END = when_used(r"(?<=[.!?:])\s+(?![a-zæøå\d])")
_MARK = when_used(r"^(?:(?:[-*>]|#+|\d+[.)])\s+)+")
_ADDRESS = when_used(r"\]\((?:https?://([^()\s/]+))?[^()\s]*\)")  # of the address of a link, whose site it is counts
_SPACED = when_used(r"(?<=\b\d\d\d) (?=\d\d\d\b)|(?<=\b\d\d) (?=\d\d\b)")  # 116 117 and 61 00 00 00 are one word
_WORD = when_used(r"[^\W_]+")  # «__Send__» is the word in bold
NOT_REPEATED = "(noe som ikke gjentas her)"
_FEW = 3  # sentences that are shown together
_LONGEST, _IN_FRONT = 240, 80  # of a long sentence that is shown where it differs: signs, and those in front


def words(text: str) -> list[str]:
    """The words of a text, without punctuation, case and spaces in numbers."""
    return _WORD.findall(_SPACED.sub("", _ADDRESS.sub(r"] \1 ", text)).casefold())


def before_and_now(old: str, new: str) -> str:
    """«Før: … Nå: …» with the sentences that differ, or only the first ones when many do."""
    was, now = _first_apart(_sentences(old), _sentences(new))
    same = alike(was, now)
    told = [f"{name}: {quoted(said, same)}" for name, said in (("Før", was), ("Nå", now)) if said]
    return " ".join(told)


def quoted_before(old: str, new: str) -> str:
    """What stood in a line before, in quotation marks: the sentences that differ; "" when none does."""
    was, now = _first_apart(_sentences(old), _sentences(new))
    return quoted(was, alike(was, now)) if was else ""


def _sentences(text: str) -> list[str]:
    blocks = (_MARK.sub("", block.strip()) for block in _BLOCK.split(_HEADING.sub(r"\g<0>\n", text)))
    parts = (part for block in blocks for part in ([block] if block.startswith("|") else _END.split(block)))
    cut = (" ".join(_MARK.sub("", part.strip()).split()) for part in parts)
    return [sentence for sentence in cut if words(sentence)]


def _first_apart(old: list[str], new: list[str]) -> tuple[str, str]:
    """The sentences between the equal ones at the start and at the end."""
    were, are = [words(sentence) for sentence in old], [words(sentence) for sentence in new]
    start = alike(were, are)
    end = alike(were[start:][::-1], are[start:][::-1])
    was, now = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(was), len(now)) > _FEW:
        if was and was[0] in now:
            was, now = [], now[: now.index(was[0])]
        elif now and now[0] in was:
            was, now = was[: was.index(now[0])], []
        else:
            was, now = was[:1], now[:1]
    return " ".join(was[:_FEW]), " ".join(now[:_FEW])


def alike(old: Sequence[object], new: Sequence[object]) -> int:
    """The length of the common start."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (was, now) in pairs if was != now), min(len(old), len(new)))


def quoted(sentence: str, same: int = 0) -> str:
    """A sentence in quotation marks; a long one only from a little before the difference at `same`. A number that may be a
    person's, or a password, is never repeated."""
    if may_be_personal(sentence) or is_secret(sentence):
        return NOT_REPEATED
    first = sentence.rfind(" ", 0, max(same - _IN_FRONT, 0)) + 1 if len(sentence) > _LONGEST else 0
    cut = sentence[first : first + _LONGEST]
    is_cut = first + _LONGEST < len(sentence)
    return f"«{'… ' if first else ''}{(is_cut and cut.rpartition(' ')[0]) or cut}{' …' if is_cut else ''}»"
