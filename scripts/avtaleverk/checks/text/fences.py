"""AV6: a code block that is never closed swallows the rest of the document."""

from collections.abc import Iterator

from markdown_it.token import Token

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_token
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Body
from avtaleverk.diagnostics import Finding
from avtaleverk.rules import document_rule


def open_fence(body: Body) -> Token | None:
    """The code block that is never closed; None when there is none."""
    if "```" not in body.text and "~~~" not in body.text:
        return None
    lines = body.text.split("\n")
    for token in body.tokens:
        if token.type == "fence" and token.map:
            first, end = token.map
            last = lines[end - 1].strip(" \t>") if end - 1 > first else ""
            if not last or last.strip(token.markup[0]) or len(last) < len(token.markup):
                return token
    return None


@document_rule("AV628", "Kodeblokken er ikke avsluttet")
def unclosed_fence(context: Context, document: Document) -> Iterator[Finding]:
    """Reported where the block opens; nothing else is reported about what it hides."""
    if token := open_fence(document.body):
        message = f"«{token.markup}» åpner en kodeblokk som aldri blir avsluttet: resten av teksten vises som kode."
        hint = f"Slett linjen med «{token.markup}», eller sett en linje med «{token.markup}» der koden slutter."
        yield Finding(at_token(document, token), message, hint)
