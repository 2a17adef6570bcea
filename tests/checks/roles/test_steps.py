"""Each step names a role, as the register writes it."""

from tests.conftest import PROCEDURE, Minimal


def test_a_role_has_one_name_on_a_page(minimal: Minimal) -> None:
    minimal.replace("agreements/register/roller.yml", "navn_nn: Tildelingskontor,", "kalles: [bestillerkontor],")
    minimal.replace(PROCEDURE, "2. **Tildelingskontor:**", "2. **Bestillerkontor:**")
    assert minimal.codes() == ["AV618"]  # the summary has the other name
    minimal.with_(PROCEDURE, sammendrag="Sykepleieren sender varselet innen 24 timer.")
    assert minimal.codes() == []
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    [found] = minimal.write(PROCEDURE, text.replace("2. **Best", "2. **Tildelingskontor:** Les.\n3. **Best")).check()
    assert (found.code, found.hint) == ("AV618", "Skriv «Tildelingskontor».")


def test_a_role_is_written_as_in_the_register(minimal: Minimal) -> None:
    [found] = minimal.replace(PROCEDURE, "**Tildelingskontor:**", "**TildelingsKontor:**").check()
    assert (found.code, found.hint) == ("AV618", "Skriv «Tildelingskontor».")
