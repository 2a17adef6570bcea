"""`alle.json`: documents, clauses, relations, deadlines, messages and validity, described by `alle.schema.json`.

The version is that of the schema: adding a field raises the second number, changing or removing one the first.
"""

import json
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

from avtaleverk.corpus.model import Corpus, Deadline, Document, Helsefellesskap, LawPoint, Message
from avtaleverk.corpus.outline import plain
from avtaleverk.links.web import Web

NAME, SCHEMA = "alle.json", "alle.schema.json"
VERSION = "1.0"


def export_files(corpus: Corpus, web: Web, today: date) -> dict[str, bytes]:
    """The export and its schema, by name."""
    return {NAME: _bytes(everything(corpus, web, today)), SCHEMA: schema()}


def schema() -> bytes:
    """The JSON Schema of the export."""
    return files(__package__).joinpath(SCHEMA).read_bytes()


def _bytes(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def everything(corpus: Corpus, web: Web, today: date) -> dict[str, Any]:
    """The export as plain values, in the order of the corpus."""
    return {
        "format": "avtaleverk",
        "versjon": VERSION,
        "laget": today.isoformat(),
        "helsefellesskap": [_space(space) for space in corpus.helsefellesskap.values()],
        "dokumenter": [_document(corpus, web, document) for document in corpus.documents],
        "punkter": [clause for document in corpus.documents for clause in _clauses(web, document)],
        "relasjoner": [
            {"fra": str(link.source), "til": str(web.resolve(link.target)), "slag": link.relation} for link in web.links
        ],
        "frister": [
            _deadline(space, agreement, deadline) for (space, _), (agreement, deadline) in web.deadlines.items()
        ],
        "meldinger": [_message(web, message) for message in corpus.registers.meldinger.entries.values()],
        "lovkrav": [_law(web, law) for law in corpus.registers.lovkrav.entries.values()],
    }


def _space(space: Helsefellesskap) -> dict[str, Any]:
    return {
        "id": space.id,
        "navn": space.name,
        "malform": space.language,
        "eksempel": space.example,
        "helseforetak": [*space.helseforetak],
        "kommuner": [*space.kommuner],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _document(corpus: Corpus, web: Web, document: Document) -> dict[str, Any]:
    space = document.home
    return {
        "id": str(document.reference),
        "adresse": f"{space}/{document.id}/",
        "tidligere_adresser": [f"{space}/{former}/" for former in document.former_ids],
        "tittel": document.title,
        "type": document.type,
        "verden": corpus.world_of(document),
        "nummer": document.number,
        "sammendrag": document.summary,
        "sprak": document.language,
        "status": document.status,
        "versjon": document.version,
        "gyldig_fra": _day(document.valid_from),
        "gyldig_til": _day(document.valid_to),
        "sist_gjennomgatt": _day(document.last_review),
        "ma_vurderes": [*web.suspects.get(document.reference, ())],
        "eier_kommune": document.owner_kommune,
        "eier_hf": document.owner_hf,
        "roller": [*document.roles],
        "faser": [*document.phases],
        "tema": [*document.topics],
        "pasientgrupper": [*document.patient_groups],
        "lovkrav": [*document.lovkrav],
        "meldinger": [*document.messages],
        "frister": [deadline.id for _, deadline in web.deadlines_of(document)],
        "signert": [
            {"part": s.party, "dato": s.signed.isoformat(), "versjon": s.version, "forbehold": s.reservation}
            for s in document.signatures
        ],
    }


def _clauses(web: Web, document: Document) -> Iterator[dict[str, Any]]:
    former: dict[str, list[str]] = {}
    for old, new in document.former_clauses.items():
        former.setdefault(new, []).append(old)
    for section, clause in zip(document.body.sections, document.clauses, strict=True):
        yield {
            "id": str(clause.reference),
            "adresse": f"{document.home}/{document.id}/#{section.anchor}",
            "nummer": section.number,
            "tittel": section.title,
            "niva": section.level,
            "tekst": plain(document.body.tokens_of(section)),
            "tidligere_numre": former.get(section.anchor, []),
            "brukes_i": sorted({str(link.source.whole) for link in web.incoming.get(clause.reference, ())}),
        }


def _deadline(space: str, agreement: Document, deadline: Deadline) -> dict[str, Any]:
    return {
        "id": f"{space}/{deadline.id}",
        "hva": deadline.what,
        "innen": deadline.within.text,
        "fra": deadline.since,
        "hvem": deadline.by,
        "til": [*deadline.to],
        "punkt": f"{agreement.reference}#{deadline.clause}",
        "lovkrav": deadline.law,
    }


def _message(web: Web, message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "navn": message.name,
        "navn_nn": message.name_nn,
        "avsendere": [*message.senders],
        "mottakere": [*message.receivers],
        "alltid_til": [*message.always_to],
        "nar": message.when,
        "kanal": message.channel,
        "standard": message.standard,
        "brukes_i": [str(d.reference) for d in web.documents_naming("meldinger", message.id)],
    }


def _law(web: Web, law: LawPoint) -> dict[str, Any]:
    return {
        "id": law.id,
        "kort": law.short,
        "tittel": law.title,
        "i_kraft": _day(law.in_force),
        "opphevet": _day(law.repealed),
        "oppfylt_i": [str(d.reference) for d in web.documents_naming("lovkrav", law.id)],
    }
