"""The reviewer's mark: an entry under `gjennomgang`, and a fresh stamp of what the document rests on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from avtaleverk.corpus.files import CONTENT, STATE_FILE
from avtaleverk.corpus.model import Corpus, Document
from avtaleverk.links.state import REVIEWED, basis, is_stale, stamp_of
from avtaleverk.links.web import Web

_HEAD = """\
# Hva hvert dokument bygde på da det sist ble gjennomgått. Laget av «avtaleverk review»; rett den ikke for hånd.
"""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review says: when, by whom, and with what conclusion."""

    held: date
    by: str
    conclusion: str


def with_review(text: str, review: Reviewed) -> str:
    """The file of a document with the review first under `gjennomgang`."""
    entry = (
        f"  - {{dato: {review.held.isoformat()}, av: {_quoted(review.by)}, konklusjon: {_quoted(review.conclusion)}}}\n"
    )
    if re.search(r"(?m)^gjennomgang:[ \t]*$", text):
        return re.sub(r"(?m)^(gjennomgang:[ \t]*\n)", lambda found: found[1] + entry, text, count=1)
    head, fence, body = text[4:].partition("\n---\n")
    return f"---\n{head}\ngjennomgang:\n{entry.rstrip()}{fence}{body}"


def _quoted(text: str) -> str:
    """The text as a YAML value on one line."""
    flat = " ".join(text.split())
    return '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'


def unstamped(corpus: Corpus) -> list[Document]:
    """Documents without a stamp, or reviewed after they were stamped."""
    return [d for d in corpus.documents if not stamp_of(corpus, d) or is_stale(d, stamp_of(corpus, d))]


def state_file(corpus: Corpus, web: Web, space: str, fresh: Iterable[Document]) -> str:
    """The file of stamps of a helsefellesskap: new ones for the documents in `fresh`, the old ones for the others, none for
    documents that are gone."""
    now = {document.id for document in fresh}
    lines = [_HEAD]
    for document in sorted(corpus.documents, key=lambda d: d.id):
        if document.home != space:
            continue
        stamp = dict(stamp_of(corpus, document))
        if document.id in now:
            reviewed = document.last_review.isoformat() if document.last_review else ""
            stamp = {REVIEWED: reviewed, **basis(corpus, document, web.deadlines, web.resolve)}
        if stamp:
            lines.append(f"{document.id}:\n" + "".join(f'  "{key}": "{value}"\n' for key, value in stamp.items()))
    return "".join(lines)


def state_path(space: str) -> str:
    """The path of the stamps of a helsefellesskap."""
    return f"{CONTENT}/{space}/{STATE_FILE}"
