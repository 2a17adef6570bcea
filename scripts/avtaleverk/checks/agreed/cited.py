"""A deadline that a text attributes to a clause must be in it."""

from collections.abc import Iterator

from avtaleverk.checks.agreed.basis import durations
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, at_token, in_line
from avtaleverk.corpus.duration import LOOSE, minutes
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.corpus.outline import inline_text
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used

_SIGNS = ("risten på ", "rista på ")
_FROM = when_used(r" (?:i|etter|fra|frå) $")


def not_in_clause(context: Context, document: Document) -> Iterator[Finding]:
    """«Fristen på 7 dager i punkt 5.2», where the clause has no such deadline."""
    if not any(sign in document.body.text for sign in _SIGNS):
        return
    for index, mentions in context.web.mentions[document.path].found.items():
        token = document.body.tokens[index]
        for mention in mentions:
            target = mention.target
            clause = context.corpus.clause(context.web.resolve(target)) if isinstance(target, Reference) else None
            text = inline_text(token)
            before = text[: text.find(mention.text)]
            start = max(before.rfind(sign) + len(sign) if sign in before else -1 for sign in _SIGNS)
            span = LOOSE.match(before, start) if clause and start > 0 else None
            if not clause or not span or not _FROM.fullmatch(before, span.end()):
                continue
            if minutes(span) not in {length for _, length in durations(context.words_under(*clause))}:
                message = f"Her står «{span[0]} i {mention.text}», men punktet har ingen slik frist."
                at = in_line(document, at_token(document, token).line, mention.text)
                hint = "Finn punktet som har fristen, og skriv nummeret på det."
                yield Finding(at, message, hint, (at_heading(*clause),))
