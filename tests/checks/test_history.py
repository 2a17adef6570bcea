"""What a change does to what was there before: addresses, dates and versions."""

import pytest

from avtaleverk.checks.change.revision import UNCHANGED, Change
from tests.conftest import AGREEMENT, PROCEDURE, Minimal

SPACE = "helsefellesskap.yml"
REVIEW = "  - {dato: 2026-06-01, av: SSU, konklusjon: Videreføres.}\n"


def change_of(minimal: Minimal, *names: str) -> Change:
    """A change to these files, seen before it is made."""
    paths = {f"agreements/prove/{name}": minimal.path(name).read_bytes() for name in names}
    return Change(frozenset(paths), paths)


def found(minimal: Minimal, change: Change = UNCHANGED) -> list[tuple[str, str, str]]:
    return [
        (d.code, f"{d.at.path.rpartition('/')[2]}:{d.at.line}", d.message) for d in minimal.examine(change=change).found
    ]


def test_a_document_that_is_gone_is_named_at_its_file(minimal: Minimal) -> None:
    minimal.write("prosedyrer/p-ny.md", minimal.path(PROCEDURE).read_text().replace("id: p-varsel", "id: p-ny"))
    change = change_of(minimal, "prosedyrer/p-ny.md")
    minimal.path("prosedyrer/p-ny.md").unlink()
    [(code, where, message)] = found(minimal, change)
    assert (code, where) == ("AV407", "p-ny.md:1")
    assert "«p-ny» fantes før" in message
    minimal.write("adresser.txt", "prove/p-ny -> prove/p-varsel\n")
    assert found(minimal, change) == []


def test_a_published_address_is_missed_without_git(minimal: Minimal) -> None:
    minimal.write("adresser.txt", "frister\nprove/organer\nprove/da05 1 3 3.1 3.9\nprove/p-borte\n")
    assert [one[:2] for one in found(minimal)] == [("AV407", "adresser.txt:4"), ("AV407", "da05.md:39")]


def test_a_new_id_in_the_same_file_is_named_there_without_git(minimal: Minimal) -> None:
    minimal.write("adresser.txt", "prove/p-varsel\n").with_(PROCEDURE, id="p-varsle")
    [(code, where, message)] = found(minimal)
    assert (code, where.split(":")[0]) == ("AV407", "p-varsel.md")
    assert "var «p-varsel» før" in message


def test_a_clause_with_a_new_number_is_found_by_its_title(minimal: Minimal) -> None:
    change = change_of(minimal, AGREEMENT)
    minimal.replace(AGREEMENT, "### 3.1 Varsel til", "### 3.1 Ansvar\n\nSykehuset har ansvaret.\n\n### 3.2 Varsel til")
    minimal.replace(AGREEMENT, 'punkt: "3.1"', 'punkt: "3.2"').replace(PROCEDURE, "da05#3.1", "da05#3.2")
    codes = [one for one in found(minimal, change) if one[0] == "AV407"]
    assert codes == [
        ("AV407", "da05.md:41", "Punkt 3.1 var «Varsel til kommunen», som nå er 3.2: gamle henvisninger leder feil.")
    ]


def test_a_clause_that_is_gone_needs_its_successor(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "## 4 Hvis", "### 3.2 Svar\n\nKommunen svarer samme dag.\n\n## 4 Hvis")
    change = change_of(minimal, AGREEMENT)
    minimal.replace(AGREEMENT, "### 3.2 Svar\n\nKommunen", "Kommunen").with_(AGREEMENT, versjon='"1.0"')
    [lost, version] = minimal.examine(change=change).found
    assert (lost.code, version.code) == ("AV407", "AV514")
    assert lost.hint == 'Skriv hvor det står nå: «tidligere_punkt: {"3.2": "…"}».'
    minimal.with_(AGREEMENT, tidligere_punkt='{"3.2": "3.1"}')
    assert [d.code for d in minimal.examine(change=change).found] == ["AV514"]


@pytest.mark.parametrize(
    ("reviews", "codes"),
    [
        (REVIEW, []),
        (REVIEW.replace("2026-06-01", "2026-11-01"), ["AV506"]),
        (REVIEW.replace("2026-06-01", "2026-11-01").replace("SSU", "FSU"), ["AV506"]),
        (REVIEW.replace("2026-06-01", "2026-11-01") + REVIEW, []),
        (REVIEW.replace("Videreføres.", "Videreføres uten endring."), []),
    ],
    ids=["same", "other date", "other entry", "new entry", "better words"],
)
def test_a_review_is_added_never_moved(minimal: Minimal, reviews: str, codes: list[str]) -> None:
    change = change_of(minimal, AGREEMENT)
    minimal.replace(AGREEMENT, REVIEW, reviews)
    assert [d.code for d in minimal.examine(change=change).found] == codes


def test_an_evaluation_is_put_off_only_by_a_review(minimal: Minimal) -> None:
    minimal.with_(AGREEMENT, evaluering="{hvordan: Møte, neste: 2026-12-01}")
    change = change_of(minimal, AGREEMENT)
    minimal.with_(AGREEMENT, evaluering="{hvordan: Møte, neste: 2026-12-20}")
    assert [d.code for d in minimal.examine(change=change).found] == ["AV506"]
    minimal.replace(AGREEMENT, REVIEW, "  - {dato: 2026-11-01, av: SSU, konklusjon: Venter på tall.}\n" + REVIEW)
    assert minimal.examine(change=change).found == ()


def test_a_document_holds_longer_or_shorter_only_by_a_decision(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, gyldig_til="2027-01-01")
    change = change_of(minimal, PROCEDURE)
    for other in ("2028-01-01", "2026-12-01"):
        minimal.with_(PROCEDURE, gyldig_til=other)
        assert [d.code for d in minimal.examine(change=change).found] == ["AV506"]
    minimal.with_(
        PROCEDURE,
        vedtak="[{organ: fsu, droftet: 2025-10-01, dato: 2025-11-01, sak: 4/2025}, {organ: fsu, dato: 2026-10-01}]",
    )
    assert minimal.examine(change=change).found == ()


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"gyldig_fra": "2025-12-01"}, ["AV506"]),
        ({"gyldig_fra": "2026-03-01"}, ["AV506"]),
        ({"gyldig_fra": "2026-03-01", "vedtak": "[{organ: fsu, dato: 2025-11-01}, {organ: fsu, dato: 2026-02-01}]"}, []),
        ({"gyldig_fra": "2026-03-01", "status": "utkast"}, []),
    ],
)  # fmt: skip
def test_a_start_is_moved_only_by_a_decision(minimal: Minimal, fields: dict[str, str], codes: list[str]) -> None:
    minimal.with_(PROCEDURE, gyldig_fra="2026-02-01")
    change = change_of(minimal, PROCEDURE)
    minimal.with_(PROCEDURE, **fields)
    assert [d.code for d in minimal.examine(change=change).found if d.code == "AV506"] == codes


def test_an_end_that_only_the_field_has_is_a_slip_and_needs_no_decision(minimal: Minimal) -> None:
    words = "Avtalen gjelder fra 1. januar 2026 til 31. mars 2029."
    minimal.replace(AGREEMENT, "Partene kan si opp", f"{words} Partene kan si opp")
    change = change_of(minimal.with_(AGREEMENT, gyldig_til="2029-03-31"), AGREEMENT)
    [finding] = minimal.with_(AGREEMENT, gyldig_til="2029-04-30").examine(change=change).found
    assert finding.hint.startswith(
        "Teksten sier fortsatt 31. mars 2029 (linje 56). Er dette en skrivefeil, skriv «gyldig_til: 2029-03-31»."
    )


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("og kan trenge", "og kan  trenge", []),
        ("og kan trenge", "og\nkan trenge", []),
        ("kan trenge", "kan få", ["AV514"]),
    ],
)
def test_other_words_are_another_version(minimal: Minimal, old: str, new: str, codes: list[str]) -> None:
    change = change_of(minimal, PROCEDURE)
    minimal.replace(PROCEDURE, old, new)
    assert [d.code for d in minimal.examine(change=change).found] == codes


STEPS = """1. **Sykepleier på sengepost:** Send varselet innen 24 timer.
2. **Tildelingskontor:** Bekreft at du har fått det.
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("Bekreft at du har", "Si at du har", "2. ", "Teksten er endret her, men versjonen er fortsatt 1.0. Før: «Tildelingskontor: Bekreft at du har fått det.» Nå: «Tildelingskontor: Si at du har fått det.»"),
        (STEPS, STEPS.split("\n")[1].replace("2", "1") + "\n", "1. **Tild", "Noe er tatt bort her, men versjonen er fortsatt 1.0. Før: «Sykepleier på sengepost: Send varselet innen 24 timer.»"),
        (STEPS, STEPS.split("\n")[0] + "\n", "1. ", "Noe er tatt bort her, men versjonen er fortsatt 1.0. Før: «Tildelingskontor: Bekreft at du har fått det.»"),
        (STEPS, f"{STEPS}3. **Sykepleier på sengepost:** Skriv det i journalen.\n", "3. ", "Dette er nytt, men versjonen er fortsatt 1.0. Nå: «Sykepleier på sengepost: Skriv det i journalen.»"),
        (STEPS, "1. **Tildelingskontor:** Bekreft at du har fått det.\n2. **Sykepleier på sengepost:** Send varselet innen 24 timer.\n", "1. ", "Dette er flyttet hit, men versjonen er fortsatt 1.0. Nå: «Tildelingskontor: Bekreft at du har fått det.»"),
        ("hjelp. Skriv grunnen i", "hjelp.\nSkriv årsaken i", "Skriv", "Teksten er endret her, men versjonen er fortsatt 1.0. Før: «Skriv grunnen i journalen.» Nå: «Skriv årsaken i journalen.»"),
        ("hjelp. Skriv grunnen", "hjelp.\n\nSkriv grunnen", "", ""),
    ],
    ids=["other", "first gone", "last gone", "new", "moved", "second line", "cut in two"],
)  # fmt: skip
def test_other_words_are_told_where_they_stand(minimal: Minimal, old: str, new: str, line: str, message: str) -> None:
    change = change_of(minimal, PROCEDURE)
    text = minimal.replace(PROCEDURE, old, new).path(PROCEDURE).read_text(encoding="utf-8").split("\n")
    found = [d for d in minimal.examine(change=change).found if d.code == "AV514"]
    told = [(text[d.at.line - 1][: len(line)], d.message.replace("**", "")) for d in found]
    assert told == ([(line, message)] if message else [])


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("tittel", "Bestill drosje til kommunen", "Tittelen er endret, men versjonen er fortsatt 1.0. Før: «Varsle kommunen innen 24 timer» Nå: «Bestill drosje til kommunen»"),
        ("sammendrag", "Den som er på vakt, gjør det som trengs.", "Sammendraget er endret, men versjonen er fortsatt 1.0. Før: «Sykepleieren varsler tildelingskontoret innen 24 timer.» Nå: «Den som er på vakt, gjør det som trengs.»"),
        ("sammendrag", "Sykepleieren varsler tildelingskontoret innen 24 timer", ""),
    ],
)  # fmt: skip
def test_the_title_and_the_summary_are_compared(minimal: Minimal, field: str, value: str, message: str) -> None:
    change = change_of(minimal, PROCEDURE)
    minimal.with_(PROCEDURE, **{field: value})
    told = [d.message for d in minimal.examine(change=change).found if d.code == "AV514"]
    assert told == ([message] if message else [])


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"status": "utkast"}, {"AV524"}),
        ({"status": "utgatt"}, {"AV524"}),
        ({"status": "utgatt", "endringer": '[{versjon: "1.0", dato: 2026-11-01, hva: Rutinen er avviklet.}]'}, set()),
    ],
)
def test_what_held_is_not_taken_from_readers_without_a_word(
    minimal: Minimal, fields: dict[str, str], codes: set[str]
) -> None:
    minimal.write("prosedyrer/p-annen.md", minimal.path(PROCEDURE).read_text().replace("id: p-varsel", "id: p-annen"))
    change = change_of(minimal, PROCEDURE)
    minimal.with_(PROCEDURE, **fields)
    assert {d.code for d in minimal.examine(change=change).found if d.code == "AV524"} == codes


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("kontakter.yml", "00 00 00 01", "00 00 00 02", "Nummeret til Tildelingskontoret, Prøvevik er endret. Før: «00 00 00 01» Nå: «00 00 00 02»"),
        ("kontakter.yml", "8–15.30", "8-15.30", ""),
        (SPACE, "2027-03-31", "2037-03-31", "«7» er endret for «hull_innen». Før: «2027-03-31» Nå: «2037-03-31»"),
        ("kontakter.yml", "apent: hverdager 8–15.30", "apent: hverdager 8–15.30, merknad: Spør etter leder", ""),
        ("kontakter.yml", "8–15.30", "8–12", "«apent» er endret for Tildelingskontoret, Prøvevik. Før: «hverdager 8–15.30» Nå: «hverdager 8–12»"),
        ("agreements/register/parter.yml", "Prøvevik", "Prøvenes", "«navn» er endret for Prøvevik (k-0001). Før: «Prøvevik» Nå: «Prøvenes»"),
        ("agreements/register/parter.yml", "alle-kommuner: {navn: Alle kommunene", "alle-kommuner: {navn: Alle", "«navn» er endret for Alle kommunene (alle-kommuner). Før: «Alle kommunene» Nå: «Alle»"),
    ],
)  # fmt: skip
def test_registers_are_compared(minimal: Minimal, name: str, old: str, new: str, told: str) -> None:
    minimal.replace(SPACE, "hull: {", 'hull_innen: {"7": 2027-03-31}\nhull: {')
    path = minimal.path(name)
    before = {path.relative_to(minimal.root).as_posix(): path.read_bytes()}
    minimal.replace(name, old, new)
    found = minimal.examine(change=Change(frozenset(before), before)).found
    assert [d.message for d in found if d.code == "AV525"] == ([told] if told else [])


def test_two_values_that_changed_places_are_told_together(minimal: Minimal) -> None:
    register = "agreements/register/parter.yml"
    change = Change(before={register: minimal.path(register).read_bytes()})
    minimal.replace(register, "Prøve sykehus HF", "X").replace(register, "Alle kommunene", "Prøve sykehus HF")
    minimal.replace(register, "X", "Alle kommunene")
    [message] = [d.message for d in minimal.examine(change=change).found if d.code == "AV525"]
    assert message.startswith("«navn» er byttet om mellom Prøve sykehus HF (hf-prove) og Alle kommunene")


def test_what_is_struck_from_a_register_is_told(minimal: Minimal) -> None:
    register = "agreements/register/typer.yml"
    old = minimal.path(register).read_text()
    change = Change(before={register: old.encode(), "adresser.txt": b"prove/da05 1 3.1\nprove/organer\n"})
    line = next(line for line in old.splitlines(keepends=True) if "nb: Felles plikter" in line)
    minimal.write(register, old.replace(line, "", 1)).write("adresser.txt", "prove/da05 1\n")
    told = [(d.at.path, d.message) for d in minimal.examine(change=change).found if d.code == "AV525"]
    assert [path for path, _ in told] == ["adresser.txt", register]
    assert "har ikke lenger «Felles plikter, Felles plikter, ja»" in told[1][1]
    assert told[0][1] == "Adresser er tatt bort fra lista: prove/da05#3.1, prove/organer."


def test_many_places_are_told_by_the_first_of_them(minimal: Minimal) -> None:
    points = [f"Sak {number} står i planen til posten." for number in range(8)]
    minimal.saying("\n\n".join(["", *points]))
    change = change_of(minimal, PROCEDURE)
    minimal.replace(PROCEDURE, "planen til posten", "boka til posten")
    found = minimal.examine(change=change).found
    assert [(d.code, len(d.related)) for d in found] == [("AV514", 0)] * 4 + [("AV514", 3)]
    assert found[-1].message.endswith("(Og 3 steder til.)")


AMENDED = '\n  - {versjon: "1.0", dato: 2026-01-01, hva: Ny.}\n  - {versjon: "0.9", dato: 2025-01-01, hva: Prøvd.}'


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (PROCEDURE, "dato: 2025-11-01, sak: 4", "dato: 2025-11-02, sak: 4", "«dato» i «vedtak» var «2025-11-01», og er nå «2025-11-02»."),
        (PROCEDURE, "  - {organ: fsu, droftet: 2025-10-01, dato: 2025-11-01, sak: 4/2025}\n", "  - {organ: fsu, droftet: 2025-09-01, dato: 2025-10-15, sak: 3/2025}\n", "Dette sto i «vedtak», og er tatt bort: «fsu, 2025-10-01, 2025-11-01, 4/2025»."),
        (PROCEDURE, ", hva: Ny.", ", hva: Fristen er ny.", ""),
        (PROCEDURE, '  - {versjon: "0.9", dato: 2025-01-01, hva: Prøvd.}\n', "", "Dette sto i «endringer», og er tatt bort: «0.9, 2025-01-01, Prøvd.»."),
        (PROCEDURE, ", hva: Prøvd.", ", hva: Prøvd ved to poster.", ""),
        (PROCEDURE, ", hva: Prøvd.", ", hva: Kommunen fikk en ny frist.", "«hva» i «endringer» var «Prøvd.», og er nå «Kommunen fikk en ny frist.»."),
        (PROCEDURE, "konklusjon: Laget.", "konklusjon: Avvist.", "«konklusjon» i «gjennomgang» var «Laget.», og er nå «Avvist.»."),
        (PROCEDURE, "konklusjon: Videreføres.", "konklusjon: Endres.", ""),
        (AGREEMENT, ", forbehold: Gjelder ikke natt.", "", "«forbehold» i «signert» var «Gjelder ikke natt.», og er tatt bort."),
        (AGREEMENT, ", forbehold: Gjelder ikke natt.", ", forbehold: Gjelder alltid.", "«forbehold» i «signert» var «Gjelder ikke natt.», og er nå «Gjelder alltid.»."),
    ],
)  # fmt: skip
def test_what_was_decided_and_signed_is_kept(minimal: Minimal, name: str, old: str, new: str, message: str) -> None:
    minimal.replace(
        PROCEDURE,
        "konklusjon: Videreføres.}",
        "konklusjon: Videreføres.}\n  - {dato: 2025-11-01, av: FSU, konklusjon: Laget.}",
    )
    text = minimal.with_(PROCEDURE, endringer=AMENDED).path(AGREEMENT).read_text(encoding="utf-8")
    line = next(one for one in text.split("\n") if one.startswith("  - {part: "))
    minimal.replace(AGREEMENT, line, line.replace("}", ", forbehold: Gjelder ikke natt.}"))
    change = change_of(minimal, name)
    found = minimal.replace(name, old, new).examine(change=change).found
    assert [(d.code, d.message) for d in found] == ([("AV520", message)] if message else [])


def test_each_version_is_sent_in_on_its_own_day(minimal: Minimal) -> None:
    change = change_of(minimal.with_(AGREEMENT, innsendt_helsedirektoratet="2026-01-20"), AGREEMENT)
    minimal.with_(AGREEMENT, innsendt_helsedirektoratet="2026-02-20")
    assert [d.code for d in minimal.examine(change=change).found] == ["AV520"]
    minimal.with_(AGREEMENT, versjon='"1.1"', innsendt_helsedirektoratet="2026-02-20")
    assert "AV520" not in [d.code for d in minimal.examine(change=change).found]


@pytest.mark.parametrize(
    ("now", "codes"),
    [
        ('p-varsel:\n  "gjennomgang": "2026-06-01"\n  "punkt:da05#3.1": "0"\n', ["AV420"]),
        ('p-varsel:\n  "gjennomgang": "2026-06-01"\n', ["AV521"]),
        ("", ["AV521"]),
    ],
    ids=["kept", "a line gone", "gone"],
)
def test_what_a_document_rested_on_is_not_forgotten(minimal: Minimal, now: str, codes: list[str]) -> None:
    path = "agreements/prove/tilstand.yml"
    before = b'p-varsel:\n  "gjennomgang": "2026-06-01"\n  "punkt:da05#3.1": "0"\n  "lovkrav:borte": "0"\n'
    if now:
        minimal.with_stamps(now)
    assert [d.code for d in minimal.examine(change=Change(frozenset({path}), {path: before})).found] == codes


@pytest.mark.parametrize(
    ("name", "field", "was", "now", "told"),
    [
        (PROCEDURE, "satser", "[dognpris]", "[]", "Feltet «satser» har ikke lenger «dognpris»."),
        (PROCEDURE, "sokeord", "[innlagt]", "[melding]", ""),
        (
            PROCEDURE,
            "meldinger",
            "[helseopplysninger]",
            "[]",
            "Feltet «meldinger» har ikke lenger «helseopplysninger».",
        ),
    ],
)
def test_what_is_agreed_is_compared(minimal: Minimal, name: str, field: str, was: str, now: str, told: str) -> None:
    change = change_of(minimal.with_(name, **{field: was}), name)
    found = minimal.with_(name, **{field: now}).examine(change=change).found
    assert [d.message for d in found if d.code == "AV514"] == ([told] if told else [])


def test_a_right_answer_is_not_exchanged_with_a_wrong_one(minimal: Minimal) -> None:
    question = "\n  - {tekst: Hvem får varselet?, svar: %s, galt: [%s], hjemmel: da05#3.1}"
    change = change_of(minimal.with_(PROCEDURE, sporsmal=question % ("Kommunen", "Legen")), PROCEDURE)
    found = minimal.with_(PROCEDURE, sporsmal=question % ("Legen", "Kommunen")).examine(change=change).found
    assert [(d.code, d.message[:40]) for d in found] == [("AV514", "I feltet «sporsmal» var «svar» «Kommunen")]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"---\n---\n", b"---\nid: [a]\n---\n", b"---\nid: &a x\n---\n"])
def test_whatever_stood_there_before_the_rest_is_checked(minimal: Minimal, content: bytes) -> None:
    paths = {"agreements/prove/prosedyrer/p-borte.md": content, "agreements/borte/p.md": content}
    minimal.with_(PROCEDURE, faser="[utskriving]")
    assert "AV104" in {code for code, _, _ in found(minimal, Change(frozenset(paths), paths))}
