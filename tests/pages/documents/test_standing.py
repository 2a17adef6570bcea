"""The standing of an agreement with its parties, shown on its page, on what rests on it, and in the lists."""

import re

import pytest

from tests.conftest import AGREEMENT, Minimal

NOTICE = "{av: k-0001, dato: 2026-09-01, meldt_helsedirektoratet: 2026-09-10}"
TWO = "hf: [hf-prove]\nkommuner: [k-0001, k-0002]"
OF_ALL = '  - {part: alle-kommuner, dato: 2025-12-11, versjon: "1.0"}\n'


@pytest.fixture
def two(minimal: Minimal) -> Minimal:
    """The same with one kommune more."""
    register = minimal.path("agreements/register/parter.yml").read_text(encoding="utf-8")
    more = 'k-0002: {navn: Nabovik, slag: kommune, nummer: "0002", malform: nb}\n'
    minimal.write("agreements/register/parter.yml", register + more)
    return minimal.replace("helsefellesskap.yml", "hf: [hf-prove]\nkommuner: [k-0001]", TWO)


def test_an_agreement_on_notice_says_who_when_and_until_when(minimal: Minimal) -> None:
    page = minimal.with_(AGREEMENT, oppsagt=NOTICE, gyldig_til="2027-09-01").html("prove/da05")
    assert "Prøvevik sa opp avtalen 1. september 2026. Den gjelder til 1. september 2027. Følg" in page
    assert "Helsedirektoratet ble varslet 10. september 2026." in page


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("prove/p-varsel", '<a href="../da05/">Delavtale 5</a> er sagt opp, men gjelder til 1. september 2027. Følg'),
        ("prove/kommune/k-0001", "<p>Kommunen har sagt opp:</p><ul><li>"),
        ("prove", "<small>sagt opp, gjelder til 1. september 2027</small>"),
        ("prove/oversikt/krav", "<small>sagt opp, gjelder til 1. september 2027</small>"),
        ("prove/oversikt/versjoner", "Delavtale 5: Utskrivning: Prøvevik (gjelder til 1. september 2027)"),
    ],
)
def test_what_rests_on_it_and_what_lists_it_says_so(minimal: Minimal, page: str, told: str) -> None:
    assert told not in minimal.html(page)
    assert told in minimal.with_(AGREEMENT, oppsagt=NOTICE, gyldig_til="2027-09-01").html(page)


def test_notice_on_an_agreement_that_has_ended_is_no_longer_told_below(minimal: Minimal) -> None:
    minimal.with_(AGREEMENT, oppsagt=NOTICE, gyldig_til="2026-10-01")
    assert "er sagt opp" not in minimal.html("prove/p-varsel")


def test_the_day_from_which_this_very_version_holds_is_told(minimal: Minimal) -> None:
    old, new = '{versjon: "0.9", dato: 2026-01-01, hva: Ny.}', '{versjon: "1.0", dato: 2026-03-01, hva: Ny frist.}'
    page = minimal.with_(AGREEMENT, endringer=f"[{old}, {new}]").html("prove/da05")
    assert "<dd>fra 1. mars 2026</dd>" in page


def test_notice_on_the_agreement_above_is_told_below(minimal: Minimal) -> None:
    minimal.with_("overordnet/os.md", oppsagt=NOTICE, gyldig_til="2027-09-01")
    above = 'Avtalen over er sagt opp: <a href="../os/">Overordnet samarbeidsavtale</a>'
    assert above in minimal.html("prove/da05")
    assert "Overordnet samarbeidsavtale</a> er sagt opp, men gjelder" in minimal.html("prove/p-varsel")


def test_who_has_not_signed_is_told_and_a_reader_from_there_sees_it(two: Minimal) -> None:
    assert "Alle 3 har signert." in two.html("prove/da05")
    page = two.replace(AGREEMENT, OF_ALL, OF_ALL.replace("alle-kommuner", "k-0001")).html("prove/da05")
    assert "2 av 3 parter har signert. Avtalen binder bare dem" in page and "2 av 3 har signert." in page
    assert '<p class="varsel bare-mitt" role="note" data-part="k-0002">Kommunen du har valgt, har ikke' in page
    assert '<strong>Disse har ikke signert:</strong> <span data-part="k-0002">Nabovik</span>.' in page
    assert '<p class="varsel bare-mitt" role="note" data-part="k-0002">' in two.html("prove/p-varsel")


def test_a_group_counts_those_that_its_signature_binds(two: Minimal) -> None:
    two.replace(AGREEMENT, OF_ALL, OF_ALL + '  - {part: k-0002, dato: 2025-11-01, versjon: "0.9"}\n')
    page = two.html("prove/da05")
    assert '<tr data-part="k-0001"><td>De andre kommunene (1)</td><td>1.0</td>' in page
    assert "Alle 3 har signert. 1 av dem har en eldre versjon." in page
    assert "1 av 3 parter har signert en eldre versjon enn 1.0." in page
    assert 'data-part="k-0002">Kommunen du har valgt, har signert versjon 0.9.' in page


def test_the_dates_that_the_law_asks_for_are_shown(minimal: Minimal) -> None:
    minimal.with_(
        AGREEMENT,
        endringer='[{versjon: "1.0", dato: 2026-11-02, hva: Ny.}]',
        evaluering="{hvordan: Felles møte., neste: 2027-02-01}",
    )
    page = minimal.html("prove/da05")
    for told in (
        "<dt>Avtalen gjelder</dt>",
        "<dt>Denne versjonen gjelder</dt><dd>fra 2. november 2026</dd>",
        "<dt>Sendt til Helsedirektoratet</dt><dd>10. januar 2026</dd>",
        "Felles møte. Neste evaluering: 1. februar 2027.",
        "drøftet 1. oktober 2025, vedtatt 1. november 2025 (sak 3/2025)",
        "<dt>Neste gjennomgang innen</dt><dd>1. juni 2027</dd>",
    ):
        assert told in page


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("prove/da05", "Dette gjaldt til 31. januar 2026. Det er ikke bestemt hva som gjelder etterpå."),
        ("prove/da05", "<dt>Status</dt><dd>Gått ut</dd>"),
        ("prove/p-varsel", "Delavtale 5</a> gjaldt til 31. januar 2026. Avtalen gjelder ikke lenger."),
        ("prove", "<small>gjaldt til 31. januar 2026</small>"),
        ("prove/oversikt/krav", "<strong>0 av 1 punkter har avtale.</strong> Mangler: nr. 5."),
        ("prove/oversikt/krav", "<strong>Mangler.</strong> Delavtale 5: Utskrivning (gjaldt til 31. januar 2026)."),
        ("prove/kommune/k-0001", "<strong>0 av 1 punkter har avtale.</strong> Mangler: nr. 5."),
        ("prove/oversikt/vurderes", 'er over fristen. Se <a href="../kalender/">'),
        ("prove/oversikt/versjoner", "<li>Delavtale 5: Utskrivning (gjaldt til 31. januar 2026)</li>"),
    ],
)
def test_what_has_run_out_is_told_everywhere_and_meets_no_duty(minimal: Minimal, page: str, told: str) -> None:
    assert told in minimal.with_(AGREEMENT, gyldig_fra="2025-01-01", gyldig_til="2026-01-31").html(page)


def test_each_kommune_that_has_not_signed_lacks_the_point_of_the_law(two: Minimal) -> None:
    assert "<p>Alle 2 kommunene er bundet av disse avtalene.</p>" in two.html("prove/oversikt/krav")
    two.replace(AGREEMENT, OF_ALL, OF_ALL.replace("alle-kommuner", "k-0001"))
    page = two.html("prove/oversikt/krav")
    assert "<strong>Alle 1 punktene har avtale.</strong>" in page and "1 av 2 kommuner er bundet av alle" in page
    assert '<li><a href="../../kommune/k-0002/#krav">Nabovik</a>: nr. 5</li>' in page
    by_name = re.findall(r'href="kommune/.+?">(.+?)<', two.html("prove"))
    assert by_name == ["Nabovik", "Prøvevik"]
    own = two.html("prove/kommune/k-0002")
    assert "<p>Kommunen har ikke signert:</p>" in own
    assert "<strong>Mangler.</strong> Delavtale 5: Utskrivning (ikke signert)." in own


def test_a_table_is_saved_under_the_name_of_what_it_is_of(minimal: Minimal) -> None:
    assert 'href="krav.csv" download="krav-prove.csv"' in minimal.html("prove/oversikt/krav")
    assert 'href="krav.csv" download="krav-k-0001.csv"' in minimal.html("prove/kommune/k-0001")


@pytest.mark.parametrize(("given", "is_bound"), [("2025-11-22", True), ("2025-11-21", False)])
def test_a_kommune_that_leaves_is_bound_to_the_last_day(two: Minimal, given: str, is_bound: bool) -> None:
    page = two.with_(AGREEMENT, oppsagt=f"{{av: k-0002, dato: {given}}}").html("prove/kommune/k-0002")
    assert ("Mangler: nr. 5." not in page) == is_bound


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("prove/da05", "Der gjelder den til 1. september 2027. Mellom de andre gjelder den som før."),
        (
            "prove/p-varsel",
            '<p class="varsel bare-mitt" role="note" data-part="k-0002"><a href="../da05/">Delavtale 5</a>',
        ),
        ("prove", "<small>sagt opp av Nabovik</small>"),
        ("prove/kommune/k-0002", "(gjelder til 1. september 2027)"),
        ("prove/oversikt/versjoner", "Nabovik (gjelder til 1. september 2027)"),
    ],
)
def test_a_kommune_that_leaves_ends_nothing_between_the_others(two: Minimal, page: str, told: str) -> None:
    two.with_(AGREEMENT, oppsagt=NOTICE.replace("k-0001", "k-0002"))
    assert "AV507" not in two.codes()
    assert told in two.html(page) and "Alle 1 punktene har avtale." in two.html("prove/oversikt/krav")
    assert "Kommunen har sagt opp" not in two.html("prove/kommune/k-0001")
