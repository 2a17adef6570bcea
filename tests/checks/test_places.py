"""A finding stands at the very value that is wrong, with the words to write instead."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, TOP, Minimal, line_of

SPACE = "helsefellesskap.yml"


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "hint"),
    [
        (AGREEMENT, "innsendt_helsedirektoratet: 2026", "innsendt_helsedirektoratet: 2025", "AV501", "Rett året"),
        (AGREEMENT, "dato: 2025-12-11", "dato: 2026-10-11", "AV501", "Rett datoen, eller «innsendt"),
        (AGREEMENT, "droftet: 2025-10-01, dato: 2025-11-01", "droftet: 2025-10-01, dato: 2025-12-31", "AV501", "Rett datoen for ved"),
        (PROCEDURE, "gyldig_fra: 2026-01-01", "gyldig_fra: 2025-09-15", "AV501", "Skriv «gyldig_fra: 2025-11-01»"),
        (PROCEDURE, "gyldig_fra: 2026-01-01", "gyldig_fra: 2025-10-12", "AV501", "Er dag og måned byttet om? Skriv «gyl"),
        (PROCEDURE, "eier_hf: samhandlingsradgiver", "eier_hf: tildelingskontor", "AV113", "Skriv «eier_hf: samhandlingsradgiver», eller en annen"),
        (PROCEDURE, "hjemmel: [da05#3.1]", "hjemmel: [da05#3.1, p-varsel]", "AV403", "Den bygger selv på: da05#3.1"),
        (PROCEDURE, "2. **Tildelingskontor:**", "2. **Samhandlingskoordinator:**", "AV629", "Avtalepunktene nevner heller ikke samhandlingskoordinator: hører steget til en annen prosedyre, sletter du det her. Rollene på siden er sykepleier på sengepost, tildelingskontor: skriv den som gjør steget. Hvis samhandlingskoordinator gjør det, skriver du «roller: [sykep"),
        (PROCEDURE, "[sykepleier-sengepost, tildelingskontor]", "[sykepleier-sengepost]", "AV629", "Skriv «roller: [sykepleier-sengepost, tildelingskontor]». Hvis det er en annen"),
        (SPACE, "I den overordnede avtalen.", "I delavtale 5 punkt 3.1 og 3.2.", "AV411", "Kapittel 3 har: 3 Varsling, 3.1 Varsel til"),
        (SPACE, "enheter:", "distrikter: {Nordlandet: [k-0002]}\nenheter:", "AV214", "Se etter riktig tall."),
        (SPACE, "enheter:", "distrikter: {Prøvevik: [k-0001]}\nenheter:", "AV214", "Slett distriktet."),
        (PROCEDURE, "## Når kan du fravike?", "## Når kan du frvike?", "AV601", "Skriv «## Når kan du fravike?»."),
        (PROCEDURE, "## Ansvar\n", "## Ansvar {#ansvar}\n", "AV601", "Skriv «## Ansvar»."),
        (PROCEDURE, "## Ansvar\n", "|  |  |\n|--|--|\n| a | b |\n\n## Ansvar\n", "AV615", "Skriv i øverste rad"),
        (PROCEDURE, "Skriv grunnen", "Ring 133. Skriv grunnen", "AV609", "Nødnumrene er 110, 112 og 113."),
        (PROCEDURE, "sammendrag: Syk", "sammendrag: Ring 133. Syk", "AV609", "Slett det."),
        (PROCEDURE, "sokeord: [inn", "sokeord: ['116171', inn", "AV609", "I kontakter.yml står 116117. Er listen gal"),
        (PROCEDURE, "Skriv grunnen", "Ring 116177. Skriv grunnen", "AV609", "Mente du 116117?"),
        (PROCEDURE, "Skriv grunnen", "Se [nettsiden](http://helsenorge.no/a). Skriv grunnen", "AV419", "Skriv «https://helsenorge.no/a»"),
        (PROCEDURE, "Skriv grunnen", "Inte vänta. Skriv grunnen", "AV630", "Skriv «ikke» og «vent»."),
        (AGREEMENT, "trygt hjem.", "trygt hjem. Avtalen gjelder fra 1. mars 2024.", "AV517", "Skriv «1. januar 2026». Er det feltet som er galt, skriver du «gyldig_fra: 2024-03-01» der."),
        (AGREEMENT, "trygt hjem.", "trygt hjem. Avtalen gjelder fra 1. januar 2026 til 31. desember 2029.", "AV517", "Rett datoen i teksten, eller skriv «gyldig_til: 2029-12-31»"),
        (PROCEDURE, "## Når kan du fravike?", "## Om noe går galt\n\nVent.\n\n## Når kan du fravike?", "AV601", "Skriv «## Hvis noe svikter»."),
        (PROCEDURE, "## Når kan du fravike?", "## Feil\n\nVent.\n\n## Når kan du fravike?", "AV601", "Skriv «## Hvis noe svikter»."),
        (PROCEDURE, "## Ansvar\n", "| - | -- |\n|--|--|\n| a | b |\n\n## Ansvar\n", "AV615", "Skriv i øverste rad"),
        (PROCEDURE, "Skriv grunnen", "Snakk med den pasientansvarlige legen. Skriv grunnen", "AV307", "Skriv «kontaktlegen»."),
        (PROCEDURE, "Skriv grunnen", "Se [kortet](javascript:a). Skriv grunnen", "AV703", "Skriv filen eller https-adressen som lenken skal føre til."),
        (PROCEDURE, "Skriv grunnen", "Prisen kom i 2024. Den er 5745 kroner. Skriv grunnen", "AV607", "Skriv «5745 kroner i 2024»"),
        (PROCEDURE, "Skriv grunnen", "Følg pasientskadeloven § 4. Skriv grunnen", "AV308", "Se etter riktig lov på lovdata.no."),
        (PROCEDURE, "Skriv grunnen", "Prosedyren gjelder til 1.1.2020. Skriv grunnen", "AV517", "Slett setningen: siden viser datoen selv."),
        (PROCEDURE, "- [ ] Har", "- [x] Har", "AV624", "Skriv «[ ]»: leseren skal krysse av selv."),
        (PROCEDURE, "Skriv grunnen", "Les les dette. Skriv grunnen", "AV625", "Skriv «Les»."),
        (AGREEMENT, "### 3.1 Varsel", "### 3.2 Varsel", "AV604", "Er punkt 3.1 slettet? Da legger du det tilbake: p-varsel"),
        (PROCEDURE, "Skriv grunnen", "Logg inn med bruker «vakt» og koden 4821. Skriv grunnen", "AV708", "Slett det, og be"),
        (PROCEDURE, "Skriv grunnen", "Ring vakten ved Kongsvinger sykehus. Skriv grunnen", "AV422", "Er teksten kopiert"),
        ("agreements/register/satser.yml", 'ar: {', 'ar: {"2021": "5300", "2022": "5400", ', "AV121", "Legg til beløpet for 2023."),
        (SPACE, "type: sykehus}", "type: sykehus, sted: Bergen}\nsteder: {k-0001: [Nordbygda]}", "AV214", "Rett «sted»."),
        (SPACE, "hull: {", 'hull_innen: {"7": 2026-11-20}\nhull: {', "AV509", "Sett den nye dagen organet har bestemt."),
        (SPACE, "hull: {", 'hull_innen: {"14": 2027-01-01}\nhull: {', "AV303", "Skriv forklaringen under «hull», eller slett dagen."),
        (PROCEDURE, "Skriv grunnen", "Se vedlegg 3. Skriv grunnen", "AV411", "Lenk til dokumentet leseren skal se"),
        (AGREEMENT, "trygt hjem.", "trygt hjem. Se [punkt 3.1](../overordnet/os.md#1).", "AV414", "Skriv #3.1 i adressen, eller punkt 1 i ordene."),
        (PROCEDURE, "sak: 4/2025", "sak: 4/2052", "AV501", "Rett saksnummeret"),
        (PROCEDURE, "Skriv grunnen", "Ring 113 mandag 3. mars 2027. Skriv grunnen", "AV519", "Skriv «onsdag»"),
        (PROCEDURE, "Skriv grunnen", "Spør hjelpeverge. Skriv grunnen", "AV307", "Skriv «verge»"),
        (PROCEDURE, "Skriv grunnen", "Spør XYZ-KO. Skriv grunnen", "AV613", "Skriv ordene helt ut første gang: «… (XYZ-KO)»"),
        (PROCEDURE, "Skriv grunnen", "Se [svar](https://kart.no/prove/da05/#3.1). Skriv grunnen", "AV404", "Skriv stien til filen: ../delavtaler/da05.md#3.1."),
        (AGREEMENT, 'ar: "2025"', 'ar: "2052"', "AV503", "Rett årstallet"),
        (TOP, "ett års varsel", "tre måneders frist", "AV517", "Skriv «ett års varsel»."),
        (TOP, "ett års varsel", "en frist på seks måneder", "AV517", "Skriv «ett års varsel»."),
        (AGREEMENT, "sammendrag: Sykehuset", "sammendrag: Oppsigelsen har to års frist. Sykehuset", "AV517", "Skriv «ett års varsel»."),
        (AGREEMENT, "trygt hjem.", "trygt hjem. Partene går gjennom avtalen hvert tredje år.", "AV517", "Skriv «hvert år»."),
        ("agreements/register/momentliste.yml", "[p-varsel]", "[prove/p-vasel]", "AV109", "Mente du «prove/p-varsel»?"),
        ("agreements/register/meldinger.yml", "mottakere: [tildelingskontor]", "mottakere: [tildelingskontor], alltid_til: [samhandlingskoordinator]", "AV109", "Før rollen opp i «mottakere»"),
        ("agreements/register/meldinger.yml", "mottakere: [tildelingskontor]", "mottakere: [tildelingskontor], alltid_til: [sykepleier-sengepost]", "AV109", "Rollen står i «avsender»."),
        (SPACE, "kommuner: [k-0001]", "kommuner: [k-0001, k-0009]", "AV109", "Se etter riktig tall."),
        (SPACE, "type: sykehus}", "type: sykehus, dekker: [k-0002]}", "AV109", "Se etter riktig tall."),
        ("agreements/register/satser.yml", '"5745"', '"5 745,00 kr"', "AV103", "Skriv bare sifrene: 5745."),
    ],
)  # fmt: skip
def test_what_was_written_is_named_where_it_stands(
    minimal: Minimal, name: str, old: str, new: str, code: str, hint: str
) -> None:
    text = minimal.path(name).read_text(encoding="utf-8")
    minimal.write(name, text.replace(old, new, 1))
    found = [(d.code, (d.at.path, d.at.line), d.hint[: len(hint)]) for d in minimal.check()]
    changed = next(word for word in (new, *new.split()) if word not in text)
    assert found == [(code, line_of(minimal, name, changed), hint)]
