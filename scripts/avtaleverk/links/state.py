"""Suspect links: what a document rested on when it was last reviewed, and what has changed since.

A stamp is a line for each thing that the document rests on, with a short fingerprint of its content. It is written
by `avtaleverk review` into `agreements/<helsefellesskap>/tilstand.yml`, which nobody edits by hand.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import partial
from hashlib import sha256

from avtaleverk.corpus.model import Corpus, Deadline, Document, Reference
from avtaleverk.corpus.outline import plain
from avtaleverk.links.names import Named

REVIEWED = "gjennomgang"
# What is not content: where an entry stands, where it was read and when, the names it goes by in text, which of its
# receivers every page names, and the words of the other målform for how it is sent.
_ASIDE = frozenset({"at", "source", "checked", "also_called", "always_to", "channel_nn"})

Basis = dict[str, str]
Known = dict[Hashable, str]
Deadlines = Mapping[tuple[str, str], tuple[Document, Deadline]]
Resolve = Callable[[Reference], Reference]


def basis(
    corpus: Corpus, document: Document, deadlines: Deadlines, resolve: Resolve, known: Known | None = None
) -> Basis:
    """Everything that the document rests on, each with its present fingerprint. `known` caches fingerprints."""
    known, found = {} if known is None else known, {}
    for key, what, look_up in _things(corpus, document, deadlines, resolve):
        if (fingerprint := known.get(what)) is None:
            thing = look_up()
            fingerprint = known[what] = "" if thing is None else _digest(thing)
        if fingerprint:
            found[key] = fingerprint
    return found


Thing = tuple[str, Hashable, Callable[[], object]]


def _things(corpus: Corpus, document: Document, deadlines: Deadlines, resolve: Resolve) -> Iterator[Thing]:
    """For each thing that the document rests on: its key in a stamp, its key in the whole corpus, and how to look it up."""
    registers, space = corpus.registers, document.home
    if document.parent:
        parent = resolve(document.parent)
        yield f"under:{document.under}", ("under", parent), partial(_text, corpus, parent)
    for target in document.hjemmel:
        clause = resolve(target)
        yield f"punkt:{target.document}#{target.clause}", ("punkt", clause), partial(_clause, corpus, clause)
    for register, entries, named in (
        ("lovkrav", registers.lovkrav.entries, document.lovkrav),
        ("meldinger", registers.meldinger.entries, document.messages),
        ("satser", registers.satser.entries, document.rates),
        ("kilder", registers.kilder.entries, document.builds_on),
    ):
        for id in named:
            yield f"{register}:{id}", (register, id), partial(entries.get, id)
    for item in document.deadlines:
        if isinstance(item, str) and (space, item) in deadlines:
            yield f"frister:{item}", ("frister", space, item), partial(deadlines[space, item].__getitem__, 1)


def _text(corpus: Corpus, target: Reference) -> object:
    document = corpus.document(target)
    return document.body.text.split() if document else None


def _clause(corpus: Corpus, target: Reference) -> object:
    if not (clause := corpus.clause(target)):
        return None
    document, section = clause
    return [section.title, plain(document.body.tokens_of(section)).split()]


def _digest(thing: object) -> str:
    return sha256(repr(_content(thing)).encode()).hexdigest()[:8]


def _content(thing: object) -> object:
    """The content of an entry as plain values in a fixed order."""
    if isinstance(thing, str):
        return str(thing)
    if names := getattr(thing, "_fields", ()):
        return [(name, _content(getattr(thing, name))) for name in names if name not in _ASIDE]
    if isinstance(thing, Mapping):
        return sorted((key, _content(value)) for key, value in thing.items())
    if isinstance(thing, list):  # of words
        return thing
    if isinstance(thing, tuple):
        return [_content(item) for item in thing]
    return str(thing)


def changes(corpus: Corpus, deadlines: Deadlines, resolve: Resolve) -> Callable[[Document], tuple[str, ...]]:
    """A function from a document to the keys of what it rests on that changed after its last review."""
    known: Known = {}

    def changed_under(document: Document) -> tuple[str, ...]:
        stamp = stamp_of(corpus, document)
        if not stamp or is_stale(document, stamp):
            return ()
        now = basis(corpus, document, deadlines, resolve, known)
        return tuple(key for key in now if key in stamp and stamp[key] != now[key])

    return changed_under


def stamp_of(corpus: Corpus, document: Document) -> Mapping[str, str]:
    """The document's stamp, empty when it has none."""
    return corpus.space_of(document).stamps.get(document.id, {})


def is_stale(document: Document, stamp: Mapping[str, str]) -> bool:
    """Whether the document was reviewed after it was stamped, so that the stamp is out of date."""
    return bool(document.last_review and stamp and document.last_review.isoformat() > stamp.get(REVIEWED, ""))


def described(corpus: Corpus, document: Document, key: str) -> tuple[str, Reference | Named | None]:
    """The name of what a stamp's key stands for, and where it leads."""
    kind, _, id = key.partition(":")
    space = document.home
    if kind in ("under", "punkt"):
        target = Reference.parse(id, space)
        found = corpus.document(target)
        name = found.short_title if found else id
        return (f"{name} punkt {target.clause}" if target.clause else name), target
    if kind == "lovkrav" and id in corpus.registers.lovkrav.entries:
        return corpus.registers.lovkrav.entries[id].short, Named(kind, id)
    if kind == "meldinger" and id in corpus.registers.meldinger.entries:
        return corpus.registers.meldinger.entries[id].name, Named(kind, id)
    if kind == "satser" and id in corpus.registers.satser.entries:
        return corpus.registers.satser.entries[id].name, None
    if kind == "kilder" and id in corpus.registers.kilder.entries:
        return corpus.registers.kilder.entries[id].title, None
    return f"fristen «{id}»", None
