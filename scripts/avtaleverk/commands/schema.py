"""`avtaleverk schema`: the fields of a document as JSON Schema, for text editors that complete and check while typing."""

import argparse
import json

from avtaleverk.corpus.schema import document_schema

HELP = "Skriv ut JSON Schema for feltene i et dokument."


def configure(_parser: argparse.ArgumentParser) -> None:
    """The command has no options."""


def run(_args: argparse.Namespace) -> int:
    """Always 0."""
    print(json.dumps(document_schema(), ensure_ascii=False, indent=2))
    return 0
