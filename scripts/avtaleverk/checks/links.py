"""AV4: references and links that lead nowhere."""

import posixpath
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import part_at, value_at
from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.load import CONTENT, address
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


@document_rule("AV415", "Etterfølgeren finnes ikke")
def missing_successor(context: Context, document: Document) -> Iterator[Finding]:
    """`erstattes_av` names documents that exist."""
    home = document.reference.helsefellesskap
    ids = [d.id for d in context.corpus.documents if d.reference.helsefellesskap == home]
    for text in document.replaced_by:
        if is_missing(context, address(text, home)):
            at = value_at(document, "erstattes_av", text)
            yield Finding(at, f"«{text}», som skal ha erstattet dokumentet, finnes ikke.", nearest_hint(text, ids))


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
            at = link.at
            if link.relation == "hjemmel":
                at = value_at(document, "hjemmel", f"{link.target.document}#{link.target.clause}")
            yield Finding(at, f"«{found.title}» har ikke noe punkt {target.clause}.", clause_hint(target.clause, found))
    yield from _clauses_of_parts(context, document)


def _clauses_of_parts(context: Context, document: Document) -> Iterator[Finding]:
    """The clauses that deadlines and questions name."""
    anchors = {section.anchor for section in document.body.sections}
    for item in document.deadlines:
        if isinstance(item, Deadline) and item.clause not in anchors:
            message = f"Fristen «{item.id}» viser til punkt {item.clause}, som ikke finnes i dette dokumentet."
            yield Finding(part_at(document, "frister", item.at, "punkt"), message, clause_hint(item.clause, document))
    for question in document.questions:
        if not question.clause or is_unread(context, question.clause):
            continue
        if (target := context.web.resolve(question.clause)) not in context.web.clauses:
            message = f"Spørsmålet viser til «{target.document}#{target.clause}», som ikke finnes."
            yield Finding(question.at, message, "Skriv punktet som gir svaret, for eksempel da05#4.3.")


def clause_hint(clause: str, document: Document) -> str:
    """The clauses of the same chapter with their titles. A number alone is never guessed: it would be false hjemmel."""
    chapter = clause.split(".")[0]
    near = [f"{s.number} {s.title}" for s in document.body.sections if s.number.split(".")[0] == chapter and s.number]
    if not near:
        return f"{document.path} har ikke noe kapittel {chapter}. Finn punktet som sier dette, og skriv nummeret."
    hint = f"Kapittel {chapter} har: {', '.join(near)}. Velg punktet som sier dette."
    return f"{hint} Har punktet fått nytt nummer? Skriv det under «tidligere_punkt» i avtalen."


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
            if link.image and page.path in by_path:
                continue  # AV616: documents show no pictures
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
    if not link.href:
        return Finding(at, "Lenken er tom.", "Skriv adressen mellom parentesene.")
    parts = urlsplit(link.href)
    if parts.scheme:
        return (
            None
            if parts.scheme in OUTSIDE
            else Finding(
                at,
                f"Lenker med «{parts.scheme}:» er ikke tillatt.",
                "Skriv en adresse som begynner med https://, eller fjern lenken.",
            )
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
    hint = "Skriv stien til filen fra denne filen, for eksempel ../delavtaler/da05.md#4.3."
    names = sorted(p for p in paths if p.startswith(CONTENT))
    return Finding(at, f"Filen «{link.href}» finnes ikke.", nearest_file(path, file, names) or hint)


def nearest_file(here: str, path: str, names: list[str]) -> str:
    """A hint with the address to paste: the file of that name or nearly, in the same helsefellesskap; "" if none."""
    home = "/".join(here.split("/")[:2])
    near = [name for name in names if name.startswith(home)] if here.startswith(CONTENT) else names
    by_name = {posixpath.basename(name): name for name in near}
    close = get_close_matches(posixpath.basename(path).casefold(), by_name, 1, 0.75)
    return f"Mente du {posixpath.relpath(by_name[close[0]], posixpath.dirname(here))}?" if close else ""
