"""The number of an agreement is its own."""

from tests.conftest import AGREEMENT, Minimal


def test_an_agreement_stands_under_the_one_that_its_number_begins_with(minimal: Minimal) -> None:
    text = (
        minimal.path(AGREEMENT)
        .read_text(encoding="utf-8")
        .replace("id: da05", "id: sa01")
        .replace("varsel,", "nytt,", 1)
    )
    text = text.replace("type: delavtale", "type: saeravtale").replace("Delavtale 5", "Særavtale 1")
    for number, codes in (("5-1", []), ("4-1", ["AV114"])):
        minimal.write(
            "delavtaler/sa01.md", text.replace('nummer: "5"', f'nummer: "{number}"').replace("under: os", "under: da05")
        )
        assert [d.code for d in minimal.check() if d.code == "AV114"] == codes


def test_two_agreements_with_one_number(minimal: Minimal) -> None:
    other = minimal.path(AGREEMENT).read_text(encoding="utf-8").replace("Delavtale 5: Utskrivning", "Utskrivning hjem")
    other = other.split("frister:")[0].replace("id: da05", "id: da06") + "ingen_prosedyre: Bare for lederne.\n---\n"
    body = minimal.path(AGREEMENT).read_text(encoding="utf-8").split("---\n", 2)[2].replace(" innen 24 timer", "")
    minimal.write("delavtaler/da06.md", other + body)
    [found] = minimal.check()
    assert (found.code, found.at.path[-7:]) == ("AV114", "da06.md")
    minimal.with_("delavtaler/da06.md", nummer='"6"')
    assert minimal.codes() == []
