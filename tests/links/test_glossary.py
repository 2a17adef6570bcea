"""The first use of a word carries its meaning; an abbreviation with several meanings shows them all."""

from tests.conftest import Minimal

KAD = "Pasienten er innlagt på KAD. Etter KAD-oppholdet"
PLO = """
kommunehelsetjenesten: {nb: [kommunehelsetjenesten], forkortelser: [PLO], forklaring: Tjenestene i kommunen., flertydig: [PLO]}
omsorg: {nb: [pleie og omsorg], forkortelser: [PLO], forklaring: Tjenesten for pleie., flertydig: [PLO]}
"""


def html(minimal: Minimal, text: str) -> str:
    minimal.replace("prosedyrer/p-varsel.md", "Pasienten er innlagt", f"{text}. Pasienten er innlagt")
    return minimal.html("prove/p-varsel")


def test_only_the_first_use_is_explained(minimal: Minimal) -> None:
    page = html(minimal, KAD)
    assert page.count('popovertarget="ord-kad"') == 1
    assert '<button type="button" class="ord" popovertarget="ord-kad" aria-describedby="ord-kad">KAD</button>.' in page
    assert '<div class="ordforklaring" id="ord-kad" popover>' in page


def test_the_written_out_word_counts_as_the_same_use(minimal: Minimal) -> None:
    page = html(minimal, "Den kommunale akutte døgnenheten er stengt. Kommunal akutt døgnenhet (KAD) åpner")
    assert page.count('popovertarget="ord-kad"') == 1
    assert ">Kommunal akutt døgnenhet</button> (KAD)" in page


def test_an_ambiguous_abbreviation_shows_every_meaning(minimal: Minimal) -> None:
    minimal.write("agreements/register/ordliste.yml", PLO)
    page = html(minimal, "Send PLO-melding")
    assert "<strong>PLO</strong> kan bety flere ting:" in page
    assert "Tjenestene i kommunen." in page
    assert "Tjenesten for pleie." in page


def test_an_everyday_word_is_explained_in_the_glossary_only(minimal: Minimal) -> None:
    minimal.write(
        "agreements/register/ordliste.yml", "post: {nb: [sengepost], forklaring: En avdeling., hverdagsord: ja}"
    )
    assert "popovertarget" not in html(minimal, "Pasienten er på sengepost")


def test_words_in_links_and_labels_are_left_alone(minimal: Minimal) -> None:
    page = html(minimal, "[KAD](../delavtaler/da05.md) og **KAD:** hjelper. KAD svarer")
    assert page.count("popovertarget") == 1
