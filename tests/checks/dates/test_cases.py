"""A case is decided on one day."""

from tests.conftest import PROCEDURE, Minimal


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
