"""JSON Schema (draft-07) of a document's front matter, from the one table of fields."""

from avtaleverk.corpus.fields import DOCUMENT
from avtaleverk.corpus.kinds import Schema
from avtaleverk.corpus.records import object_schema


def document_schema() -> Schema:
    """The schema of the front matter of a document."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Avtaleverk: metadata for et dokument",
        **object_schema(DOCUMENT),
    }
