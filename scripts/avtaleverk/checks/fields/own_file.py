"""AV0: a document must be in the folder of its type, in the file that links lead to."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.files import FOLDERS
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.rules import document_rule


@document_rule(
    "AV016",
    "Filen er flyttet eller har fått nytt navn",
    follows=("AV010", "AV011", "AV012", "AV105", "AV106", "AV407", "AV637", "AV707", "AV901"),
)
def misplaced(context: Context, document: Document) -> Iterator[Finding]:
    """A file that was moved or renamed, though links lead to the old name."""
    path, top = PurePosixPath(document.path), Location(document.path)
    if path.stem != document.id and (name := f"{document.id}.md") in _linked_to(context, document):
        message = f"Filen heter «{path.name}», men lenkene går til «{name}»."
        hint = f"Gi filen navnet «{name}». Skal den ha det nye navnet, retter du lenkene."
        yield Finding(value_at(document, "id"), message, hint, (top,))
    if right := other_folder(document):
        message = f"Filen ligger i mappen «{path.parent.name}», men «type» er «{document.type}»."
        yield Finding(top, message, f"Flytt filen til mappen «{right}», eller rett «type».")


def _linked_to(context: Context, document: Document) -> set[str]:
    """The names of the files that links lead to; a file that no link leads to may have any name."""
    home = context.corpus.documents_of(document.home)
    return {link.href.partition("#")[0].rpartition("/")[2] for other in home for link in other.body.links}


def other_folder(document: Document) -> str:
    """The folder of the document's type, when it is in that of another type; folders of no type are the editors' own."""
    right, folder = FOLDERS.get(document.type, ""), PurePosixPath(document.path).parent.name
    return right if folder != right and folder in FOLDERS.values() else ""
