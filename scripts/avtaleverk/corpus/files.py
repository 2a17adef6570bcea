"""The files of the content: which of those in its folder are read, and what to do with the others."""

from pathlib import Path

from avtaleverk.corpus.names import look_at_names, without_persons
from avtaleverk.corpus.register_fields import REGISTERS
from avtaleverk.diagnostics import Location
from avtaleverk.rules import Problems, declare, visible

declare("AV010", "Filen hører ikke hjemme her")

CONTENT = "agreements"
GUIDANCE = "docs"
REGISTER_FOLDER = "register"
SPACE_FILE, CONTACTS_FILE, STATE_FILE = "helsefellesskap.yml", "kontakter.yml", "tilstand.yml"
SPACE_FILES = (SPACE_FILE, CONTACTS_FILE, STATE_FILE)


def content_files(root: Path, problems: Problems, unread: set[str]) -> list[Path]:
    """The files of the content folder in the order of their paths; foreign files become findings, or are `unread`."""
    folder = root / CONTENT
    if not folder.is_dir():
        problems.add(
            "AV009", Location(CONTENT), "Mappen «agreements» finnes ikke.", "Kjør kommandoen i prosjektets rotmappe."
        )
        return []
    found = []
    paths = sorted(folder.rglob("*"), key=lambda p: p.relative_to(root).as_posix())
    paths = without_persons(paths, root, problems)
    look_at_names((as_text(p.relative_to(root)) for p in paths), problems)
    for path in paths:
        relative = path.relative_to(folder)
        at = Location(as_text(path.relative_to(root)))
        if at.path != path.relative_to(root).as_posix() and path.is_file():
            continue  # AV011 names what cannot be written out
        if path.is_symlink():
            problems.add("AV009", at, "Dette er en snarvei (symbolsk lenke).", "Legg inn selve filen i stedet.")
            unread.add(at.path)
        elif path.is_dir() and path.suffix == ".md":
            hint = "Legg filene i mappen over, og slett mappen. Bare filer har navn som slutter på .md."
            problems.add("AV010", at, f"«{path.name}» er en mappe, men heter som et dokument.", hint)
        elif path.is_dir() or path.name == ".gitkeep":
            continue
        elif not path.is_file():
            problems.add("AV009", at, "Dette er ingen vanlig fil.", "Slett den.")
        elif _belongs(relative):
            found.append(path)
        else:
            message = f"Filen «{path.name}» er verken et dokument eller et register."
            problems.add("AV010", at, message, _where_it_belongs(relative))
    return found


_ENDINGS = {"": ".md", ".markdown": ".md", ".mdown": ".md", ".mkd": ".md", ".txt": ".md", ".md": ".md", ".yaml": ".yml"}
_OF_MACHINE = (".DS_Store", "Thumbs.db", "desktop.ini")
_OFFICE = (".docx", ".doc", ".odt", ".pdf", ".rtf", ".pptx", ".xlsx")


def _where_it_belongs(relative: Path) -> str:
    """What to do with a file that is no document: another ending, or another place."""
    if relative.name.startswith("~$"):
        return "Dette er en låsefil fra Word. Slett den."
    ending = _ENDINGS.get(relative.suffix.lower())
    if ending and ending != relative.suffix and not relative.name.startswith("."):
        return f"Gi filen navnet «{relative.stem.removesuffix(ending)}{ending}». Kontrollen leser bare filer som slutter på {ending}."
    if relative.suffix.lower() in _OFFICE:
        return "Lim teksten inn i en .md-fil, og slett denne. Nettstedet viser bare tekst."
    if relative.name in _OF_MACHINE or relative.name.endswith(("~", ".bak", ".swp")):
        return "Slett filen; maskinen din laget den."
    if relative.name in SPACE_FILES and len(relative.parts) > 2:
        return f"Filen hører hjemme i mappen «{relative.parts[0]}». Finnes den der fra før, sletter du denne."
    return "Dokumenter er .md-filer i en mappe for et helsefellesskap; registre er .yml-filer i «register»."


def as_text(path: Path) -> str:
    """The path, so that it can be written out whatever bytes the name has."""
    return visible(path.as_posix().encode("utf-8", "replace").decode("utf-8"))


def _belongs(relative: Path) -> bool:
    if len(relative.parts) < 2:
        return False
    if relative.parts[0] == REGISTER_FOLDER:
        return len(relative.parts) == 2 and relative.suffix == ".yml" and relative.stem in REGISTERS
    return relative.suffix == ".md" or (len(relative.parts) == 2 and relative.name in SPACE_FILES)
