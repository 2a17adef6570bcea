"""Content that may identify a person: a personal number, a date of birth, a description that fits only one person.

These findings do not keep a file from being read: the rest of it is checked too.
"""

import re
from collections.abc import Iterator

from avtaleverk.corpus.latin import DIGIT_OR_NOT
from avtaleverk.corpus.place import Place, standing
from avtaleverk.diagnostics import Location
from avtaleverk.patterns import when_used
from avtaleverk.personal_number import RAISED, as_read, is_birthday, is_personal_number, written_numbers
from avtaleverk.rules import Problems, declare

declare("AV701", "Teksten inneholder et fødselsnummer")
declare("AV706", "Teksten kan inneholde personopplysninger")

_GAP = r"[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff.\-/\u2011]"
_BETWEEN = rf"(?:{_GAP}|\n[ \t>]{{1,6}})?"  # the text may go on in the next line of a list or a quotation
_ELEVEN = when_used(rf"(?<!\d)(?<!\d[.,-])\d(?:{_BETWEEN}\d){{10}}(?!\d|[.,-]\d)")
# The same with the century in the date: 15.03.1954 10004.
_DATED = when_used(
    r"(?<![\d.,-])(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?:19|20)(?P<rest>\d\d[ \t\u00a0/–-]{1,3}\d{5})(?!\d|[.,-]\d)"
)
_MONTH = r"(?:jan|feb|mars|april|mai|juni|juli|aug|sep|okt|nov|des)[a-z]*\.?"
_BIRTH = when_used(
    rf"\b[Ff](?i:ødt|ødd|\.|ødselsdato:?|ødselsn(?:umme)?r\.?:?)\s*(?i:den\s+)?(?P<date>"
    rf"\d{{1,2}}(?i:[./-]\s?\d{{1,2}}[./-]\s?(?:19|20)?\d{{2}}|\.?\s{_MONTH}\s(?:19|20)\d{{2}})|\d{{6}}(?![ -]?\d))\b"
)
# The two parts of a personal number with more than a gap between: emphasis, brackets, the cells or rows of a table, the items
# of a list.
_APART = r"[\W_]"
_TWO_PARTS = when_used(rf"(?<!\d)(?<!\d[.,-])\d{{6}}{_APART}{{1,9}}\d{{5}}(?!\d|[.,-]\d)")
# A description that singles out one person: sex and age, together with a place or a day.
_ONE = when_used(
    r"\b(?i:kvinn[ea]|mann(?:en)?|gutt(?:en)?|jent[ea])\b,?\s(?:på\s)?\(?\d{1,3}\)?(?![\w–-])"
    rf"(?=[^.!?\n]{{0,160}}(?:\bfr[aå]\s[A-ZÆØÅ]|\b(?<!fr[aå]\s)\d{{1,2}}\.\s{_MONTH}\b|\brom \d))"
)
PERSONAL_NUMBER = (
    "Her står et fødselsnummer eller D-nummer.",
    "Slett nummeret. Si fra til personvernombudet: det ligger igjen i historikken.",
)
# Digits written in code: &#49; or %31, in a quoted field \x31, and raised.
_CODED_LINE = when_used(r"(?m)^[^\n]*?(?P<code>&#|%[23]|\"[^\"\n]*\\[xuU]|[⁰¹²³⁴-⁹]{2})[^\n]*")
_CODES = (("&", "&#"), ("%", "%3"), ("%", "%2"), ("\\", "\\x"), ("\\", "\\u"), ("\\", "\\U"))
_RAISED_SIGNS = "⁰⁴⁵⁶⁷⁸⁹"  # no number is written with the other three alone
_LIKE_A_NUMBER = (
    "Elleve sifre begynner med en dato, som et fødselsnummer.",
    "Slett nummeret. Er det noe annet enn et fødselsnummer, skriver du hva det er: «saksnummer …».",
)
_CALLED = when_used(r"(?:\bfnr\.?|(?:fødsels|person)(?:nr\.?|nummer))[^.!?\d\n]*$", re.IGNORECASE)
_GAPS = b">" + bytes(code for code in range(256) if re.match(_GAP, chr(code)))
_DIGIT_OR_GAP = bytes(ord("-") if re.match(_APART, chr(code)) else DIGIT_OR_NOT[code] for code in range(256))
_BORN = (b"f\xf8d", b"f.")  # «født», «fødd», «fødselsdato», «f.»
_PEOPLE = (b"kvinn", b"mann", b"gutt", b"jent")
_WORDS = "".join(c.lower() if c.isalnum() or c in "_." else " " for c in map(chr, range(256))).encode("latin-1")
_OTHER_NUMBER = when_used(
    r"(?<![\w-])(?:(?!(?:fødsels|fødsel|person|pasient|d-|f)\w*(?:nummer|nr))[\w-]{3,}(?:nummer|nummeret|nr)|sak(?:en|a)?|ref)[.:]?\s*$",
    re.IGNORECASE,
)


def look_for_persons(text: str, letters: bytes | None, at: Place, problems: Problems) -> None:
    """Record what is found in `text`, whose `letters` are those of `latin`; `at` gives the place of an offset.

    No message repeats a person's number.
    """
    words = letters and b" " + letters.translate(_WORDS)
    told = _look_for_eleven(text, at, problems) if may_hold_eleven(letters) else frozenset[int]()
    for found in _TWO_PARTS.finditer(text) if _may_hold_parts(letters) else ():
        if is_personal_number(re.sub(r"\D", "", found[0])) and not _ELEVEN.match(text, found.start()):
            problems.add("AV701", at(found.start()), *PERSONAL_NUMBER)
    for found in _looked_for(_BIRTH, _BORN, text, words):
        is_date = not found["date"].isdecimal() or is_birthday(found["date"])
        if is_date and found.start("date") not in told:
            hint = "Slett hele setningen, med navnet hvis det står der. Siden skal ikke handle om enkeltpersoner."
            problems.add("AV706", at(found.start("date")), "Her står en fødselsdato.", hint)
    for found in _looked_for(_ONE, _PEOPLE, text, words):
        hint = "Slett stedet og datoen, eller hele setningen. Siden skal ikke handle om enkeltpersoner."
        problems.add("AV706", at(found.start()), "Kjønn, alder og sted eller dato peker ut én person.", hint)
    is_coded = any(sign in text and code in text for sign, code in _CODES)  # one letter is looked for faster than two
    if is_coded or (letters is None and any(sign in text for sign in _RAISED_SIGNS)):
        _disguised(text, at, problems)


def _look_for_eleven(text: str, at: Place, problems: Problems) -> frozenset[int]:
    """Record the numbers with eleven digits close together; the offsets of those that are only like a person's."""
    like = set()
    for found in _ELEVEN.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if is_personal_number(digits):
            problems.add("AV701", at(found.start()), *PERSONAL_NUMBER)
        elif is_birthday(digits) and _is_meant(text, found):
            like.add(found.start())
            problems.add("AV706", at(found.start()), *_LIKE_A_NUMBER)
    for found in _DATED.finditer(text):
        if is_personal_number(_eleven(found)):
            problems.add("AV701", at(found.start()), *PERSONAL_NUMBER)
    return frozenset(like)


def _is_meant(text: str, found: re.Match[str]) -> bool:
    """Whether eleven digits are a mistyped personal number: by how they are written, or by the word before them."""
    if re.fullmatch(r"(?:\d{6}[\s-]?|(?:\d\d[./]){2}\d\d-)\d{5}", found[0]):
        return not _is_named(text, found.start())
    return _CALLED.search(text, max(0, found.start() - 50), found.start()) is not None


def _eleven(found: re.Match[str]) -> str:
    """The eleven digits of a number whose date is written with separators or century."""
    return f"{found['day']:0>2}{found['month']:0>2}" + re.sub(r"\D", "", found["rest"])


def _may_hold_parts(letters: bytes | None) -> bool:
    """Whether six digits are followed by something that may separate the parts of a number."""
    return letters is None or b"000000-" in letters.translate(_DIGIT_OR_GAP)


def may_hold_eleven(letters: bytes | None) -> bool:
    """Whether eleven digits are so close together that they may be one number."""
    return letters is None or b"0" * 11 in letters.translate(DIGIT_OR_NOT, _GAPS)


def _looked_for(
    pattern: re.Pattern[str], signs: tuple[bytes, ...], text: str, words: bytes | None
) -> Iterator[re.Match[str]]:
    """The matches of a pattern whose matches all start with one of the signs: it is tried only where the folded words have
    one."""
    if words is None:
        return pattern.finditer(text)
    # There is a space in front of the folded words.
    return filter(None, (pattern.match(text, start - 1) for start in standing(signs, words)))


def shows_hidden_number(written: str, shown: str) -> bool:
    """Whether readers see a personal number that is not found in the text as it is written."""
    if not _has_eleven(shown.translate(RAISED)):
        return False
    problems = Problems([])
    look_for_persons(written, None, lambda offset: Location("", offset), problems)
    return all(problem.code != "AV701" for problem in problems.found)


def has_personal_number(name: str) -> bool:
    """Whether a name has a personal number in it."""
    return any(is_personal_number(one.digits) for one in written_numbers(name))


def may_be_personal(text: str) -> bool:
    """Whether eleven digits are written as a personal number is, valid or not: no message quotes such a text."""
    return any(pattern.search(text) for pattern in (_ELEVEN, _TWO_PARTS, _DATED)) or any(written_numbers(as_read(text)))


def _is_named(text: str, offset: int) -> bool:
    """Whether the word before a number says that it is something other than a person's."""
    return _OTHER_NUMBER.search(text, max(0, offset - 40), offset) is not None


def _disguised(text: str, at: Place, problems: Problems) -> None:
    """A personal number with digits written in code: the reader sees or uses it like any other."""
    for line in _CODED_LINE.finditer(text):
        if _has_eleven(as_read(line[0])) and not _has_eleven(line[0]):
            problems.add("AV701", at(line.start("code")), *PERSONAL_NUMBER)


def _has_eleven(text: str) -> bool:
    """Whether a text has a personal number whose digits stand close together."""
    return any(is_personal_number(re.sub(r"\D", "", found[0])) for found in _ELEVEN.finditer(text))
