"""One way to say something, as a person writes it in `data/farer.yml`, for `signs.mjs` to make a pattern of.

The browser gets the notation of that file with stems for words, a space after each, and brackets as patterns have them.
"""

import re
from collections.abc import Iterator, Mapping

from avtaleverk.search.language import load_spec
from avtaleverk.search.stem import respelt, stem

# The signs of a block by the lines that say them.
Lines = Mapping[str, str]
# All that is said for "ikke" is this to the browser (`NOT` in danger.mjs).
NOT = "ikk"
_NOT = {"ikke": NOT, "ikkje": NOT}
_MARKS = (".", "..", "--", "^", "$")
_COMMENT = re.compile(r"(?:^|\s+)#.*")
GROUP = re.compile(r"<(.+)>")
_WORD = re.compile(r"(\*?)([a-zæøå0-9]+)(\*?)")
_RANGE = re.compile(r"([0-9]+)–([0-9]+)")


class Signs:
    """The words that have a name, and what is wrong with the signs that were read with them."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.named: dict[str, Lines] = {}
        self.used = {"kontor"}  # by "--"
        self.wrong: list[str] = []
        for name, ways in words.items():
            said = map(str.strip, ways.split(","))
            self.named[name] = {way: self.sign(way, f"ord: {name}") for way in said}

    def lines(self, block: str, where: str) -> Lines:
        """The signs of a block, one a line."""
        found: dict[str, str] = {}
        for line in filter(None, (_COMMENT.sub("", line).strip() for line in block.splitlines())):
            if line in found:
                self.wrong.append(f"{where}: «{line}» står to ganger")
            found[line] = self.sign(line, where)
        return found

    def unused(self) -> list[str]:
        """What is wrong with names that no sign uses."""
        return [f"ord: ingen bruker «{name}»" for name in self.named if name not in self.used]

    def sign(self, line: str, where: str) -> str:
        """A line as the browser gets it."""
        tokens = line.split()
        if not must_be_said(line):
            self.wrong.append(f"{where}: «{line}» må ha minst ett ord som ikke kan mangle")
        try:
            return "".join(map(self._token, tokens))
        except ValueError as error:
            self.wrong.append(f"{where}: «{line}»: {error}")
            return ""

    def _token(self, token: str) -> str:
        if token in _MARKS:
            return token
        if token[0] == "!":
            return f"(?!{self._either(token[1:])})"
        if token[0] == "(" and token[-1] == ")":
            return f"({self._either(token[1:-1])})?"
        return self._either(token)

    def _either(self, token: str) -> str:
        """Words and names of words with a slash between."""
        ways, words = list[str](), dict[str, None]()
        for way in token.split("/"):
            if group := GROUP.fullmatch(way):
                ways.append(self._group(group[1]))
            else:
                words |= dict.fromkeys(forms(way))
        if words:
            ways.append(_one_of(list(words)) + " ")
        return _one_of(ways)

    def _group(self, name: str) -> str:
        if name not in self.named:
            raise ValueError(f"«{name}» står ikke under «ord», eller kommer etter dette")
        self.used.add(name)
        return f"<{name}>"


def must_be_said(line: str) -> list[str]:
    """The tokens of a line that stand for words which cannot be left out."""
    return [token for token in line.split() if token not in _MARKS and token[0] not in "!("]


def _one_of(ways: list[str]) -> str:
    return ways[0] if len(ways) == 1 else f"({'|'.join(ways)})"


def forms(word: str) -> Iterator[str]:
    """What stands for a word: its stem, which all its forms have."""
    if numbers := _RANGE.fullmatch(word):
        yield from _numbers(int(numbers[1]), int(numbers[2]))
    elif found := _WORD.fullmatch(word):
        yield from _stems(*found.groups())
    else:
        raise ValueError(f"«{word}» er ikke et ord med små bokstaver")


def _stems(before: str, word: str, after: str) -> Iterator[str]:
    spec = load_spec()
    start, known = respelt(word, spec.rules), _NOT.get(word) or stem(spec.aliases.get(word, word), spec.rules)
    if not after:
        yield before + known + ("s?" if known + "s" == start else "")
    elif not start.startswith(known):
        yield from (before + known, before + start + after)
    else:
        rest = start.removeprefix(known)
        yield before + known + (f"({rest}{after})?" if rest else after)


def _numbers(low: int, high: int) -> Iterator[str]:
    """Patterns for the numbers from one to another: those that only differ in their last digits share one."""
    while low <= high:
        size, any_digits = 1, ""
        while low and low % (size * 10) == 0 and low + size * 10 - 1 <= high:
            size, any_digits = size * 10, any_digits + r"\d"
        first = low // size
        last = min(first // 10 * 10 + 9, (high + 1) // size - 1)
        digit = f"{first % 10}" if first == last else f"[{first % 10}-{last % 10}]"
        yield f"{first // 10 or ''}{digit}{any_digits}"
        low = (last + 1) * size
