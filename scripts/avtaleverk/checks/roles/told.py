"""Receivers in the text of an agreement, in steps that keep a deadline, and in tables of messages."""

from collections.abc import Iterator

from avtaleverk.checks.agreed.kept import Begun, begun, kept_in
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_line, in_section
from avtaleverk.checks.roles.called import RolesByForm, in_text, messages_by_name, role_forms, roles_called
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
    r"\b(?:ved|innen|innan|når|før|etter|om|som|hvis|der|i|på|for|fra|frå|og (?:gi|legg|ring|skriv|spør))\b"
)
_WORD = when_used(r"[\w-]+")
_VERB = 4  # letters by which a verb is known
_LONGEST = 4  # words in the name of a role
_ANYBODY = {*PARTIES, "sykehuset", "sjukehuset", "sykehus", "sjukehus", "kommune", "pasienten", "pasient"}
_MESSAGE = ("melding", "meldingar", "meldinger")
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
    forms, known = context.once(role_forms), context.once(messages_by_name)
    for row in (row for table in context.known(tables, document) for row in table.rows):
        message = _message_of(row, known)
        for cell in row if message else ():
            is_to, is_from = cell.head.casefold().startswith(_RECEIVING), cell.head.casefold().startswith(_SENDING)
            told = [*roles_in(cell.words, forms)] if is_to or is_from else []
            having = {*message.receivers} if message and is_to else {*message.senders} if message else set()
            if message and told and not any(roles & having for _, roles in told):
                at = in_line(document, cell.line, cell.words)
                strange = _strange(context, document, at, told[0][0], message, sends=is_from)
                others = {*message.senders} if is_to else {*message.receivers}
                if any(roles & others for _, roles in told):
                    strange = strange._replace(hint="Bytt om avsender og mottaker i raden.")
                yield strange


def _message_of(row: list[Cell], known: dict[str, Message]) -> Message | None:
    """The message that a cell of the row names: by a name of its own, or by how the name of one message alone starts."""
    written = [cell.words.casefold() for cell in row]
    if exact := next((known[words] for words in written if words in known), None):
        return exact
    for cell, words in zip(row, written, strict=True):
        begun = {m.id: m for name, m in known.items() if name.startswith(f"{words} ")}
        if len(begun) == 1 and cell.head.casefold() in _MESSAGE:
            return next(iter(begun.values()))
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
