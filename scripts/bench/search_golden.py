"""How the search answers the golden questions on the real content.

    PYTHONPATH=scripts python scripts/bench/search_golden.py

Lists questions whose page is not among the first three, search words of a page that lead elsewhere, and patient-near
pages that no question asks for.
"""

from pathlib import Path

import yaml
from search_quality import answer

from avtaleverk.corpus.load import load
from avtaleverk.day import today
from avtaleverk.links.web import link
from avtaleverk.pages.addresses import document_path
from avtaleverk.pages.every import pages
from avtaleverk.search.collect import collect
from avtaleverk.search.files import index_files
from avtaleverk.search.jumps import jumps

ROOT = Path(__file__).resolve().parents[2]
SPACES = {"i/": "innlandet/", "f/": "fonna/"}


def questions() -> dict[str, set[str]]:
    """Each golden question with its pages."""
    written = yaml.safe_load((ROOT / "tests" / "search" / "questions.yml").read_text("utf-8"))
    return {q: {SPACES.get(page[:2], page[:2]) + page[2:] for page in right.split()} for q, right in written.items()}


def main() -> None:
    """Print the three lists."""
    corpus = load(ROOT)[0]
    web = link(corpus)
    entries = collect(corpus, web, pages(corpus, web, today()))
    files = index_files(entries, tuple(corpus.registers.ordliste.entries.values()), jumps(corpus, entries), "gull")
    asked = questions()
    words = [(word, document_path(d.reference)) for d in corpus.documents for word in d.search_words]
    found = answer(files, {text: text for text in (*asked, *(word for word, _ in words))})
    missed = [question for question, right in asked.items() if not right & set(found[question][:3])]
    stolen = [(word, page, found[word][0]) for word, page in words if found[word] and page not in found[word][:3]]
    reached = set().union(*asked.values())
    near = {document_path(d.reference) for d in corpus.documents if corpus.world_of(d) == "pasientnaer"}
    print(f"{len(asked) - len(missed)} av {len(asked)} gullspørsmål finner siden blant de tre første.")
    print("\n".join(f"  bom: {question} → {' '.join(found[question][:3])}" for question in missed))
    print(f"{len(stolen)} av {len(words)} søkeord fører til andre sider først.")
    print("\n".join(f"  {word} ({page}) → {first}" for word, page, first in stolen))
    print(f"{len(near - reached)} av {len(near)} pasientnære sider har ikke noe gullspørsmål.")
    print("\n".join(f"  {page}" for page in sorted(near - reached)))


if __name__ == "__main__":
    main()
