"""AV307: names of laws and titles that have successors."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, value_at
from avtaleverk.checks.text.word_lists import WordList, own_words, word_list
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import folded_words
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule


@document_rule("AV307", "Ordet eller lovnavnet er utgått", Severity.ADVARSEL)
def obsolete(context: Context, document: Document) -> Iterator[Finding]:
    """Law names and titles that have successors: helsesøster, pasientrettighetsloven …"""
    words_gone = _gone(document.language)
    for key, text in (("tittel", document.title), ("sammendrag", document.summary)):
        for found in _found(words_gone, text, folded_words(text)):
            yield Finding(value_at(document, key), *_said(words_gone, found[0]))
    for found in _found(words_gone, document.body.text, document.body.words):
        yield Finding(in_body(document, found.start()), *_said(words_gone, found[0]))


def _found(words_gone: WordList, text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
    if pattern := words_gone.pattern(words):
        yield from pattern.finditer(own_words(text))


def _said(words_gone: WordList, word: str) -> tuple[str, str]:
    """What is wrong, and how to correct it; for names without a successor the list says in parentheses what became of them."""
    new = words_gone.instead[word.lower()]
    new = new[:1].upper() + new[1:] if word[:1].isupper() else new
    hint = f"Slett det, eller skriv hva som gjelder nå {new}." if new.startswith("(") else f"Skriv «{new}»."
    return f"«{word}» er utgått.", hint


def is_obsolete(words: str, language: str) -> bool:
    """Whether AV307 reports the words, or a name that they start with."""
    words_gone = _gone(language)
    pattern = words_gone.pattern(frozenset(re.findall(r"\w+", words.casefold())))
    return pattern is not None and pattern.match(words) is not None


def _gone(language: str) -> WordList:
    return word_list("utgatt.tsv", 0, 1 if language == "nb" else 2, True)
