"""«Før» and «etter», «minst» and «høyst» must be as in the clauses and elsewhere on the page."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from avtaleverk.checks.agreed.basis import clauses, is_changed
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, in_section, in_words, value_at
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Section
from avtaleverk.corpus.place import standing
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.links.sentences import sentence_around
from avtaleverk.patterns import when_used

_TURNED = {" før ": (" etter ",), " etter ": (" før ",), " minst ": (" høyst ", " høgst ")}
_TURNED |= {" høyst ": (" minst ",), " høgst ": (" minst ",)}
_BEFORE, _AFTER = 32, 60  # letters in which the words around are looked for
_END = when_used(r"[.:;!?\n]")
_PHRASE_END = when_used(r"[.,:;!?\n]| (?:når|hvis|dersom|som|og) ")
_ORDERED = {word: others for word, others in _TURNED.items() if word in (" før ", " etter ")}
_EVENT = 2  # words by which it is known what something comes before or after
_NAMES = {"tittel": "tittelen", "sammendrag": "sammendraget", "sporsmal": "svaret i selvtesten"}
_COUNT = when_used(r"\d+ \w{3}")  # «3 døgn»
_WORD = when_used(r"[^\W\d_]{4,}")
_STEM, _MOST = 5, 3  # letters by which a word is known in all its forms; how many words after it are looked at
# Words that say nothing of what is meant; whoever waits for something is a patient on every page.
_SMALL = frozenset(
    ("skal", "eller", "være", "vere", "blir", "også", "dette", "denne", "disse", "desse", "under", "over", "hvis",
     "dersom", "alle", "andre", "deres", "dere", "dykk", "innen", "innan")
)  # fmt: skip
_PATIENT = "pasien"


class _Told(NamedTuple):
    """A word like «før», its offset, and the pairs of a word before it and a word after it."""

    word: str
    start: int
    keys: tuple[tuple[str, str], ...]


# From the word before, the word itself and the word after to the index of the clause.
Said = dict[tuple[str, str, str], int]


def other_order(context: Context, document: Document) -> Iterator[Finding]:
    """«Ring sengeposten etter at du har gitt legemidlet», where the clause says «før legemidlet gis»."""
    places = clauses(context, document)
    said: Said = {}
    for number, clause in enumerate(places):
        said |= dict.fromkeys(_in_clause(context.words_under(*clause)), number)
    sought = _sought(said)
    for text, is_body in ((document.summary, False), (document.body.text, True)) if said else ():
        for one in _told(text, sought):
            if other := _opposite(one, said):
                at = in_body(document, one.start) if is_body else value_at(document, "sammendrag")
                yield _finding(context, document, at, one.word, other[1], places[other[0]])


def turned_on_page(document: Document) -> Iterator[Finding]:
    """«Send meldingen før pårørende er varslet», where the summary says «etter at pårørende er varslet»."""
    text = document.body.text
    answers = (("sporsmal", question.answer) for question in document.questions)
    for key, told in (("tittel", document.title), ("sammendrag", document.summary), *answers):
        for word, others in _ORDERED.items() if " før " in told or " etter " in told else ():
            for start in standing((word,), told):
                event = _event(told, start + len(word))
                if len(event) < _EVENT or any(_is_event(text, at, event) for at in standing((word,), text)):
                    continue
                for at in (at for other in others for at in standing((other,), text) if _is_event(text, at, event)):
                    here, other = in_body(document, at + 1), value_at(document, key, told)
                    said, right = text[at:].split(maxsplit=1)[0], word.strip()
                    if _is_so_in_steps(text, at, event):
                        yield _turned(other, right, said, "steget", sentence_around(text, at), here)
                    else:
                        yield _turned(here, said, right, _NAMES[key], sentence_around(told, start), other)


def _turned(here: Location, said: str, right: str, what: str, sentence: str, there: Location) -> Finding:
    right += " at" * (f" {right} at " in sentence)
    quoted = sentence.strip().rstrip(".")
    message = f"Her står «{said}», men {what} sier «{right}» om det samme: «{quoted}»."
    hint = f"Skriv «{right}» her. Hvis det er {what} som er feil, retter du det der."
    return Finding(here, message, hint, (there,))


def _is_so_in_steps(text: str, at: int, event: list[str]) -> bool:
    """Whether the steps are in the order that one of them tells: the event stands in an earlier one, for «etter»."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    parts = (text[:start], text[end:]) if text.startswith(" etter", at) else (text[end:], text[:start])
    told, otherwise = (any(_is_step_of(line, event) for line in part.split("\n")) for part in parts)
    return _is_step(text[start:end]) and told and not otherwise


def _is_step_of(line: str, event: list[str]) -> bool:
    return _is_step(line) and all(map(line.casefold().__contains__, event))


def _is_step(line: str) -> bool:
    return line[:1].isdigit() and ":**" in line


def _is_event(text: str, at: int, event: list[str]) -> bool:
    """Whether the word at a place is followed by two of the words of an event, in the same phrase."""
    near = text[at : at + _AFTER].casefold()
    return sum(map(near.__contains__, event)) >= _EVENT and len({*event} & {*_event(text, at)}) >= _EVENT


def _event(text: str, start: int) -> list[str]:
    """The first words of what something comes before or after."""
    return _words(_PHRASE_END.split(text[start : start + _AFTER], 1)[0])[: _MOST + 1]


def _opposite(one: _Told, said: Said) -> tuple[int, str] | None:
    """The index of a clause that has the opposite word between the same words, and that word; None when a clause has the
    same."""
    if any((before, one.word, after) in said for before, after in one.keys):
        return None
    found = ((before, word, after) for before, after in one.keys for word in _TURNED[one.word])
    return next(((said[key], key[1]) for key in found if key in said), None)


def _finding(
    context: Context, document: Document, here: Location, written: str, other: str, clause: tuple[Document, Section]
) -> Finding:
    """The finding, at the clause when that was changed after the document was reviewed."""
    wrong, right, what = here, in_section(*clause, other.strip()), "avtalen"
    if is_changed(context, document, *clause):
        wrong, right, what, written, other = right, here, document.id, other, written
    message = f"Her står «{written.strip()}», men {what} sier «{other.strip()}» om det samme ({in_words(right)})."
    rest = "Hvis det er avtalen som er feil, rettes den først."
    if what != "avtalen":
        rest = f"Hvis det er punktet som er riktig, retter du {what}."
    hint = f"Skriv «{other.strip()}» her. {rest}"
    return Finding(wrong, message, hint, (right,))


@lru_cache(maxsize=1024)
def _in_clause(text: str) -> tuple[tuple[str, str, str], ...]:
    """The words like «før» in a clause. Cached: many procedures rest on the same clause."""
    told = _told(text, {word: {""} for word in _TURNED})
    return tuple((before, one.word, after) for one in told for before, after in one.keys)


def _sought(said: Said) -> dict[str, set[str]]:
    """For each word that would contradict a clause, the words after it."""
    found: dict[str, set[str]] = {}
    for _, word, after in said:
        for other in _TURNED[word]:
            found.setdefault(other, set()).add(after)
    return found


def _told(text: str, sought: dict[str, set[str]]) -> Iterator[_Told]:
    """The words of `sought` in a text, when one of their words comes after them."""
    for word, stems in sought.items():
        for start in standing((word,), text):
            what = text[start + len(word) : start + len(word) + _AFTER]
            if not any(map(what.__contains__, stems)):
                continue
            count = _COUNT.match(what) if what[:1].isdigit() else None
            after = [count[0]] if count else _words(_END.split(what, 1)[0])[:_MOST]
            near = _words(_END.split(text[max(0, start - _BEFORE) : start])[-1])
            before = near[-2:] if count else near[-1:]  # a number tells little by itself
            if before and after:
                yield _Told(word, start + 1, tuple((one, other) for one in before for other in after))


def _words(text: str) -> list[str]:
    found = _WORD.findall(text.casefold())
    return [word[:_STEM] for word in found if word not in _SMALL and not word.startswith(_PATIENT)]
