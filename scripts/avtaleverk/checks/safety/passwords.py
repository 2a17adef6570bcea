"""AV7: nothing that opens a door or a system may be on a page."""

import re
from collections.abc import Iterator
from functools import lru_cache

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import matches, value_at
from avtaleverk.checks.remarks import every_remark
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import folded_words
from avtaleverk.corpus.place import place, standing
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_part, document_rule

_WORDS = ("passord", "pinkod", "pin-kod", "dørkod", "adgangskod", "tilgangskod", "innloggingskod", "password")
_PARTS = ("assord", "assword", "kod", "ASSORD", "ASSWORD", "KOD")
_WORD = when_used("|".join(_WORDS), re.IGNORECASE)
_LONGEST = max(map(len, _WORDS))
_VALUE = r"(?:[«\"“'`*]{1,2}(?P<quoted>[^\s«»\"”'`*]{4,})[»\"”'`*]|(?P<bare>(?=\S*\d)[^\s«»\"”'`]{4,}))"
_SECRET = when_used(
    rf"(?:{'|'.join(_WORDS)})\w{{0,4}}\**(?:(?:\s(?:til|for|på|i)\s[\w-]+)?(?:\s*[:=]|\s+er))?\s+{_VALUE}",
    re.IGNORECASE,
)
# Words for passwords and codes, and the value after them.
_PLAIN = when_used(
    r"\b[Kk]ode[nr]?(?:\s(?:til|for|på|i)\s(?:\w+\s)?\w+)?(?:\ser|:)\s\d{4,8}(?![\w.,]\w)"
    r"|\bkode[nr]?(?P<door>\s)\d{4,8}(?![\w.,]\w)"
    r"|\b(?i:nøkkel|nykel)\s(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{8,}"
    r"|\bPIN(?:\ser|:)?\s\d{4,8}\b"
    r"|\b(?i:pwd?)\s?[:=]\s?[^\s|]{4,}"
    r"|\b(?i:wi-?fi|api|nettverks)[-_ ]?(?i:nøkkel|key)\w{0,3}(?:\ser|\s?[:=])\s?(?=\S*\d)\S{4,}"
    r"|\b(?i:nøkkel|nykel|token)\w{0,3}(?:\ser|\s?[:=])\s(?=\S*\d)(?=\S*[A-Za-z])[\w.+/=-]{16,}"
    r"|\bBearer\s[\w.-]{16,}"
    r"|\b(?i:nøkkelboks|kodelås)\w{0,4}(?:\s[a-zæøå]+){1,3}\s\d(?:[- ]?\d){3,7}\b"
    r"|\b(?i:(?:logg)\w{0,2}\s(?:deg\s)?inn\smed|(?:inn|på)logging\w{0,2}:)\s\S+\s?/\s?(?=\S*\d)(?=\S*[A-Za-z])\S{6,}"
)
# Each of them starts with one of these words, folded.
_PLAIN_WORDS = frozenset(
    ["kode", "koden", "koder", "pin", "pw", "pwd", "wifi", "wi", "api", "api_key", "nettverks", "nettverksnøkkel"]
) | {"bearer", "nøkkelboks", "nøkkelboksen", "kodelås", "kodelåsen", "logg", "logge", "logger", "nettverksnøkkelen"} | {
    "nøkkelen", "nykelen", "token", "tokenet", "innlogging", "innlogginga", "innloggingen", "pålogging",
    "pålogginga", "påloggingen", "nøkkel", "nykel",
}  # fmt: skip
# Keys that services hand out, by how they begin, and the end of the line above a private key.
_TOKEN = when_used(
    r"_(?:(?<=\bgh[oprsu]_)|(?<=\bgithub_pat_)|(?<=\bglpat_)|(?<=\b[rs]k_live_)|(?<=\b[rs]k_test_))\w{16,}"
)
_KEY = when_used(
    r"glpat-[\w-]{16,}|AKIA[0-9A-Z]{12,}|PRIVATE KEY-(?:(?<=BEGIN PRIVATE KEY-)|(?<=BEGIN EC PRIVATE KEY-)"
    r"|(?<=BEGIN [DR]SA PRIVATE KEY-)|(?<=BEGIN OPENSSH PRIVATE KEY-)|(?<=BEGIN ENCRYPTED PRIVATE KEY-))"
)
_KEY_SIGNS = ("glpat-", "AKIA", "PRIVATE KEY-")
# In a web address, before the host: https://vakt:hemmelig@…
_IN_ADDRESS = when_used(r"://[^\s/@:]+:[^\s/@]+@")
# In a web address, as a parameter: https://…?token=eyJ…
_TOLD_MACHINE = when_used(
    r"[?&](?:\w+_)?(?i:token|apikey|api_key|key|sig|pwd|password|passord)=(?=[\w.%~+-]*\d)[\w.%~+-]{8,}"
)
# Things with secret codes; other codes may be of a diagnosis or a place.
_LOCKED = when_used(
    r"(?:dør(?:a|en|ene)|(?<!d)rom(?:met)?|(?:\b|medisin|nøkkel)skap(?:et)?|boks(?:en)?|lås(?:en)?|(?<![ps])port(?:en)?"
    r"|alarm(?:en)?|inngang(?:en)?|heis(?:en)?|wi-?fi|[Ll]ogg\w{0,2} (?:deg )?inn|[Pp]ålogging\w{0,2})\b[^.!?\n]*$",
    re.IGNORECASE,
)
_SAID = (
    "Her står et passord eller en kode.",
    "Slett det, og be den som eier systemet, om å bytte det: det ligger igjen i historikken. Skriv heller hvem som gir tilgang.",
)
_NONE: frozenset[str] = frozenset()


@document_rule("AV708", "Her står et passord")
def password(context: Context, document: Document) -> Iterator[Finding]:
    """A password or a code of a door with its value; the message never repeats it."""
    body = document.body
    for text, line, words in ((body.text, body.first_line, body.words), (document.front.text, 2, _NONE)):
        for found in _secrets(text, words):
            at = place(document.path, text, _start(text, found), line)
            yield Finding(at, *_SAID)
    for change in document.changes:
        if _is_told(change.what):
            yield Finding(value_at(document, "endringer", change.what), *_SAID)


@corpus_part("AV708")
def password_in_tables(context: Context) -> Iterator[Finding]:
    """The same in the registers and contact lists, and in comments; those in plain words, in notes and comments only."""
    for path, text in context.corpus.tables:
        for found in _secrets(text):
            yield Finding(place(path, text, _start(text, found)), *_SAID)
    for remark in context.once(every_remark):
        if _is_told(remark.text):
            yield Finding(remark.at, *_SAID)
    for space in context.corpus.helsefellesskap.values():
        for point in space.contact_points:
            if point.note and _is_told(point.note):
                yield Finding(point.at, *_SAID)


@lru_cache(maxsize=4096)
def _is_told(text: str) -> bool:
    """Whether a short text has one in plain words. Cached: many changes are the same. Other forms are found in the whole
    file."""
    return any(_plain(text, folded_words(text))) and not any(_called(text))


def is_secret(text: str) -> bool:
    """Whether a text holds a password, a code or a key: no message quotes such a text."""
    return any(_secrets(text, folded_words(text)))


def _secrets(text: str, words: frozenset[str] = _NONE) -> Iterator[re.Match[str]]:
    """The passwords, codes and keys of a text, each once; `words` are those of the text, case-folded. Without them, what is
    told in plain words is left out."""
    found = [*_called(text)]
    if "://" in text:
        found += _IN_ADDRESS.finditer(text) if "@" in text else ()
        found += _TOLD_MACHINE.finditer(text) if "?" in text and "=" in text else ()
    for more in (_plain(text, words), _TOKEN.finditer(text), matches(_KEY, _KEY_SIGNS, text)):
        found += [one for one in more if not any(k.start() <= one.start() < k.end() for k in found)]
    yield from found


def _start(text: str, found: re.Match[str]) -> int:
    """Where the word starts in which a secret was found."""
    start = found.start()
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return start


def _called(text: str) -> Iterator[re.Match[str]]:
    """Those that stand after one of the words for them."""
    after = 0
    for start in standing(_PARTS, text):
        word = _WORD.search(text, max(after, start - _LONGEST), start + _LONGEST)
        if word and (found := _SECRET.match(text, word.start())):
            after = found.end()
            yield found


def _plain(text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
    """Those that are told in plain words."""
    told = words & _PLAIN_WORDS
    for one in matches(_PLAIN, told, text, text.casefold()) if told else ():
        if not one["door"] or _LOCKED.search(text, max(0, one.start() - 80), one.start()):
            yield one
