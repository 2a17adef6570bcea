"""Hints that an editor may follow without harm."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal, line_of

ROLES = "agreements/register/roller.yml"
REVIEWS = "gjennomgang:\n  - {dato: 2026-06-01, av: FSU, konklusjon: Videreføres.}\n"
QUESTIONS = "sporsmal:\n  - tekst: Når?\n    svar: Innen 24 timer\n    galt: [Aldri]\n{}tekst: Hvem?\n    svar: Posten\n    galt: [Ingen]\n"
SOON = (
    '  - {id: snart, hva: Besøke pasienten etter kort opphold, innen: 2 døgn, hvem: tildelingskontor, punkt: "3.1"}\n'
)
LATE = (
    '  - {id: sent, hva: Besøke pasienten etter langt opphold, innen: 3 døgn, hvem: tildelingskontor, punkt: "3.1"}\n'
)
OFFERS = """  - {id: en, hva: Tilby besøk fra avdelingen, innen: 3 døgn, hvem: sykepleier-sengepost, punkt: "3.1"}
  - {id: to, hva: Tilby besøk fra kommunen, innen: 10 dager, hvem: tildelingskontor, punkt: "3.1"}
"""
VISITS = " Etter kort opphold kommer kommunen innen 3 døgn. Etter langt opphold kommer kommunen innen 3 døgn."


@pytest.mark.parametrize(
    ("old", "new", "codes", "hint"),
    [
        ("**Tildelingskontor:** Bekreft", "**Vaktmester:** Bekreft", ["AV618"], "Velg en rolle fra siden «Id-ene du kan bruke»"),
        ("roller: [", "roller: [meldingskontor, ", ["AV104"], "Ingen heter det. De som ligner, er noe annet: "),
        ("**Tildelingskontor:** Bekreft", "**Tildelings\u200bkontor:** Bekreft", ["AV704"], "Slett ordet"),
        ("**Tildelingskontor:** Bekreft", "**Tildelingskontor:**Bekreft", ["AV626"], "Skriv **uthevet**"),
        ("{organ: fsu,", "{organ: fsu-inn-ut,", ["AV104"], "Kjente: fsu, hf-styre,"),
        ("  - {dato: 2026-06", "  {dato: 2026-06", ["AV103"], "Begynn hvert punkt på en ny linje med «- ». Slik: - {dato: …, av: …, konklusjon: …}."),
        ("dato: 2026-06-01", "dato: 2006-06-01", ["AV501"], "Mente du 2026?"),
        ("gyldig_fra: 2026", "gyldig_fra: 2062", ["AV503"], "Mente du 2026?"),
        ("droftet: 2025", "droftet: 2035", ["AV503"], "Mente du 2025?"),
        ("frister: [varsel]", "frister: [varsling]", ["AV104"], "Mente du «varsel»?"),
        ("Skriv grunnen", "Se [Lovdata](www.lovdata.no). Skriv grunnen", ["AV404"], "Skriv https:// foran: https://www.lovdata.no."),
        ("Skriv grunnen", "Skriv til post@ukjent.kommune.no. Skriv grunnen", ["AV609"], "Skriv rollen i stedet, og sett den i feltet «kontakter». Da viser siden riktig adresse."),
        ("## Ansvar\n", "> " * 300 + "hei\n\n## Ansvar\n", ["AV621"], "Linjen har 300 «>». Et sitat har ett."),
        ("Skriv grunnen", "Se sak 12345678. Skriv grunnen", [], ""),
        ("Skriv grunnen", "Ring 12345678. Skriv grunnen", ["AV609"], "Skriv rollen"),
        ("varselet innen 24 timer.", "varselet til kommunen før utskrivning.", ["AV631"], "Skriv «innen 24 timer» her."),
        ("Videreføres.}", "Videreføres,takk}", ["AV103"], 'Er kommaet ment, sett hele verdien i anførselstegn: "…, takk".'),
        ("ansvar: helse", "<<: {a: b}\nansvar: helse", ["AV005"], "Skriv feltene helt ut."),
        ("tema: [utskrivning]\npasi", "tema: [utskrivning]\n pasi", ["AV003"], "Ta bort mellomrommene foran"),
        ("tema: [utskrivning]\npasi", "tema: [utskrivning]\n  pasi", ["AV003"], "Ta bort mellomrommene foran"),
    ],
)  # fmt: skip
def test_the_hint_mends_this_very_slip_and_nothing_else_is_said(
    minimal: Minimal, old: str, new: str, codes: list[str], hint: str
) -> None:
    found = minimal.replace(PROCEDURE, old, new).check()
    assert ([d.code for d in found], [d.hint[: len(hint)] for d in found]) == (codes, [hint] * len(codes))


@pytest.mark.parametrize(
    ("edits", "code", "words"),
    [
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer, også ved NEWS2 på 5 eller mer. Ring legen ved NEWS2 på 9 eller mer."),
             (PROCEDURE, "Pasienten er innlagt og", "NEWS2 på 5 eller mer. Ring ved NEWS2 på 7 eller mer. Pasienten er innlagt og")],
            "AV635", "Her står «NEWS2 på 7 eller mer», men avtalen sier «NEWS2 på 9 eller mer»",
        ),
        (
            [(AGREEMENT, "frister:\n", f"frister:\n{SOON}{LATE}"), (AGREEMENT, "innen 24 timer.", f"innen 24 timer.{VISITS}")],
            "AV608", "Fristen «snart» er «2 døgn», men punkt 3.1 sier «3 døgn».",
        ),
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer. Sykepleieren varsler kommunen innen 48 timer.")],
            "AV627", "Er det fristen «varsel», skriver du «24 timer» her.",
        ),
        ([(PROCEDURE, "varselet innen 24 timer.", "varselet.")], "AV631", "Skriv «innen 24 timer» i steget der fristen skal holdes. Ingen annen prosedyre har den."),
        ([(PROCEDURE, "sprak: nb", "sprak: nn"), (PROCEDURE, "Send varselet", "Send varselet til samhandlingskoordinator")],
         "AV632", "Skriv «tildelingskontor»."),
        ([(PROCEDURE, "2. **Tildelingskontor:** B", "2. **Nattsykepleier:** B")], "AV618", "Her kan det være: sykepleier på sengepost."),
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer. Ordningen varer høyst seks måneder."),
             (PROCEDURE, "Skriv grunnen", "Ordningen varer høyst seks uker. Skriv grunnen")],
            "AV207", "Mente du «seks måneder»? Ellers",
        ),
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer. Oppholdet varer høyst 18 timer."),
             (PROCEDURE, "Skriv grunnen", "Oppholdet varer høyst 81 timer. Skriv grunnen")],
            "AV207", "Mente du «18 timer»? Ellers",
        ),
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer. Kontoret svarer innen 2 uker."),
             (PROCEDURE, "Skriv grunnen", "Svar innen åtte uker. Skriv grunnen")],
            "AV207", "Mente du «2 uker»? Ellers",
        ),
        (
            [(AGREEMENT, "frister:\n", f"frister:\n{OFFERS}"), (PROCEDURE, "frister: [varsel]", "frister: [varsel, en, to]"),
             (AGREEMENT, "innen 24 timer.", "innen 24 timer. Kommunen tilbyr besøk innen 10 dager, avdelingen innen 3 døgn."),
             (PROCEDURE, "Bekreft at du har fått det.", "Tilby besøk innen 14 dager.")],
            "AV207", "Skriv «10 dager».",
        ),
        ([(PROCEDURE, "sokeord: [innlagt, melding]", "sokeord: [innlagt]\nsokord: [melding]")], "AV102", "«sokeord» står alt på linje"),
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer, før kl. 15.00. Svaret kommer før kl. 10.00."),
             (PROCEDURE, "Pasienten er innlagt og", "Er klokka over 16.00? Svaret kommer før kl. 10.00. Pasienten er innlagt og")],
            "AV635", "Skriv «klokka over 15.00».",
        ),
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer når reisen tar mer enn 90 minutters kjøring."),
             (PROCEDURE, "Pasienten er innlagt og", "Reisen tar mindre enn 90 minutter. Pasienten er innlagt og")],
            "AV635", "Skriv «mer enn 90 minutter».",
        ),
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer når reisen tar mer enn 90 minutter."),
             (PROCEDURE, "Pasienten er innlagt og", "Reisen tar mer enn 90 kilometer. Pasienten er innlagt og")],
            "AV635", "Skriv «mer enn 90 minutter».",
        ),
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer. Kommunen legger ikke inn barn under 18 år."),
             (PROCEDURE, "Pasienten er innlagt og", "Pasienten er 16 år eller eldre. Pasienten er innlagt og")],
            "AV635", "Skriv «18 år eller eldre».",
        ),
        ([(PROCEDURE, "Pasienten er innlagt", "Kommunehelsetjenesteloven gjelder. Pasienten er innlagt")], "AV307", "Skriv «Helse- og"),
        ([(AGREEMENT, "under: os", "under: p-varsel")], "AV202", "Skriv «under: os»."),
        ([(AGREEMENT, "parter: [hf-prove, alle-kommuner]", "parter: [hf-prove]"), (AGREEMENT, "  - {part: alle-kommuner", "  - {part: hf-prove"),
          ("overordnet/os.md", "parter: [hf-prove, alle-kommuner]", "parter: [hf-prove]"), ("overordnet/os.md", "  - {part: alle-kommuner", "  - {part: hf-prove")],
         "AV304", "I os.md, linje 11, skriver du «parter: [hf-prove, k-0001]»."),
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer. Kommunen skal bestille transporten."), (PROCEDURE, "Send varselet", "Bestill transporten. Send varselet")],
            "AV639", "Skriv «Tildelingskontor» foran steget. Hvis det er avtalen som er feil, rettes det først.",
        ),
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer, uten ny vurdering på legevakt."), (PROCEDURE, "Skriv grunnen", "Krev ny vurdering på legevakt. Skriv grunnen")],
            "AV635", "Skriv «ikke ny vurdering på legevakt».",
        ),
        ([(PROCEDURE, "1. **Sykepleier på sengepost:** S", "1. S")], "AV618", "Start steget med rollen, slik: «**Sykepleier på sengepost:** …». Rollene på siden er"),
        ([(PROCEDURE, "Skriv grunnen", "Eg veit ikkje noko om dette. Skriv grunnen")], "AV612", "Skriv hele setningen på bokmål, med «Jeg», «vet», «ikke» og «noe»."),
        (
            [(AGREEMENT, "innen 24 timer.", "innen 24 timer, før kl. 17.00. Neste dag svarer kommunen innen kl. 10.00."),
             (PROCEDURE, "Pasienten er innlagt og", "Ring før kl. 15.00. Neste dag svarer kommunen innen kl. 10.00. Pasienten er innlagt og")],
            "AV635", "Her står «kl. 15.00», men avtalen sier «kl. 17.00»",
        ),
        ([(PROCEDURE, "sammendrag: Syk", "sammendrag: Samhandlingsrådgiveren varsler. Syk")], "AV640", "Skriv en av rollene på siden: sykepleier på"),
        ([(PROCEDURE, "Pasienten er innlagt og", "Frist mandag 16. november 2027. Pasienten er innlagt og")], "AV519", "Skriv «tirsdag». Hvis dagen er riktig"),
        ([(AGREEMENT, "under: os", "under: avtalen")], "AV201", "Skriv «under: os»."),
        ([(AGREEMENT, "### 3.1 Varsel til kommunen", "### 3.2 Varsel til kommunen"), (AGREEMENT, "## 4 Hvis", "### 3.2 Svar\n\nKontoret svarer.\n\n## 4 Hvis")],
         "AV604", "Skriv «### 3.1 Varsel til kommunen»."),
        ([(PROCEDURE, "dato: 2025-11-01, sak: 4/2025", "dato: 2027-12-01, sak: 4/2025")], "AV503", "Mente du 2025? Skriv 2025-12-01."),
        ([(PROCEDURE, "hjemmel: [da05#3.1]", "hjemmel: [da05]")], "AV403", "Skriv «hjemmel: [da05#3.1]»: fristene på siden"),
        (
            [(PROCEDURE, "hjemmel: [da05#3.1]", "hjemmel: [da05#3.1, os#4]"), (PROCEDURE, "Skriv grunnen", "Les punkt 2 i avtalen. Skriv grunnen")],
            "AV410", "Skriv [punkt 2](../delavtaler/da05.md#2). Hvis du mener et annet: [punkt 2](../overordnet/os.md#2).",
        ),
        ([(PROCEDURE, "Skriv grunnen", "Les delavtale 5 punkt 3.2. Skriv grunnen")], "AV411", "Kapittel 3 har: 3 Varsling, 3.1 Varsel til"),
        ([(PROCEDURE, "Skriv grunnen", "Les [mer](../delavtaler/da05.md). Skriv grunnen")], "AV414", "[Delavtale 5: Utskrivning](../"),
        ([(PROCEDURE, "Skriv grunnen", "Les [Delavtale 5: Utskrivning](utskrivning.md). Skriv grunnen")], "AV404", "Mente du ../delavtaler/da05.md?"),
        ([(AGREEMENT, "Pasienten kommer", "Les [Varsel](melding.md). Pasienten kommer")], "AV404", "Mente du ../prosedyrer/p-varsel.md?"),
        ([(AGREEMENT, "under: os", "under: os\nerstatter: [os]")], "AV406", "Slett linjen «erstatter»: begge gjelder. Hvis da05 er kommet i"),
        (
            [(AGREEMENT, "under: os", "under: os\nerstatter: [os]"), ("overordnet/os.md", "status: gjeldende", "status: utgatt")],
            "AV406", "Skriv «erstattes_av: [da05]» i agreements/prove/overordnet/os.md. Hvis begge skal gjelde",
        ),
        ([(PROCEDURE, "{organ: fsu,", "{organ: hf-styre,")], "AV208", "Skriv «organ: fsu»."),
    ],
)  # fmt: skip
def test_the_right_value_is_named_where_it_is_known(
    minimal: Minimal, edits: list[tuple[str, str, str]], code: str, words: str
) -> None:
    for file, old, new in edits:
        minimal.replace(file, old, new)
    assert [d.message + d.hint for d in minimal.check() if d.code == code and words in f"{d.message} {d.hint}"]


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


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "line", "hint"),
    [
        (PROCEDURE, "tittel: Varsle", 'tittel: "Varsle', "AV003", "tittel:", "Sett et anførselstegn der verdien slutter."),
        (PROCEDURE, "tittel: Varsle", "tittel: @Varsle", "AV003", "tittel:", "Sett hele verdien i anførselstegn"),
        (PROCEDURE, "tittel: Varsle", "\ttittel: Varsle", "AV003", "\ttittel", "Bruk mellomrom, ikke tabulator"),
        (PROCEDURE, "sokeord: [innlagt, melding]", "sokeord:\n  - innlagt\n  epikrisetid\n  - melding", "AV003", "  epikrise", "Er dette et punkt i listen over?"),
        (PROCEDURE, "## Ansvar\n\n- **Kommunen** tar imot varselet.\n- **Helseforetaket** sender varselet.\n\n", "", "AV601", "## Slik gjør du", "Legg til overskriften «## Ansvar» og teksten under den, foran «Slik gjør du»."),
        (PROCEDURE, "**Tildelingskontor:**", "**Vaktsykepleier:**", "AV618", "2. **Vakt", "Skriv en rolle fra roller.yml. Her kan det være: sykepleier på sengepost"),
        (PROCEDURE, "Skriv grunnen", "Pumpen skal kontrolleres. Skriv grunnen", "AV610", "Pumpen", "Skriv først i setningen hvem som har oppgaven: «… skal kontrollere»"),
        (PROCEDURE, "Skriv grunnen", "Pumpen skal ikke kontrolleres. Skriv grunnen", "AV610", "Pumpen", "Skriv først i setningen hvem som har oppgaven: «… skal ikke kontrollere», i stedet for «… skal ikke kontrolleres»."),
        (AGREEMENT, "gjennomgang:\n", "evaluering: {hvordan: Vi spør., neste: 2028-01-01}\ngjennomgang:\n", "AV509", "evaluering", "Skriv «neste: 2027-01-01»"),
        (PROCEDURE, "## Ansvar\n", "| A | B | C |\n|--|--|--|\n| a | b | c |\n| d | b | c |\n| a | c | b |\n\n## Ansvar\n", "AV615", "| a | c", "Slett den raden som er gal."),
        (AGREEMENT, "under: os\n", "", "AV107", "type:", "Legg til linjen «under: os»."),
        (AGREEMENT, "brukermedvirkning:\n  - {hvem: Brukerutvalget, hvordan: Deltok i arbeidsgruppen, ar: \"2025\"}\n", "", "AV107", "type:", "Legg til «brukermedvirkning:», og under den en linje for hver: «  - {hvem: …, hvordan: …, ar: …}»."),
        (PROCEDURE, "Skriv grunnen", "Hent dem når dei ventar på svar. Skriv grunnen", "AV612", "Hent", "Skriv «de» eller «dem»"),
        (PROCEDURE, "## Ansvar", "### Ansvar", "AV601", "### Ansvar", "Skriv «## Ansvar»."),
        (AGREEMENT, "### 3.1 Varsel", "#### 3.1 Varsel", "AV614", "#### 3.1", "Skriv «### 3.1 Varsel til kommunen»"),
        (PROCEDURE, "## Sjekkliste", "### A\n\nRing.\n\n##### B\n\nRing.\n\n## Sjekkliste", "AV614", "##### B", "Skriv «### B» når det står ved siden av «A», og «#### B» når"),
        (AGREEMENT, "innen 24 timer.", "innen 24 timer. Det skal sendes svar.", "AV610", "Sykepleier på sengepost varsler", "Skriv først i setningen hvem som har oppgaven: «… skal sende»"),
        (AGREEMENT, "innen 24 timer.", "innen rimelig tid.", "AV608", "innen rimelig", "Skriv «24 timer» i punktet"),
        (PROCEDURE, "Skriv grunnen", "XXX. Skriv grunnen", "AV624", "XXX", "Skriv teksten som skal stå"),
    ],
)  # fmt: skip
def test_the_hint_leads_the_right_way(
    minimal: Minimal, name: str, old: str, new: str, code: str, line: str, hint: str
) -> None:
    [finding] = minimal.replace(name, old, new).check()
    assert (finding.code, finding.at.line, finding.hint[: len(hint)]) == (code, line_of(minimal, name, line)[1], hint)


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "hint"),
    [
        ("---\n\n## Når gj", QUESTIONS.format("    ") + "---\n\n## Når gj", "AV004", "    tekst: Hvem?", "Linje 31 skulle trolig begynne med «- », som linje 28."),
        ("sokeord: [innlagt, melding]", "sokeord:\n  - innlagt\n  -melding", "AV003", "  -melding", "Skriv «- melding»."),
        ("ansvar: helseforetak\n", "", "AV107", "ansvar: kommune", "Flytt linjen opp, over linjen med «---» (linje 26)."),
        ("type: prosedyre\n", "type: prosedyre\n---\n", "AV002", "---", "Slett linje 5."),
        ("melding]\n---\n", "melding]\n—\n", "AV002", "—", "Skriv tre bindestreker (---) på linje 27 i stedet for «—»."),
        ("sammendrag:", "samandrag:", "AV102", "samandrag:", "Mente du «sammendrag»?"),
        ("ansvar:", "ansvarr:", "AV102", "ansvarr:", "Mente du «ansvar»?"),
        ("grunnen i j", "grunnen, se [lista](#sjekklista), i j", "AV402", "Når pas", "Mente du «sjekkliste»?"),
        ("hjemmel: [da05", "hjemmel: [da-uvarslet", "AV401", "hjemmel:", "Se etter riktig id. Er dokumentet slettet"),
        (REVIEWS, f"endringer:\n  - {{versjon: '1.0', dato: 2026-02-31, hva: Ny.}}\n{REVIEWS}", "AV103", "  - {versjon", "Datoen finnes ikke: februar"),
        ("grunnen i j", "z" + "\u0301" * 50 + " i j", "AV705", "Når pas", "Slett ordet, og skriv det på nytt"),
        ("2. **Tildelingskontor:**", "2. **Bestillerkontoret:**", "AV618", "2. **Best", "Skriv «Tildelingskontor»."),
    ],
)  # fmt: skip
def test_one_slip_in_a_procedure(minimal: Minimal, old: str, new: str, code: str, line: str, hint: str) -> None:
    minimal.replace(
        ROLES, "frontlinje: ja}\nsamhandlingskoo", "frontlinje: ja, kalles: [bestillerkontor]}\nsamhandlingskoo"
    )
    minimal.replace(PROCEDURE, old, new)
    if code == "AV107":
        minimal.replace(PROCEDURE, "---\n\n## Når gj", "---\n\nansvar: kommune\n\n## Når gj")
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    [found] = [d for d in minimal.check() if d.code not in ("AV408", "AV409")]
    assert (found.code, found.hint[: len(hint)]) == (code, hint)
    assert text.splitlines()[found.at.line - 1].startswith(line)


def test_a_whole_item_with_its_dash_is_read(minimal: Minimal) -> None:
    assert minimal.replace(PROCEDURE, "---\n\n## Når gj", QUESTIONS.format("  - ") + "---\n\n## Når gj").codes() == []


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ({"sammendrag": ""}, "Skriv teksten etter kolon."),
        ({"status": "Gjeldende"}, "Mente du «gjeldende»?"),
        ({"faser": "[Innleggelse]"}, "Skriv id-en fra faser.yml"),
        (
            {"roller": "sykepleier-sengepost, tildelingskontor"},
            "Flere verdier står i klammer: «roller: [sykepleier-seng",
        ),
    ],
)
def test_the_hint_fits_the_value(minimal: Minimal, fields: dict[str, str], hint: str) -> None:
    found = minimal.with_(PROCEDURE, **fields).check()
    assert [d.hint[: len(hint)] for d in found if d.at.path.endswith("p-varsel.md")] == [hint]
