"""A build reads only what was edited since the last one, and gives the bytes of a build that reads everything."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from avtaleverk.cache import FOLDER
from avtaleverk.corpus.model import Term
from avtaleverk.diagnostics import Location
from avtaleverk.search import reading
from avtaleverk.search.concepts import concepts
from avtaleverk.search.entries import Entry
from avtaleverk.search.files import index_files
from avtaleverk.search.lexicon import plain_language
from avtaleverk.search.reading import Readings
from avtaleverk.search.remember import NAME, SEAL, remembered

ENTRIES = (
    Entry("p-plan", "", "Lag individuell plan", "", "", "Koordinator kaller inn til ansvarsgruppemøte på KAD."),
    Entry("p-epikrise", "", "Send epikrise", "", "", "Legen sender epikrise for e-post 24t før\nutskrivningsklar."),
    Entry("da05", "8.3", "Delavtale 5", "8.3 Epikrise", "Del 8", "Helseforetaket skal sende epikrisen.", extra="d2)"),
)
EDITED = (ENTRIES[0], replace(ENTRIES[1], text="Sykehuset sender epikrise, epikriseskjema og plan."), ENTRIES[2])
KAD = Term("kad", Location("ordliste.yml"), nb=("kommunal akutt døgnenhet",), abbreviations=("KAD",))


def build(root: Path, entries: tuple[Entry, ...] = ENTRIES, terms: tuple[Term, ...] = (KAD,)) -> tuple[set[str], int]:
    """The readings that were there from before, and how many had to be made; the files are those of a clean build."""
    with remembered(root) as kept:
        before = set(kept)
        assert index_files(entries, terms, {}, "b", kept=kept) == index_files(entries, terms, {}, "b")
    return before, len(kept.keys() - before)


def test_one_edit_is_one_reading(tmp_path: Path) -> None:
    assert build(tmp_path) == (set(), 3)
    before, made = build(tmp_path, EDITED)
    assert (len(before), made) == (3, 1)
    assert build(tmp_path, EDITED)[1] == 0


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    build(tmp_path)
    build(tmp_path, ENTRIES[:1])
    assert len(build(tmp_path)[0]) == 1


@pytest.mark.parametrize("terms", [(), (KAD._replace(abbreviations=("KAD", "ØHD")),)], ids=["none", "another"])
def test_another_ordliste_reads_everything_anew(tmp_path: Path, terms: tuple[Term, ...]) -> None:
    build(tmp_path)
    assert build(tmp_path, terms=terms)[1] == 3


def test_another_program_reads_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path)
    monkeypatch.setattr(reading, "program", lambda: b"ny")
    assert build(tmp_path)[1] == 3


def damage(folder: Path) -> None:
    text = (folder / NAME).read_text("utf-8")
    (folder / NAME).write_text(text.replace("epikrise", "eplekake"), "utf-8")


def copy(folder: Path) -> None:
    """The same bytes in another file, as a change or a restored folder would bring."""
    shutil.copytree(folder, folder.with_name("kopi"))
    shutil.rmtree(folder)
    folder.with_name("kopi").rename(folder)


@pytest.mark.parametrize(
    "harm",
    [damage, copy, lambda folder: (folder / SEAL).unlink(), lambda folder: (folder / NAME).write_text("{", "utf-8")],
    ids=["damaged", "copied", "unsealed", "cut off"],
)
def test_what_is_not_as_it_was_left_is_not_believed(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    build(tmp_path)
    harm(tmp_path / FOLDER)
    assert build(tmp_path) == (set(), 3)


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / FOLDER).parent.mkdir()
    (tmp_path / FOLDER).write_text("en fil der mappa skulle være", "utf-8")
    assert build(tmp_path) == (set(), 3)
    assert build(tmp_path) == (set(), 3)


def test_a_reading_says_nothing_of_the_corpus() -> None:
    """A word that becomes a part of compounds by other entries is read the same."""
    language = plain_language()
    alone: Readings = {}
    among: Readings = {}
    reading.readings(ENTRIES[1:2], language, concepts((), language), alone)
    reading.readings((*EDITED, *ENTRIES), language, concepts((), language), among)
    assert alone.items() <= among.items()
