"""An emergency number is that of the service that helps in the danger."""

import pytest

from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ring 112 ved tegn til overdose.", ["AV709"]),
        ("Ring ambulanse på 110.", ["AV709"]),
        ("Ring 112 når det står om liv.", ["AV709"]),
        ("Svarer ikke legen? Ring legevakten på 112.", ["AV709"]),
        ("Svarer ikke legen? Ring legevakten på 117 116.", ["AV709"]),
        ("Ring 112 hvis barnet ikke puster.", ["AV709"]),
        ("Ring 112 hvis barnet er blått.", ["AV709"]),
        ("Er det fare for liv? Ring 112.", ["AV709"]),
        ("Ved fare for livet: ring 110 først.", ["AV709"]),
        ("Får pasienten nye tegn på slag? Ring 110.", ["AV709"]),
        ("Ring legevakten på 116 117 ved tegn til overdose.", ["AV709"]),
        ("Kommer barnet underveis uten ambulanse? Stopp bilen, og ring 116117.", ["AV709"]),
        ("Ring 116 117 først ved fare for liv.", ["AV709"]),
        ("**Fare for liv:** Ring 112.", ["AV709"]),
        ("Ring 116 117 hvis barnet ikke puster.", ["AV709"]),
        ("Ring legevakten på 116 117, og politiet på 112.", []),
        ("Ring 112 ved trusler. Ring 113 ved overdose.", []),
        ("Ring 112 når en ruspåvirket truer deg, også ved overdose.", []),
        ("Ring 110 ved brann der noen er bevisstløs.", []),
        ("Truer pasienten noen? Ring 112.", []),
        ("Er noen utagerende, går du ut. Er det fare for liv? Ring 112.", []),
        ("Er det fare for liv, ringer du 112 eller 113.", []),
        (
            "Er det ikke fare for liv, ring legevakten på 116 117. Ring 116117 ved brystsmerter, og 113 ved hjertestans.",
            [],
        ),
        ("Får pasienten plager etter hjerneslag, ring 116 117.", []),
    ],
)
def test_a_number_is_that_of_the_service_that_helps(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


@pytest.mark.parametrize(
    ("title", "codes"), [("Varsle om akutt sykdom", ["AV709"]), ("Varsle ved vold i nære relasjoner", [])]
)
def test_a_summary_is_read_with_what_the_page_is_about(minimal: Minimal, title: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, tittel=title, sammendrag="Ring 112 ved fare for liv. Varsle kommunen innen 24 timer.")
    assert minimal.saying("Ring 112 ved vold.").codes() == codes


@pytest.mark.parametrize(
    ("note", "codes"), [("Ring 113 når det står om liv.", []), ("Ring 112 når det står om liv.", ["AV709"])]
)
def test_a_note_of_a_contact_point_is_read_too(minimal: Minimal, note: str, codes: list[str]) -> None:
    minimal.replace("kontakter.yml", "apent: hverdager 8–15.30", f"apent: hverdager 8–15.30, merknad: {note}")
    assert minimal.codes() == codes
