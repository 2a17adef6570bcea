"""AV1: the questions of the self-test must have one right answer, and it must be the one on the page."""

from collections.abc import Iterator
from functools import lru_cache

from avtaleverk.checks.agreed.basis import agreed_spans, durations, is_changed, page_and_basis
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_section, value_at
from avtaleverk.checks.roles.called import RolesByForm, every_form, in_text, role_forms, role_names
from avtaleverk.checks.roles.told import roles_in
from avtaleverk.corpus.duration import PATTERN, minutes
from avtaleverk.corpus.model import Document, Question
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_SENTENCE = when_used(r"\s(?<=[.!?:]\s)\s*")
_WORD = when_used(r"\d+|\w{4,}")
_STEM, _TELLING = 6, 2  # letters by which a word is known in all its forms, and words that say something
_WHO_GETS = when_used(r"(?:Hvem|Kven)(?: i \w+)? (?:får|skal ha|mottar|tar imot|tek imot)\b")
_WHO = when_used(r"(?:hvem|kven)(?:(?<=^....)|(?<=[.!?] ....))\b")
_LONG = 4  # letters of a word that says what is to be done
_OPPOSITES = {"bindende": "rådgivende", "bindande": "rådgjevande", "skriftlig": "muntlig", "skriftleg": "munnleg"}
_OPPOSITES |= {other: word for word, other in _OPPOSITES.items()}
_SAID, _UNSAID = 0.75, 0.34  # how much of an answer stands in one sentence
_WHICH = "Ett av dem er feil. Se etter i avtalepunktet: er det «svar» som er galt, retter du det. Er «svar» riktig, skriver du noe annet under «galt»."
# A «nei» must agree with a sentence that says «ikke».
_ANSWER = when_used(r"(?P<says>Ja|Nei)\b")
_CLAUSE_PART = when_used(r"\s(?<=[.!?:;]\s)\s*|\n")
_ANSWER_WORD = when_used(r"[^\W\d_]{4,}")
_SHORT_STEM, _FEW, _MOST = 5, 3, 0.8  # letters of a stem; fewest words of a question; their share in one sentence
_ALIKE = 0.6  # their share in the sentence that has most of them
_SMALL = frozenset(("skal", "kunne", "eller", "også", "pasienten", "ikke", "ikkje", "uten", "utan", "aldri"))
_DENIED = when_used(r"\b(?:ikke|ikkje|aldri|ingen|inga|uten|utan|verken|korkje|nekt\w+|forb\w+)\b")


@document_rule("AV111", "Svaret i selvtesten kan ikke stemme")
def wrong_answers(context: Context, document: Document) -> Iterator[Finding]:
    """The right answer must not be among the wrong ones, no answer may be repeated, and a deadline must be the page's."""
    for question in document.questions:
        if repeated := [*_repeated(document, question)]:
            yield from repeated
            continue
        if context.lacks_basis(document):
            continue
        if wrong := _said_instead(context, document, question):
            message = f"Siden sier «{wrong}», som står under «galt», og ikke «{question.answer}»."
            hint = f"Skriv «svar: {wrong}», og flytt «{question.answer}» til «galt». Hvis svaret er riktig, skriver du et galt svar som ikke står på siden."
            yield Finding(value_at(document, "sporsmal", question.answer), message, hint)
        yield from _other_receiver(context, document, question)
        yield from _other_doer(context, document, question)
        yield from _opposite(context, document, question)
        yield from _other_answer(context, document, question)
        yield from _other_subject(context, document, question)
        for found in PATTERN.finditer(question.answer):
            if not _is_allowed(minutes(found), context, document, question):
                message = f"Svaret er «{question.answer}», men «{found[0]}» står verken på siden eller i avtalen."
                at = value_at(document, "sporsmal", question.answer)
                yield Finding(at, message, _right(found["unit"], _known(context, document, question)))


def _other_receiver(context: Context, document: Document, question: Question) -> Iterator[Finding]:
    """«Hvem skal ha tidligmeldingen?», answered with another receiver than that of the clause's deadline."""
    if not question.clause or not _WHO_GETS.match(question.text):
        return
    clause = context.web.resolve(question.clause)
    agreed = [d for a, d in context.web.deadlines_of(document) if a.reference.at_clause(d.clause) == clause]
    receivers = {role for deadline in agreed for role in deadline.to}
    known = (context.once(role_forms), context.once(_last_words)) if receivers else ()
    told = next((found for forms in known if (found := [*roles_in(question.answer, forms)])), [])
    if told and not any(roles & receivers for _, roles in told):
        to = in_text(context, sorted(receivers), document)
        message = f"Svaret er «{question.answer}», men fristen «{agreed[0].id}» er avtalt overfor: {to}."
        at = value_at(document, "sporsmal", question.answer)
        hint = f"Skriv «svar: {to[:1].upper()}{to[1:]}». Hvis «til» i avtalen er feil, rettes den først."
        yield Finding(at, message, hint, (agreed[0].at,))


def _other_doer(context: Context, document: Document, question: Question) -> Iterator[Finding]:
    """«Hvem varsler AMK-sentralen?», where the one who has that deadline stands among the wrong answers."""
    asked = question.text.casefold()
    if not question.clause or not _WHO.search(asked):
        return
    clause, forms = context.web.resolve(question.clause), context.once(role_forms)
    for agreement, deadline in context.web.deadlines_of(document):
        verb, thing, *_ = (*deadline.what.casefold().split(), "", "")
        if agreement.reference.at_clause(deadline.clause) != clause or len(thing) < _LONG or thing not in asked:
            continue
        wrong = any(deadline.by in roles for one in question.wrong for _, roles in roles_in(one, forms))
        right = any(deadline.by in roles for _, roles in roles_in(question.answer, forms))
        if f" {verb.removesuffix('e')}" in asked and wrong and not right:
            name = context.corpus.role_name(deadline.by, document.language)
            message = f"Svaret er «{question.answer}», men fristen «{deadline.id}» sier at {in_text(context, [deadline.by], document)} gjør det."
            at = value_at(document, "sporsmal", question.answer)
            yield Finding(at, message, f"Skriv «svar: {name}», og flytt det gale svaret til «galt».", (deadline.at,))


def _last_words(context: Context) -> RolesByForm:
    """The last words of the names of roles: «sykepleietjeneste» of «Kommunens sykepleietjeneste»."""
    names: dict[str, frozenset[str]] = {}
    for name, roles in context.once(role_names).items():
        last = name.rpartition(" ")[2]
        names[last] = names.get(last, frozenset()) | roles
    return every_form(names)


def _opposite(context: Context, document: Document, question: Question) -> Iterator[Finding]:
    """«Ja, den er bindende», where the page and its clauses only say «rådgivende»."""
    for word, other in _OPPOSITES.items():
        if word in question.answer:
            text = f"{context.known(page_and_basis, document)}\n{_clause_text(context, question).casefold()}"
            if other in text and word not in text:
                message = f"Svaret er «{question.answer}», men siden og avtalen sier bare «{other}»."
                hint = f"Skriv «{other}» i stedet for «{word}». Hvis svaret er riktig, retter du siden."
                yield Finding(value_at(document, "sporsmal", question.answer), message, hint)


def _other_answer(context: Context, document: Document, question: Question) -> Iterator[Finding]:
    """«Kan kommunens ansatte bruke tvang? Nei», where the clause says they may."""
    answer = _ANSWER.match(question.answer)
    clause = context.corpus.clause(context.web.resolve(question.clause)) if answer and question.clause else None
    asked = _CLAUSE_PART.split(question.text)[-1] if clause else ""
    words = _stems(asked) if clause and not _DENIED.search(asked.casefold()) else frozenset[str]()
    if not clause or not answer or len(words) < _FEW + (answer["says"] == "Ja"):  # a «ja» may have its conditions
        return
    told = [s for s in _CLAUSE_PART.split(context.words_under(*clause)) if len(words & _stems(s)) >= _MOST * len(words)]
    wanted = answer["says"] == "Nei"
    if told and all(bool(_DENIED.search(sentence.casefold())) != wanted for sentence in told):
        here, there = value_at(document, "sporsmal", question.answer), in_section(*clause, told[0])
        message = f"Svaret er «{answer['says']}», men avtalen sier: «{told[0]}»"
        hint = "Les punktet. Er svaret galt, retter du det. Er det et ord for mye eller for lite i punktet, rettes det der."
        if is_changed(context, document, *clause):
            message = f"Her står «{told[0]}», men selvtesten i {document.id} svarer «{answer['says']}»."
            here, there = there, here
        yield Finding(here, message, hint, (there,))


def _other_subject(context: Context, document: Document, question: Question) -> Iterator[Finding]:
    """«Hvem har ansvar når pasienten trenger mye trening?», answered with another than the one of whom the clause says it."""
    is_who = question.clause and ("Hvem" in question.text or "Kven" in question.text)
    clause = context.corpus.clause(context.web.resolve(question.clause)) if is_who and question.clause else None
    text = context.words_under(*clause) if clause else ""
    if not clause or not any(f"{one} " in text for one in question.wrong):
        return
    words = _stems(question.text)
    told = max(_CLAUSE_PART.split(text), key=lambda sentence: len(words & _stems(sentence))).strip()
    alike, answer = len(words & _stems(told)), question.answer.casefold()
    subject = next((one for one in question.wrong if told.startswith(f"{one} ")), "")
    if subject and alike >= max(_FEW, _ALIKE * len(words)) and answer not in told.casefold():
        message = f"Svaret er «{question.answer}», men avtalen sier: «{told}»"
        hint = f"Skriv «svar: {subject}», og flytt «{question.answer}» til «galt». Hvis det er avtalen som er feil, rettes den først."
        yield Finding(value_at(document, "sporsmal", question.answer), message, hint, (in_section(*clause, told),))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_SHORT_STEM] for word in _ANSWER_WORD.findall(text.casefold()) if word not in _SMALL)


def _said_instead(context: Context, document: Document, question: Question) -> str:
    """A wrong answer of which a sentence of the page or of its clauses has nearly all words, and the right one few; or "" ."""
    right = _long_words(question.answer)
    for wrong in question.wrong if len(right) >= _TELLING else ():
        words = _long_words(wrong)
        if len(words) < _TELLING:
            continue
        text = f"{document.summary.casefold()}\n{context.known(page_and_basis, document)}"
        if _is_said(words, text, _SAID) and not _is_said(right, text, _UNSAID):
            return wrong
    return ""


def _is_said(words: frozenset[str], text: str, least: float) -> bool:
    """Whether one sentence has at least that share of the words."""
    enough = least * len(words)
    if sum(map(text.__contains__, words)) < enough:
        return False
    lines = (line for line in text.split("\n") if sum(word in line for word in words) >= enough)
    return any(len(words & _long_words(sentence)) >= enough for line in lines for sentence in _SENTENCE.split(line))


@lru_cache(maxsize=4096)
def _long_words(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))


def _is_allowed(length: int, context: Context, document: Document, question: Question) -> bool:
    """Whether the time is one of the agreement's, of the clause that the question names, or of the page's."""
    if any(length == agreed for _, agreed, _ in context.known(agreed_spans, document)):
        return True
    return any(length in _spans(text) for text in (_clause_text(context, question), document.body.seen.words))


def _known(context: Context, document: Document, question: Question) -> list[str]:
    """The times, ages and the like as the clause that the question names says them, or else as the page does."""
    texts = _clause_text(context, question), document.body.seen.words
    return next((said for text in texts if (said := [found[0] for found in PATTERN.finditer(text)])), [])


def _right(unit: str, known: list[str]) -> str:
    """The answers of the same unit that may have been meant."""
    alike = [f"«{words}»" for words in dict.fromkeys(known) if words.casefold().endswith(unit.casefold())]
    return f"Skriv det som står {'der: ' + ' eller '.join(alike[:3]) if alike else 'i avtalepunktet eller på siden'}."


def _repeated(document: Document, question: Question) -> Iterator[Finding]:
    seen = {_same(question.answer): "det riktige svaret"}
    for wrong in question.wrong:
        if first := seen.get(_same(wrong)):
            message = f"«{wrong}» står under «galt», men er også {first}."
            yield Finding(value_at(document, "sporsmal", wrong), message, _WHICH)
        seen.setdefault(_same(wrong), "et annet galt svar")


def _same(answer: str) -> str:
    return answer.casefold().strip(" .")


def _clause_text(context: Context, question: Question) -> str:
    clause = context.clause(question.clause)
    return context.words_under(*clause) if clause else ""


def _spans(text: str) -> set[int | None]:
    return {length for _, length in durations(text)}
