"""The search files: the index and the scripts that read it, in a folder named after their content."""

import hashlib
from collections.abc import Mapping
from importlib.resources import files as package_files

from avtaleverk.corpus.model import Corpus
from avtaleverk.links.web import Web
from avtaleverk.pages.page import Page
from avtaleverk.search.base import to_json
from avtaleverk.search.bundle import bundle
from avtaleverk.search.collect import collect
from avtaleverk.search.files import index_files
from avtaleverk.search.jumps import jumps
from avtaleverk.search.names import names
from avtaleverk.search.reading import Readings

FOLDER = "assets/sok"
HASH_LENGTH = 16


def search_files(
    corpus: Corpus, web: Web, pages: tuple[Page, ...], build_id: str, kept: Readings | None = None
) -> dict[str, bytes]:
    """Every search file by its path from the root of the site. `kept`, the readings of an earlier build, makes it faster
    and changes no byte."""
    entries = collect(corpus, web, pages)
    terms = tuple(corpus.registers.ordliste.entries.values())
    index = index_files(entries, terms, jumps(corpus, entries), build_id, names(corpus, pages), kept)
    return packaged(index, build_id)


def packaged(index: Mapping[str, bytes], build_id: str) -> dict[str, bytes]:
    """The files of an index and the scripts that read it, in a folder named after their content."""
    hashed = {
        **index,
        "arbeider.js": bundle("worker").encode(),
        "flate.js": bundle("surface").encode(),
        "side.js": bundle("results").encode(),
        "lunr.js": lunr_script(),
    }
    name = _hash(hashed)
    boot = bundle("boot").replace('"{{index}}"', to_json({"folder": name, "build": build_id}).decode())
    return {f"{FOLDER}/sok.js": boot.encode(), **{f"{FOLDER}/{name}/{file}": data for file, data in hashed.items()}}


def lunr_script() -> bytes:
    """lunr.js, from the installed mkdocs."""
    return package_files("mkdocs").joinpath("contrib/search/templates/search/lunr.js").read_bytes()


def _hash(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{len(files[name])}\0".encode())
        digest.update(files[name])
    return digest.hexdigest()[:HASH_LENGTH]
