"""AV4: references and links that lead nowhere."""

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from avtaleverk.checks.context import Context, by_path
from avtaleverk.checks.fields.own_file import other_folder
from avtaleverk.checks.links.clause_hints import clause_hint, with_clause
from avtaleverk.checks.places import part_at, value_at
from avtaleverk.checks.text.clause_numbers import out_of_order
from avtaleverk.corpus.files import CONTENT
from avtaleverk.corpus.hints import figures, nearest_hint
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.corpus.outline import TextLink, slug
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.links.web import text_target
from avtaleverk.pages.addresses import OUTSIDE
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_part, document_rule

_SAME_START = 10  # letters: two ids that share so many start with the same long word
_ADDRESS = when_used(r"(?:www\.|[\w-]+\.(?:no|com|org)(?:/|$))", re.IGNORECASE)
_SMALL = 2  # letters of a small word in the name of a file
_SCHEME = when_used(r"([A-Za-z][A-Za-z0-9+.-]*):")
_OWN_MACHINE = when_used(
    r"https?://(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])(?::\d+)?(?=[/?#]|$)", re.IGNORECASE
)


@document_rule("AV401", "Dokumentet det vises til, finnes ikke", follows=("AV016", "AV407"))
def missing_document(context: Context, document: Document) -> Iterator[Finding]:
    """Every reference in front matter must lead to a document (`under` has a rule of its own)."""
    for link in context.web.outgoing.get(document.reference, ()):
        if link.relation != "under" and is_missing(context, link.target):
            ids = [d.id for d in context.corpus.documents_of(link.target.helsefellesskap)]
            at = link.at
            if link.relation in ("hjemmel", "erstatter"):
                at = value_at(document, link.relation, link.target.local)
            hint = _meant(link.target.document, ids)
            message = f"Dokumentet «{link.target.document}» finnes ikke."
            yield Finding(at, message, hint, called_like(context, link.target))


def _meant(id: str, ids: list[str]) -> str:
    """The id that was meant by a misspelt one. An id that is only similar is another document, and never proposed."""
    if get_close_matches(id, ids, 1, 0.85):
        return nearest_hint(id, ids)
    alike = [known for known in ids if known[:_SAME_START] == id[:_SAME_START] != id]
    meant = f" Mente du {' eller '.join(f'«{known}»' for known in alike)}?" if 0 < len(alike) <= 2 else ""
    return f"Se etter riktig id.{meant} Er dokumentet slettet, tar du ut henvisningen."


@document_rule("AV415", "Etterfølgeren finnes ikke")
def missing_successor(context: Context, document: Document) -> Iterator[Finding]:
    """`erstattes_av` must name documents that exist."""
    home = document.home
    for text in document.replaced_by:
        if is_missing(context, Reference.parse(text, home)):
            ids = [d.id for d in context.corpus.documents_of(home)]
            at = value_at(document, "erstattes_av", text)
            yield Finding(at, f"«{text}», som skal ha erstattet dokumentet, finnes ikke.", nearest_hint(text, ids))


def is_missing(context: Context, target: Reference) -> bool:
    """Whether no document has the address, not even one that could not be read."""
    return context.document(target) is None and not context.lacks_file(target)


def called_like(context: Context, target: Reference) -> tuple[Location, ...]:
    """The id of the document whose file is named after the missing one; AV407 reports a renamed file."""
    start, end = f"{CONTENT}/{target.helsefellesskap}/", f"/{target.document}.md"
    found = (d for d in context.corpus.documents if d.path.startswith(start) and d.path.endswith(end))
    return tuple(value_at(document, "id") for document in found)


@document_rule("AV402", "Punktet det vises til, finnes ikke", follows=("AV704",))
def missing_clause(context: Context, document: Document) -> Iterator[Finding]:
    """Every reference to a clause must lead to a heading of its document."""
    for link in context.web.outgoing.get(document.reference, ()):
        target = context.web.resolve(link.target)
        if target.clause and target not in context.web.clauses and (found := context.corpus.document(target)):
            if target.clause in misnumbered(found):
                continue  # AV604 says that the clause has a wrong number
            at = link.at
            if link.relation == "hjemmel":
                at = value_at(document, "hjemmel", link.target.local)
            if target.clause[0].isdecimal():
                message = f"«{found.title}» har ikke noe punkt {target.clause}."
                hint = clause_hint(target.clause, found)
            else:
                message = f"«{found.title}» har ingen overskrift «{target.clause}»."
                hint = nearest_hint(target.clause, {section.anchor for section in found.body.sections})
            yield Finding(at, message, hint)
    yield from _clauses_of_parts(context, document)


def _clauses_of_parts(context: Context, document: Document) -> Iterator[Finding]:
    """The clauses that deadlines and questions name."""
    anchors = {section.anchor for section in document.body.sections}
    for item in document.own_deadlines:
        if item.clause not in anchors and item.clause not in misnumbered(document):
            message = f"Fristen «{item.id}» viser til punkt {item.clause}, som ikke finnes i dette dokumentet."
            yield Finding(part_at(document, "frister", item.at, "punkt"), message, clause_hint(item.clause, document))
    for question in document.questions:
        if not question.clause or context.lacks_file(question.clause):
            continue
        if (target := context.web.resolve(question.clause)) not in context.web.clauses:
            found = context.corpus.document(target)
            if found and target.clause in misnumbered(found):
                continue
            message = f"Spørsmålet viser til «{target.local}», som ikke finnes."
            hint = clause_hint(target.clause, found) if found else ""
            hint = hint or "Skriv punktet som gir svaret, for eksempel da05#4.3."
            yield Finding(part_at(document, "sporsmal", question.at, "hjemmel"), message, hint)


def misnumbered(document: Document) -> set[str]:
    """The clause numbers that the headings skip, since the heading that should have one has another."""
    return {wanted for _, wanted in out_of_order(document.body)}


@document_rule("AV403", "Dokumentet mangler hjemmel i et avtalepunkt", follows=("AV103", "AV401"))
def without_hjemmel(context: Context, document: Document) -> Iterator[Finding]:
    """A patient-near document must rest on a clause, not on a whole agreement and not on nothing."""
    if context.corpus.world_of(document) == "overordnet" or "hjemmel" not in document.fields.values:
        return
    if not document.hjemmel:
        points = [f"{agreement.id}#{deadline.clause}" for agreement, deadline in context.web.deadlines_of(document)]
        points += [question.clause.local for question in document.questions if question.clause]
        known = (
            f": «hjemmel: [{', '.join(dict.fromkeys(points))}]». Det er punktene i «frister» og selvtesten"
            if points
            else ""
        )
        hint = f"Skriv avtalepunktene som rutinen bygger på{known}."
        yield Finding(document.at("hjemmel"), "Feltet «hjemmel» er tomt.", hint)
    for target in document.hjemmel:
        found = context.document(target)
        is_procedure = found and context.corpus.type_of(found) and context.corpus.world_of(found) == "pasientnaer"
        if target.clause and not is_procedure:
            continue
        at = value_at(document, "hjemmel", target.local)
        if found and is_procedure:
            message = f"«{found.id}» er en {found.type}. Hjemmelen skal være et punkt i en avtale."
            own = ", ".join(t.local for t in found.hjemmel if t.clause)
            own_hint = f"Den bygger selv på: {own}. Velg punktet som gjelder her."
            hint = own_hint if own else "Skriv avtale og punkt: da05#4.3."
            yield Finding(at, message, hint)
        else:
            message = f"Hjemmelen «{target.document}» peker på en hel avtale."
            yield Finding(at, message, with_clause(context, document, target, found))


# It follows from: a link to a file that was moved, and in it
@document_rule("AV404", "Lenken i teksten leder ingen steder", follows=("AV016",))
def broken_text_link(context: Context, document: Document) -> Iterator[Finding]:
    """Links in the running text."""
    for link in document.body.links:
        if not link.image and (finding := _broken(context, document.path, link)):  # AV616: documents show no pictures
            own = (Location(document.path),) if other_folder(document) else ()
            yield finding._replace(related=(*finding.related, *own))


@corpus_part("AV404")
def broken_link_of_guide(context: Context) -> Iterator[Finding]:
    """Links in the guidance."""
    for guide in context.corpus.guides:
        yield from filter(None, (_broken(context, guide.path, link) for link in guide.body.links))


class _Targets(NamedTuple):
    """The targets of links: documents by path, all paths, and the anchors of each page of guidance."""

    by_path: dict[str, Document]
    paths: set[str]
    anchors: dict[str, set[str]]


def _targets(context: Context) -> _Targets:
    known = context.once(by_path)
    anchors = {guide.path: {s.anchor for s in guide.body.sections} for guide in context.corpus.guides}
    return _Targets(known, {*known, *anchors, *context.corpus.unread}, anchors)


def _broken(context: Context, path: str, link: TextLink) -> Finding | None:
    by_path, paths, anchors = context.once(_targets)
    at = Location(path, link.line, link.column)
    if not link.href:
        return Finding(at, "Lenken er tom.", "Skriv adressen mellom parentesene.")
    if scheme := _SCHEME.match("".join(unquote(link.href).split())):
        return _outside(context, at, link.href, scheme[1].lower())
    if link.href.startswith(("//", "%5C", "\\")):
        hint = "Skriv hele adressen, som begynner med https://, eller lenk til et dokument her."
        return Finding(at, f"«{unquote(link.href)}» ligger på en felles disk eller en annen tjener.", hint)
    parts = urlsplit(link.href)
    target = text_target(path, link.href, by_path)
    if target is not None:
        resolved = context.web.resolve(target)
        if resolved.clause and path not in by_path and resolved not in context.web.clauses:
            message = f"«{link.href}» viser til et punkt som ikke finnes."
            return Finding(at, message, "Se etter riktig punktnummer i dokumentet.")
        return None
    file = normpath(f"{path}/../{unquote(parts.path)}") if parts.path else path
    if file in paths:
        known, meant = anchors.get(file, set()), unquote(parts.fragment)
        if meant and meant not in known:
            message = f"«{unquote(link.href)}» viser til en overskrift som ikke finnes."
            hint = nearest_hint(meant, known & {slug(meant)} or known)
            return Finding(at, message, hint if known else "Fjern det som står fra og med «#».")
        return None
    if _ADDRESS.match(link.href):
        hint = f"Skriv https:// foran: https://{link.href}."
        return Finding(at, f"Adressen «{unquote(link.href)}» mangler https://.", hint)
    hint = "Skriv stien fra denne filen, for eksempel ../delavtaler/da05.md. Hvis dokumentet er slettet, skriver du ordene uten lenke."
    names = sorted(p for p in paths if p.startswith(CONTENT))
    moved = _moved(by_path, file)
    hint = nearest_file(path, file, names) or _called(path, link.text, by_path) or hint
    return Finding(at, f"Filen «{unquote(link.href)}» finnes ikke.", hint, moved)


def _called(here: str, words: str, by_path: dict[str, Document]) -> str:
    """A hint with the address of the only other document of the helsefellesskap whose title, or id, is the words of the link."""
    home, said = "/".join(here.split("/")[:2]), slug(words)
    names = ((p, (slug(d.title), d.id.partition("-")[2])) for p, d in by_path.items() if p.startswith(f"{home}/"))
    same = [p for p, called in names if said in called and p != here]
    return f"Mente du {posixpath.relpath(same[0], posixpath.dirname(here))}?" if len(same) == 1 else ""


def _moved(by_path: dict[str, Document], file: str) -> tuple[Location, ...]:
    """Where the document is now whose file was called so, or that was linked to by its id: AV016 says what is wrong."""
    home, name = "/".join(file.split("/")[:2]), posixpath.basename(file).removesuffix(".md")
    near = (d for p, d in by_path.items() if p.startswith(f"{home}/") and name in (d.id, posixpath.basename(p)[:-3]))
    return tuple(at for d in near for at in (Location(d.path), value_at(d, "id")))


def _outside(context: Context, at: Location, href: str, scheme: str) -> Finding | None:
    """A link with a scheme other than those for the web, mail and phone, or to the published page of a file that is here."""
    if scheme not in OUTSIDE:
        hint = "Skriv en adresse som begynner med https://, eller fjern lenken."
        return Finding(at, f"Lenker med «{scheme}:» er ikke tillatt.", hint)
    own = _OWN_MACHINE.match(href)
    page, _, clause = unquote(href).partition("#")
    words = page.removesuffix("index.html").rstrip("/").split("/")
    meant = context.corpus.by_reference.get(Reference(words[-2], words[-1])) if len(words) > 3 else None
    if not own and not (meant and scheme.startswith("http")):
        return None
    there = "../delavtaler/da05.md#4.3"
    if meant:
        there = posixpath.relpath(meant.path, posixpath.dirname(at.path))
        there += f"#{clause}" if meant.reference.at_clause(clause) in context.web.clauses else ""
    hint = f"Skriv stien til filen{':' if meant else ', for eksempel'} {there}."
    if own:
        return Finding(at, "Adressen virker bare på din egen maskin: den er kopiert fra forhåndsvisningen.", hint)
    return Finding(at, "Adressen er den ferdige siden på nettstedet. Flyttes nettstedet, leder den ingen steder.", hint)


def nearest_file(here: str, path: str, names: list[str]) -> str:
    """A hint with the address to paste, in the same helsefellesskap; "" if no file is certain to be the one.

    Certain is the same name in another folder, with other letters for å or without a small word, or with one wrong letter. For a document that is
    gone a similar one is never proposed: «p-henvisning-dps» is not «p-henvisning-bup».
    """
    home = "/".join(here.split("/")[:2])
    here_too = [name for name in names if name.startswith(home)] if here.startswith(CONTENT) else names
    by_name = {_stem(name): name for name in here_too}
    wanted = _stem(path)
    same = [name for name in by_name if _main_words(name) == _main_words(wanted)]
    near = get_close_matches(wanted, by_name, 2, 0.9)
    close = same or [w for w in near if abs(len(w) - len(wanted)) < 2 and figures(w) == figures(wanted)]
    return f"Mente du {posixpath.relpath(by_name[close[0]], posixpath.dirname(here))}?" if close else ""


def _main_words(stem: str) -> list[str]:
    """The words of a name without the small ones, as in «p-vold-i-naere-relasjoner»."""
    return [word for number, word in enumerate(stem.split("-")) if number == 0 or len(word) > _SMALL]


def _stem(path: str) -> str:
    """The name of a file without extension, case, å and leading zeros."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", slug(posixpath.basename(path).partition(".")[0]))
