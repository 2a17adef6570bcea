"""What readers ask that a page other than a document answers: `data/sporsmal.yml`."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import yaml

from avtaleverk.search.language import DATA

Words = tuple[str, ...]


class Asked(NamedTuple):
    """The words by what answers them: overviews by the last part of their address, guidance by its address.

    `home` leads to the page of a helsefellesskap, `emergency` to the emergency page. `phone` and `hours` are words for
    who answers, and when. `uncovered` are words for a point of the law that no agreement covers.
    """

    home: Words
    emergency: Words
    phone: Words
    hours: Words
    uncovered: Words
    overviews: Mapping[str, Words]
    guides: Mapping[str, Words]


@cache
def asked() -> Asked:
    """The words that are committed."""
    raw = yaml.safe_load((DATA / "sporsmal.yml").read_text("utf-8"))
    return Asked(
        home=tuple(raw["hjem"]),
        emergency=tuple(raw["akutt"]),
        phone=tuple(raw["telefon"]),
        hours=tuple(raw["tider"]),
        uncovered=tuple(raw["uten_avtale"]),
        overviews={name: tuple(words) for name, words in raw["oversikter"].items()},
        guides={path: tuple(words) for path, words in raw["veiledning"].items()},
    )
