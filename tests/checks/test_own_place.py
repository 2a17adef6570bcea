"""A finding stands at the very value that is wrong, with the words to write instead."""

import pytest

from avtaleverk.checks.change.revision import Change
from tests.conftest import AGREEMENT, PROCEDURE, TODAY, Minimal

TOP = "overordnet/os.md"
SPACE = "helsefellesskap.yml"
LAWS = "agreements/register/lovkrav.yml"


def line_of(minimal: Minimal, name: str, words: str) -> tuple[str, int]:
    """The path of a file, and the line on which the words stand for the first time."""
    text = minimal.path(name).read_text(encoding="utf-8")
    return minimal.path(name).relative_to(minimal.root).as_posix(), text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "hint"),
    [
        (AGREEMENT, "innsendt_helsedirektoratet: 2026", "innsendt_helsedirektoratet: 2025", "AV501", "Rett året"),
        (AGREEMENT, "dato: 2025-12-11", "dato: 2026-10-11", "AV501", "Rett datoen, eller «innsendt"),
        (AGREEMENT, "droftet: 2025-10-01, dato: 2025-11-01", "droftet: 2025-10-01, dato: 2025-12-31", "AV501", "Rett datoen for ved"),
        (PROCEDURE, "gyldig_fra: 2026-01-01", "gyldig_fra: 2025-09-15", "AV501", "Skriv «gyldig_fra: 2025-11-01»"),
        (PROCEDURE, "gyldig_fra: 2026-01-01", "gyldig_fra: 2025-10-12", "AV501", "Er dag og måned byttet om? Skriv «gyl"),
        (PROCEDURE, "eier_hf: samhandlingsradgiver", "eier_hf: tildelingskontor", "AV113", "Skriv en rolle som hører"),
        (PROCEDURE, "hjemmel: [da05#3.1]", "hjemmel: [da05#3.1, p-varsel]", "AV403", "Den bygger selv på: da05#3.1"),
        (PROCEDURE, "2. **Tildelingskontor:**", "2. **Samhandlingskoordinator:**", "AV629", "Legg «samhandlingskoordin"),
        (PROCEDURE, "[sykepleier-sengepost, tildelingskontor]", "[sykepleier-sengepost]", "AV629", "Legg «tildelingskontor»"),
        (SPACE, "I den overordnede avtalen.", "I delavtale 5 punkt 3.1 og 3.2.", "AV411", "Se etter riktig nummer i avtalen."),
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
        (PROCEDURE, "Skriv grunnen", "Se [kortet](javascript:a). Skriv grunnen", "AV703", "Skriv bare ordene, uten hakeparenteser og adresse"),
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
        (PROCEDURE, "Skriv grunnen", "Ring 113 mandag 3. mars 2027. Skriv grunnen", "AV519", "Rett dagen"),
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


def test_the_eleventh_step_and_the_word_that_is_too_many_are_where_the_limit_is_passed(minimal: Minimal) -> None:
    steps = "".join(f"{n}. **Tildelingskontor:** Ring avdeling {n}.\n" for n in range(3, 12))
    minimal.replace(PROCEDURE, "at du har fått det.\n", f"at du har fått det.\n{steps}")
    minimal.replace(PROCEDURE, "Skriv grunnen", f"{'Han kom. ' * 300}\n\nSkriv grunnen")
    found = minimal.lines()
    assert found == [("AV605", line_of(minimal, PROCEDURE, words)[1]) for words in ("11. **Tild", "Han kom.")]


def test_a_kommune_without_an_agreement_is_named_at_its_own_place(minimal: Minimal) -> None:
    register = "agreements/register/parter.yml"
    minimal.replace(SPACE, "kommuner: [k-0001]", "kommuner: [k-0001, k-0002]")
    minimal.replace(register, "k-0001: {", "k-0002: {navn: Annevik, slag: kommune}\nk-0001: {")
    for name in (TOP, AGREEMENT):
        minimal.replace(name, "alle-kommuner", "k-0001")
    [finding] = minimal.check()
    assert (finding.code, finding.at.line, finding.at.column) == ("AV304", 6, 20)


@pytest.mark.parametrize(("status", "line"), [("utgatt", 8), ("forhandles", 8)])
def test_an_agreement_that_ended_is_where_its_point_of_the_law_is_missing(
    minimal: Minimal, status: str, line: int
) -> None:
    minimal.replace(AGREEMENT, "status: gjeldende", f"status: {status}")
    finding = minimal.only("AV303")
    assert (finding.at.path.rpartition("/")[2], finding.at.line) == ("da05.md", line)


@pytest.mark.parametrize(("text", "field"), [("10 dagene", True), ("24 timene", False)])
def test_the_text_of_a_clause_is_wrong_when_those_who_use_the_deadline_say_what_the_field_says(
    minimal: Minimal, text: str, field: bool
) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", f"i løpet av de første {text}.")
    minimal.replace(AGREEMENT, "### 3.1 ", "### 3.1 Time og ")  # no span of time, whatever its number is
    found = [d.at.line for d in minimal.check() if d.code == "AV608"]
    assert found == ([line_of(minimal, AGREEMENT, text)[1]] if field else [])


def test_a_law_that_ended_before_it_began_is_named_in_the_register(minimal: Minimal) -> None:
    law = "kort: A, tittel: A, lov: Loven, paragraf: '1', krav: Noe.,\n  i_kraft: 2012-01-01,\n  opphevet: 2005-01-01"
    minimal.replace(LAWS, "hol-6-2-5: {", f"gammel: {{{law}}}\nhol-6-2-5: {{")
    assert minimal.only("AV501").at.line == line_of(minimal, LAWS, "opphevet")[1]


@pytest.mark.parametrize(("number", "found"), [("4", ["AV306"]), ("5", [])])
def test_an_agreement_says_that_it_fulfils_what_its_field_says(minimal: Minimal, number: str, found: list[str]) -> None:
    minimal.replace(AGREEMENT, "Pasienten kommer", f"Avtalen oppfyller § 6-2 nr. {number}. Pasienten kommer")
    assert [d.code for d in minimal.check() if d.code != "AV308"] == found


def test_an_agreement_that_cannot_be_read_is_one_finding(minimal: Minimal) -> None:
    minimal.replace(TOP, "Partene har signert.", "Partene har signert. Se delavtale 5.")
    assert minimal.replace(AGREEMENT, 'tittel: "Delavtale 5: Utskrivning"', "tittel: Delavtale 5: Ut").codes() == [
        "AV003"
    ]


def test_an_address_of_the_preview_gets_the_path_of_the_file(minimal: Minimal) -> None:
    address = "http://127.0.0.1:8000/prove/p-varsel/"
    minimal.replace(PROCEDURE, "Skriv grunnen", f"Se [varsel]({address}#ansvar). Skriv grunnen")
    [finding] = minimal.check()
    assert (finding.code, finding.hint) == ("AV404", "Skriv stien til filen: p-varsel.md#ansvar.")


@pytest.mark.parametrize("address", ["https://localhost.no/a", "https://helsenorge.no/localhost", "tel:116117"])
def test_an_address_of_the_web_is_innocent(minimal: Minimal, address: str) -> None:
    assert minimal.replace(PROCEDURE, "Skriv grunnen", f"Se [siden]({address}). Skriv grunnen").codes() == []


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("p-vårsel.md", "Mente du p-varsel.md?"),
        ("P-Varsel.md", "Mente du p-varsel.md?"),
        ("p-i-varsel.md", "Mente du p-varsel.md?"),
        ("p-henvarsel.md", "Skriv stien fra denne filen"),
        ("../delavtaler/da06.md", "Skriv stien fra denne filen"),
        ("//felles/liste.docx", "Skriv hele adressen"),
    ],
)
def test_a_neighbour_is_never_offered_for_a_file_that_is_missing(minimal: Minimal, link: str, hint: str) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", f"Se [varsel]({link}). Skriv grunnen")
    [finding] = minimal.check()
    assert (finding.code, finding.hint[: len(hint)]) == ("AV404", hint)


@pytest.mark.parametrize(
    ("key", "value", "hint"),
    [
        ("vedtak", "[{organ: FSU, droftet: 2025-10-01, dato: 2025-11-01}]", "Skriv «fsu»: bare små bokstaver"),
        ("tema", "[Utskrivning]", "Skriv id-en fra tema.yml med små bokstaver, «utskrivning»"),
        ("sprak", "no", "Skriv «nb» eller «nn»."),
        ("gyldig_fra", "2026-1-1", "Skriv datoen slik: 2026-01-01"),
        ("gyldig_fra", "2026\u201101\u201101", "Skriv datoen slik: 2026-01-01"),
        ("lovkrav", "[hol-6-2-15]", "Se etter riktig id. Avtalen dokumentet bygger på, har hol-6-2-5."),
    ],
)
def test_the_hint_says_what_to_write(minimal: Minimal, key: str, value: str, hint: str) -> None:
    found = minimal.with_(PROCEDURE, **{key: value}).check()
    assert [d.hint[: len(hint)] for d in found if d.at.path.endswith("p-varsel.md")] == [hint]


def test_what_has_changed_can_be_cleared_with_a_line_to_paste(minimal: Minimal) -> None:
    minimal.with_stamps('p-varsel:\n  "gjennomgang": "2026-06-01"\n  "punkt:da05#3.1": "0"\n')
    finding = minimal.only("AV420")
    line = f"- {{dato: {TODAY}, av: …, konklusjon: …}}"
    assert line in finding.hint
    minimal.replace(PROCEDURE, "gjennomgang:\n", f"gjennomgang:\n  {line}\n")
    assert minimal.codes() == ["AV421", "AV527"]  # the line as it was pasted: no one has said what they came to
    minimal.replace(PROCEDURE, "av: …, konklusjon: …", "av: FSU, konklusjon: Videreføres.")
    assert minimal.codes() == ["AV421"]


def change(minimal: Minimal, name: str, old: str, new: str) -> list[str]:
    """The codes of a pull request that makes this change."""
    path, before = minimal.path(name).relative_to(minimal.root).as_posix(), minimal.path(name).read_bytes()
    minimal.replace(name, old, new)
    return [d.code for d in minimal.examine(change=Change(frozenset({path}), {path: before})).found]


@pytest.mark.parametrize(
    ("name", "old", "new", "codes"),
    [
        (PROCEDURE, "Skriv grunnen", "Skriv årsaken", ["AV514"]),
        (PROCEDURE, "Skriv grunnen", "Inte skriv grunnen", ["AV630"]),
        (PROCEDURE, "{dato: 2026-06-01, av: FSU", "{dato: 2025-06-01, av: FSU", ["AV501"]),
        (PROCEDURE, "{dato: 2026-06-01, av: FSU", "{dato: 2027-06-01, av: FSU", ["AV503"]),
        (PROCEDURE, "konklusjon: Videreføres", "konklusjon: Møte mandag 2. juni 2026", ["AV519"]),
        (PROCEDURE, "{dato: 2026-06-01, av: FSU", "{dato: 2026-06-31, av: FSU", ["AV103"]),
        (AGREEMENT, "## 2 Virkeområde", "## 3 Virkeområde", ["AV604"]),
        (AGREEMENT, "### 3.1 Varsel", "### 3.2 Varsel", ["AV604"]),
        (AGREEMENT, "## 4 Hvis", "## Slik gjør du\n\nRing.\n\n## 4 Hvis", ["AV603"]),
        (AGREEMENT, "Partene melder avvik.", "1. **Tildelingskontor:** Les.\n2. **Fastlege:** Ring.", ["AV603"]),
        (PROCEDURE, "Skriv grunnen", "Fyll ut punktene under «Kriterier». Skriv grunnen", ["AV601"]),
        (PROCEDURE, "Skriv grunnen", "Fyll ut punktene under «Sjekkliste». Skriv grunnen", ["AV514"]),
        (PROCEDURE, "## Ansvar", "## Varighet\n\nEtt års varsel.\n\n## Ansvar", ["AV603"]),
        ("overordnet/os.md", "parter: [hf-prove", "under: da05\nparter: [hf-prove", ["AV203"]),
        (AGREEMENT, "{id: varsel,", "{id: varsle,", ["AV104"]),
        (AGREEMENT, "parter: [hf-prove", "parter: [k-0001", ["AV209"]),
    ],
)
def test_a_change_that_is_wrong_is_one_finding(
    minimal: Minimal, name: str, old: str, new: str, codes: list[str]
) -> None:
    assert change(minimal, name, old, new) == codes


def test_another_address_of_a_link_is_no_other_version(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "Se [varsel](p-varsel.md). Skriv grunnen")
    assert change(minimal, PROCEDURE, "(p-varsel.md)", "(../prosedyrer/p-varsel.md)") == []
    assert change(minimal, PROCEDURE, "(../prosedyrer/p-varsel.md)", "(../delavtaler/da05.md#3.1)") == ["AV425"]


def test_a_day_that_is_impossible_has_no_followers(minimal: Minimal) -> None:
    assert minimal.with_(AGREEMENT, gyldig_til="2024-01-01").codes() == ["AV501"]


def test_a_party_that_is_not_in_the_agreement_above_is_one_finding(minimal: Minimal) -> None:
    minimal.replace(
        "agreements/register/parter.yml", "k-0001: {", "hf-annet: {navn: Annet, slag: helseforetak}\nk-0001: {"
    )
    assert minimal.replace(AGREEMENT, "parter: [hf-prove", "parter: [hf-annet").codes() == ["AV206"]


def test_an_agreement_under_a_wrong_one_is_not_measured_against_it(minimal: Minimal) -> None:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8").split("frister:")[0]
    body = minimal.path(AGREEMENT).read_text(encoding="utf-8").split("---\n", 2)[2].replace(" innen 24 timer", "")
    other = (
        text.replace("id: da05", "id: da06")
        .replace('nummer: "5"', 'nummer: "6"')
        .replace("Delavtale 5", "Delavtale 6")
        .replace("under: os", "under: da05")
    )
    minimal.write("delavtaler/da06.md", f"{other}ingen_prosedyre: Bare for lederne.\n---\n{body}")
    assert minimal.with_(AGREEMENT, gyldig_til="2029-01-01").codes() == ["AV202"]


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "line", "hint"),
    [
        (PROCEDURE, "tittel: Varsle", 'tittel: "Varsle', "AV003", "tittel:", "Sett et anførselstegn der verdien slutter."),
        (PROCEDURE, "tittel: Varsle", "tittel: @Varsle", "AV003", "tittel:", "Sett hele verdien i anførselstegn"),
        (PROCEDURE, "tittel: Varsle", "\ttittel: Varsle", "AV003", "\ttittel", "Bruk mellomrom, ikke tabulator"),
        (PROCEDURE, "sokeord: [innlagt, melding]", "sokeord:\n  - innlagt\n  epikrisetid\n  - melding", "AV003", "  epikrise", "Er dette et punkt i listen over?"),
        (PROCEDURE, "## Ansvar\n\n- **Kommunen** tar imot varselet.\n- **Helseforetaket** sender varselet.\n\n", "", "AV601", "## Slik gjør du", "Legg til overskriften «## Ansvar» og teksten under den, foran «Slik gjør du»."),
        (PROCEDURE, "**Tildelingskontor:**", "**Vaktsykepleier:**", "AV618", "2. **Vakt", "Skriv en rolle fra roller.yml. Her kan det være: sykepleier på sengepost"),
        (PROCEDURE, "Skriv grunnen", "Pumpen skal kontrolleres. Skriv grunnen", "AV610", "Pumpen", "Si hvem, for eksempel «Legen skal kontrollere …»"),
        (PROCEDURE, "Skriv grunnen", "Pumpen skal ikke kontrolleres. Skriv grunnen", "AV610", "Pumpen", "Si hvem, for eksempel «Legen skal ikke kontrollere …», i stedet for «… skal ikke kontrolleres»."),
        (AGREEMENT, "gjennomgang:\n", "evaluering: {hvordan: Vi spør., neste: 2028-01-01}\ngjennomgang:\n", "AV509", "evaluering", "Skriv «neste: 2027-01-01»"),
        (PROCEDURE, "## Ansvar\n", "| A | B | C |\n|--|--|--|\n| a | b | c |\n| d | b | c |\n| a | c | b |\n\n## Ansvar\n", "AV615", "| a | c", "Slett den raden som er gal."),
        (AGREEMENT, "under: os\n", "", "AV107", "type:", "Skriv «under: os»."),
        (AGREEMENT, "brukermedvirkning:\n  - {hvem: Brukerutvalget, hvordan: Deltok i arbeidsgruppen, ar: \"2025\"}\n", "", "AV107", "type:", "Legg til «brukermedvirkning:», og under den en linje for hver: «  - {hvem: …, hvordan: …, ar: …}»."),
        (PROCEDURE, "Skriv grunnen", "Hent dem når dei ventar på svar. Skriv grunnen", "AV612", "Hent", "Skriv «de» eller «dem»"),
        (PROCEDURE, "## Ansvar", "### Ansvar", "AV601", "### Ansvar", "Skriv «## Ansvar»."),
        (AGREEMENT, "### 3.1 Varsel", "#### 3.1 Varsel", "AV614", "#### 3.1", "Skriv «### 3.1 Varsel til kommunen»"),
        (PROCEDURE, "## Sjekkliste", "### A\n\nRing.\n\n##### B\n\nRing.\n\n## Sjekkliste", "AV614", "##### B", "Skriv «### B» når det står ved siden av «A», og «#### B» når"),
        (AGREEMENT, "innen 24 timer.", "innen 24 timer. Det skal sendes svar.", "AV610", "Sykepleier på sengepost varsler", "Si hvem, for eksempel «Kommunen skal sende …»"),
        (AGREEMENT, "innen 24 timer.", "innen rimelig tid.", "AV608", "innen rimelig", "Skriv «24 timer» i punktet"),
        (PROCEDURE, "Skriv grunnen", "XXX. Skriv grunnen", "AV624", "XXX", "Skriv teksten som skal stå"),
    ],
)  # fmt: skip
def test_the_hint_leads_the_right_way(
    minimal: Minimal, name: str, old: str, new: str, code: str, line: str, hint: str
) -> None:
    [finding] = minimal.replace(name, old, new).check()
    assert (finding.code, finding.at.line, finding.hint[: len(hint)]) == (code, line_of(minimal, name, line)[1], hint)


def test_the_clause_that_has_the_time_is_named(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "## 4 Hvis", "### 3.2 Svar\n\nTildelingskontoret svarer.\n\n## 4 Hvis")
    found = minimal.replace(AGREEMENT, 'punkt: "3.1"', 'punkt: "3.2"').check()
    assert [d.hint for d in found if d.code == "AV608"] == [
        'Skriv «24 timer» i punkt 3.2, eller rett «innen». Handler fristen om et annet punkt, skriver du «punkt: "3.1"».'
    ]


def test_a_wrong_answer_is_led_to_the_words_of_the_clause(minimal: Minimal) -> None:
    question = "{tekst: Når varsler du?, svar: Innen 36 timer, galt: [Innen to uker], hjemmel: da05#3.1}"
    [found] = minimal.with_(PROCEDURE, sporsmal=f"\n  - {question}").check()
    assert (found.code, found.hint) == ("AV111", "Skriv det som står der: «24 timer».")


def test_a_party_that_was_taken_out_above_is_named_there(minimal: Minimal) -> None:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8")
    for n in range(4):
        minimal.write(f"delavtaler/da1{n}.md", text.replace("id: da05", f"id: da1{n}"))
    os = "overordnet/os.md"
    found = [d for d in minimal.replace(os, "alle-kommuner]", "hf-prove]").check() if d.code == "AV206"]
    assert [(d.at.path.rpartition("/")[2], len(d.related)) for d in found] == [("os.md", 5)]


def test_a_helsefellesskap_without_its_file_is_one_finding(minimal: Minimal) -> None:
    minimal.path(SPACE).unlink()
    assert minimal.codes() == ["AV009"]


def test_a_kommune_that_went_out_of_the_helsefellesskap_is_one_finding(minimal: Minimal) -> None:
    minimal.replace("agreements/register/parter.yml", "k-0001: {", "k-0002: {navn: Nabovik, slag: kommune}\nk-0001: {")
    text = minimal.path("kontakter.yml").read_text(encoding="utf-8")
    roles = "".join(
        f"{role}:\n  navn: {role}\n  side: kommune\n  steder:\n    k-0002: {{telefon: 62 00 00 0{n}}}\n"
        for n, role in enumerate(("a", "b", "c", "d"))
    )
    minimal.write("kontakter.yml", text + roles)
    found = [d for d in minimal.check() if "Nabovik" in d.message]
    assert [(d.code, len(d.related)) for d in found] == [("AV109", 4)]


def test_a_number_only_is_no_id(minimal: Minimal) -> None:
    [finding] = minimal.with_(PROCEDURE, id="123").check()
    assert (finding.code, finding.hint[:10]) == ("AV105", "Bruk bare ")


def test_an_agreement_stands_under_the_one_that_its_number_begins_with(minimal: Minimal) -> None:
    text = (
        minimal.path(AGREEMENT)
        .read_text(encoding="utf-8")
        .replace("id: da05", "id: sa01")
        .replace("varsel,", "nytt,", 1)
    )
    text = text.replace("type: delavtale", "type: saeravtale").replace("Delavtale 5", "Særavtale 1")
    for number, codes in (("5-1", []), ("4-1", ["AV114"])):
        minimal.write(
            "delavtaler/sa01.md", text.replace('nummer: "5"', f'nummer: "{number}"').replace("under: os", "under: da05")
        )
        assert [d.code for d in minimal.check() if d.code == "AV114"] == codes


@pytest.mark.parametrize(("case", "codes"), [("9/2024", ["AV501"]), ("9/2025", [])])
def test_a_case_is_of_the_year_of_its_meeting(minimal: Minimal, case: str, codes: list[str]) -> None:
    minimal.replace(AGREEMENT, "sak: 3/2025", f"sak: {case}")
    assert minimal.codes() == []  # no other case of that meeting is known
    minimal.replace(
        "overordnet/os.md",
        "vedtak:\n",
        "vedtak:\n  - {organ: ssu, droftet: 2025-10-01, dato: 2025-11-01, sak: 2/2025}\n",
    )
    assert [d.code for d in minimal.check() if d.at.path.endswith("da05.md")] == codes


def test_a_case_is_decided_on_one_day(minimal: Minimal) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8").replace("id: p-varsel", "id: p-svar")
    minimal.write("prosedyrer/p-svar.md", text.replace("dato: 2025-11-01", "dato: 2025-11-08"))
    found = [d.message for d in minimal.check() if d.code == "AV526"]
    assert found == [
        "Sak 4/2025 er vedtatt 2025-11-08 her, men 2025-11-01 i p-varsel.",
        "Sak 4/2025 er vedtatt 2025-11-01 her, men 2025-11-08 i p-svar.",
    ]
    minimal.replace("prosedyrer/p-svar.md", "sak: 4/2025", "sak: 5/2025")
    assert "AV526" not in minimal.codes()


@pytest.mark.parametrize(
    ("what", "conclusion", "codes"),
    [
        ("Redaksjonelle endringer.", "Videreføres.", ["AV527"]),
        ("Noe av teksten er skrevet enklere. Rutinen er den samme.", "OK", ["AV527", "AV527"]),
        ("Små språklege endringar", "Årleg gjennomgang er gjennomført.", ["AV527", "AV527"]),
        ("-", "Rutinen er sett på. Ring tidligere.", ["AV527"]),
        ("Første utgave.", "Videreføres uten endring.", []),
        ("Samtykke er nytt.", "Gjennomgått etter avvik. Steg 2 er nytt.", []),
    ],
)
def test_an_entry_of_the_history_says_something(minimal: Minimal, what: str, conclusion: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, endringer=f'[{{versjon: "1.0", dato: 2026-01-01, hva: "{what}"}}]')
    minimal.replace(PROCEDURE, "konklusjon: Videreføres.", f'konklusjon: "{conclusion}"')
    assert minimal.codes() == codes


@pytest.mark.parametrize(("law", "codes"), [("hol-6-1", ["AV309"]), ("hol-6-2-5", [])])
def test_the_law_of_a_deadline_is_known_to_those_who_keep_it(minimal: Minimal, law: str, codes: list[str]) -> None:
    minimal.replace(AGREEMENT, 'punkt: "3.1"', f'punkt: "3.1", lovkrav: {law}')
    assert minimal.codes() == codes
    minimal.with_(PROCEDURE, lovkrav=f"[{law}]")
    assert "AV309" not in minimal.codes()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Hvert andre år skal partene gå gjennom avtalen.", ["AV517"]),
        ("Partene gjennomgår avtalen annethvert år, og melder fra.", ["AV517"]),
        ("Partene går gjennom avtalen hvert år, og evaluerer den hvert andre år.", []),
        ("Partene går gjennom avtalen hvert år. De øver hvert tredje år.", []),
        ("Neste evaluering er i mai 2027.", ["AV517"]),
        ("Første evaluering er i mai 2025.", ["AV517"]),
        ("Partene evaluerer avtalen første gang etter elleve måneder.", ["AV517"]),
        ("Partene evaluerer avtalen første gang etter ett år og deretter hvert andre år.", []),
        ("Kommunen skal varsle Helsedirektoratet når en part sier opp.", ["AV517"]),
        ("Det regionale helseforetaket skal varsle Helsedirektoratet når en part sier opp.", []),
        ("Kommunen skal varsle Helsedirektoratet om utbrudd.", []),
        ("Neste evaluering er i mars 2027. Første evaluering er i mai 2026.", []),
        ("Partene går gjennom avtalen én gang i året, og planen for beredskap hvert fjerde år.", []),
    ],
)
def test_an_agreement_is_gone_through_each_year(minimal: Minimal, text: str, codes: list[str]) -> None:
    minimal.with_(AGREEMENT, evaluering="{hvordan: Partene spør hverandre, neste: 2027-03-01}")
    assert minimal.replace(AGREEMENT, "trygt hjem.", f"trygt hjem. {text}").codes() == codes


@pytest.mark.parametrize(("words", "is_misled"), [("delavtale 4", True), ("delavtale 5", False), ("avtalen", False)])
def test_the_number_in_the_words_of_a_link_is_that_of_the_agreement(
    minimal: Minimal, words: str, is_misled: bool
) -> None:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8")
    minimal.write(
        "delavtaler/da04.md", text.replace("da05", "da04").replace('"5"', '"4"').replace("id: varsel", "id: v4")
    )
    minimal.replace(PROCEDURE, "Skriv grunnen", f"Se [{words}](../delavtaler/da05.md). Skriv grunnen")
    assert ("AV414" in minimal.codes()) == is_misled


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("[sykepleier-sengepost], m", "[samhandlingskoordinator], m", ["AV632", "AV119"]),
        ("nar: innen 24 timer", "nar: innen 48 timer", ["AV119"]),
        ("nar: innen 24 timer", "nar: innen 24 timer, nar_nn: innan 2 døgn", ["AV122"]),
        ("nar: innen 24 timer", "nar: innen et døgn, nar_nn: innan 24 timar", []),
        ("nar: innen 24 timer", "nar: innen 24 timer etter utreisen, nar_nn: innan 24 timar før utreisa", ["AV122"]),
        ("nar: innen 24 timer", "nar: innen 24 timer. Ikke til KAD., nar_nn: innan 24 timar. Til KAD.", ["AV122"]),
        ("nar: innen 24 timer", "nar: innen 24 timer. Aldri fra før., nar_nn: innan 24 timar. Aldri frå før.", []),
        ("nar: innen 24 timer", "nar: innen 24 timer til kommunen, nar_nn: innan 24 timar til sjukehuset", ["AV122"]),
        ("nar: innen 24 timer", "nar: når pasienten er innlagt", []),
    ],
)
def test_a_message_is_sent_by_whom_and_when_it_was_agreed(
    minimal: Minimal, old: str, new: str, codes: list[str]
) -> None:
    minimal.replace(AGREEMENT, "hva: Varsle kommunen", "hva: Sende tidligmelding")
    minimal.with_(AGREEMENT, meldinger="[helseopplysninger]")
    assert minimal.codes() == []
    minimal.replace("agreements/register/meldinger.yml", old, new)
    assert minimal.codes() == codes


@pytest.mark.parametrize(("year", "codes"), [("2024", []), ("2026", ["AV607"])])
def test_the_table_of_a_rate_goes_to_its_last_year(minimal: Minimal, year: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, satser="[dognpris]")
    assert minimal.saying(f"Prisen til og med {year} står i tabellen.").codes() == codes


@pytest.mark.parametrize(
    ("text", "codes"), [("Senger i kommunen for øyeblikkelig hjelp.", ["AV122"]), ("En liste.", [])]
)
def test_each_word_has_an_explanation_of_its_own(minimal: Minimal, text: str, codes: list[str]) -> None:
    words = minimal.path("agreements/register/ordliste.yml").read_text(encoding="utf-8")
    minimal.write("agreements/register/ordliste.yml", f"{words}\nliste: {{nb: [sjekkliste], forklaring: {text}}}\n")
    assert minimal.codes() == codes


def test_a_page_is_told_that_the_register_has_a_later_year(minimal: Minimal) -> None:
    minimal.replace("agreements/register/satser.yml", '"2024": "5745"', '"2024": "5745", "2025": "5900"')
    [found] = minimal.saying("Prisen til og med 2024 står i tabellen.").check()
    assert (found.code, found.hint, found.at.path.endswith(PROCEDURE)) == ("AV121", "Skriv 2025.", True)


@pytest.mark.parametrize(("year", "codes"), [("2025", []), ("2024", ["AV121"])])
def test_an_amount_that_is_there_is_not_said_to_be_missing(minimal: Minimal, year: str, codes: list[str]) -> None:
    minimal.replace("agreements/register/satser.yml", "ar: {", f"mangler: Prisen for {year} står ikke her., ar: {{")
    assert minimal.codes() == codes


@pytest.mark.parametrize(
    ("amounts", "year"),
    [
        ('"2022": "5306", "2023": "5805", "2024": "5745"', "2024"),
        ('"2023": "5508", "2024": "57450"', "2024"),
        ('"2022": "530", "2023": "5508", "2024": "5745"', "2023"),
        ('"2020": "5036", "2024": "5745"', ""),
    ],
)
def test_a_rate_does_not_leap(minimal: Minimal, amounts: str, year: str) -> None:
    minimal.replace("agreements/register/satser.yml", '"2024": "5745"', amounts)
    assert [(d.code, f"i {year}, men" in d.message) for d in minimal.check()] == [("AV121", True)] * bool(year)


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ('paragraf: "6-1"', 'paragraf: "6-11"', "Er det en skrivefeil, skriv «6-1» her."),
        ("kort: hol. § 6-1", "kort: hol. § 6-11", "Er det en skrivefeil, skriv «6-1» her."),
        ('nummer: "5"', 'nummer: "6"', "Er det en skrivefeil, skriv «5» her."),
    ],
)
def test_a_slip_in_the_register_of_laws_is_named_there_alone(minimal: Minimal, old: str, new: str, hint: str) -> None:
    minimal.saying("Se § 6-1.").with_(PROCEDURE, lovkrav="[hol-6-2-5, hol-6-1]")
    minimal.replace(LAWS, old, new)
    assert [(d.code, d.at.path, d.hint) for d in minimal.check()] == [("AV311", LAWS, hint)]


@pytest.mark.parametrize("above", ["[hol-6-1]", "[hol-6-2-5, hol-6-1]"])
def test_a_point_of_the_law_that_an_agreement_lost_is_named_there_alone(minimal: Minimal, above: str) -> None:
    minimal.with_(PROCEDURE, hjemmel='[da05#3.1, "os#1"]').with_(TOP, lovkrav=above)
    minimal.with_(AGREEMENT, lovkrav="[hol-6-1]")
    assert minimal.codes() == ["AV303"] * ("hol-6-2-5" not in above)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- Mor\n• Far", [1]),
        ("- Mor\n– Far", [1]),
        ("- Mor\n- Far – og\n  bror", []),
        ("Mor\n• Far", [1]),
        ("Mor ringer i uke 7\n– eller uke 8", []),
    ],
)
def test_a_bullet_of_a_word_processor_is_found_inside_a_list(minimal: Minimal, text: str, lines: list[int]) -> None:
    first = line_of(minimal, PROCEDURE, "## Sjekkliste")[1]
    minimal.replace(PROCEDURE, "## Sjekkliste", f"{text}\n\n## Sjekkliste")
    assert [(d.code, d.at.line - first) for d in minimal.check()] == [("AV626", line) for line in lines]


@pytest.mark.parametrize("id", ["index", "sok", "akutt", "assets", "rolle", "kjenner-du-avtalen", "perm-fastlege"])
def test_an_id_that_a_page_of_the_site_has_is_told_at_the_id(minimal: Minimal, id: str) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    minimal.write(f"prosedyrer/{id}.md", text.replace("id: p-varsel", f"id: {id}"))
    [found] = [d for d in minimal.check() if d.code == "AV901"]
    assert (found.at.line, found.at.column, f"«p-{id}»" in found.hint) == (2, 5, True)


@pytest.mark.parametrize(("id", "codes"), [("index", ["AV901"]), ("oversikt", ["AV901"]), ("sok", [])])
def test_a_former_id_is_no_address_of_another_page(minimal: Minimal, id: str, codes: list[str]) -> None:
    assert minimal.with_(PROCEDURE, tidligere_id=f"[{id}]").codes() == codes


def test_a_page_of_guidance_and_an_entry_are_no_page_of_their_folder(minimal: Minimal) -> None:
    minimal.write("docs/veiledning/README.md", "# Les dette\n\nEn side.\n")
    minimal.replace("agreements/register/faser.yml", "utskrivning:", "index: {navn: A, navn_nn: A}\nutskrivning:")
    assert [d.at.path for d in minimal.check() if d.code == "AV901"] == [
        "agreements/register/faser.yml", "docs/veiledning/README.md",
    ]  # fmt: skip
