"""lunr.js from the installed mkdocs, under node, on a serialized index."""

import json
import subprocess
from pathlib import Path
from typing import Any

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
