"""`alle.json` follows its schema, says what applies, and leads from a procedure to the law and back."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from avtaleverk.examine import Examined
from avtaleverk.export.everything import SCHEMA, VERSION, everything, export_files, schema
from tests.conftest import TODAY, Minimal

VALIDATOR = Draft202012Validator(json.loads(schema()), format_checker=FormatChecker())


def export(minimal: Minimal) -> dict[str, Any]:
    examined = minimal.examine()
    return everything(examined.corpus, examined.web, TODAY)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)


def test_the_export_of_the_small_corpus_meets_the_schema(minimal: Minimal) -> None:
    assert list(VALIDATOR.iter_errors(export(minimal))) == []


def test_the_export_of_the_real_corpus_meets_the_schema(content: Examined) -> None:
    assert list(VALIDATOR.iter_errors(everything(content.corpus, content.web, TODAY))) == []


@pytest.mark.parametrize("part", ["dokumenter", "punkter", "relasjoner", "frister", "meldinger", "lovkrav"])
def test_the_schema_refuses_what_it_does_not_know(minimal: Minimal, part: str) -> None:
    wrong = export(minimal)
    wrong[part][0]["ukjent"] = "x"
    assert len(list(VALIDATOR.iter_errors(wrong))) == 1


def test_from_the_procedure_to_the_clause_to_the_law_and_back(minimal: Minimal) -> None:
    content = export(minimal)
    relation = {"fra": "prove/p-varsel", "til": "prove/da05#3.1", "slag": "hjemmel"}
    assert relation in content["relasjoner"]
    clause = next(c for c in content["punkter"] if c["id"] == "prove/da05#3.1")
    assert clause["brukes_i"] == ["prove/p-varsel"]
    assert clause["tekst"] == "Sykepleier på sengepost varsler tildelingskontoret innen 24 timer."
    law = next(law for law in content["lovkrav"] if law["id"] == "hol-6-2-5")
    assert law["oppfylt_i"] == ["prove/da05"]
    [deadline] = content["frister"]
    assert (deadline["innen"], deadline["hvem"], deadline["punkt"]) == (
        "24 timer",
        "sykepleier-sengepost",
        "prove/da05#3.1",
    )


def test_it_names_its_version_and_lies_beside_its_schema(minimal: Minimal) -> None:
    examined = minimal.examine()
    files = export_files(examined.corpus, examined.web, TODAY)
    assert json.loads(files["alle.json"])["versjon"] == VERSION
    assert files[SCHEMA] == schema()
    assert f"Versjon {VERSION}" in VALIDATOR.schema["description"]
