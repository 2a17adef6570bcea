"""Whose agreement is meant: ours, that of another known helsefellesskap, or someone else's."""

import re
from collections.abc import Iterator
from functools import lru_cache

from avtaleverk.links.sentences import sentence_before

_NAME = r"[A-ZÆØÅ][\w-]*(?:[ \n](?:og[ \n](?=Romsdal))?[A-ZÆØÅ][\w-]*)*"
_NAMES = re.compile(_NAME)
_WHERE = r"(?:i|ved|hos|mellom|for|med|fra|frå|til|på)"
_FELLESSKAP = r"(?:[Hh]elsefellesskapet\s+(?:i\s+)?)?"
_AFTER = re.compile(
    rf"\s+(?:om\s+[^.;:()]{{3,80}}?\s+{_WHERE}\s+(?=[Hh]else|.[a-zæøå])|{_WHERE}\s+){_FELLESSKAP}({_NAME})"
    rf"|\s+(?:har|hadde|skriv(?:er)?|bruk[ae]r|sei?e?r|sier|krev(?:er)?)\s+({_NAME})"
)
_OWNER_BEFORE = re.compile(r"([A-ZÆØÅ][\w-]*)(s|['’])?\s+$")
_ORGAN_AFTER = re.compile(rf"\s+(?:i|ved|hos|for|til|under)\s+(?:[a-zæøå]+\s+){{0,2}}?{_FELLESSKAP}({_NAME})")
_ORGAN_OWNER = re.compile(r"\b(?!hos\b|oss\b)([\w-]+)(?:s|['’])\s+(?:\w+e\s+)?$")
_THEIR_BEFORE = re.compile(r"\b(?:sin|si|sine|deres|deira)\s+$", re.IGNORECASE)
_OTHERS_BEFORE = re.compile(r"avtal\w*\s+(?:om|mellom|med|for)\b[^.;]{3,80},\s*$", re.IGNORECASE)
# "i Telemark", "Oslo kommune", "utkastet fra Drammen, delavtale 3": a name that says where.
_AT = re.compile(r"\b(?:i|ved|hos|fra|frå|på)\s+(?:Helsefellesskapet\s+)?$", re.IGNORECASE)
_KOMMUNE = re.compile(r"\s+(?:kommune|fylke)s?\b|,\s*$")
_ELSEWHERE = re.compile(
    r"\bnabo\w*|\b(?:andre|annan|annet|anna|annen|mange)\s+(?:steder|stader|stad|sted|helsefellesskap|region\w*|kommun\w*"
    r"|(?:helse)?f[oø]retak\w*|s[yj]u?kehus\w*|fylke\w*)\b",
    re.IGNORECASE,
)
_ELSEWHERE_AFTER = re.compile(
    rf"\s+(?:i|hos|ved|for|til|fra|frå|mellom)\s+(?:den\s+)?(?:{_ELSEWHERE.pattern})", re.IGNORECASE
)
# The endings of the names of bodies that are no party to any agreement, and may be named beside ours.
_OFFICE = re.compile(
    r"(?:direktoratet|departementet|forval[dt]e?[ra]?en|tilsynet|revisjonen|ombudet|nemnda|instituttet|legen|advokaten|rådet"
    r"|direktøren|forbundet|føreininga|foreningen|utvalget|utvalet|møtet|møte|styret|tinget|lov\w*|lege|nett"
    r"|kontoret|teamet|tjenesten|tenesta|avdeling\w*|sektor\w*|ledels\w*|leiing\w*)s?$"
)
_LONG = 5  # letters of a name that others are made from: "hadelandskommunene"
_AGREEMENT = re.compile(r"(?:da|ta|sa|os)-?\d|osa$|\w*avtal")
_OUR_OWNERS = frozenset({
    "kommunen", "kommunene", "helseforetaket", "helseføretaket", "parten", "partene", "partane", "sykehuset",
    "sjukehuset", "helsefellesskapet",
})  # fmt: skip
# The hospital trusts, regions and counties of the country, by the words that tell them apart.
_COUNTRY = frozenset({
    "agder", "ahus", "akershus", "arendal", "bergen", "buskerud", "bærum", "diakonhjemmet", "drammen", "finnmark",
    "finnmarkssykehuset", "flekkefjord", "fonna", "førde", "haraldsplass", "haukeland", "helgeland",
    "helgelandssykehuset", "helgelandssjukehuset", "hordaland", "innlandet", "kalnes", "kongsberg", "kristiansand",
    "kristiansund", "lofoten", "lovisenberg", "molde", "namsos", "nordland", "nordlandssykehuset",
    "nordlandssjukehuset", "nordmøre", "nord-trøndelag", "olavs", "oslo", "ous", "ringerike", "rogaland", "romsdal",
    "sogn", "stavanger", "sunnmøre", "sørlandet", "telemark", "troms", "tromsø", "trondheim", "trøndelag", "unn",
    "vestfold", "vestland", "viken", "østfold", "ålesund",
})  # fmt: skip


def place_named(text: str, start: int, end: int, spaces: frozenset[str], ours: frozenset[str]) -> str | None:
    """The place whose agreement is meant: a name in lower case, "" for ours; None for a place we do not know."""
    if _OTHERS_BEFORE.search(text[max(0, start - 200) : start]):
        return None
    sentence = sentence_before(text, start)
    if found := _OWNER_BEFORE.search(sentence):
        name = found[1].casefold()
        owner = name.rstrip("s")
        if name in spaces or owner in spaces:
            return name if name in spaces else owner
        genitive = bool(found[2]) or name.endswith("s")
        if genitive and found.start() and not {owner, name} & (ours | _OUR_OWNERS) and not _OFFICE.search(name):
            return None
    if found := _AFTER.match(text, end):
        return _place(found[1] or found[2], spaces, ours)
    return None if _ELSEWHERE_AFTER.match(text, end) else _subject(sentence, spaces, ours)


def is_elsewhere(text: str, start: int, end: int, ours: frozenset[str]) -> bool:
    """Whether an organ is someone else's: "Arbeidsutvalget i KS", "partiets arbeidsutvalg"."""
    if found := _ORGAN_AFTER.match(text, end):
        words = found[1].split()
        return words[0].isupper() or not all(_is_ours(word.casefold(), ours) for word in words)
    if found := _ORGAN_OWNER.search(text[max(0, start - 60) : start]):
        return text[start].islower() and not _is_ours(found[1].casefold(), ours)
    return None in _places(sentence_before(text, start), frozenset(), ours)


def _place(name: str, spaces: frozenset[str], ours: frozenset[str]) -> str | None:
    words = name.casefold().split()
    if known := [word for word in words if word in spaces]:
        return known[0]
    return "" if all(_is_ours(word, ours) or _OFFICE.search(word) for word in words) else None


def _subject(sentence: str, spaces: frozenset[str], ours: frozenset[str]) -> str | None:
    """The place that the sentence is about: "Fonna har skrevet dette i delavtale 5"; None in "Ahus … i sin delavtale"."""
    named = set(_places(sentence, spaces, ours))
    if len(named) == 1:
        return named.pop()
    return None if named or _THEIR_BEFORE.search(sentence) or _ELSEWHERE.search(sentence) else ""


def _places(sentence: str, spaces: frozenset[str], ours: frozenset[str]) -> Iterator[str | None]:
    """The places named before a mention, except our own; None for one we do not know."""
    for found in _NAMES.finditer(sentence):
        words = found[0].casefold().split()
        strange = [word for word in words if not _is_ours(word, ours)]
        if known := [word for word in words if word.rstrip("s") in spaces or word in spaces]:
            yield known[0] if known[0] in spaces else known[0].rstrip("s")
        elif any(word.rstrip("s") in _COUNTRY or word in _COUNTRY for word in strange) or (
            not all(map(_OFFICE.search, strange)) and _is_place(sentence, found, ours)
        ):
            yield None


def _is_place(sentence: str, found: re.Match[str], ours: frozenset[str]) -> bool:
    """Whether a name is used as that of a place: "i Telemark", "Oslo kommune", or several words first in the sentence."""
    rest = found[0].casefold().split()[1:]
    starts = bool(rest) and not found.start() and not any(_is_ours(word, ours) for word in rest)
    after_at = _AT.search(sentence, 0, found.start()) and not found[0].isupper()
    return bool(starts or after_at or _KOMMUNE.match(sentence, found.end()))


@lru_cache(maxsize=4096)
def _is_ours(word: str, ours: frozenset[str]) -> bool:
    """ "kad-senger" speaks of KAD, "innlandets" of Innlandet, "ta11" and "delavtale" of an agreement."""
    forms = {word, word.rstrip("s"), word.split("-")[0]}
    if _AGREEMENT.match(word) or not forms.isdisjoint(ours) or not forms.isdisjoint(_OUR_OWNERS):
        return True
    return word.startswith(_long(ours))


@lru_cache(maxsize=64)
def _long(ours: frozenset[str]) -> tuple[str, ...]:
    return tuple(own for own in ours if len(own) >= _LONG)
