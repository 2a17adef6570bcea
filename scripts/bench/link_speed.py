"""How the cost of linking grows: links corpora of n documents with ten links each, and prints the time per document.

    PYTHONPATH=scripts python scripts/bench/link_speed.py [n …]

Half of the links are in front matter, half in the text. Growth is linear when the last column stays level.
"""

import sys
from collections.abc import Iterator
from time import process_time
from types import MappingProxyType
from typing import Any

from avtaleverk.corpus.compose import Front
from avtaleverk.corpus.model import Corpus, Document, Helsefellesskap, Reference, Register, Registers
from avtaleverk.corpus.nodes import Mapping
from avtaleverk.corpus.outline import parse_body
from avtaleverk.diagnostics import Location
from avtaleverk.links.web import link

SIZES = (1250, 2500, 5000, 10000)
AGREEMENTS = 20
SPACE = "bench"


def main(sizes: list[int]) -> None:
    """Print a line for each size: documents, links, CPU seconds, microseconds per document."""
    print(f"{'documents':>10} {'links':>8} {'seconds':>8} {'µs/document':>12}")
    for size in sizes:
        corpus = made(size)
        start = process_time()
        web = link(corpus)
        seconds = process_time() - start
        print(f"{size:>10} {len(web.links):>8} {seconds:>8.2f} {seconds / size * 1e6:>12.0f}")


def made(size: int) -> Corpus:
    """A corpus of `size` procedures under a fixed number of agreements; nothing is read from disk."""
    documents = [*_agreements(), *(_procedure(i, size) for i in range(size))]
    empty = MappingProxyType[str, Any]({})
    registers = Registers(*(Register[Any](name, "", empty) for name in Registers._fields))
    spaces = {SPACE: Helsefellesskap(SPACE, "", SPACE, "Bench")}
    return Corpus(registers, spaces, documents, (), {d.reference: d for d in documents})


def _agreements() -> Iterator[Document]:
    for number in range(1, AGREEMENTS + 1):
        text = "\n".join(f"## {clause} Punkt\n\nPartene varsler hverandre.\n" for clause in range(1, 11))
        yield _document(f"da{number:02}", text, type="delavtale", number=str(number), title=f"Delavtale {number}")


def _procedure(index: int, size: int) -> Document:
    """A procedure with five links in front matter, and in the text four mentions and one Markdown link."""
    agreements = [(index + step) % AGREEMENTS + 1 for step in range(5)]
    mentions = " ".join(f"Se delavtale {number} punkt {index % 10 + 1}." for number in agreements[:4])
    other = f"[en annen](p-{(index * 7 + 1) % size:05}.md)"
    words = "Sykepleieren på sengeposten ringer tildelingskontoret og avtaler hva som skjer videre. " * 12
    return _document(
        f"p-{index:05}",
        f"## Når gjelder dette?\n\n{words}\n\n{mentions} {other}\n",
        type="prosedyre",
        title=f"Gjør oppgave nummer {index} slik",
        hjemmel=tuple(Reference(SPACE, f"da{number:02}", str(index % 10 + 1)) for number in agreements),
    )


def _document(id: str, text: str, **fields: Any) -> Document:
    path = f"agreements/{SPACE}/{id}.md"
    front = Front(path, "", 1, Mapping({}, {}, Location(path)))
    return Document(Reference(SPACE, id), path, front, parse_body(text, 1), id=id, status="gjeldende", **fields)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [*SIZES])
