"""Hints that an editor may follow without harm."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


def test_a_missing_clause_is_never_answered_with_another_chapter(minimal: Minimal) -> None:
    [finding] = minimal.with_(PROCEDURE, hjemmel="[da05#3.9]").check()
    assert finding.code == "AV402"
    assert finding.hint.startswith("Kapittel 3 har: 3 Varsling, 3.1 Varsel til kommunen.")


@pytest.mark.parametrize("number", ["12054542079", "120545 42079", "12054542079,", "fnr:12054542079,Ola"])
def test_a_personal_number_is_found_whatever_stands_beside_it(minimal: Minimal, number: str) -> None:
    minimal.replace(PROCEDURE, "## Ansvar", f"Gjelder {number} mann.\n\n## Ansvar")
    finding = minimal.only("AV701")
    assert "12054" not in finding.message + finding.hint


def test_a_copied_file_is_the_one_to_change(minimal: Minimal) -> None:
    text = minimal.path("delavtaler/da05.md").read_text(encoding="utf-8")
    minimal.write("delavtaler/a-kopi.md", text)
    assert [d.at.path.rsplit("/", 1)[1] for d in minimal.check() if d.code == "AV106"] == ["a-kopi.md"]


def test_a_misspelt_file_name_gets_the_address_to_paste(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Ansvar", "Se [avtalen](../delavtaler/da5.md).\n\n## Ansvar")
    finding = minimal.only("AV404")
    assert finding.hint == "Mente du ../delavtaler/da05.md?"


@pytest.mark.parametrize("written", ["#når-du-søker", "#nar-du-soker-"])
def test_a_link_to_a_heading_gets_the_address_to_paste(minimal: Minimal, written: str) -> None:
    guide = minimal.root / "docs" / "soket.md"
    guide.write_text(f"# Søket\n\n## Når du søker\n\nSe [over]({written}).\n", encoding="utf-8")
    finding = minimal.only("AV404")
    assert finding.message == f"«{written}» viser til en overskrift som ikke finnes."
    assert finding.hint == "Mente du «nar-du-soker»?"


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


def test_the_words_to_write_are_in_the_language_of_the_text(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, sprak="nn")
    minimal.replace(PROCEDURE, "## Sjekkliste", "## Kriterium\n\nVurder:\n\n- feber\n- frost\n\n## Sjekkliste")
    finding = minimal.only("AV606")
    assert finding.hint.endswith("«**Alle** punkta må vere oppfylte:» eller «**Minst eitt** av punkta:».")


def test_an_id_of_another_document_is_proposed_only_when_it_starts_with_the_same_word(minimal: Minimal) -> None:
    hint = minimal.with_(PROCEDURE, id="p-korttidsopphold").with_("delavtaler/da05.md", erstatter="[p-korttidsplass]")
    found = [d.hint for d in hint.check() if d.code == "AV401"]
    assert found == ["Se etter riktig id. Mente du «p-korttidsopphold»? Er dokumentet slettet, tar du ut henvisningen."]


def test_the_copy_is_the_one_that_nothing_leads_to(minimal: Minimal) -> None:
    minimal.replace(
        "overordnet/os.md", "Partene har signert.", "Partene har signert. Se [varsel](../prosedyrer/p-varsel.md)."
    )
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    [finding] = minimal.write("prosedyrer/p-aa.md", text.replace("id: p-varsel", "id: p-aa")).check()
    assert (finding.at.path[-7:], finding.message[:30]) == ("p-aa.md", "«p-aa» er en kopi av «p-varsel")


@pytest.mark.parametrize(
    ("clause", "hint"), [("samme dag", "Punkt 3.1 sier «samme dag»."), ("når den kan", "Skriv «innen: 24 timer»")]
)
def test_a_deadline_that_breaks_the_law_is_mended_to_what_was_agreed(minimal: Minimal, clause: str, hint: str) -> None:
    minimal.replace("agreements/register/lovkrav.yml", "krav: Kommunen", "frist: 24 timer, krav: Kommunen")
    minimal.replace("delavtaler/da05.md", "innen: 24 timer, fra", "innen: 2 dager, lovkrav: hol-6-1, fra")
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"{clause}.")
    [finding] = [d for d in minimal.check() if d.code == "AV207" and d.at.path.endswith("da05.md")]
    assert finding.hint.startswith(hint)


@pytest.mark.parametrize(("within", "codes"), [("samme dag", ["AV207"]), ("straks", [])])
def test_at_once_is_no_matter_of_the_day(minimal: Minimal, within: str, codes: list[str]) -> None:
    minimal.replace("agreements/register/lovkrav.yml", "krav: Kommunen", "frist: straks, krav: Kommunen")
    minimal.replace("delavtaler/da05.md", "innen: 24 timer, fra", f"innen: {within}, lovkrav: hol-6-1, fra")
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"{within}.")
    found = [d.code for d in minimal.check() if d.code == "AV207" and d.at.path.endswith("da05.md")]
    assert found == codes


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
        ([(PROCEDURE, "varselet innen 24 timer.", "varselet.")], "AV631", "den skal holdes. Ingen annen prosedyre har den."),
        ([(PROCEDURE, "sprak: nb", "sprak: nn"), (PROCEDURE, "Send varselet", "Send varselet til samhandlingskoordinator")],
         "AV632", "Avtalen og meldinger.yml nevner: tildelingskontor."),
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
        ([(PROCEDURE, "{organ: fsu,", "{organ: hf-styre,")], "AV208", "Skriv organet som vedtok: fsu."),
    ],
)  # fmt: skip
def test_the_right_value_is_named_where_it_is_known(
    minimal: Minimal, edits: list[tuple[str, str, str]], code: str, words: str
) -> None:
    for file, old, new in edits:
        minimal.replace(file, old, new)
    assert [d.message + d.hint for d in minimal.check() if d.code == code and words in f"{d.message} {d.hint}"]
