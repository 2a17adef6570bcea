"""The tables of the fields of the registers and of a helsefellesskap."""

import re

from avtaleverk.corpus import model
from avtaleverk.corpus.kinds import Amount, Choice, Day, DocRef, Patterned, Ref, Span, Text, YesNo
from avtaleverk.corpus.records import ByKey, Field, Many, Record, record


class Word(Patterned):
    """A word or a phrase that is looked for in all texts: a single letter or a sign would be found everywhere."""

    pattern = re.compile(r"(?=.*[A-Za-zÀ-ž]{2})[A-Za-z0-9À-ž](?:[ .,/-]{0,2}[A-Za-z0-9À-ž])*\.?")
    wanted = "et ord"
    hint = "Skriv ordet med minst to bokstaver og uten andre tegn, slik det står i tekstene."


_day, _text, _yes = Day(), Text(), YesNo()
_texts = Many(_text)
_NAME = (
    Field("navn", "name", _text, "Navnet på bokmål.", required=True),
    Field("navn_nn", "name_nn", _text, "Navnet på nynorsk."),
)
_SOURCE = (
    Field("kilde", "source", _text, "Kilden, eller «ukontrollert»."),
    Field("kontrollert", "checked", _day, "Når opplysningen sist ble sjekket mot kilden."),
)
_SECTION = record(
    model.SectionSpec,
    Field("nb", "nb", _text, "Overskriften på bokmål.", required=True),
    Field("nn", "nn", _text, "Overskriften på nynorsk.", required=True),
    Field("krav", "required", _yes, "Om den må være med.", required=True),
)
_SEAT = record(
    model.Seat,
    Field("hvem", "who", _text, "Hvem.", required=True),
    Field("antall", "number", _text, "Hvor mange.", required=True),
)
_ENTRY = record(
    model.NamedEntry,
    *_NAME,
    Field("rekkefolge", "order", _text, "Plassen i lister."),
    Field("pasienten", "patient_phrase", _text, "Slik forsiden sier det: «legges inn»."),
    Field("pasienten_nn", "patient_phrase_nn", _text, "Det samme på nynorsk."),
    Field("forklaring", "explanation", _text, "Hva det er."),
    Field("forklaring_nn", "explanation_nn", _text, "Det samme på nynorsk."),
    Field("fra", "since", _day, "Når det kom i bruk."),
    Field("oppfylt_i", "met_in", Many(DocRef()), "Dokumentene som oppfyller det."),
    *_SOURCE,
)

REGISTERS: dict[str, Record] = {
    "lovkrav": record(
        model.LawPoint,
        Field("kort", "short", _text, "Kortformen: «hol. § 6-2 nr. 5».", required=True),
        Field("tittel", "title", _text, "Hva bestemmelsen handler om.", required=True),
        Field("tittel_nn", "title_nn", _text, "Det samme på nynorsk."),
        Field("lov", "law", _text, "Loven eller forskriften.", required=True),
        Field("paragraf", "paragraph", _text, "Paragrafen, uten §."),
        Field("ledd", "subsection", _text, "Leddet."),
        Field("nummer", "number", _text, "Nummeret i bestemmelsen."),
        Field("krav", "demand", _text, "Hva den krever, i klarspråk.", required=True),
        Field("krav_nn", "demand_nn", _text, "Det samme på nynorsk."),
        Field("i_kraft", "in_force", _day, "Når den trådte i kraft."),
        Field("opphevet", "repealed", _day, "Når den ble opphevet."),
        Field("erstattet_av", "replaced_by", Many(Ref("lovkrav")), "Bestemmelsene som erstattet den."),
        Field("frist", "deadline", Span(), "Fristen den setter."),
        Field("kalles", "also_called", _texts, "Navn på loven i løpende tekst, som «helsepersonelloven»."),
        *_SOURCE,
    ),
    "parter": record(
        model.Party,
        *_NAME,
        Field(
            "slag",
            "kind",
            Choice(("kommune", "helseforetak", "regionalt-helseforetak", "organisasjon", "departement", "gruppe")),
            "Hva slags part.",
            required=True,
        ),
        Field("nummer", "number", _text, "Kommunenummeret."),
        *_SOURCE,
    ),
    "roller": record(
        model.Role,
        *_NAME,
        Field(
            "side",
            "side",
            Choice(("kommune", "helseforetak", "begge", "andre")),
            "Hvem rollen hører til.",
            required=True,
        ),
        Field("frontlinje", "frontline", _yes, "Om rollen møter pasienter og får egen inngang."),
        Field("beskrivelse", "description", _text, "Hvem det er."),
        Field("beskrivelse_nn", "description_nn", _text, "Det samme på nynorsk."),
        Field("kalles", "also_called", _texts, "Andre navn på rollen."),
    ),
    "faser": _ENTRY,
    "pasientgrupper": _ENTRY,
    "tema": _ENTRY,
    "prinsipper": _ENTRY,
    "meldinger": record(
        model.Message,
        *_NAME,
        Field("avsender", "senders", Many(Ref("roller")), "Rollene som sender.", required=True),
        Field("mottakere", "receivers", Many(Ref("roller")), "Alle roller som skal ha meldingen.", required=True),
        Field("alltid_til", "always_to", Many(Ref("roller")), "De av mottakerne som får alle slike meldinger."),
        Field("nar", "when", _text, "Når den sendes."),
        Field("nar_nn", "when_nn", _text, "Det samme på nynorsk."),
        Field("kanal", "channel", _text, "Hvordan den sendes."),
        Field("kanal_nn", "channel_nn", _text, "Det samme på nynorsk, når det er ulikt."),
        Field("standard", "standard", _text, "Meldingsstandard og versjon."),
        Field("innhold", "content", _text, "Hva den inneholder."),
        Field("innhold_nn", "content_nn", _text, "Det samme på nynorsk."),
        Field("kalles", "also_called", _texts, "Navn på meldingen i løpende tekst, som «tidligmelding»."),
        *_SOURCE,
    ),
    "satser": record(
        model.Rate,
        *_NAME,
        Field("enhet", "unit", _text, "Enheten: «kroner per døgn».", required=True),
        Field("ar", "by_year", ByKey(Amount()), "Beløpet for hvert år, i hele kroner.", required=True),
        Field("mangler", "missing", _text, "Hva leseren skal vite om år uten sats."),
        Field("mangler_nn", "missing_nn", _text, "Det samme på nynorsk."),
        *_SOURCE,
    ),
    "ordliste": record(
        model.Term,
        Field("nb", "nb", Many(Word()), "Ordene på bokmål; det første er oppslagsordet.", required=True),
        Field("nn", "nn", Many(Word()), "Ordene på nynorsk."),
        Field("forkortelser", "abbreviations", _texts, "Forkortelser."),
        Field("forklaring", "explanation", _text, "Hva ordet betyr.", required=True),
        Field("forklaring_nn", "explanation_nn", _text, "Det samme på nynorsk."),
        Field("flertydig", "ambiguous", _texts, "Former som også betyr noe annet."),
        Field("hverdagsord", "everyday", _yes, "Ja: ordet forklares bare i ordlista, ikke på hver side."),
    ),
    "kilder": record(
        model.Publication,
        Field("tittel", "title", _text, "Tittelen.", required=True),
        Field("utgiver", "publisher", _text, "Utgiveren."),
        Field("ar", "year", _text, "Året."),
        Field("hva", "use", _text, "Hva kilden brukes til."),
        Field("kilde", "source", _text, "Hvor den er lest."),
    ),
    "momentliste": record(
        model.Moment,
        Field("fase", "phase", Ref("faser"), "Fasen.", required=True),
        Field("part", "party", Choice(("kommune", "helseforetak", "begge")), "Hvem momentet gjelder.", required=True),
        *_NAME,
        Field("prosedyrer", "procedures", Many(DocRef()), "Prosedyrene som dekker momentet."),
        Field("forklart", "explained", _text, "Hvorfor momentet ikke er dekket."),
    ),
    "typer": record(
        model.DocumentType,
        *_NAME,
        Field("flertall", "plural", _text, "Flertall på bokmål.", required=True),
        Field("flertall_nn", "plural_nn", _text, "Flertall på nynorsk."),
        Field("verden", "world", Choice(("overordnet", "pasientnaer")), "Overordnet eller pasientnær.", required=True),
        Field("under", "parents", Many(Ref("typer")), "Typene den kan stå under."),
        Field("organ", "organs", _texts, "Organene som kan vedta den."),
        Field("krever", "requires", _texts, "Felt typen må ha."),
        Field("seksjoner", "sections", Many(_SECTION), "Overskriftene, i rekkefølge."),
    ),
}

_CONTACT = (
    Field("telefon", "phone", _text, "Telefonnummeret."),
    Field("epost", "email", _text, "E-postadressen."),
    Field("apent", "hours", _text, "Åpningstiden."),
    Field("merknad", "note", _text, "Noe leseren må vite."),
)

HELSEFELLESSKAP = (
    Field("navn", "name", _text, "Navnet.", required=True),
    Field("navn_kort", "short_name", _text, "Kortnavnet.", required=True),
    Field("malform", "language", Choice(("nb", "nn")), "Målformen.", required=True),
    Field("eksempel", "example", _yes, "Om innholdet er et eksempel og ikke avtaler som gjelder."),
    Field("merknad", "remark", _text, "Forbehold som vises på siden."),
    Field("hf", "helseforetak", Many(Ref("parter")), "Helseforetakene.", required=True),
    Field("kommuner", "kommuner", Many(Ref("parter")), "Kommunene.", required=True),
    Field("nye", "joined", ByKey(_day), "Dagen hver kommune som er kommet til senere, ble med."),
    Field("steder", "settlements", ByKey(_texts), "Bygder og tettsteder i hver kommune, slik folk sier det."),
    Field("distrikter", "districts", ByKey(Many(Ref("parter"))), "Kommunene i distrikter som folk nevner."),
    Field(
        "regioner",
        "regions",
        ByKey(
            record(
                model.Region,
                Field("navn", "name", _text, "Navnet.", required=True),
                Field("kommuner", "kommuner", Many(Ref("parter")), "Kommunene i regionen.", required=True),
                Field("representant", "representative", Ref("parter"), "Kommunen som representerer de andre."),
            )
        ),
        "Helseregionene.",
    ),
    Field(
        "enheter",
        "units",
        ByKey(
            record(
                model.Unit,
                *_NAME,
                Field("type", "kind", _text, "Sykehus, DPS …"),
                Field("sted", "town", _text, "Stedet."),
                Field("dekker", "covers", _texts, "Regionene og kommunene enheten tar imot fra."),
            )
        ),
        "Helseforetakets enheter.",
    ),
    Field(
        "organer",
        "organs",
        ByKey(
            record(
                model.Organ,
                *_NAME,
                Field("niva", "level", _text, "Nivået: partnerskap, strategisk, faglig …", required=True),
                Field("oppgave", "task", _text, "Hva organet gjør."),
                Field("moter", "meets", _text, "Hvor ofte det møtes."),
                Field("kalles", "also_called", _texts, "Andre navn på organet i løpende tekst, som «SSU»."),
                Field("representanter", "seats", Many(_SEAT), "Hvem som sitter i organet."),
            )
        ),
        "Samarbeidsorganene.",
    ),
    Field(
        "sekretariat",
        "secretariat",
        record(model.ContactPoint, Field("navn", "place", _text, "Navnet.", required=True), *_CONTACT),
        "Sekretariatet.",
    ),
    Field("hull", "holes", ByKey(_text), "Forklaring på punkt i § 6-2 som ingen delavtale dekker."),
    Field("hull_innen", "hole_days", ByKey(_day), "Når det skal være en avtale om punktet."),
)

CONTACTS = record(
    model.ContactRole,
    Field("navn", "name", _text, "Navnet.", required=True),
    Field("side", "side", Choice(("kommune", "helseforetak", "begge", "andre")), "Hvem rollen hører til."),
    Field("stengt", "when_closed", Ref("roller"), "Rollen som svarer når denne er stengt."),
    Field(
        "steder",
        "places",
        ByKey(record(model.ContactPoint, *_CONTACT), "place"),
        "Kommuner eller enheter.",
        required=True,
    ),
)
