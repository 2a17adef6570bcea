"""AV4: the words of a link must say where it leads."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator

from avtaleverk.checks.context import Context, by_path
from avtaleverk.checks.places import in_line
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.corpus.outline import inline_text, slug
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.links.mentions import Mention
from avtaleverk.links.sentences import sentence_around
from avtaleverk.links.web import Link, text_target
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_EMPTY = ("her", "klikk her", "trykk her", "les mer", "les meir", "mer", "meir", "denne", "lenke", "lenkje", "link")
_CLAUSE = when_used(r"\b(?:punkt|pkt\.?)\s(\d+(?:\.\d+)*)", re.IGNORECASE)
_AGREEMENT = when_used(r"\b(?:del|tjeneste|teneste|sær)avtale (\d+)", re.IGNORECASE)
_NUMBERED = ("delavtale", "saeravtale")
_NUMBER = when_used(r"\d+(?:\.\d+)*")
_MANY = 2  # other documents that say the same
# The prefixes of document ids: procedures, guidelines, checklists, pathways.
_KINDS = ("p-", "r-", "s-", "f-")


@document_rule("AV414", "Ordene i lenken sier ikke hvor den fører", Severity.ADVARSEL)
def words_of_links(context: Context, document: Document) -> Iterator[Finding]:
    """Links are read out of context, where words like «her» say nothing."""
    for link in document.body.links:
        words = link.text.strip().casefold().rstrip(".:")
        if words in _EMPTY or (not words and link.href and not link.image):  # AV616 names a picture
            shown = f"«{link.text.strip()}» sier ikke hvor lenken fører." if words else "Lenken har ingen ord."
            target = text_target(document.path, link.href, context.once(by_path))
            found = context.document(target) if target else None
            hint = f"Skriv hva leseren finner der: [{found.title if found else 'tittelen på siden'}]({link.href})."
            yield Finding(Location(document.path, link.line, link.column), shown, hint)
    yield from _to_another(context, document)
    yield from _unlike_others(context, document)
    yield from _of_another_step(context, document)


def _of_another_step(context: Context, document: Document) -> Iterator[Finding]:
    """«| 9 Fastlege | [Varsler](p-epikrise.md) |», where step 9 has another document."""
    rows = defaultdict[int, list[Link]](list)
    for link in context.web.outgoing.get(document.reference, ()) if document.steps else ():
        if link.relation == "lenke":
            rows[link.at.line].append(link)
    lines = document.body.text.split("\n") if rows else []
    for line, links in rows.items():
        number = lines[line - document.body.first_line].lstrip("| ").partition(" ")[0]
        step = next((step for step in document.steps if step.number == number and step.documents), None)
        led = {name for link in links for name in (link.target.document, context.web.resolve(link.target).document)}
        if step and led.isdisjoint(step.documents):
            message = f"Lenken fører til {links[0].target.document}, men steg {number} ({step.title}) har {', '.join(step.documents)}."
            hint = f"Før lenken til {step.documents[0]}. Er det steget som er feil, retter du «dokumenter» på linje {step.at.line}."
            yield Finding(links[0].at, message, hint, (step.at,))


def _unlike_others(context: Context, document: Document) -> Iterator[Finding]:
    """«Kvar part kan seie han opp etter punkt 14.2», where the same sentence elsewhere has 14.3."""
    for mention, clause, sentence in context.known(_sentences, document):
        others = [told for told in context.once(_told)[sentence] if told[0] is not document]
        theirs = {other.clause for _, other in others}
        if len(others) >= _MANY and len(theirs) == 1 and (right := theirs.pop()) != clause.clause:
            found = context.corpus.clause(others[0][1])
            title = f" («{found[1].title}»)" if found else ""
            message = f"Her står «{mention.text}», men {len(others)} andre dokumenter viser til punkt {right}{title} i den samme setningen."
            hint = f"Skriv «{mention.text.replace(clause.clause, right)}». Er det et annet punkt som er ment, skriver du det i setningen."
            yield Finding(in_line(document, mention.line, mention.text), message, hint)


def _told(context: Context) -> dict[tuple[str, str], list[tuple[Document, Reference]]]:
    """The clauses that the documents mention, by their agreement and the sentence without numbers."""
    told = defaultdict(list)
    for document in context.corpus.documents:
        for _, clause, sentence in context.known(_sentences, document):
            told[sentence].append((document, clause))
    return told


def _sentences(context: Context, document: Document) -> list[tuple[Mention, Reference, tuple[str, str]]]:
    told = []
    found = context.web.mentions[document.path].found if "punkt" in document.body.words else {}
    for index, mentions in found.items():
        for mention in mentions:
            if isinstance(mention.target, Reference) and mention.target.clause:
                clause, text = context.web.resolve(mention.target), inline_text(document.body.tokens[index])
                sentence = sentence_around(text, max(text.find(mention.text), 0))
                told.append((mention, clause, (str(clause.whole), _NUMBER.sub("", sentence))))
    return told


def _to_another(context: Context, document: Document) -> Iterator[Finding]:
    """Links whose words name another document than the one they lead to."""
    home = document.home
    words_at = {(link.line, link.column): link.text for link in document.body.links}
    for link in context.web.outgoing.get(document.reference, ()) if words_at else ():
        if link.relation != "lenke":
            continue
        words = words_at.get(link.at[1:], "")
        if misled := list(_to_another_agreement(context, link, words)):
            yield from misled
            continue
        if clause := link.target.clause:
            yield from _to_another_clause(link.at, words, {clause, context.web.resolve(link.target).clause})
            continue
        name = slug(words)
        if name in link.target.document:
            continue
        meant = [one for start in _KINDS if (one := Reference(home, start + name)) in context.corpus.by_reference]
        target = context.web.resolve(link.target)
        found = context.corpus.document(target) if meant and target not in meant else None
        if found and name not in f"{found.id} {slug(found.title)}":
            message = f"Ordene «{words}» er navnet på {meant[0].document}, men lenken fører til {target.document}."
            other = context.corpus.by_reference[meant[0]].path
            there = posixpath.relpath(other, posixpath.dirname(document.path))
            yield Finding(link.at, message, f"Skriv [{words}]({there}), eller si i ordene hvor lenken fører.")


def _to_another_agreement(context: Context, link: Link, words: str) -> Iterator[Finding]:
    """A link whose words have the number of another agreement than the one it leads to."""
    named = _AGREEMENT.findall(words)
    found = context.document(link.target) if named else None
    if found and found.number and found.type in _NUMBERED and found.number not in named:
        message = f"Ordene sier avtale {named[0]}, men lenken fører til {found.id} ({found.title})."
        hint = f"Rett filnavnet i adressen, eller skriv nummer {found.number} i ordene."
        yield Finding(link.at, message, hint)


def _to_another_clause(at: Location, words: str, clauses: set[str]) -> Iterator[Finding]:
    """A link whose words name clauses, none of which is its target or the chapter of that."""
    named = _CLAUSE.findall(words)
    if named and not any(f"{clause}.".startswith(f"{one}.") for clause in clauses for one in named):
        message = f"Ordene sier punkt {named[0]}, men lenken fører til punkt {max(clauses)}."
        yield Finding(at, message, f"Skriv #{named[0]} i adressen, eller punkt {max(clauses)} i ordene.")
