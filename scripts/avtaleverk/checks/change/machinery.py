"""AV9: a change to the content that also changes what the build runs, which authors of agreements do not own."""

from collections.abc import Iterator

from avtaleverk.corpus.files import CONTENT
from avtaleverk.diagnostics import Diagnostic, Finding, Location, Severity
from avtaleverk.rules import declare

_OWNED_BY_AUTHORS = ("docs/", "adresser.txt", "README.md", "LICENSE", "tests/search/questions.yml")

AV902 = declare("AV902", "Forslaget endrer både innhold og maskineri", Severity.ADVARSEL)


def machinery(touched: frozenset[str]) -> Iterator[Diagnostic]:
    """The files of the machinery that a change touches together with content."""
    content = sorted(path for path in touched if path.startswith(f"{CONTENT}/"))
    for path in sorted(touched):
        if content and not path.startswith((f"{CONTENT}/", *_OWNED_BY_AUTHORS)):
            message = f"Denne filen styrer hva byggingen kjører, og er endret sammen med {content[0]}."
            hint = "Del forslaget i to, og la den som eier maskineriet, se på denne filen."
            yield AV902.diagnostic(Finding(Location(path), message, hint))
