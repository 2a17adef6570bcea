"""The letters of any file: invisible ones, letters of several signs, and letters that only look alike.

These findings do not keep a file from being read: the rest of it is checked too.
"""

import re
import unicodedata

from avtaleverk.corpus.place import Place
from avtaleverk.diagnostics import Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import Problems, declare

declare("AV704", "Teksten inneholder usynlige tegn", Severity.ADVARSEL)
declare("AV705", "Bokstavene er satt sammen av flere tegn", Severity.ADVARSEL)
declare("AV707", "Ordet blander bokstaver fra to alfabeter")

# Zero-width and bidirectional controls, soft hyphen, tags; a byte order mark inside the text; what is to follow an emoji after
# a letter.
INVISIBLE = when_used(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\uffa0\ufeff\ufe00-\ufe0d\ufff9-\ufffb\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
    "|(?<=[A-Za-zÀ-ž])[\ufe0e\ufe0f]"
)
# Digits and letters of other scripts, which only look like those of the keyboard: they cannot be rung or searched for.
_UNUSUAL = when_used(
    "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]+"
)
_STRUCK = when_used("\\w[\u0335-\u0338]")  # a stroke through a letter or a digit
_LINE = when_used(r"[^\n]+")
# Characters that reverse the direction of the text: readers see another number than the file has.
_TURNS = when_used("[\u202b\u202d\u202e\u2067]")
_PILED = when_used("\\w[\u0300-\u036f]{3,}")
_OTHER_ALPHABET = when_used("[\u0370-\u03ff\u0400-\u052f]")
_FOREIGN = when_used(
    r"[A-Za-zÆØÅæøå]+[\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f]+[A-Za-zÆØÅæøå]|@[\w.-]*[\u0370-\u03ff\u0400-\u052f]"
)
# What editors get from other programs without seeing it.
_CALLED = {
    "\x00": "et tomt tegn",
    "\u00ad": "myk bindestrek",
    "\u200b": "mellomrom uten bredde",
    "\u200c": "usynlig skille",
    "\u200d": "usynlig skjøt",
    "\u2028": "linjeskille",
    "\u2029": "avsnittsskille",
    "\u2060": "usynlig skjøt",
    "\ufeff": "mellomrom uten bredde",
}


def look_at_letters(text: str, at: Place, problems: Problems) -> None:
    """Record what is found in `text`; `at` gives the place of an offset."""
    if INVISIBLE.search(text):
        for line in _LINE.finditer(text):
            if turning := _TURNS.search(text, line.start(), line.end()):
                _turned(turning, at, problems)
            else:
                _invisible([*INVISIBLE.finditer(text, line.start(), line.end())], at, problems)
    if found := _PILED.search(text):
        hint = "Slett ordet, og skriv det på nytt på tastaturet."
        problems.add("AV705", at(found.start()), "Her står mange aksenter oppå hverandre på én bokstav.", hint)
    elif found := _STRUCK.search(text):
        hint = "Slett tegnet, og skriv med ord at det ikke gjelder lenger."
        problems.add("AV705", at(found.start()), "Her er et tegn strøket over med et tegn til.", hint)
    elif not unicodedata.is_normalized("NFC", text):
        offset = next((i for i, c in enumerate(text) if unicodedata.combining(c)), 0)
        hint = "Skriv ordet på nytt, eller kjør «avtaleverk check --fix»."
        problems.add(
            "AV705", at(max(offset - 1, 0)), "En bokstav med strek, prikk eller ring er satt sammen av to tegn.", hint
        )
    for found in _UNUSUAL.finditer(text):
        message = f"«{found[0]}» er skrevet med tegn som bare ligner de vanlige. Ingen kan ringe det eller søke på det."
        problems.add("AV707", at(found.start()), message, f"Skriv «{_usual(found[0])}».")
    for found in _FOREIGN.finditer(text) if _OTHER_ALPHABET.search(text) else ():
        letter = next(c for c in found[0] if "\u0370" <= c <= "\u052f")
        alphabet = "gresk" if letter <= "\u03ff" else "kyrillisk"
        message = f"Bokstaven «{letter}» i dette ordet er ikke latinsk, men {alphabet}."
        problems.add("AV707", at(found.start()), message, "Slett ordet og skriv det på nytt på tastaturet.")


def _usual(unusual: str) -> str:
    """The same with the letters and digits of the keyboard."""
    return "".join(str(unicodedata.digit(sign, unicodedata.normalize("NFKC", sign))) for sign in unusual)


def _turned(found: re.Match[str], at: Place, problems: Problems) -> None:
    """A sign that reverses the reading direction is an error; other invisible signs are only warnings."""
    message = "Et usynlig tegn snur skriveretningen. Leseren kan se et annet nummer enn det som står her."
    hint = "Slett ordet eller nummeret, og skriv det på nytt slik det skal leses."
    problems.add("AV007", at(found.start()), message, hint)


def _invisible(found: list[re.Match[str]], at: Place, problems: Problems) -> None:
    """All invisible signs on a line are one finding, placed at the first."""
    if found:
        name = called(found[0][0])
        message = f"Her står et tegn som ikke kan ses ({name})."
        hint = "Slett ordet og skriv det på nytt, eller kjør «avtaleverk check --fix»."
        if len(found) > 1:
            message = f"På denne linjen står {len(found)} tegn som ikke kan ses (det første er {name})."
            hint = "Slett ordene rundt dem og skriv dem på nytt, eller kjør «avtaleverk check --fix»."
        problems.add("AV704", at(found[0].start()), message, hint)


def without_invisible(text: str) -> str:
    """The text without what cannot be seen; but a line that is turned is left as it is, since readers see another number than
    the one that would be left."""
    return _LINE.sub(lambda line: line[0] if _TURNS.search(line[0]) else INVISIBLE.sub("", line[0]), text)


def called(sign: str) -> str:
    """The Norwegian name of an invisible sign, with its code point."""
    code = f"U+{ord(sign):04X}"
    return f"{_CALLED[sign]}, {code}" if sign in _CALLED else code
