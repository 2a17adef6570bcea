"""The offline edition: a dated folder, and a zip of it, that is read by opening `index.html` with no server at all.

A browser shows a folder as a list of files, so every link to a page names its `index.html`. The pages' security policy is
left out: under `file://` it has no origin to refer to, and would stop the pages' own scripts.
"""

import re
import shutil
import zipfile
from datetime import date
from pathlib import Path
from posixpath import normpath

from avtaleverk.search.build import FOLDER as SEARCH
from avtaleverk.search.offline import as_scripts
from avtaleverk.site.manifest import COMPRESSED
from avtaleverk.site.manifest import NAME as MANIFEST

_NOT_NEEDED = (MANIFEST, "404.html", "web.config", "sitemap.xml")
_ADDRESS = re.compile(r'(?<= )(href|action)="([^"#?:]*)(#[^"]*)?"')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')

READ_ME = """Avtaleverk, utgaven fra {day}

Åpne index.html i nettleseren. Du trenger ikke nett.
Kopien blir gammel: hver side sier hvor gammel den er. Er datoen gammel, bruk den bare
når nettstedet er borte, og ring den det gjelder før du følger en frist eller et nummer.
Hent en ny utgave når nettet er tilbake. Telefonnumrene står på «Akutt nå», og
på «Alle kontakter» under Oversikter.
"""


def edition_name(day: date) -> str:
    """The name of the folder and the zip."""
    return f"avtaleverk-{day.isoformat()}"


def offline_edition(site: Path, target: Path, day: date) -> Path:
    """Make the edition of a finished site below `target` and return its folder; one of the same day is replaced."""
    folder = target / edition_name(day)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(
        site, folder, ignore=lambda _, names: [n for n in names if n in _NOT_NEEDED or n.endswith(COMPRESSED)]
    )
    for page in folder.rglob("*.html"):
        here = page.parent.relative_to(folder).as_posix()
        page.write_text(without_server(page.read_text(encoding="utf-8"), here, folder), encoding="utf-8", newline="")
    _search_as_scripts(folder)
    (folder / "LES MEG.txt").write_text(READ_ME.format(day=day.isoformat()), encoding="utf-8")
    pack(folder, day)
    return folder


def _search_as_scripts(folder: Path) -> None:
    """Add a script for each piece of the index, since a page opened from a disk may load a script but not fetch a file."""
    pieces = {p.relative_to(folder).as_posix(): p.read_bytes() for p in (folder / SEARCH).rglob("*") if p.is_file()}
    for name, script in as_scripts(pieces).items():
        (folder / name).write_bytes(script)
        (folder / name.removesuffix(".js")).unlink()


def without_server(html: str, here: str, folder: Path) -> str:
    """The HTML with `index.html` appended to every link to a folder."""

    def explicit(found: re.Match[str]) -> str:
        attribute, path, fragment = found[1], found[2], found[3] or ""
        if not path or not (folder / normpath(f"{here}/{path}")).is_dir():
            return found[0]
        return f'{attribute}="{path.rstrip("/")}/index.html{fragment}"'

    return _ADDRESS.sub(explicit, _POLICY.sub("", html))


def pack(folder: Path, day: date) -> Path:
    """Zip the folder. Every file has the day as its time, so that the same edition gives the same bytes."""
    archive = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(p for p in folder.rglob("*") if p.is_file()):
            name = f"{folder.name}/{file.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, file.read_bytes())
    return archive
