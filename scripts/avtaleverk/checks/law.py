"""AV3: what the law requires, and how it is cited."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from avtaleverk.checks.context import Context
from avtaleverk.checks.hierarchy.levels import parent_not_in_force
from avtaleverk.checks.hierarchy.parties import all_members, name_of
from avtaleverk.checks.places import in_body, in_line, in_words, is_unread, list_with, value_at
from avtaleverk.checks.several import first_of
from avtaleverk.checks.text.obsolete import is_obsolete
from avtaleverk.corpus.model import MINIMUM, Document, Helsefellesskap, LawPoint
from avtaleverk.corpus.nodes import Sequence
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.links.names import Named
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_rule, document_rule

INVOLVED = ("overordnet", "delavtale")
AGREEMENTS = ("overordnet", "delavtale", "saeravtale")
_POINT = when_used(r"§\s?6-2\s+nr\.\s?(?P<number>\d{1,2})\b(?![^.\n]*\b(?:del|tjeneste|teneste)avtale \d)")
_FULFILS = when_used(r"\b(?:oppfyll?er|oppfyl)\s+(?:[\w-]+\s+){0,6}$")
_SHORT = when_used(r"§ (?P<paragraf>\d+(?:-\d+)?(?: ?[a-z]\b)?)(?: nr\. (?P<nummer>\d+))?")
# Who works for a party is no user, and no organisation of users.
_OF_PARTY = when_used(
    r"(?i:administrasjon|leder|ledels|leiar|leiing|direktør|sekretariat|ansatt|tilsett|avdeling|kommunedirektør|styre|fagl[ei]g)"
)


@document_rule("AV301", "Lovkravet er opphevet")
def repealed(context: Context, document: Document) -> Iterator[Finding]:
    """`lovkrav` names provisions that are in force."""
    laws = context.corpus.registers.lovkrav.entries
    for name in document.lovkrav:
        law = laws.get(name)
        if law and law.repealed and law.repealed <= context.today and document.status != "utgatt":
            successors = ", ".join(law.replaced_by)
            hint = f"Skriv {list_with(document, 'lovkrav', *law.replaced_by, without=name)}"
            now = f"Det som gjelder nå, er «{successors}»" if successors else "Se på lovdata.no hva som gjelder nå"
            at = value_at(document, "lovkrav", name)
            message = f"«{name}» ({law.short}) ble opphevet {law.repealed}."
            yield Finding(at, message, f"{hint}. {now}.", (law.at,))


# It follows from: a review with a wrong date
@document_rule("AV302", "Lovkravet er endret etter siste gjennomgang", calendar=True, follows=("AV501", "AV503"))
def changed_since_review(context: Context, document: Document) -> Iterator[Finding]:
    """A provision that came into force after the last review must be looked at."""
    laws, last = context.corpus.registers.lovkrav.entries, document.last_review
    for name in document.lovkrav:
        law = laws.get(name)
        if law and law.in_force and last and last < law.in_force <= context.today:
            message = f"{law.short} fikk virkning {law.in_force}, etter siste gjennomgang ({last})."
            hint = f"Se om dokumentet fortsatt stemmer, og legg til øverst under «gjennomgang»: - {{dato: {context.today}, av: …, konklusjon: …}}."
            held = value_at(document, "gjennomgang", last.isoformat())
            yield Finding(value_at(document, "lovkrav", name), message, hint, (law.at, held))


@corpus_rule(
    "AV303", "Et punkt i § 6-2 er ikke dekket av noen delavtale", follows=("AV101", "AV103", "AV104", "AV105", "AV107")
)
def uncovered(context: Context) -> Iterator[Finding]:
    """Every number of § 6-2 has an agreement for every kommune, or the hole is explained in `hull`."""
    if context.corpus.unread:  # what cannot be read may cover it
        return
    points = [
        law for law in context.corpus.registers.lovkrav.entries.values()
        if law.is_minimum and not (law.repealed and law.repealed <= context.today)
    ]  # fmt: skip
    agreements = _agreements(context)
    for space in _in_use(context):
        yield from _days_of_no_hole(space)
        bound = _bound(space, agreements[space.id], ("overordnet",))  # AV304 names the others
        for law in points:
            if law.number in space.holes:
                continue
            covered = _bound(space, agreements[space.id], AGREEMENTS, law)
            if not covered and space.kommuner:
                message = f"{law.short} ({law.title.lower()}) er ikke dekket av noen avtale i {space.name}."
                basis = _basis_of(context, space, law)
                line = f"Skriv {list_with(basis, 'lovkrav', law.id)} i {basis.id}" if basis else ""
                add = line or f"Legg «{law.id}» til i «lovkrav» i avtalen som dekker det"
                hint = f'{add}. Hvis ingen avtale dekker det, skriver du hvorfor under «hull» i helsefellesskap.yml: "{law.number}": …'
                yield Finding(_lost_cover(context, space, law), message, hint, (law.at,))
            elif missing := sorted(bound - covered):
                who = name_of(context, missing[0])
                message = f"{law.short} er ikke dekket for {who}: kommunen er ikke part i avtalen."
                hint = f"Legg «{missing[0]}» til i «parter» i avtalen, eller forklar hullet under «hull»."
                yield Finding(value_at(space, "kommuner", missing[0]), message, hint, (law.at,))


def _days_of_no_hole(space: Helsefellesskap) -> Iterator[Finding]:
    """Days for an agreement on what is said nowhere to lack one."""
    for number in space.hole_days:
        if number not in space.holes:
            message = f"Punkt {number} har en dag i «hull_innen», men ingen forklaring i «hull»."
            hint = "Skriv forklaringen under «hull», eller slett dagen."
            yield Finding(value_at(space, "hull_innen", inside=number), message, hint)


def _lost_cover(context: Context, space: Helsefellesskap, law: LawPoint) -> Location:
    """Where a number of § 6-2 without an agreement was probably lost: in an agreement that is not in force or whose points
    cannot be read, or in the one that the procedures rest on; else where a hole is explained."""
    known = set(context.corpus.registers.lovkrav.entries)
    for document in (d for d in context.corpus.documents_of(space.id) if d.type in AGREEMENTS):
        if law.id in document.lovkrav:
            return value_at(document, "status")
        if not known.issuperset(document.lovkrav or ("",)):
            return value_at(document, "lovkrav") if "lovkrav" in document.fields.values else document.at("type")
    if basis := _basis_of(context, space, law):
        return value_at(basis, "lovkrav")
    return space.at("hull" if space.holes else "kommuner")


def _basis_of(context: Context, space: Helsefellesskap, law: LawPoint) -> Document | None:
    """The agreement that most procedures about the point rest on: it probably had the point before."""
    rested = Counter(
        context.web.resolve(target).whole
        for document in context.web.documents_naming("lovkrav", law.id)
        for target in document.hjemmel
        if document.home == space.id
    )
    found = (context.corpus.document(target) for target, _ in rested.most_common())
    return next((d for d in found if d and d.type in AGREEMENTS), None)


def _in_use(context: Context) -> list[Helsefellesskap]:
    """The helsefellesskap whose documents are all of a known type; one without documents is still being set up."""
    used = {document.home for document in context.corpus.documents}
    used -= {d.home for d in context.corpus.documents if context.corpus.type_of(d) is None}
    return [space for space in context.corpus.helsefellesskap.values() if space.id in used]


def _agreements(context: Context) -> Mapping[str, list[Document]]:
    """The agreements in force of each helsefellesskap."""
    found: dict[str, list[Document]] = defaultdict(list)
    for document in context.corpus.documents:
        if document.type in AGREEMENTS and document.status == "gjeldende":
            found[document.home].append(document)
    return found


def _bound(
    space: Helsefellesskap, agreements: list[Document], types: tuple[str, ...], law: LawPoint | None = None
) -> set[str]:
    """The kommuner that the agreements in force of these types bind; with a point of the law, those that cover it.

    Who signed is bound too: AV209 says that a party is missing in «parter», and AV512 that an agreement has ended.
    """
    found: set[str] = set()
    for document in agreements:
        if document.type in types and (law is None or law.id in document.lovkrav):
            found |= all_members(space, (*document.parties, *(s.party for s in document.signatures)))
    return found & set(space.kommuner)


@corpus_rule(
    "AV304",
    "Kommunen mangler en gyldig overordnet avtale",
    follows=("AV101", "AV103", "AV104", "AV105", "AV107", "AV206"),
)
def without_agreement(context: Context) -> Iterator[Finding]:
    """§ 6-1: every kommune has an agreement in force."""
    agreements = _agreements(context)
    for space in () if context.corpus.unread else _in_use(context):
        found = _bound(space, agreements[space.id], ("overordnet",))
        if missing := [k for k in space.kommuner if k not in found]:
            listed = first_of([name_of(context, kommune) for kommune in missing], 3)
            message = f"{listed} har ingen gyldig overordnet samarbeidsavtale i {space.name}."
            tops = (d for d in context.corpus.documents_of(space.id) if d.type == "overordnet")
            ended = [d for d in tops if d.status != "gjeldende"]
            named = {f.at for f in parent_not_in_force(context)} if ended and not found else ()
            if any(d.at("status") in named or value_at(d, "status") in named for d in ended):
                continue  # AV204 names the status
            states = "".join(f" «{d.id}» har status «{d.status}»." for d in ended)
            hint = f"Se på «parter», «status» og «gyldig_til» i den overordnede avtalen.{states} Loven (§ 6-1) krever en avtale."
            top = next((d for d in agreements[space.id] if d.type == "overordnet"), None)
            if top and top.parties:
                hint = f"I {in_words(top.at('parter'))}, skriver du {list_with(top, 'parter', *missing)}. Loven (§ 6-1) krever en avtale."
            at = value_at(ended[0], "status") if ended and not found else value_at(space, "kommuner", missing[0])
            yield Finding(at, message, hint, (top.at("parter"),) if top else ())


@document_rule("AV305", "Brukerne har ikke medvirket i avtalen")
def without_involvement(context: Context, document: Document) -> Iterator[Finding]:
    """§ 6-1: pasient- og brukerorganisasjoner take part in drafting."""
    if document.type in INVOLVED and not document.involvement:
        if is_unread(document, "brukermedvirkning", document.involvement):
            return  # AV103 says so
        node = document.fields.values.get("brukermedvirkning")
        kind = context.corpus.type_of(document)
        if node is None and kind and "brukermedvirkning" in kind.requires:
            return  # AV107 says so
        if not (isinstance(node, Sequence) and node.items):
            hint = 'Legg til «brukermedvirkning:» med - {hvem: …, hvordan: …, ar: "2026"}. Loven (§ 6-1) krever det.'
            at = document.at("brukermedvirkning" if node else "type")
            yield Finding(at, "Avtalen sier ikke hvem av brukerne som medvirket, og hvordan.", hint)
    elif document.involvement and all(_OF_PARTY.match(one.who) for one in document.involvement):
        who = document.involvement[0].who
        message = f"«{who}» er ansatte hos en part, og ingen bruker eller brukerorganisasjon."
        hint = "Skriv hvem av brukerne som medvirket, for eksempel brukerutvalget. Loven (§ 6-1) krever det."
        yield Finding(value_at(document, "brukermedvirkning", who), message, hint)


@document_rule("AV306", "Loven nevnes i teksten, men ikke i «lovkrav»", Severity.ADVARSEL)
def cited_only_in_text(context: Context, document: Document) -> Iterator[Finding]:
    """A provision that the text mentions must be in `lovkrav` too, so that a change of the law leads to the document."""
    laws = context.corpus.registers.lovkrav.entries
    if context.corpus.world_of(document) == "overordnet":
        yield from _fulfilled(document, laws)
    cited = {(laws[name].law, laws[name].paragraph) for name in document.lovkrav if name in laws}
    mentions = context.web.mentions[document.path]
    for mention in mentions.every:
        law = _law_of(mention.target, laws)
        if law and (law.law, law.paragraph) not in cited and not is_obsolete(mention.text, document.language):
            cited.add((law.law, law.paragraph))
            message = f"{law.short} nevnes her, men ikke i «lovkrav»."
            at = in_line(document, mention.line, mention.text)
            said = {id(_law_of(one.target, laws)) for one in mentions.every}
            own = (laws[name] for name in document.lovkrav if name in laws and laws[name].paragraph != MINIMUM)
            likely = (o for o in own if (id(o) not in said if o.law == law.law else o.paragraph == law.paragraph))
            hint = _to_field(document, law, next(likely, None))
            yield Finding(at, message, hint, (document.at("lovkrav"),))


def _to_field(document: Document, law: LawPoint, likely: LawPoint | None) -> str:
    """To add the provision to the field, unless the field has one that was `likely` meant: the same paragraph of another law,
    or one of the same law that the text does not mention."""
    there = f"på linje {document.at('lovkrav').line}" if document.lovkrav else "blant feltene øverst"
    write = f"{list_with(document, 'lovkrav', law.id)} {there}"
    if likely:
        return f"Mente du {likely.short}, som står i «lovkrav»? Hvis {law.short} er riktig, skriver du {write}."
    return f"Skriv {write}."


def _fulfilled(document: Document, laws: Mapping[str, LawPoint]) -> Iterator[Finding]:
    """A number of § 6-2 that an agreement says it fulfils, or names in its purpose, must be in its `lovkrav`."""
    known = {laws[name].number for name in document.lovkrav if name in laws and laws[name].paragraph == MINIMUM}
    text = document.body.text
    for found in _POINT.finditer(text) if known and MINIMUM in text else ():
        at = in_body(document, found.start())
        fulfils = _FULFILS.search(text, max(0, found.start() - 90), found.start())
        above = [section.title.casefold() for section in document.body.sections if section.line <= at.line]
        if found["number"] not in known and (fulfils or above[-1:] in (["formål"], ["føremål"])):
            does = "oppfyller" if fulfils else "har sitt formål i"
            message = f"Teksten sier at avtalen {does} «{found[0]}», men «lovkrav» sier nr. {', '.join(sorted(known))}."
            hint = f"Skriv «§ 6-2 nr. {min(known)}». Hvis det er teksten som er riktig, retter du «lovkrav» på linje {document.at('lovkrav').line}."
            yield Finding(at, message, hint, (document.at("lovkrav"),))


def _law_of(target: object, laws: Mapping[str, LawPoint]) -> LawPoint | None:
    return laws.get(target.entry) if isinstance(target, Named) and target.register == "lovkrav" else None


def said_in_short(law: LawPoint) -> dict[str, str]:
    """The paragraph and the number in the short name of a provision, by the name of their fields."""
    found = _SHORT.search(law.short)
    return {key: said for key, said in found.groupdict().items() if said} if found else {}


@corpus_rule("AV311", "Paragrafen er en annen enn i kortnavnet", Severity.ADVARSEL)
def other_than_short(context: Context) -> Iterator[Finding]:
    """The short name of a provision must agree with its paragraph and number."""
    register = context.corpus.registers.lovkrav
    for law in register.entries.values():
        for key, said in said_in_short(law).items():
            given = law.paragraph if key == "paragraf" else law.number
            if given and given != said:
                in_id = f"-{given}" in law.id and f"-{said}" not in law.id
                wrong, right = ("kort", given) if in_id else (key, said)
                message = f"«{law.id}» har {key} {given}, men kortnavnet er «{law.short}»."
                hint = f"Er det en skrivefeil, skriv «{right}» her."
                yield Finding(value_at(register, law.id, inside=wrong), message, hint)
