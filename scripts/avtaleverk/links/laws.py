"""Mentions of laws: which law a § belongs to, as the text or the document's own list of law points says."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from avtaleverk.links.doubts import Unclear
from avtaleverk.links.grammar import Atom, Part
from avtaleverk.links.lexicon import Laws, squeezed
from avtaleverk.links.names import Named, Target, Words, names_within

_LAW_WORD = re.compile(r"([\w-]*(?:lov|forskrift)(?:en|a|ens|as|s)?)\s*$", re.IGNORECASE)
_LAW_ABOUT = re.compile(r"\b(?:lov|forskrift)\w*(?:\s+\d+)?\s+om\s+[^§.;:()]{3,120}$", re.IGNORECASE)
_LAW_AFTER = re.compile(
    r"\s+(?:i|av)\s+(?:den\s+)?(?:[\w-]+-\s+og\s+)?([\w-]*(?:lov|forskrift)(?:en|a)?)\b(?:\s+(om)\b)?", re.IGNORECASE
)
# "fvl. § 13": an abbreviation that the register does not know names another law.
_LAW_SHORT = re.compile(r"\b(?!jfr?\.|nr\.|pkt\.|ref\.|kap\.)[a-zæøå]{2,10}\.\s*$", re.IGNORECASE)
_SECTION_NEXT = re.compile(r"\.?s?\s*(?:§|paragraf|kap)")
_CHAPTER = re.compile(r"\.?s?,?\s*kap(?:\.|ittel)?\s*(\d{1,2}(?:\s?[A-H]\b)?)")
_RULES_AFTER = re.compile(
    r"\s+(?:i|av)\s+(?:[\w-]+\s+){0,2}[\w-]*(?:reglement|vedtekt|instruks|statutt|avtale|vilkår|ordning)\w*",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\.?s?[\s,(]*")
# What stands between a law's name and its paragraph: "m.m.", its date, its other name.
_TO_PARAGRAPH = re.compile(
    r"\.?\s*(?:m\.?\s?[mv]\b\.?)?\s*(?:(?:av|frå|fra)\s+\d[\d.]*\s*(?:[a-zæøå]+\s*)?(?:\d{4})?(?:\s+nr\.?\s*\d+)?)?"
    r"\s*(?:[,()]|\([^()]{1,60}\))?\s*"
)
# "helse- og omsorgstjenesteloven 6-1": the sign is lost when text is copied from a scanned page.
_WITHOUT_SIGN = re.compile(r"s?\s+(\d{1,2}-\d{1,2}(?:\s?[a-h]\b)?)(?![\w-])(?:,?\s+nr\.?\s*(\d{1,2}))?")
# "kontraktens § 8", "HTA § 6": rules that are no law.
_RULES_BEFORE = re.compile(
    r"(?:(?:kontrakt|reglement|vedtekt|instruks|avtale|statutt|tariff|ordning|vilkår|direktiv|konvensjon|regle|plan)"
    r"(?:en|et|ene|ane|a|ar|er|n|r|t)?s?|\b(?-i:[A-ZÆØÅ]{2,6}))\s*$",
    re.IGNORECASE,
)
_NEAR = 200  # how far back the words that name a law are looked for
# Another law, or another sentence, between a law's name and a paragraph.
_LAW_BETWEEN = re.compile(
    r"[\w-]*(?:lov|forskrift)(?:en|a|ens|as|s)?\b|[.;:]\s|\n\n|\b[a-zæøå]{2,10}\.\s*$", re.IGNORECASE
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
    starts: list[int] = field(init=False)
    law: str | None = None
    unclear: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    unknown: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.named = dict(self._named())
        self.starts = [*self.named]

    def doubts(self, line: int) -> list[Unclear]:
        """The unclear mentions since the last call, with `line` as their line."""
        found = [Unclear(text, "uklar", choices, line) for text, choices in self.unclear]
        found += [Unclear(text, "ukjent lov", (law,), line) for text, law in self.unknown]
        self.unclear.clear()
        self.unknown.clear()
        return found

    def whole(self) -> Iterator[tuple[int, int, Target]]:
        """A law named without a paragraph, when the register holds the law as a whole."""
        for start, (end, law) in self.named.items():
            part = _CHAPTER.match(self.text, end) or _WITHOUT_SIGN.match(self.text, end)
            if part and (point := self.laws.point(law, *filter(None, part.groups()))):
                yield start, part.end(), Named("lovkrav", point)
            elif law in self.laws.whole:
                yield start, end, Named("lovkrav", self.laws.whole[law])

    def is_named_before(self, atom: Atom) -> bool:
        """Whether a law's name comes just before: "pbrl. kapittel 4"."""
        ends = (end for _, (end, _) in self._around(atom) if end <= atom.start)
        return any(_JOINED.fullmatch(self.text, end, atom.start) for end in ends)

    def points(self, atom: Atom) -> Iterator[tuple[int, int, Target]]:
        """The law points of "helsepersonelloven §§ 21 og 25"; the link on the first includes the law's name."""
        start, law = self._law_beside(atom)
        for part in atom.parts:
            choices = (law,) if law else self._law_in_context(atom, part)
            words = self.text[part.start : part.end]
            if len(choices) > 1:
                self.unclear.append((words, choices))
            elif choices:
                self.law = choices[0]
                if point := self.laws.point(self.law, part.number, part.item):
                    first = min(start, part.start) if part is atom.parts[0] else part.start
                    yield first, part.end, Named("lovkrav", point)
                else:
                    self.unknown.append((words, self.law))
            elif self.law is None and "-" in part.number and squeezed(part.number) not in self.laws.paragraphs:
                self.unknown.append((words, ""))

    def _named(self) -> Iterator[tuple[int, tuple[int, str]]]:
        """Where the text names a law: by the start of the name, its end and the law."""
        after = 0
        for start, end, name in names_within(self.words, (self.laws.names,)):
            if start < after:
                continue
            after = end
            short = len(name.written.rstrip(".")) <= 6
            if isinstance(name.target, Named) and (not short or _SECTION_NEXT.match(self.text, end)):
                yield start, (end, name.target.entry)

    def _law_beside(self, atom: Atom) -> tuple[int, str | None]:
        """The law named just before the paragraph ("hol. § 6-2") or just after it ("§ 21 i helsepersonelloven")."""
        for start, (end, law) in self._around(atom):
            if end <= atom.start and _TO_PARAGRAPH.fullmatch(self.text, end, atom.start):
                return start, law
            if start >= atom.end and re.fullmatch(r"\s+(?:i|av)\s+(?:den\s+)?", self.text[atom.end : start]):
                return atom.start, law
        return atom.start, None

    def _law_in_context(self, atom: Atom, part: Part) -> tuple[str, ...]:
        """The law of a paragraph that names none: the one just named, or the only one that the document rests on."""
        having = self.laws.paragraphs.get(squeezed(part.number), ())
        before = self.text[max(0, atom.start - _NEAR) : atom.start]
        after = _LAW_AFTER.match(self.text, atom.end)
        word = after or _LAW_WORD.search(before)
        generic = _GENERIC_LAW.get(word[1].casefold()) if word else None
        if not after and (said := self._law_said(atom)):
            return (said,) if said in having else ()
        elsewhere = (after and after[2]) or _RULES_AFTER.match(self.text, atom.end)
        if (word and generic is None) or elsewhere or _elsewhere_before(before):
            self.law = ""
            return ()
        if word:
            having = tuple(law for law in having if law.casefold().startswith("forskrift") == bool(generic))
        elif self.law is not None:
            return (self.law,) if self.law in having else ()
        choices = self._narrowed(having, part)
        return (self.law,) if self.law in choices else choices

    def _law_said(self, atom: Atom) -> str | None:
        """The law that the sentence has named in full: "i lov om X er § 6-1 sentral"."""
        before = [(end, law) for _, (end, law) in self._around(atom) if end <= atom.start]
        if not before or _LAW_BETWEEN.search(self.text, before[-1][0], atom.start):
            return None
        return before[-1][1]

    def _around(self, atom: Atom) -> list[tuple[int, tuple[int, str]]]:
        """The laws named near a paragraph, before and after it."""
        first, last = bisect_left(self.starts, atom.start - _NEAR), bisect_left(self.starts, atom.end + _NEAR)
        return [(start, self.named[start]) for start in self.starts[first:last]]

    def _narrowed(self, having: tuple[str, ...], part: Part) -> tuple[str, ...]:
        rests_on = {self.laws.law_of.get(point) for point in self.rests_on}
        if own := tuple(law for law in having if law in rests_on):
            return own
        # Most laws have a § 8, so that the register's only one proves nothing; few have a § 6-2.
        return having if len(having) > 1 or "-" in part.number else ()


def _elsewhere_before(before: str) -> bool:
    """Whether the words before a paragraph name rules that the register does not hold."""
    return any(form.search(before) for form in (_LAW_ABOUT, _LAW_SHORT, _RULES_BEFORE))
