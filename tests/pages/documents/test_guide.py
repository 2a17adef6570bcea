"""The pages of hand-written guidance."""

from tests.conftest import Minimal


def test_a_page_of_guidance_leads_up_to_the_index_of_its_folder(minimal: Minimal) -> None:
    minimal.write("docs/veiledning/index.md", "# Veiledning\n").write("docs/veiledning/lov.md", "# Loven\n")
    minimal.write("docs/andre/en.md", "# En\n")
    crumbs = {path: [(c.text, c.path) for c in page.crumbs] for path, page in minimal.pages().items()}
    assert crumbs["veiledning/lov"] == [("Forsiden", ""), ("Veiledning", "veiledning")]
    assert crumbs["andre/en"] == [("Forsiden", ""), ("Andre", "")]
    assert crumbs["proven"] == [("Forsiden", "")]


def test_the_page_for_leaders_starts_with_the_overviews(minimal: Minimal) -> None:
    minimal.write("docs/for-ledere.md", "# For ledere\n\nDu har ansvaret.\n\n## Er loven dekket?\n\nSpør.\n")
    minimal.replace("docs/for-ledere.md", "Spør.", "| Åpne |\n|---|\n| Hvem har signert hva |")
    page = minimal.html("for-ledere")
    way = '<a href="../prove/oversikt/versjoner/" aria-label="Hvem har signert hva, Prøve">Prøve</a>'
    assert f"<td>Hvem har signert hva: {way}</td>" in page
    assert '<a href="for-ledere/">Leder eller sekretariat</a>' in minimal.html("")
    assert '<a href="../prove/oversikt/versjoner/">Hvem har signert hva</a>' in page
    assert page.index("Du har ansvaret.") < page.index("oversikt/vurderes/") < page.index("<td>")
