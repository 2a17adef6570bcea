"""AV4: the clauses that `hull` of a helsefellesskap names must exist."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.links.clause_hints import clause_hint
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used

_SENTENCE = when_used(r"(?<=[^\d]\.)\s")
_CLAUSES = when_used(r"\b(?P<what>punkt|kapittel) (?P<numbers>\d+(?:\.\d+)*(?:(?:, | og )\d+(?:\.\d+)*)*)")
_NUMBER = when_used(r"\d+(?:\.\d+)*")
_AGREEMENT = when_used(r"\b(?:del|tjeneste|teneste)avtale (?P<number>\d+)\b")


def dangling_in_holes(context: Context) -> Iterator[Finding]:
    """«Punkt 4.2 og kapittel 5 i den overordnede avtalen», one of which does not exist."""
    for space in context.spaces:
        for point, text in space.holes.items():
            for sentence in _SENTENCE.split(text):
                agreement = _agreement(context, space, sentence)
                for what, number in _missing(agreement, sentence) if agreement else ():
                    message = f"«{what} {number}» finnes ikke i {agreement.id if agreement else ''}."
                    hint = clause_hint(number, agreement) if agreement else ""
                    yield Finding(value_at(space, "hull", inside=point), message, hint)


def _agreement(context: Context, space: Helsefellesskap, sentence: str) -> Document | None:
    """The only agreement that the sentence names; None when it names none or several."""
    numbers, is_whole = _AGREEMENT.findall(sentence), "overordn" in sentence
    found = [
        document
        for document in context.corpus.documents_of(space.id)
        if (document.type == "overordnet" and is_whole) or (document.type == "delavtale" and document.number in numbers)
    ]
    return found[0] if len(found) == 1 and len(numbers) + is_whole == 1 else None


def _missing(agreement: Document, sentence: str) -> Iterator[tuple[str, str]]:
    for found in _CLAUSES.finditer(sentence):
        for number in _NUMBER.findall(found["numbers"]):
            if not agreement.body.section(number):
                yield found["what"], number
