"""What harms a patient or tells of a person, and sentences near it that do neither."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal

PARTIES = "agreements/register/parter.yml"
NEIGHBOUR = """
navn: Helsefellesskapet Nabo
malform: nb
hf: [hf-nabo]
kommuner: [k-0009]
organer: {fsu: {navn: Naboutvalget, niva: faglig}}
enheter: {nabosund: {navn: Nabosund sjukehus, type: sykehus}, stab: {navn: Fysikalsk medisin, type: stab}}
"""
NEIGHBOURS = """\
hf-nabo: {navn: Helse Nabo HF, slag: helseforetak}
k-0009: {navn: Nabodal, slag: kommune}
"""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ring 112 ved tegn til overdose.", "AV709"),
        ("Ring ambulanse på 110.", "AV709"),
        ("Ring 112 når det står om liv.", "AV709"),
        ("Svarer ikke legen? Ring legevakten på 112.", "AV709"),
        ("Svarer ikke legen? Ring legevakten på 117 116.", "AV709"),
        ("Ring 112 hvis barnet ikke puster.", "AV709"),
        ("Ring 112 hvis barnet er blått.", "AV709"),
        ("Er det fare for liv? Ring 112.", "AV709"),
        ("Ved fare for livet: ring 110 først.", "AV709"),
        ("Får pasienten nye tegn på slag? Ring 110.", "AV709"),
        ("Ring legevakten på 116 117 ved tegn til overdose.", "AV709"),
        ("Kommer barnet underveis uten ambulanse? Stopp bilen, og ring 116117.", "AV709"),
        ("Ring 116 117 først ved fare for liv.", "AV709"),
        ("**Fare for liv:** Ring 112.", "AV709"),
        ("Ring 116 117 hvis barnet ikke puster.", "AV709"),
        ("Spør avdelingsleder Per Hansen.", "AV112"),
        ("Pasient Ola (82) falt.", "AV706"),
        ("Hør med brukeren Finn først.", "AV706"),
        ("Pasient Nguyen Van An fikk feil dose.", "AV706"),
        ("Pasienten Kari Nordli fikk feil dose i mars.", "AV706"),
        ("Det gjaldt Hansen, Ola, født 1944.", "AV112"),
        ("Fru Berg ringte.", "AV112"),
        ("Berit fra Moelv døde.", "AV112"),
        ("Slik som for Olga Nilsen (87) på Toten i mars.", "AV112"),
        ("Slik som for Xavi Quist (87 år) i mars.", "AV112"),
        ("Xavi Hansen ble sendt hjem.", "AV112"),
        ("Nilsen, Xavi, skal hjem.", "AV112"),
        ("Pasienten heter Nguyen Thi Lan.", "AV706"),
        ("Spør Dr. Quist.", "AV112"),
        ("Ring Bjørn på 12.", "AV112"),
        ("Diagnosen til Marit på rom 12 er hemmelig.", "AV112"),
        ("Pasienten bor i Storgata 12.", "AV706"),
        ("Pasienten i Kirkegata 4B på Hamar ringte i går.", "AV706"),
        ("K.N., 84 år, rom 12, fra Ringsaker, falt i går.", "AV706"),
        ("Mannen, 84, på rom 3 falt i går.", "AV706"),
        ("Pasient nr. 1234567 er flyttet.", "AV706"),
        ("Døren til medisinrommet har kode 4711.", "AV708"),
        ("Wifi: SI-gjest, nøkkel vinter24hamar.", "AV708"),
        ("Se [lista](https://a.eksempel.no/x?vis=1&token=eyJhbGciOiJ9).", "AV708"),
        ("Koden til medisinrommet er 4711.", "AV708"),
        ("PASSORD: Sommer2026", "AV708"),
        ("Bruk ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789 i portalen.", "AV708"),
        ("Bruk github_pat_11ABCDEFG0abcdefghijkl i portalen.", "AV708"),
        ("Bruk AKIAIOSFODNN7EXAMPLE i portalen.", "AV708"),
        ("Bruk glpat-AbCdEfGhIjKlMnOpQrSt i portalen.", "AV708"),
        ("Lim inn -----BEGIN OPENSSH PRIVATE KEY----- og resten.", "AV708"),
        ("Passord: ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789.", "AV708"),
        ("PIN: 4711", "AV708"),
        ("Logg inn med vakt / Hamar123.", "AV708"),
        ("Skriv vakt og pw: Hei123", "AV708"),
        ("WiFi-nøkkel: sykehus2026", "AV708"),
        ("Skriv api_key=sk-abc123def456", "AV708"),
        ("Skriv Bearer eyJhbGciOiJIUzI1NiJ9.eyJz", "AV708"),
        ("Nøkkelboksen åpnes med 1-9-8-4.", "AV708"),
        ("PIN-koden til telefonen er 4821.", "AV708"),
        ("Innlogging: vakt / Sommer2026!", "AV708"),
        ("Nøkkelen er ghp_abcdEFGH1234567890abcd.", "AV708"),
        ("Se [lista](https://vakt:Sommer2026@plo.eksempel.no/).", "AV708"),
        ("En kvinne på 92 år fra Lom fikk ikke brevet.", "AV706"),
        ("Mann (87), innlagt 3. mars, ble sendt hjem.", "AV706"),
        ("Se [avtalen](../delavtaler/da05.md){onclick=alert(1)}.", "AV702"),
        ("Ring vaktlegen på XX.", "AV624"),
        ("Ring [sett inn navn].", "AV624"),
    ],
)
def test_it_is_found_once(minimal: Minimal, text: str, code: str) -> None:
    assert minimal.saying(text).codes() == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Ring legevakten på 116 117, og politiet på 112.",
        "Ring 112 ved trusler. Ring 113 ved overdose.",
        "Ring 112 når en ruspåvirket truer deg, også ved overdose.",
        "Ring 110 ved brann der noen er bevisstløs.",
        "Truer pasienten noen? Ring 112.",
        "Er noen utagerende, går du ut. Er det fare for liv? Ring 112.",
        "Er det fare for liv, ringer du 112 eller 113.",
        "Er det ikke fare for liv, ring legevakten på 116 117. Ring 116117 ved brystsmerter, og 113 ved hjertestans.",
        "Får pasienten plager etter hjerneslag, ring 116 117.",
        "Finn fram i planen. Per dag er det to. Even Flo er ingen rolle.",
        "Spør i Odd Fellow og om Marte Meo.",
        "Pasient og Fastlege møtes. Gi pasienten Paracet Forte.",
        "Diagnosen har koden Z51.5. Kode: Z515. Koden er 12.",
        "Nøkkelen til boksen ligger på kontoret.",
        "Logg inn med BankID / ID-porten.",
        "Se [intranettet](http://intranett/rutiner) og [maskinen](http://10.0.0.1/a).",
        "Nøkkelen er samarbeid mellom kommunen og helseforetaket.",
        "Det gjelder Helsefellesskapet Prøve (24 år) og Nordre Land (31). Spør om Marit er hjemme på rommet.",
        "Hansen. Nils og Ole. Else Helsen.",
        "Pasienten bor i Hamar 12 måneder. Hun bor i kommunen. Pasientnummer skrives ikke her.",
        "Prosedyren har kode 4711. Rommet er klart. Når en pasient med syndromet dør, har rapporten kode 1234.",
        "Se [lista](https://a.eksempel.no/x?key=avtale&side=2024). Nøkkel til sykepleierrommet.",
        "En kvinne på 82 år vil hjem. Mann på 70 år får brev fra 1. mai.",
        "Kvinne 45–75 år fra Hamar. En mann fra Lom.",
        "Sett inn kateter, se kapittel XX.",
    ],
)
def test_innocent_sentences(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == []


@pytest.mark.parametrize(
    ("title", "codes"), [("Varsle om akutt sykdom", ["AV709"]), ("Varsle ved vold i nære relasjoner", [])]
)
def test_a_summary_is_read_with_what_the_page_is_about(minimal: Minimal, title: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, tittel=title, sammendrag="Ring 112 ved fare for liv. Varsle kommunen innen 24 timer.")
    assert minimal.saying("Ring 112 ved vold.").codes() == codes


@pytest.mark.parametrize(
    ("note", "codes"), [("Ring 113 når det står om liv.", []), ("Ring 112 når det står om liv.", ["AV709"])]
)
def test_a_note_of_a_contact_point_is_read_too(minimal: Minimal, note: str, codes: list[str]) -> None:
    minimal.replace("kontakter.yml", "apent: hverdager 8–15.30", f"apent: hverdager 8–15.30, merknad: {note}")
    assert minimal.codes() == codes


@pytest.mark.parametrize(
    ("fields", "line", "code"),
    [
        ({"fagansvarlig": "Overlege Anne Berg"}, "fagansvarlig", "AV112"),
        ({"endringer": '[{versjon: "1.0", dato: 2026-02-01, hva: Rettet etter klagen fra Per Olsen i Løten.}]'}, "endringer", "AV706"),
        ({"gjennomgang": "[{dato: 2026-06-01, av: FSU, konklusjon: Kari Berg følger opp.}]"}, "gjennomgang", "AV112"),
    ],
)  # fmt: skip
def test_a_field_that_names_a_person(minimal: Minimal, fields: dict[str, str], line: str, code: str) -> None:
    [found] = minimal.with_(PROCEDURE, **fields).check()
    written = minimal.path(PROCEDURE).read_text(encoding="utf-8").splitlines()[found.at.line - 1]
    assert (found.code, written.split(":")[0]) == (code, line)


@pytest.mark.parametrize(
    "number",
    [
        "17/82/29-99069",
        "17-82-29/99069",
        "17.82.1929 99069",
        "178229/99069",
        "178229_99069",
        "**178229**99069",
        "178229 – 99069",
        "178229 (99069)",
        "| 178229 | 99069 |",
    ],
)
def test_a_personal_number_in_two_parts(minimal: Minimal, number: str) -> None:
    assert minimal.saying(f"Se {number}.").codes() == ["AV701"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Hun er født 040761.", ["AV706"]),
        ("Hun er innlagt.Født 04.07.1961.", ["AV706"]),
        ("Skriv fødselsnr. 040761 og navn.", ["AV706"]),
        ("Avtalen er født 201920.", []),
        ("Se sak 178229/99068.", []),
        ("Se sak 178229 og 99069.", []),
        ("Se sak 178229-99068.", []),
        ("Se 178229-99068.", ["AV706"]),
        ("Fødselsnummer: 17.82.29-99068.", ["AV706"]),
        ("Personnummeret er 1782 2999 068.", ["AV706"]),
        ("Fødselsnummer på testpasienten er 1782 2999 068.", ["AV706"]),
        ("Husk personnummer. Se 1782 2999 068.", []),
        ("Eksempel: 17.82.29-99068.", ["AV706"]),
        ("Fødselsnummer 178229/99068.", ["AV706"]),
    ],
)
def test_six_digits(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


def test_a_line_that_is_turned_about_stops_the_build(minimal: Minimal) -> None:
    [found] = minimal.saying("Ring \u202e311\u202c.").check()
    assert (found.code, found.severity) == ("AV007", "feil")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Det gjelder til 31. september 2026.", ["AV519"]),
        ("Det gjelder til 30. februar.", ["AV519"]),
        ("Det gjelder til 29.02.2026.", ["AV519"]),
        ("Det gjelder til 29.02.2028 og 29. februar.", []),
        ("Det gjelder til 31. august 2026, se punkt 31. april.", ["AV519"]),
        ("Se punkt 31. Mai er en måned.", []),
        ("Ring før kl. 25.00.", ["AV519"]),
        ("Ring før klokka 9.75.", ["AV519"]),
        ("Ring før kl. 24, kl. 8–15.30 eller klokken 12.", []),
    ],
)
def test_a_day_that_is_not_in_the_calendar(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


def test_a_day_in_the_words_of_a_field(minimal: Minimal) -> None:
    review = "[{dato: 2026-06-01, av: FSU, konklusjon: Gjelder til 31. september 2026.}]"
    assert minimal.with_(PROCEDURE, gjennomgang=review).codes() == ["AV519"]
    assert minimal.with_(PROCEDURE, gjennomgang=review.replace("31", "30")).codes() == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Følg fylkesmannens råd.", ["AV307"]),
        ("Følg psykiatrilovens regler.", ["AV307"]),
        ("Følg statsforvalterens råd.", []),
        ("**Ikkje** vent.", ["AV612"]),
        ("Korleis går det?", ["AV612"]),
        ("Spør i Kommunane Medlem.", []),
        ("Mål qSOFA.", ["AV613"]),
        ("Mål qSOFA (kort skår for blodforgiftning).", []),
    ],
)
def test_words_in_another_form_than_the_list_has(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ring Nabosund sykehus.", ["AV417"]),
        ("Helse Nabo sender på nytt.", ["AV417"]),
        ("Ring Nabosund sjukehus.", ["AV417", "AV612"]),
        ("Ring sykehuset i Nabosund om Fysikalsk medisin.", []),
        ("Nabodal kommune svarer.", ["AV417"]),
        ("Ring tildelingskontoret i Nabodal.", ["AV417"]),
        ("Ring fastlegen i Nabodal.", ["AV417"]),
        ("Pasienten er på ferie i Nabodal. Kommunen svarer.", []),
    ],
)
def test_a_hospital_or_kommune_of_another_helsefellesskap(minimal: Minimal, text: str, codes: list[str]) -> None:
    minimal.write("agreements/nabo/helsefellesskap.yml", NEIGHBOUR).replace(
        PARTIES, "k-0001: {", f"{NEIGHBOURS}k-0001: {{"
    )
    found = minimal.saying(text).check()
    assert [d.code for d in found if d.at.path.endswith(PROCEDURE)] == codes


@pytest.mark.parametrize("name", [AGREEMENT, PROCEDURE])
def test_the_regional_trust_is_the_one_that_the_others_name(minimal: Minimal, name: str) -> None:
    minimal.replace("overordnet/os.md", "ett års varsel", "ett års varsel til Helse Midt-Norge RHF")
    minimal.replace(name, "## ", "Spør Helse Midt-Norge RHF.\n\n## ")
    assert minimal.codes() == []
    minimal.replace(name, "Spør Helse Midt-Norge", "Spør Helse Nord")
    assert [d.code for d in minimal.check()] == ["AV417"]


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [
        ("fagansvarlig", '"Overlege ved kirurgisk avdeling, Nabodal"', 15),
        ("fagansvarlig", "Saksbehandler i Nabodal kommune", 15),
        ("fagansvarlig", "Sjukepleiar ved Nabosund sjukehus", 15),
        ("gjennomgang", "[{dato: 2026-06-01, av: Naboutvalget, konklusjon: Videreføres.}]", 38),
    ],
)
def test_the_one_responsible_and_the_reviewer_are_at_home_here(
    minimal: Minimal, field: str, value: str, column: int
) -> None:
    minimal.write("agreements/nabo/helsefellesskap.yml", NEIGHBOUR).replace(
        PARTIES, "k-0001: {", f"{NEIGHBOURS}k-0001: {{"
    )
    found = minimal.with_(PROCEDURE, **{field: value}).check()
    assert [(d.code, d.at.column) for d in found if d.at.path.endswith(PROCEDURE)] == [("AV417", column)]


KEY = "ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789"


@pytest.mark.parametrize(
    ("name", "comment", "codes"),
    [
        ("kontakter.yml", "# Privat: Ola Hansen, mobil 912 34 567", ["AV112", "AV609"]),
        ("kontakter.yml", "# mobil +47 91 23 45 67", ["AV609"]),
        ("kontakter.yml", "# spør kari.nordli@post.eksempel.no", ["AV609"]),
        ("kontakter.yml", "# privat telefon 61 23 45 67", ["AV609"]),
        ("kontakter.yml", "# passord: Sommer2026!", ["AV708"]),
        ("kontakter.yml", "# koden til nøkkelskapet er 4711", ["AV708"]),
        ("kontakter.yml", "# -----BEGIN RSA PRIVATE KEY-----", ["AV708"]),
        ("helsefellesskap.yml", f"# token {KEY}", ["AV708"]),
        ("agreements/register/tema.yml", "# Skrevet av Kari Nordli # 91234567", ["AV112", "AV609"]),
        ("agreements/register/tema.yml", "# Skrevet av Kari Nordli", ["AV112"]),
        ("agreements/register/tema.yml", "# Avtalt med pasienten Kari Nordli", ["AV112"]),
        (PROCEDURE, "# ring Ola Hansen 91234567", ["AV112", "AV609"]),
        (PROCEDURE, "# pin 4711, logg inn med vakt / Hamar123", ["AV708"]),
        (PROCEDURE, f"# {KEY}", ["AV708"]),
        ("kontakter.yml", "# Ringt 2026-11-20. Nummeret 00 00 00 01 er riktig.", []),
        ("agreements/register/tema.yml", "# Kode Z51 hører til tema 4. Per dag er det to.", []),
        (PROCEDURE, "# kort, se da05#3.1 og 4.2", []),
    ],
)
def test_a_comment_tells_of_no_person_and_opens_nothing(
    minimal: Minimal, name: str, comment: str, codes: list[str]
) -> None:
    path = minimal.path(name)
    first, *rest = path.read_text(encoding="utf-8").split("\n")
    minimal.write(name, "\n".join([first, f"  {comment}", *rest]))
    found = minimal.check()
    assert [(d.code, d.at.line) for d in found if d.code != "AV514"] == [(code, 2) for code in codes]
    assert not any(
        secret in str(d) for d in found for secret in ("912", "Sommer", "4711", "Hamar123", "AbCd", "Nordli")
    )


@pytest.mark.parametrize(
    ("note", "codes"), [("Passord: Sommer2026", ["AV708"]), ("PIN: 4711", ["AV708"]), ("Ring", [])]
)
def test_a_secret_in_the_note_of_a_number_is_told_once(minimal: Minimal, note: str, codes: list[str]) -> None:
    minimal.replace("kontakter.yml", "00 00 00 01", f'00 00 00 01, merknad: "{note}"')
    assert minimal.codes() == codes
