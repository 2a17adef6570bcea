"""AV6: a text must be in the language that its field says, bokmål or nynorsk, and not in Danish or Swedish."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, scalars, value_at
from avtaleverk.checks.text.word_lists import WordList, listed, own_words, rows, word_list
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import folded_words
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import corpus_part, document_rule

_SHOWN = ("tittel", "sammendrag", "sporsmal", "endringer")  # not «sokeord», which readers write in any målform
_MANY = 3  # words on a line: then the others are likely to be so too
FEW = 5  # words of the other målform that may be slips


@document_rule("AV612", "Teksten blander bokmål og nynorsk", Severity.ADVARSEL)
def mixed_language(context: Context, document: Document) -> Iterator[Finding]:
    """Words of the other målform, except in quotations."""
    theirs = _words_of_other(document.language)
    other, code = ("nynorsk", "nn") if document.language == "nb" else ("bokmål", "nb")
    pattern = theirs.pattern(document.body.words)
    if pattern and in_other_language(document):
        message = f"Teksten er skrevet på {other}, men «sprak» er «{document.language}»."
        yield Finding(value_at(document, "sprak"), message, f"Skriv «sprak: {code}».")
        return
    if not theirs.longest.isdisjoint(_words_of_fields(document)):
        shown = [value for key in _SHOWN if (node := document.fields.values.get(key)) for value in scalars(node)]
        yield from _in_values(theirs, other, [(value.at, value.text) for value in shown])
    if not pattern:
        return
    text = own_words(document.body.text)
    for _, on_line in groupby(pattern.finditer(text), lambda found: text.count("\n", 0, found.start())):
        found = {one[0]: one for one in on_line}
        at = in_body(document, next(iter(found.values())).start())
        instead = listed(theirs.instead[word] for word in found)
        whole = "bokmål" if code == "nn" else "nynorsk"
        hint = f"Skriv hele setningen på {whole}, med {instead}." if len(found) >= _MANY else f"Skriv {instead}."
        yield Finding(at, f"{listed(found)} er {other}.", hint)


def _words_of_fields(document: Document) -> frozenset[str]:
    """The folded words of the fields that readers see."""
    asked = (text for one in document.questions for text in (one.text, one.answer, *one.wrong))
    return folded_words("\n".join((document.title, document.summary, *asked, *(c.what for c in document.changes))))


@corpus_part("AV612")
def mixed_contact_list(context: Context) -> Iterator[Finding]:
    """The same in what a contact list says beside its numbers."""
    for space in context.spaces:
        said = [(point.at, f"{point.hours}. {point.note}") for point in space.contact_points]
        yield from _in_values(_words_of_other(space.language), "nynorsk" if space.language == "nb" else "bokmål", said)


def _in_values(theirs: WordList, other: str, said: Sequence[tuple[Location, str]]) -> Iterator[Finding]:
    """The words of the other målform in the values of fields, each with its place."""
    if not (pattern := theirs.pattern(folded_words("\n".join(text for _, text in said)))):
        return
    for at, text in said:
        if found := dict.fromkeys(one[0] for one in pattern.finditer(own_words(f"\n{text}"))):
            yield Finding(
                at, f"{listed(found)} er {other}.", f"Skriv {listed(theirs.instead[word] for word in found)}."
            )


@document_rule("AV630", "Ordet er svensk eller dansk", Severity.ADVARSEL)
def neighbour_language(context: Context, document: Document) -> Iterator[Finding]:
    """Common words of neighbouring languages."""
    words = _neighbours(1 if document.language == "nb" else 2)
    if document.body.words.isdisjoint(words):
        return
    text = own_words(document.body.text)
    hits = (found for found in re.finditer(r"\w+", text) if found[0].lower() in words)
    for _, on_line in groupby(hits, lambda found: text.count("\n", 0, found.start())):
        found = {one[0].lower(): one for one in on_line}
        first = next(iter(found.values()))
        message = f"{listed(one[0] for one in found.values())} er svensk eller dansk."
        yield Finding(in_body(document, first.start()), message, f"Skriv {listed(words[word] for word in found)}.")


@cache
def _neighbours(instead: int) -> dict[str, str]:
    """The words of neighbouring languages, each with its Norwegian word."""
    return {row[0]: row[instead] for row in rows("nabo.tsv")}


def _words_of_other(language: str) -> WordList:
    return word_list("malform.tsv", 1, 0, False) if language == "nb" else word_list("malform.tsv", 0, 1, False)


def in_other_language(document: Document) -> bool:
    """Whether the text as a whole is in the other målform than the field `sprak` says."""
    theirs = _count(document, _words_of_other(document.language))
    own = "nn" if document.language == "nb" else "nb"
    return theirs >= FEW and theirs > 3 * _count(document, _words_of_other(own))


def _count(document: Document, words: WordList) -> int:
    pattern = words.pattern(document.body.words)
    return len(pattern.findall(document.body.text)) if pattern else 0
