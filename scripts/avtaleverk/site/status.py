"""`status.json`: which build this is, of which commit, and which documents expire next; for monitoring."""

import json
import os
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from avtaleverk.corpus.model import Corpus, Document

NAME = "status.json"
_SOON = 10


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a build; the same for two builds of the same commit on the same day."""

    build: str
    day: date
    commit: str
    documents: int
    pages: int
    ending: tuple[tuple[date, Document], ...]
    ended: tuple[tuple[date, Document], ...] = ()

    def to_json(self) -> bytes:
        """The file's content: the first document to expire, and all that have expired without being renewed."""
        content = {
            "build": self.build,
            "day": self.day.isoformat(),
            "commit": self.commit,
            "documents": self.documents,
            "pages": self.pages,
            "next_expiry": _expiry(*self.ending[0]) if self.ending else None,
            "expired": [_expiry(day, document) for day, document in self.ended],
        }
        return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _expiry(day: date, document: Document) -> dict[str, str]:
    return {"day": day.isoformat(), "document": str(document.reference)}


def status_of(corpus: Corpus, pages: int, build_id: str, today: date, commit: str) -> Status:
    """The status of a build, with the documents in force that expire next, and those past their last day."""
    days = ((document.valid_to, document) for document in corpus.documents if document.status == "gjeldende")
    in_order = sorted(((day, document) for day, document in days if day), key=lambda e: (e[0], e[1].path))
    ended = [(day, document) for day, document in in_order if day < today]
    return Status(
        build_id, today, commit, len(corpus.documents), pages, tuple(in_order[len(ended) :][:_SOON]), tuple(ended)
    )


def commit_of(root: Path) -> str:
    """The commit of `root`: from the environment of a CI pipeline, else from Git; "" when neither knows."""
    if named := os.environ.get("AVTALEVERK_COMMIT"):
        return named
    try:
        asked = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return asked.stdout.strip() if asked.returncode == 0 else ""
