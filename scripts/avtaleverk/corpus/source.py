"""From the bytes of a file to text: what is refused before anything is parsed."""

import re
from functools import partial
from pathlib import Path
from typing import NamedTuple

from avtaleverk.corpus.latin import latin
from avtaleverk.corpus.letters import called, look_at_letters
from avtaleverk.corpus.persons import look_for_persons
from avtaleverk.corpus.place import place
from avtaleverk.diagnostics import Location
from avtaleverk.patterns import when_used
from avtaleverk.rules import Problems, declare

MAX_BYTES = 1_000_000
MAX_LINE = 20_000

declare("AV001", "Filen er ikke lagret som UTF-8")
declare("AV006", "Filen eller linjen er for stor")
declare("AV007", "Filen inneholder ulovlige styretegn")
declare("AV008", "Filen inneholder merker etter en uløst flettekonflikt")
declare("AV009", "Filen kan ikke leses")
declare("AV015", "Bokstavene er ødelagt av feil tegnsett")

# C0 controls except tab and line feed, DEL, C1 controls, line/paragraph separators.
_CONTROL = when_used("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_NO_CONTROLS = bytes(code for code in range(256) if not _CONTROL.match(chr(code)))
_CONFLICT_SIGNS = "<=>"  # seven of one are a mark
_CONFLICT = when_used(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
_AGAIN = "Registrene trengs. Hent filen fra siste utgave."
# How the files of other programs start, and what they are.
_FOREIGN = {
    b"PK\x03\x04": "en Word-fil (eller en annen Office-fil)",
    b"\xd0\xcf\x11\xe0": "en Word-fil av den gamle sorten",
    b"{\\rtf": "en RTF-fil",
    b"%PDF": "en PDF-fil",
    b"\x89PNG": "et bilde",
    b"\xff\xd8\xff": "et bilde",
    b"GIF8": "et bilde",
}
TOO_LONG = "Er noe limt inn ved et uhell, tar du det bort. Ellers deler du den i flere dokumenter."
NO_SHORTCUT = "Slett snarveien. Skal siden vise til et dokument, lager du en lenke i teksten."
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_FIRST_BYTES = frozenset(start[:1] for start in _FOREIGN)
# UTF-8 that was read as another encoding and saved again: «Ã¥» for «å», «â€“» for a dash.
_SCRAMBLED = when_used("Ã[\u00a0-\u00bf†˜…‚„‡ˆ‰Š‹Œ]|Â[\u00a0-\u00bf]|â€[\u00a0-\u00bf“”™œ˜¦¢]")
# Which conflict marker may follow which, and the side that it opens.
_NEXT_SIDE = {("", "<"): "<", ("<", "|"): "|", ("<", "="): "=", ("|", "="): "=", ("=", ">"): ""}


class Source(NamedTuple):
    """A readable file: its path relative to the root, and its text with `\\n` line ends and no BOM."""

    path: str
    text: str


def read_source(root: Path, path: str, problems: Problems) -> Source | None:
    """Read the file `path` below `root`; None, with a diagnostic, when it is nothing that can be parsed."""
    file, start = root / path, Location(path)
    if file.name.startswith("~$"):
        problems.add("AV009", start, "Dette er en låsefil fra Word, ikke et dokument.", "Slett filen.")
        return None
    if file.is_symlink():
        problems.add("AV009", start, "Filen er en snarvei (symbolsk lenke).", NO_SHORTCUT)
        return None
    try:
        if file.stat().st_size > MAX_BYTES:
            problems.add("AV006", start, f"Filen er større enn {MAX_BYTES // 1000} kB.", TOO_LONG)
            return None
        raw = file.read_bytes()
    except OSError as error:
        problems.add(
            "AV009", start, f"Filen kan ikke leses ({error.strerror}).", "Se etter feil rettigheter eller navn."
        )
        return None
    return read_bytes(path, raw, problems)


def read_bytes(path: str, raw: bytes, problems: Problems) -> Source | None:
    """The file `path` with this content; None, with a diagnostic, when it is nothing that can be parsed."""
    text = _decode(path, raw, problems)
    letters = latin(text) if text is not None else None
    if text is None or not _is_clean(path, text, letters, problems):
        return None
    at = partial(place, path, text)
    look_for_persons(text, letters, at, problems)
    if letters is None or b"\xad" in letters:  # of all that cannot be seen, Latin-1 has only the soft hyphen
        look_at_letters(text, at, problems)
    chosen = _one_side(path, text, problems)
    return Source(path, _unscrambled(path, chosen.lstrip("\ufeff"), problems)) if chosen is not None else None


def _decode(path: str, raw: bytes, problems: Problems) -> str | None:
    if raw[:1] in _FIRST_BYTES and (kind := next((_FOREIGN[start] for start in _FOREIGN if raw.startswith(start)), "")):
        hint = "Lim teksten inn i en ny .md-fil, og slett denne. Skriv det et bilde viser, som tekst."
        hint = _AGAIN if path.endswith(".yml") else hint
        problems.add("AV001", Location(path), f"Dette er {kind} med feil filnavn. Her kan det bare stå tekst.", hint)
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in raw and raw[:2] not in _UTF16:
            hint = "Slett filen. Var det et dokument, skriver du det på nytt i en ny .md-fil."
            hint = _AGAIN if path.endswith(".yml") else hint
            problems.add("AV001", Location(path), "Dette er ikke tekst.", hint)
            return None
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        problems.add(
            "AV001",
            Location(path, line, column),
            "Filen er ikke lagret som UTF-8.",
            "Velg «Lagre som» i tekstredigeringen og tegnsettet UTF-8. I Notisblokk heter det «Koding: UTF-8».",
        )
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _unscrambled(path: str, text: str, problems: Problems) -> str:
    """The text with the right letters, so that the rest of it can be checked; the fault is reported once."""
    found = _SCRAMBLED.search(text) if any(sign in text for sign in "ÃÂâ") else None
    if not found or not (meant := _meant(found[0])):
        return text
    message = f"Tegnsettet er ødelagt: her står «{found[0]}» for «{meant}»."
    hint = "Hent den siste hele utgaven av filen, eller skriv ordene på nytt. Lagre med tegnsettet UTF-8."
    problems.add("AV015", place(path, text, found.start()), message, hint)
    return _SCRAMBLED.sub(lambda one: _meant(one[0]) or one[0], text)


def _meant(scrambled: str) -> str:
    """The letter that was meant; "" when the characters are no garbled letter."""
    try:
        return scrambled.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


def _is_clean(path: str, text: str, letters: bytes | None, problems: Problems) -> bool:
    may_hold = letters is None or letters.translate(None, _NO_CONTROLS)
    if may_hold and (found := _CONTROL.search(text)):
        hint = "Slett ordet tegnet står i, og skriv det på nytt."
        message = f"Her står et styretegn som ikke kan ses ({called(found[0])})."
        problems.add("AV007", place(path, text, found.start()), message, hint)
        return False
    for number, line in enumerate(text.split("\n") if len(text) > MAX_LINE else (), 1):
        if len(line) > MAX_LINE:
            problems.add(
                "AV006",
                Location(path, number, MAX_LINE),
                f"Linjen er lengre enn {MAX_LINE // 1000} 000 tegn.",
                TOO_LONG.replace("dokumenter", "linjer"),
            )
            return False
    return True


def _one_side(path: str, text: str, problems: Problems) -> str | None:
    """The text with the first side of each merge conflict, so that the rest is checked; None when the markers do not match."""
    found = _CONFLICT.search(text) if any(sign in text and sign * 7 in text for sign in _CONFLICT_SIGNS) else None
    if not found:
        return text
    hint = "Velg hvilken av de to tekstene som gjelder, og slett linjene med <<<<<<<, ======= og >>>>>>>."
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        hint = f"Slett linjen med {found[0].strip()}. Se om teksten over eller under den skal bort."
    problems.add("AV008", place(path, text, found.start()), "Her står merkene etter en flettekonflikt.", hint)
    lines, side = [], ""
    for line in text.split("\n"):
        mark = line[:1] if _CONFLICT.match(line) or line.startswith("||||||| ") else ""
        if mark and (side, mark) not in _NEXT_SIDE:
            return None
        side = _NEXT_SIDE[side, mark] if mark else side
        lines.append("" if mark or side in ("|", "=") else line)
    return "\n".join(lines) if not side else None
