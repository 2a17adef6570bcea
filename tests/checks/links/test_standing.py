"""Documents that ended or were replaced, and entries that nothing uses."""

from tests.conftest import PROCEDURE, Minimal


def test_what_is_unused_is_said_beside_a_field_that_would_not_name_it(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, hjemmel="[os#4]", tema="{ja: nei}")
    assert "AV408" in minimal.codes() and "AV409" not in minimal.codes()


def test_a_document_that_was_replaced_in_one_field_only_is_asked_about_that_field(minimal: Minimal) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    for n in range(4):
        other = text.replace("id: p-varsel", f"id: p-{n}").replace(
            "## Ansvar", f"Se [varsel](p-varsel.md). {n}.\n\n## Ansvar"
        )
        minimal.write(f"prosedyrer/p-{n}.md", other)
    minimal.with_(PROCEDURE, erstattes_av="[p-0]")
    finding = minimal.only("AV405")
    assert finding.hint.startswith("Er det erstattet, skriv «status: utgatt», og la dem vise til «p-0».")
