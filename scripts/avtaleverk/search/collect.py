"""The corpus as index entries: one for a patient-near document, one for each clause of an agreement, one for any other page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from avtaleverk.corpus.model import Corpus, Deadline, Document, Language
from avtaleverk.corpus.outline import plain
from avtaleverk.links.web import Web
from avtaleverk.pages.addresses import document_path
from avtaleverk.pages.documents.contacts import rung_at_once
from avtaleverk.pages.entrances import emergency
from avtaleverk.pages.page import Page
from avtaleverk.pages.words import in_language, lower_first, moment, span
from avtaleverk.search.analyse import ANYONE
from avtaleverk.search.entries import Entry, Limit, Number, Passage
from avtaleverk.search.fold import fold
from avtaleverk.search.lexicon import plain_language
from avtaleverk.search.others import numbers_of, other_entries
from avtaleverk.search.priors import prior_of, prior_of_clause

SEARCH_WORD_WEIGHT = 2
# By the role that helps: the search words that make a page one about that danger, and which of the dangers in `data/farer.yml` lead to it.
_SUICIDE = re.compile(r"\b(?:selvmord|sjølvmord|suicid)")
DANGERS = {
    "bup-vakt": (_SUICIDE, ("selvmord", "ung")),
    "vakt-psykisk-helsevern": (_SUICIDE, ("selvmord", "voksen")),
    "barneavdeling": (re.compile(r"\bgul baby"), ("nyfodt",)),
    "fodeavdeling": (re.compile(r"^rier$"), ("fodsel",)),
}
# Search words of the pages that say where an injured patient is taken.
_INJURY = re.compile(r"\b(?:hofte|lårhals)br")
_WORD = re.compile(r"[^\W\d_]+")
_DEATH = re.compile(r"\bdød|\bdøyd")
# Words that readers ask with and pages rarely say: a page states "24 timer", not "frist".
DEADLINE, PHONE = "frist", "telefon"
DAY = 24 * 60  # minutes
Facets = tuple[tuple[str, tuple[str, ...]], ...]


def collect(corpus: Corpus, web: Web, pages: tuple[Page, ...]) -> tuple[Entry, ...]:
    """Every entry: current ones first, then by helsefellesskap; the sections of a document stay together."""
    known = {page.path for page in pages}
    found = [
        entry
        for document in corpus.documents
        if document_path(document.reference) in known
        for entry in _document(corpus, web, document)
    ]
    found += other_entries(corpus, pages)
    order = {entry.address: number for number, entry in enumerate(found)}
    return tuple(sorted(found, key=lambda entry: (not entry.current, entry.space or "~", order[entry.address])))


def _document(corpus: Corpus, web: Web, document: Document) -> Iterator[Entry]:
    passages, section = tuple(_passages(document)), _of_section(corpus, document)
    page = replace(_of_page(section, corpus, document), extra=_extra(corpus, web, document))
    if corpus.world_of(document) == "pasientnaer":
        text = plain(document.body.tokens)
        found = answer(corpus, web, document), limits(corpus, web, document)
        yield replace(page, text=text, answer=found[0], limits=found[1], passages=passages)
        return
    yield replace(page, text=passages[0].text)
    above: list[tuple[int, str]] = []
    for clause, passage in zip(document.clauses, passages[1:], strict=True):
        above = [pair for pair in above if pair[0] < clause.level]
        path = " › ".join(title for _, title in above)
        above.append((clause.level, clause.label))
        if passage.text:
            own = (_limit(d, document.language) for d in document.own_deadlines if d.clause == clause.number)
            shown = " · ".join(dict.fromkeys(own))
            entry = replace(section, anchor=passage.anchor, heading=clause.label, path=path)
            yield replace(entry, text=passage.text, answer=shown)


def _passages(document: Document) -> Iterator[Passage]:
    """The text of a document by section; the first passage is what precedes the first heading."""
    body = document.body
    yield Passage("", "", plain(body.tokens[: body.sections[0].start] if body.sections else body.tokens))
    for section in body.sections:
        yield Passage(section.anchor, section.title, plain(body.tokens_of(section)))


def _of_section(corpus: Corpus, document: Document) -> Entry:
    """What the entries of all sections of the document have in common."""
    kind = corpus.type_of(document)
    return Entry(
        address=document_path(document.reference),
        anchor="",
        title=document.title,
        heading="",
        path="",
        text="",
        label=document.called or (in_language(kind, "name", document.language) if kind else document.type),
        kind=document.type,
        space=document.home,
        world=corpus.world_of(document),
        language=document.language,
        prior=prior_of_clause(document.type),
        current=document.status == "gjeldende",
        until=document.valid_to.isoformat() if document.valid_to else "",
        facets=_facets(corpus, document),
    )


def _of_page(entry: Entry, corpus: Corpus, document: Document) -> Entry:
    """The entry of the page as a whole, with what no section of it has."""
    return replace(
        entry,
        prior=prior_of(document.type, document.title),
        summary=document.summary,
        contact=" ".join(_to_ring(corpus, document)),
        spare=_instead_of_oneself(corpus, document),
        numbers=_only_numbers(corpus, document),
        dangers=tuple(_dangers(corpus, document)),
        phrases=(document.title, *document.search_words),
    )


def _dangers(corpus: Corpus, document: Document) -> Iterator[str]:
    """The dangers in which the page says what to do now: it must name a role to call at once and have search words of the
    danger. A page with the words alone is about what happens afterwards."""
    if _DEATH.search(document.title):
        yield "dod"
    if emergency.TOPIC in document.topics and any(map(_INJURY.search, document.search_words)):
        yield "skade"
    for role in _rung_at_once(corpus, document):
        words, dangers = DANGERS.get(role, (_SUICIDE, ()))
        if any(map(words.search, document.search_words)):
            yield from dangers


def _rung_at_once(corpus: Corpus, document: Document) -> list[str]:
    return rung_at_once(corpus, document, _known(corpus, document))


def _known(corpus: Corpus, document: Document) -> list[str]:
    """The document's contact roles that its helsefellesskap has contact details for."""
    contacts = corpus.space_of(document).contacts
    return [role for role in document.contacts if role in contacts]


def _to_ring(corpus: Corpus, document: Document) -> list[str]:
    """The roles to call first: those of an emergency page that are called at once, and the first contact."""
    return list(dict.fromkeys((*_rung_at_once(corpus, document), *_known(corpus, document)[:1])))


def _instead_of_oneself(corpus: Corpus, document: Document) -> str:
    """The role that a reader calls whose own role is the first contact; "" when no reader of the page has that role."""
    first, second = [*_known(corpus, document), "", ""][:2]
    return second if first in document.roles else ""


def _only_numbers(corpus: Corpus, document: Document) -> tuple[Number, ...]:
    """The numbers to call first, of the roles that have one number for the whole helsefellesskap."""
    space = corpus.space_of(document)
    roles = [space.contacts[role] for role in _to_ring(corpus, document)]
    return tuple(number for role in roles if role.only_number for number in numbers_of(space, role))


def _facets(corpus: Corpus, document: Document) -> Facets:
    return (
        ("verden", (corpus.world_of(document),)),
        ("type", (document.type,)),
        ("rolle", document.roles),
        ("fase", document.phases),
        ("gruppe", document.patient_groups),
        ("omrade", (document.home,)),
    )


def _extra(corpus: Corpus, web: Web, document: Document) -> str:
    """What readers search for and the text may not say: search words, deadlines, messages, patient groups, law points,
    the document's id and number."""
    registers, language = corpus.registers, document.language
    entries = *registers.meldinger.having(document.messages), *registers.pasientgrupper.having(document.patient_groups)
    named = [in_language(entry, "name", language) for entry in entries]
    limits = [f"{DEADLINE} {d.what} {_limit(d, language)}" for _, d in web.deadlines_of(document)]
    phone = [PHONE] if document.contacts else []
    wanted = ["\n".join(document.search_words)] * SEARCH_WORD_WEIGHT
    return "\n".join((*wanted, *limits, *phone, *named, *_laws(corpus, document), _id(document), document.number))


def _id(document: Document) -> str:
    """The parts of the id as the document writes them: an id lacks æ, ø and å, and "parorende" in the index
    would keep a reader's "parorende" from being read as "pårørende"."""
    written = {
        fold(word): word
        for word in _WORD.findall("\n".join((document.title, document.summary, *document.search_words)).lower())
    }
    return " ".join(written.get(part, part) for part in document.id.split("-"))


def _laws(corpus: Corpus, document: Document) -> list[str]:
    """The citations of the law points that the document rests on, for readers who type one."""
    return [law.short for law in corpus.registers.lovkrav.having(document.lovkrav)]


def answer(corpus: Corpus, web: Web, document: Document) -> str:
    """The document's deadlines in short, so that the hit itself answers "hvor fort". When one party acts, its first
    deadline stands alone, since the next concerns something else; when several do, the first deadline of each of the first
    two, with the party's name. A deadline for what neither title nor summary speaks of says what it is for."""
    wanted = _deadlines(web, document)
    first = {deadline.by: deadline for deadline in reversed(wanted)}
    within = {by: _limit(deadline, document.language) for by, deadline in first.items()}
    for deadline, other in combinations(wanted, 2):
        if deadline.by == other.by and _is_same_in_another_case(deadline, other):
            within[deadline.by] = f"{span(deadline, document.language)} eller {_limit(other, document.language)}"
    actors = list(dict.fromkeys(deadline.by for deadline in wanted))[:2]
    alone = len({within[by] for by in actors}) < 2
    about = _stems(f"{document.title} {document.summary}")
    told = []
    for by in actors[:1] if alone else actors:
        is_other = about.isdisjoint(_stems(first[by].what))
        what = lower_first(first[by].what) if is_other else "" if alone else _actor(corpus, by, document.language)
        told.append(f"{within[by]} ({what})" if what else within[by])
    return " · ".join(told)


def _stems(text: str) -> frozenset[str]:
    """The stems of a text and of the parts of its words, but not of the one that any page is about."""
    words = [word for word in plain_language().words(text) if not word.stop]
    return frozenset(stem for word in words for stem in (word.stem, *word.parts)) - {ANYONE}


def limits(corpus: Corpus, web: Web, document: Document) -> tuple[Limit, ...]:
    """Each deadline by itself, for readers who ask for one of several."""
    wanted, language = _deadlines(web, document), document.language
    if emergency.TOPIC in document.topics or len(wanted) < 2:
        return ()
    return tuple(
        Limit(lower_first(one.what), _limit(one, language), _actor(corpus, one.by, language)) for one in wanted
    )


def _deadlines(web: Web, document: Document) -> list[Deadline]:
    """The document's deadlines; an emergency page gives only those within a day."""
    acute = emergency.TOPIC in document.topics
    return [deadline for _, deadline in web.deadlines_of(document) if not acute or _within_a_day(deadline)]


def _actor(corpus: Corpus, role: str, language: Language) -> str:
    roles = corpus.registers.roller.entries
    return lower_first(in_language(roles[role], "name", language) if role in roles else role)


def _is_same_in_another_case(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines are for the same thing after two kinds of the same event: "tidlig" and "vanlig hjemreise"."""
    words, others = one.what.split(), other.what.split()
    return one.since == other.since != "" and len(words) == len(others) and sum(map(str.__ne__, words, others)) == 1


def _within_a_day(deadline: Deadline) -> bool:
    return deadline.within.minutes is not None and deadline.within.minutes <= DAY


def _limit(deadline: Deadline, language: Language) -> str:
    """ "24 timer fra innleggelsen", or "24 timer" when the deadline runs from the event itself."""
    return f"{span(deadline, language)} {moment(deadline, language)}".strip()
