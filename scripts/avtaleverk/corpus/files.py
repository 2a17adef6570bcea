"""Which files below `agreements/` are read, and what an editor should do about the others."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from posixpath import splitext

from avtaleverk.corpus.names import look_at_names, without_persons
from avtaleverk.corpus.register_fields import REGISTERS
from avtaleverk.corpus.source import NO_SHORTCUT
from avtaleverk.diagnostics import Location
from avtaleverk.rules import Problems, declare, visible

declare("AV010", "Filen hører ikke hjemme her")

CONTENT = "agreements"
GUIDANCE = "docs"
PICTURES = f"{GUIDANCE}/bilder"
REGISTER_FOLDER = "register"
SPACE_FILE, CONTACTS_FILE, STATE_FILE = "helsefellesskap.yml", "kontakter.yml", "tilstand.yml"
SPACE_FILES = (SPACE_FILE, CONTACTS_FILE, STATE_FILE)
# The folder of each type of document.
FOLDERS = {
    "overordnet": "overordnet",
    "delavtale": "delavtaler",
    "saeravtale": "delavtaler",
    "retningslinje": "retningslinjer",
    "prosedyre": "prosedyrer",
    "sjekkliste": "prosedyrer",
    "forlop": "forlop",
}
_ENDINGS = {"": ".md", ".markdown": ".md", ".mdown": ".md", ".mkd": ".md", ".txt": ".md", ".md": ".md", ".yaml": ".yml"}
_OF_MACHINE = (".DS_Store", "Thumbs.db", "desktop.ini")
_OFFICE = (".docx", ".doc", ".odt", ".pdf", ".rtf", ".pptx", ".xlsx")


def content_files(root: Path, problems: Problems, unread: set[str]) -> list[str]:
    """The sorted paths of the content below `root`. Foreign files become findings; symbolic links are added to `unread`."""
    if not (root / CONTENT).is_dir():
        problems.add(
            "AV009", Location(CONTENT), "Mappen «agreements» finnes ikke.", "Kjør kommandoen i prosjektets rotmappe."
        )
        return []
    found = []
    entries = dict(_entries(root / CONTENT, CONTENT))
    paths = without_persons(sorted(entries), problems)
    look_at_names(map(as_text, paths), problems)
    for path in paths:
        entry, at = entries[path], Location(as_text(path))
        if at.path != path and entry.is_file():
            continue  # AV011 names what cannot be written out
        if entry.is_symlink():
            problems.add("AV009", at, "Dette er en snarvei (symbolsk lenke).", NO_SHORTCUT)
            unread.add(at.path)
        elif entry.is_dir() and splitext(path)[1] == ".md":
            hint = "Legg filene i mappen over, og slett mappen. Bare filer har navn som slutter på .md."
            problems.add("AV010", at, f"«{entry.name}» er en mappe, men heter som et dokument.", hint)
        elif entry.is_dir() or entry.name == ".gitkeep":
            continue
        elif not entry.is_file():
            problems.add("AV009", at, "Dette er ingen vanlig fil.", "Slett den.")
        elif _belongs(path):
            found.append(path)
        else:
            message = f"Filen «{entry.name}» er verken et dokument eller et register."
            problems.add("AV010", at, message, _where_it_belongs(PurePosixPath(path).relative_to(CONTENT)))
    return found


def _entries(folder: Path | str, path: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every entry below a folder, with its path prefixed by `path`. Symbolic links are not followed."""
    try:
        with os.scandir(folder) as found:
            entries = [*found]
    except PermissionError:
        return
    for entry in entries:
        inside = f"{path}/{entry.name}"
        yield inside, entry
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path, inside)


def _where_it_belongs(relative: PurePosixPath) -> str:
    """What to do with a file that is not content: rename, move or delete it."""
    if relative.name.startswith("~$"):
        return "Dette er en låsefil fra Word. Slett den."
    ending = _ENDINGS.get(relative.suffix.lower())
    if ending and ending != relative.suffix and not relative.name.startswith("."):
        return f"Gi filen navnet «{relative.stem.lower().removesuffix(ending)}{ending}». Kontrollen leser bare filer som slutter på {ending}."
    if relative.suffix.lower() in _OFFICE:
        return "Lim teksten inn i en .md-fil, og slett denne. Nettstedet viser bare tekst."
    if relative.name in _OF_MACHINE or relative.name.endswith(("~", ".bak", ".swp")):
        return "Slett filen; maskinen din laget den."
    if relative.name in SPACE_FILES and len(relative.parts) > 2:
        return f"Filen hører hjemme i mappen «{relative.parts[0]}». Finnes den der fra før, sletter du denne."
    return "Dokumenter er .md-filer i en mappe for et helsefellesskap; registre er .yml-filer i «register»."


def as_text(path: str) -> str:
    """The path in a form that can be printed, whatever bytes the name holds."""
    return visible(path.encode("utf-8", "replace").decode("utf-8"))


def _belongs(path: str) -> bool:
    folder, *below = path.split("/")[1:]
    if len(below) == 0:
        return False
    name, ending = splitext(below[-1])
    if folder == REGISTER_FOLDER:
        return len(below) == 1 and ending == ".yml" and name in REGISTERS
    return ending == ".md" or (len(below) == 1 and below[0] in SPACE_FILES)


def guidance_files(root: Path, problems: Problems) -> list[Path]:
    """The sorted pages of guidance. Other files there, which are not published, become findings; pictures have a folder."""
    files = sorted((root / GUIDANCE).rglob("*"))
    foreign = [f for f in files if f.suffix != ".md" and f.is_file() and f.name != ".gitkeep" and not _is_picture(f)]
    paths = (file.relative_to(root).as_posix() for file in foreign)
    for path in without_persons(paths, problems):
        message = f"Filen «{as_text(path).rpartition('/')[2]}» er ingen side, og blir ikke vist."
        hint = f"Sider slutter på .md, og bilder ligger i {PICTURES}. Er det ingen av delene, sletter du filen."
        problems.add("AV010", Location(as_text(path)), message, hint)
    return [file for file in files if file.suffix == ".md"]


def _is_picture(file: Path) -> bool:
    return file.suffix in (".png", ".jpg") and file.parent.as_posix().endswith(PICTURES)
