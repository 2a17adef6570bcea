"""A role answers for a document, and no text names a person or tells who a patient is."""

import pytest

from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Spør avdelingsleder Per Hansen.", ["AV112"]),
        ("Det gjaldt Hansen, Ola, født 1944.", ["AV112"]),
        ("Fru Berg ringte.", ["AV112"]),
        ("Berit fra Moelv døde.", ["AV112"]),
        ("Slik som for Olga Nilsen (87) på Toten i mars.", ["AV112"]),
        ("Slik som for Xavi Quist (87 år) i mars.", ["AV112"]),
        ("Xavi Hansen ble sendt hjem.", ["AV112"]),
        ("Nilsen, Xavi, skal hjem.", ["AV112"]),
        ("Spør Dr. Quist.", ["AV112"]),
        ("Ring Bjørn på 12.", ["AV112"]),
        ("Diagnosen til Marit på rom 12 er hemmelig.", ["AV112"]),
        ("Pasient Ola (82) falt.", ["AV706"]),
        ("Hør med brukeren Finn først.", ["AV706"]),
        ("Pasient Nguyen Van An fikk feil dose.", ["AV706"]),
        ("Pasienten Kari Nordli fikk feil dose i mars.", ["AV706"]),
        ("Pasienten heter Nguyen Thi Lan.", ["AV706"]),
        ("Pasienten bor i Storgata 12.", ["AV706"]),
        ("Pasienten i Kirkegata 4B på Hamar ringte i går.", ["AV706"]),
        ("K.N., 84 år, rom 12, fra Ringsaker, falt i går.", ["AV706"]),
        ("Mannen, 84, på rom 3 falt i går.", ["AV706"]),
        ("Pasient nr. 1234567 er flyttet.", ["AV706"]),
        ("En kvinne på 92 år fra Lom fikk ikke brevet.", ["AV706"]),
        ("Mann (87), innlagt 3. mars, ble sendt hjem.", ["AV706"]),
        ("Gjelder kvinne født 12. mai 1945.", ["AV706"]),
        ("Gjelder mann, f. 3 jan. 1960.", ["AV706"]),
        ("Finn fram i planen. Per dag er det to. Even Flo er ingen rolle.", []),
        ("Spør i Odd Fellow og om Marte Meo.", []),
        ("Pasient og Fastlege møtes. Gi pasienten Paracet Forte.", []),
        ("Det gjelder Helsefellesskapet Prøve (24 år) og Nordre Land (31). Spør om Marit er hjemme på rommet.", []),
        ("Hansen. Nils og Ole. Else Helsen.", []),
        ("Pasienten bor i Hamar 12 måneder. Hun bor i kommunen. Pasientnummer skrives ikke her.", []),
        ("En kvinne på 82 år vil hjem. Mann på 70 år får brev fra 1. mai.", []),
        ("Kvinne 45–75 år fra Hamar. En mann fra Lom.", []),
        ("Spør Den norske legeforening.", []),
        ("Programmet følger Marte Meo i tre uker.", []),
        ("Finn Kommunens plan.", []),
        ("Barn født 1. mai eller senere.", []),
        ("Avtalen er fra 12. mai 1945.", []),
    ],
)
def test_a_sentence_that_tells_of_a_person_is_found_once(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Kari Hansen", ["AV112"]),
        ('"Dr. Ola Nordmann, Hamar"', ["AV112"]),
        ('"Sykepleier ved medisinsk sengepost, Hamar"', []),
        ("Overlege Barneavdelingen", []),
        ("Åse sykehjem", []),
    ],
)
def test_a_role_is_responsible_and_no_person(minimal: Minimal, name: str, codes: list[str]) -> None:
    assert minimal.with_(PROCEDURE, fagansvarlig=name).codes() == codes


@pytest.mark.parametrize(
    ("fields", "line", "code"),
    [
        ({"fagansvarlig": "Overlege Anne Berg"}, "fagansvarlig", "AV112"),
        ({"endringer": '[{versjon: "1.0", dato: 2026-02-01, hva: Rettet etter klagen fra Per Olsen i Løten.}]'}, "endringer", "AV706"),
        ({"gjennomgang": "[{dato: 2026-06-01, av: FSU, konklusjon: Kari Berg følger opp.}]"}, "gjennomgang", "AV112"),
    ],
)  # fmt: skip
def test_a_field_that_names_a_person(minimal: Minimal, fields: dict[str, str], line: str, code: str) -> None:
    [found] = minimal.with_(PROCEDURE, **fields).check()
    written = minimal.path(PROCEDURE).read_text(encoding="utf-8").splitlines()[found.at.line - 1]
    assert (found.code, written.split(":")[0]) == (code, line)


def test_a_person_is_named_neither_in_the_text_nor_in_the_contact_list(minimal: Minimal) -> None:
    minimal.replace("kontakter.yml", "apent:", "merknad: Spør etter Kari Nordmann, apent:")
    minimal.saying("Ring Ola Nordmann.")
    assert [(d.code, d.at.path.rpartition("/")[2]) for d in minimal.check()] == [
        ("AV112", "kontakter.yml"),
        ("AV112", "p-varsel.md"),
    ]


def test_a_name_with_a_date_of_birth_is_one_finding(minimal: Minimal) -> None:
    assert minimal.saying("Ola Nordmann, født 03.04.1941.").codes() == ["AV706"]
