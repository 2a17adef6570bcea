"""AV6: the number of things that a text announces must be the number that it lists."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, at_token, in_body, matches, value_at
from avtaleverk.checks.text.structure import CRITERIA
from avtaleverk.corpus.duration import LOOSE, NUMBERS
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Section, folded_words, inline_text
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_MANY = {word: number for word, number in NUMBERS.items() if number > 1}
_IN_WORDS = {number: word for word, number in _MANY.items()}
_WORDS = frozenset(_MANY)
_NUMBER = rf"(?<![\w-])(?P<number>{'|'.join([*_MANY, *map(str.capitalize, _MANY)])})"
_COUNTED = when_used(rf"{_NUMBER} (?!av\b)(?P<what>\w+(?: \w+)?)")
_LISTED = when_used(
    rf"(?:(?P<all>\b(?:[Dd]ei?|[Dd]isse|[Dd]esse) ))?{_NUMBER} (?!av\b)(?(all)(?:[\w-]+ )?[\w-]+(?:ne|a)(?: [\w-]+){{0,6}}|(?:\w+ )?\w+): (?P<listed>[^.:;?!]+)"
)
_AT_LEAST = ("minst ", "høyst ", "høgst ", "inntil ")
_AND = when_used(r"(?<!-) (?:og|eller|samt) ")
_SENTENCE = when_used(r"(?<=[.!?])\s")
_IN_BRACKETS = when_used(r" ?\([^()]*\)")
# The starts of words for things that a summary may count.
_THINGS = when_used(
    rf"{_NUMBER} (?P<what>(?:\w+ )?(?:vilkår|krav|typ|tiltak|steg|trinn|del|spørsmål|prinsipp|punkt|kriteri|område|grupp|måt|nivå|grunn|plikt|råd|regl)\w*)"
)
_CRITERION = when_used(r"vilkår|kriteri")
_PATHWAY = when_used(rf"orløpet har {_THINGS.pattern}")
# Sections of every procedure whose lists are not of things that a summary counts.
_IN_EVERY = frozenset(("ansvar", "hvis noe svikter", "om noko sviktar"))
_RANGE = when_used(r"\(steg (?P<first>\d+)[–-](?P<last>\d+)\)")
_STEPS, _DIGITS = when_used(r"(?<!\()\b[Ss]teg (?:\d+(?:, | og | til |–|-)?)+"), when_used(r"\d+")
_ROW = when_used(r"(?P<number>\d+) (?P<title>\S.+)")


# It follows from: the steps of a pathway
@document_rule("AV641", "Siden ramser opp noe annet enn den sier", Severity.ADVARSEL, follows=("AV636",))
def other_tally(context: Context, document: Document) -> Iterator[Finding]:
    """«Fire vilkår: …» before five of them, «(steg 8–11)» over a table with the steps 8–12."""
    yield from _summary(context, document)
    if not _WORDS.isdisjoint(document.body.words):
        yield from _sentences(document)
        yield from _lists(document)
    if document.steps:
        yield from _steps(document)
        yield from _of_pathway(document)
        yield from _beyond(document)


def _sentences(document: Document) -> Iterator[Finding]:
    """«Tre adresser: a, b og c.»"""
    for token in document.body.tokens:
        if token.type == "inline" and ": " in token.content:
            yield from _enumerated(inline_text(token), at_token(document, token))


def _enumerated(text: str, at: Location) -> Iterator[Finding]:
    for found in _LISTED.finditer(text):
        count, wanted = _count(found["listed"]), _MANY[found["number"].casefold()]
        is_free = LOOSE.match(found[0]) or text[: found.start()].casefold().endswith(_AT_LEAST)
        if count and count != wanted and not is_free:
            message = f"Her står «{found['number']}», men setningen ramser opp {count}."
            yield Finding(at, message, _hint(found["number"], count, "det som ramses opp"))


def _hint(written: str, count: int, counted: str) -> str:
    """To write the number, as the wrong one is written."""
    word = _IN_WORDS.get(count, str(count))
    return f"Skriv «{word.capitalize() if written.istitle() else word}», eller rett {counted}."


def _count(listed: str) -> int:
    """The number of things in «a, b og c»; 0 when it is uncertain, as with «a og b, c og d»."""
    *first, last = _IN_BRACKETS.sub("", listed).split(", ")
    is_plain = first and len(_AND.findall(last)) == 1 and not any(_AND.search(part) for part in first)
    return len(first) + 2 if is_plain else 0


def _lists(document: Document) -> Iterator[Finding]:
    """«Tre ting følger andre veier:» and a list."""
    tokens = document.body.tokens
    for place, (token, after) in enumerate(pairwise(tokens)):
        if after.type not in ("bullet_list_open", "ordered_list_open") or token.type != "paragraph_close":
            continue
        sentence = _SENTENCE.split(inline_text(tokens[place - 1]))[-1]
        numbers = [*_COUNTED.finditer(sentence)] if sentence.endswith(":") else []
        if len(numbers) != 1 or sentence[: numbers[0].start()].casefold().endswith(_AT_LEAST):
            continue
        count, number = _items(tokens, place + 1), numbers[0]["number"]
        if count != _MANY[number.casefold()] and not LOOSE.match(numbers[0][0]):
            message = f"Her står «{number}», men listen under har {count}."
            yield Finding(at_token(document, tokens[place - 1]), message, _hint(number, count, "listen"))


def _items(tokens: Sequence[Token], start: int) -> int:
    """The number of items in the list that opens at `start`."""
    level, count = tokens[start].level, 0
    for token in tokens[start + 1 :]:
        if token.level == level:
            break
        count += token.type == "list_item_open" and token.level == level + 1
    return count


def _summary(context: Context, document: Document) -> Iterator[Finding]:
    """«Råd i fire typer saker» in the summary of a page without a list, a table or words about four of them."""
    for key, text in (("tittel", document.title), ("sammendrag", document.summary)):
        if ": " in text:
            yield from _enumerated(text, value_at(document, key))
        for found in _THINGS.finditer(text):
            number = _MANY[found["number"].casefold()]
            counts = (_CRITERION.match(found["what"]) and _of_criteria(document)) or _counts(document)
            if number not in counts and found["number"].casefold() not in document.body.words:
                message = f"Her står «{found[0]}», men siden har ingen liste eller tabell med {number}."
                yield Finding(value_at(document, key), message, _fewer(found["number"], counts))


def _fewer(written: str, counts: set[int]) -> str:
    """To write the number of things that the page does have, when that is certain to be one."""
    near = [count for count in counts if abs(count - _MANY[written.casefold()]) == 1]
    if len(near) == 1:
        return _hint(written, near[0], "siden")
    return "Tell etter, og skriv tallet. Hvis det er siden som er feil, retter du den."


def _of_criteria(document: Document) -> set[int]:
    """How many items each list of criteria has."""
    found = set()
    for section in document.body.sections:
        tokens = document.body.tokens_of(section) if section.title.casefold() in CRITERIA else ()
        found |= {_items(tokens, place) for place, token in enumerate(tokens) if token.type == "bullet_list_open"}
    return found


def _of_pathway(document: Document) -> Iterator[Finding]:
    """«Forløpet har tretten tiltak» in a pathway with another number of steps."""
    for found in matches(_PATHWAY, ("orløpet har ",), document.body.text):
        if _MANY[found["number"].casefold()] not in _counts(document):
            count = len(document.steps)
            message = f"Her står «{found['number']}» {found['what']}, men forløpet har {count} steg."
            hint = _hint(found["number"], count, "stegene")
            yield Finding(in_body(document, found.start("number")), message, hint)


def _beyond(document: Document) -> Iterator[Finding]:
    """«Hopper ingen over steg 16» in a pathway whose last step is 11."""
    known = [step.number for step in document.steps]
    for found in _STEPS.finditer(document.body.text):
        for number in _DIGITS.finditer(found[0]):
            if number[0] not in known:
                message = f"Her står steg {number[0]}, men forløpet har steg {known[0]}–{known[-1]}."
                at = in_body(document, found.start() + number.start())
                yield Finding(at, message, "Skriv nummeret på steget som er ment.", (document.at("steg"),))


def _counts(document: Document) -> set[int]:
    """The counts on a page: items of lists, rows of tables, subsections, and steps."""
    found, depths = {len(document.steps)}, [section.level for section in document.body.sections]
    for section in document.body.sections:
        tokens, rows = document.body.tokens_of(section), 0
        for place, token in enumerate(tokens if section.title.casefold() not in _IN_EVERY else ()):
            if token.type.endswith("_list_open"):
                found.add(_items(tokens, place))
            rows = 0 if token.type == "tbody_open" else rows + (token.type == "tr_open")
            if token.type == "tbody_close":
                found.add(rows)
    return found | {depths.count(depth) for depth in depths}


def _steps(document: Document) -> Iterator[Finding]:
    """The tables of a pathway must have its steps, with the names and numbers of the headings and of `steg`."""
    titles = {step.number: step for step in document.steps}
    for section in document.body.sections:
        rows = [*_rows(document, section)]
        for token, number, title in rows:
            if number in titles and not folded_words(title) <= folded_words(titles[number].title):
                message = f"Steg {number} heter «{title}» her, men «{titles[number].title}» i «steg»."
                step = titles[number]
                hint = f"Skriv «{step.title}». Hvis det er «steg» som er feil, retter du linje {step.at.line}."
                yield Finding(at_token(document, token), message, hint, (step.at,))
        numbers = [int(number) for _, number, _ in rows]
        found = _RANGE.search(section.title)
        if found and numbers and (int(found["first"]), int(found["last"])) != (numbers[0], numbers[-1]):
            span = f"{numbers[0]}–{numbers[-1]}"
            message = f"Overskriften sier «{found[0]}», men tabellen har steg {span}."
            hint = f"Skriv «{span}». Hvis det er tabellen som er feil, retter du den."
            yield Finding(at_heading(document, section), message, hint)


def _rows(document: Document, section: Section) -> Iterator[tuple[Token, str, str]]:
    """The first cells of rows that start with a number."""
    tokens = document.body.tokens_of(section)
    for place, token in enumerate(tokens[:-2]):
        cell = tokens[place + 2]
        if token.type == "tr_open" and cell.type == "inline" and (found := _ROW.fullmatch(inline_text(cell))):
            yield cell, found["number"], found["title"]
