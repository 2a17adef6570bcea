"""Old addresses still lead there: renamed, renumbered and merged documents."""

from avtaleverk.site.redirects import Redirect, redirects
from tests.conftest import Minimal


def test_a_renamed_document_has_a_page_at_its_old_address(minimal: Minimal) -> None:
    minimal.with_("delavtaler/da05.md", tidligere_id="[ta5]")
    [block] = minimal.pages()["prove/ta5"].blocks
    assert '<a href="../da05/" data-flyttet>Delavtale 5: Utskrivning</a>' in block.html
    assert '<li id="3.1"><a href="../da05/#3.1">3.1 Varsel til kommunen</a></li>' in block.html


def test_a_renumbered_clause_keeps_its_old_number_as_an_anchor(minimal: Minimal) -> None:
    minimal.with_("delavtaler/da05.md", tidligere_id="[ta5]", tidligere_punkt='{"2.9": "3.1"}')
    minimal.with_("overordnet/os.md", tidligere_punkt='{"6.9": "7"}')
    pages = minimal.pages()
    clause = next(b for b in pages["prove/da05"].blocks if b.heading and b.heading.anchor == "3.1")
    assert '<p class="gammel-adresse" id="2.9">Tidligere punkt 2.9</p>' in clause.html
    former = pages["prove/ta5"].blocks[0].html
    assert '<li id="2.9"><a href="../da05/#3.1">' in former
    assert "6.9" not in former


def test_the_clauses_of_a_merged_document_lead_to_where_they_went(minimal: Minimal) -> None:
    minimal.with_("delavtaler/da05.md", tidligere_id="[da06]", tidligere_punkt='{"da06#4.2": "3.1"}')
    assert minimal.check() == []
    html = minimal.pages()["prove/da06"].blocks[0].html
    assert '<li id="4.2"><a href="../da05/#3.1">3.1 Varsel til kommunen</a></li>' in html
    assert 'data-flyttet="delt"' in html
    minimal.with_("prosedyrer/p-varsel.md", hjemmel="[da06#4.2]")
    assert minimal.check() == []


def test_a_number_that_a_merged_document_shares_with_its_heir_leads_to_no_wrong_clause(minimal: Minimal) -> None:
    minimal.with_("delavtaler/da05.md", tidligere_id="[da06]", tidligere_punkt='{"da06#4.2": "3.1"}')
    assert '#1"' not in minimal.pages()["prove/da06"].blocks[0].html
    minimal.with_("prosedyrer/p-varsel.md", hjemmel="[da06#1]")
    assert "AV401" in [finding.code for finding in minimal.check()]


def test_a_clause_has_a_reference_to_copy(minimal: Minimal) -> None:
    html = minimal.html("prove/da05")
    assert "<code>Prøve DA05 pkt. 3.1, versjon 1.0</code>" in html


def test_servers_get_a_rule_for_a_renamed_document_and_none_for_a_merged_one(minimal: Minimal) -> None:
    minimal.with_("delavtaler/da05.md", tidligere_id="[ta5, da06]", tidligere_punkt='{"da06#4.2": "3.1", "2.9": "3.1"}')
    examined = minimal.examine()
    assert redirects(examined.web) == [Redirect("prove/ta5", "prove/da05")]
