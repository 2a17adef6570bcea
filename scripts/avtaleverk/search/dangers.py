"""What tells of danger to life: `data/farer.yml`, which clinicians read and write, for `danger.mjs`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from avtaleverk.search.language import DATA
from avtaleverk.search.signs import Lines, Signs

LEADS_TO = ("selvmord", "fare", "skade", "fodsel", "voksen", "nyfodt")
_PARTS = ("ord", "aldri", "bare_selvmord", "alder", "farer")
_FIELDS = {"om", "leder_til", "unntatt", "tegn", "alle_av"}


class WrongSigns(ValueError):
    """All that is wrong with the file, one fault a line."""


@dataclass(frozen=True, slots=True)
class Danger:
    """A danger: the page it leads to, what must not be said, and the parts of which a query must have a sign each."""

    about: str
    leads_to: str
    unless: Lines
    parts: tuple[Lines, ...]


@dataclass(frozen=True, slots=True)
class Dangers:
    """The file: words that have a name; every danger, the gravest first; what is none now; what is none unless it is one's
    own wish to die; and what tells who receives the patient."""

    words: Mapping[str, Lines]
    each: tuple[Danger, ...]
    never: Lines
    feared: Lines
    ages: Mapping[str, Lines]


@cache
def dangers() -> Dangers:
    """The dangers that are committed."""
    return read(yaml.safe_load((DATA / "farer.yml").read_text("utf-8")))


def read(raw: Mapping[str, Any]) -> Dangers:
    """The dangers of a file. Raises `WrongSigns` when a line of it cannot be understood."""
    _refuse([f"mangler «{part}»" for part in _PARTS if not raw.get(part)])
    signs = Signs(raw["ord"])
    found = Dangers(
        signs.named,
        tuple(_danger(row, signs) for row in raw["farer"]),
        signs.lines(raw["aldri"], "aldri"),
        signs.lines(raw["bare_selvmord"], "bare_selvmord"),
        {age: signs.lines(block, f"alder: {age}") for age, block in raw["alder"].items()},
    )
    _refuse([*signs.wrong, *signs.unused(), *_twice(found.each)])
    return found


def _refuse(wrong: Sequence[str]) -> None:
    if wrong:
        raise WrongSigns("\n".join(f"farer.yml: {fault}" for fault in wrong))


def _danger(row: Mapping[str, Any], signs: Signs) -> Danger:
    about = str(row.get("om", "en fare uten «om»"))
    signs.wrong += [f"{about}: ukjent felt «{field}»" for field in row if field not in _FIELDS]
    if row.get("leder_til") not in LEADS_TO:
        signs.wrong.append(f"{about}: «leder_til» må være {', '.join(LEADS_TO)}")
    if ("tegn" in row) == ("alle_av" in row):
        signs.wrong.append(f"{about}: må ha enten «tegn» eller «alle_av»")
    parts = [row["tegn"]] if "tegn" in row else row.get("alle_av", [])
    unless = signs.lines(row.get("unntatt", ""), f"{about}: unntatt")
    return Danger(about, str(row.get("leder_til")), unless, tuple(signs.lines(part, about) for part in parts))


def _twice(each: tuple[Danger, ...]) -> Iterator[str]:
    """Signs that more than one danger has, alone."""
    seen: dict[str, str] = {}
    for danger in each:
        for line in danger.parts[0] if len(danger.parts) == 1 else ():
            if line in seen:
                yield f"{danger.about}: «{line}» står også under «{seen[line]}»"
            seen[line] = danger.about


def as_data(found: Dangers) -> dict[str, Any]:
    """What the browser gets: with all signs together that lead to the same page unless the same is said."""
    together: dict[tuple[str, ...], list[str]] = {}
    for danger in found.each:
        *others, last = map(_any_of, danger.parts)
        together.setdefault((danger.leads_to, _any_of(danger.unless), *others), []).append(last)
    return {
        "words": {name: _any_of(ways) for name, ways in found.words.items()},
        "each": [[leads_to, unless, *others, "|".join(last)] for (leads_to, unless, *others), last in together.items()],
        "never": _any_of(found.never),
        "feared": _any_of(found.feared),
        "ages": {age: _any_of(lines) for age, lines in found.ages.items()},
    }


def _any_of(lines: Lines) -> str:
    return "|".join(lines.values())
