"""A change that turns what a sentence says is named on its line."""

import pytest

from avtaleverk.checks.change.turns import Turn, turn_findings
from avtaleverk.diagnostics import Location
from tests.checks.changes import after
from tests.conftest import PROCEDURE, Minimal

LAST = "Når pasienten ikke vil ha hjelp. Skriv grunnen i journalen."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Gi ikke dosen.", "Gi dosen.", "«ikke» er tatt bort her."),
        ("Ring før første besøk.", "Ring etter første besøk.", "«før» er blitt til «etter» her."),
        ("Spør minst én fastlege.", "Spør høyst én fastlege.", "«minst» er blitt til «høyst» her."),
        ("Grensen kan fravikes av legen.", "Grensen kan ikke fravikes av legen.", "«ikke» er kommet til her."),
        ("Bare legen kan gjøre dette.", "Legen kan gjøre dette.", "«bare» er tatt bort her."),
        ("Ring legen straks.", "Ring legen.", "«straks» er tatt bort her."),
        ("Ring legen to ganger i året.", "Ring legen én gang i året.", "«to ganger» er blitt til «én gang» her."),
        ("Ring legen samme dag.", "Ring legen neste dag.", "«samme dag» er blitt til «neste dag» her."),
        ("Ring legen samme virkedag.", "Ring legen neste virkedag.", "«samme» er blitt til «neste» her."),
        ("Spør den andre parten om samtykke.", "Spør den andre parten om samtykke samme dag.", "«samme dag» er kommet til her."),
        ("Ring legen straks, og senest ved 37 timer.", "Ring legen straks, og ved 37 timer.", "«senest» er tatt bort her."),
        ("Be om svar ved 37 timer.", "Be om svar ved ca. 37 timer.", "«ca» er kommet til her."),
        ("Stopp bilen, og ring 113.", "Stopp bilen, og ring 116 117.", "«113» er blitt til «116 117» her."),
        ("Alle punktene må være oppfylt.", "Alle punktene kan være oppfylt.", "«må» er blitt til «kan» her."),
        ("Sier legen nei? Vent.", "Sier legen ja? Vent.", "«nei» er blitt til «ja» her."),
        ("Kommunen betaler den første dagen.", "Helseforetaket betaler den første dagen.", "«kommunen» er blitt til «helseforetaket» her."),
        ("Ring når hjernetrykket er under 5.", "Ring når hjernetrykket er over 5.", "«under» er blitt til «over» her."),
        ("Ring når temperaturen er 38,0 eller mer.", "Ring når temperaturen er 83,0 eller mer.", "«38,0» er blitt til «83,0» her."),
        ("Tapt mer enn 10 prosent av vekten?", "Tapt mer enn 100 prosent av vekten?", "«10» er blitt til «100» her."),
        ("Er klokka over 15.00? Ring.", "Er klokka over 16.00? Ring.", "«15.00» er blitt til «16.00» her."),
        ("Det er 24 timer igjen for den som venter.", "Det er to døgn igjen for den som venter.", "«24 timer» er blitt til «to døgn» her."),
        ("Tildelingskontoret svarer deg.", "Sengeposten svarer deg.", "«tildelingskontoret» er blitt til «sengeposten» her."),
        ("Spør sykepleier på sengepost om hva pasienten selv vil.", "Spør tildelingskontoret om hva pasienten selv vil.", "«sykepleier på sengepost» er blitt til «tildelingskontoret» her."),
        ("Ring 113. Vent på svar.", "Ring 112. Vent på svar.", "«113» er blitt til «112» her."),
        ("Pasienten er stabil nå.", "Pasienten er ustabil nå.", "«stabil» er blitt til «ustabil» her."),
        ("Skriv hva dere er enige om.", "Skriv hva dere er uenige om.", "«enige» er blitt til «uenige» her."),
        ("Ring ved feber eller utslett.", "Ring ved feber og utslett.", "«eller» er blitt til «og» her."),
        ("Tell døgnene. Trekk fra det første.", "Tell døgnene. Legg til det første.", "«trekk fra» er blitt til «legg til» her."),
        ("Nemnda gir en rådgivende uttalelse.", "Nemnda gir en bindende uttalelse.", "«rådgivende» er blitt til «bindende» her."),
        ("De evaluerer den hvert andre år.", "De evaluerer den hvert femte år.", "«andre» er blitt til «femte» her."),
        ("Vi møtes hvert kvartal om dette.", "Vi møtes hvert år om dette.", "«kvartal» er blitt til «år» her."),
        ("Alle punktene må være oppfylt.", "Minst ett av punktene må være oppfylt.", "«alle» er blitt til «minst ett av» her."),
        ("Ring 116 117, eller ved fare for liv 113.", "Ring 113, eller ved fare for liv 116 117.", "«116 117» er blitt til «113» her."),
        ("**Minst ett** av punktene er nok til å ringe.", "**Alle** punktene må være oppfylt.", "«Minst ett» er blitt til «Alle» her."),
        ("Pasienten er 18 år eller eldre.", "Pasienten er 18 år eller yngre.", "«eldre» er blitt til «yngre» her."),
        ("Ring legen innen en time.", "Ring legen ca. en time.", "«innen» er blitt til «ca» her."),
        ("Dette skjer hele uken, også i helg og ferie.", "Dette skjer hverdager, ikke i helg og ferie.", "«hele uken også» er blitt til «hverdager ikke» her."),
    ],
)  # fmt: skip
def test_a_word_that_turns_the_sentence_is_named_on_its_line(
    minimal: Minimal, old: str, new: str, message: str
) -> None:
    minimal.replace(PROCEDURE, LAST, f"{LAST}\n\n{old}")
    [finding] = after(minimal, PROCEDURE, old, new)
    line = minimal.path(PROCEDURE).read_text(encoding="utf-8").split("\n").index(new) + 1
    assert (finding.code, finding.at.line) == ("AV518", line)
    assert finding.message.startswith(f"{message} Før: «")


def test_a_point_taken_from_a_checklist_is_named_where_it_stood(minimal: Minimal) -> None:
    points = "## Sjekkliste\n\n- [ ] Er legen spurt?\n- [ ] Er allergier skrevet opp?\n"
    minimal.replace(PROCEDURE, "## Sjekkliste\n", points)
    [finding] = after(minimal, PROCEDURE, "- [ ] Er allergier skrevet opp?\n", "")
    lines = minimal.path(PROCEDURE).read_text(encoding="utf-8").split("\n")
    assert (finding.code, lines[finding.at.line - 1]) == ("AV518", "- [ ] Er legen spurt?")
    assert finding.message.startswith("«Er allergier skrevet opp?» er tatt bort her. Før: «")


def test_what_one_does_alone_may_be_said_in_other_words(minimal: Minimal) -> None:
    old, new = "Pasienten steller såret selv hver dag.", "Pasienten steller såret uten hjelp hver dag."
    minimal.replace(PROCEDURE, LAST, f"{LAST}\n\n{old}")
    assert [d.code for d in after(minimal, PROCEDURE, old, new)] == ["AV514"]
    assert [d.code for d in after(minimal, PROCEDURE, new, new.replace("uten hjelp", "med hjelp"))] == ["AV518"]


@pytest.mark.parametrize(
    "now", ["* [ ] Er allergier skrevet opp?", "- [ ] Er allergier eller annet skrevet opp?", "- [ ] Er alt med?"]
)
def test_a_point_of_a_checklist_that_is_written_otherwise_is_not_gone(minimal: Minimal, now: str) -> None:
    minimal.replace(PROCEDURE, "## Sjekkliste\n", "## Sjekkliste\n\n- [ ] Er allergier skrevet opp?\n")
    found = after(minimal, PROCEDURE, "- [ ] Er allergier skrevet opp?", now)
    assert [d.code for d in found] in ([], ["AV514"])


def test_a_step_with_an_emergency_number_is_missed_where_it_stood(minimal: Minimal) -> None:
    step = "1. **Sykepleier på sengepost:** Ring 113 ved fare for liv.\n"
    minimal.replace(PROCEDURE, "1. **Sykepleier", f"{step}2. **Sykepleier").replace(PROCEDURE, "2. **Tild", "3. **Tild")
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    without = text.replace(step, "").replace("2. **Syk", "1. **Syk").replace("3. **Tild", "2. **Tild")
    [finding] = after(minimal, PROCEDURE, text, without)
    assert (finding.code, finding.message[:23]) == ("AV518", "«113» er tatt bort her.")
    assert without.split("\n")[finding.at.line - 1].startswith("1. **Sykepleier")


def test_the_question_of_the_quiz_is_read_too(minimal: Minimal) -> None:
    question = (
        "{tekst: Hva skriver du ikke i meldingen om pasienten?, svar: Diagnosen, galt: [Navnet], hjemmel: da05#3.1}"
    )
    minimal.with_(PROCEDURE, sporsmal=f"\n  - {question}")
    [finding] = after(minimal, PROCEDURE, "skriver du ikke i", "skriver du i")
    assert (finding.code, "sporsmal" in minimal.path(PROCEDURE).read_text().split("\n")[finding.at.line - 2]) == (
        "AV518",
        True,
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Gi ikke dosen.", "Ikke gi dosen."),
        ("Ring før første besøk.", "Ring legevakten samme dag hvis du ikke får svar før helgen."),
        (
            "Ring før første besøk.",
            "Ring før første besøk. Snakk med de pårørende etter besøket når pasienten vil det.",
        ),
        ("Ring før første besøk.", "Ring før det første besøket."),
        ("Ring legen straks.", "Ring legen med en gang."),
        ("Det er 14 dager igjen.", "Det er fjorten dager igjen."),
        ("Legen må ringe, og det skal skje nå.", "Legen skal ringe, og det skal skje nå."),
        ("Planen kom 3. mai 2025 fra legen.", "Planen kom 4. mai 2026 fra legen."),
        ("Følg kapittel 3 i delavtale 5 der det går.", "Følg kapittel 4 i delavtale 5 der det går."),
        ("3. Ring legen når pasienten er hjemme.", "4. Ring legen når pasienten er hjemme."),
        ("Gi opplysningene når legen spør.", "Gi opplysningene når legen spør etter helse- og omsorgstjenesteloven."),
        ("Gi opplysningene når du spør.", "Gi opplysningene etter § 4 når du spør."),
        ("Ring mor, far og lege før møtet.", "Ring mor, far, lege og tolk før møtet."),
        ("Det er 24 timer igjen for den som venter.", "Det er ett døgn igjen for den som venter."),
        ("Det er 14 dager igjen.", "Det er to uker igjen."),
        ("Planen varer i to år.", "Planen varer i 24 måneder."),
        (
            "Legen sender en ny melding til kommunen. Den gamle meldingen gjelder ikke lenger da.",
            "Legen sender en ny melding til kommunen. Den gamle meldingen er ugyldig da.",
        ),
    ],
    ids=[
        "moved",
        "another sentence",
        "one more sentence",
        "other form",
        "haste",
        "in letters",
        "same",
        "date",
        "address",
        "list",
        "by law",
        "by section",
        "longer list",
        "day",
        "weeks",
        "years",
        "no longer valid",
    ],
)
def test_other_changes_turn_nothing(minimal: Minimal, old: str, new: str) -> None:
    minimal.replace(PROCEDURE, LAST, f"{LAST}\n\n{old}")
    assert [d.code for d in after(minimal, PROCEDURE, old, new)] == ["AV514"]


@pytest.mark.parametrize("status", ["utkast", "horing"])
def test_a_draft_may_turn_as_it_likes(minimal: Minimal, status: str) -> None:
    minimal.with_(PROCEDURE, status=status)
    assert "AV518" not in [d.code for d in after(minimal, PROCEDURE, "ikke vil", "vil")]


@pytest.mark.parametrize(("version", "hint"), [('"1.0"', "sett opp «versjon»"), ('"1.1"', "trenger du ikke gjøre noe")])
def test_a_version_of_its_own_does_not_hide_the_word(minimal: Minimal, version: str, hint: str) -> None:
    minimal.with_(PROCEDURE, endringer='\n  - {versjon: "1.0", dato: 2026-01-01, hva: Ny.}')
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    entry = f"endringer:\n  - {{versjon: {version}, dato: 2026-11-20, hva: Også de som vil.}}\n"
    told = text if version == '"1.0"' else text.replace('"1.0"', version, 1).replace("endringer: \n", entry)
    [finding] = after(minimal, PROCEDURE, text, told.replace("ikke vil", "vil"))
    assert (finding.code, hint in finding.hint) == ("AV518", True)


@pytest.mark.parametrize(
    ("words", "back"), [(3, "sett tilbake hele setningen som står etter «Før»"), (90, "skriv «før» igjen")]
)
def test_a_sentence_that_is_not_shown_whole_is_mended_by_its_word(words: int, back: str) -> None:
    told = f"Ring før {'lang ' * words}tur."
    [finding] = turn_findings([Turn(Location("a.md"), "før", "etter", told, told.replace("før", "etter"))], told=True)
    assert finding.hint.startswith(f"Er det ikke ment, {back}. ")
