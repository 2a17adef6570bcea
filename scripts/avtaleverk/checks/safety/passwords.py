"""AV7: nothing that opens a door or a system may be on a page."""

import re
from collections.abc import Iterator
from functools import lru_cache

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import matches, value_at
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import folded_words
from avtaleverk.corpus.place import place
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_part, document_rule

_WORDS = ("passord", "pinkod", "pin-kod", "dørkod", "adgangskod", "tilgangskod", "innloggingskod", "password")
_PARTS = ("assord", "assword", "kod")
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
# How what a program made to open a system begins.
_TOKEN = when_used(r"\b(?:gh[opsu]_|github_pat_|glpat_|[sr]k_(?:live|test)_)\w{16,}")
_HINT = "Slett det, og be den som eier systemet, om å bytte det: det ligger igjen i historikken. Skriv heller hvem som gir tilgang."
_NONE: frozenset[str] = frozenset()


@document_rule("AV708", "Her står et passord")
def password(context: Context, document: Document) -> Iterator[Finding]:
    """A password or a code of a door with its value; the message never repeats it."""
    body = document.body
    for text, line, words in ((body.text, body.first_line, body.words), (document.front.text, 2, _NONE)):
        for found in _secrets(text, words):
            at = place(document.path, text, found.start(), line)
            yield Finding(at, "Her står et passord eller en kode.", _HINT)
    for change in document.changes:
        if _is_told(change.what):
            at = value_at(document, "endringer", change.what)
            yield Finding(at, "Her står et passord eller en kode.", _HINT)


@corpus_part("AV708")
def password_in_tables(context: Context) -> Iterator[Finding]:
    """The same in the notes of a contact list, and in the comments of every table: the file is open to all."""
    for remark in context.corpus.remarks:
        if any(_secrets(remark.text, folded_words(remark.text))):
            yield Finding(remark.at, "Her står et passord eller en kode.", _HINT)
    for space in context.corpus.helsefellesskap.values():
        for point in space.contact_points:
            if point.note and any(_secrets(point.note, folded_words(point.note))):
                yield Finding(point.at, "Her står et passord eller en kode.", _HINT)


@lru_cache(maxsize=4096)
def _is_told(change: str) -> bool:
    """Whether the description of a change has one in plain words. Cached: many are the same. Other forms are found in the
    front matter."""
    return _PLAIN.search(change) is not None and not _SECRET.search(change)


def _secrets(text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
    """The passwords and codes of a text, each once; `words` are those of the text, case-folded."""
    known = [*_SECRET.finditer(text)] if any(part in text for part in _PARTS) else []
    yield from known
    if "://" in text:
        yield from _IN_ADDRESS.finditer(text) if "@" in text else ()
        yield from _TOLD_MACHINE.finditer(text) if "?" in text and "=" in text else ()
    yield from _TOKEN.finditer(text) if "_" in text else ()
    told = words & _PLAIN_WORDS
    plain = [*matches(_PLAIN, told, text, text.casefold())] if told else []
    plain = [one for one in plain if not one["door"] or _LOCKED.search(text, max(0, one.start() - 80), one.start())]
    yield from (one for one in plain if not any(k.start() <= one.start() < k.end() for k in known))
