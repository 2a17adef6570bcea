"""The examples of a rule's page: fenced blocks that say what differs from the small faultless corpus.

The info string of a block is `språk galt|riktig [fil|snarvei|slett|endret|sto] sti [tegnkoder] [gjenta=n]`:

    yaml      fields that replace those of the file; `# felt:` takes the field away
    markdown  sections that replace those with the same heading, or are added at the end; `## ~~Ansvar~~` is removed
    fil       the block is the whole file; with `bytes` it is Python-escaped bytes
    snarvei   the file is a symbolic link to what the block says
    slett     the file is removed
    endret    the change that is checked touches the file, which was as the small corpus has it
    sto       the block is what stood in the file, or in its sections, before the change that is checked

`tegnkoder` stands for characters that cannot be seen (`\\u200b`); `gjenta=n` repeats the block.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from avtaleverk.checks.change.revision import Change
from avtaleverk.corpus.markdown import PARSER
from tests.conftest import Minimal

VERDICTS = ("galt", "riktig")


@dataclass(frozen=True)
class Example:
    """One block: what it changes in which file."""

    language: str
    verdict: str
    way: str
    path: str
    text: str

    def apply(self, corpus: Minimal) -> None:
        """Make the change."""
        match self.language, self.way:
            case _, "endret" | "sto":
                pass
            case _, "slett":
                corpus.path(self.path).unlink()
            case _, "snarvei":
                corpus.path(self.path).symlink_to(self.text.strip())
            case "bytes", _:
                corpus.write(self.path, self.text.encode().decode("unicode_escape").encode("latin-1"))
            case _, "fil":
                corpus.write(self.path, self.text)
            case "yaml", _:
                corpus.write(self.path, _with_fields(corpus.path(self.path).read_text(encoding="utf-8"), self.text))
            case "markdown", _:
                corpus.write(self.path, _with_sections(corpus.path(self.path).read_text(encoding="utf-8"), self.text))

    def before(self, corpus: Minimal) -> str:
        """What stood in the file."""
        path = corpus.path(self.path)
        return _with_sections(path.read_text(encoding="utf-8"), self.text) if self.language == "markdown" else self.text


def change_of(corpus: Minimal, blocks: list[Example]) -> Change:
    """The change that the blocks are part of, seen from the corpus before they are applied."""
    touched = [block.path for block in blocks if block.way == "endret"]
    before = {path: corpus.path(path).read_bytes() for path in touched if path.startswith("agreements/")}
    before |= {block.path: block.before(corpus).encode() for block in blocks if block.way == "sto"}
    return Change(frozenset([*touched, *before]), before)


def examples(page: Path, verdict: str) -> list[Example]:
    """The blocks of the page that are wrong, or those that are right."""
    blocks = (t for t in PARSER.parse(page.read_text(encoding="utf-8")) if t.type == "fence")
    return [e for e in (_example(t.info, t.content) for t in blocks) if e.verdict == verdict]


def _example(info: str, text: str) -> Example:
    language, verdict, *rest = info.split()
    assert verdict in VERDICTS, info
    way = rest.pop(0) if rest[0] in ("fil", "snarvei", "slett", "endret", "sto") else ""
    path, *options = rest
    for option in options:
        if option == "tegnkoder":
            text = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
        elif option.startswith("gjenta="):
            text = text * int(option.removeprefix("gjenta="))
        else:
            raise AssertionError(info)
    return Example(language, verdict, way, path, text)


def _chunks(text: str, start: str) -> list[str]:
    """The text cut in front of every line that begins as `start` says; what stands before the first is a chunk too."""
    return re.split(rf"(?m)^(?={start})", text)


def _with_fields(file: str, fields: str) -> str:
    _fence, front, body = file.split("---\n", 2) if file.startswith("---\n") else ("", file, "")
    named = set(re.findall(r"(?m)^(?:# )?([\w-]+):", fields))
    kept = [c for c in _chunks(front, r"[\w\"-]+:") if c.split(":")[0] not in named]
    new = "".join(line for line in fields.splitlines(keepends=True) if not line.startswith("# "))
    front = "".join([*kept, new])
    return f"---\n{front}---\n{body}" if file.startswith("---\n") else front


def _with_sections(file: str, sections: str) -> str:
    _, front, body = file.split("---\n", 2)
    old, taken = _chunks(body, "## "), set()
    first, *new = _chunks(sections, "## ")
    for section in new:
        heading = section.split("\n")[0].replace("~~", "")
        where = [i for i, chunk in enumerate(old) if chunk.split("\n")[0] == heading and heading not in taken]
        span = slice(where[0], where[0] + 1) if where else slice(len(old), None)
        old[span] = [] if "~~" in section.split("\n")[0] else [section.rstrip("\n") + "\n\n"]
        taken.add(heading)
    return f"---\n{front}---\n{old[0]}{first}{''.join(old[1:])}"
