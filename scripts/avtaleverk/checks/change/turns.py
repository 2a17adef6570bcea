"""AV518: a change that reverses or alters what the reader must do: one such word removed, added or replaced, or another
number."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from avtaleverk.checks.change.sentences import before_and_now
from avtaleverk.checks.places import scalars
from avtaleverk.checks.roles.called import RolesByForm, roles_called
from avtaleverk.corpus.days import MONTHS
from avtaleverk.corpus.duration import LOOSE, NUMBERS, UNIT_MINUTES, minutes
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.patterns import when_used

# By each word in its two languages: what it is exchanged with says nothing when it is the same word.
_TURNS = {
    **dict.fromkeys(("ikke", "ikkje", "ugyldig", "ugyldige"), "ikke"),
    **dict.fromkeys(("bare", "berre", "kun"), "bare"),
    **dict.fromkeys(("høyst", "høgst"), "høyst"),
    **dict.fromkeys(("uten", "utan"), "uten"),
    **dict.fromkeys(("straks", "omgående", "umiddelbart", "med en gang", "med ein gong"), "straks"),
    **dict.fromkeys(("senest", "seinast"), "senest"),
    **dict.fromkeys(("ca", "cirka", "omtrent", "omlag"), "ca"),
    **dict.fromkeys(("samme dag", "same dag"), "samme dag"),
    **dict.fromkeys(("116 117", "116117"), "116 117"),
    **dict.fromkeys(("uten hjelp", "utan hjelp"), "uten"),
    **{word: word for word in ("aldri", "minst", "før", "etter", "neste dag", "110", "112", "113")},
}
# Words of which one in place of another turns the sentence, when they are of the same kind and do not mean the same.
_KINDS: tuple[dict[str, object], ...] = (
    {"skal": "må", "må": "må", "bør": "bør", "kan": "kan"},
    {"ja": "ja", "nei": "nei"},
    {"over": "mer", "mer": "mer", "meir": "mer", "under": "mindre", "mindre": "mindre"},
    {
        **dict.fromkeys(("kommunen", "kommunens", "kommunane", "kommunene"), "kommune"),
        **dict.fromkeys(("helseforetaket", "helseføretaket", "helseforetakets", "sykehuset", "sjukehuset"), "sykehus"),
    },
    {"samme": "samme", "same": "samme", "neste": "neste"},
    {"og": "og", "eller": "eller"},
    {"fra": "fra", "frå": "fra", "til": "til"},
    {"eldre": "eldre", "yngre": "yngre"},
    {"inn": "inn", "ut": "ut"},
    {"alle": "alle", "noen": "noen", "nokon": "noen", "nokre": "noen", "ingen": "ingen"},
    {"aldri": "aldri", "alltid": "alltid"},
    {"rådgivende": "råd", "rådgjevande": "råd", "bindende": "bindende", "bindande": "bindende"},
    {"frivillig": "fri", "frivillige": "fri", "tvungen": "tvang", "tvunget": "tvang", "tvungne": "tvang"},
    {"høyre": "høyre", "høgre": "høyre", "venstre": "venstre"},
    {**dict.fromkeys(("høy", "høyt", "høg", "høgt"), "høy"), **dict.fromkeys(("lav", "lavt", "låg", "lågt"), "lav")},
    {"øk": "øk", "auk": "øk", "reduser": "reduser"},
    {"første": 1, "andre": 2, "annet": 2, "annen": 2, "anna": 2, "tredje": 3, "fjerde": 4, "femte": 5},
    {**UNIT_MINUTES, "kvartal": "kvartal", "halvår": "halvår"},
    {word: float(number) for word, number in NUMBERS.items() if word not in ("en", "ein", "ei")},
)
# Words for doing a thing without others, which mean the same.
_ALONE = frozenset(
    ("selv", "sjølv", "uten hjelp", "utan hjelp", "alene", "aleine", "åleine", "på egen hånd", "på eiga hand")
)
_KIND_OF = {word: kind for kind, words in enumerate(_KINDS) for word in words}
_OF_NUMBERS = len(_KINDS) - 1
_READ = ("tittel", "sammendrag", "sporsmal", "frister")  # fields whose words are shown as what to do
_ALIKE = 0.6  # a line of which more than this is other words is a new one
_SHORT = 4  # words that came or went together; more are a sentence of its own
_WORD = when_used(
    r"\d+[.,:]\d+|116 117|ut[ea]n hjelp\b|(?:sam[em]e?|neste) dag\b|med (?:en gang|ein gong)\b"
    r"|etter (?:§|(?:denne |[\w-]+ og )?\w*lov(?:en|a)?\b|punkt\b|avtale (?:med|mellom)\b|\w*avtale \d)"  # that is no time
    r"|\w+"
)
_STEM = 4  # letters of a word that «u» in front makes the opposite of: «enig», «stabil»
_CHECKPOINT = "[ ] "
_POINT = when_used(r"\s*(?:[-*+|]|\d+[.)]) ")
_MARK = when_used(
    r"^\s*(?:\d+[.)]|[-*+])\s+"
)  # of a point, or of a step, whose number is another when one above it went
_EMERGENCY = frozenset(("110", "112", "113", "116 117"))
# «Alle punktene», «minst ett av vilkårene»: what a list asks for, however the rest of the line is written.
_OF_POINTS = when_used(
    r"\b(alle|samtlige|samtlege|minst (?:ett|eitt|én|éin|to|tre)|ett|eitt|én|éin|ingen)\b[ *]+(?:av )?[*]*"
    r"(?:de |dei |disse |desse )?(?:punkt|vilkår|kriteri|krav|tegn|teikn)",
    re.IGNORECASE,
)
_YEAR = when_used(r"(?:19|20)\d\d")
# What stands around a number by which something is called: a clause, a date, a phone number.
_NAMED_BY = when_used(
    r"(?:^\W*|[\w§#/-]|§ |\d[ \u00a0]|\b(?:punkt|pkt\.|nr\.|kapittel|\w*avtale|steg|vedlegg|versjon|side|linje|sak) )$",
    re.IGNORECASE,
)
_NAMING = when_used(rf"\.? (?:{'|'.join(MONTHS)})\b|[-/\w]|[ \u00a0]\d", re.IGNORECASE)

Line = tuple[str, Location]


@dataclass(frozen=True, slots=True)
class Turn:
    """A reversal: its place, the words that `went` and those that `came`, and the line before and after."""

    at: Location
    went: str
    came: str
    old: str
    new: str


def turned(old: Document, new: Document, roles: RolesByForm) -> Iterator[Turn]:
    """Each line whose meaning has changed. `roles` are recognised by their names."""
    before, after = _lines(old), _lines(new)
    were, are = ([_MARK.sub("", text) for text, _ in lines] for lines in (before, after))
    lost = _emergencies(were) - _emergencies(are)
    for tag, first, end, start, stop in SequenceMatcher(None, were, are, autojunk=False).get_opcodes():
        turns = list(_in_block(before[first:end], after[start:stop], roles)) if tag == "replace" else []
        yield from turns
        told = {turn.old for turn in turns}
        for text, _ in before[first:end] if tag in ("replace", "delete") and after else ():
            is_reworded = end - first == stop - start and _MARK.sub("", text).startswith(
                _CHECKPOINT
            )  # it is another point now
            if text not in told and not is_reworded and (went := _went(text, are, are[start:stop], lost)):
                yield Turn(after[_where(after, start)][1], went, "", text, "")


def _where(lines: Sequence[Line], start: int) -> int:
    """The line at which to report what was removed before line `start`: that of the point above, else that of what follows."""
    is_after_point = start and _POINT.match(lines[start - 1][0])
    follows = start < len(lines) and not lines[start][0].startswith("#")
    return start if follows and not is_after_point else max(start - 1, 0)


def _went(text: str, now: Sequence[str], here: Sequence[str], lost: Counter[str]) -> str:
    """What a removed line held that readers need, also of what stands `here` in its place: a point of a checklist, or an
    emergency number; else ""."""
    if (said := _MARK.sub("", text)) in now:
        return ""
    if said.startswith(_CHECKPOINT):
        words = _WORD.findall(said.casefold())
        others = (SequenceMatcher(None, words, _WORD.findall(one.casefold()), autojunk=False) for one in here)
        return "" if any(one.ratio() > _ALIKE for one in others) else said.strip().removeprefix(_CHECKPOINT)
    return next((number for number in _emergencies([said]) if lost[number]), "")


def _emergencies(texts: Sequence[str]) -> Counter[str]:
    """How often each emergency number occurs."""
    with_any = (text for text in texts if "11" in text)
    return Counter(_TURNS[word] for text in with_any for word in _WORD.findall(text) if _TURNS.get(word) in _EMERGENCY)


def _lines(document: Document) -> list[Line]:
    fields = (document.fields.values[key] for key in _READ if key in document.fields.values)
    said = [(scalar.text, scalar.at) for node in fields for scalar in scalars(node)]
    body = enumerate(document.body.text.split("\n"), document.body.first_line)
    return said + [(text, Location(document.path, number)) for number, text in body if text.strip()]


def _in_block(before: Sequence[Line], after: Sequence[Line], roles: RolesByForm) -> Iterator[Turn]:
    """Reversals in a block of replaced lines: each new line is compared with the old one that it resembles most."""
    old = [(_WORD.findall(text.casefold()), text) for text, _ in before]
    for text, at in after:
        words = _WORD.findall(text.casefold())
        pairs = ((SequenceMatcher(None, were, words, autojunk=False), were, line) for were, line in old)
        likest, were, line = max(pairs, key=lambda pair: pair[0].ratio())
        if likest.ratio() > _ALIKE and (found := _first_turn(likest, were, words, _names(text), roles)):
            position, went, came = found
            yield Turn(_place(text, at, position), went, came, line, text)
        elif likest.ratio() <= _ALIKE and (now := _OF_POINTS.search(text)):
            asked = ((_OF_POINTS.search(line), line) for _, line in old)
            was, line = next(((was, line) for was, line in asked if was), (None, ""))
            if was and was[1].casefold() != now[1].casefold():
                yield Turn(Location(at.path, at.line, at.column + now.start()), was[1], now[1], line, text)


def _first_turn(
    matcher: SequenceMatcher[str], old: list[str], new: list[str], names: set[int], roles: RolesByForm
) -> tuple[int, str, str] | None:
    """The first reversal: the index of the word in the new line, the words that went and the words that came; None when
    there is none."""
    is_moved = Counter(_turns(old)) == Counter(_turns(new))
    if is_moved and (exchanged := _exchanged(old, new)):
        return exchanged
    for tag, first, end, start, stop in matcher.get_opcodes():
        gone, come = old[first:end], new[start:stop]
        if tag == "equal" or max(len(gone), len(come)) > _SHORT:
            continue
        if {" ".join(gone), " ".join(come)} <= _ALONE:
            continue
        if not is_moved and Counter(_turns(gone)) != Counter(_turns(come)):
            return start, " ".join(gone), " ".join(come)
        if _spans(gone) and _spans(gone) == _spans(come):
            continue
        if len(gone) == len(come) and any(
            start + place not in names and _is_other(was, now) and (start + place == stop - 1 or _is_number(was))
            for place, (was, now) in enumerate(zip(gone, come, strict=True))
        ):
            return start, " ".join(gone), " ".join(come)
        was, now = (roles_called(" ".join(words), roles) for words in (gone, come))
        if was and now and not was & now:
            return start, " ".join(gone), " ".join(come)
    return None


def _exchanged(old: list[str], new: list[str]) -> tuple[int, str, str] | None:
    """The first emergency number that replaces another: each belongs to its own kind of danger."""
    were = [word for word in old if _TURNS.get(word) in _EMERGENCY]
    are = [(place, word) for place, word in enumerate(new) if _TURNS.get(word) in _EMERGENCY]
    pairs = zip(were, are, strict=False)
    return next(((place, was, now) for was, (place, now) in pairs if _TURNS[was] != _TURNS[now]), None)


def _spans(words: list[str]) -> list[int]:
    """The time spans in the words, in minutes: «24 timer» and «ett døgn» are equal, and a year is twelve months."""
    spans = [minutes(found) for found in LOOSE.finditer(" ".join(words))] if len(words) > 1 else []
    year, month = UNIT_MINUTES["år"], UNIT_MINUTES["måned"]
    return [span // year * 12 * month + span % year for span in spans]


def _turns(words: list[str]) -> list[str]:
    return [_TURNS[word] for word in words if word in _TURNS]


def _is_other(gone: str, come: str) -> bool:
    """Whether two words are of the same kind and differ in meaning, or one is the other with «u» in front."""
    if f"u{gone}" == come or f"u{come}" == gone:
        return min(len(gone), len(come)) >= _STEM
    (kind, meaning), (other, there) = _kind(gone), _kind(come)
    return kind == other and kind is not None and meaning != there


def _kind(word: str) -> tuple[int | None, object]:
    """The kind of a word, and its meaning within that kind."""
    if word[0].isdigit():
        number = re.sub(r"[,:]", ".", word)
        return (_OF_NUMBERS, float(number)) if re.fullmatch(r"[\d.]+", number, re.ASCII) else (None, word)
    kind = _KIND_OF.get(word)
    return kind, _KINDS[kind][word] if kind is not None else word


def _is_number(word: str) -> bool:
    return _kind(word)[0] == _OF_NUMBERS


def _names(text: str) -> set[int]:
    """The indexes of words that are names rather than quantities: years, dates, clauses, phone numbers, list numbers."""
    return {
        position
        for position, word in enumerate(_WORD.finditer(text))
        if word[0][0].isdigit()
        and (
            text.startswith("#")
            or _YEAR.fullmatch(word[0])
            or _NAMED_BY.search(text, 0, word.start())
            or _NAMING.match(text, word.end())
        )
    }


def _place(text: str, at: Location, position: int) -> Location:
    """The word at `position` of the line; its last word when something went from the end."""
    starts = [word.start() for word in _WORD.finditer(text)]
    return Location(at.path, at.line, at.column + starts[min(position, len(starts) - 1)])


def turn_findings(turns: Iterable[Turn], told: bool) -> Iterator[Finding]:
    """The findings. `told` is whether the change has a version of its own."""
    meant = "trenger du ikke gjøre noe." if told else "sett opp «versjon», og si under «endringer» hva som er nytt."
    for turn in turns:
        if turn.went and turn.came:
            message, back = f"«{turn.went}» er blitt til «{turn.came}» her.", f"skriv «{turn.went}» igjen"
        elif turn.went:
            message, back = f"«{turn.went}» er tatt bort her.", f"sett inn «{turn.went}» igjen"
        else:
            message, back = f"«{turn.came}» er kommet til her.", f"ta bort «{turn.came}»"
        quoted = before_and_now(turn.old, turn.new)
        if "…" not in quoted:
            back = "sett tilbake hele setningen som står etter «Før»"
        yield Finding(turn.at, f"{message} {quoted}", f"Er det ikke ment, {back}. Er det ment slik, {meant}")
