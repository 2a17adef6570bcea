"""AV307: names of laws and titles that have successors."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body
from avtaleverk.checks.text.word_lists import WordList, own_words, word_list
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule


@document_rule("AV307", "Ordet eller lovnavnet er utgått", Severity.ADVARSEL)
def obsolete(context: Context, document: Document) -> Iterator[Finding]:
    """Law names and titles that have successors: helsesøster, pasientrettighetsloven …"""
    words_gone = _gone(document.language)
    pattern = words_gone.pattern(document.body.words)
    for found in pattern.finditer(own_words(document.body.text)) if pattern else ():
        new = words_gone.instead[found[0].lower()]
        gone = new.startswith("(")  # nothing has taken its place; the brackets say what became of it
        hint = f"Slett det, eller skriv hva som gjelder nå {new}." if gone else f"Skriv «{new}»."
        yield Finding(in_body(document, found.start()), f"«{found[0]}» er utgått.", hint)


def is_obsolete(words: str, language: str) -> bool:
    """Whether AV307 has the successor of a name, or of the name that the words start with."""
    words_gone = _gone(language)
    pattern = words_gone.pattern(frozenset(re.findall(r"\w+", words.casefold())))
    return pattern is not None and pattern.match(words) is not None


def _gone(language: str) -> WordList:
    return word_list("utgatt.tsv", 0, 1 if language == "nb" else 2, True)
