"""What stands around a mention: whether "punkt 4.3" belongs to this agreement, to another, or to none of ours."""

import re

_NOUN = (
    r"[\w-]*(?:avtale|lov|forskrift|veileder|rettleiar|retningslinje|retningsline|plan|melding|rapport|proposisjon"
    r"|rundskriv|notat|vedlegg|standard|protokoll|instruks|innstilling|strategi|utredning|utgreiing|kontrakt|vedtekt"
    r"|reglement|håndbok|handbok|brev|skjema|konvensjon|artikkel|dokument|sak|liste|tabell|prosedyre|sjekkliste|rutine)"
    r"(?:en|n|et|a|t|ene|ane|er|ar|r)?"
)
_OWN = r"(?:(?:denne|dette|vår)\s+)?(?:del|tjeneste|teneste|sær|samarbeids)?avtalen?(?!\s+(?:om|mellom|med|for)\b)"
_OWN_AFTER = re.compile(rf"\s+(?:i|av|frå|fra|under)\s+{_OWN}\b", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    rf"\s+(?:i|av|frå|fra|under|til|på)\s+(?:[\w-]+\s+){{0,3}}?{_NOUN}\b|\s+i\s+(?:Meld\.|NOU|Prop\.|Innst\.|ISO|IS-)",
    re.IGNORECASE,
)
_JOIN = r"s?(?:\s+\d[\w./-]*)?[\s,(]*(?:(?:jf\.?|se|sjå)\s*)?$"
_OWN_BEFORE = re.compile(rf"\b{_OWN}{_JOIN}", re.IGNORECASE)
_NOUN_BEFORE = re.compile(rf"\b{_NOUN}{_JOIN}", re.IGNORECASE)
_SERIES = re.compile(r"\b(?:Meld\.|St\.|NOU|Prop\.|Ot\.|Innst\.|Dok\.|ISO|IS-\d|HIS)[^.;]{0,40}$")
_OTHERS = re.compile(r"avtalen?\s+(?:om|mellom|med|for)\b[^.;]{3,80},\s*$", re.IGNORECASE)
_GENERIC = re.compile(r"\b(?:en|ein|ny|nye|hver|kvar|enhver|ingen|annen|anna)\s+$", re.IGNORECASE)
_FORMER = re.compile(
    r"\b(?:gamle|gammel|gamal|tidligere|tidlegare|forrige|førre|opphevede|oppheva)\s+"
    r"(?:(?:utgave|utgåve|versjon|utkast)\w*\s+(?:av|til)\s+(?:den\s+)?)?$",
    re.IGNORECASE,
)
_SAME_AFTER = re.compile(r"\s+i\s+(?:den\s+|det\s+)?(?:samme|same)\s+\w*avtalen?\b", re.IGNORECASE)
_THEIR_BEFORE = re.compile(r"\b(?:sin|si|sine|deres|deira)\s+$", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:[.!?:;]\s+|\n\s*)(?=[A-ZÆØÅ«])")
_CAPITALISED = re.compile(r"(?<=\w\s)[A-ZÆØÅ][\w-]*")
_PLACE_AFTER = re.compile(
    r"\s+(?:i|ved|hos|mellom|for|med)\s+(?:Helsefellesskapet\s+)?([A-ZÆØÅ][\w-]*(?:\s+[A-ZÆØÅ][\w-]*)*)"
)
_OWNER_BEFORE = re.compile(r"([A-ZÆØÅ][\w-]*)(s|['’])?\s+$")
_OUR_OWNERS = {
    "kommunen",
    "helseforetaket",
    "helseføretaket",
    "parten",
    "partene",
    "partane",
    "sykehuset",
    "sjukehuset",
}
_SENTENCE = re.compile(r"(?:^|[.!?:;«(|\n]\s*)$")


def is_ours(text: str, start: int, end: int) -> bool | None:
    """Whether a bare clause number belongs to this agreement: True when the text says so, False when it names another
    text, None when nothing is said."""
    before, after = text[:start], text[end:]
    if _OWN_AFTER.match(after):
        return True
    if _NOUN_AFTER.match(after):
        return False
    if _OWN_BEFORE.search(before):
        return True
    others = _NOUN_BEFORE.search(before) or _SERIES.search(before) or _OTHERS.search(before)
    return False if others else None


def is_same(text: str, end: int) -> bool:
    """ "punkt 14.2 i samme avtale": of the agreement that was named just before."""
    return bool(_SAME_AFTER.match(text, end))


def is_generic(text: str, start: int) -> bool:
    """ "en overordnet samarbeidsavtale": no agreement in particular."""
    return bool(_GENERIC.search(text[max(0, start - 30) : start]))


def is_former(text: str, start: int) -> bool:
    """ "den tidligere delavtale 5": not the one that is numbered so today."""
    return bool(_FORMER.search(text[max(0, start - 50) : start]))


def place_named(text: str, start: int, end: int, spaces: frozenset[str], ours: frozenset[str]) -> str | None:
    """The place whose agreement is meant: a name in lower case, "" for ours; None for a place we do not know."""
    if _OTHERS.search(text[:start]):
        return None
    if found := _OWNER_BEFORE.search(text[max(0, start - 60) : start]):
        name = found[1].casefold()
        first = _SENTENCE.search(text[: max(0, start - 60) + found.start()] if start > 60 else text[: found.start()])
        if name in spaces or name.rstrip("s") in spaces:
            return name if name in spaces else name.rstrip("s")
        genitive = bool(found[2]) or name.endswith("s")
        owner = name.rstrip("s")
        if genitive and not first and owner not in ours and name not in ours and owner not in _OUR_OWNERS:
            return None
    if found := _PLACE_AFTER.match(text, end):
        name = found[1].casefold()
        if name in spaces:
            return name
        if not all(
            word in ours or _stem(word) in ours or word.rstrip("s") in ours | _OUR_OWNERS for word in name.split()
        ):
            return None
        return ""
    return _subject(text, start, spaces, ours)


def _subject(text: str, start: int, spaces: frozenset[str], ours: frozenset[str]) -> str | None:
    """The place that the sentence is about: "Fonna har skrevet dette i delavtale 5"; None in "Ahus … i sin delavtale"."""
    sentence = _SENTENCE_START.split(text[:start])[-1]
    first = sentence.split(maxsplit=1)[0].casefold() if sentence.strip() else ""
    if first in spaces:
        return first
    others = (name.casefold() for name in _CAPITALISED.findall(sentence))
    if _THEIR_BEFORE.search(sentence) and any(name not in ours and _stem(name) not in ours for name in others):
        return None
    return ""


def _stem(word: str) -> str:
    """ "kad-senger" speaks of KAD."""
    return word.split("-")[0] if "-" in word else word
