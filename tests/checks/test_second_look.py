"""Mistakes that a careful reader sees, and sentences near them in which nothing is wrong."""

import pytest

from avtaleverk.checks.change.revision import Change
from tests.conftest import AGREEMENT, LAST, PROCEDURE, Minimal


@pytest.mark.parametrize(
    "text",
    [
        "Ved motstrid går denne prosedyren foran avtalen.",
        "Ved uenighet gjelder prosedyren foran delavtale 5.",
        "Reglene i prosedyren går foran loven.",
        "Rett planen når særavtaler går foran delavtale 5.",
    ],
)
def test_what_stands_below_never_goes_before_what_stands_above(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == ["AV212"]


@pytest.mark.parametrize(
    "text",
    [
        "Pasientens ønske går foran planen i prosedyren.",
        "Delavtale 5 går foran prosedyren ved motstrid.",
        "Prosedyren går ikke foran delavtalen.",
        "Er prosedyren i strid med delavtale 5, går delavtale 5 foran.",
        "Rett prosedyren når den overordnede avtalen går foran delavtalen.",
        "Akutt hjelp går foran avtalen.",
    ],
)
def test_the_order_as_it_is_and_other_things_that_go_before(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == []


@pytest.mark.parametrize("text", ["Passord: Sommer2026!", "Adgangskode til rommet: 4711.", "Passordet er «vakt»."])
def test_a_password_is_found_and_never_repeated(minimal: Minimal, text: str) -> None:
    [found] = minimal.saying(text).check()
    assert found.code == "AV708"
    assert text.split()[-1].strip("«».") not in str(found)


@pytest.mark.parametrize(
    "text",
    [
        "Gi aldri passordet til andre.",
        "Passordet må ha minst 12 tegn.",
        "Lag et passord på 12 tegn.",
        "Passordet «skal aldri deles».",
        "Har du glemt passordet? Ring 113 hvis det haster.",
    ],
)
def test_words_about_passwords_are_none(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == []


def test_a_sentence_twice_in_a_paragraph_is_found_and_twice_on_a_page_is_not(minimal: Minimal) -> None:
    assert minimal.replace(PROCEDURE, LAST, f"{LAST}\n\nRing legen. {LAST} Ring legen.").codes() == []
    assert minimal.replace(PROCEDURE, "Ring legen. ", f"{LAST} ").codes() == ["AV625"]


def test_a_word_that_may_stand_twice_does(minimal: Minimal) -> None:
    assert minimal.saying("Finn ut om det det gjelder, er ja ja.").codes() == []


@pytest.mark.parametrize(
    ("answer", "wrong", "found"),
    [
        ("Pasienten bestemmer selv tidspunktet", "Sender varselet innen 24 timer", True),
        ("Sender varselet innen 24 timer", "Pasienten bestemmer selv tidspunktet", False),
        ("Pasienten bestemmer selv tidspunktet", "Innen 48 timer", False),
    ],
)
def test_an_answer_that_the_page_gives_is_not_wrong(minimal: Minimal, answer: str, wrong: str, found: bool) -> None:
    minimal.with_(PROCEDURE, sporsmal=f"[{{tekst: Hva gjør du?, svar: {answer}, galt: [{wrong}]}}]")
    assert minimal.codes() == (["AV111"] if found else [])


@pytest.mark.parametrize(
    ("question", "answer", "codes"),
    [
        ("Hvem skal ha varselet?", "Tildelingskontoret", []),
        ("Hvem skal ha varselet?", "Samhandlingskoordinatoren", ["AV111"]),
        ("Hvem skal ha varselet?", "Den som bor der", []),
        ("Hvem bestemmer hva tildelingskontoret får?", "Samhandlingskoordinatoren", []),
        ("Hva er rådet?", "Det er rådgivende", []),
        ("Hva er rådet?", "Det er bindende", ["AV111"]),
    ],
)
def test_an_answer_says_no_other_receiver_and_no_opposite(
    minimal: Minimal, question: str, answer: str, codes: list[str]
) -> None:
    minimal.saying("Rådet er rådgivende.")
    minimal.with_(PROCEDURE, sporsmal=f"[{{tekst: '{question}', svar: {answer}, galt: [Nei], hjemmel: da05#3.1}}]")
    assert [code for code in minimal.codes() if code == "AV111"] == codes


def test_links_to_a_file_that_got_another_name_are_told_at_the_file(minimal: Minimal) -> None:
    minimal.saying("Se [varsel](p-varsel.md).")
    path = minimal.path(PROCEDURE)
    path.rename(path.with_name("p-melding.md"))
    assert [(d.code, d.at.path.rpartition("/")[2]) for d in minimal.check()] == [("AV016", "p-melding.md")]


@pytest.mark.parametrize(
    ("row", "found"), [("| ab | cd |", True), ("| ab |  | cd |", False), (r"| ab \| b | c | d |", False)]
)
def test_a_row_has_as_many_cells_as_the_header(minimal: Minimal, row: str, found: bool) -> None:
    table = f"| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n{row}\n\n"
    minimal.replace(PROCEDURE, "## Ansvar\n", f"{table}## Ansvar\n")
    lines = minimal.path(PROCEDURE).read_text(encoding="utf-8").split("\n")
    assert [(d.code, d.at.line) for d in minimal.check()] == ([("AV615", lines.index(row) + 1)] if found else [])


@pytest.mark.parametrize(("signed", "codes"), [("2026-05-19", ["AV501"]), ("2026-05-21", [])])
def test_a_version_is_signed_when_it_has_been_decided(minimal: Minimal, signed: str, codes: list[str]) -> None:
    changes = "[{versjon: '1.1', dato: 2026-05-25, hva: Ny frist.}, {versjon: '1.0', dato: 2026-01-01, hva: Ny.}]"
    minimal.with_(AGREEMENT, versjon='"1.1"', endringer=changes, innsendt_helsedirektoratet="2026-05-25")
    minimal.replace(
        AGREEMENT, "sak: 3/2025}", "sak: 3/2025}\n  - {organ: ssu, droftet: 2026-04-01, dato: 2026-05-20, sak: 8/2026}"
    )
    minimal.replace(AGREEMENT, 'dato: 2025-12-10, versjon: "1.0"', f'dato: {signed}, versjon: "1.1"')
    minimal.replace(AGREEMENT, 'dato: 2025-12-11, versjon: "1.0"', 'dato: 2026-05-21, versjon: "1.1"')
    assert minimal.codes() == codes


def test_a_step_twice_is_found(minimal: Minimal) -> None:
    step = "**Tildelingskontor:** Bekreft at du har fått det."
    found = minimal.replace(PROCEDURE, f"2. {step}", f"2. {step}\n3. {step}").check()
    assert [(d.code, d.message) for d in found] == [("AV625", "Linjen er lik linjen over.")]


def test_a_role_has_one_name_on_a_page(minimal: Minimal) -> None:
    minimal.replace("agreements/register/roller.yml", "navn_nn: Tildelingskontor,", "kalles: [bestillerkontor],")
    minimal.replace(PROCEDURE, "2. **Tildelingskontor:**", "2. **Bestillerkontor:**")
    assert minimal.codes() == []
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    [found] = minimal.write(PROCEDURE, text.replace("2. **Best", "2. **Tildelingskontor:** Les.\n3. **Best")).check()
    assert (found.code, found.hint) == ("AV618", "Skriv «Tildelingskontor».")


def test_a_role_is_written_as_in_the_register(minimal: Minimal) -> None:
    [found] = minimal.replace(PROCEDURE, "**Tildelingskontor:**", "**TildelingsKontor:**").check()
    assert (found.code, found.hint) == ("AV618", "Skriv «Tildelingskontor».")


def test_two_agreements_with_one_number(minimal: Minimal) -> None:
    other = minimal.path(AGREEMENT).read_text(encoding="utf-8").replace("Delavtale 5: Utskrivning", "Utskrivning hjem")
    other = other.split("frister:")[0].replace("id: da05", "id: da06") + "ingen_prosedyre: Bare for lederne.\n---\n"
    body = minimal.path(AGREEMENT).read_text(encoding="utf-8").split("---\n", 2)[2].replace(" innen 24 timer", "")
    minimal.write("delavtaler/da06.md", other + body)
    [found] = minimal.check()
    assert (found.code, found.at.path[-7:]) == ("AV114", "da06.md")
    minimal.with_("delavtaler/da06.md", nummer='"6"')
    assert minimal.codes() == []


def test_an_older_version_is_not_the_newer_one(minimal: Minimal) -> None:
    changes = '[{versjon: "1.0", dato: 2026-03-01, hva: Alt.}, {versjon: "0.9", dato: %s, hva: Utkast.}]'
    assert minimal.with_(PROCEDURE, endringer=changes % "2026-02-01").codes() == []
    assert minimal.with_(PROCEDURE, endringer=changes % "2026-04-01").codes() == ["AV515"]
    twice = changes.replace("0.9", "1.0")
    for day in ("2026-02-01", "2026-03-01"):
        [found] = minimal.with_(PROCEDURE, endringer=twice % day).check()
        assert found.message == "Versjon 1.0 står to ganger under «endringer»."


def test_a_version_is_not_set_down_again(minimal: Minimal) -> None:
    changes = '[{versjon: "1.1", dato: 2026-03-01, hva: Alt.}, {versjon: "1.0", dato: 2026-03-01, hva: Prøvd.}]'
    [found] = minimal.with_(PROCEDURE, endringer=changes).check()
    assert (found.code, found.hint[:23]) == ("AV515", 'Skriv «versjon: "1.1"» ')
    [found] = minimal.with_(PROCEDURE, endringer=None).with_(AGREEMENT, versjon='"0.9"').check()
    assert (found.code, found.hint[-23:]) == ("AV209", 'Skriv «versjon: "1.0"».')


def test_the_purpose_names_the_point_that_the_agreement_is_about(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "trygt hjem.", "trygt hjem, slik § 6-2 nr. 5 krever.")
    assert minimal.codes() == []
    minimal.replace(AGREEMENT, "§ 6-2 nr. 5", "§ 6-2 nr. 6")
    assert "AV306" in minimal.codes()


@pytest.mark.parametrize("text", ["Det skal gis beskjed straks.", "Prøver skal tas før hjemreise."])
def test_short_passives_name_nobody_either(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == ["AV610"]


def test_a_renamed_section_is_found_where_it_stands(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Sjekkliste", "## Huskeliste")
    before = minimal.path(PROCEDURE).read_bytes()
    minimal.replace(PROCEDURE, "## Ansvar", "## Hvem gjør hva")
    path = f"agreements/prove/{PROCEDURE}"
    [found] = minimal.examine(change=Change(frozenset({path}), {path: before})).found
    assert found.message == "Avsnittet «Ansvar» mangler. Her står «Hvem gjør hva»."
    assert minimal.path(PROCEDURE).read_text(encoding="utf-8").splitlines()[found.at.line - 1] == "## Hvem gjør hva"


@pytest.mark.parametrize(
    "text",
    [
        "Legen takker for og Den ansatte går.",
        "Kommunen melder fra og\n\nRing legen.",
        "Skriv navn og.",
        "Se:\n\n1. Les eller\n2. Ring.",
    ],
)
def test_a_sentence_that_was_cut_off(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == ["AV624"]


@pytest.mark.parametrize(
    "text",
    [
        "Se etter at\n\n- noen er hjemme",
        "Hva gjelder det for?",
        "Les «Er du klar?» før møtet.",
        "Spør Den norske legeforening.",
        "Programmet følger Marte Meo i tre uker.",
        "Finn Kommunens plan.",
    ],
)
def test_sentences_and_names_in_which_nothing_is_wrong(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == []


def test_a_person_is_named_neither_in_the_text_nor_in_the_contact_list(minimal: Minimal) -> None:
    minimal.replace("kontakter.yml", "apent:", "merknad: Spør etter Kari Nordmann, apent:")
    minimal.saying("Ring Ola Nordmann.")
    assert [(d.code, d.at.path.rpartition("/")[2]) for d in minimal.check()] == [
        ("AV112", "kontakter.yml"),
        ("AV112", "p-varsel.md"),
    ]


def test_a_name_with_a_date_of_birth_is_one_finding(minimal: Minimal) -> None:
    assert minimal.saying("Ola Nordmann, født 03.04.1941.").codes() == ["AV706"]


def test_the_words_of_a_link_are_not_the_name_of_another_document(minimal: Minimal) -> None:
    rest = minimal.path(PROCEDURE).read_text(encoding="utf-8").replace("id: p-varsel", "id: p-svar")
    minimal.write("prosedyrer/p-svar.md", rest.replace("Varsle kommunen innen", "Svare kommunen innen"))
    link = "Se [svar](../delavtaler/da05.md)."
    [found] = minimal.replace("prosedyrer/p-svar.md", LAST, f"{LAST} {link}").check()
    assert (found.code, found.hint.split(",")[0]) == ("AV414", "Skriv [svar](p-svar.md)")
    assert minimal.replace("prosedyrer/p-svar.md", link, "Se [varsel](p-varsel.md).").codes() == []


def test_the_steps_of_a_pathway_follow_on_each_other(minimal: Minimal) -> None:
    def steps(*numbers: int) -> list[str]:
        listed = ", ".join(f'{{nr: "{n}", tittel: Steg, dokumenter: [p-varsel]}}' for n in numbers)
        found = minimal.with_(PROCEDURE, steg=f"[{listed}]").check()
        return [f"{d.message} {d.hint}" for d in found if d.code == "AV604"]

    assert steps(0, 1, 2, 3) == []
    assert steps(1, 2, 2, 4) == ["Steg 2 kommer ikke i rekkefølge. Her skulle det stått 3."]
    assert steps(1, 3, 4) == ["Steg 3 kommer ikke i rekkefølge. Her skulle det stått 2."]


def test_nobody_signs_a_version_that_is_not_written_yet(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, 'dato: 2025-12-11, versjon: "1.0"', 'dato: 2025-12-11, versjon: "1.1"')
    [found] = minimal.check()
    assert (found.code, found.message) == (
        "AV209",
        "«alle-kommuner» signerte versjon 1.1, men dokumentet er versjon 1.0.",
    )


def test_a_reservation_is_that_of_who_signed(minimal: Minimal) -> None:
    parties, space = "agreements/register/parter.yml", "agreements/prove/helsefellesskap.yml"
    minimal.replace(parties, "k-0001: {", "k-0002: {navn: Annenvik, slag: kommune}\nk-0001: {")
    minimal.replace(space, "[k-0001]", "[k-0001, k-0002]")
    own = '  - {part: k-0001, dato: 2025-12-12, versjon: "1.0", forbehold: Prøvevik venter på Annenvik.}\n'
    minimal.replace(AGREEMENT, "signert:\n", f"signert:\n{own}")
    assert "AV209" not in minimal.codes()
    minimal.replace(AGREEMENT, "forbehold: Prøvevik venter", "forbehold: Annenvik venter")
    [found] = [d for d in minimal.check() if d.code == "AV209"]
    assert found.message == "Prøvevik (k-0001) har signert, men forbeholdet er for Annenvik (k-0002)."


def test_a_signature_of_its_own_stands_though_all_kommuner_have_signed_a_newer_version(minimal: Minimal) -> None:
    own = '{part: k-0001, dato: 2025-12-01, versjon: "0.9"}'
    [found] = minimal.replace(AGREEMENT, "signert:\n", f"signert:\n  - {own}\n").check()
    assert (found.code, found.message[:56]) == ("AV209", "Prøvevik (k-0001) har bare signert versjon 0.9, men doku")


def test_what_all_kommuner_signed_is_said_of_the_line_that_stands_there(minimal: Minimal) -> None:
    minimal.replace(
        AGREEMENT,
        '{part: alle-kommuner, dato: 2025-12-11, versjon: "1.0"}',
        '{part: alle-kommuner, dato: 2025-12-11, versjon: "0.9"}',
    )
    [found] = minimal.check()
    assert found.message.startswith("«alle-kommuner» har bare signert versjon 0.9")


def test_the_newest_signatures_may_stand_first_as_the_newest_change_does(minimal: Minimal) -> None:
    parties = ("hf-prove", "alle-kommuner")
    newest = "".join(f'  - {{part: {party}, dato: 2026-05-01, versjon: "1.1"}}\n' for party in parties)
    minimal.replace(AGREEMENT, "signert:\n", f"signert:\n{newest}").replace(
        AGREEMENT, 'versjon: "1.0"\n', 'versjon: "1.1"\n'
    )
    assert "AV209" not in minimal.codes()


@pytest.mark.parametrize(("end", "codes"), [("2027-09-01", []), ("2027-01-31", ["AV507"]), ("2029-12-31", ["AV507"])])
def test_an_agreement_on_notice_ends_a_year_later_and_no_other_day(
    minimal: Minimal, end: str, codes: list[str]
) -> None:
    notice = "{av: k-0001, dato: 2026-09-01, meldt_helsedirektoratet: 2026-09-10}"
    minimal.replace(AGREEMENT, "Partene kan si opp", "Avtalen gjelder til 31. desember 2029. Partene kan si opp")
    assert minimal.with_(AGREEMENT, oppsagt=notice, gyldig_til=end).codes() == codes


def test_a_point_of_the_law_is_missed_where_its_procedures_rest(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, lovkrav="[hol-6-2-5]")
    [found] = minimal.with_(AGREEMENT, lovkrav="[hol-6-1]").check()
    assert (found.code, found.at.path.rpartition("/")[2]) == ("AV303", "da05.md")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("FSU lager og vedtar delavtaler og prosedyrer.", ["AV208"]),
        ("FSU foreslår og SSU vedtar delavtaler.", []),
        ("FSU vedtar ikke delavtaler.", []),
        ("FSU vedtar prosedyrer, og SSU vedtar delavtaler.", []),
    ],
)
def test_the_text_lets_the_right_organ_decide(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.replace("overordnet/os.md", "Partene varsler hverandre.", text).codes() == codes


def test_each_picture_is_found_at_its_line(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, LAST, f"{LAST}\n\n![](a.png)\n\n![Kart](b.png)")
    found = minimal.check()
    assert [(d.code, d.message.partition("leser")[2]) for d in found] == [
        ("AV616", "en ingenting."),
        ("AV616", "en bare teksten i klammene."),
    ]
    assert found[1].at.line == found[0].at.line + 2


def test_the_list_of_who_answers_names_each_party_once(minimal: Minimal) -> None:
    [finding] = minimal.replace(PROCEDURE, "- **Helseforetaket** sender", "- **Kommunen** sender").check()
    assert (finding.code, finding.message[:32]) == ("AV625", "«Kommunen» står foran to punkter")
