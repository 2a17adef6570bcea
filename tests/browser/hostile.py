"""A corpus in which every free text is an attack, made from the faultless one."""

import datetime
from typing import Any

import yaml

from tests.conftest import PROCEDURE, Minimal

# Code that runs marks the page; "uvel" is a word to search for.
MARK = "top.uvel=1"
ATTACK = f"""uvel"'><img src=x onerror={MARK}></title><script>{MARK}</script>{{{{7*7}}}}"""
LINES = (
    f"<script>{MARK}</script>",
    f"<img src=x onerror={MARK}>",
    f"<svg/onload={MARK}>",
    f"## uvel {{: onclick={MARK} }}",
    f"uvel {{: style=position:fixed onclick={MARK} }}",
    f"`uvel <img src=x onerror={MARK}>`",
    f"```html\n<img src=x onerror={MARK}>\n```",
    f"| uvel <img src=x onerror={MARK}> | b |\n|---|:-:|\n| <svg onload={MARK}> | 1 |",
    f"uvel[^1]\n\n[^1]: <img src=x onerror={MARK}>",
    f"!!! note \"uvel <img src=x onerror={MARK}>\"\n    uvel",
    "{{ config }} {% include '/etc/passwd' %} {{ ''.__class__ }} ${7*7} #{7*7}",
    '--8<-- "mkdocs.yml"',
    "<!-- uvel --> <![CDATA[uvel]]> <?php uvel ?>",
    "=cmd|'/c calc'!A1",
)  # fmt: skip
# A spreadsheet would run a cell that starts like this.
FORMULA = "=1+1 "
STARTS = frozenset({"navn", "tittel", "hva", "innhold"})
BEFORE = "Pasienten er innlagt og kan"
REFUSED = (
    ("AV626", '[uvel](https://uvel.example/" onmouseover="' + MARK + ")"),
    ("AV703", f"[uvel](javascript:{MARK})"),
    ("AV703", f"[uvel](vbscript:{MARK})"),
    ("AV703", f"[uvel](data:text/html,<script>{MARK}</script>)"),
    ("AV703", f"<javascript:{MARK}>"),
    ("AV703", f"[uvel](JaVaScRiPt&#58;{MARK})"),
    ("AV616", "![uvel](//uvel.example/bilde.svg)"),
    ("AV616", "![uvel](https://uvel.example/bilde.png)"),
)
FREE = frozenset(
    [
        "tittel",
        "sammendrag",
        "navn",
        "navn_nn",
        "navn_kort",
        "hva",
        "hvordan",
        "konklusjon",
        "forklaring",
        "oppgave",
        "apent",
        "merknad",
        "nar",
        "kanal",
        "standard",
        "innhold",
        "fagansvarlig",
        "adresse",
        "sporsmal",
        "svar",
        "bemerkning",
        "forbehold",
        "grunn",
        "sokeord",
        "forkortelser",
        "kilde",
        "tittel_nn",
        "uten_prosedyre",
        "fra",
        "kort",
    ]
)


def hostile(minimal: Minimal) -> Minimal:
    """Every free text of front matter and registers becomes an attack, and so does the body of a procedure."""
    for path in sorted((minimal.root / "agreements").rglob("*.yml")):
        if path.name != "typer.yml":
            path.write_text(_dump(_attacked(yaml.safe_load(path.read_text("utf-8")))), "utf-8")
    for path in sorted((minimal.root / "agreements").rglob("*.md")):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        path.write_text(f"---\n{_dump(_attacked(yaml.safe_load(front)))}---\n{body}", "utf-8")
    minimal.replace(PROCEDURE, BEFORE, "\n\n".join((*LINES, BEFORE)))
    guide = minimal.path("docs/proven.md")
    guide.write_text(f"# Prøven {ATTACK}\n\n" + "\n\n".join(LINES) + "\n", "utf-8")
    return minimal


def _attacked(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {k: _attacked(v, str(k)) for k, v in value.items()}
    if isinstance(value, list):
        return [_attacked(v, key) for v in value]
    if key not in FREE or not isinstance(value, str):
        return value
    return f"{FORMULA if key in STARTS else ''}{value} {ATTACK}"


class _Dumper(yaml.SafeDumper):
    """Quotes every text, so that no value changes its YAML type."""

    def ignore_aliases(self, data: Any) -> bool:
        """Whether to write out a value again: always."""
        return True


_Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
_Dumper.add_representer(
    datetime.date, lambda dumper, day: dumper.represent_scalar("tag:yaml.org,2002:timestamp", day.isoformat())
)


def _dump(content: Any) -> str:
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
