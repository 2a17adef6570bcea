"""Small corpora that several rules are tested on."""

import pytest

from tests.conftest import CONTACTS, Minimal

PLACES = {"k-0001": "Prøvevik", "k-0002": "Annevik", "k-0003": "Tredjevik"}


@pytest.fixture
def three(minimal: Minimal) -> Minimal:
    """Three kommuner, each with a tildelingskontor of its own."""
    minimal.replace("helsefellesskap.yml", "[k-0001]", f"[{', '.join(PLACES)}]")
    parties = "".join(f"{id}: {{navn: {name}, slag: kommune}}\n" for id, name in list(PLACES.items())[1:])
    minimal.replace("agreements/register/parter.yml", "k-0001:", f"{parties}k-0001:")
    places = "".join(
        f"    {id}: {{telefon: 00 00 00 0{id[-1]}, epost: post@{name.lower()}.no, apent: Hverdager 8–15}}\n"
        for id, name in PLACES.items()
    )
    return minimal.write(
        CONTACTS, f"tildelingskontor:\n  navn: Tildelingskontoret\n  side: kommune\n  steder:\n{places}"
    )
