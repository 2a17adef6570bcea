"""YAML values stay the text that the editor wrote, and every node has a location."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaleverk.corpus.compose import compose
from avtaleverk.corpus.nodes import Mapping, Scalar, Sequence
from avtaleverk.diagnostics import Diagnostic, Location
from avtaleverk.rules import Problems


def read(text: str) -> tuple[Mapping | None, list[Diagnostic]]:
    problems = Problems([])
    return compose("f.yml", text, 1, problems), problems.found


@pytest.mark.parametrize("written", ["0301", "no", "yes", "24:00", "1.10", "2026-01-01", "~", "1_000", "0x10"])
def test_a_value_is_never_guessed_at(written: str) -> None:
    node, found = read(f"felt: {written}")
    assert node == Mapping(
        {"felt": Scalar(written, Location("f.yml", 1, 7))}, {"felt": Location("f.yml", 1, 1)}, Location("f.yml", 1, 1)
    )
    assert found == []


def test_keys_values_and_items_know_their_line_and_column() -> None:
    node, _ = read("a: x\nb:\n  - {c: d}\n")
    assert node is not None
    assert node.keys["b"] == Location("f.yml", 2, 1)
    items = node.values["b"]
    assert isinstance(items, Sequence)
    inner = items.items[0]
    assert isinstance(inner, Mapping)
    assert inner.keys["c"] == Location("f.yml", 3, 6)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 1\na: 2\n", "AV004", "2:1"),
        ("a: &x 1\nb: *x\n", "AV005", "1:4"),
        ("a: !!python/object:os.system x\n", "AV005", "1:4"),
        ("tittel: Delavtale 5: Utskrivning\n", "AV003", "1:20"),
        ("a:\n\tb: 1\n", "AV003", "2:1"),
        ('a: "uferdig\n', "AV003", "1:4"),
        ('a: "uferdig\u2028', "AV003", "1:4"),
        ("a: [1, 2\nb: 3\n", "AV003", "1:4"),
        ("bare tekst\n", "AV003", "1:1"),
        ("", "AV003", "1:1"),
        ("a: {b: {c: {d: {e: {f: {g: 1}}}}}}\n", "AV005", "1:24"),
    ],
)
def test_what_an_editor_may_not_write_is_found_at_its_place(text: str, code: str, place: str) -> None:
    _, found = read(text)
    assert [(d.code, f"{d.at.line}:{d.at.column}") for d in found] == [(code, place)]


def test_an_alias_bomb_is_refused_before_it_unfolds() -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(20)
    )
    node, found = read(bomb)
    assert node is None
    assert [d.code for d in found] == ["AV005"]


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    read(text)
