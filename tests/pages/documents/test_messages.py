"""Who sends and receives the messages of a document, and when."""

import pytest

from avtaleverk.site.page_source import html
from tests.conftest import PROCEDURE, Minimal, block


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
    by = "avsender: [sykepleier-sengepost, tildelingskontor, samhandlingskoordinator]"
    message = f'helseopplysninger: {{navn: Tidligmelding, {by}, {to}, nar: "{register}"}}\n'
    minimal.write("agreements/register/meldinger.yml", message)
    minimal.replace("delavtaler/da05.md", "hva: Varsle kommunen", "hva: Sende tidligmelding")
    minimal.replace(PROCEDURE, "Bekreft at du", "Bekreft til samhandlingskoordinatoren at du")
    own = block(minimal.pages()["prove/p-varsel"], "meldinger")
    assert "<dt>Fra</dt><dd>Sykepleier på sengepost</dd>" in own  # a kommune tells itself nothing by this message
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
