"""AV4: ids and clauses that are gone, so that old links and references in old deviation reports lead nowhere."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from avtaleverk.checks.context import Context
from avtaleverk.checks.links.targets import called_like, is_missing, misnumbered
from avtaleverk.checks.places import at_heading, value_at
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.corpus.outline import Section
from avtaleverk.diagnostics import Diagnostic, Finding, Location
from avtaleverk.pages.addresses import belongs_to_site, document_path
from avtaleverk.rules import declare
from avtaleverk.site.published import FILE, Published, read_addresses

# It follows from: a section or a number that is wrong, and takes the place of another
AV407 = declare("AV407", "Adressen finnes ikke lenger", follows=("AV603", "AV604"))


def lost_addresses(context: Context, were: Sequence[Document], addresses: str) -> Iterator[Diagnostic]:
    """Ids and clauses that no longer lead anywhere, of the documents as they `were` and of `adresser.txt`."""
    published = read_addresses(addresses)
    for old in were:
        if _is_gone(context, old.reference, published):
            yield AV407.diagnostic(_gone(context, old, published))
        elif new := context.document(old.reference):
            titles = {section.number: section.title for section in old.body.sections if section.number}
            yield from map(AV407.diagnostic, _clauses(context, old.reference, titles, new))
            yield from map(AV407.diagnostic, _taken_over(titles, new))
    known = {old.reference for old in were}
    for reference, clauses in _published(context, published):
        new = context.document(reference)
        if reference in known:
            continue
        if _is_gone(context, reference, published):
            renamed = called_like(context, reference)
            at = _line(addresses, reference)
            gone = _renamed(renamed[0], reference.document) if renamed else _moved(context, reference, published, at)
            yield AV407.diagnostic(gone)
        elif new:
            yield from map(AV407.diagnostic, _clauses(context, reference, dict.fromkeys(clauses, ""), new))


def _line(addresses: str, reference: Reference) -> Location:
    """The line of `adresser.txt` with the address."""
    wanted = document_path(reference)
    numbered = enumerate(addresses.split("\n"), 1)
    return Location(FILE, next((number for number, line in numbered if line.split(" ")[0] == wanted), 1))


def _published(context: Context, published: Mapping[str, Published]) -> Iterator[tuple[Reference, Sequence[str]]]:
    """The published addresses of documents, with their clauses."""
    for address, entry in sorted(published.items()):
        space, _, id = address.partition("/")
        is_document = id and "/" not in id and not belongs_to_site(id)
        if is_document and space in context.corpus.helsefellesskap and not entry.instead:
            yield Reference(space, id), sorted(entry.clauses)


def _is_gone(context: Context, reference: Reference, published: Mapping[str, Published]) -> bool:
    explained = published.get(document_path(reference), Published()).instead
    return is_missing(context, reference) and not explained


def _message(reference: Reference) -> str:
    return f"Dokumentet «{reference.document}» fantes før. Nå leder lenker og utskrifter til det ingen steder."


def _how(reference: Reference) -> str:
    return (
        f"Legg til «tidligere_id: [{reference.document}]» i dokumentet som gjelder nå. "
        f"Hvis det er borte for godt, skriver du hva som gjelder i {FILE}: «{document_path(reference)} -> …»."
    )


def _moved(context: Context, gone: Reference, published: Mapping[str, Published], at: Location) -> Finding:
    """A document that is gone: at the document with a new address that may be the same one; else at the place given."""
    home = [*context.corpus.documents_of(gone.helsefellesskap)]
    new = [document for document in home if document_path(document.reference) not in published]
    if len(new) > 1:
        ids = get_close_matches(gone.document, [document.id for document in new], 1)
        new = [document for document in new if document.id in ids]
    if len(new) != 1 or len(home) == 1:
        return Finding(at, _message(gone), _how(gone))
    hint = f"Er det dette dokumentet som har fått ny id, skriver du «tidligere_id: [{gone.document}]» her. Hvis ikke: {_how(gone)}"
    return Finding(value_at(new[0], "id"), _message(gone), hint, (at,))


def _gone(context: Context, old: Document, published: Mapping[str, Published]) -> Finding:
    """Where to report a lost document: at the id that replaced it in the same file, or at the file that is gone."""
    renamed = next((d for d in context.corpus.documents if d.path == old.path), None)
    if renamed:
        return _renamed(value_at(renamed, "id"), old.id)
    return _moved(context, old.reference, published, Location(old.path))


def _renamed(at: Location, old: str) -> Finding:
    hint = f"Legg til «tidligere_id: [{old}]», eller sett id-en tilbake."
    return Finding(at, f"Id-en var «{old}» før. Lenker til den leder ingen steder.", hint)


def _clauses(context: Context, was: Reference, titles: Mapping[str, str], new: Document) -> Iterator[Finding]:
    """The clauses that are gone without an entry in `tidligere_punkt`."""
    for number, title in titles.items():
        now = context.web.resolve(was.at_clause(number))
        if now in context.web.clauses or number in misnumbered(new):  # AV604 names the heading with a wrong number
            continue
        moved = _with_title(new, title)
        known = moved.number if moved else "…"
        merged = was in context.web.former.merged
        named = (f"Punkt {number} («{title}»)" if title else f"Punkt {number}") + (
            f" i {was.document}" if merged else ""
        )
        former = f"{was.document}#{number}" if merged else number
        hint = f'Skriv hvor det står nå: «tidligere_punkt: {{"{former}": "{known}"}}».'
        near = moved or next((s for s in new.body.sections if s.number == number.split(".")[0]), None)
        at = at_heading(new, near) if near else value_at(new, "id")
        yield Finding(at, f"{named} fantes før, men ikke nå. Gamle avvik og lenker leder ingen steder.", hint)


def _with_title(document: Document, title: str) -> Section | None:
    """The only numbered section with this title."""
    found = [s for s in document.body.sections if s.number and s.title == title]
    return found[0] if len(found) == 1 else None


def _taken_over(titles: Mapping[str, str], new: Document) -> Iterator[Finding]:
    """Clauses whose number now belongs to another clause: an old reference would lead to the wrong text."""
    found = []
    for section in new.body.sections:
        was = titles.get(section.number, section.title)
        moved = _with_title(new, was) if was != section.title else None
        if moved and moved.number not in (section.number, ""):
            found.append((section, was, moved))
    if found:
        section, was, moved = found[0]
        others = f" Det samme gjelder {len(found) - 1} punkt til." if len(found) > 1 else ""
        message = (
            f"Punkt {section.number} var «{was}», som nå er {moved.number}: gamle henvisninger leder feil.{others}"
        )
        hint = f"La «{was}» beholde nummer {section.number}, og gi det nye punktet et nummer som aldri er brukt."
        yield Finding(at_heading(new, section), message, hint, (at_heading(new, moved),))
