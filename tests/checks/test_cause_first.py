"""What comes of one cause is one finding, at the cause, with a hint that can be followed."""

import pytest

from avtaleverk.checks.mend import mend
from avtaleverk.corpus.outline import parse_body
from tests.conftest import AGREEMENT, PROCEDURE, Minimal

TOP = "overordnet/os.md"
NYNORSK = """## Når gjeld dette?

Pasienten er innlagd, og ein trur at han kan trenge hjelp frå kommunen heime. Sjukepleiaren veit ikkje kva som
kjem, og seier frå til dei som skal vere med. Kven det gjeld, står på eininga.

## Ansvar

- **Kommunen** tek imot varselet.

## Slik gjer du

1. **Sykepleier på sengepost:** Send varselet innan 24 timar.

## Når kan du fråvike?

Når pasienten ikkje vil ha hjelp.
"""


def test_an_open_fence_is_named_where_it_opens(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Ansvar", "```\n## Ansvar")
    assert minimal.lines() == [("AV628", 33)]


@pytest.mark.parametrize(
    "block", ["```\nkode\n```", "~~~~\nkode\n~~~~", "> ```\n> kode\n> ```", "- a\n\n  ```\n  b\n  ```"]
)
def test_a_closed_fence_is_no_finding(minimal: Minimal, block: str) -> None:
    assert minimal.replace(PROCEDURE, "## Ansvar", f"{block}\n\n## Ansvar").codes() == []


def test_a_text_in_the_other_language_is_one_finding_at_the_field(minimal: Minimal) -> None:
    front = minimal.path(PROCEDURE).read_text(encoding="utf-8").split("---\n")[1]
    minimal.write(PROCEDURE, f"---\n{front}---\n\n{NYNORSK}")
    [finding] = [d for d in minimal.check() if d.code in ("AV612", "AV601")]
    assert (finding.at.line, finding.at.column) == (6, 8)
    assert finding.hint == "Skriv «sprak: nn»."


def test_a_heading_without_a_space_is_one_finding_with_its_own_hint(minimal: Minimal) -> None:
    [finding] = minimal.replace(PROCEDURE, "## Ansvar", "##Ansvar").check()
    assert (finding.code, finding.at.line) == ("AV626", 33)
    assert finding.hint == "Sett et mellomrom etter #: «## Ansvar»."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- [ ] Har", "- [ ]Har"),
        ("- [ ] Har", "-[ ] Har"),
        ("2. **Tildelingskontor:**", "2.**Tildelingskontor:**"),
        ("Skriv grunnen", "[Skriv grunnen] (p-varsel.md)"),
    ],
)
def test_a_space_too_many_or_too_few_is_found_at_its_line(minimal: Minimal, old: str, new: str) -> None:
    minimal.replace(PROCEDURE, old, new)
    line = minimal.path(PROCEDURE).read_text(encoding="utf-8").split(new)[0].count("\n") + 1
    assert ("AV626", line) in minimal.lines()


@pytest.mark.parametrize(
    "words", ["Se [1] og (2).", "Fra 2. **mars**.", "5*6 og a_b_c", "Punkt 3. **Nytt** ledd", "[x] er et kryss"]
)
def test_signs_that_are_text_are_left_alone(minimal: Minimal, words: str) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", f"{words} Skriv grunnen")
    assert "AV626" not in minimal.codes()


@pytest.mark.parametrize("value", ["“1.0”", "„1.0“", "”1.0”", "“Frist: 24 timer”"])
def test_curly_quotation_marks_are_named(minimal: Minimal, value: str) -> None:
    found = minimal.with_(PROCEDURE, versjon=value).check()
    assert [(d.code, "rette anførselstegn" in d.hint) for d in found if d.at.path.endswith("p-varsel.md")][:1] == [
        ("AV003", True)
    ]


@pytest.mark.parametrize("value", ['"“Trygg hjem”"', "«Trygg hjem»", "Møtet “Trygg hjem”"])
def test_quotation_marks_inside_a_value_are_text(minimal: Minimal, value: str) -> None:
    assert minimal.with_(PROCEDURE, tittel=value).codes() == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("p-ny.MD", "Gi filen navnet «p-ny.md»."),
        ("p-ny.markdown", "Gi filen navnet «p-ny.md»."),
        ("p-ny", "Gi filen navnet «p-ny.md»."),
        ("p-ny.docx", "Lim teksten inn i en .md-fil"),
        ("p-ny.exe", "Dokumenter er .md-filer"),
        (".skjult", "Dokumenter er .md-filer"),
        (".DS_Store", "Slett filen; maskinen din laget den."),
        ("p-ny.md~", "Slett filen; maskinen din laget den."),
        ("kontakter.yml", "Filen hører hjemme i mappen «prove»."),
    ],
)
def test_another_ending_gets_the_name_to_give_it(minimal: Minimal, name: str, hint: str) -> None:
    [finding] = minimal.write(f"prosedyrer/{name}", "x").check()
    assert (finding.code, finding.hint[: len(hint)]) == ("AV010", hint)


def test_a_copy_is_called_a_copy(minimal: Minimal) -> None:
    minimal.write("delavtaler/da05-kopi.md", minimal.path(AGREEMENT).read_bytes())
    first = minimal.check()[0]
    assert (first.code, first.at.path.rpartition("/")[2]) == ("AV106", "da05-kopi.md")
    assert first.message.startswith("Filen er en kopi av agreements/prove/delavtaler/da05.md")


def children(minimal: Minimal, count: int) -> Minimal:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8").split("frister:")[0]
    body = minimal.path(AGREEMENT).read_text(encoding="utf-8").split("---\n", 2)[2].replace(" innen 24 timer", "")
    for n in range(count):
        other = text.replace("id: da05", f"id: da1{n}").replace('nummer: "5"', f'nummer: "1{n}"')
        minimal.write(f"delavtaler/da1{n}.md", f"{other}ingen_prosedyre: Bare for lederne.\n---\n{body}")
    return minimal


def test_agreements_under_one_that_ended_are_one_finding_there(minimal: Minimal) -> None:
    children(minimal, 3).with_(TOP, status="utgatt")
    finding = minimal.only("AV204")
    assert finding.at.path.endswith("os.md")
    assert "4 avtaler som gjelder, står under den: da05, da10, da11, da12." in finding.message
    assert len(finding.related) == 4


def test_agreements_that_outlive_the_one_above_are_one_finding_there(minimal: Minimal) -> None:
    children(minimal, 5).with_(TOP, gyldig_til="2027-01-01")
    finding = minimal.only("AV205")
    assert finding.at.path.endswith("os.md")
    assert "6 avtaler under den gjelder lenger: da05, da10, da11, da12, da13 og 1 til." in finding.message


def test_an_item_put_in_is_one_finding_with_the_new_numbers(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "2. **Tild", "1. **Tildelingskontor:** Svar.\n2. **Tildelingskontor:** Ring.\n3. **Tild")
    [finding] = minimal.check()
    assert finding.code == "AV622"
    assert "1 blir 2, 2 blir 3, 3 blir 4" in finding.message
    assert finding.hint == "Skriv numrene 2 til 4 herfra og ut lista, eller kjør «avtaleverk check --fix»."


def test_a_chapter_that_became_a_clause_gets_the_number_of_the_chapter_back(minimal: Minimal) -> None:
    minimal.replace("delavtaler/da05.md", "## 6 Varighet", "### 5.3 Varighet")
    [finding] = [d for d in minimal.check() if d.code == "AV601"]
    assert finding.hint == "Skriv «## 6 Varighet og oppsigelse»."


def test_items_that_changed_places_go_back_before_they_are_numbered_anew(minimal: Minimal) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    minimal.write(
        PROCEDURE, text.replace("\n1. **", "\n9. **").replace("\n2. **", "\n1. **").replace("\n9. **", "\n2. **")
    )
    [finding] = [d for d in minimal.check() if d.code == "AV622"]
    assert finding.message == "Numrene står ikke i rekkefølge: 2, 1."
    assert finding.hint.startswith("Er punktene byttet om, flytter du dem tilbake.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1. a\n2. b\n2. c\n3. d\n", "1. a\n2. b\n3. c\n4. d\n"),
        ("1. a\n1. b\n1. c\n", "1. a\n2. b\n3. c\n"),
        ("1. a\n   1. x\n   1. y\n2. b\n", "1. a\n   1. x\n   2. y\n2. b\n"),
        ("1. a\n3. c\n", "1. a\n3. c\n"),
        ("1. a\n2. b\n2. c\n\nGå til steg 2.\n", "1. a\n2. b\n2. c\n\nGå til steg 2.\n"),
        ("1986. Et år\n", "1986. Et år\n"),
        ("```\n1. a\n1. b\n```\n", "```\n1. a\n1. b\n```\n"),
        ("8. a\n9. b\n9. c\n   - d\n", "8. a\n9. b\n9. c\n   - d\n"),
    ],
    ids=["put in", "all ones", "inner list", "gap", "named", "a year", "code", "wider number"],
)
def test_a_list_is_renumbered_only_when_it_is_safe(before: str, after: str) -> None:
    head = "---\nid: p-x\n---\n"
    assert mend(head + before) == head + after
    shown = [t.type for t in parse_body(after, 1).tokens]
    assert [t.type for t in parse_body(before, 1).tokens] == shown


def test_a_deadline_of_the_procedure_that_the_line_links_to_is_no_finding(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "## 4 Hvis", "### 3.2 Svar\n\nKommunen svarer innen 3 dager.\n\n## 4 Hvis")
    minimal.replace(
        AGREEMENT,
        'punkt: "3.1"}',
        'punkt: "3.1"}\n  - {id: svar, hva: Svare, innen: 3 dager, hvem: tildelingskontor, punkt: "3.2"}',
    )
    minimal.replace(
        PROCEDURE,
        "at du har fått det.",
        "at du har fått det. Svar senest 3 dager etter, se [svar](../delavtaler/da05.md#3.2).",
    )
    assert minimal.codes() == []
    minimal.replace(PROCEDURE, "(../delavtaler/da05.md#3.2)", "(p-varsel.md)")
    assert minimal.codes() == ["AV207"]


def test_the_nearest_of_several_shorter_deadlines_is_named_with_its_place(minimal: Minimal) -> None:
    minimal.replace(
        AGREEMENT, "tildelingskontoret innen 24 timer.", "tildelingskontoret innen 24 timer, og barn innen 2 timer."
    )
    minimal.replace(
        AGREEMENT,
        'punkt: "3.1"}',
        'punkt: "3.1"}\n  - {id: barn, hva: Varsle, innen: 2 timer, hvem: tildelingskontor, punkt: "3.1"}',
    )
    [finding] = minimal.replace(PROCEDURE, "Send varselet innen 24 timer", "Gi beskjed innen 48 timer").check()
    assert finding.message.endswith("Nærmest er «24 timer» (da05.md, linje 42).")
    minimal.replace(AGREEMENT, "barn innen 2 timer", "barn innen 3 uker")
    minimal.replace(AGREEMENT, "innen: 2 timer", "innen: 3 uker")
    [finding] = minimal.check()
    assert finding.message.endswith("«24 timer» (da05.md, linje 42) og «3 uker» (da05.md, linje 42).")


def test_a_refused_address_in_disguise_hides_no_text(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "Trykk [ja](java&#115;cript:alert(1)). Skriv grunnen")
    assert "AV621" not in minimal.codes()


def test_text_beside_a_refused_link_is_not_called_lost(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "Trykk [ja](javascript:alert(1)). Skriv grunnen")
    assert set(minimal.codes()) == {"AV703"}
