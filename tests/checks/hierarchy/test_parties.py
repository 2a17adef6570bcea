"""The parties to an agreement, and what they have signed."""

from tests.conftest import AGREEMENT, Minimal, line_of


def test_a_signature_of_the_neighbour_is_no_party(minimal: Minimal) -> None:
    minimal.replace("agreements/register/parter.yml", "k-0001: {", "k-0002: {navn: Nabovik, slag: kommune}\nk-0001: {")
    minimal.write("agreements/nabo/helsefellesskap.yml", "navn: Nabo\nnavn_kort: Nabo\nkommuner: [k-0002]\n")
    minimal.replace(
        "delavtaler/da05.md", "brukermedv", '  - {part: k-0002, dato: 2025-12-11, versjon: "1.0"}\nbrukermedv'
    )
    assert [d.hint for d in minimal.check() if d.code == "AV209"] == ["Nabovik (k-0002) hører til Nabo. Slett linjen."]


def test_an_agreement_stands_under_one_of_its_own_helsefellesskap(minimal: Minimal) -> None:
    minimal.write("agreements/nabo/helsefellesskap.yml", "navn: Nabo\nnavn_kort: Nabo\nkommuner: [k-0002]\n")
    minimal.write(
        "agreements/nabo/overordnet/os.md",
        minimal.path("overordnet/os.md").read_text().replace("alle-kommuner", "k-0002"),
    )
    minimal.replace(AGREEMENT, "under: os", "under: nabo/os")
    found = minimal.only("AV206")
    assert found.message.endswith("gjelder i Nabo, ikke her.") and (found.at.path, found.at.line) == line_of(
        minimal, AGREEMENT, "nabo/os"
    )


def test_a_party_that_is_not_in_the_agreement_above_is_one_finding(minimal: Minimal) -> None:
    minimal.replace(
        "agreements/register/parter.yml", "k-0001: {", "hf-annet: {navn: Annet, slag: helseforetak}\nk-0001: {"
    )
    assert minimal.replace(AGREEMENT, "parter: [hf-prove", "parter: [hf-annet").codes() == ["AV206"]


def test_a_party_that_was_taken_out_above_is_named_there(minimal: Minimal) -> None:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8")
    for n in range(4):
        minimal.write(f"delavtaler/da1{n}.md", text.replace("id: da05", f"id: da1{n}"))
    os = "overordnet/os.md"
    found = [d for d in minimal.replace(os, "alle-kommuner]", "hf-prove]").check() if d.code == "AV206"]
    assert [(d.at.path.rpartition("/")[2], len(d.related)) for d in found] == [("os.md", 5)]


def test_a_party_of_another_helsefellesskap_is_never_let_in(minimal: Minimal) -> None:
    minimal.write(
        "agreements/nabo/helsefellesskap.yml", "navn: Nabo\nnavn_kort: Nabo\nmalform: nb\nhf: [hf-nabo]\nkommuner: []\n"
    )
    minimal.replace(
        "agreements/register/parter.yml", "k-0001: {", "hf-nabo: {navn: Nabo HF, slag: helseforetak}\nk-0001: {"
    )
    found = minimal.replace(AGREEMENT, "parter: [hf-prove,", "parter: [hf-prove, hf-nabo,").check()
    assert [d.hint for d in found if d.code == "AV206"] == [
        "Skriv «parter: [hf-prove, alle-kommuner]». Nabo HF (hf-nabo) hører til Nabo."
    ]


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


def test_a_signature_older_than_the_version_before_is_found_without_git(minimal: Minimal) -> None:
    changes = '\n  - {versjon: "1.1", dato: 2026-11-20, hva: B.}\n  - {versjon: "1.0", dato: 2026-01-01, hva: A.}'
    minimal.replace(AGREEMENT, '"1.0"', '"1.1"').with_(AGREEMENT, endringer=changes)
    [finding] = minimal.check()
    assert (finding.code, finding.at.line, len(finding.related)) == ("AV209", 16, 1)


def test_a_signature_that_cannot_be_read_is_not_missing(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "{part: hf-prove, dato: 2025-12-10", "{part: hf-prove, dato: 2025-02-30")
    assert minimal.codes() == ["AV103"]
