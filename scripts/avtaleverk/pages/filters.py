"""Filters above a table: the roles, phases and organs that occur in its rows."""

from collections.abc import Iterable

from avtaleverk.corpus.model import Helsefellesskap, Language
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.table import Filter, Row
from avtaleverk.pages.words import collate, in_language, word


def filters(edition: Edition, rows: list[Row], language: Language) -> tuple[Filter, ...]:
    """Filters for role and phase, with those that occur in the rows."""
    phases = _options(edition.corpus.registers.faser.entries.values(), rows, "fase", language)
    return role_filter(edition, rows, language), Filter("fase", word("matrise.fase", language), phases)


def role_filter(edition: Edition, rows: list[Row], language: Language) -> Filter:
    """A filter for role, with those that occur in the rows."""
    roles = _options(edition.corpus.registers.roller.entries.values(), rows, "rolle", language)
    return Filter("rolle", word("matrise.rolle", language), roles)


def organ_filter(space: Helsefellesskap, rows: list[Row]) -> Filter:
    """A filter for organ, with those that occur in the rows."""
    organs = _options(space.organs.values(), rows, "organ", space.language)
    return Filter("organ", word("kalender.organ", space.language), organs)


def _options(entries: Iterable[object], rows: list[Row], mark: str, language: Language) -> tuple[tuple[str, str], ...]:
    used = {id for row in rows for id in row.marks.get(mark, ())}
    named = ((str(getattr(entry, "id", "")), in_language(entry, "name", language)) for entry in entries)
    return tuple(sorted((pair for pair in named if pair[0] in used), key=lambda pair: collate(pair[1])))
