"""The JSON Schema accepts what the loader accepts, since both come from the one table of fields."""

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from avtaleverk.corpus.fields import DOCUMENT
from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.corpus.records import Record, kinds_in
from avtaleverk.corpus.register_fields import CONTACTS, HELSEFELLESSKAP, REGISTERS
from avtaleverk.corpus.schema import document_schema
from tests.conftest import ROOT

REAL = sorted((ROOT / "agreements").glob("*/*/*.md"))


def front_matter(path: Path) -> object:
    """The front matter with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.BaseLoader)


def test_it_is_a_valid_schema_with_every_field_explained() -> None:
    schema = document_schema()
    Draft7Validator.check_schema(schema)
    assert set(schema["properties"]) == {field.key for field in DOCUMENT}
    assert all(prop["description"] for prop in schema["properties"].values())


def test_every_field_is_an_attribute_of_the_class_it_is_read_into() -> None:
    """A field that is new in the table needs its place in `corpus/model/` too."""
    tables = [(Document, DOCUMENT), (Helsefellesskap, HELSEFELLESSKAP)]
    tables += [(record.make, record.fields) for record in (*REGISTERS.values(), CONTACTS)]
    inner = {
        kind for _, table in tables for field in table for kind in kinds_in(field.kind) if isinstance(kind, Record)
    }
    tables += [(record.make, record.fields) for record in inner]
    lacking = [(cls, field.key) for cls, table in tables for field in table if not hasattr(cls, field.attribute)]
    assert lacking == []


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_the_real_documents_meet_it(path: Path) -> None:
    assert [error.message for error in Draft7Validator(document_schema()).iter_errors(front_matter(path))] == []


def test_it_refuses_what_the_loader_refuses() -> None:
    fields = front_matter(REAL[0])
    assert isinstance(fields, dict)
    validator = Draft7Validator(document_schema())
    assert not validator.is_valid(fields | {"ukjent": "x"})
    assert not validator.is_valid(fields | {"gyldig_fra": "1. februar"})
    assert not validator.is_valid({key: value for key, value in fields.items() if key != "eier_hf"})
