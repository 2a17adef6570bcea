"""Mentions in running text: what each leads to, and which are unclear. Nothing is guessed."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from markdown_it.token import Token

from avtaleverk.corpus.model import Document, Guide, Reference
from avtaleverk.corpus.outline import Body
from avtaleverk.in_step import Steps
from avtaleverk.links.beside import lead_of, tail_of
from avtaleverk.links.doubts import Unclear
from avtaleverk.links.flow import Flow, flow, has_marked_word, running_text, words_of
from avtaleverk.links.grammar import Atom, Part, atoms, may_hold_atoms
from avtaleverk.links.laws import LawReader
from avtaleverk.links.lexicon import Lexicon
from avtaleverk.links.names import Named, Target, Words, holds_one, is_meant, names_within, words_in
from avtaleverk.links.places import is_elsewhere, place_named
from avtaleverk.links.sentences import sentence_before
from avtaleverk.links.surroundings import (
    is_attached,
    is_each,
    is_generic,
    is_in,
    is_no_mention,
    is_ours,
    is_same,
    year_said,
)

_TOGETHER = 12  # characters between an agreement and its clause that one link goes over
_REACH = 2000  # how far back "samme avtale" looks
# "8-1" is an agreement after "se" and "etter", not after "sengepost".
_AS_AGREEMENT = re.compile(
    r"(?:^|[(]|\b(?:i|etter|se|sjå|jfr?\.?|av|under|fra|frå|til|avtal\w*)\s+)"
    r"(?:(?:[a-z]\d\)|\d{1,2}-\d{1,2})\s*(?:,|og|eller)\s*)*$",
    re.IGNORECASE,
)


class Mention(NamedTuple):
    """A range of a paragraph's text and what it refers to. `line` counts from the first line of the paragraph."""

    start: int
    end: int
    target: Target
    text: str
    line: int


class Mentions(NamedTuple):
    """The mentions of a body by the index of the paragraph in `body.tokens`, and the unclear ones with their line."""

    found: Mapping[int, tuple[Mention, ...]]
    unclear: tuple[Unclear, ...]

    @property
    def every(self) -> Iterator[Mention]:
        """The mentions of all paragraphs, in order."""
        return (mention for paragraph in self.found.values() for mention in paragraph)


@dataclass(slots=True)
class Reader:
    """Reads one document. Remembers the law that the text last named."""

    lexicon: Lexicon
    clauses: Mapping[Reference, object]
    source: Document | None = None
    unclear: list[Unclear] = field(default_factory=list)
    named: list[tuple[int, Reference]] = field(default_factory=list)  # the agreements of the paragraph being read

    def read(self, body: Body) -> Steps[Mentions]:
        """Everything the body mentions."""
        marked = has_marked_word(body.text)
        possible = [()] if marked else self.lexicon.names_of(body.words)
        yield
        paragraphs = [*_worth_reading(body, marked, possible)]
        yield
        found = {}
        for index, token, names, forms in paragraphs:
            if mentions := tuple(self._paragraph(flow(token), body.line_of(token), names, forms)):
                found[index] = mentions
        return Mentions(found, tuple(self.unclear))

    def _paragraph(self, words: Flow, line: int, names: bool, forms: bool) -> Iterator[Mention]:
        """The mentions of one paragraph; of two that overlap, the longer one.

        `names` and `forms` say whether the paragraph may hold names, or forms of agreements and laws: most hold neither.
        """
        spelled = words_in(words.text) if names else Words(words.text, (), ())
        self.named.clear()
        candidates = [*self._names(spelled), *self._atoms(words, spelled, line, forms)]
        last = 0
        for start, end, target in sorted(candidates, key=lambda c: (c[0], -c[1])):
            if start >= last and words.is_open(start, end) and not self._is_self(target):
                yield Mention(start, end, target, words.text[start:end], line + words.line(start))
                last = end

    def _is_self(self, target: Target) -> bool:
        return self.source is not None and target == self.source.reference

    def _names(self, words: Words) -> Iterator[tuple[int, int, Target]]:
        after = 0
        for start, end, name in names_within(words, self.lexicon.names):
            if start >= after and name.target and is_meant(name, words.text, start, end):
                after = end
                if not self._is_anothers(name.target, words.text, start, end):
                    yield start, end, name.target

    def _is_anothers(self, target: Target, text: str, start: int, end: int) -> bool:
        """Whether the target is an organ, and the text means another one of the same name."""
        organ = isinstance(target, Named) and target.register == "organ"
        return organ and (is_generic(text, start) or is_elsewhere(text, start, end, self.lexicon.places))

    def _atoms(self, words: Flow, spelled: Words, line: int, forms: bool) -> Iterator[tuple[int, int, Target]]:
        text = words.text
        found = [*atoms(text)] if forms else []
        laws = LawReader(self.lexicon.laws, self.source.lovkrav if self.source else (), text, spelled)
        taken: set[int] = set()
        for index, atom in enumerate(found):
            doubts_at = line + words.line(atom.start)
            if atom.form == "paragraf":
                yield from laws.points(atom)
                self.unclear += laws.doubts(doubts_at)
            elif atom.form in ("avtale", "id", "overordnet"):
                tail = tail_of(found, index, text)
                lead = () if tail else lead_of(found, index, text)
                taken |= {id(one) for one in (*tail, *lead)}
                yield from self._agreement(atom, text, tail, lead, doubts_at)
            elif atom.form == "nummer":
                yield from self._local_number(atom, text)
        for atom in found:
            if atom.form == "punkt" and id(atom) not in taken and not laws.is_named_before(atom):
                yield from self._own_clause(atom, text, line + words.line(atom.start))
        yield from laws.whole()

    def _agreement(
        self, atom: Atom, text: str, tail: tuple[Atom, ...], lead: tuple[Atom, ...], line: int
    ) -> Iterator[tuple[int, int, Target]]:
        """An agreement, with the clauses that follow it ("delavtale 5 punkt 4.3") or lead to it ("punkt 4.3 i …")."""
        tail = () if is_attached(text, atom.start) else tail
        end = tail[-1].end if tail else atom.end
        place = place_named(text, atom.start, end, frozenset(self.lexicon.agreements.spaces), self.lexicon.places)
        if place is None or is_no_mention(atom.form, text, atom.start, atom.end):
            return
        space = self.lexicon.agreements.spaces.get(place, self.lexicon.space)
        parts = atom.parts if atom.form == "avtale" else (Part("", atom.start, atom.end),)
        owner: Reference | None = None
        for part in parts:
            choices = self._candidates(atom, part, space)
            owner = choices[0] if len(choices) == 1 else None
            if owner and self._is_of_another_year(owner, text, atom.end):
                return
            if owner is None:
                self._doubt(text[part.start : part.end], choices, space, atom, line)
            elif part is not parts[-1] or not tail:
                yield part.start, part.end, self._with_fragment(atom, owner)
        if owner:
            self.named.append((atom.start, owner))
        if owner and tail:
            yield from self._tail(owner, parts[-1], tail[0], text, line)
        if owner:
            for clause in (*tail[1:], *lead):
                yield from self._clauses(owner, clause, text, line)

    def _is_of_another_year(self, owner: Reference, text: str, end: int) -> bool:
        """ "delavtale 5 fra 2012": one that has been replaced."""
        year = year_said(text, end)
        return bool(year) and year not in self.lexicon.agreements.years[owner]

    def _with_fragment(self, atom: Atom, owner: Reference) -> Reference:
        """The clause that "da05#4.3" names; the document when it has no such clause."""
        number = atom.parts[0].number if atom.form == "id" and atom.parts else ""
        clause = owner.at_clause(number)
        return clause if clause in self.clauses else owner

    def _candidates(self, atom: Atom, part: Part, space: str) -> tuple[Reference, ...]:
        agreements = self.lexicon.agreements
        if atom.form == "overordnet":
            return agreements.top.get(space, ())
        number = part.number.lstrip("0") or part.number
        numbered = tuple(r for kind in atom.types for r in agreements.numbered.get((space, kind, number), ()))
        first = part.start == atom.start
        by_id = agreements.ids.get((space, atom.id.casefold())) if first else None
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
        """The first clause shares the link of the agreement's name when it is next to it; the others have links of their
        own."""
        clauses = list(self._clauses(owner, tail, text, line))
        if clauses and clauses[0][0] == tail.start and tail.start - part.end <= _TOGETHER:
            yield part.start, clauses[0][1], clauses[0][2]
            yield from clauses[1:]
        else:
            yield part.start, part.end, owner
            yield from clauses

    def _clauses(self, owner: Reference, atom: Atom, text: str, line: int) -> Iterator[tuple[int, int, Target]]:
        for part in atom.parts:
            target = owner.at_clause(part.number)
            if target in self.clauses:
                yield part.start, part.end, target
            else:
                self.unclear.append(Unclear(f"{text[part.start : part.end]} ({owner})", "mangler", (), line))

    def _own_clause(self, atom: Atom, text: str, line: int) -> Iterator[tuple[int, int, Target]]:
        """A bare clause: of this agreement, or of the one agreement that the procedure rests on and that has it."""
        before = self._named_between(max(0, atom.start - _REACH), atom.start)
        if before and is_same(text, atom.end):
            yield from self._clauses(before[-1], atom, text, line)
            return
        ours = is_ours(text, atom.start, atom.end)
        if self.source is None or ours is False:
            return
        if not ours and (spoken_of := self._spoken_of(text, atom)):
            yield from self._clause_spoken_of(spoken_of, atom, text, line)
        elif any(section.number for section in self.source.body.sections):
            yield from self._clauses(self.source.reference, atom, text, line)
        elif ours and before:
            yield from self._clauses(before[-1], atom, text, line)
        else:
            owners = dict.fromkeys(target.whole for target in self.source.hjemmel)
            parts = atom.parts if ours else [part for part in atom.parts if "." in part.number]
            yield from self._clause_rested_on(tuple(owners), parts, text, line)

    def _clause_rested_on(
        self, owners: Sequence[Reference], parts: Sequence[Part], text: str, line: int
    ) -> Iterator[tuple[int, int, Target]]:
        """Clauses of the only one of `owners` that has them; unclear when several have."""
        for part in parts:
            found = [r for r in (o.at_clause(part.number) for o in owners) if r in self.clauses]
            if len(found) == 1:
                yield part.start, part.end, found[0]
            elif found:
                self.unclear.append(Unclear(text[part.start : part.end], "uklar", tuple(map(str, found)), line))

    def _spoken_of(self, text: str, atom: Atom) -> tuple[Reference, ...]:
        """The agreements that the sentence names before the clause."""
        start = atom.start - len(sentence_before(text, atom.start))
        return tuple(dict.fromkeys(self._named_between(start, atom.start)))

    def _named_between(self, start: int, end: int) -> list[Reference]:
        first, last = (bisect_left(self.named, place, key=itemgetter(0)) for place in (start, end))
        return [owner for _, owner in self.named[first:last]]

    def _clause_spoken_of(
        self, spoken_of: tuple[Reference, ...], atom: Atom, text: str, line: int
    ) -> Iterator[tuple[int, int, Target]]:
        """ "Delavtale 5 sier i punkt 4.2": the agreement's, when it is the only one; else unclear."""
        if len(spoken_of) == 1 and is_in(text, atom.start):
            yield from self._clauses(spoken_of[0], atom, text, line)
        elif not is_each(text, atom.start):
            choices = (str(one.at_clause(atom.parts[0].number)) for one in spoken_of)
            self.unclear.append(Unclear(text[atom.start : atom.end], "uklar", tuple(choices), line))

    def _local_number(self, atom: Atom, text: str) -> Iterator[tuple[int, int, Target]]:
        """A local number ("8-1", "d2") stands for the only agreement that has it."""
        part = atom.parts[0]
        found = [
            reference
            for kind in ("overordnet", "delavtale", "saeravtale")
            for reference in self._numbered().get((self.lexicon.space, kind, part.number.lower()), ())
        ]
        if len(found) == 1 and _AS_AGREEMENT.search(text[max(0, part.start - 60) : part.start]):
            yield part.start, part.end, found[0]


def _worth_reading(
    body: Body, marked: bool, possible: Sequence[Sequence[str]]
) -> Iterator[tuple[int, Token, bool, bool]]:
    """The paragraphs that may hold one of the `possible` names, or forms of agreements and laws; and which of the two."""
    for index, token in running_text(body):
        text = words_of(token) if marked or "](" in token.content else token.content
        folded = text.casefold()
        names, forms = holds_one(folded, possible), may_hold_atoms(text, folded)
        if names or forms:
            yield index, token, names, forms


def mentions(source: Document | Guide, lexicon: Lexicon, clauses: Mapping[Reference, object]) -> Steps[Mentions]:
    """What a document or a page of the guidance mentions."""
    return Reader(lexicon, clauses, source if isinstance(source, Document) else None).read(source.body)
