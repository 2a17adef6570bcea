"""AV4: references and links that lead nowhere."""

from collections.abc import Iterator
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.kinds import nearest_hint
from avtaleverk.corpus.load import CONTENT
from avtaleverk.corpus.model import Deadline, Document, Guide, Reference
from avtaleverk.corpus.outline import TextLink
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.links.web import text_target
from avtaleverk.rules import corpus_rule, document_rule

OUTSIDE = ("https", "http", "mailto", "tel")


@document_rule("AV401", "Dokumentet det vises til, finnes ikke")
def missing_document(context: Context, document: Document) -> Iterator[Finding]:
    """Every typed reference of the front matter leads to a document (`under` has a rule of its own)."""
    for link in context.web.outgoing.get(document.reference, ()):
        if link.relation != "under" and is_missing(context, link.target):
            ids = [d.id for d in context.corpus.documents if d.reference.helsefellesskap == link.target.helsefellesskap]
            at = link.at
            if link.relation in ("hjemmel", "erstatter"):
                suffix = f"#{link.target.clause}" if link.target.clause else ""
                at = value_at(document, link.relation, link.target.document + suffix)
            yield Finding(
                at, f"Dokumentet «{link.target.document}» finnes ikke.", nearest_hint(link.target.document, ids)
            )


def is_missing(context: Context, target: Reference) -> bool:
    """Whether no document has the address, and none that could not be read may have it."""
    return context.corpus.document(context.web.resolve(target)) is None and not is_unread(context, target)


def is_unread(context: Context, target: Reference) -> bool:
    """Whether a document could not be read whose file is called like the id."""
    home, name = f"{CONTENT}/{target.helsefellesskap}/", f"/{target.document}.md"
    return any(path.startswith(home) and path.endswith(name) for path in context.corpus.unread)


@document_rule("AV402", "Punktet det vises til, finnes ikke")
def missing_clause(context: Context, document: Document) -> Iterator[Finding]:
    """Every reference to a clause leads to a heading of its document."""
    for link in context.web.outgoing.get(document.reference, ()):
        target = context.web.resolve(link.target)
        if target.clause and target not in context.web.clauses and (found := context.corpus.document(target)):
            anchors = [clause.reference.clause for clause in found.clauses]
            at = link.at
            if link.relation == "hjemmel":
                at = value_at(document, "hjemmel", f"{link.target.document}#{link.target.clause}")
            yield Finding(
                at, f"«{found.title}» har ikke noe punkt {target.clause}.", nearest_hint(target.clause, anchors)
            )
    yield from _clauses_of_parts(context, document)


def _clauses_of_parts(context: Context, document: Document) -> Iterator[Finding]:
    """The clauses that deadlines and questions name."""
    anchors = [section.anchor for section in document.body.sections]
    for item in document.deadlines:
        if isinstance(item, Deadline) and item.clause not in anchors:
            message = f"Fristen «{item.id}» viser til punkt {item.clause}, som ikke finnes i dette dokumentet."
            yield Finding(item.at, message, nearest_hint(item.clause, anchors))
    for question in document.questions:
        if not question.clause or is_unread(context, question.clause):
            continue
        if (target := context.web.resolve(question.clause)) not in context.web.clauses:
            message = f"Spørsmålet viser til «{target.document}#{target.clause}», som ikke finnes."
            yield Finding(question.at, message, "Skriv punktet som gir svaret, for eksempel da05#4.3.")


@document_rule("AV403", "Dokumentet mangler hjemmel i et avtalepunkt")
def without_hjemmel(context: Context, document: Document) -> Iterator[Finding]:
    """A patient-near document rests on a clause, not on a whole agreement and not on nothing."""
    if context.corpus.world_of(document) == "overordnet" or "hjemmel" not in document.fields.values:
        return
    if not document.hjemmel:
        yield Finding(
            document.at("hjemmel"), "Feltet «hjemmel» er tomt.", "Skriv avtalepunktet rutinen bygger på: [da05#4.3]."
        )
    for target in document.hjemmel:
        if not target.clause:
            message = f"Hjemmelen «{target.document}» peker på en hel avtale."
            yield Finding(document.at("hjemmel"), message, f"Skriv punktet også: {target.document}#4.3.")


@corpus_rule("AV404", "Lenken i teksten leder ingen steder")
def broken_text_link(context: Context) -> Iterator[Finding]:
    """Links in the running text of documents and guidance."""
    pages: list[Document | Guide] = [*context.corpus.documents, *context.corpus.guides]
    by_path = {d.path: d for d in context.corpus.documents}
    paths = {page.path for page in pages} | context.corpus.unread
    anchors = {guide.path: {s.anchor for s in guide.body.sections} for guide in context.corpus.guides}
    for page in pages:
        for link in page.body.links:
            if finding := _broken(context, page.path, link, by_path, paths, anchors):
                yield finding


def _broken(
    context: Context,
    path: str,
    link: TextLink,
    by_path: dict[str, Document],
    paths: set[str],
    anchors: dict[str, set[str]],
) -> Finding | None:
    at = Location(path, link.line, link.column)
    parts = urlsplit(link.href)
    if parts.scheme:
        return (
            None
            if parts.scheme in OUTSIDE
            else Finding(at, f"Lenker med «{parts.scheme}:» er ikke tillatt.", "Fjern lenken.")
        )
    target = text_target(path, link.href, by_path)
    if target is not None:
        resolved = context.web.resolve(target)
        if resolved.clause and path not in by_path and resolved not in context.web.clauses:
            return Finding(
                at, f"«{link.href}» viser til et punkt som ikke finnes.", "Se etter riktig punktnummer i dokumentet."
            )
        return None
    file = normpath(f"{path}/../{unquote(parts.path)}") if parts.path else path
    if file in paths:
        if parts.fragment and unquote(parts.fragment) not in anchors.get(file, set()):
            return Finding(
                at, f"«{link.href}» viser til en overskrift som ikke finnes.", "Se etter riktig overskrift på siden."
            )
        return None
    if not link.href:
        return Finding(at, "Lenken er tom.", "Skriv adressen mellom parentesene.")
    hint = "Skriv stien til filen fra denne filen, for eksempel ../delavtaler/da05.md#4.3."
    names = [p for p in paths if p.startswith(CONTENT)]
    return Finding(at, f"Filen «{link.href}» finnes ikke.", nearest_file(file, names) or hint)


def nearest_file(path: str, names: list[str]) -> str:
    """A hint that names the file with the same name elsewhere, or "" when there is none."""
    same = [name for name in names if name.rsplit("/", 1)[-1] == path.rsplit("/", 1)[-1]]
    return f"Filen ligger her: {same[0]}." if same else ""
