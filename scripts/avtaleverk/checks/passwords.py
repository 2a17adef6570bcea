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
    return _SECRET.finditer(text) if any(part in text for part in _PARTS) else iter(())
