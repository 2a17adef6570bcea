"""The whole way from files to a staged site, in the order in which data flows."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from avtaleverk.checks.run import stops_build
from avtaleverk.corpus.model import Corpus
from avtaleverk.examine import Examined, examine
from avtaleverk.export.everything import export_files
from avtaleverk.pages.every import pages
from avtaleverk.pages.page import Page
from avtaleverk.search.build import search_files
from avtaleverk.search.remember import remembered
from avtaleverk.site.manifest import Manifest, expected
from avtaleverk.site.operations import operations_page
from avtaleverk.site.page_source import markdown, source_name, staged
from avtaleverk.site.permanence import removed_pages
from avtaleverk.site.published import published_in
from avtaleverk.site.redirects import redirects
from avtaleverk.site.sbom import sbom_files
from avtaleverk.site.stage import build_id, stage
from avtaleverk.site.status import NAME as STATUS
from avtaleverk.site.status import Status, commit_of, status_of

STAGE = "build/docs"
EXPECTED = "expected.json"


@dataclass(frozen=True, slots=True)
class Built:
    """What was staged: the pages by source name, and the build's id."""

    pages: dict[str, Page]
    build_id: str


class Stopped(Exception):
    """The corpus has errors, which the text lists: nothing was written."""


def made_pages(root: Path, examined: Examined, today: date) -> tuple[Page, ...]:
    """Every page, including those for addresses that were removed."""
    made = pages(examined.corpus, examined.web, today)
    return (*made, *removed_pages(published_in(root), frozenset(page.path for page in made)))


def addresses(root: Path, corpus: Corpus, made: tuple[Page, ...], today: date) -> Manifest:
    """Every address that the site will have, given the pages that were `made`; the build's own page is added."""
    return expected("", (*made, _about_build(root, corpus, made, "", today)[1]))


def build(root: Path, today: date) -> Built:
    """Load, link, check, make the pages and the search index, and stage them. Raises Stopped before anything is written."""
    examined = examine(root, today)
    if stops_build(examined.found):
        raise Stopped("\n".join(map(str, examined.found)))
    made = made_pages(root, examined, today)
    files = staged(made)
    name = build_id(files)
    files |= export_files(examined.corpus, examined.web, today)
    with remembered(root) as kept:
        files |= search_files(examined.corpus, examined.web, made, name, kept)
    files |= sbom_files(root)
    state, operations = _about_build(root, examined.corpus, made, name, today)
    files |= {STATUS: state.to_json(), source_name(operations): markdown(operations)}
    made = (*made, operations)
    stage(files, root / STAGE)
    whole = expected(name, made, redirects(examined.web))
    (root / STAGE).with_name(EXPECTED).write_bytes(whole.to_json())
    return Built({source_name(page): page for page in made}, name)


def _about_build(root: Path, corpus: Corpus, made: tuple[Page, ...], name: str, today: date) -> tuple[Status, Page]:
    """The state of the build `name`, and the page that shows it."""
    state = status_of(corpus, len(made), name, today, commit_of(root))
    return state, operations_page(state, frozenset(page.path for page in made))
