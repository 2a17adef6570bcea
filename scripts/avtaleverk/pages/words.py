"""The words of the interface, in bokmål and nynorsk."""

from avtaleverk.corpus.model import Deadline, Language

_WORDS: dict[str, tuple[str, str]] = {
    "aktor.begge": ("Begge parter", "Begge partar"),
    "aktor.helseforetak": ("Helseforetaket", "Helseføretaket"),
    "aktor.kommune": ("Kommunen", "Kommunen"),
    "aktor.andre": ("Andre", "Andre"),
    "akutt": ("Akutt nå", "Akutt no"),
    "annet": ("Annet", "Anna"),
    "avvik": ("Meld avvik", "Meld avvik"),
    "avvik.forklaring": (
        "Virket ikke rutinen? Meld avvik i ditt eget avvikssystem, og oppgi denne henvisningen. Skriv aldri pasientopplysninger her på siden.",
        "Verka ikkje rutinen? Meld avvik i ditt eige avvikssystem, og oppgi denne tilvisinga. Skriv aldri pasientopplysningar her på sida.",
    ),
    "avvik.kopier": ("Kopier henvisningen", "Kopier tilvisinga"),
    "avvik.kopiert": ("Kopiert", "Kopiert"),
    "avvik.sporsmal": ("Spørsmål om avtalen?", "Spørsmål om avtalen?"),
    "avvik.rutine": ("Slik melder du samhandlingsavvik", "Slik melder du samhandlingsavvik"),
    "avvik.mottak": (
        "Lederen din sender avviket videre til den andre parten:",
        "Leiaren din sender avviket vidare til den andre parten:",
    ),
    "avvik.adresser": ("adresse og telefon", "adresse og telefon"),
    "avvik.til.helseforetak": ("Til helseforetaket", "Til helseføretaket"),
    "avvik.til.kommune": ("Til kommunen", "Til kommunen"),
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
    "kontakt.stengt": ("Utenom dette svarer", "Utanom dette svarer"),
    "kontakt.mitt": ("Vis numrene for", "Vis numra for"),
    "kontakt.ikke_valgt": ("Velg for å se nummeret ditt", "Vel for å sjå nummeret ditt"),
    "kontakt.alle": ("Alle", "Alle"),
    "kontakt.antall": ("steder", "stader"),
    "liste.bokstaver": ("Bokstaver", "Bokstavar"),
    "liste.filter": ("Vis bare det som har ordene", "Vis berre det som har orda"),
    "lovkrav": ("Lovkrav", "Lovkrav"),
    "meldinger": ("Meldinger", "Meldingar"),
    "melding.alltid": ("Alltid til", "Alltid til"),
    "melding.avsender": ("Fra", "Frå"),
    "melding.folger_opp": ("når de følger opp pasienten", "når dei følgjer opp pasienten"),
    "melding.ogsaa": ("Også til", "Også til"),
    "melding.til": ("Til", "Til"),
    "melding.bare": (
        "Her står bare de som dette dokumentet handler om.",
        "Her står berre dei som dette dokumentet handlar om.",
    ),
    "melding.flere": ("Alle som kan sende og få meldingene", "Alle som kan sende og få meldingane"),
    "melding.kanal": ("Hvordan", "Korleis"),
    "om": ("Om dokumentet", "Om dokumentet"),
    "organer": ("Samarbeidsorganer", "Samarbeidsorgan"),
    "minst": ("minst", "minst"),
    "overordnet.flertall": ("Overordnede avtaler", "Overordna avtalar"),
    "overordnet.hva": ("Hva er avtalt, av hvem, og hvor lenge", "Kva er avtalt, av kven, og kor lenge"),
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
    "ring": ("Ring", "Ring"),
    "ring.velg": ("velg sted", "vel stad"),
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
    "skriv_ut": ("Skriv ut", "Skriv ut"),
    "satser": ("Satser", "Satsar"),
    "satser.ar": ("År", "År"),
    "satser.belop": ("Beløp", "Beløp"),
    "signert": ("Signert", "Signert"),
    "signert.alle": (
        "Alle {parter} parter har signert alle {avtaler} avtalene.",
        "Alle {parter} partar har signert alle {avtaler} avtalane.",
    ),
    "signert.mangler": ("Disse har ikke signert:", "Desse har ikkje signert:"),
    "signert.eldre": (
        "Disse har signert en eldre versjon enn den siste:",
        "Desse har signert ein eldre versjon enn den siste:",
    ),
    "signert.eldre.ingen": ("Ingen har en eldre versjon.", "Ingen har ein eldre versjon."),
    "signert.forbehold.alle": ("Disse har tatt forbehold:", "Desse har teke atterhald:"),
    "signert.forbehold.ingen": ("Ingen har tatt forbehold.", "Ingen har teke atterhald."),
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
    "valgt.bare": ("Vis bare", "Vis berre"),
    "vedtak": ("Vedtak", "Vedtak"),
    "versjon": ("Versjon", "Versjon"),
    "dato": ("Dato", "Dato"),
    "punkt": ("pkt.", "pkt."),
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
    "nevnt_i": ("Nevnt i", "Nemnt i"),
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
    "kommune.permer": ("Permer til utskrift", "Permar til utskrift"),
    "kommune.avtaler": ("Hvilken versjon gjelder her?", "Kva versjon gjeld her?"),
    "kommune.hva": (
        "Avtalene kommunen har signert, hva loven krever, og hvem du ringer.",
        "Avtalane kommunen har signert, kva lova krev, og kven du ringer.",
    ),
    "kommune.krav": ("Hva loven krever, og avtalen som dekker det", "Kva lova krev, og avtalen som dekkjer det"),
    "matrise.avtale": ("Avtale", "Avtale"),
    "matrise.fase": ("Fase", "Fase"),
    "matrise.krav": ("Loven mot avtaler og prosedyrer", "Lova mot avtalar og prosedyrar"),
    "matrise.krav.hva": (
        "De tretten punktene i § 6-2, og hva som dekker hvert av dem. Hull er merket.",
        "Dei tretten punkta i § 6-2, og kva som dekkjer kvart av dei. Hol er merkte.",
    ),
    "matrise.moment": ("Moment", "Moment"),
    "matrise.momenter": ("Momentlista fra 2006", "Momentlista frå 2006"),
    "matrise.momenter.hva": (
        "Hva lokale avtaler kan regulere, fase for fase og part for part, og hva som dekker det.",
        "Kva lokale avtalar kan regulere, fase for fase og part for part, og kva som dekkjer det.",
    ),
    "matrise.part": ("Part", "Part"),
    "matrise.prinsipper": ("De ni prinsippene", "Dei ni prinsippa"),
    "matrise.prinsipper.hva": (
        "Prinsippene for helsefellesskap, og punktene som følger dem opp.",
        "Prinsippa for helsefellesskap, og punkta som følgjer dei opp.",
    ),
    "matrise.prosedyre": ("Prosedyre", "Prosedyre"),
    "matrise.prosedyrer": ("Prosedyrer mot avtaler", "Prosedyrar mot avtalar"),
    "matrise.prosedyrer.hva": (
        "Hvilke punkt i hvilken avtale hver prosedyre bygger på.",
        "Kva punkt i kva avtale kvar prosedyre byggjer på.",
    ),
    "matrise.punkt": ("Punkt", "Punkt"),
    "matrise.punkter": ("Punkt og frister du kan vise til", "Punkt og fristar du kan vise til"),
    "matrise.punkter.hva": (
        "For redaktører: det du skriver i feltene hjemmel og frister.",
        "For redaktørar: det du skriv i felta hjemmel og frister.",
    ),
    "matrise.rolle": ("Rolle", "Rolle"),
    "matrise.roller": ("Roller mot temaer", "Roller mot tema"),
    "matrise.roller.hva": ("Prosedyrene hver rolle har på hvert tema.", "Prosedyrane kvar rolle har på kvart tema."),
    "matrise.skriv": ("Skriv", "Skriv"),
    "matrise.versjoner": ("Hvem har signert hva", "Kven har signert kva"),
    "matrise.versjoner.hva": (
        "Versjonen hver part har signert, når, og med hvilket forbehold.",
        "Versjonen kvar part har signert, når, og med kva atterhald.",
    ),
    "oversikt": ("Oversikter", "Oversikter"),
    "oversikt.hva": (
        "Hva som dekker hva, hvem som har signert, og hvem som bestemmer.",
        "Kva som dekkjer kva, kven som har signert, og kven som avgjer.",
    ),
    "tabell.alle": ("Alle", "Alle"),
    "tabell.csv": ("Last ned som CSV", "Last ned som CSV"),
    "tabell.din_rolle": ("Rollen din er valgt.", "Rolla di er vald."),
    "tabell.hele": ("Hele tabellen", "Heile tabellen"),
    "tabell.vis_alle": ("Vis alle", "Vis alle"),
    "tabell.dokumenter": ("dokumenter", "dokument"),
    "tabell.tom": ("Ingen dokumenter å vise nå.", "Ingen dokument å vise no."),
    "tabell.hull": ("Mangler", "Manglar"),
    "tabell.viser": ("Viser", "Viser"),
    "versjon.ny": ("siste er", "siste er"),
    "versjon.siste": ("Siste versjon", "Siste versjon"),
    "versjon.signert": ("Versjon som gjelder", "Versjon som gjeld"),
    "matrise.dokument": ("Dokument", "Dokument"),
    "matrise.ingen": ("Ingen", "Ingen"),
    "matrise.endret": ("Endret siden gjennomgangen", "Endra sidan gjennomgangen"),
    "matrise.vurderes": ("Må vurderes", "Må vurderast"),
    "matrise.vurderes.hva": (
        "Dokumenter som bygger på noe som er endret etter siste gjennomgang.",
        "Dokument som byggjer på noko som er endra etter siste gjennomgang.",
    ),
    "vurderes.varsel": (
        "Må vurderes. Dette er endret etter at siden sist ble gjennomgått:",
        "Må vurderast. Dette er endra etter at sida sist blei gjennomgått:",
    ),
    "kart": ("Kart", "Kart"),
    "kart.hele": ("Åpne hele forløpet", "Opne heile forløpet"),
    "kart.hva": (
        "Nivåene og organene, og hvert forløp med prosedyrene i hvert steg.",
        "Nivåa og organa, og kvart forløp med prosedyrane i kvart steg.",
    ),
    "kart.organer": ("Nivåer og organer", "Nivå og organ"),
    "niva.vedtak": ("Vedtar den overordnede avtalen", "Vedtek den overordna avtalen"),
    "niva.partnerskap": ("Partnerskap: velger retning", "Partnarskap: vel retning"),
    "niva.strategisk": ("Strategisk nivå: vedtar delavtaler", "Strategisk nivå: vedtek delavtalar"),
    "niva.arbeidsutvalg": ("Arbeidsutvalg: forbereder saker", "Arbeidsutval: førebur saker"),
    "niva.faglig": ("Faglig nivå: lager prosedyrer", "Fagleg nivå: lagar prosedyrar"),
    "frist.hva": ("Hva", "Kva"),
    "kontakt.merknad": ("Merknad", "Merknad"),
    "kontakt.steder": ("Telefon i {n} kommuner og enheter.", "Telefon i {n} kommunar og einingar."),
    "matrise.kontakter": ("Alle kontakter", "Alle kontaktar"),
    "matrise.kontakter.hva": (
        "Telefon og åpningstid for hver rolle på hvert sted.",
        "Telefon og opningstid for kvar rolle på kvar stad.",
    ),
}


def word(key: str, language: Language) -> str:
    """The word `key` in `language`; raises KeyError for a word that does not exist."""
    bokmål, nynorsk = _WORDS[key]
    return nynorsk if language == "nn" else bokmål


def span(deadline: Deadline, language: Language) -> str:
    """How long: "24 timer", or "minst 2 uker" when the deadline counts back from a moment."""
    return f"{word('minst', language)} {deadline.within.text}" if _counts_back(deadline) else deadline.within.text


def moment(deadline: Deadline, language: Language) -> str:
    """From when: "fra innleggelsen", "før møtet", or "" for a deadline that is a moment itself."""
    if not deadline.since or _counts_back(deadline):
        return deadline.since
    return f"{word('fra', language)} {deadline.since}"


def _counts_back(deadline: Deadline) -> bool:
    return deadline.since.startswith("før ")


def in_language(thing: object, attribute: str, language: Language) -> str:
    """`thing.attribute` in nynorsk when asked for and written, else in bokmål."""
    nynorsk = getattr(thing, f"{attribute}_nn", "") if language == "nn" else ""
    return str(nynorsk or getattr(thing, attribute))


def lower_first(name: str) -> str:
    """A name within a sentence: its first letter small, unless it is an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def collate(text: str) -> str:
    """A sort key that puts æ, ø and å last, as the Norwegian alphabet does."""
    return text.casefold().replace("æ", "{").replace("ø", "|").replace("å", "}")
