"""The forms in which agreements, clauses and laws are written in running text, in bokmål and nynorsk.

This module only knows what the words look like; `mentions` decides what they refer to.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Form = Literal["avtale", "id", "overordnet", "punkt", "paragraf", "nummer", "tall"]

_AND = (
    r"\s*(?:[,–/+&-]|\bog\b|\beller\b|\btil\b|\bsamt\b|\bt\.?o\.?m\b\.?)\s*"
    r"(?:(?:og|eller|samt)\s+)?(?:med\s+)?(?:jf\.\s*)?"
)
_MORE = r"(?:\s*(?:[/+&]|,|–)\s*|\s+(?:og|samt|til)\s+)"
_CLAUSE = r"\d{1,2}(?:\.\d{1,2}){0,3}(?![\w%]|\.\d)"
_LOCAL = r"(?:\d{1,2}(?:[.-]\d{1,2})*|[a-zæ]\d?(?=\)))\)?(?=s\b|(?![\w%]))"
_PARAGRAPH = r"\d{1,3}(?:-\d{1,3})?(?:\s?[a-h](?![\w]))?(?!\d|-\d|\.\d|\.\s*ledd)"
_SUBSECTION = r"(?:,?\s*(?:(?:første|fyrste|annet|andre|tredje|fjerde|femte|\d\.)\s+ledd|\(\d\)))?"
_ITEM_WORD = r"(?:nr\.?|nummer|punkt(?:et)?|pkt\.?)\s*"
_ITEM = rf"(?:,?\s*{_ITEM_WORD}(?P<items>\d{{1,2}}(?!\.?\d)(?:{_AND}(?:{_ITEM_WORD})?\d{{1,2}}(?!\.?\d))*))?"
_NUMERALS = [
    "null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv", "tretten",
    "fjorten", "femten",
]  # fmt: skip
_NUMERAL = "|".join(_NUMERALS[2:])

_FORMS = re.compile(
    rf"""
    (?:(?<!\w)|(?=§))(?=[odtsuapk§\d]|[a-z]{{1,3}}[\d-])(?:  # no form starts inside a word
    (?P<overordnet>\b(?:overordn(?:et|ede|ete|a)\s+(?:(?:samarbeids|samhandlings)avtal(?:en?|a)|avtal(?:en|a|e(?=,?\s+(?:punkt|pkt|kap))))|samarbeidsavtalen?(?=s?,?\s+(?:punkt|pkt|kap))|(?-i:OSA)|os(?=\s+(?:punkt|pkt)))\b)
  | (?P<avtale>\b(?P<kind>(?:del|tjeneste|teneste|sær|under)-?avtal|avtal(?=en?\s*(?:nr|nummer)))
        (?:ene|en|er|e|ane|ar|a)[\s-]*(?:nr\.?|nummer)?\s*(?:(?P<locals>{_LOCAL}(?:{_AND}{_LOCAL})*)|(?P<numeral>(?:{_NUMERAL})\b)))
  | (?P<forkortet>(?-i:\b(?P<short>DA|TA|SA)(?:\s?nr\.?\s?)?[\s-]?0?(?P<digits>\d{{1,2}}(?:-\d{{1,2}})?(?:{_MORE}0?\d{{1,2}})*)(?!\w)))
  | (?P<id>(?<![\w/.-])[a-z]{{1,3}}(?:\d\d|-[a-z0-9-]*[a-z0-9])(?:\#(?P<fragment>[\d.]*\d))?(?![\w/-]|\.md))
  | (?P<punkt>(?:\b(?:(?:avtale|del|under)?(?:punkt(?:et|ene|ane|a)?|pkt\.?)|kapit+el(?:et)?|kapitlene|kapitla|kap\.?|avsnitt(?:et)?)
        \s*(?:nr\.?\s*|i\s+)?
        |(?:(?<=\bse\s)|(?<=\bsjå\s)|(?<=\bjf\.\s))(?=\d+\.\d))(?P<clauses>{_CLAUSE}(?:{_AND}{_CLAUSE})*))
  | (?P<paragraf>(?:§§?\s*|\bparagraf(?:en|ene)?\s+)(?P<paragraphs>{_PARAGRAPH}(?:{_AND}(?:§\s*)?{_PARAGRAPH})*){_SUBSECTION}{_ITEM})
  | (?P<nummer>(?<![\w.§/-])(?:[a-z]\d\)|\d{{1,2}}-\d{{1,2}})(?![\w/-]))
  | (?P<tall>(?<![\w.,/§-])\d{{1,2}}\.\d{{1,2}}(?:\.\d{{1,2}})?(?![\w%/]|[.,]\d))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# Most paragraphs name no agreement by its number, and most numbers count hours and days.
_NUMBERED = re.compile(
    rf"avtal\w{{0,3}}(?:,?\s+(?:punkt|pkt|kap)|[\s-]*(?:nr\.?|nummer)?\s*(?:\d|[a-zæ]\d?\)|(?:{_NUMERAL})\b))"
)
_IDS = ("p-", "s-", "r-", "f-")
_DIGITS = "0123456789"
_BEFORE_NUMBER = ("punkt", "pkt", "kap", "avsnitt", "paragraf", "nr")
_FIGURE = re.compile(r"\d(?:(?<=[^\W\d_]\d)|(?<=[DTS]A\s\d)|\.\d)")  # "da05", "DA 5", "4.3"
# What follows a number that counts things: "delavtale 5 og 6 uker" names one agreement.
_COUNTED = re.compile(
    r"\s*(?:timer?|timar?|dag(?:er|ar)?|døgn|uke[rn]?|veker?|måned(?:er)?|månad(?:er|ar)?|år|minutt(?:er)?|prosent|kroner"
    r"|ganger|gonger|pasient(?:er|ar)|kommun(?:er|ar)|person(?:er|ar)|plass(?:er|ar)|senger|mill|stk|andre|nye|ulike|av)\b",
    re.IGNORECASE,
)
_TYPES = {"sær": ("saeravtale",), "SA": ("saeravtale",), "avt": ("delavtale", "saeravtale")}


class Part(NamedTuple):
    """One number of an atom, and the range that a link on it covers."""

    number: str
    start: int
    end: int
    item: str = ""


class Atom(NamedTuple):
    """A written form. `types` are the possible types of an agreement; `id` is its possible id."""

    form: Form
    start: int
    end: int
    parts: tuple[Part, ...] = ()
    types: tuple[str, ...] = ()
    id: str = ""


def may_hold_atoms(text: str, folded: str) -> bool:
    """Whether the text can hold any form that refers to something; `folded` is the same text without case."""
    if "overordn" in folded or "osa" in folded or "§" in folded:
        return True
    agreed, number = "avtal" in folded, any(map(text.__contains__, _DIGITS))
    if "-" in folded and (agreed or number or any(map(folded.__contains__, _IDS))):
        return True
    if number and (any(map(folded.__contains__, _BEFORE_NUMBER)) or _FIGURE.search(text)):
        return True
    return agreed and _NUMBERED.search(folded) is not None


def atoms(text: str) -> Iterator[Atom]:
    """Every form in the text, in order."""
    for found in _FORMS.finditer(text):
        if atom := _atom(found, text):
            yield atom


def _atom(found: re.Match[str], text: str) -> Atom | None:
    start, end = found.span()
    if found["overordnet"]:
        return Atom("overordnet", start, end)
    if found["numeral"]:
        return _in_words(found, text)
    if found["avtale"]:
        parts = _parts(found, "locals", text)
        return Atom("avtale", start, parts[-1].end, parts, _TYPES.get(found["kind"][:3].lower(), ("delavtale",)))
    if found["forkortet"]:
        parts = _parts(found, "digits", text)
        id = found["short"].lower() + parts[0].number.zfill(2)
        return Atom("avtale", start, parts[-1].end, parts, _TYPES.get(found["short"], ("delavtale",)), id)
    if found["id"]:
        clause = (Part(found["fragment"], start, end),) if found["fragment"] else ()
        return Atom("id", start, end, clause, (), found["id"].partition("#")[0])
    if found["punkt"]:
        parts = _parts(found, "clauses", text)
        return Atom("punkt", start, parts[-1].end, parts)
    if found["paragraf"]:
        return _paragraph(found, text)
    if found["tall"]:
        number = Part(found["tall"], start, end)
        return None if _COUNTED.match(text, end) else Atom("tall", start, end, (number,))
    return Atom("nummer", start, end, (Part(found["nummer"].rstrip(")"), start, end),))


def _in_words(found: re.Match[str], text: str) -> Atom | None:
    """Whether a number in words is one: "delavtale fem", but not "delavtale to ganger"."""
    start, end = found.span()
    if _COUNTED.match(text, end):
        return None
    number = Part(str(_NUMERALS.index(found["numeral"].lower())), start, end)
    return Atom("avtale", start, end, (number,), _TYPES.get(found["kind"][:3].lower(), ("delavtale",)))


def _parts(found: re.Match[str], group: str, text: str) -> tuple[Part, ...]:
    """The numbers of a list. The link on the first includes the words before it; a number that counts things ends the list."""
    base = found.start(group)
    parts: list[Part] = []
    pattern = _CLAUSE if group == "clauses" else _LOCAL
    for number in re.finditer(pattern, found[group], re.IGNORECASE):
        start, end = base + number.start(), base + number.end()
        depth_falls = parts and "." in parts[0].number and "." not in number[0]
        if parts and (_COUNTED.match(text, end) or (depth_falls and re.match(r"\s+[a-zæøå]", text[end:]))):
            break
        parts.append(Part(number[0].rstrip(")").lower(), start if parts else found.start(), end))
    return tuple(parts)


def _paragraph(found: re.Match[str], text: str) -> Atom:
    """One part per item of "§ 6-2 nr. 5 og 6"; one part per paragraph of "§§ 6-1 til 6-5"."""
    base = found.start("paragraphs")
    parts: list[Part] = []
    for number in re.finditer(_PARAGRAPH, found["paragraphs"], re.IGNORECASE):
        start, end = base + number.start(), base + number.end()
        sign = re.search(r"§\s*$", text[:start])
        start = sign.start() if sign else start
        parts.append(Part(number[0].strip(), start if parts else found.start(), end))
    if not found["items"]:
        last = parts[-1]
        parts[-1] = Part(last.number, last.start, found.end())
        return Atom("paragraf", found.start(), found.end(), tuple(parts))
    base, paragraph = found.start("items"), parts.pop()
    for index, item in enumerate(re.finditer(r"\d{1,2}", found["items"])):
        start, end = base + item.start(), base + item.end()
        if index and _COUNTED.match(text, end):
            break
        parts.append(Part(paragraph.number, start if index else paragraph.start, end, item[0]))
    return Atom("paragraf", found.start(), parts[-1].end, tuple(parts))
