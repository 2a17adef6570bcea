"""AV41 and AV308: mentions in the text that are ambiguous, or of something that does not exist."""

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches

from avtaleverk.checks.context import Context
from avtaleverk.checks.law import said_in_short
from avtaleverk.checks.links.clause_hints import clause_hint
from avtaleverk.checks.links.targets import misnumbered
from avtaleverk.checks.places import in_body, in_line, value_at
from avtaleverk.checks.several import FEW, named
from avtaleverk.checks.text.obsolete import is_obsolete
from avtaleverk.corpus.model import Document, Helsefellesskap, Reference
from avtaleverk.corpus.place import standing
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.links.doubts import Doubt
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_rule, document_rule

_APPENDIX = when_used(r"\b(?:[Ss]e|[Ss]jå) (?P<name>vedlegg \d+)\b(?! (?:til|i|om)\b|\])")
_LAW_ENDS = ("loven", "lova", "lovens", "lovas")
_NAME = when_used(r"([^\W\d_]{8,})(?:loven|lova)s?\b")  # shorter names are too much alike
_START = when_used(r"[^\W\d_]+$")
_SENTENCE = when_used(r"(?<=[^\d]\.)\s")
_CLAUSES = when_used(r"\b(?P<what>punkt|kapittel) (?P<numbers>\d+(?:\.\d+)*(?:(?:, | og )\d+(?:\.\d+)*)*)")
_NUMBER = when_used(r"\d+(?:\.\d+)*")
_AGREEMENT = when_used(r"\b(?:del|tjeneste|teneste)avtale (?P<number>\d+)\b")
_REGISTER_IT = "ber du sekretariatet føre kravet inn i lovkrav.yml."


def _doubts(context: Context, document: Document, doubt: Doubt) -> Iterator[tuple[Location, str, tuple[str, ...]]]:
    for unclear in context.web.mentions[document.path].unclear:
        if unclear.doubt == doubt:
            written = unclear.text.partition(" (")[0]
            yield in_line(document, unclear.line, written), unclear.text, unclear.choices


@document_rule("AV410", "Omtalen kan bety flere ting", Severity.ADVARSEL)
def ambiguous_mention(context: Context, document: Document) -> Iterator[Finding]:
    """A mention in the text that fits several agreements, clauses or laws, and so becomes no link."""
    for at, text, choices in _doubts(context, document, "uklar"):
        listed = " eller ".join(choices)
        first, *others = _as_links(context, document, text, choices)
        hint = f"Skriv {first}{'.' if others else ', eller lag en lenke.'}"
        hint += f" Hvis du mener et annet: {' eller '.join(others)}." if others else ""
        yield Finding(at, f"«{text}» kan være {listed}.", hint)


def _as_links(context: Context, document: Document, text: str, choices: tuple[str, ...]) -> list[str]:
    """What may be meant, ready to be pasted: links to the clauses, first to what the document rests on; or laws by name."""
    targets = {choice: context.document(Reference.parse(choice, "")) for choice in choices}
    if not all(targets.values()):
        return [f"hele navnet på loven: «{choices[0]} {text}»"]
    resting = {target.whole for target in document.hjemmel if target.clause}
    known = [(Reference.parse(choice, ""), found) for choice, found in targets.items() if found]
    known.sort(key=lambda one: (one[0] not in document.hjemmel, one[1].reference not in resting))
    folder = posixpath.dirname(document.path)
    paths = ((posixpath.relpath(found.path, folder), reference.clause) for reference, found in known)
    return [f"[{text}]({path}{f'#{clause}' if clause else ''})" for path, clause in paths]


@corpus_rule("AV411", "Omtalen peker på noe som ikke finnes", Severity.ADVARSEL)
def dangling_mention(context: Context) -> Iterator[Finding]:
    """A mention in the text of an agreement or a clause that does not exist, or has ended."""
    ended = _ended(context)
    places: dict[Document, list[tuple[Document, Location]]] = {}
    for document in context.corpus.documents:
        space = document.home
        for at, text, _ in _doubts(context, document, "mangler"):
            number = re.search(r"[\d.]+$", text)
            if number and _may_be_unread(context, space, number[0]):
                continue
            if number and (target := ended.get((space, number[0]))):
                places.setdefault(target, []).append((document, at))
            else:
                shown, _, owner = text.rstrip(")").partition(" (")
                agreement = context.corpus.by_reference.get(Reference.parse(owner, space)) if owner else None
                where = f" i {agreement.id}, «{agreement.title}»" if agreement else ""
                clause = re.search(r"[\d.]+$", shown)
                if agreement and clause and clause[0] in misnumbered(agreement):
                    continue  # AV604 says that the clause has a wrong number
                hint = clause_hint(clause[0], agreement) if agreement and clause else _numbers_of(context, space)
                yield Finding(at, f"«{shown}» finnes ikke{where}.", hint)
        if "vedlegg" in document.body.words:
            yield from _appendices(document)
    for target, found in places.items():
        yield from _to_ended(target, found)
    yield from _in_holes(context)


def _numbers_of(context: Context, space: str) -> str:
    """The numbers that the agreements of the helsefellesskap have."""
    numbers = [d.number for d in context.corpus.documents_of(space) if d.type == "delavtale" and d.number]
    return f"Se etter riktig nummer. Avtalene her har {', '.join(sorted(numbers, key=lambda n: (len(n), n)))}."


def _appendices(document: Document) -> Iterator[Finding]:
    """«Se vedlegg 3» without such a heading: documents have no other appendices."""
    titles = [section.title.casefold() for section in document.body.sections]
    for found in _APPENDIX.finditer(document.body.text):
        if not any(title.startswith(found["name"]) for title in titles):
            message = f"«{found['name']}» finnes ikke."
            hint = "Lenk til dokumentet leseren skal se, eller slett henvisningen."
            yield Finding(in_body(document, found.start("name")), message, hint)


def _may_be_unread(context: Context, space: str, number: str) -> bool:
    """Whether a file with this number in its name could not be read: «da04.md» may be delavtale 4."""
    files = (path.rpartition("/")[2] for path in context.corpus.unread if path.split("/")[1] == space)
    return any(int(number.split(".")[0] or 0) in map(int, re.findall(r"\d+", file)) for file in files)


def _ended(context: Context) -> dict[tuple[str, str], Document]:
    """The delavtaler that have ended, by helsefellesskap and number."""
    ended = (d for d in context.corpus.documents if d.type == "delavtale" and d.status == "utgatt")
    return {(document.home, document.number): document for document in ended if document.number}


def _to_ended(target: Document, found: list[tuple[Document, Location]]) -> Iterator[Finding]:
    """Mentions of an agreement that has ended; many are one finding, where the agreement ended."""
    successor = f"«{target.replaced_by[0]}», som har erstattet den" if target.replaced_by else "avtalen som gjelder nå"
    status, places = value_at(target, "status"), tuple(at for _, at in found)
    if len(found) > FEW:
        who = named(document for document, _ in found)
        message = f"«{target.title}» gjelder ikke lenger, men teksten i andre dokumenter nevner den {len(found)} ganger: {who}."
        yield Finding(status, message, f"La teksten vise til {successor}.", places)
        return
    for at in places:
        message = f"«{target.title}» gjelder ikke lenger."
        yield Finding(at, message, f"Skriv navnet på {successor}.", (status,))


def _in_holes(context: Context) -> Iterator[Finding]:
    """«Punkt 4.2 og kapittel 5 i den overordnede avtalen», one of which does not exist."""
    for space in context.spaces:
        for point, text in space.holes.items():
            for sentence in _SENTENCE.split(text):
                agreement = _agreement_named(context, space, sentence)
                for what, number in _missing_in(agreement, sentence) if agreement else ():
                    message = f"«{what} {number}» finnes ikke i {agreement.id if agreement else ''}."
                    hint = clause_hint(number, agreement) if agreement else ""
                    yield Finding(value_at(space, "hull", inside=point), message, hint)


def _agreement_named(context: Context, space: Helsefellesskap, sentence: str) -> Document | None:
    """The only agreement that the sentence names; None when it names none or several."""
    numbers, is_whole = _AGREEMENT.findall(sentence), "overordn" in sentence
    found = [
        document
        for document in context.corpus.documents_of(space.id)
        if (document.type == "overordnet" and is_whole) or (document.type == "delavtale" and document.number in numbers)
    ]
    return found[0] if len(found) == 1 and len(numbers) + is_whole == 1 else None


def _missing_in(agreement: Document, sentence: str) -> Iterator[tuple[str, str]]:
    for found in _CLAUSES.finditer(sentence):
        for number in _NUMBER.findall(found["numbers"]):
            if not agreement.body.section(number):
                yield found["what"], number


# It follows from: a number of § 6-2 that the agreement does not fulfil
@document_rule(
    "AV308", "Paragrafen står ikke i registeret over lovkrav", Severity.ADVARSEL, needs=("lovkrav",), follows=("AV306",)
)
def unknown_provision(context: Context, document: Document) -> Iterator[Finding]:
    """A provision that the register lacks: a typo, or a requirement that nobody follows up."""
    entries = context.corpus.registers.lovkrav.entries.values()
    for at, text, laws in _doubts(context, document, "ukjent lov"):
        in_force = {law.law for law in entries if not law.repealed or law.repealed > context.today}
        if laws[0] and laws[0] not in in_force:
            continue  # the whole law is repealed: AV301, AV306 and AV307 say so
        here = [law for law in entries if laws[0] in (law.law, "")]
        number = text.removeprefix("§ ")
        if number in (said_in_short(law).get("paragraf") for law in here):
            continue  # AV311 says that the register has another paragraph
        law = f" i {laws[0]}" if laws[0] else ""
        known, chapter = sorted({law.paragraph for law in here} - {""}), f"{number.partition('-')[0]}-"
        beside = [paragraph for paragraph in known if laws[0] and paragraph.startswith(chapter)]
        meant = get_close_matches(number, known, 1, 0.8) or beside
        guess = f"Mente du § {meant[0]}? " if len(meant) == 1 else ""
        hint = f"{guess}Se etter riktig nummer på lovdata.no. Hvis nummeret er riktig, {_REGISTER_IT}"
        yield Finding(at, f"«{text}»{law} står ikke i lovkrav.yml.", hint)
    yield from _misspelt_laws(context, document)


def _misspelt_laws(context: Context, document: Document) -> Iterator[Finding]:
    """Misspelt names of laws in the register."""
    text, known = document.body.text, context.once(_law_names)
    for end in standing(_LAW_ENDS[:2], text):
        start = _START.search(text, max(0, end - 40), end)
        found = _NAME.match(text, start.start()) if start else None
        if not found or (stem := found[1].casefold()) in known or is_obsolete(found[0], document.language):
            continue
        near = get_close_matches(stem, known, 1, 0.92)
        if not near and text.startswith(" §", found.end()):
            message = f"Ingen paragraf i «{found[0]}» står i lovkrav.yml."
            hint = f"Se etter riktig lov på lovdata.no. Er den riktig, {_REGISTER_IT}"
            yield Finding(in_body(document, found.start()), message, hint)
        if near:
            message = f"«{found[0]}» er ikke navnet på noen lov i lovkrav.yml."
            yield Finding(in_body(document, found.start()), message, f"Skriv «{near[0]}{found[0][len(stem) :]}».")


def _law_names(context: Context) -> frozenset[str]:
    """The last word of each name of a law, without its ending."""
    entries = context.corpus.registers.lovkrav.entries.values()
    names = (name for law in entries for name in (law.law, *law.also_called))
    words = (name.casefold().split()[-1] for name in names if name.casefold().endswith(_LAW_ENDS))
    return frozenset(word[: word.rindex("lov")] for word in words)
