"""Quality of the search on any documents and queries, with the product's own builder and browser code.

python scripts/bench/search_quality.py --docs FILE.jsonl … --queries FILE.tsv [--run OUT.json] [--misses N]

Documents: JSON lines with id, title, path, text, and perhaps type ("prosedyre", "avtale") and lang.
Queries: tab-separated, first line a head: id, category, query, relevant (ids of documents).
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from avtaleverk.corpus.load import load
from avtaleverk.search.entries import Entry
from avtaleverk.search.files import index_files
from avtaleverk.search.priors import prior_of

ROOT = Path(__file__).resolve().parents[2]


def entries(files: Sequence[Path]) -> list[Entry]:
    """Each document as one entry."""
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    return [
        Entry(r["id"], "", r["title"], "", r.get("path") or "", r["text"], prior=prior_of(r.get("type") or ""))
        for r in rows
    ]


def answer(files: dict[str, bytes], queries: dict[str, str]) -> dict[str, list[str]]:
    """Ranked documents for each query, by the browser's code under node."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        command = ["node", str(Path(__file__).with_name("search_node.mjs")), folder]
        done = subprocess.run(command, input=json.dumps(queries), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return dict(json.loads(done.stdout))


def score(relevant: set[str], ranked: list[str]) -> dict[str, float]:
    """MRR@10, success in the first one and three, recall in ten, and whether nothing came."""
    ids = list(dict.fromkeys(ranked))[:10]
    places = [n for n, one in enumerate(ids) if one in relevant]
    first = places[0] if places else None
    return {
        "mrr": 0.0 if first is None else 1 / (first + 1),
        "s1": float(first == 0),
        "s3": float(first is not None and first < 3),
        "r10": len(places) / min(10, len(relevant)),
        "empty": float(not ids),
    }


def line(name: str, scores: list[dict[str, float]]) -> str:
    """One line of means."""
    means = "  ".join(f"{key} {sum(s[key] for s in scores) / len(scores):.3f}" for key in ("mrr", "s1", "s3", "r10"))
    return f"{name:24}  {means}  tomme {sum(s['empty'] for s in scores):.0f}/{len(scores)}"


def main() -> None:
    """Build, ask, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=Path, nargs="+", required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--run", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    chosen = parser.parse_args()
    terms = tuple(load(ROOT)[0].registers.ordliste.entries.values())
    rows = [row.split("\t") for row in chosen.queries.read_text("utf-8").splitlines()[1:] if row.strip()]
    run = answer(index_files(entries(chosen.docs), terms, {}, "maaling"), {row[0]: row[2] for row in rows})
    if chosen.run:
        chosen.run.write_text(json.dumps(run, ensure_ascii=False, indent=0), "utf-8")
    every, by_category, missed = [], defaultdict(list), []
    for query, category, text, relevant, *_ in rows:
        found = score(set(relevant.split()), run[query])
        every.append(found)
        by_category[category].append(found)
        if not found["s3"]:
            missed.append(f"  bom {query} {text} | rett {relevant} | fikk {' '.join(run[query][:3])}")
    print(line(chosen.queries.stem, every))
    for category in sorted(by_category):
        print(line("  " + category[:22], by_category[category]))
    print("\n".join(missed[: chosen.misses]))


if __name__ == "__main__":
    main()
