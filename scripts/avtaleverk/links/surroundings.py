"""The words around a mention: whether "punkt 4.3" belongs to this agreement, to another, or to none of ours, and
whether an agreement is the one in force."""

import re

from avtaleverk.links.sentences import sentence_before

# Texts that have points and chapters of their own, by the end of their names.
_WRITING = (
    r"lov|forskrift|veileder|rettleiar|retningslinje|retningsline|stortingsmelding|rapport|proposisjon|rundskriv|notat"
    r"|standard|protokoll|instruks|innstilling|strategi|utredning|utgreiing|kontrakt|vedtekt|reglement|håndbok|handbok"
    r"|konvensjon|artikkel|dokument|statsbudsjett|budsjett|norm|hefte|brosjyre|mandat|uttalelse|fråsegn|tilsynssak|bok|perm|overenskomst|overeinskomst"
)
_MATTER = (
    r"avtale|plan|melding|vedlegg|brev|skjema|liste|tabell|prosedyre|rutine|dagsorden|dagsordenen|agenda|innkalling|referat"
    r"|program|vedtak|søknad|register|katalog|kartlegging|forslag|utkast|\bsak|tilsynssak|\bmal|\bside|høringssvar|innspel|innspill"
)
_END = r"(?:en|n|et|a|t|ene|ane|er|ar|r)?"
_NOUN = rf"[\w-]*(?:{_WRITING}|{_MATTER}){_END}"
# "i tråd med planen" says nothing of whose the point is.
_PHRASE = r"(?!tråd|samsvar|henhold|forbindelse|samband|tillegg|forkant|etterkant|hensyn|omsyn|løpet|staden|stedet)"
_ORDER = r"(?:(?:første|fyrste|annet|andre|tredje|fjerde|siste)\s+(?:ledd|punktum|strekpunkt)|bokstav\s+\w|\w\))"
AFTER_CLAUSE = rf"(?:,?\s+{_ORDER})*"
_OWN = (
    r"(?:(?:denne|dette|vår)\s+(?:del|tjeneste|teneste|sær|samarbeids)?avtal(?:en?|a)"
    r"|(?:del|tjeneste|teneste|sær)?avtal(?:en|a))(?!\s+(?:om|mellom|med|for|fra|frå)\b|\s+\d)"
)
_OWN_AFTER = re.compile(rf"{AFTER_CLAUSE}\s+(?:i|av|frå|fra|under)\s+{_OWN}\b", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    rf"{AFTER_CLAUSE}\s*(?:,\s*|\s)(?:i|av|frå|fra|under|til|på)\s+{_PHRASE}(?:[\w-]+\s+){{0,3}}?{_NOUN}s?\b"
    r"|\s+i\s+(?:Meld\.|NOU|Prop\.|Ot\.|Innst\.|ISO|IS-|[A-ZÆØÅ][a-zæøå]+s\s)",
    re.IGNORECASE,
)
# What may come between a text's name and its point: its number, its date, its owner and its subject.
_ABOUT = (
    r"(?:\s+(?:fra|frå|om|for|til|av|med)(?:\s+(?!etter\b|i\b|jf\b|jfr\b|se\b|sjå\b|og\b|som\b|når\b|der\b|skal\b|er\b|kan\b"
    r"|må\b|har\b|vil\b|følg|fylg|gjeld|bli|vart|ble\b|står|stå|send|innen|innan|etter)[\w.–-]+){1,6})?"
)
_NUMBERED = r"(?:\s+(?:[A-ZÆØÅ]{1,4}[- ]?)?\d[\w./–-]*(?:\s+[A-ZL]\b)?|\s+del\s+\w+|\s*\([^()]{1,40}\))*"
_JOIN = rf"s?{_NUMBERED}{_ABOUT}{_NUMBERED}[\s,(:–-]*"
_POINTER = r"(?:(?:jf\.?|se|sjå|særlig|særleg|spesielt|sin|si|sitt)\s*)?"
_OWN_BEFORE = re.compile(rf"\b{_OWN}s?[\s,(]*(?:(?:jf\.?|se|sjå|sitt|sin)\s*)?$", re.IGNORECASE)
# "melding, jf. punkt 4.2" is a message sent as this agreement says; "veilederen, jf. punkt 4.2" is the guide's own.
_NOUN_BEFORE = re.compile(
    rf"\b[\w-]*(?:{_WRITING}){_END}{_JOIN}{_POINTER}$|\b[\w-]*(?:{_MATTER}){_END}{_JOIN}$", re.IGNORECASE
)
_SERIES = re.compile(
    r"\b(?:Meld\.|St\.|NOU|Prop\.|Ot\.|Innst\.|Dok\.|ISO|NS-?|IS-\d|HIS|Kap\.)(?:[^.;]|nr\.|St\.|prp\.){0,50}$"
)
_OTHERS = re.compile(r"avtal\w*\s+(?:om|mellom|med|for)\b[^.;]{3,80},\s*$", re.IGNORECASE)
# "Rapporten omtaler dette i kapittel 4", "Statsforvalteren skriver i punkt 4.2": a writer, and then "in".
_WRITER = re.compile(
    rf"\b[\w-]*(?:{_WRITING}){_END}\b|^\W*(?:Statsforval[dt]|Fylkesmann|Helsedirektorat|Helsetilsyn|Departement|Riksrevisjon"
    r"|Regjering|Storting|Kommunal|Nemnd|Tilsyn|Ombud|KS\b|FHI\b|HOD\b|Utval)",
    re.IGNORECASE,
)
_NEAR = 160
_IN = re.compile(r"\b(?:i|under)\s+(?:både\s+)?$", re.IGNORECASE)
# "et nytt punkt 13", "neste punkt", "punkt 3 ble strøket": points of an agenda or of something yet to come.
_LOOSE = re.compile(
    r"\b(?:neste|siste|forrige|førre|et|eit|nytt|nye|hvert|kvart|hver|kvar|tidligere|tidlegare|gamle|følgende|følgjande"
    r"|samme|same|noen|alle|foreslåtte|føreslåtte|planlagte)\s+$"
    # "departementets punkt 12"
    r"|(?!\b(?:del|tjeneste|teneste|sær)?avtal)\b[\w-]+(?:ets|ens|enes|anes)\s+(?:\w+e\s+)?$",
    re.IGNORECASE,
)
_TABLED = re.compile(
    r"[^.;]{0,25}\b(?:utsatt|utsett|strøket|stroke|trukket|trekt|tatt til orientering|teke til orientering|sakslist|sakliste"
    r"|dagsorden|saklista)",
    re.IGNORECASE,
)
# "vedlegg 1 til delavtale 5, punkt 4.2": the appendix's.
_ATTACHED = re.compile(
    r"\b(?:vedlegg\w*|bilag\w*|tillegg\w*|brev\w*|notat\w*|merknad\w*|kommentar\w*)(?:\s+\d+)?\s+(?:til|om)\s+$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:en|ein|et|eit|ei|egen|eigen|eiga|eget|ny|nye|nytt|hver|kvar|hvert|kvart|enhver|ingen|annen|anna|annan|alle)\s+$",
    re.IGNORECASE,
)
# "den overordnede avtalen på nasjonalt nivå", "partene har inngått overordnet samarbeidsavtale": of a kind.
_OF_A_KIND = re.compile(r"\s+(?:på\s+)?(?:nasjonal|sentral|regional|statleg|statlig)\w*", re.IGNORECASE)
_MADE = re.compile(r"\b(?:inngå\w*|har|ha|lag[ae]?[rt]?|utarbeid\w*|mangl?[ae]r|teikn\w*)\s+$", re.IGNORECASE)
_EDITION = (
    r"(?:\d{4}-)?(?:utgav|utgåv|versjon|utkast|forslag|revisjonsforslag)\w*\s+(?:av|til|for|på)\s+(?:(?:den|ny)\s+)?"
)
_FORMER = re.compile(
    r"\b(?:(?:gamle|gammel|gamal|tidligere|tidlegare|forrige|førre|opphevede|oppheva|daværende|dåverande|utløpte|utgåtte"
    r"|utgått|utgåtte|opprinnelige|opphavlege|foreldede|forelda|avsluttede|historiske|kommende|komande|framtidige|erstattede"
    r"|avløste|fjorårets|fjorårs)\s+"
    rf"(?:{_EDITION})?|{_EDITION}|(?:het|heitte|heitt|kaltes|kalt|kalla)\s+(?:det|den|de|dei)?\s*)$",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"\s+(?:av|fra|frå|datert|gjeldende\s+fra|vedtatt)\s+(?:\d{1,2}\.\s*(?:\w+|\d{1,2}\.)\s*)?((?:19|20)\d\d)\b|\s*\(([^()]{0,20}(?:19|20)\d\d)"
)
_SAME_AFTER = re.compile(r"\s+i\s+(?:den\s+|det\s+)?(?:samme|same)\s+\w*avtal(?:en?|a)\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:henholdsvis|høvesvis|respektive)\b", re.IGNORECASE)


def is_ours(text: str, start: int, end: int) -> bool | None:
    """Whether a bare clause number belongs to this agreement: True when the text says so, False when it names another
    text, None when nothing is said."""
    if _OWN_AFTER.match(text, end):
        return True
    if _NOUN_AFTER.match(text, end):
        return False
    sentence = sentence_before(text, start)
    before = sentence[-_NEAR:]
    if _OWN_BEFORE.search(before):
        return True
    if _LOOSE.search(before[-60:]) or _TABLED.match(text, end):
        return False
    others = _NOUN_BEFORE.search(before) or _SERIES.search(text[max(0, start - 80) : start]) or _OTHERS.search(before)
    written = is_in(text, start) and _WRITER.search(sentence)
    return False if others or written else None


def is_in(text: str, start: int) -> bool:
    """ "delavtale 5 sier i punkt 4.2": of the agreement that the sentence speaks of."""
    return bool(_IN.search(text[max(0, start - 20) : start]))


def is_each(text: str, start: int) -> bool:
    """ "henholdsvis punkt 3.2 og 4.2": each of its own agreement."""
    return bool(_EACH.search(text[max(0, start - 30) : start]))


def is_same(text: str, end: int) -> bool:
    """ "punkt 14.2 i samme avtale": of the agreement that was named just before."""
    return bool(_SAME_AFTER.match(text, end))


def is_generic(text: str, start: int) -> bool:
    """ "en overordnet samarbeidsavtale": no agreement in particular."""
    return bool(_GENERIC.search(text[max(0, start - 30) : start]))


def is_attached(text: str, start: int) -> bool:
    """Whether an agreement is named only to say what something else belongs to."""
    return bool(_ATTACHED.search(text[max(0, start - 40) : start]))


def is_of_a_kind(text: str, start: int, end: int) -> bool:
    """ "kommunene har inngått overordnet samarbeidsavtale": no particular one."""
    return is_generic(text, start) or bool(
        _OF_A_KIND.match(text, end) or _MADE.search(text[max(0, start - 30) : start])
    )


def is_former(text: str, start: int) -> bool:
    """ "den tidligere delavtale 5": not the one that is numbered so today."""
    return bool(_FORMER.search(text[max(0, start - 80) : start]))


def year_said(text: str, end: int) -> str:
    """The year of an agreement, when the text gives one: "delavtale 5 fra 2012"."""
    found = _YEAR_AFTER.match(text, end)
    return (found[1] or found[2])[-4:] if found else ""


def is_no_mention(form: str, text: str, start: int, end: int) -> bool:
    """Whether the words of this form mean no particular agreement, or one that no longer applies."""
    if form == "overordnet" and is_of_a_kind(text, start, end):
        return True
    return form != "id" and (is_generic(text, start) or is_former(text, start))
