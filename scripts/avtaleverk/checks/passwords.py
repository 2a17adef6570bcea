"""AV7: what opens a door or a system never stands on a page."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.corpus.place import place
from avtaleverk.diagnostics import Finding
from avtaleverk.rules import corpus_rule

_WORDS = ("passord", "pinkod", "pin-kod", "dørkod", "adgangskod", "tilgangskod", "innloggingskod", "password")
_PARTS = ("assord", "assword", "kod")
_VALUE = r"(?:[«\"“'`*]{1,2}(?P<quoted>[^\s«»\"”'`*]{4,})[»\"”'`*]|(?P<bare>(?=\S*\d)[^\s«»\"”'`]{4,}))"
_SECRET = re.compile(
    rf"(?:{'|'.join(_WORDS)})\w{{0,4}}\**(?:(?:\s(?:til|for|på|i)\s[\w-]+)?(?:\s*[:=]|\s+er))?\s+{_VALUE}",
    re.IGNORECASE,
)
# What says in so many words that it opens something, and the value after it.
_PLAIN = re.compile(
    r"\b[Kk]ode[nr]?(?:\s(?:til|for|på|i)\s(?:\w+\s)?\w+)?(?:\ser|:)\s\d{4,8}(?![\w.,]\w)"
    r"|\bPIN(?:\ser|:)?\s\d{4,8}\b"
    r"|\b(?i:pwd?)\s?[:=]\s?[^\s|]{4,}"
    r"|\b(?i:wi-?fi|api|nettverks)[-_ ]?(?i:nøkkel|key)\w{0,3}(?:\ser|\s?[:=])\s?(?=\S*\d)\S{4,}"
    r"|\bBearer\s[\w.-]{16,}"
    r"|\b(?i:nøkkelboks|kodelås)\w{0,4}(?:\s[a-zæøå]+){1,3}\s\d(?:[- ]?\d){3,7}\b"
    r"|\b(?i:logg)\w{0,2}\s(?:deg\s)?inn\smed\s\S+\s?/\s?(?=\S*\d)(?=\S*[A-Za-z])\S{6,}"
)
_PLAIN_PARTS = ("Kode", "kode", "PIN", "pw", "Pw", "PW", "_key", "økkel", "earer ", "inn med")


_HINT = "Slett det, og be den som eier systemet, om å bytte det: det ligger igjen i historikken. Skriv heller hvem som gir tilgang."


@corpus_rule("AV708", "Her står et passord")
def password(context: Context) -> Iterator[Finding]:
    """A password or a code of a door with its value; the message never repeats it."""
    for document in context.corpus.documents:
        for text, line in ((document.body.text, document.body.first_line), (document.front, 2)):
            for found in _secrets(text):
                at = place(document.path, text, found.start(), line)
                yield Finding(at, "Her står et passord eller en kode.", _HINT)
    for space in context.corpus.helsefellesskap.values():
        for point in (point for role in space.contacts.values() for point in role.places.values()):
            if point.note and any(_secrets(point.note)):
                yield Finding(point.at, "Her står et passord eller en kode.", _HINT)


def _secrets(text: str) -> Iterator[re.Match[str]]:
    """The passwords and codes of a text, each once."""
    known = [*_SECRET.finditer(text)] if any(part in text for part in _PARTS) else []
    yield from known
    told = {found.start() for found in known}
    plain = _PLAIN.finditer(text) if any(part in text for part in _PLAIN_PARTS) else ()
    yield from (found for found in plain if found.start() not in told)
