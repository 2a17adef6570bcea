"""The words of the interface, in bokmål and nynorsk."""

from avtaleverk.corpus.model import Language

_WORDS: dict[str, tuple[str, str]] = {
    "aktor.begge": ("Begge parter", "Begge partar"),
    "aktor.helseforetak": ("Helseforetaket", "Helseføretaket"),
    "aktor.kommune": ("Kommunen", "Kommunen"),
    "aktor.andre": ("Andre", "Andre"),
    "annet": ("Annet", "Anna"),
    "avvik": ("Meld avvik", "Meld avvik"),
    "avvik.forklaring": (
        "Virket ikke rutinen? Meld avvik i ditt eget avvikssystem, og oppgi denne henvisningen. Skriv aldri pasientopplysninger her på siden.",
        "Verka ikkje rutinen? Meld avvik i ditt eige avvikssystem, og oppgi denne tilvisinga. Skriv aldri pasientopplysningar her på sida.",
    ),
    "avvik.kopier": ("Kopier henvisningen", "Kopier tilvisinga"),
    "avvik.kopiert": ("Kopiert", "Kopiert"),
    "avvik.rutine": ("Slik melder du samhandlingsavvik", "Slik melder du samhandlingsavvik"),
    "brukermedvirkning": ("Brukermedvirkning", "Brukarmedverknad"),
    "brukes_i": ("Brukes i", "Blir brukt i"),
    "bygger_paa": ("Dette bygger på", "Dette byggjer på"),
    "eksempel": (
        "Eksempelinnhold. Dette er ikke avtaler som gjelder.",
        "Eksempelinnhald. Dette er ikkje avtalar som gjeld.",
    ),
    "endringer": ("Hva er endret?", "Kva er endra?"),
    "eier": ("Ansvarlige for siden", "Ansvarlege for sida"),
    "eier.kommune": ("Kommunene", "Kommunane"),
    "eier.hf": ("Helseforetaket", "Helseføretaket"),
    "fagansvarlig": ("Fagansvarlig", "Fagansvarleg"),
    "foresla": ("Foreslå endring", "Foreslå endring"),
    "fra": ("fra", "frå"),
    "frister": ("Frister", "Fristar"),
    "gjelder_for": ("Gjelder for", "Gjeld for"),
    "gjennomgaatt": ("Sist gjennomgått", "Sist gjennomgått"),
    "gyldig": ("Gyldig", "Gyldig"),
    "gyldig.til": ("til", "til"),
    "gyldig.uten_utlop": ("uten sluttdato", "utan sluttdato"),
    "hjem": ("Forsiden", "Framsida"),
    "hvem": ("Hvem", "Kven"),
    "innen": ("innen", "innan"),
    "kontakt": ("Kontakt", "Kontakt"),
    "kontakt.sted": ("Sted", "Stad"),
    "kontakt.telefon": ("Telefon", "Telefon"),
    "kontakt.apent": ("Åpent", "Ope"),
    "kontakt.mitt": ("Din kommune eller enhet", "Din kommune eller eining"),
    "kontakt.ikke_valgt": ("Velg for å se nummeret ditt", "Vel for å sjå nummeret ditt"),
    "kontakt.alle": ("Alle", "Alle"),
    "kontakt.antall": ("steder", "stader"),
    "konklusjon": ("Konklusjon", "Konklusjon"),
    "lovkrav": ("Lovkrav", "Lovkrav"),
    "meldinger": ("Meldinger", "Meldingar"),
    "melding": ("Melding", "Melding"),
    "melding.avsender": ("Fra", "Frå"),
    "melding.mottakere": ("Til alle disse", "Til alle desse"),
    "melding.nar": ("Når", "Når"),
    "melding.kanal": ("Hvordan", "Korleis"),
    "om": ("Om dokumentet", "Om dokumentet"),
    "organer": ("Samarbeidsorganer", "Samarbeidsorgan"),
    "overordnet": ("Overordnet avtale", "Overordna avtale"),
    "overordnet.flertall": ("Overordnede avtaler", "Overordna avtalar"),
    "overordnet.hva": ("Hva er avtalt, av hvem, og hvor lenge", "Kva er avtalt, av kven, og kor lenge"),
    "pasientnaer": ("Pasientnær", "Pasientnær"),
    "pasientnaer.flertall": ("Pasientnære prosedyrer", "Pasientnære prosedyrar"),
    "pasientnaer.hva": ("Hva du gjør nå", "Kva du gjer no"),
    "parter": ("Parter", "Partar"),
    "parter.alle": ("Alle kommunene", "Alle kommunane"),
    "prosedyrer_under": ("Prosedyrer som bygger på avtalen", "Prosedyrar som byggjer på avtalen"),
    "perm": ("Perm:", "Perm:"),
    "perm.lenke": ("Perm til utskrift", "Perm til utskrift"),
    "perm.hva": (
        "Alle prosedyrene samlet for utskrift. Papiret blir gammelt: sjekk utgaven på nettet.",
        "Alle prosedyrane samla for utskrift. Papiret blir gammalt: sjekk utgåva på nettet.",
    ),
    "rolleark": ("Det viktigste for deg som", "Det viktigaste for deg som"),
    "rolleark.kort": ("Rolleark: det viktigste på én side", "Rolleark: det viktigaste på éi side"),
    "rolleark.merke": ("Rolleark", "Rolleark"),
    "rolleark.innledning": (
        "Frister, meldinger og prosedyrer på ett ark.",
        "Fristar, meldingar og prosedyrar på eitt ark.",
    ),
    "rolleark.frister": ("Dine frister", "Dine fristar"),
    "rolleark.sender": ("Du sender", "Du sender"),
    "rolleark.mottar": ("Du mottar", "Du får"),
    "selvtest": ("Kjenner du avtalen?", "Kjenner du avtalen?"),
    "selvtest.hva": (
        "noen spørsmål fra prosedyrene dine. Svarene blir ikke lagret eller sendt.",
        "nokre spørsmål frå prosedyrane dine. Svara blir ikkje lagra eller sende.",
    ),
    "selvtest.vis": ("Vis svaret", "Vis svaret"),
    "selvtest.staar": ("Det står i", "Det står i"),
    "selvtest.prosedyre": ("Prosedyre:", "Prosedyre:"),
    "selvtest.rett": ("Riktig.", "Rett."),
    "selvtest.galt": ("Ikke riktig.", "Ikkje rett."),
    "skriv_ut": ("Skriv ut", "Skriv ut"),
    "satser": ("Satser", "Satsar"),
    "satser.ar": ("År", "År"),
    "satser.belop": ("Beløp", "Beløp"),
    "signert": ("Signert", "Signert"),
    "signert.forbehold": ("Forbehold", "Atterhald"),
    "signert.part": ("Part", "Part"),
    "status": ("Status", "Status"),
    "status.utkast": ("Utkast", "Utkast"),
    "status.horing": ("På høring", "På høyring"),
    "status.forhandles": ("Under forhandling", "Under forhandling"),
    "status.mekling": ("Til mekling", "Til mekling"),
    "status.til_behandling": ("Til behandling", "Til behandling"),
    "status.gjeldende": ("Gjeldende", "Gjeldande"),
    "status.utgatt": ("Utgått", "Utgått"),
    "steg.nar": ("Prosedyrer i hvert steg", "Prosedyrar i kvart steg"),
    "til": ("til", "til"),
    "ukontrollert": (
        "Ikke kontrollert mot kilden. Sjekk ordlyden i Lovdata.",
        "Ikkje kontrollert mot kjelda. Sjekk ordlyden i Lovdata.",
    ),
    "under": ("Under", "Under"),
    "valgt.bare": ("Vis bare", "Vis berre"),
    "vedtak": ("Vedtak", "Vedtak"),
    "versjon": ("Versjon", "Versjon"),
    "dato": ("Dato", "Dato"),
    "punkt": ("pkt.", "pkt."),
    "lenke_til": ("Lenke til punkt", "Lenkje til punkt"),
    "utgatt.varsel": ("Dette dokumentet gjelder ikke lenger.", "Dette dokumentet gjeld ikkje lenger."),
    "ikke_gjeldende": (
        "Dette dokumentet er ikke vedtatt ennå, eller gjelder ikke nå.",
        "Dette dokumentet er ikkje vedteke enno, eller gjeld ikkje no.",
    ),
    "organer.hva": (
        "Hva hvert organ gjør, hvem som sitter der, og hva det har vedtatt.",
        "Kva kvart organ gjer, kven som sit der, og kva det har vedteke.",
    ),
    "organ.medlemmer": ("Medlemmer", "Medlemmer"),
    "organ.moter": ("Møter", "Møte"),
    "organ.nevnt": ("Nevnt i", "Nemnt i"),
    "organ.vedtatt": ("Har vedtatt", "Har vedteke"),
    "flyttet": ("Flyttet", "Flytta"),
    "flyttet.til": ("Dokumentet har ny adresse:", "Dokumentet har ny adresse:"),
    "flyttet.punkt": (
        "Hadde adressen et punktnummer, er punktet merket her.",
        "Hadde adressa eit punktnummer, er punktet merkt her.",
    ),
    "ord": ("Ord og forkortelser", "Ord og forkortingar"),
    "ord.apent": ("Forkortelsen brukes også om noe annet.", "Forkortinga blir også brukt om noko anna."),
    "ord.flere": ("kan bety flere ting:", "kan bety fleire ting:"),
    "punkt.tidligere": ("Tidligere punkt", "Tidlegare punkt"),
    "punkt.vis_til": ("Vis til dette punktet", "Vis til dette punktet"),
}


def word(key: str, language: Language) -> str:
    """The word `key` in `language`; raises KeyError for a word that does not exist."""
    bokmål, nynorsk = _WORDS[key]
    return nynorsk if language == "nn" else bokmål


def in_language(thing: object, attribute: str, language: Language) -> str:
    """`thing.attribute` in nynorsk when asked for and written, else in bokmål."""
    nynorsk = getattr(thing, f"{attribute}_nn", "") if language == "nn" else ""
    return str(nynorsk or getattr(thing, attribute))


def collate(text: str) -> str:
    """A sort key that puts æ, ø and å last, as the Norwegian alphabet does."""
    return text.casefold().replace("æ", "{").replace("ø", "|").replace("å", "}")
