"""AV6: a text must be in the language that its field says, bokmål or nynorsk, and not in Danish or Swedish."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, value_at
from avtaleverk.checks.text.word_lists import WordList, listed, own_words, rows, word_list
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule

_MANY = 3  # words on a line: then the others are likely to be so too
FEW = 5  # words of the other målform that may be slips


@document_rule("AV612", "Teksten blander bokmål og nynorsk", Severity.ADVARSEL)
def mixed_language(context: Context, document: Document) -> Iterator[Finding]:
    """Words of the other målform, except in quotations."""
    theirs = _words_of_other(document.language)
    other, code = ("nynorsk", "nn") if document.language == "nb" else ("bokmål", "nb")
    if not (pattern := theirs.pattern(document.body.words)):
        return
    if in_other_language(document):
        message = f"Teksten er skrevet på {other}, men «sprak» er «{document.language}»."
        yield Finding(value_at(document, "sprak"), message, f"Skriv «sprak: {code}».")
        return
    text = own_words(document.body.text)
    for _, on_line in groupby(pattern.finditer(text), lambda found: text.count("\n", 0, found.start())):
        found = {one[0]: one for one in on_line}
        at = in_body(document, next(iter(found.values())).start())
        instead = listed(theirs.instead[word] for word in found)
        whole = "bokmål" if code == "nn" else "nynorsk"
        hint = f"Skriv hele setningen på {whole}, med {instead}." if len(found) >= _MANY else f"Skriv {instead}."
        yield Finding(at, f"{listed(found)} er {other}.", hint)


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
