"""AV425: a link with the same words and another target, though the old target still exists."""

from collections.abc import Iterator

from avtaleverk.checks.change.passages import Passage, same_passages
from avtaleverk.checks.change.unsaid import is_silent
from avtaleverk.checks.context import Context, by_path
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.corpus.outline import TextLink
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.links.web import text_target
from avtaleverk.rules import declare

AV425 = declare(
    "AV425", "Lenken fører et annet sted enn før", Severity.ADVARSEL, follows=("AV402", "AV404", "AV411", "AV414")
)


def retargeted(context: Context, old: Document, new: Document) -> Iterator[Finding]:
    """Links with a new target in passages whose words are unchanged, unless the old target has moved there."""
    were, are = ([link.href for link in one.body.links] for one in (old, new))
    if were == are or not is_silent(old, new):
        return
    for was, now in same_passages(old.body, new.body):
        for before, link in zip(_links(old, was), _links(new, now), strict=False):
            led, leads = (_target(context, one.path, to.href) for one, to in ((old, before), (new, link)))
            if led and leads and led != leads and before.text == link.text and _is_there(context, led):
                message = f"Lenken «{link.text}» fører nå til «{leads.local}», og førte før til «{led.local}»."
                hint = (
                    f"Er det ikke ment, skriver du adressen slik den var: «{before.href}». Er det ment, lar du det stå."
                )
                yield Finding(Location(new.path, link.line, link.column), message, hint)


def _links(document: Document, passage: Passage) -> list[TextLink]:
    return [link for link in document.body.links if passage.line <= link.line <= passage.end and link.text]


def _target(context: Context, path: str, href: str) -> Reference | None:
    target = text_target(path, href, context.once(by_path))
    return context.web.resolve(target) if target else None


def _is_there(context: Context, target: Reference) -> bool:
    return not target.clause or context.corpus.clause(target) is not None
