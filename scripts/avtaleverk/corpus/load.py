"""Load: every file of `agreements/` into one Corpus, and a diagnostic for each that cannot be read.

agreements/register/*.yml            the registers
agreements/<id>/helsefellesskap.yml  a helsefellesskap, with kontakter.yml and tilstand.yml beside it
agreements/<id>/**/*.md              its documents
"""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from avtaleverk.corpus.compose import Front, compose
from avtaleverk.corpus.fields import DOCUMENT
from avtaleverk.corpus.files import (
    CONTACTS_FILE,
    CONTENT,
    FOLDERS,
    REGISTER_FOLDER,
    SPACE_FILE,
    STATE_FILE,
    as_text,
    content_files,
    guidance_files,
)
from avtaleverk.corpus.front_matter import split_front_matter
from avtaleverk.corpus.kinds import Identifier, Text
from avtaleverk.corpus.model import Corpus, Document, Guide, Helsefellesskap, Reference, Register, Registers
from avtaleverk.corpus.names import look_at_addresses, without_persons
from avtaleverk.corpus.nodes import Mapping as MappingNode
from avtaleverk.corpus.outline import inline_text, parse_body
from avtaleverk.corpus.records import ByKey, Table, is_misspelt, read_fields
from avtaleverk.corpus.register_fields import CONTACTS, HELSEFELLESSKAP, REGISTERS
from avtaleverk.corpus.source import Source, read_source
from avtaleverk.corpus.trial import reads_in_time
from avtaleverk.diagnostics import Diagnostic, Location
from avtaleverk.in_step import Steps, in_step
from avtaleverk.processes import Spread, serially
from avtaleverk.rules import Problems, declare

MAX_FRONT_MATTER = 64_000
FIXED_COST = 3000  # the work that any file takes, however short, in bytes of content

declare("AV106", "To dokumenter har samme id")

# The files in YAML that people write, unlike the stamps.
WRITTEN = (CONTACTS_FILE, SPACE_FILE, *(f"/{REGISTER_FOLDER}/{name}.yml" for name in REGISTERS))
_DOCUMENT, _HELSEFELLESSKAP = Table.of(DOCUMENT), Table.of(HELSEFELLESSKAP)
# The tables beside the file of a helsefellesskap, and the attributes that they become.
TABLES: dict[str, tuple[str, ByKey]] = {
    CONTACTS_FILE: ("contacts", ByKey(CONTACTS)),
    STATE_FILE: ("stamps", ByKey(ByKey(Text()))),
}


def load(root: Path, spread: Spread = serially) -> tuple[Corpus, list[Diagnostic]]:
    """The corpus below `root/agreements`, and what is wrong with its files. Never raises for content."""
    problems = Problems([])
    unread: set[str] = set()
    files = content_files(root, problems, unread)
    registers = _registers(root, files, problems, unread)
    spaces = _helsefellesskap(root, files, problems, unread)
    # The tables stand on either side of the documents, so that two processes get an equal share of each.
    contacts, stamps = ([path for path in files if path.endswith(f"/{name}")] for name in TABLES)
    large = [*contacts, *(path for path in files if path.endswith(".md")), *stamps]
    read = spread(
        lambda paths: in_step(_reading(root, path, spaces) for path in paths),
        large,
        lambda path: FIXED_COST + (root / path).stat().st_size,
    )
    problems.found += (problem for _, found in read for problem in found)
    made = {path: one for path, (one, _) in zip(large, read, strict=True)}
    unread |= {path for path in large if made[path] is None}
    spaces = {name: _with_tables(space, made) for name, space in spaces.items()}
    documents = [one for one in made.values() if isinstance(one, Document)]
    corpus = _corpus(registers, spaces, documents, _guides(root, problems), problems)
    written = (path for path in files if path.endswith(WRITTEN) and path not in unread)
    tables = tuple(Source(path, (root / path).read_text(encoding="utf-8-sig", errors="ignore")) for path in written)
    return corpus._replace(unread=frozenset(unread), tables=tables), problems.found


def _read_yaml(root: Path, path: str, problems: Problems) -> MappingNode | None:
    source = read_source(root, path, problems)
    return compose(source.path, source.text, 1, problems) if source else None


def _registers(root: Path, files: list[str], problems: Problems, unread: set[str]) -> Registers:
    registers: dict[str, Register[Any]] = {}
    for name, record in REGISTERS.items():
        path = f"{CONTENT}/{REGISTER_FOLDER}/{name}.yml"
        node = _read_yaml(root, path, problems) if path in files else None
        if files and path not in files and path not in unread:
            hint = "Hent filen fra siste utgave."
            if (root / path).is_dir():
                hint = f"Slett mappen som heter «{name}.yml». {hint}"
            problems.add("AV009", Location(path), f"Registeret «{name}.yml» mangler.", hint)
        if node is None:
            unread.add(path)
        entries = ByKey(record).read(node, name, problems) if node else {}
        unread |= {f"{path}#{id}" for id in node.values if id not in entries} if node else set()
        registers[name] = Register(name, path, entries, node)
    return Registers(**registers)


def _helsefellesskap(root: Path, files: list[str], problems: Problems, unread: set[str]) -> dict[str, Helsefellesskap]:
    folders = sorted({path.split("/")[1] for path in files} - {REGISTER_FOLDER})
    return {name: _one_helsefellesskap(root, name, files, problems, unread) for name in folders}


def _one_helsefellesskap(
    root: Path, name: str, files: list[str], problems: Problems, unread: set[str]
) -> Helsefellesskap:
    path = f"{CONTENT}/{name}/{SPACE_FILE}"
    if not Identifier.pattern.fullmatch(name):
        problems.add(
            "AV105", Location(f"{CONTENT}/{name}"), f"Mappenavnet «{name}» kan ikke brukes i adresser.", Identifier.hint
        )
    values: dict[str, Any] = {}
    if path not in files:
        hint = "Lag filen med navn, malform, hf og kommuner; se innlandet/helsefellesskap.yml."
        problems.add("AV009", Location(path), "Helsefellesskapet mangler filen «helsefellesskap.yml».", hint)
        unread.add(path)
    elif node := _read_yaml(root, path, problems):
        values = {
            "fields": node,
            **read_fields(_HELSEFELLESSKAP, node, "Helsefellesskapet", problems, missing_at=node.at),
        }
        known = _HELSEFELLESSKAP.fields
        if any(is_misspelt(key, node, known) for key in known.keys() - node.values.keys()):
            unread.add(path)  # a whole list is missing: what follows from that is not said
    else:
        unread.add(path)
    return Helsefellesskap(id=name, path=path, **{"name": name, "short_name": name, **values})


def _with_tables(space: Helsefellesskap, made: Mapping[str, object]) -> Helsefellesskap:
    """The helsefellesskap with the tables that were read from the files beside its own."""
    beside = space.path.removesuffix(SPACE_FILE)
    tables: dict[str, Any] = {attribute: made.get(beside + name) for name, (attribute, _) in TABLES.items()}
    return space._replace(**{attribute: table for attribute, table in tables.items() if table is not None})


def _reading(root: Path, path: str, spaces: Mapping[str, Helsefellesskap]) -> Steps[tuple[Any, list[Diagnostic]]]:
    """The document or the table in a file (None when it cannot be read), and what is wrong with it."""
    problems = Problems([])
    name = path.rpartition("/")[2]
    if name in TABLES:
        node = _read_yaml(root, path, problems)
        return (TABLES[name][1].read(node, name.removesuffix(".yml"), problems) if node else None), problems.found
    source = read_source(root, path, problems)
    return ((yield from reading(source, spaces, problems)) if source else None), problems.found


def reading(source: Source, spaces: Mapping[str, Helsefellesskap], problems: Problems) -> Steps[Document | None]:
    """The document of a file below `agreements/`; None, with diagnostics, when it cannot be read."""
    halves = split_front_matter(source, problems)
    if halves is None or not reads_in_time(source.path, halves.body, halves.body_line, problems):
        return None
    if len(halves.front) > MAX_FRONT_MATTER:
        problems.add(
            "AV006", Location(source.path), f"Metadata er større enn {MAX_FRONT_MATTER // 1000} kB.", "Kort dem ned."
        )
        return None
    yield
    node = compose(source.path, halves.front, halves.front_line, problems)
    if node is None:
        return None
    space = source.path.split("/")[1]
    values = read_fields(_DOCUMENT, node, "Dokumentet", problems, missing_at=Location(source.path))
    # A missing id is reported once; the file name stands in, so that links to the document still resolve.
    values.setdefault("id", source.path.rpartition("/")[2].removesuffix(".md"))
    values.setdefault("language", spaces[space].language)
    values["hjemmel"] = tuple(Reference.parse(text, space) for text in values.get("hjemmel", ()))
    values["questions"] = tuple(
        q._replace(clause=Reference.parse(q.clause, space) if q.clause else None) for q in values.get("questions", ())
    )
    yield
    return Document(
        reference=Reference(space, values["id"]),
        path=source.path,
        front=Front(source.path, halves.front, halves.front_line, node),
        body=parse_body(halves.body, halves.body_line),
        **values,
    )


def _guides(root: Path, problems: Problems) -> list[Guide]:
    """The pages of `docs/`: plain Markdown whose first heading is the title and first paragraph the summary."""
    found = []
    files = guidance_files(root, problems)
    paths = without_persons((file.relative_to(root).as_posix() for file in files), problems)
    look_at_addresses(map(as_text, paths), problems)
    for path in paths:
        source = read_source(root, path, problems)
        if source is None or not reads_in_time(source.path, source.text, 1, problems):
            continue
        body = parse_body(source.text, 1)
        title = body.sections[0].title if body.sections and body.sections[0].level == 1 else Path(path).stem
        first = next((t for a, t in pairwise(body.tokens) if a.type == "paragraph_open" and a.level == 0), None)
        found.append(Guide(source.path, title, inline_text(first) if first else "", "nb", body))
    return found


def _at_home(document: Document) -> tuple[bool, bool]:
    """Whether the file is named after the id, and is in the folder of its type: so is the original, and no copy of it."""
    path = Path(document.path)
    return path.stem == document.id, path.parent.name == FOLDERS.get(document.type)


def _corpus(
    registers: Registers,
    spaces: Mapping[str, Helsefellesskap],
    documents: list[Document],
    guides: list[Guide],
    problems: Problems,
) -> Corpus:
    by_reference: dict[Reference, Document] = {}
    copies: set[str] = set()
    taken = {document.reference for document in documents}
    for document in documents:
        first = by_reference.setdefault(document.reference, document)
        if first is not document:
            owner, copy = (document, first) if _at_home(document) > _at_home(first) else (first, document)
            at = copy.fields.values["id"].at if "id" in copy.fields.values else Location(copy.path)
            message = f"Id-en «{copy.id}» er alt brukt i {owner.path}."
            hint = "Gi dette dokumentet en ny id."
            named = document.reference._replace(document=Path(copy.path).stem)
            if named not in taken and Identifier.pattern.fullmatch(named.document):
                hint = f"Skriv «id: {named.document}», som filen heter, eller en annen ny id."
            if copy.body.text.split() == owner.body.text.split():
                copies.add(copy.path)  # nothing else is reported about it
                message = f"Filen er en kopi av {owner.path}, med samme id «{copy.id}»."
                hint = "Slett kopien. Skal den bli et nytt dokument, gir du den ny id, nytt nummer og ny tittel."
            problems.add("AV106", at, message, hint)
            by_reference[document.reference] = owner
    kept = tuple(document for document in documents if document.path not in copies)
    return Corpus(registers, spaces, kept, tuple(guides), by_reference)
