"""What a reader gets: a procedure leads to its clause and back, and nothing an editor writes becomes markup."""

import re

import pytest

from avtaleverk.pages.page import Page
from avtaleverk.pages.phrases import PHRASES
from avtaleverk.site.page_source import html
from tests.conftest import PROCEDURE, Minimal


def block(page: Page, anchor: str) -> str:
    """The HTML under a heading."""
    return next(str(b.html) for b in page.blocks if b.heading and b.heading.anchor == anchor)


def test_a_procedure_quotes_its_clause_and_leads_to_it(minimal: Minimal) -> None:
    rests_on = block(minimal.pages()["prove/p-varsel"], "bygger-paa")
    assert '<a href="../da05/#3.1">Delavtale 5, pkt. 3.1 Varsel til kommunen</a>' in rests_on
    assert "Sykepleier på sengepost varsler tildelingskontoret innen 24 timer." in rests_on


def test_the_clause_leads_back(minimal: Minimal) -> None:
    assert '<a href="../p-varsel/">Varsle kommunen innen 24 timer</a>' in block(minimal.pages()["prove/da05"], "3.1")


def test_a_procedure_answers_first(minimal: Minimal) -> None:
    page = minimal.pages()["prove/p-varsel"]
    first = str(page.blocks[0].html)
    assert (
        page.summary == "Sykepleieren varsler tildelingskontoret innen 24 timer."
        and "<strong>24 timer</strong>" in first
    )
    assert [h.text for h in page.headings] == [
        "Når gjelder dette?", "Ansvar", "Slik gjør du", "Meldinger", "Satser", "Kontakt", "Sjekkliste",
        "Når kan du fravike?", "Dette bygger på", "Meld avvik", "Om dokumentet",
    ]  # fmt: skip


def test_the_criteria_stand_below_the_steps_that_speak_of_them(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Sjekkliste", "## Kriterier\n\n- Feber.\n\n### Barn\n\n- Alltid.\n\n## Sjekkliste")
    page = minimal.pages()["prove/p-varsel"]
    assert [h.text for h in page.headings][2:8] == [
        "Slik gjør du",
        "Kriterier",
        "Barn",
        "Meldinger",
        "Satser",
        "Kontakt",
    ]


def test_each_step_says_whose_it_is(minimal: Minimal) -> None:
    steps = block(minimal.pages()["prove/p-varsel"], "slik-gjor-du")
    assert '<li class="side-helseforetak">' in steps and '<li class="side-kommune">' in steps


def test_a_message_is_between_those_the_procedure_is_about(minimal: Minimal) -> None:
    messages = "helseopplysninger: {navn: Tidligmelding, avsender: [sykepleier-sengepost, samhandlingsradgiver], mottakere: [tildelingskontor, samhandlingskoordinator]}\n"
    minimal.write("agreements/register/meldinger.yml", messages)
    own = block(minimal.pages()["prove/p-varsel"], "meldinger")
    assert "<dt>Fra</dt><dd>Sykepleier på sengepost</dd>" in own and "<dt>Til</dt><dd>Tildelingskontor</dd>" in own
    assert '<a href="../../meldinger/">Alle som kan sende og få meldingene</a>' in own


def test_who_a_deadline_is_to_or_the_text_names_is_among_the_receivers(minimal: Minimal) -> None:
    minimal.write(
        "agreements/register/meldinger.yml",
        "helseopplysninger: {navn: Tidligmelding, avsender: [sykepleier-sengepost], mottakere: [samhandlingskoordinator, tildelingskontor, samhandlingsradgiver]}\n",
    )
    minimal.replace("delavtaler/da05.md", "til: [tildelingskontor]", "til: [samhandlingskoordinator]")
    own = block(minimal.pages()["prove/p-varsel"], "meldinger")
    assert "<dt>Til</dt><dd>Samhandlingskoordinator, Tildelingskontor</dd>" in own
    minimal.replace(PROCEDURE, "Bekreft at du", "Bekreft til samhandlingsrådgiveren at du")
    own = block(minimal.pages()["prove/p-varsel"], "meldinger")
    assert "<dd>Samhandlingskoordinator, Tildelingskontor, Samhandlingsrådgiver</dd>" in own


def test_who_is_rung_are_those_whose_number_the_procedure_gives(minimal: Minimal) -> None:
    talk = "helseopplysninger: {navn: Samtale, avsender: [sykepleier-sengepost], mottakere: [tildelingskontor, samhandlingskoordinator], kanal: %s}\n"
    minimal.replace(PROCEDURE, "kontakter: [tildelingskontor]", "kontakter: [samhandlingskoordinator]")
    for channel, shown in (
        ("Telefon; begge skriver i journalen", "Samhandlingskoordinator"),
        ("Telefon eller brev", "Tildelingskontor, Samhandlingskoordinator"),
    ):
        minimal.write("agreements/register/meldinger.yml", talk % channel)
        own = block(minimal.pages()["prove/p-varsel"], "meldinger")
        assert f"<dt>Til</dt><dd>{shown}</dd>" in own


def test_who_a_step_tells_to_ring_is_among_those_who_talk(minimal: Minimal) -> None:
    minimal.write(
        "agreements/register/meldinger.yml",
        "helseopplysninger: {navn: Samtale, avsender: [samhandlingsradgiver], mottakere: [samhandlingskoordinator], kanal: Telefon}\n",
    )
    minimal.replace(PROCEDURE, "Send varselet innen 24 timer.", "Er det helg? Ring tildelingskontoret innen 24 timer.")
    own = block(minimal.pages()["prove/p-varsel"], "meldinger")
    assert "<dt>Fra</dt><dd>Samhandlingsrådgiver, Sykepleier på sengepost</dd>" in own
    assert "<dt>Til</dt><dd>Samhandlingskoordinator, Tildelingskontor</dd>" in own
    minimal.replace(PROCEDURE, "Ring tildelingskontoret", "Send tildelingskontoret varselet")
    assert "Sykepleier" not in block(minimal.pages()["prove/p-varsel"], "meldinger")


@pytest.mark.parametrize(
    ("senders", "receivers", "shown"),
    [
        ("[sykepleier-sengepost]", "[samhandlingskoordinator]", "Samhandlingskoordinator"),
        ("[sykepleier-sengepost, tildelingskontor]", "[tildelingskontor]", "Tildelingskontor"),
    ],
)
def test_a_message_to_none_of_the_procedures_own_shows_all_its_receivers(
    minimal: Minimal, senders: str, receivers: str, shown: str
) -> None:
    message = f"helseopplysninger: {{navn: Tidligmelding, avsender: {senders}, mottakere: {receivers}}}\n"
    minimal.write("agreements/register/meldinger.yml", message)
    own = block(minimal.pages()["prove/p-varsel"], "meldinger")
    assert f"<dt>Til</dt><dd>{shown}</dd>" in own and "Her står bare" not in own


def test_a_message_that_some_always_get_has_the_same_receivers_whatever_the_procedure_is_about(
    minimal: Minimal,
) -> None:
    always = (
        "mottakere: [tildelingskontor, samhandlingskoordinator, samhandlingsradgiver], alltid_til: [tildelingskontor]"
    )
    message = f"helseopplysninger: {{navn: Tidligmelding, avsender: [sykepleier-sengepost], {always}}}\n"
    minimal.write("agreements/register/meldinger.yml", message)
    own = block(minimal.pages()["prove/p-varsel"], "meldinger")
    assert "<dt>Alltid til</dt><dd>Tildelingskontor</dd>" in own
    others = "Samhandlingskoordinator, Samhandlingsrådgiver, når de følger opp pasienten"
    assert f"<dt>Også til</dt><dd>{others}</dd>" in own
    assert f"Alltid: Tildelingskontor. Også: {others}" in html(minimal.pages()["meldinger"])


@pytest.mark.parametrize(
    ("register", "when"),
    [("Når pasienten legges inn.", "24 timer fra innleggelsen"), ("24 timer fra innleggelsen, på dagtid.",) * 2],
)
def test_a_message_that_a_deadline_is_for_goes_when_and_to_whom_the_agreement_says(
    minimal: Minimal, register: str, when: str
) -> None:
    to = "mottakere: [tildelingskontor, samhandlingskoordinator], alltid_til: [samhandlingskoordinator]"
    message = f'helseopplysninger: {{navn: Tidligmelding, avsender: [sykepleier-sengepost], {to}, nar: "{register}"}}\n'
    minimal.write("agreements/register/meldinger.yml", message)
    minimal.replace("delavtaler/da05.md", "hva: Varsle kommunen", "hva: Sende tidligmelding")
    own = block(minimal.pages()["prove/p-varsel"], "meldinger")
    assert f'<span class="nar">{when}</span>' in own
    assert "<dt>Til</dt><dd>Tildelingskontor</dd>" in own and "Samhandlingskoordinator" not in own


def test_nobody_sends_a_message_to_himself(minimal: Minimal) -> None:
    both = "[tildelingskontor, samhandlingskoordinator]"
    minimal.write(
        "agreements/register/meldinger.yml", f"helseopplysninger: {{navn: Svar, avsender: {both}, mottakere: {both}}}\n"
    )
    own = block(minimal.pages()["prove/p-varsel"], "meldinger")
    assert "<dd>Tildelingskontor, Samhandlingskoordinator</dd>" in own


def test_how_a_message_is_sent_is_told_in_the_language_of_the_page(minimal: Minimal) -> None:
    channel = "kanal: Telefon når det haster, kanal_nn: Telefon når det hastar"
    minimal.replace("agreements/register/meldinger.yml", "nar: innen 24 timer", channel)
    assert "<dt>Hvordan</dt><dd>Telefon når det haster</dd>" in block(minimal.pages()["prove/p-varsel"], "meldinger")
    minimal.with_(PROCEDURE, sprak="nn")
    assert "<dt>Korleis</dt><dd>Telefon når det hastar</dd>" in html(minimal.pages()["prove/p-varsel"])


def test_the_reference_for_an_avvik(minimal: Minimal) -> None:
    assert "Prøve P-VARSEL, versjon 1.0" in block(minimal.pages()["prove/p-varsel"], "meld-avvik")


def test_an_avvik_says_who_takes_it_at_each_party(minimal: Minimal) -> None:
    to_both = "samhandlingsavvik: {navn: Avvik, avsender: [tildelingskontor], mottakere: [samhandlingskoordinator]}\n"
    minimal.write("agreements/register/meldinger.yml", to_both)
    taking = "samhandlingskoordinator: {navn: K, side: kommune, steder: {k-0001: {epost: avvik@prove.no}}}\n"
    minimal.write("agreements/prove/kontakter.yml", taking)
    avvik = block(minimal.pages()["prove/p-varsel"], "meld-avvik")
    assert "<strong>Til kommunen:</strong> Samhandlingskoordinator" in avvik
    assert '<a href="mailto:avvik@prove.no">' in avvik
    assert "Til helseforetaket" not in avvik


def test_a_unit_stands_for_the_kommuner_that_it_takes_patients_from(minimal: Minimal) -> None:
    minimal.replace("agreements/prove/helsefellesskap.yml", "type: sykehus}", "type: dps, dekker: [k-0001]}")
    two = "tildelingskontor: {navn: T, steder: {sykehuset: {telefon: 00 00 00 02}, hf-prove: {telefon: 00 00 00 03}}}\n"
    minimal.write("agreements/prove/kontakter.yml", two)
    contacts = block(minimal.pages()["prove/p-varsel"], "kontakt")
    assert '<tr data-sted="sykehuset" data-dekker="k-0001">' in contacts
    assert '<tr data-sted="hf-prove">' in contacts


AMK = "amk: {navn: AMK, steder: {hf-prove: {telefon: 113}}}\n"
ON_CALL = "tildelingskontor: {navn: T, steder: {k-0001: {telefon: 00 00 00 02}}}\n"


def test_an_acute_procedure_starts_with_whom_to_ring(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, tema="[akutt]", kontakter="[amk, tildelingskontor, samhandlingskoordinator]")
    coordinator = "samhandlingskoordinator: {navn: K, steder: {k-0001: {telefon: 00 00 00 04}}}\n"
    minimal.write("agreements/prove/kontakter.yml", AMK + ON_CALL + coordinator)
    first = str(minimal.pages()["prove/p-varsel"].blocks[0].html)
    assert '<a href="tel:00000002">Tildelingskontor <b>00 00 00 02</b></a>' in first
    assert '<a href="tel:113">amk <b>113</b></a>' in first
    assert first.index("tel:113") < first.index("tel:00000002") < first.index('class="frister"')
    assert "tel:00000004" not in first  # the rest stand under «Kontakt»
    minimal.with_(PROCEDURE, tema="[utskrivning]")
    assert "tel:" not in str(minimal.pages()["prove/p-varsel"].blocks[0].html)


def test_an_acute_procedure_starts_with_the_one_that_its_text_has_one_ring(minimal: Minimal) -> None:
    """Not with the first contact that it names, nor with one that the called role calls in turn; then who answers at night."""
    minimal.with_(
        PROCEDURE, tema="[akutt]", kontakter="[tildelingskontor, sykepleier-sengepost, samhandlingskoordinator]"
    )
    ward = "sykepleier-sengepost: {navn: S, stengt: samhandlingskoordinator, steder: {hf-prove: {telefon: 00 00 00 05, apent: 8–15}}}\n"
    at_night = "samhandlingskoordinator: {navn: K, steder: {k-0001: {telefon: 00 00 00 04, apent: Hele døgnet}}}\n"
    minimal.write("agreements/prove/kontakter.yml", ON_CALL + ward + at_night)
    minimal.replace(PROCEDURE, "Bekreft at du har fått det.", "Ring sykepleier på sengepost.")
    assert _rung(minimal) == ["tel:00000002"]
    minimal.replace(PROCEDURE, "Send varselet innen", "Ring sykepleier på sengepost innen")
    minimal.replace(PROCEDURE, "**Sykepleier på sengepost:**", "**Sykehuset:**")
    assert _rung(minimal) == ["tel:00000005", "tel:00000004"]
    assert "Sykepleier på sengepost <small>8–15</small> <b>" in str(minimal.pages()["prove/p-varsel"].blocks[0].html)


def _rung(minimal: Minimal) -> list[str]:
    return re.findall("tel:[0-9]+", str(minimal.pages()["prove/p-varsel"].blocks[0].html))


@pytest.mark.parametrize(
    ("said", "rung"),
    [
        ("Ring 113 hvis barnet ikke puster. Ring tildelingskontoret straks ved feber.", ["tel:113", "tel:00000002"]),
        ("Kramper eller stor blødning? Da ringer du 113.", ["tel:113"]),
        ("Ring 113 ved fare for liv. Ring tildelingskontoret når du er ferdig.", ["tel:113"]),
        ("Ring tildelingskontoret straks.", []),  # no life is in danger
        ("Får hun kramper, ringer pasienten 113.", []),  # somebody else rings
    ],
)
def test_a_page_that_says_to_ring_at_once_starts_with_the_numbers(minimal: Minimal, said: str, rung: list[str]) -> None:
    minimal.with_(PROCEDURE, kontakter="[amk, tildelingskontor]").write("agreements/prove/kontakter.yml", AMK + ON_CALL)
    minimal.replace(PROCEDURE, "Bekreft at du har fått det.", said)
    assert _rung(minimal) == rung


def test_a_page_without_the_number_113_does_not_start_with_another_number(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, kontakter="[tildelingskontor]").write("agreements/prove/kontakter.yml", ON_CALL)
    minimal.replace(PROCEDURE, "Bekreft at du har fått det.", "Ring 113 ved kramper. Ring tildelingskontoret straks.")
    assert _rung(minimal) == []


def test_who_is_rung_in_need_stands_quietly_below_the_deadlines(minimal: Minimal) -> None:
    """Also whom to call when something fails, and who answers when that role is closed."""
    ward = "sykepleier-sengepost: {navn: S, stengt: samhandlingskoordinator, steder: {hf-prove: {telefon: 00 00 00 05, apent: 8–15}}}\n"
    at_night = "samhandlingskoordinator: {navn: K, steder: {k-0001: {telefon: 00 00 00 04, apent: Hele døgnet}}}\n"
    minimal.write("agreements/prove/kontakter.yml", ON_CALL + ward + at_night)
    minimal.with_(PROCEDURE, kontakter="[tildelingskontor, sykepleier-sengepost, samhandlingskoordinator]")
    minimal.saying("Ring sengeposten, og så tildelingskontoret.")
    first = str(minimal.pages()["prove/p-varsel"].blocks[0].html)
    assert _rung(minimal) == ["tel:00000005", "tel:00000004"]
    assert first.index('class="frister"') < first.index('class="ring rolig"')
    assert "Telefon: sykepleier på sengepost <small>8–15</small> <b>" in first


@pytest.mark.parametrize(
    ("contacts", "said", "asked"),
    [
        ("[samhandlingskoordinator, tildelingskontor]", "", ["samhandlingskoordinator", "tildelingskontor"]),
        ("[leder-hf, tildelingskontor]", "", ["tildelingskontor"]),  # whoever has a part in the steps
        ("[amk, leder-hf]", "", ["leder-hf"]),  # whoever has a number for the reader
        ("[tildelingskontor]", "Ring tildelingskontoret.", []),  # it stands above, to be rung
        ("[amk]", "", []),
    ],
)
def test_where_nobody_is_rung_the_page_says_whom_to_ask(
    minimal: Minimal, contacts: str, said: str, asked: list[str]
) -> None:
    numbers = "{role}: {{navn: R, steder: {{k-0001: {{telefon: 00 00 00 07}}}}}}\n"
    others = "".join(numbers.format(role=role) for role in ("samhandlingskoordinator", "leder-hf"))
    minimal.write("agreements/prove/kontakter.yml", AMK + ON_CALL + others).with_(PROCEDURE, kontakter=contacts)
    minimal.replace(PROCEDURE, "Send varselet innen 24 timer.", f"Send varselet innen 24 timer. {said}")
    assert re.findall("Spør: (.+?) <", html(minimal.pages()["prove/p-varsel"])) == asked


def test_what_is_for_when_something_fails_stands_in_its_place_alone(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, kontakter="[amk]").write("agreements/prove/kontakter.yml", AMK)
    minimal.saying("Ring 113 hvis pasienten blir dårligere.")
    assert "tel:" not in str(minimal.pages()["prove/p-varsel"].blocks[0].html)


def test_the_number_to_ring_is_that_of_the_place_that_is_chosen(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, tema="[akutt]", kontakter="[tildelingskontor, amk]")
    two = ON_CALL.replace("}}}", "}, sykehuset: {telefon: 00 00 00 03}}}")
    minimal.write("agreements/prove/kontakter.yml", AMK + two)
    pages = minimal.pages()
    first = str(pages["prove/p-varsel"].blocks[0].html)
    assert '<a href="#kontakt" data-ring="tildelingskontor">Tildelingskontor <b>velg sted</b></a>' in first
    assert first.index("data-ring") < first.index("tel:113")
    binder = html(pages["prove/perm-tildelingskontor"])
    assert '<a href="../p-varsel/#kontakt" data-ring="tildelingskontor">' in binder


def test_a_number_that_is_the_same_everywhere_stands_once(minimal: Minimal) -> None:
    same = "{telefon: 116 117, apent: Hele døgnet}"
    two = f"tildelingskontor: {{navn: T, steder: {{k-0001: {same}, sykehuset: {same}}}}}\n"
    minimal.write("agreements/prove/kontakter.yml", two)
    contacts = block(minimal.pages()["prove/p-varsel"], "kontakt")
    assert contacts.count('href="tel:116117"') == 1
    assert "<select" not in contacts and "<table" not in contacts


def test_a_note_that_is_the_same_everywhere_stands_once(minimal: Minimal) -> None:
    places = "k-0001: {telefon: 00 00 00 02, merknad: Spør etter vakten.}"
    places += ", sykehuset: {telefon: 00 00 00 03, merknad: Spør etter vakten.}"
    minimal.write("agreements/prove/kontakter.yml", f"tildelingskontor: {{navn: T, steder: {{{places}}}}}\n")
    contacts = block(minimal.pages()["prove/p-varsel"], "kontakt")
    assert contacts.count("Spør etter vakten.") == 1
    assert contacts.count("<tr data-sted=") == 2


def test_examples_are_marked_on_every_page(minimal: Minimal) -> None:
    pages = minimal.pages()
    assert {pages[p].example for p in ("prove", "prove/os", "prove/da05", "prove/p-varsel")} == {
        "Eksempelinnhold. Dette er ikke avtaler som gjelder."
    }


def test_a_helsefellesskap_keeps_the_two_worlds_apart(minimal: Minimal) -> None:
    page = minimal.pages()["prove"]
    near, above = block(page, "prosedyrer"), block(page, "avtaler")
    assert "p-varsel" in near and "da05" not in near
    assert "da05" in above and "p-varsel" not in above


@pytest.mark.parametrize("field", ["tittel", "sammendrag", "fagansvarlig", "sokeord", "versjon"])
def test_front_matter_never_becomes_markup(minimal: Minimal, field: str) -> None:
    attack = "<img src=x>"
    minimal.with_(PROCEDURE, **{field: f'["{attack}"]' if field == "sokeord" else f'"{attack}"'})
    for page in minimal.pages().values():
        assert attack not in html(page)


def test_body_markup_is_shown_as_text(minimal: Minimal) -> None:
    minimal.replace(
        PROCEDURE, "Pasienten er innlagt", "<script>alert(1)</script> [x](javascript:alert(1)) Pasienten er innlagt"
    )
    page = html(minimal.pages()["prove/p-varsel"])
    assert "<script>" not in page and "&lt;script&gt;" in page
    assert 'href="javascript' not in page


def test_nynorsk_content_has_a_nynorsk_page(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, sprak="nn")
    page = minimal.pages()["prove/p-varsel"]
    assert page.language == "nn"
    assert "Dette byggjer på" in [h.text for h in page.headings]


def test_every_word_of_the_interface_is_in_both_languages() -> None:
    assert [key for key, (nb, nn) in PHRASES.items() if not (nb and nn)] == []


def test_the_same_corpus_gives_the_same_pages(minimal: Minimal) -> None:
    assert minimal.pages() == minimal.pages()


def test_a_deadline_that_counts_back_is_never_read_as_a_limit_ahead(minimal: Minimal) -> None:
    minimal.replace("delavtaler/da05.md", "innen: 24 timer, fra: innleggelsen", "innen: 2 uker, fra: før møtet")
    page = minimal.pages()["prove/p-varsel"]
    assert "<span><strong>minst 2 uker</strong> <em>før møtet</em></span> <span>Varsle kommunen</span>" in html(page)
