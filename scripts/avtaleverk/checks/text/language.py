"""AV6, and AV307: words and sentences."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, value_at
from avtaleverk.checks.reading import reading
from avtaleverk.corpus.latin import latin
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import document_rule

MAX_LIX = 50
FEW = 5  # words of the other målform that may be slips


@cache
def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a word list of this package: columns with a tab between."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


class _Column:
    """The expressions of one column of a word list, each with what is written `instead`."""

    def __init__(self, instead: dict[str, str], ignore_case: bool) -> None:
        self.instead, self.ignore_case = instead, ignore_case
        if not ignore_case:
            self.instead = instead | {_capital(word): _capital(new) for word, new in instead.items()}
        self.by_longest = defaultdict[str, list[tuple[str, frozenset[str]]]](list)
        for expression in instead:
            parts = frozenset(re.findall(r"\w+", expression))
            self.by_longest[max(parts, key=len)].append((expression, parts))
        self.longest = frozenset(self.by_longest)

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """The expressions all of whose words are among those of a text, folded."""
        near = (one for word in self.longest & words for one in self.by_longest[word])
        return frozenset(expression for expression, parts in near if parts <= words)

    def pattern(self, words: frozenset[str]) -> re.Pattern[str] | None:
        """A pattern for those that may be in a text with these words: few, and so it is looked through fast."""
        among = self.among(words)
        return _pattern(among, self.ignore_case) if among else None


@cache
def _column(name: str, column: int, instead: int, ignore_case: bool) -> _Column:
    """A column of a list. Where the column `instead` is left out, the one before it holds for both."""
    rows = [row for row in _rows(name) if not row[column].startswith("=")]
    words = {row[column].lower(): row[min(instead, len(row) - 1)].removeprefix("=") for row in rows}
    if ignore_case:  # law names and offices, which own things
        words |= {f"{word}s": f"{new}s" for word, new in words.items() if word[-1] != "s" and new[0] != "("}
    return _Column(words, ignore_case)


@lru_cache(maxsize=256)
def _pattern(expressions: frozenset[str], ignore_case: bool) -> re.Pattern[str]:
    """A pattern for the expressions, and for each with a capital where a sentence starts."""
    alternatives = _alternatives(expressions)
    if ignore_case:
        return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)
    first = _alternatives(map(_capital, expressions))
    return re.compile(rf"(?<![\w-])(?:(?:{alternatives})(?![\w-])|{_STARTS}(?:{first})(?![\w-]| [A-ZÆØÅ]))")


# A word with a capital is a common word where a sentence starts, unless a name goes on after it: Sykehuset Innlandet.
_STARTS = r"(?=[A-ZÆØÅ])(?:(?<=\n)|(?<=[.!?:|>*#-] )|(?<=\*\*))"


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _own_words(text: str) -> str:
    """The text with quotations, link addresses and code blanked out: those are somebody else's words."""
    return re.sub(r"«[^«»\n]{0,200}»|\]\([^()\n]{0,500}\)|`[^`\n]{0,200}`", lambda found: " " * len(found[0]), text)


@document_rule("AV307", "Ordet eller lovnavnet er utgått", Severity.ADVARSEL)
def obsolete(context: Context, document: Document) -> Iterator[Finding]:
    """Law names and titles that have successors: helsesøster, pasientrettighetsloven …"""
    column = _column("utgatt.tsv", 0, 1 if document.language == "nb" else 2, True)
    pattern = column.pattern(document.body.words)
    for found in pattern.finditer(_own_words(document.body.text)) if pattern else ():
        new = column.instead[found[0].lower()]
        gone = new.startswith("(")  # nothing has taken its place; the brackets say what became of it
        hint = f"Slett det, eller skriv hva som gjelder nå {new}." if gone else f"Skriv «{new}»."
        yield Finding(in_body(document, found.start()), f"«{found[0]}» er utgått.", hint)


def is_obsolete(words: str, language: str) -> bool:
    """Whether AV307 has the successor of a name, or of the name that the words start with."""
    column = _column("utgatt.tsv", 0, 1 if language == "nb" else 2, True)
    pattern = column.pattern(frozenset(re.findall(r"\w+", words.casefold())))
    return pattern is not None and pattern.match(words) is not None


@document_rule("AV612", "Teksten blander bokmål og nynorsk", Severity.ADVARSEL)
def mixed_language(context: Context, document: Document) -> Iterator[Finding]:
    """Words of the other målform; what stands between « and » is somebody else's words."""
    column = _words_of_other(document.language)
    other, code = ("nynorsk", "nn") if document.language == "nb" else ("bokmål", "nb")
    if not (pattern := column.pattern(document.body.words)):
        return
    if in_other_language(document):
        message = f"Teksten er skrevet på {other}, men «sprak» er «{document.language}»."
        yield Finding(value_at(document, "sprak"), message, f"Skriv «sprak: {code}».")
        return
    text = _own_words(document.body.text)
    for _, on_line in groupby(pattern.finditer(text), lambda found: text.count("\n", 0, found.start())):
        found = {one[0]: one for one in on_line}
        listed, instead = _listed(found), _listed(column.instead[word] for word in found)
        yield Finding(
            in_body(document, next(iter(found.values())).start()), f"{listed} er {other}.", f"Skriv {instead}."
        )


def _listed(words: Iterable[str]) -> str:
    """«a», «b» og «c»."""
    *first, last = [f"«{word}»" for word in words]
    return f"{', '.join(first)} og {last}" if first else last


@document_rule("AV630", "Ordet er svensk eller dansk", Severity.ADVARSEL)
def neighbour_language(context: Context, document: Document) -> Iterator[Finding]:
    """Common words that Norwegian does not have, from somebody who writes another language."""
    words = _neighbours(1 if document.language == "nb" else 2)
    if document.body.words.isdisjoint(words):
        return
    text = _own_words(document.body.text)
    hits = (found for found in re.finditer(r"\w+", text) if found[0].lower() in words)
    for _, on_line in groupby(hits, lambda found: text.count("\n", 0, found.start())):
        found = {one[0].lower(): one for one in on_line}
        first = next(iter(found.values()))
        message = f"{_listed(one[0] for one in found.values())} er svensk eller dansk."
        yield Finding(in_body(document, first.start()), message, f"Skriv {_listed(words[word] for word in found)}.")


@cache
def _neighbours(instead: int) -> dict[str, str]:
    """The words of the neighbours, each with what is written instead."""
    return {row[0]: row[instead] for row in _rows("nabo.tsv")}


def _words_of_other(language: str) -> _Column:
    return _column("malform.tsv", 1, 0, False) if language == "nb" else _column("malform.tsv", 0, 1, False)


def in_other_language(document: Document) -> bool:
    """Whether the text as a whole is in the other målform than the field `sprak` says."""
    theirs = _count(document, _words_of_other(document.language))
    own = "nn" if document.language == "nb" else "nb"
    return theirs >= FEW and theirs > 3 * _count(document, _words_of_other(own))


def _count(document: Document, column: _Column) -> int:
    pattern = column.pattern(document.body.words)
    return len(pattern.findall(document.body.text)) if pattern else 0


_PASSIVE = re.compile(
    r"skal\s+(?:det\s+)?(?:(?:ikke|ikkje|alltid|også|straks|da|då)\s+)*"
    r"(?!(?:finnes|synes|trives|møtes|lykkes|enes|minnes)\b)(?:\w{2,}(?:es|ast)|\w*(?:gis|tas|fås|slås|dras|bes|bys))\b"
)
# In a main clause none of these words stands between its start and «skal».
_SUBORDINATE = re.compile(
    r"\b(?:om|som|hva|hvem|når|hvis|at|kva|kven|dersom|fordi|hvor|kor|der|de|dei)\b", re.IGNORECASE
)
_END = re.compile(r"[.!?:](?=\s)|\n")
_BY = re.compile(r"\bav\b", re.IGNORECASE)


@document_rule("AV610", "Setningen sier ikke hvem som skal gjøre det", Severity.ADVARSEL)
def without_actor(context: Context, document: Document) -> Iterator[Finding]:
    """«Skal sendes» without «av» leaves the reader to guess who."""
    text = document.body.text
    for found in _PASSIVE.finditer(text):
        before = _END.split(text[max(0, found.start() - 160) : found.start()])[-1]
        rest = _END.split(text[found.end() : found.end() + 300])[0]
        is_main = "det" in found[0].split() or not _SUBORDINATE.search(
            before
        )  # «…, skal det sendes» is no clause with «at»
        if before.strip() and is_main and not _BY.search(rest):
            verb = found[0].split()[-1]
            hint = f"Si hvem: «Sengeposten skal {_active(verb)} …» i stedet for «… skal {verb}»."
            yield Finding(in_body(document, found.start()), f"«{found[0]}» sier ikke hvem som har oppgaven.", hint)


def _active(verb: str) -> str:
    """«sende» for «sendes» or «sendast»."""
    return f"{verb.removesuffix('ast')}e" if verb.endswith("ast") else verb.removesuffix("s")


@document_rule("AV611", "Teksten er tung å lese", Severity.ADVARSEL)
def heavy(context: Context, document: Document) -> Iterator[Finding]:
    """LIX: words per sentence plus the percentage of words with more than six letters."""
    if context.corpus.world_of(document) != "pasientnaer":
        return
    words, long, sentences = counted(reading(document).words)
    if words < 100:
        return
    lix = words / (sentences or 1) + 100 * long / words
    if lix > MAX_LIX:
        at = Location(document.path, document.body.first_line)
        yield Finding(
            at,
            f"Lesbarheten (LIX) er {lix:.0f}; over {MAX_LIX} er tungt.",
            "Del lange setninger, og bytt ut lange ord.",
        )


def counted(text: str) -> tuple[int, int, int]:
    """How many words, words of more than six letters, and ends of sentences (a line is one) there are in a text."""
    if (signs := latin(text)) is None:
        words = re.findall(r"[^\W\d_]+", text)
        long = sum(len(word) > 6 for word in words)
        return len(words), long, len(re.findall(r"[.!?:]+(?=\s|$)|\n+", text))
    marks = b" " + signs.translate(_MARKS) + b" "
    letters, lines = marks.translate(_LETTERS), marks.translate(_LINE_ENDS)
    ends = marks.count(b". ") + marks.count(b".\n") + lines.count(b" \n")
    return letters.count(b" a"), letters.count(b" aaaaaaa"), ends


def _mark(sign: str) -> str:
    """What a sign is to the count: a letter, the end of a line or of a sentence, a space, or nothing of these."""
    if re.match(r"[^\W\d_]", sign):
        return "a"
    if sign == "\n" or not sign.isspace():
        return sign if sign == "\n" else "." if sign in ".!?:" else "-"
    return " "


_MARKS = "".join(_mark(chr(code)) for code in range(256)).encode("ascii")
_LETTERS = bytes(code if code == ord("a") else 32 for code in range(256))
_LINE_ENDS = bytes(code if code == ord("\n") else 32 for code in range(256))


# What everybody who works in the services knows.
_COMMON = frozenset(
    re.findall(r"\w+", "ADHD CT EKG FFO HIV HLR ID IKT IT MR NEWS NEWS2 PC PDF PIN RHF SMS SYSVAK TBD TODO TV USB")
)
_ABBREVIATION = re.compile(
    r"[A-ZÆØÅ](?:(?<![\w-][A-ZÆØÅ])|(?<=[^\w-][a-zæøå][A-ZÆØÅ]))[A-ZÆØÅ]{1,5}\d?(?![\w])"  # the Q of qSOFA too
)
_ADDRESS_OR_CODE = re.compile(r"(?ms)^```.*?^```|\]\([^()\n]{0,500}\)|https?://[^\s<>]{0,500}|`[^`\n]{0,200}`")


# Whose names are abbreviations that a reader can look up.
_ABBREVIATED = ("ordliste", "parter", "roller", "meldinger", "lovkrav", "helsefellesskap")


@document_rule("AV613", "Forkortelsen er ikke forklart", Severity.ADVARSEL, needs=_ABBREVIATED)
def unknown_abbreviation(context: Context, document: Document) -> Iterator[Finding]:
    """An abbreviation stands in the glossary or the registers, or is written out on the page."""
    known, text, seen = context.once(_abbreviations), document.body.text, set[str]()
    for found in _ABBREVIATION.finditer(text):
        start = found.start()
        word = text[start - text[max(start - 1, 0) : start].islower() : found.end()]
        if not known.isdisjoint((found[0], word)) or word in seen or not word.strip("X"):
            continue
        if re.search(rf"\({word}\)|\b{word} \(", text):
            continue
        if any(one.start() < found.start() < one.end() for one in _ADDRESS_OR_CODE.finditer(text)):
            continue
        seen.add(word)
        hint = f"Skriv ordene helt ut første gang: «… ({word})», eller legg forkortelsen i ordliste.yml."
        yield Finding(in_body(document, found.start()), f"Forkortelsen «{word}» er ikke forklart.", hint)


def _abbreviations(context: Context) -> frozenset[str]:
    corpus, registers = context.corpus, context.corpus.registers
    texts = [w for t in registers.ordliste.entries.values() for w in (*t.nb, *t.nn, *t.abbreviations)]
    texts += [w for r in registers.roller.entries.values() for w in r.names]
    texts += [p.name for p in registers.parter.entries.values()]
    texts += [
        w
        for m in registers.meldinger.entries.values()
        for w in (m.name, m.name_nn, m.channel, m.channel_nn, m.standard)
    ]
    texts += [law.short + law.law for law in registers.lovkrav.entries.values()]
    for space in corpus.helsefellesskap.values():
        texts += [space.name, space.short_name, *(u.name for u in space.units.values())]
        texts += [o.id.upper() for o in space.organs.values()] + [o.split("-")[0].upper() for o in space.organs]
    return _COMMON.union(word for text in texts for word in _ABBREVIATION.findall(text))
