"""AV4: what the words of a link say."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import document_rule

_EMPTY = ("her", "klikk her", "trykk her", "les mer", "les meir", "mer", "meir", "denne", "lenke", "lenkje", "link")


@document_rule("AV414", "Ordene i lenken sier ikke hvor den fører", Severity.ADVARSEL)
def words_of_links(context: Context, document: Document) -> Iterator[Finding]:
    """Links are read out of their context; «her» says nothing."""
    for link in document.body.links:
        words = link.text.strip().casefold().rstrip(".:")
        if words in _EMPTY or (not words and link.href and not link.image):  # AV616 names a picture
            shown = f"«{link.text.strip()}» sier ikke hvor lenken fører." if words else "Lenken har ingen ord."
            hint = f"Skriv hva leseren finner der: [tittelen på siden]({link.href})."
            yield Finding(Location(document.path, link.line, link.column), shown, hint)
