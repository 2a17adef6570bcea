"""A file with another ending gets the name to give it."""

import pytest

from tests.conftest import Minimal


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("p-ny.MD", "Gi filen navnet «p-ny.md»."),
        ("p-ny.markdown", "Gi filen navnet «p-ny.md»."),
        ("p-ny", "Gi filen navnet «p-ny.md»."),
        ("p-ny.docx", "Lim teksten inn i en .md-fil"),
        ("p-ny.exe", "Dokumenter er .md-filer"),
        (".skjult", "Dokumenter er .md-filer"),
        (".DS_Store", "Slett filen; maskinen din laget den."),
        ("p-ny.md~", "Slett filen; maskinen din laget den."),
        ("kontakter.yml", "Filen hører hjemme i mappen «prove»."),
    ],
)
def test_another_ending_gets_the_name_to_give_it(minimal: Minimal, name: str, hint: str) -> None:
    [finding] = minimal.write(f"prosedyrer/{name}", "x").check()
    assert (finding.code, finding.hint[: len(hint)]) == ("AV010", hint)


@pytest.mark.parametrize(("name", "hint"), [("p-ny.md", "Legg filene i mappen over"), ("p-ny.md.txt/", "")])
def test_a_folder_that_is_called_like_a_document(minimal: Minimal, name: str, hint: str) -> None:
    minimal.path(f"prosedyrer/{name}").mkdir()
    assert [d.hint[: len(hint)] for d in minimal.check()] == ([hint] if hint else [])


def test_a_text_file_is_given_the_name_that_it_should_have(minimal: Minimal) -> None:
    [found] = minimal.write("prosedyrer/p-ny.md.txt", "hei").check()
    assert found.hint.startswith("Gi filen navnet «p-ny.md».")
