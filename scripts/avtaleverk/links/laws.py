"""Mentions of laws: which law a § belongs to, when the text says so or the document's own list does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from avtaleverk.links.doubts import Unclear
from avtaleverk.links.grammar import Atom, Part
from avtaleverk.links.lexicon import Laws, Named, Target, Words, squeezed

_LAW_WORD = re.compile(r"([\w-]*(?:lov|forskrift)(?:en|a|ens|as|s)?)\s*$", re.IGNORECASE)
_LAW_ABOUT = re.compile(r"\b(?:lov|forskrift)\w*(?:\s+\d+)?\s+om\s+[^§.;:()]{3,120}$", re.IGNORECASE)
_LAW_AFTER = re.compile(r"\s+(?:i|av)\s+(?:den\s+)?([\w-]*(?:lov|forskrift)(?:en|a)?)\b(?:\s+(om)\b)?", re.IGNORECASE)
# "fvl. § 13": an abbreviation that the register does not know names another law.
_LAW_SHORT = re.compile(r"\b(?!jfr?\.|nr\.|pkt\.|ref\.|kap\.)[a-zæøå]{2,10}\.\s*$", re.IGNORECASE)
_SECTION_NEXT = re.compile(r"\.?s?\s*§")
_RULES_AFTER = re.compile(
    r"\s+(?:i|av)\s+(?:[\w-]+\s+){0,2}[\w-]*(?:reglement|vedtekt|instruks|statutt|avtale|vilkår|ordning)\w*",
    re.IGNORECASE,
)
_GENERIC_LAW = {"lov": "", "loven": "", "lova": "", "forskrift": "f", "forskriften": "f", "forskrifta": "f"}


@dataclass(slots=True)
class LawReader:
    """Reads one paragraph. `rests_on` are the law points that its document names; `law` is the law last named."""

    laws: Laws
    rests_on: tuple[str, ...]
    text: str
    words: Words
    named: dict[int, tuple[int, str]] = field(init=False)
    law: str | None = None
    unclear: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    unknown: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.named = dict(self._named())

    def doubts(self, line: int) -> list[Unclear]:
        """The unclear ones since the last time, said to stand on `line`."""
        found = [Unclear(text, "uklar", choices, line) for text, choices in self.unclear]
        found += [Unclear(text, "ukjent lov", (law,), line) for text, law in self.unknown]
        self.unclear.clear()
        self.unknown.clear()
        return found

    def whole(self) -> Iterator[tuple[int, int, Target]]:
        """A law named without a paragraph, when the register holds the law as a whole."""
        for start, (end, law) in self.named.items():
            if law in self.laws.whole:
                yield start, end, Named("lovkrav", self.laws.whole[law])

    def points(self, atom: Atom) -> Iterator[tuple[int, int, Target]]:
        """The law points of "helsepersonelloven §§ 21 og 25"; the first takes the law's name into its link."""
        start, law = self._law_beside(atom)
        for part in atom.parts:
            choices = (law,) if law else self._law_in_context(atom, part)
            if len(choices) > 1:
                self.unclear.append((self.text[part.start : part.end], choices))
            if len(choices) == 1:
                self.law = choices[0]
                if point := self.laws.point(self.law, part.number, part.item):
                    yield (
                        min(start, part.start) if part is atom.parts[0] else part.start,
                        part.end,
                        Named("lovkrav", point),
                    )
                else:
                    self.unknown.append((self.text[part.start : part.end], self.law))
            elif (
                not choices
                and self.law is None
                and "-" in part.number
                and squeezed(part.number) not in self.laws.paragraphs
            ):
                self.unknown.append((self.text[part.start : part.end], ""))

    def _named(self) -> Iterator[tuple[int, tuple[int, str]]]:
        """Where the text names a law: by the start of the name, its end and the law."""
        after = 0
        for start, end, name in self.laws.names.within(self.words):
            if start < after:
                continue
            after = end
            short = len(name.written.rstrip(".")) <= 6
            if isinstance(name.target, Named) and (not short or _SECTION_NEXT.match(self.text, end)):
                yield start, (end, name.target.entry)

    def _law_beside(self, atom: Atom) -> tuple[int, str | None]:
        """The law named just before the paragraph ("hol. § 6-2") or just after it ("§ 21 i helsepersonelloven")."""
        for start, (end, law) in self.named.items():
            if end <= atom.start and re.fullmatch(r"\.?\s*[,(]?\s*", self.text[end : atom.start]):
                return start, law
            if start >= atom.end and re.fullmatch(r"\s+(?:i|av)\s+(?:den\s+)?", self.text[atom.end : start]):
                return atom.start, law
        return atom.start, None

    def _law_in_context(self, atom: Atom, part: Part) -> tuple[str, ...]:
        """The law of a paragraph that names none: the one just named, or the only one that the document rests on."""
        having = self.laws.paragraphs.get(squeezed(part.number), ())
        before = self.text[: atom.start]
        after = _LAW_AFTER.match(self.text, atom.end)
        word = after or _LAW_WORD.search(before)
        generic = _GENERIC_LAW.get(word[1].casefold()) if word else None
        elsewhere = (after and after[2]) or _RULES_AFTER.match(self.text, atom.end)
        if (word and generic is None) or elsewhere or _LAW_ABOUT.search(before) or _LAW_SHORT.search(before):
            self.law = ""
            return ()
        if word:
            having = tuple(law for law in having if law.casefold().startswith("forskrift") == bool(generic))
        elif self.law is not None:
            return (self.law,) if self.law in having else ()
        return self._narrowed(having, part)

    def _narrowed(self, having: tuple[str, ...], part: Part) -> tuple[str, ...]:
        rests_on = {self.laws.law_of.get(point) for point in self.rests_on}
        if own := tuple(law for law in having if law in rests_on):
            return own
        # "§ 8" stands in most laws; "§ 6-2" in few enough that being alone in the register says something.
        return having if len(having) > 1 or "-" in part.number else ()
