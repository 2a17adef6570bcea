"""AV6: hard reading: sentences that do not say who acts, long sentences, and long words."""

import re
from collections.abc import Iterator
from functools import partial

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_token, in_body
from avtaleverk.corpus.latin import latin
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import inline_text
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

MAX_LIX = 45
_MANY_WORDS, _MOSTLY_LONG = 22, 0.4  # of a sentence: how many words, and the part of them that are long
_IN_AGREEMENT = (30, 0.5)  # the same in what is signed, which may be heavier than what is read beside a patient
_HEAVY_IN_AGREEMENT = 300  # signs of a sentence there that may be too heavy
_LONG_SENTENCE = 160  # signs of a sentence that may be too heavy
_CUT = str.maketrans(".!?:", "\n\n\n\n")

_PASSIVE = when_used(
    r"skal\s+(?:det\s+)?(?:(?:ikke|ikkje|alltid|også|straks|da|då)\s+)*"
    r"(?!(?:finnes|synes|trives|møtes|lykkes|enes|minnes)\b)(?:\w{2,}(?:es|ast)|\w*(?:gis|tas|fås|slås|dras|bes|bys))\b"
)
# In a main clause none of these words stands between its start and «skal».
_SUBORDINATE = when_used(
    r"\b(?:om|som|hva|hvem|når|hvis|at|kva|kven|dersom|fordi|hvor|hvordan|hvorfor|kor|korleis|kvifor|(?<=\w )kvar|der|de|dei)\b",
    re.IGNORECASE,
)
_END = when_used(r"[.!?:](?=\s)|\n")
_BY = when_used(r"\bav\b", re.IGNORECASE)
_LETTERS = bytes(code if code == ord("a") else 32 for code in range(256))
_LINE_ENDS = bytes(code if code == ord("\n") else 32 for code in range(256))


@document_rule("AV610", "Setningen sier ikke hvem som skal gjøre det", Severity.ADVARSEL)
def without_actor(context: Context, document: Document) -> Iterator[Finding]:
    """«Skal sendes» without «av», which leaves readers to guess who acts."""
    text = document.body.text
    for found in _PASSIVE.finditer(text):
        before = _END.split(text[max(0, found.start() - 160) : found.start()])[-1]
        rest = _END.split(text[found.end() : found.end() + 300])[0]
        is_inverted = "det" in found[0].split()  # «…, skal det sendes» is no clause with «at»
        if before.strip() and not _BY.search(rest) and (is_inverted or not _SUBORDINATE.search(before)):
            *between, verb = found[0].split()[1:]
            no = next((f"{word} " for word in between if word in ("ikke", "ikkje")), "")
            hint = f"Skriv først i setningen hvem som har oppgaven: «… skal {no}{_active(verb)}», i stedet for «… {found[0]}»."
            yield Finding(in_body(document, found.start()), f"«{found[0]}» sier ikke hvem som har oppgaven.", hint)


def _active(verb: str) -> str:
    """The active form of a verb: «sende» for «sendes» or «sendast»."""
    return f"{verb.removesuffix('ast')}e" if verb.endswith("ast") else verb.removesuffix("s")


@document_rule("AV611", "Teksten er tung å lese", Severity.ADVARSEL, needs=("typer",))
def heavy(context: Context, document: Document) -> Iterator[Finding]:
    """Texts that are hard to read at a patient's side. The text as a whole is reported when no single sentence is."""
    if context.corpus.world_of(document) != "pasientnaer":
        if any(len(part) >= _HEAVY_IN_AGREEMENT for part in document.body.seen.words.split(".")):
            yield from _heavy_sentences(document, *_IN_AGREEMENT)
        return
    sentences, (lix, words) = [*_heavy_sentences(document)], lix_of(document)
    yield from sentences
    if words >= 100 and lix > MAX_LIX and not sentences:
        at = Location(document.path, document.body.first_line)
        message = f"Lesbarheten (LIX) er {lix:.1f}; over {MAX_LIX} er tungt."
        yield Finding(at, message, "Del lange setninger, og bytt ut lange ord.")


def _heavy_sentences(document: Document, many: int = _MANY_WORDS, mostly: float = _MOSTLY_LONG) -> Iterator[Finding]:
    """Long sentences full of long words, in a text that may be easy as a whole."""
    lines = (line for line in document.body.seen.words.split("\n") if len(line) >= _LONG_SENTENCE)
    for sentence in (part for line in lines for part in line.translate(_CUT).split("\n")):
        words, long, _ = counted(sentence) if len(sentence) >= _LONG_SENTENCE else (0, 0, 0)
        if words >= many and long > words * mostly:
            tokens = (t for t in document.body.tokens if t.type == "inline" and sentence.strip() in inline_text(t))
            at = next(map(partial(at_token, document), tokens), Location(document.path, document.body.first_line))
            message = f"En setning har {words} ord, og {long} av dem er lange: «{sentence.strip()[:40]} …»."
            yield Finding(at, message, "Del den i flere, og bytt ut lange ord.")


def lix_of(document: Document) -> tuple[float, int]:
    """LIX, words per sentence plus the percentage of words with more than six letters; and how many words there are."""
    words, long, sentences = counted(document.body.seen.words)
    return words / (sentences or 1) + 100 * long / (words or 1), words


def counted(text: str) -> tuple[int, int, int]:
    """The number of words, of words with more than six letters, and of sentences (a line ends one) in a text."""
    if (signs := latin(text)) is None:
        words = re.findall(r"[^\W\d_]+", text)
        long = sum(len(word) > 6 for word in words)
        return len(words), long, len(re.findall(r"[.!?:]+(?=\s|$)|\n+", text))
    marks = b" " + signs.translate(_MARKS) + b" "
    letters, lines = marks.translate(_LETTERS), marks.translate(_LINE_ENDS)
    ends = marks.count(b". ") + marks.count(b".\n") + lines.count(b" \n")
    return letters.count(b" a"), letters.count(b" aaaaaaa"), ends


def _mark(sign: str) -> str:
    """The class of a character for counting: letter, end of line, end of sentence, space, or other."""
    if re.match(r"[^\W\d_]", sign):
        return "a"
    if sign == "\n" or not sign.isspace():
        return sign if sign == "\n" else "." if sign in ".!?:" else "-"
    return " "


_MARKS = "".join(_mark(chr(code)) for code in range(256)).encode("ascii")
