"""lunr.js from the installed mkdocs, under node, on a serialized index: its hits, and the queries where ours differ."""

import json
import random
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from avtaleverk.search.analyse import analyse
from avtaleverk.search.build import lunr_script
from avtaleverk.search.entries import Entry
from avtaleverk.search.files import index_files
from avtaleverk.search.index import Index, build_index
from tests.search.lunr_index import serialized
from tests.search.node import NODE

SCRIPT = """
const lunr = require(process.argv[1] + "/lunr.js");
const { readFileSync } = require("fs");
const index = lunr.Index.load(JSON.parse(readFileSync(process.argv[1] + "/index.json", "utf8")));
const queries = JSON.parse(readFileSync(0, "utf8"));
const answers = queries.map((terms) => index.query((q) => {
  for (const { term, boost } of terms) q.term(term, { boost, usePipeline: false });
}).map((hit) => ({ entry: Number(hit.ref), score: hit.score })));
process.stdout.write(JSON.stringify(answers));
"""


def lunr_answers(index: dict[str, Any], script: bytes, queries: list[Any], folder: Path) -> list[Any]:
    """lunr's hits for each query of weighted terms."""
    (folder / "lunr.js").write_bytes(script)
    (folder / "index.json").write_text(json.dumps(index), "utf-8")
    command = [NODE, "-e", SCRIPT, str(folder)]
    done = subprocess.run(command, input=json.dumps(queries), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def queries_of(index: Index, many: int = 60) -> list[Any]:
    """Queries of one to five weighted terms, always the same ones for an index."""
    terms = sorted(term for term in index.postings if term.isalpha() and len(term) > 2)
    dice = random.Random(6)
    return [
        [{"term": term, "boost": dice.choice([1, 0.8, 0.4])} for term in dice.sample(terms, dice.randint(1, 5))]
        for _ in range(many)
    ]


def same_top_ten(mine: list[Any], lunr: list[Any]) -> bool:
    """Whether both have as many hits, the same ten scores and the same entries. Which of several entries with the tenth
    score is included does not matter."""
    scores, theirs = ([round(hit["score"], 6) for hit in hits[:10]] for hits in (mine, lunr))
    sure = {hit["entry"] for hit, score in zip(lunr, theirs, strict=False) if score > theirs[-1]}
    return len(mine) == len(lunr) and scores == theirs and sure <= {hit["entry"] for hit in mine[:10]}


def differing(
    entries: Sequence[Entry], terms: tuple[Any, ...], browser: Any, write: Callable[..., None], folder: Path
) -> tuple[int, list[Any]]:
    """How many queries were put to the pieces and to lunr.js over the whole index, and those whose top ten differ."""
    index = build_index(analyse(entries, terms).counted)
    queries = queries_of(index)
    write(index_files(entries, terms, {}, "bygg1"), folder)
    theirs = lunr_answers(serialized(index), lunr_script(), queries, folder)
    ours = browser.run("scores", queries)
    pairs = zip(queries, ours, theirs, strict=True)
    return len(queries), [query for query, mine, lunr in pairs if not same_top_ten(mine, lunr)]
