"""Mentions in running text: what each leads to, and which are unclear. Nothing is guessed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from avtaleverk.corpus.model import Document, Guide, Reference
from avtaleverk.corpus.outline import Body
from avtaleverk.links.doubts import Unclear
from avtaleverk.links.flow import Flow, flow, running_text, words_of
from avtaleverk.links.grammar import Atom, Part, atoms, may_hold_atoms
from avtaleverk.links.laws import LawReader
from avtaleverk.links.lexicon import Lexicon, Target, Words, is_meant, words_in
from avtaleverk.links.surroundings import is_former, is_generic, is_ours, is_same, place_named

_SIGNS = ("&", "\\", "_", "`", "<")
_BESIDE_LETTER = re.compile(r"\*(?<=\w\*)\w|\*\*(?<=\w\*\*)\w|\[(?<=\w\[)|\)\w")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of one paragraph's text that leads somewhere. `line` counts from the paragraph's first."""

    start: int
    end: int
    target: Target
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a body mentions: by the place of the paragraph in `body.tokens`, and the unclear ones with their line."""

    found: Mapping[int, tuple[Mention, ...]]
    unclear: tuple[Unclear, ...]


@dataclass(slots=True)
class Reader:
    """Reads one document. Remembers the law that the text last named."""

    lexicon: Lexicon
    clauses: Mapping[Reference, object]
    source: Document | None = None
    unclear: list[Unclear] = field(default_factory=list)
    named: list[tuple[int, Reference]] = field(default_factory=list)  # the agreements of the paragraph being read

    def read(self, body: Body) -> Mentions:
        """Everything the body mentions."""
        found = {}
        possible = [()] if _has_marked_word(body.text) else self.lexicon.names_of(body.words)
        for index, token in running_text(body):
            text = words_of(token)
            folded = text.casefold()
            names = _holds_one(folded, possible)
            if (names or may_hold_atoms(text, folded)) and (
                mentions := tuple(self._paragraph(flow(token), body.line_of(token), names))
            ):
                found[index] = mentions
        return Mentions(found, tuple(self.unclear))

    def _paragraph(self, words: Flow, line: int, names: bool) -> Iterator[Mention]:
        """The mentions of one paragraph, none of which overlap; of two that do, the longer stays.

        Most paragraphs hold no `names`; then their words need not be looked at.
        """
        spelled = words_in(words.text) if names else Words(words.text, (), ())
        self.named.clear()
        candidates = [*self._names(spelled), *self._atoms(words, spelled, line)]
        last = 0
        for start, end, target in sorted(candidates, key=lambda c: (c[0], -c[1])):
            if start >= last and words.is_open(start, end) and not self._is_self(target):
                yield Mention(start, end, target, words.text[start:end], line + words.line(start))
                last = end

    def _is_self(self, target: Target) -> bool:
        return self.source is not None and target == self.source.reference

    def _names(self, words: Words) -> Iterator[tuple[int, int, Target]]:
        after = 0
        for start, end, name in self.lexicon.names.within(words):
            if start >= after and name.target and is_meant(name, words.text, start, end):
                after = end
                yield start, end, name.target

    # --- agreements and clauses -----------------------------------------------------------------

    def _atoms(self, words: Flow, spelled: Words, line: int) -> Iterator[tuple[int, int, Target]]:
        text = words.text
        found = [*atoms(text)]
        laws = LawReader(self.lexicon.laws, self.source.lovkrav if self.source else (), text, spelled)
        taken: set[int] = set()
        for index, atom in enumerate(found):
            following = found[index + 1] if index + 1 < len(found) else None
            doubts_at = line + words.line(atom.start)
            if atom.form == "paragraf":
                yield from laws.points(atom)
                self.unclear += laws.doubts(doubts_at)
            elif atom.form in ("avtale", "id", "overordnet"):
                tail = following if following and _is_tail(text, atom, following) else None
                lead = found[index - 1] if index and _is_lead(text, found[index - 1], atom) else None
                taken |= {id(one) for one in (tail, lead) if one}
                yield from self._agreement(atom, text, tail, None if tail else lead, doubts_at)
            elif atom.form == "nummer":
                yield from self._local_number(atom)
        for atom in found:
            if atom.form == "punkt" and id(atom) not in taken:
                yield from self._own_clause(atom, text, line + words.line(atom.start))
        yield from laws.whole()

    def _agreement(
        self, atom: Atom, text: str, tail: Atom | None, lead: Atom | None, line: int
    ) -> Iterator[tuple[int, int, Target]]:
        """An agreement, with the clauses that follow it ("delavtale 5 punkt 4.3") or lead to it ("punkt 4.3 i …")."""
        end = tail.end if tail else atom.end
        place = place_named(text, atom.start, end, frozenset(self.lexicon.agreements.spaces), self.lexicon.places)
        generic = atom.form == "overordnet" and is_generic(text, atom.start)
        if place is None or generic or is_former(text, atom.start):
            return
        space = self.lexicon.agreements.spaces.get(place, self.lexicon.space)
        parts = atom.parts if atom.form == "avtale" else (Part("", atom.start, atom.end),)
        owner: Reference | None = None
        for part in parts:
            choices = self._candidates(atom, part, space)
            owner = choices[0] if len(choices) == 1 else None
            if owner is None:
                self._doubt(text[part.start : part.end], choices, space, atom, line)
            elif part is not parts[-1] or not tail:
                yield part.start, part.end, self._with_fragment(atom, owner)
        if owner:
            self.named.append((atom.start, owner))
        if owner and tail:
            yield from self._tail(owner, parts[-1], tail, text, line)
        if owner and lead:
            yield from self._clauses(owner, lead, text, line)

    def _with_fragment(self, atom: Atom, owner: Reference) -> Reference:
        """The clause that "da05#4.3" names; the document when it has no such clause."""
        number = atom.parts[0].number if atom.form == "id" and atom.parts else ""
        clause = Reference(owner.helsefellesskap, owner.document, number)
        return clause if clause in self.clauses else owner

    def _candidates(self, atom: Atom, part: Part, space: str) -> tuple[Reference, ...]:
        agreements = self.lexicon.agreements
        if atom.form == "overordnet":
            return agreements.top.get(space, ())
        number = part.number.lstrip("0") or part.number
        numbered = tuple(r for kind in atom.types for r in agreements.numbered.get((space, kind, number), ()))
        by_id = agreements.ids.get((space, atom.id.casefold()))
        return numbered or ((by_id,) if by_id else ())

    def _doubt(self, text: str, choices: tuple[Reference, ...], space: str, atom: Atom, line: int) -> None:
        """Several agreements, or none, while the helsefellesskap does have agreements with numbers of that form."""
        if choices:
            self.unclear.append(Unclear(text, "uklar", tuple(map(str, choices)), line))
        elif atom.types and self.source and any(key[:2] == (space, atom.types[0]) for key in self._numbered()):
            self.unclear.append(Unclear(text, "mangler", (), line))

    def _numbered(self) -> Mapping[tuple[str, str, str], tuple[Reference, ...]]:
        return self.lexicon.agreements.numbered

    def _tail(
        self, owner: Reference, part: Part, tail: Atom, text: str, line: int
    ) -> Iterator[tuple[int, int, Target]]:
        """The first clause shares its link with the agreement's name; the others have their own."""
        clauses = list(self._clauses(owner, tail, text, line))
        if clauses and clauses[0][0] == tail.start:
            yield part.start, clauses[0][1], clauses[0][2]
            yield from clauses[1:]
        else:
            yield part.start, part.end, owner
            yield from clauses

    def _clauses(self, owner: Reference, atom: Atom, text: str, line: int) -> Iterator[tuple[int, int, Target]]:
        for part in atom.parts:
            target = Reference(owner.helsefellesskap, owner.document, part.number)
            if target in self.clauses:
                yield part.start, part.end, target
            else:
                self.unclear.append(Unclear(f"{text[part.start : part.end]} ({owner})", "mangler", (), line))

    def _own_clause(self, atom: Atom, text: str, line: int) -> Iterator[tuple[int, int, Target]]:
        """A bare clause: of this agreement, or of the one agreement that the procedure rests on and that has it."""
        before = [owner for start, owner in self.named if start < atom.start]
        if before and is_same(text, atom.end):
            yield from self._clauses(before[-1], atom, text, line)
            return
        ours = is_ours(text, atom.start, atom.end)
        if self.source is None or ours is False:
            return
        if any(section.number for section in self.source.body.sections):
            yield from self._clauses(self.source.reference, atom, text, line)
            return
        owners = dict.fromkeys(target.whole for target in self.source.hjemmel)
        for part in (part for part in atom.parts if "." in part.number or ours):
            found = [
                r for r in (Reference(o.helsefellesskap, o.document, part.number) for o in owners) if r in self.clauses
            ]
            if len(found) == 1:
                yield part.start, part.end, found[0]
            elif found:
                self.unclear.append(Unclear(text[part.start : part.end], "uklar", tuple(map(str, found)), line))

    def _local_number(self, atom: Atom) -> Iterator[tuple[int, int, Target]]:
        """A number that is no mere number ("8-1", "d2)") stands for the one agreement that has it."""
        part = atom.parts[0]
        found = [
            reference
            for kind in ("overordnet", "delavtale", "saeravtale")
            for reference in self._numbered().get((self.lexicon.space, kind, part.number.lower()), ())
        ]
        if len(found) == 1:
            yield part.start, part.end, found[0]


def _has_marked_word(text: str) -> bool:
    """Whether there may be markup inside a word: then what the reader sees as a word is none of the source's."""
    return any(sign in text for sign in _SIGNS) or _BESIDE_LETTER.search(text) is not None


def _holds_one(text: str, names: Iterable[Sequence[str]]) -> bool:
    """Whether all words of one of the names stand in the text."""
    for name in names:
        for word in name:
            if word not in text:
                break
        else:
            return True
    return False


def _is_tail(text: str, agreement: Atom, clause: Atom) -> bool:
    gap = text[agreement.end : clause.start]
    return clause.form == "punkt" and bool(re.fullmatch(r"s?[\s,(]*(?:sitt\s+|sin\s+|jf\.?\s*)?", gap))


def _is_lead(text: str, clause: Atom, agreement: Atom) -> bool:
    gap = text[clause.end : agreement.start]
    return clause.form == "punkt" and bool(re.fullmatch(r"\s+(?:i|av|fra|frå|under)\s+(?:den\s+)?", gap))


def mentions(source: Document | Guide, lexicon: Lexicon, clauses: Mapping[Reference, object]) -> Mentions:
    """What a document or a page of the guidance mentions."""
    return Reader(lexicon, clauses, source if isinstance(source, Document) else None).read(source.body)
