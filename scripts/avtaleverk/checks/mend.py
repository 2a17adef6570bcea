"""`check --fix`: mends what can be mended without knowing what the author meant. Doing it twice changes nothing.

It mends line ends, a byte order mark, trailing spaces (not the two that break a line), invisible characters, decomposed
letters, dates written the Norwegian way, the order of fields, and the numbers of a list into which an item was inserted.
"""

import re
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

from avtaleverk import whole_file
from avtaleverk.checks.text.lost import is_shifted, numbered_lists
from avtaleverk.corpus.fields import DOCUMENT
from avtaleverk.corpus.files import CONTENT
from avtaleverk.corpus.kinds import Day
from avtaleverk.corpus.letters import without_invisible
from avtaleverk.corpus.outline import parse_body
from avtaleverk.corpus.persons import may_be_personal
from avtaleverk.corpus.records import fields_in
from avtaleverk.corpus.source import MAX_BYTES
from avtaleverk.corpus.trial import SAFE
from avtaleverk.patterns import when_used
from avtaleverk.rules import visible

_DATE = when_used(
    r"(?P<before>^[ \t-]*{?[^\n]*?\b(?P<key>\w+):[ \t]+)(?P<day>\d{1,2})\.[ ]?(?P<month>\d{1,2})\.[ ]?(?P<year>(?:19|20)\d\d)(?=[ \t]*(?:$|[,}]))",
    re.MULTILINE,
)
_FIELD = when_used(r"(?m)^(?=[A-Za-z_]\w*:)")


SHOWN = 5  # changes of a file that are told one by one
_NOT_TOLD = "rettet (linjen har et nummer som ikke gjentas her)"  # a personal number
_STEP_NAMED = when_used(r"\b(?:steg|trinn|punkt|pkt\.?|nr\.?|nummer)\s*\d", re.IGNORECASE)


def mend_all(root: Path) -> dict[str, list[str]]:
    """Mend every content file; the changes made, by the path of the file."""
    changed: dict[str, list[str]] = {}
    for file in sorted((root / CONTENT).rglob("*")):
        plain = file.suffix in (".md", ".yml") and not file.is_symlink() and file.is_file()
        if not plain or file.stat().st_size > MAX_BYTES or any(p.is_symlink() for p in file.parents if p != root):
            continue
        raw = file.read_bytes()
        try:
            mended = mend(raw.decode("utf-8-sig"), file.suffix).encode()
        except UnicodeDecodeError:
            continue
        if mended != raw:
            whole_file.write(file, mended)
            changed[file.relative_to(root).as_posix()] = told(raw.decode("utf-8-sig"), mended.decode())
    return changed


def told(before: str, after: str) -> list[str]:
    """The changes as told to the editor: the present line number, the line as it was and as it is."""
    old, new = before.splitlines(), after.splitlines()
    if len(before) > SAFE or [line.rstrip() for line in old] == [line.rstrip() for line in new]:
        return ["linjeskift og mellomrom i slutten av linjene"]
    found = []
    for tag, first, end, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and end - first == stop - start:
            found += [(n, f"«{old[first + n - start]}» → «{new[n]}»") for n in range(start, stop)]
        elif tag in ("insert", "replace"):
            found += [(n, f"«{new[n]}» er flyttet hit") for n in range(start, stop)]
    more = len(found) - SHOWN
    lines = [f"linje {n + 1}: {visible(_NOT_TOLD if may_be_personal(c) else c)}" for n, c in found[:SHOWN]]
    return lines + ([f"og {more} linjer til"] if more > 0 else [])


def mend(text: str, suffix: str = ".md") -> str:
    """The text with everything mended that is safe to mend."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", without_invisible(text))
    text = re.sub(r"(?m)(?<=\S)(?:[ \t]|[ \t]{3,}|\t[ \t]*)$", "", text)
    text = re.sub(r"(?m)^[ \t]+$", "", text).rstrip("\n") + "\n"
    parts = text.split("---\n", 2)
    if suffix == ".md" and len(parts) == 3 and parts[0] == "":
        front = _in_order(_with_dates(parts[1]))
        return f"---\n{front}---\n{_renumbered(parts[2])}"
    return text


def _renumbered(body: str) -> str:
    """The text with lists renumbered as readers see them, after an item was inserted; not where the text names a number."""
    if len(body) > SAFE or not re.search(r"(?m)^[ \t]*\d+[.)]", body) or _STEP_NAMED.search(body):
        return body
    lines = body.split("\n")
    for items in numbered_lists(parse_body(body, 1).tokens):
        as_wide = all(len(str(written)) == len(str(shown)) for written, shown, _ in items)  # else indents would be off
        for written, shown, token in items if items and as_wide and is_shifted(items) else ():
            number = token.map[0] if token.map else 0
            lines[number] = re.sub(rf"^([ \t]*){written}(?=[.)])", rf"\g<1>{shown}", lines[number], count=1)
    return "\n".join(lines)


def _with_dates(front: str) -> str:
    days = frozenset(field.key for field in fields_in(DOCUMENT) if isinstance(field.kind, Day))

    def iso(found: re.Match[str]) -> str:
        if found["key"] not in days or not (1 <= int(found["month"]) <= 12 and 1 <= int(found["day"]) <= 31):
            return found[0]
        return f"{found['before']}{found['year']}-{int(found['month']):02}-{int(found['day']):02}"

    previous = ""
    while previous != front:
        previous, front = front, _DATE.sub(iso, front)
    return front


def _in_order(front: str) -> str:
    """The fields in the order of the table of fields, each with its own lines. Comments keep the order as it is."""
    if re.search(r"(?m)^\s*#", front) or not _FIELD.match(front):
        return front
    order = {field.key: i for i, field in enumerate(DOCUMENT)}
    blocks = [block for block in _FIELD.split(front) if block]
    keys = [block.split(":")[0] for block in blocks]
    if len(set(keys)) != len(keys) or not set(keys) <= set(order):
        return front
    return "".join(sorted(blocks, key=lambda block: order[block.split(":")[0]]))
