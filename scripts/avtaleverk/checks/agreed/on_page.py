"""AV6: who and when in a title, a summary or an answer of the self-test must be on the page too."""

from collections.abc import Iterator
from typing import NamedTuple

from avtaleverk.checks.agreed.basis import AT_ONCE, agreed_spans, durations, page_and_basis
from avtaleverk.checks.agreed.limits import SAME_DAY
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, matches, value_at
from avtaleverk.checks.roles.called import in_text, messages_by_name, role_forms
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_CLOCK = when_used(
    r"\b[Kk]l(?:\.|okk(?:a|en))(?: (?:er|over|etter|før))*[ \u00a0](?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\b"
)
_OWNING = when_used(r"(?<=år|er|ar|gn|ag)s\b")  # «ett års frist», «seks måneders varsel»
_UNITS = ("time", "timar", "dag", "døgn", "uke", "veke", "måned", "månad", "år", "minutt", "kvarter", "min")
_NEXT_DAY = ("neste", "første")
_DAYS = ("hverdag", "virkedag", "arbeidsdag", "kvardag", "yrkedag", "yrkesdag")
# The words for a time, in groups that mean the same.
_TIMES = (
    SAME_DAY,
    ("neste dag", "dagen etter"),
    tuple(f"{which} {day}" for which in _NEXT_DAY for day in _DAYS),
    ("hele døgnet", "heile døgnet", "døgnet rundt"),
    ("hver dag", "kvar dag", "daglig", "dagleg"),
    ("annenhver dag", "annankvar dag"),
    (*AT_ONCE, "med én gang", "med éin gong", "uten opphold", "utan opphald"),
)
_WORD = when_used(r"[\w-]+")
# Words for roles that are also used of others or in other senses: «legen behandler», «en bruker av tjenester».
_ALSO_OTHERS = frozenset(
    ("sykehuset", "sjukehuset", "behandler", "behandlar", "bruker", "brukar", "pasient", "pasienten")
)
# The starts of verbs for deciding and for what is done towards others.
_DEEDS = tuple(
    f" {start}"
    for start in ("avgj", "beste", "vedt", "beta", "vars", "send", "svar", "ring", "henvis", "tilvis", "meld", "skriv")
)
_DOES = when_used(r" \w+r\b")
_SENTENCE = when_used(r"\s(?<=[.!?]\s)")
_STEM = 4
_FOR_ACTION = ("prosedyre", "sjekkliste")
_NO_SIGNS = str.maketrans(".,:;!?", "      ")
_EMERGENCY = when_used(r"(?<![\d-])(?:11[0-3]|116 117)(?![\d-])")
_NAMES = {"tittel": "tittelen", "sammendrag": "sammendraget", "sporsmal": "svaret"}


class _Unsaid(NamedTuple):
    words: str
    what: str  # what they tell: «Rollen», «Tiden»


@document_rule(
    "AV640",
    "Siden sier ikke det som står i tittelen eller sammendraget",
    Severity.ADVARSEL,
    needs=("roller",),
    # a time in the title that is not the agreed one
    follows=("AV111", "AV517", "AV207", "AV608", "AV635", "AV636", "AV639", "AV709"),
)
def not_on_page(context: Context, document: Document) -> Iterator[Finding]:
    """«Fastlegen svarer innen 3 timer» in a summary, of a page that names no fastlege and no three hours."""
    if context.lacks_basis(document):
        return
    yield from _number_alone(document)
    for where, text, more in _short_texts(context, document):
        for words, what in dict.fromkeys(_unsaid(context, document, text, more)):
            message = f"{what} «{words}» står i {_NAMES[where]}, men verken på siden eller i avtalepunktene som den bygger på."
            hint = f"{_meant(context, document, words, what)} Hvis det er siden som er feil, retter du den."
            yield Finding(value_at(document, where, text), message, hint)


def _meant(context: Context, document: Document, words: str, what: str) -> str:
    """What the page says instead: the only time of that unit, or its roles."""
    unit = words.split()[-1].casefold()
    spans = dict.fromkeys(span for span, _ in durations(document.body.text) if span.casefold().endswith(f" {unit}"))
    if what == "Tiden" and len(spans) == 1:
        return f"Skriv «{next(iter(spans))}», som siden sier."
    if what == "Rollen" and document.roles:
        return f"Skriv en av rollene på siden: {in_text(context, document.roles, document)}."
    return "Skriv det som siden sier."


def _number_alone(document: Document) -> Iterator[Finding]:
    """«Ring 113» in the summary of a page that says 112."""
    texts = (("tittel", document.title), ("sammendrag", document.summary)) if document.type in _FOR_ACTION else ()
    for where, text in texts:
        for found in _EMERGENCY.finditer(text) if "11" in text else ():
            if found[0] not in document.body.text and _EMERGENCY.search(document.body.text):
                there = _EMERGENCY.search(document.body.text)
                other, at = (there[0], in_body(document, there.start())) if there else ("", document.at(where))
                message = f"Nummeret «{found[0]}» står i {_NAMES[where]}, men siden sier «{other}»."
                hint = f"Skriv «{other}». Hvis det er siden som er feil, retter du den."
                yield Finding(value_at(document, where, text), message, hint, (at,))


def _short_texts(context: Context, document: Document) -> Iterator[tuple[str, str, str]]:
    """Each short text about the page: what it is, its words, and what else than the page it may rest on."""
    yield "tittel", document.title, ""
    yield "sammendrag", document.summary, ""
    for question in document.questions:
        clause = context.clause(question.clause)
        yield "sporsmal", question.answer, f"{question.text} {context.words_under(*clause) if clause else ''}"


def _unsaid(context: Context, document: Document, text: str, more: str) -> Iterator[_Unsaid]:
    """What the text says and neither the page, its clauses nor `more` do."""
    yield from _spans(context, document, text, more)
    yield from _clocks(context, document, text, more)
    folded = text.casefold()
    for group in _TIMES:
        for words in group:
            if words in folded and not any(other in _page_and(context, document, more) for other in group):
                yield _Unsaid(words, "Tiden")
    yield from _messages(context, document, text, more)
    roles = [*_roles(context, document, text, more)]
    yield from roles or _deeds(context, document, text, more)


def _messages(context: Context, document: Document, text: str, more: str) -> Iterator[_Unsaid]:
    """«Send epikrise» in the title of a page about another message."""
    if more or not document.messages:
        return
    folded = text.casefold()
    is_named = not context.once(_first_words).isdisjoint(folded.translate(_NO_SIGNS).split())
    for name, message in context.once(messages_by_name).items() if is_named else ():
        if name in folded and message.id not in document.messages and name not in _page_and(context, document, more):
            yield _Unsaid(name, "Meldingen")


def _first_words(context: Context) -> frozenset[str]:
    return frozenset(name.split()[0] for name in context.once(messages_by_name))


def _page_and(context: Context, document: Document, more: str = "") -> str:
    """The words of a page, of the clauses that it rests on and of `more`, in lower case."""
    return f"{context.known(page_and_basis, document)}\n{more.casefold()}"


def _spans(context: Context, document: Document, text: str, more: str) -> Iterator[_Unsaid]:
    has_unit = any(unit in text for unit in _UNITS)
    for words, length in durations(_OWNING.sub("", text)) if has_unit else ():
        if words.casefold() in context.known(page_and_basis, document):
            continue
        known = {m for _, m in durations(_OWNING.sub("", _page_and(context, document, more)))}
        if length not in known | {m for _, m, _ in agreed_spans(context, document)}:
            yield _Unsaid(words, "Tiden")


def _clocks(context: Context, document: Document, text: str, more: str) -> Iterator[_Unsaid]:
    found = [*_CLOCK.finditer(text)] if "kl" in text or "Kl" in text else []
    known = {_hour(*clock.groups()) for clock in _CLOCK.finditer(_page_and(context, document, more) if found else "")}
    yield from (_Unsaid(clock[0], "Klokkeslettet") for clock in found if _hour(*clock.groups()) not in known)


def _hour(hour: str, minute: str | None) -> tuple[int, int]:
    return int(hour), int(minute or 0)


def _roles(context: Context, document: Document, text: str, more: str) -> Iterator[_Unsaid]:
    forms, entries = context.once(role_forms), context.corpus.registers.roller.entries
    for word in _WORD.findall(text.casefold()):
        roles = forms.get(word)
        if not roles or word in _ALSO_OTHERS or roles & {*document.roles, *document.contacts}:
            continue
        page = _page_and(context, document, more)
        called = {word[: max(5, len(word) - 3)], *(n.casefold() for role in roles for n in entries[role].names)}
        if not any(name in page for name in called):
            yield _Unsaid(word, "Rollen")


def _deeds(context: Context, document: Document, text: str, more: str) -> Iterator[_Unsaid]:
    """«Tildelingskontoret avgjør», where a step gives that to someone else and no sentence has both words."""
    entries = context.corpus.registers.roller.entries
    for found in matches(_DOES, _DEEDS, text):
        who, verb = "".join(_WORD.findall(text[: found.start()])[-1:]), found[0].strip().casefold()
        roles = context.once(role_forms).get(who.casefold()) if who.casefold() not in _ALSO_OTHERS else None
        if not roles:
            continue
        called = {who.casefold()[: _STEM + 2], *(name.casefold() for role in roles for name in entries[role].names)}
        stem = verb[:_STEM]
        lines = [line for line in _page_and(context, document, more).split("\n") if stem in line]
        told = {line.partition(":")[0] for line in lines if f": {stem}" in line or f". {stem}" in line}
        doing = (sentence for line in lines for sentence in _SENTENCE.split(line) if stem in sentence)
        if told and not any(name in words for words in (*told, *doing) for name in called):
            yield _Unsaid(f"{who} {verb}", "Setningen")
