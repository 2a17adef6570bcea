"""Proofreading: every word that neither hunspell nor our own word list knows, with its place.

    PYTHONPATH=scripts python scripts/proofread/proofread.py

Needs hunspell with nb_NO and nn_NO (Debian: hunspell hunspell-no). Search words are not read, since they include slang
and common misspellings on purpose. Prints nothing and exits 0 when every word is known.
"""

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from avtaleverk.corpus.compose import compose
from avtaleverk.corpus.load import load
from avtaleverk.corpus.model import Corpus, Language
from avtaleverk.corpus.nodes import Mapping, Node, Scalar
from avtaleverk.corpus.outline import Body
from avtaleverk.diagnostics import Location
from avtaleverk.rules import Problems

HERE = Path(__file__).parent
DICTIONARY: dict[Language, str] = {"nb": "nb_NO", "nn": "nn_NO"}
PROSE = re.compile(
    "tittel|sammendrag|hva|konklusjon|hvordan|fagansvarlig|tekst|svar|galt|ingen_prosedyre|forbehold|navn|flertall|"
    "krav|beskrivelse|forklaring|innhold|nar|mangler|pasienten|enhet|merknad|oppgave|moter"
)
ADDRESS = re.compile(r"\S+@\S+|\S+\.(?:md|no|yml)\b")
WORD = re.compile(r"(?<!\w)(?=\w[\w-])[^\W\d_]+(?:[-'’][^\W\d_]+)*(?!\w)")


class Text(NamedTuple):
    """A run of text in one language, and where it begins."""

    language: Language
    words: str
    at: Location


def main() -> int:
    """Print the unknown words; 1 when there are any."""
    root = Path.cwd()
    corpus, _ = load(root)
    places: dict[Language, dict[str, list[Location]]] = {language: defaultdict(list) for language in DICTIONARY}
    for text in texts(root, corpus):
        for word in WORD.findall(ADDRESS.sub(" ", text.words)):
            places[text.language][word].append(text.at)
    unexplained = 0
    for language, found in places.items():
        for word in sorted(unknown(language, set(found)), key=str.casefold):
            unexplained += 1
            for at in found[word][:3]:
                print(f"{at.path}:{at.line}: {word} ({language})")
    return 1 if unexplained else 0


def texts(root: Path, corpus: Corpus) -> Iterator[Text]:
    """The prose of the documents, the guidance and the registers."""
    for document in corpus.documents:
        yield from _body(document.language, document.path, document.body)
        yield from _fields(document.language, document.fields)
    for guide in corpus.guides:
        yield from _body(guide.language, guide.path, guide.body)
    for register in sorted((root / "agreements" / "register").glob("*.yml")):
        yield from _file("nb", root, register.relative_to(root).as_posix())
    for space in corpus.helsefellesskap.values():
        yield from _file(space.language, root, space.path)


def _file(language: Language, root: Path, path: str) -> Iterator[Text]:
    if node := compose(path, (root / path).read_text(encoding="utf-8"), 1, Problems([])):
        yield from _fields(language, node)


def _body(language: Language, path: str, body: Body) -> Iterator[Text]:
    for token in body.tokens:
        line = body.line_of(token)
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif child.type == "text":
                yield Text(language, child.content, Location(path, line))


def _fields(language: Language, node: Node, prose: bool = False) -> Iterator[Text]:
    """The scalars under keys that hold prose. A key that ends in `_nn` is nynorsk, and its twin without `_nn` bokmål."""
    if isinstance(node, Scalar):
        if prose:
            yield Text(language, node.text, node.at)
    elif isinstance(node, Mapping):
        for key, value in node.values.items():
            own: Language = "nn" if key.endswith("_nn") else "nb" if f"{key}_nn" in node.values else language
            yield from _fields(own, value, bool(PROSE.fullmatch(key.removesuffix("_nn"))))
    else:
        for item in node.items:
            yield from _fields(language, item, prose)


def unknown(language: Language, words: set[str]) -> set[str]:
    """The words that neither hunspell's dictionary nor `ordliste-<language>.txt` has."""
    listed = set((HERE / f"ordliste-{language}.txt").read_text(encoding="utf-8").split())
    asked = sorted(words - listed)
    command = ["hunspell", "-d", DICTIONARY[language], "-i", "utf-8", "-l"]
    try:
        answer = subprocess.run(command, input="\n".join(asked), capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        raise SystemExit(f"Fant ikke hunspell med ordboken {DICTIONARY[language]}: apt install hunspell-no") from None
    missed = set(answer.stdout.split())
    return {word for word in asked if missed & {word, *re.split("[-'’]", word)} and word.lower() not in listed}


if __name__ == "__main__":
    sys.exit(main())
