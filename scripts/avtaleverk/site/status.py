"""`status.json`: which build this is, of what, and what runs out next. For those who watch over the server."""

import json
import os
import subprocess
from datetime import date
from pathlib import Path

from avtaleverk.corpus.model import Corpus

NAME = "status.json"


def status(corpus: Corpus, pages: int, build_id: str, today: date, commit: str) -> bytes:
    """The file. It holds nothing that differs between two builds of the same commit on the same day."""
    ending = [
        (document.valid_to, document)
        for document in corpus.documents
        if document.status == "gjeldende" and document.valid_to and document.valid_to >= today
    ]
    first, document = min(ending, key=lambda e: (e[0], e[1].path), default=(None, None))
    content = {
        "build": build_id,
        "day": today.isoformat(),
        "commit": commit,
        "documents": len(corpus.documents),
        "pages": pages,
        "next_expiry": {"day": first.isoformat(), "document": str(document.reference)} if first and document else None,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def commit_of(root: Path) -> str:
    """The commit that `root` stands at: from the environment of a pipeline, else from Git; "" when neither knows."""
    if named := os.environ.get("AVTALEVERK_COMMIT"):
        return named
    try:
        asked = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return asked.stdout.strip() if asked.returncode == 0 else ""
