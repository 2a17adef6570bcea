"""Speed and size of the search, compared with its peers in one run.

    PYTHONPATH=scripts python scripts/bench/search_speed.py [--sizes 200 1000] [--queries 20] [--pagefind FOLDER] [--material]

Building: CPU seconds of our builder and of lunr.py over the same terms.
Searching: real Chromium with a new, empty window for each query. Measured are the gzip bytes until all titles are shown,
and the milliseconds from the entry of the whole query to the first title. The field is focused, which starts loading
(Pagefind's too), either at that same moment, the worst case, or 300 ms earlier, faster than a hand moves from mouse to
keyboard. Ours is timed until a title is on the page. Pagefind (if FOLDER holds its PyPI packages `pagefind` and
`pagefind_bin`) is timed twice: its API until the first result or none, with nothing displayed, and its own user
interface until a title is on the page. With --material also Material's worker, with nothing displayed. Then the same with
100 ms latency and 1.6 Mbit/s.
"""

import argparse
import gc
import json
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import search_peers as peers
from lunr.builder import Builder
from lunr.pipeline import Pipeline
from search_documents import ROOT, generated
from search_measure import Rows, measure

from avtaleverk.corpus.load import load
from avtaleverk.corpus.model import Term
from avtaleverk.search.analyse import analyse
from avtaleverk.search.build import packaged
from avtaleverk.search.entries import Entry
from avtaleverk.search.files import index_files
from avtaleverk.search.index import BOOSTS, FIELDS, K1, B, Counted, build_index, merged
from avtaleverk.search.pieces import term_pieces
from avtaleverk.search.reading import Readings

Made = TypeVar("Made")
HERE = Path(__file__).resolve().parent
AHEAD = 300
QUERIES = (
    "hvor fort må kommunen varsles når pasienten er innlagt", "epikrise frist", "utskrivningsklar pasient",
    "legge inn på kad", "individuell plan koordinator", "hjelpemidler ved utskrivning", "betalingsplikt døgnpris",
    "samarbeidsmøte", "hvem ringer jeg", "følgetjeneste gravide", "legemidler med hjem", "uenighet mellom kommune og sykehus",
    "palliativ plan hjemme", "tidligmelding", "transport tvang politi", "barn som pårørende", "oppfølging etter selvmordsforsøk",
    "korttidsplass", "nødrutine meldinger", "brukermedvirkning avtale",
)  # fmt: skip


def cpu(work: Callable[[], Made]) -> tuple[float, Made]:
    """The CPU seconds of a piece of work, and its result; objects made before it are exempt from garbage collection."""
    gc.collect()
    gc.freeze()
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def by_lunr(counted: list[Counted]) -> None:
    """Index the same terms with lunr.py."""
    builder = Builder()
    builder.b(B)
    builder.k1(K1)
    builder.ref("id")
    builder.pipeline = Pipeline()
    for field, boost in zip(FIELDS, BOOSTS, strict=True):
        builder.field(field, boost)
    for number, entry in enumerate(counted):
        doc: dict[str, object] = {"id": str(number)}
        for field, counts in zip(FIELDS, entry.fields, strict=True):
            doc[field] = [term for term, times in counts.items() for _ in range(times)]
        builder.add(doc, {"boost": entry.boost})
    builder.build().serialize()


def build_row(entries: list[Entry], terms: tuple[Term, ...]) -> str:
    """CPU seconds for reading the text, for reading it again after one edit, for our builder with its pieces, and for
    lunr.py on the same terms."""
    kept: Readings = {}
    reading, analysed = cpu(lambda: analyse(entries, terms, kept))
    edited = [replace(entries[0], text=f"{entries[0].text} Ny setning."), *entries[1:]]
    again, _ = cpu(lambda: analyse(edited, terms, kept))
    ours, _ = cpu(lambda: term_pieces(merged(build_index(analysed.counted))))
    theirs, _ = cpu(lambda: by_lunr(analysed.counted))
    return (
        f"{len(entries):>6}  lese tekst {reading:6.2f}  etter én endring {again:6.2f}"
        f"  egen bygger {ours:6.2f}  lunr.py {theirs:6.2f}  forhold {ours / theirs:.2f}"
    )


def warm(files: dict[str, bytes], queries: list[str]) -> str:
    """The time of a keystroke when everything is fetched, and the heap, with the browser code under node."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        command = ["node", "--expose-gc", str(HERE / "search_warm.mjs"), folder]
        done = subprocess.run(command, input=json.dumps(queries), capture_output=True, text=True, check=True)
    return done.stdout.strip()


def main() -> None:
    """Print the figures for every size and engine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1000])
    parser.add_argument("--queries", type=int, default=20)
    parser.add_argument("--pagefind", type=Path)
    parser.add_argument("--only-build", action="store_true")
    parser.add_argument("--material", action="store_true")
    chosen = parser.parse_args()
    terms = tuple(load(ROOT)[0].registers.ordliste.entries.values())
    queries = list(QUERIES[: chosen.queries])
    for size in chosen.sizes:
        entries = generated(size)
        print(build_row(entries, terms), flush=True)
        if chosen.only_build:
            continue
        index = index_files(entries, terms, {}, "maaling")
        print("       ", warm(index, queries), flush=True)
        sites = {"avtaleverk": peers.ours(packaged(index, "maaling"))}
        if chosen.pagefind:
            found = peers.pagefind_index(entries, chosen.pagefind)
            sites |= {"pagefind": peers.pagefind(found), "pagefind-felt": peers.pagefind_field(found)}
        if chosen.material:
            sites["material"] = peers.material(entries)
        for slow in (False, True):
            for ahead in (0, AHEAD):
                print_rows(measure(sites, queries, slow=slow, ahead=ahead), slow, ahead)


def print_rows(rows: Rows, slow: bool, ahead: int) -> None:
    """Print bytes and milliseconds of each site, and the median over the queries of our time divided by its time."""
    print(f"    {'100 ms, 1,6 Mbit/s' if slow else 'lokalt'}, feltet berørt {ahead} ms før spørringen:", flush=True)
    for name, found in rows.items():
        sizes, times = [size / 1000 for size, _ in found], [time for _, time in found]
        pairs = zip(rows["avtaleverk"], found, strict=True)
        share = statistics.median(ours / theirs for (_, ours), (_, theirs) in pairs)
        print(
            f"        {name:13} kB median {statistics.median(sizes):7.1f} høyst {max(sizes):7.1f}"
            f"   ms median {statistics.median(times):7.0f} høyst {max(times):7.0f}   vår tid / dens {share:.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
