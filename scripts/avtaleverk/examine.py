"""The first stages of the pipeline: load, link and check. Nothing that makes pages is imported."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from avtaleverk.checks.addresses import published_addresses
from avtaleverk.checks.change.history import earlier, history
from avtaleverk.checks.change.lost_addresses import lost_addresses
from avtaleverk.checks.change.machinery import machinery
from avtaleverk.checks.change.records import lost_stamps
from avtaleverk.checks.change.registers import register_changes
from avtaleverk.checks.change.revision import UNCHANGED, Change
from avtaleverk.checks.change.stood import with_what_stood
from avtaleverk.checks.change.waived import new_waivers
from avtaleverk.checks.context import Context
from avtaleverk.checks.run import check
from avtaleverk.checks.settle import lowered_severities, settle
from avtaleverk.checks.several import without_floods
from avtaleverk.corpus.load import load
from avtaleverk.corpus.model import Corpus, Document
from avtaleverk.diagnostics import Diagnostic
from avtaleverk.links.web import Web, link
from avtaleverk.processes import Processes, one_process
from avtaleverk.site.published import text_of


class Examined(NamedTuple):
    """A corpus, its web of links, and all findings, sorted."""

    corpus: Corpus
    web: Web
    found: tuple[Diagnostic, ...]


def examine(root: Path, today: date, change: Change = UNCHANGED, processes: Processes = one_process) -> Examined:
    """Load, link and check everything below `root`, with the work on documents spread over `processes`.

    Findings that time alone brings about block only files that `change` touches.
    """
    with processes() as spread:
        corpus, unread = load(root, spread)
        web = link(corpus, spread)
        found = check(corpus, web, today, spread)
    lowered, unset = lowered_severities(root)
    context = Context(corpus, web, today)
    were = earlier(context, change.before)
    found += [*unread, *unset, *_of_change(root, context, change, were)]
    found += new_waivers(context, change, were, found)
    settled = settle(found, corpus, today, lowered, change.paths)
    return Examined(corpus, web, tuple(without_floods([*with_what_stood(settled, root, change.before)])))


def _of_change(root: Path, context: Context, change: Change, were: Sequence[Document]) -> Iterator[Diagnostic]:
    """The findings that come from comparing with the state before the change."""
    yield from history(context, were)
    yield from lost_stamps(context, change.before, were)
    yield from register_changes(context, root, change.before)
    yield from lost_addresses(context, were, text_of(root))
    yield from machinery(change.paths)
    yield from published_addresses(root)
