"""AV3: what the law demands, and how it is cited."""

from collections.abc import Iterator, Mapping

from avtaleverk.checks.context import Context
from avtaleverk.checks.language import is_obsolete
from avtaleverk.checks.parties import all_members
from avtaleverk.checks.places import in_line, value_at
from avtaleverk.corpus.model import Document, Helsefellesskap, LawPoint
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.links.lexicon import Named
from avtaleverk.rules import corpus_rule, document_rule

MINIMUM = "6-2"
INVOLVED = ("overordnet", "delavtale")


@document_rule("AV301", "Lovkravet er opphevet")
def repealed(context: Context, document: Document) -> Iterator[Finding]:
    """`lovkrav` names provisions that are in force."""
    laws = context.corpus.registers.lovkrav.entries
    for name in document.lovkrav:
        law = laws.get(name)
        if law and law.repealed and law.repealed <= context.today and document.status != "utgatt":
            successors = ", ".join(law.replaced_by)
            hint = f"Skriv «{successors}» i stedet." if successors else "Ta det ut, og vurder hva som gjelder nå."
            at = value_at(document, "lovkrav", name)
            yield Finding(at, f"{law.short} («{name}») ble opphevet {law.repealed}.", hint, (law.at,))


@document_rule("AV302", "Lovkravet er endret etter siste gjennomgang", calendar=True)
def changed_since_review(context: Context, document: Document) -> Iterator[Finding]:
    """A provision that came into force after the last review must be looked at."""
    laws, last = context.corpus.registers.lovkrav.entries, document.last_review
    for name in document.lovkrav:
        law = laws.get(name)
        if law and law.in_force and last and last < law.in_force <= context.today:
            message = f"{law.short} fikk virkning {law.in_force}, etter siste gjennomgang ({last})."
            hint = "Se om dokumentet fortsatt stemmer, og legg til en linje under «gjennomgang»."
            yield Finding(value_at(document, "lovkrav", name), message, hint, (law.at,))


@corpus_rule("AV303", "Et punkt i § 6-2 er ikke dekket av noen delavtale")
def uncovered(context: Context) -> Iterator[Finding]:
    """Every number of § 6-2 has an agreement for every kommune, or the hole is explained in `hull`."""
    if context.corpus.unread:  # what cannot be read may cover it
        return
    points = [
        law for law in context.corpus.registers.lovkrav.entries.values()
        if law.paragraph == MINIMUM and law.number and not (law.repealed and law.repealed <= context.today)
    ]  # fmt: skip
    for space in _in_use(context):
        for law in points:
            if law.number in space.holes:
                continue
            covered = _covered(context, space, law)
            if not covered:
                message = f"{law.short} ({law.title.lower()}) er ikke dekket av noen avtale i {space.name}."
                hint = f'Legg «{law.id}» til i «lovkrav» i avtalen som dekker det, eller forklar hullet under «hull»: "{law.number}": …'
                yield Finding(Location(space.path), message, hint, (law.at,))
            elif missing := sorted(set(space.kommuner) - covered):
                name = context.corpus.registers.parter.entries[missing[0]].name if missing else ""
                message = f"{law.short} er ikke dekket for {name} ({missing[0]}): kommunen er ikke part i avtalen."
                hint = f"Legg «{missing[0]}» til i «parter» i avtalen, eller forklar hullet under «hull»."
                yield Finding(Location(space.path), message, hint, (law.at,))


def _in_use(context: Context) -> list[Helsefellesskap]:
    """The helsefellesskap that have documents; one that is being set up has none yet."""
    used = {document.reference.helsefellesskap for document in context.corpus.documents}
    return [space for space in context.corpus.helsefellesskap.values() if space.id in used]


def _in_force(context: Context, space: Helsefellesskap, types: tuple[str, ...]) -> Iterator[Document]:
    for document in context.corpus.documents:
        if (
            document.reference.helsefellesskap == space.id
            and document.type in types
            and document.status == "gjeldende"
            and not (document.valid_to and document.valid_to < context.today)
        ):
            yield document


def _covered(context: Context, space: Helsefellesskap, law: LawPoint) -> set[str]:
    kommuner: set[str] = set()
    for document in _in_force(context, space, ("overordnet", "delavtale", "saeravtale")):
        if law.id in document.lovkrav:
            kommuner |= all_members(space, document.parties) & set(space.kommuner)
    return kommuner


@corpus_rule("AV304", "Kommunen mangler en gyldig overordnet avtale")
def without_agreement(context: Context) -> Iterator[Finding]:
    """§ 6-1: every kommune has an agreement in force."""
    for space in () if context.corpus.unread else _in_use(context):
        found: set[str] = set()
        for document in _in_force(context, space, ("overordnet",)):
            found |= all_members(space, document.parties)
        if missing := [k for k in space.kommuner if k not in found]:
            names = [p.name if (p := context.corpus.registers.parter.entries.get(k)) else k for k in missing]
            listed = ", ".join(names[:3]) + (f" og {len(names) - 3} til" if len(names) > 3 else "")
            message = f"{listed} har ingen gyldig overordnet samarbeidsavtale i {space.name}."
            tops = [
                d
                for d in context.corpus.documents
                if d.reference.helsefellesskap == space.id and d.type == "overordnet"
            ]
            ended = "".join(f" «{d.id}» har status «{d.status}»." for d in tops if d.status != "gjeldende")
            hint = f"Se på «parter», «status» og «gyldig_til» i den overordnede avtalen.{ended} Loven (§ 6-1) krever en avtale."
            yield Finding(Location(space.path), message, hint)


@document_rule("AV305", "Brukerne har ikke medvirket i avtalen")
def without_involvement(context: Context, document: Document) -> Iterator[Finding]:
    """§ 6-1: pasient- og brukerorganisasjoner take part in drafting."""
    if document.type in INVOLVED and not document.involvement:
        node = document.fields.values.get("brukermedvirkning")
        kind = context.corpus.type_of(document)
        if node is None and kind and "brukermedvirkning" in kind.requires:
            return  # AV107 says so
        if node is None or not list(getattr(node, "items", ())):
            hint = 'Legg til «brukermedvirkning:» med - {hvem: …, hvordan: …, ar: "2026"}. Loven (§ 6-1) krever det.'
            at = document.at("brukermedvirkning" if node else "type")
            yield Finding(at, "Avtalen sier ikke hvem av brukerne som medvirket, og hvordan.", hint)


@document_rule("AV306", "Loven nevnes i teksten, men ikke i «lovkrav»", Severity.ADVARSEL)
def cited_only_in_text(context: Context, document: Document) -> Iterator[Finding]:
    """A provision that the text is read to mention stands in `lovkrav` too, so that a changed law finds it."""
    laws = context.corpus.registers.lovkrav.entries
    cited = {(laws[name].law, laws[name].paragraph) for name in document.lovkrav if name in laws}
    for paragraph in context.web.mentions[document.path].found.values():
        for mention in paragraph:
            law = _law_of(mention.target, laws)
            if law and (law.law, law.paragraph) not in cited and not is_obsolete(mention.text, document.language):
                cited.add((law.law, law.paragraph))
                message = f"{law.short} nevnes her, men ikke i «lovkrav»."
                at = in_line(document, mention.line, mention.text)
                yield Finding(at, message, f"Legg «{law.id}» til i feltet «lovkrav».")


def _law_of(target: object, laws: Mapping[str, LawPoint]) -> LawPoint | None:
    return laws.get(target.entry) if isinstance(target, Named) and target.register == "lovkrav" else None
