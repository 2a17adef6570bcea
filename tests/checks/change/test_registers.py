"""What a change takes out of a register is told."""

import pytest

from avtaleverk.checks.change.revision import Change
from tests.conftest import Minimal

SPACE = "helsefellesskap.yml"


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("kontakter.yml", "00 00 00 01", "00 00 00 02", "Nummeret til Tildelingskontoret, Prøvevik er endret. Før: «00 00 00 01» Nå: «00 00 00 02»"),
        ("kontakter.yml", "8–15.30", "8-15.30", ""),
        (SPACE, "2027-03-31", "2037-03-31", "Dagen for punkt 7 er endret. Før: «2027-03-31» Nå: «2037-03-31»"),
        (SPACE, ", Vika]", "]", "Stedene i Prøvevik har ikke lenger «Vika»."),
        (SPACE, "[Nes, Vika]", "[Nesset]", "Stedene i Prøvevik er endret. Før: «Nes; Vika» Nå: «Nesset»"),
        (SPACE, ", Ytre: [k-0001]", "", "Distriktet Ytre er tatt bort. Før: «k-0001» Nå står det ikke noe der."),
        (SPACE, "Under arbeid. Snart.", "Under arbeid. Aldri.", "Forklaringen på punkt 7 er endret. Før: «Snart.» Nå: «Aldri.»"),
        (SPACE, "Planlegger sammen", "Ber sammen", "«oppgave» er endret for Strategisk samarbeidsutvalg. Før: «Planlegger sammen.» Nå: «Ber sammen.»"),
        ("kontakter.yml", "apent: hverdager 8–15.30", "apent: hverdager 8–15.30, merknad: Spør etter leder", ""),
        ("kontakter.yml", "8–15.30", "8–12", "«apent» er endret for Tildelingskontoret, Prøvevik. Før: «hverdager 8–15.30» Nå: «hverdager 8–12»"),
        ("agreements/register/parter.yml", "Prøvevik", "Prøvenes", "«navn» er endret for Prøvevik (k-0001). Før: «Prøvevik» Nå: «Prøvenes»"),
        ("agreements/register/parter.yml", "alle-kommuner: {navn: Alle kommunene", "alle-kommuner: {navn: Alle", "«navn» er endret for Alle kommunene (alle-kommuner). Før: «Alle kommunene» Nå: «Alle»"),
    ],
)  # fmt: skip
def test_registers_are_compared(minimal: Minimal, name: str, old: str, new: str, told: str) -> None:
    local = "steder: {k-0001: [Nes, Vika]}\ndistrikter: {Indre: [k-0001], Ytre: [k-0001]}"
    minimal.replace(SPACE, "hull: {", f'{local}\nhull_innen: {{"7": 2027-03-31}}\nhull: {{')
    minimal.replace(SPACE, '"7": Under arbeid.', '"7": Under arbeid. Snart.')
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


def test_a_new_kommune_is_not_bound_by_what_all_kommuner_signed_before(minimal: Minimal) -> None:
    parties, space = "agreements/register/parter.yml", minimal.path(SPACE)
    minimal.replace(parties, "k-0001: {", "k-0002: {navn: Annenvik, slag: kommune}\nk-0001: {")
    change = Change(before={"agreements/prove/helsefellesskap.yml": space.read_bytes()})
    minimal.replace(SPACE, "[k-0001]", "[k-0001, k-0002]")
    [found] = [d for d in minimal.examine(change=change).found if d.code == "AV525"]
    assert found.message.startswith("Annenvik er ny her, men regnes som bundet")
    assert (found.at.path, found.at.column) == ("agreements/prove/helsefellesskap.yml", 20)
    assert found.hint.startswith("Skriv «nye: {k-0002: 2026-11-22}»")
    assert "Alle 3 parter har signert alle 2 avtalene." in minimal.html("prove/oversikt/versjoner")
    minimal.replace(SPACE, "hull: {", "nye: {k-0002: 2026-11-22}\nhull: {")
    assert "AV525" not in [d.code for d in minimal.examine(change=change).found]
    shown = minimal.html("prove/oversikt/versjoner")
    assert "Alle 3 parter" not in shown and "Delavtale 5: Annenvik" in shown


def test_a_day_of_joining_is_that_of_a_kommune_here(minimal: Minimal) -> None:
    [found] = minimal.replace(SPACE, "hull: {", "nye: {k-0011: 2026-11-22}\nhull: {").check()
    assert found.message == "«k-0011» under «nye» er ikke en kommune i dette helsefellesskapet."
    assert "k-0001" in found.hint
