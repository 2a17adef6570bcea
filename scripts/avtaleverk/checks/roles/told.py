"""Receivers in the text of an agreement, in steps that keep a deadline, and in tables of messages."""

from collections.abc import Iterator
from typing import NamedTuple

from avtaleverk.checks.agreed.kept import Begun, begun, kept_in
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_line, in_section
from avtaleverk.checks.roles.called import RolesByForm, in_text, messages_by_name, role_forms, roles_called
from avtaleverk.checks.roles.senders import side_of
from avtaleverk.checks.tables import Cell, tables
from avtaleverk.corpus.model import Deadline, Document, Message
from avtaleverk.corpus.steps import PARTIES
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.links.agreed_messages import SENDS
from avtaleverk.patterns import when_used

_SENT_TO = when_used(r"sende(?<!\wsende)(?:r|s|st)?\b(?P<what>[^.:!?\n]*?)\btil (?P<to>[^.:!?\n]*)")
_EACH = when_used(r"\btil ")  # «til fastlegen, til den som la inn pasienten, og til …»
_TO = when_used(r"\btil ([^.:!?]*)")
NO_MORE = when_used(
    r"\b(?:hva|kva|hvem|kven|at|ved|innen|innan|når|før|etter|om|som|hvis|der|i|på|for|fra|frå|og (?:gi|legg|ring|skriv|spør))\b"
)
_WORD = when_used(r"[\w-]+")
_VERB = 4  # letters by which a verb is known
_LONGEST = 4  # words in the name of a role
_ANYBODY = {*PARTIES, "sykehuset", "sjukehuset", "sykehus", "sjukehus", "kommune", "pasienten", "pasient"}
_SIDES = {"sykehuset": "helseforetak", "sjukehuset": "helseforetak"} | PARTIES
_MESSAGE = ("melding", "dette send")
_AND = (", og ", " og ", " (")
_RECEIVING, _SENDING = ("til", "mottak", "hit"), ("fra", "frå", "avsend")


def roles_in(words: str, forms: RolesByForm) -> Iterator[tuple[str, frozenset[str]]]:
    """The roles named in the words, each with its own words; parties and the hospital as a whole are no roles."""
    found, at = _WORD.findall(words), 0
    while at < len(found):
        for count in range(min(_LONGEST, len(found) - at), 0, -1):
            name = " ".join(found[at : at + count])
            if (roles := roles_called(name, forms)) and name.casefold() not in _ANYBODY:
                yield name, roles
                at += count - 1
                break
        at += 1


def sent_in_agreement(context: Context, document: Document) -> Iterator[Finding]:
    """«Sende tidligmelding til fastlegen», when neither the message nor a deadline of the clause has that receiver."""
    forms, known = context.once(role_forms), context.once(messages_by_name)
    for section in document.body.sections if "send" in document.body.text else ():
        words = context.words_under(document, section)
        for found in _SENT_TO.finditer(words) if "sende" in words else ():
            what = found["what"].casefold()
            message = next((known[name] for name in known if name in what), None)
            to = {role for d in document.own_deadlines if d.clause == section.number for role in d.to}
            told = " , ".join(NO_MORE.split(part)[0] for part in _EACH.split(found["to"])) if message else ""
            for word, roles in roles_in(told, forms):
                if message and not roles & {*message.receivers, *to}:
                    yield _strange(context, document, in_section(document, section, word), word, message)


def sent_in_table(context: Context, document: Document) -> Iterator[Finding]:
    """A table row about a message, with a receiver or sender that the message does not have."""
    if "|" not in document.body.text:
        return
    known = context.once(messages_by_name)
    for row in (row for table in context.known(tables, document) for row in table.rows):
        if message := _message_of(row, known):
            yield from _in_row(context, document, row, message)


def _in_row(context: Context, document: Document, row: list[Cell], message: Message) -> Iterator[Finding]:
    wrong = [end for end in _ends(context, row) if not _is_of(context, message, end)]
    are_exchanged = len(wrong) > 1 and all(_is_of(context, message, end.other_way()) for end in wrong)
    for end in wrong[:1] if are_exchanged else wrong:
        at = in_line(document, end.cell.line, end.cell.words)
        strange = _strange(context, document, at, end.word, message, sends=end.sends)
        yield strange._replace(hint="Bytt om avsender og mottaker i raden.") if are_exchanged else strange


class _End(NamedTuple):
    """A cell that says who sends or gets a message: a word of it, the roles in it, and the party that it names whole."""

    cell: Cell
    sends: bool
    word: str
    roles: frozenset[str]
    side: str

    def other_way(self) -> "_End":
        return self._replace(sends=not self.sends)


def _ends(context: Context, row: list[Cell]) -> Iterator[_End]:
    forms = context.once(role_forms)
    for cell in row:
        is_from = cell.head.casefold().startswith(_SENDING)
        told = cell.words if is_from or cell.head.casefold().startswith(_RECEIVING) else ""
        words = " ".join(word for word in told.split() if "@" not in word).strip(" .,")
        short = roles_called(f"kommunens {words}", forms) | roles_called(f"{words} i kommunen", forms)
        named = [(words, short)] if short else [*roles_in(words, forms)]
        side = _SIDES.get(words.casefold(), "")
        if named or side:
            yield _End(cell, is_from, named[0][0] if named else words, frozenset().union(*(r for _, r in named)), side)


def _is_of(context: Context, message: Message, end: _End) -> bool:
    """Whether a message is one that they send, or get."""
    having = message.senders if end.sends else message.receivers
    sides = {side_of(context, role) for role in having}
    return not end.roles.isdisjoint(having) if end.roles else not sides or not sides.isdisjoint((end.side, "begge", ""))


def _message_of(row: list[Cell], known: dict[str, Message]) -> Message | None:
    """The message that a cell of the row names: by a name of its own, or by how the name of one message alone starts or ends;
    of several in a cell the first."""
    written = [cell.words.casefold() for cell in row]
    if exact := next((known[words] for words in written if words in known), None):
        return exact
    for cell, words in zip(row, written, strict=True):
        if cell.head.casefold().startswith(_MESSAGE):
            first = next((known[name] for name in known if words.startswith(tuple(name + more for more in _AND))), None)
            part = {m.id: m for name, m in known.items() if name.startswith(f"{words} ") or name.endswith(f" {words}")}
            return next(iter(part.values())) if len(part) == 1 else first
    return None


def kept_towards_others(context: Context, document: Document) -> Iterator[Finding]:
    """A step that keeps a deadline towards another receiver than the agreed ones."""
    forms = context.once(role_forms)
    for step in context.known(begun, document):
        for sentence, kept in kept_in(step):
            deadline, words = _own(step, kept, sentence, roles_called(step.actor, forms)), sentence.casefold()
            if not deadline:
                continue
            own = deadline.what.casefold()
            sent = _TO.search(words) if own.startswith(SENDS) else None
            told = sent[1] if sent else "" if own.startswith(SENDS) else words.partition(" ")[2]
            found = [(w, roles) for w, roles in roles_in(NO_MORE.split(told)[0], forms) if w not in own]
            if found and deadline.to and not any(roles & {*deadline.to, deadline.by} for _, roles in found):
                to = in_text(context, deadline.to, document)
                message = f"Steget går til «{found[0][0]}», men fristen «{deadline.id}» er avtalt overfor: {to}."
                hint = f"Skriv «{to}»{' eller en av dem' if ', ' in to else ''} i stedet. Hvis «til» i avtalen er feil, rettes den først."
                at = in_line(document, step.at.line, found[0][0])
                yield Finding(at, message, hint, (deadline.at,))


def _own(step: Begun, kept: Deadline, sentence: str, actor: frozenset[str]) -> Deadline | None:
    """The deadline of the one who acts, when others have one like it; none where only a part of the step keeps it for others."""
    like = [d for _, d in step.deadlines if d.what.partition(" ")[0] == kept.what.partition(" ")[0]]
    mine = [d for d in like if d.within == kept.within and d.by in actor]
    is_whole = kept.what.casefold().startswith(sentence.strip(" [*").casefold()[:_VERB])
    return mine[0] if mine else kept if is_whole else None


def _strange(
    context: Context, document: Document, at: Location, word: str, message: Message, *, sends: bool = False
) -> Finding:
    what, field = ("avsender", "avsender") if sends else ("mottaker", "mottakere")
    known = in_text(context, (message.senders if sends else message.receivers)[:4], document)
    write = f"Skriv en av disse: {known}." if ", " in known else f"Skriv «{known}»."
    hint = f"{write} Hvis det er registeret som er feil, ber du sekretariatet rette «{field}» i meldinger.yml."
    text = f"«{word}» er ingen {what} av meldingen «{message.name}» etter meldinger.yml."
    return Finding(at, text, hint, (message.at,))
