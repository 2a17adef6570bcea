"""What rests on what, both ways."""

from avtaleverk.corpus.model import Reference
from tests.conftest import Minimal

DA05, VARSEL = Reference("prove", "da05"), Reference("prove", "p-varsel")


def test_every_typed_link_is_found_from_both_ends(minimal: Minimal) -> None:
    minimal.replace(
        "prosedyrer/p-varsel.md", "Pasienten er innlagt", "Se [punkt 3](../delavtaler/da05.md#3). Pasienten er innlagt"
    )
    web = minimal.web()
    assert [(k.relation, str(k.target)) for k in web.outgoing[VARSEL]] == [
        ("hjemmel", "prove/da05#3.1"),
        ("lenke", "prove/da05#3"),
    ]
    assert [str(k.source) for k in web.incoming[Reference("prove", "da05", "3.1")]] == ["prove/p-varsel"]
    assert [str(k.source) for k in web.incoming[Reference("prove", "da05", "3")]] == [
        "prove/p-varsel#nar-gjelder-dette"
    ]


def test_a_former_id_and_a_former_clause_still_lead_there(minimal: Minimal) -> None:
    minimal.with_("delavtaler/da05.md", tidligere_id="[ta5]", tidligere_punkt='{"2.9": "3.1"}')
    minimal.with_("prosedyrer/p-varsel.md", hjemmel="[ta5#2.9]")
    assert minimal.check() == []
    web = minimal.web()
    assert web.resolve(Reference("prove", "ta5", "2.9")) == Reference("prove", "da05", "3.1")
    assert [str(k.source) for k in web.incoming[Reference("prove", "da05", "3.1")]] == ["prove/p-varsel"]


def test_a_procedure_uses_the_deadline_that_its_agreement_sets(minimal: Minimal) -> None:
    examined = minimal.examine()
    [(agreement, deadline)] = examined.web.deadlines_of(examined.corpus.by_reference[VARSEL])
    assert (agreement.reference, deadline.within.text, deadline.clause) == (DA05, "24 timer", "3.1")


def test_register_entries_know_who_names_them(minimal: Minimal) -> None:
    web = minimal.web()
    assert [d.id for d in web.documents_naming("meldinger", "helseopplysninger")] == ["p-varsel"]
    assert [d.id for d in web.documents_naming("lovkrav", "hol-6-2-5")] == ["da05"]
