"""What a clause denies and the page does not, or the other way: «Krev ny vurdering» for «uten ny vurdering»."""

from collections.abc import Iterator
from functools import lru_cache

from avtaleverk.checks.agreed.basis import clauses, is_changed
from avtaleverk.checks.agreed.same_task import same_tasks
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading, in_body, in_section, in_words, value_at
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.place import standing
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.links.sentences import sentence_around
from avtaleverk.patterns import when_used

_WITHOUT = when_used(r"\b(?P<no>uten|utan) (?P<what>[\w-]+ [\w-]+ [\w-]+(?: [\w-]+)?)")
_OTHER = "Hvis det er det andre stedet som er feil, retter du det."
_FIRST = "Hvis det er avtalen som er feil, rettes den først."
_NOT = {"nb": "ikke", "nn": "ikkje"}
_DENIED = when_used(r"\b(?:ikke|ikkje|aldri|ingen|inga|uten|utan|nei|verken|korkje|unngå|nekt\w+|slipp\w*)\b")


def lost_without(context: Context, document: Document) -> Iterator[Finding]:
    """Sentences that have what a clause says is to be left out, and no word that denies it."""
    for agreement, section in clauses(context, document):
        for no, what in _left_out(context.words_under(agreement, section)):
            for at in _told(document, what):
                there = at_heading(agreement, section)
                message = f"Her står «{what}», men avtalen sier «{no} {what}» ({in_words(there)})."
                denied = _NOT.get(document.language, "ikke")
                yield Finding(at, message, f"Skriv «{denied} {what}». {_FIRST}", (there,))


def other_denial(context: Context, document: Document) -> Iterator[Finding]:
    """«Send ikke faktura», where the clause or another part of the page says that the same one sends it."""
    for one, same in context.known(same_tasks, document):
        if any(other.task.denied == one.task.denied for other in same):
            continue
        other = same[0]
        if other.clause and is_changed(context, document, *other.clause):
            message = f"Her står «{other.task.sentence}», men {document.id} sier «{one.task.sentence}»."
            denied = _NOT.get(document.language, "ikke")
            mend = f"Sett inn «{denied}»" if one.task.denied else f"Ta bort «{denied}»"
            hint = f"{mend} her. Hvis det er punktet som er riktig, retter du {document.id}."
            yield Finding(in_section(*other.clause, other.task.sentence), message, hint, (one.at,))
            continue
        what = "avtalen" if other.clause else other.part
        message = f"Her står «{one.task.sentence}», men {what} sier «{other.task.sentence}» ({in_words(other.at)})."
        denied = _NOT.get(document.language, "ikke")
        hint = f"Sett inn «{denied}»" if other.task.denied else f"Ta bort «{denied}»"
        hint = f"{hint}, så her står det samme. {_FIRST if other.clause else _OTHER}"
        yield Finding(one.at, message, hint, (other.at,))


@lru_cache(maxsize=1024)
def _left_out(text: str) -> tuple[tuple[str, str], ...]:
    """What a clause says is to be left out, in lower case, with the word before it."""
    found = _WITHOUT.finditer(text) if "uten " in text or "utan " in text else ()
    return tuple(dict.fromkeys((one["no"], one["what"].lower()) for one in found))


def _told(document: Document, what: str) -> Iterator[Location]:
    """Where the document has the words in a sentence that does not deny them."""
    text = document.body.text.lower()
    yield from (in_body(document, at) for at in standing((what,), text) if not _is_denied(text, at))
    for key, value in (("sammendrag", document.summary), *(("sporsmal", one.answer) for one in document.questions)):
        if (at := value.lower().find(what)) >= 0 and not _is_denied(value.lower(), at):
            yield value_at(document, key, value)


def _is_denied(text: str, at: int) -> bool:
    return _DENIED.search(sentence_around(text, at)) is not None
