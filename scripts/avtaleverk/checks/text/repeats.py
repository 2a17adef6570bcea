"""AV6: repetitions: a small word, a sentence that was pasted twice, or a copy of another document."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, value_at
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_rule, document_rule

_TWICE = when_used(r" (?P<word>\S{2,}+) (?i:(?P=word))\b(?!-)")  # starts with a known sign, and so is fast
_NO_LETTER = when_used(r"[\W\d]")
_MEANT_TWICE = ("det", "den", "de", "dei", "ja", "nei", "ha", "hei")  # «at det det gjelder»
_SENTENCE = when_used(r"(?:^|(?<=[.!?:] )|(?<=\*\* ))[A-ZÆØÅ][^.!?|\n]{14,}[.!?](?=\s|$)", re.MULTILINE)
_ITEM = when_used(r"\s*(?:[-*]|\d+[.)])\s+")
# A text is cut up in no time when it is bytes, and what stands between sentences is one sign.
_OF_PARTY = tuple((f"\n- **{name}**", name) for name in ("Kommunen", "Helseforetaket", "Helseføretaket"))
_BESIDE, _CUT = b"*- ", bytes.maketrans(b"!?:\n", b"....")
_SHORTEST = 15
_IN_WORDS = {2: "to"}
_FULL, _MANY, _MOST = 40, 8, 0.8  # signs in a line that says something; how many such lines, and what part, make a copy


@document_rule("AV625", "Ordet eller setningen står to ganger", Severity.ADVARSEL)
def said_twice(context: Context, document: Document) -> Iterator[Finding]:
    """«og og», which a spelling checker does not see, and a sentence or a step that was pasted twice."""
    text = document.body.text
    for found in _TWICE.finditer(text):
        if (word := found["word"]).casefold() not in _MEANT_TWICE and not _NO_LETTER.search(word):
            at = in_body(document, found.start("word"))
            yield Finding(at, f"«{found[0].strip()}»: ordet står to ganger.", f"Skriv «{word}».")
    yield from _sentences(document)
    yield from _parties(document)


@corpus_rule("AV637", "Dokumentet er en kopi av et annet")
def copied(context: Context) -> Iterator[Finding]:
    """A document in force must not have the same text, or nearly, as another: a copied file has to be rewritten.

    A copy has the longest line of a half of what it was copied from.
    """
    first: dict[tuple[str, str], Document] = {}
    for document in context.corpus.documents:
        lines = document.body.text.split("\n") if document.status != "utgatt" else []
        half = len(lines) // 2
        for line in filter(None, (max(part, key=len, default="") for part in (lines[:half], lines[half:]))):
            other = first.setdefault((document.home, line), document)
            if other is not document and (how := _alike(other, document)):
                other, copy = sorted((other, document), key=lambda one: (-_leading_to(context, one), len(one.id)))
                message = f"«{copy.id}» er en kopi av «{other.id}»: {how}."
                hint = f"Slett filen til «{copy.id}». Skal den bli et nytt dokument, skriver du ny tittel, nye søkeord og ny tekst."
                yield Finding(value_at(copy, "id"), message, hint, (value_at(other, "id"),))
                break


def _alike(one: Document, other: Document) -> str:
    """In what way two texts are the same, if they are; short ones may share most of their lines."""
    if one.body.text == other.body.text:
        return "teksten er den samme"
    mine, theirs = ({line for line in d.body.text.split("\n") if len(line) > _FULL} for d in (one, other))
    same, all_of_them = len(mine & theirs), max(len(mine), len(theirs))
    return f"{same} av {all_of_them} linjer er de samme" if same >= max(_MANY, _MOST * all_of_them) else ""


def _parties(document: Document) -> Iterator[Finding]:
    """A list that says twice what one party does, where the second was meant for the other party."""
    text = document.body.text
    for item, name in _OF_PARTY if document.type == "prosedyre" else ():
        if text.count(item) > 1:
            first = text.find(item)
            one, two = (in_body(document, start + 1) for start in (first, text.find(item, first + 1)))
            message = f"«{name}» står foran to punkter (linje {one.line} og {two.line}). Det ene skulle trolig ha den andre parten."
            yield Finding(two, message, "Skriv hvem punktet gjelder, eller slå de to sammen.", (one,))


def _leading_to(context: Context, document: Document) -> int:
    """The number of links to a document and its clauses. A new copy has the fewest, since it is not in use yet."""
    here = document.reference
    targets = (here, *(here.at_clause(section.anchor) for section in document.body.sections))
    return len({link.source for target in targets for link in context.web.incoming.get(target, ())} - {here})


def _sentences(document: Document) -> Iterator[Finding]:
    """The same sentence twice in one paragraph, or the same line twice in a list."""
    text = document.body.text
    if not _may_repeat(text):
        return
    offset, before = 0, ""  # `before` is the item on the line above
    for line in text.split("\n"):
        sentences: dict[str, re.Match[str]] = {}
        for found in _SENTENCE.finditer(line):
            if sentences.setdefault(found[0], found) is not found:
                at = in_body(document, offset + found.start())
                often = line.count(found[0])
                count = _IN_WORDS.get(often, str(often))
                hint = "Slett den ene." if count == "to" else "La den første stå, og slett de andre."
                yield Finding(at, f"Setningen står {count} ganger her.", hint)
                break
        item = _ITEM.sub("", line) if _ITEM.match(line) else ""
        if len(item) > _SHORTEST and item == before:
            yield Finding(in_body(document, offset), "Linjen er lik linjen over.", "Slett den ene.")
        offset, before = offset + len(line) + 1, item


def _may_repeat(text: str) -> bool:
    """Whether words repeated on one line, or on two adjacent lines, may be a repeated sentence."""
    squeezed = text.encode("utf-8", "replace").translate(None, _BESIDE)
    pieces = [piece for piece in squeezed.translate(_CUT).split(b".") if len(piece) > _SHORTEST]
    if len(set(pieces)) == len(pieces):
        return False
    seen: set[bytes] = set()
    for piece in pieces:
        if piece in seen and piece + b":" not in squeezed and _are_close(squeezed, piece):
            return True
        seen.add(piece)
    return False


def _are_close(text: bytes, piece: bytes) -> bool:
    first = text.find(piece)
    while (following := text.find(piece, first + 1)) > 0:
        if text.count(b"\n", first, following) < 2:
            return True
        first = following
    return False
