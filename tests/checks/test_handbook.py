"""The examples of the handbook are in order."""

import re

import pytest

from tests.conftest import PROCEDURE, ROOT, Minimal


def blocks(page: str) -> list[str]:
    """The fenced examples of a page of the handbook."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(r"```(?:markdown|yaml)\n(.*?)```", text, re.DOTALL)


def test_the_whole_example_of_the_handbook_is_in_order(minimal: Minimal) -> None:
    [example] = [block for block in blocks("veiledning/skriv-en-prosedyre.md") if "id: p-sen-hjemreise" in block]
    minimal.write("prosedyrer/p-sen-hjemreise.md", example)
    found = [d for d in minimal.check() if d.at.path.endswith("p-sen-hjemreise.md")]
    assert {d.code for d in found} <= {"AV104", "AV402", "AV618"}, "only what names things of the real registers"


@pytest.mark.parametrize("status", ["utkast", "gjeldende"])
def test_the_dates_of_a_new_document_are_as_the_handbook_says(minimal: Minimal, status: str) -> None:
    [example] = [b for b in blocks("redaktor/nytt-dokument.md") if b.startswith(f"status: {status}")]
    text = minimal.with_(PROCEDURE, status=None, versjon=None, gyldig_fra=None, vedtak=None, gjennomgang=None)
    minimal.replace(PROCEDURE, "sprak: nb\n", f"sprak: nb\n{example.replace('fsu-utskrivning', 'fsu')}")
    assert [code for code in text.codes() if code not in ("AV204", "AV408")] == []
