"""The language layer: what is a word, which words are read as the same, and that Python and the browser agree."""

import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from avtaleverk.search.base import families
from avtaleverk.search.compounds import parts_of
from avtaleverk.search.fold import fold
from avtaleverk.search.language import Language, compound_words, load_spec, nynorsk_stems, read_lines
from avtaleverk.search.lexicon import language_for
from avtaleverk.search.tokens import tokens
from avtaleverk.search.wordlists import last

GOLDEN = Path(__file__).parent / "golden"
SPEC = load_spec()
LANGUAGE = Language(SPEC, nynorsk_stems(), parts_of(compound_words(), SPEC.rules))


def vocabulary(texts: Iterable[str]) -> Counter[str]:
    """How often each word occurs in the texts."""
    return Counter(part for text in texts for token in tokens(text, SPEC.units) for part in token.parts)


HARD_TEXTS = (
    "tołk Łódź ĄĆĘ šđ naïv éin å",
    "øyeblikkelig hjelp-døgntilbud", "§ 6-2 nr. 5", "§6-2", "24t", "24 timer", "2.linje", "2. linje", "3-5 dager", "d2)",
    "tlf. 62 51 90 00", "post@eksempel.no", "HF/KS", "utskrivnings\u00adklar", "ø\u200bhjelp", "A\u030afjord", "ÅFJORD kommune",
    "IP og KE", "l'Hôpital", "100 %", "1.10", "kl. 15.00", "--", "", "\u202eKAD\u202c", "ＫＡＤ", "ǅ", "İstanbul", "ß", "ﬁne",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("§ 6-2 nr. 5", ["6", "2", "62", "nr", "5"]),
        ("24t", ["24", "t"]),
        ("24 timer", ["24", "timer"]),
        ("2.linje", ["2", "linje", "2linje"]),
        ("d2)", ["d2"]),
        ("3-5", ["3", "5", "35"]),
        ("øyeblikkelig hjelp-døgn", ["øyeblikkelig", "hjelp", "døgn", "hjelpdøgn"]),
        ("utskrivnings\u00adklar", ["utskrivningsklar"]),
        ("HF/KS", ["hf", "ks"]),
    ],
)
def test_tokens(text: str, parts: list[str]) -> None:
    found = [part for token in tokens(text, SPEC.units) for part in (*token.parts, token.joined) if part]
    assert found == parts


@pytest.mark.parametrize(
    "alike",
    [
        "utskrivningsklar utskrivningsklare utskrivningsklart utskrivingsklar utskrivingsklare",
        "utskrivning utskriving utskrivningen utskrivningene utskrive utskrives",
        "pasient pasienten pasienter pasientar pasientane pasientens",
        "avtale avtalen avtaler avtalar avtalane avtalene",
        "tjeneste tjenesten tjenester teneste tenester tenesta",
        "vurdere vurderer vurdert vurdering vurderinger vurderingar vurdera",
        "sykehus sykehuset sjukehus sjukehuset",
        "hjem hjemmet hjemme heim heime",
        "lege legen leger legene legar legane",
        "henvisning henvisninger henvise tilvising tilvisingar",
        "innleggelse innleggelsen innlegging innlagt",
        "svar svaret svarer svare",
        "sykepleier sykepleieren sjukepleiar sjukepleiaren sjukepleiarane",
        "vernepleier vernepleiar vernepleiarane",
        "mulig mogeleg moglege muligste",
        "virkelig virkelige verkeleg verkelege",
        "dekke dekker dekkjer dekt dekte",
        "ringe ringer ringte ringde",
        "hode hodet hovudet",
        "hodepine hodepinen hovudverk hovudverken",
        "lårhalsbrudd lårhalsbrot",
        "spise spiser ete eta",
        "trett trette trøytt trøytte",
        "ensom ensomme einsam einsame",
        "alene aleine åleine",
        "utredet utgreidd utgreidde",
        "atferd atferden adferd åtferda",
        "verktøy verkty",
        "ukentlig vekeleg",
    ],
)
def test_words_that_are_one(alike: str) -> None:
    assert len({LANGUAGE.term(word) for word in alike.split()}) == 1, {w: LANGUAGE.term(w) for w in alike.split()}


@pytest.mark.parametrize(
    "different",
    [
        "lege legge",
        "plan plass",
        "kommune kommunikasjon",
        "lar lær",
        "svar svare-skive",
        "kvittering skille",
        "område betenke",
        "nemnd nevnt",
        "skjer skjær",
        "Sauda syde",
    ],
)
def test_words_that_are_not(different: str) -> None:
    one, other = different.lower().split()
    assert LANGUAGE.term(one) != LANGUAGE.term(other)


def test_no_row_of_the_nynorsk_table_leads_to_another() -> None:
    """A word is looked up once, so a row must lead to where the bokmål word itself stands."""
    table = nynorsk_stems()
    assert [row for row in table.items() if row[1] in table] == []


def test_the_nynorsk_table_is_made_from_the_lists_that_mend_it() -> None:
    """What is mended in the table itself is gone when the table is made again."""
    table, added = nynorsk_stems(), dict(line.split() for line in read_lines("nynorsk-tillegg.txt"))
    assert {ours: table[ours] for ours in added} == {
        ours: last(theirs, added | dict(table)) for ours, theirs in added.items()
    }
    assert [stem for stem in read_lines("nynorsk-utelatt.txt") if stem in table and stem not in added] == []


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("betalingsplikt", "betaling plikt"),
        ("innleggelsesrapport", "innleggelse rapport"),
        ("korttidsopphold", "korttid opphold"),
        ("legetjenester", "lege tjeneste"),
        ("utskrivingsrapporten", "utskrivning rapport"),
        ("leiarane", ""),
        ("pasient", ""),
    ],
)
def test_compounds(word: str, parts: str) -> None:
    assert LANGUAGE.word(word)[1] == tuple(LANGUAGE.term(part) for part in parts.split())


def test_the_golden_words() -> None:
    """`golden/ord.tsv`: word, stem, parts. Made by `golden_words.py`; a change there is a change of the index."""
    rows = [line.split("\t") for line in (GOLDEN / "ord.tsv").read_text("utf-8").splitlines()]
    assert len(rows) > 5000
    wrong = [row for row in rows if _row(row[0]) != row]
    assert wrong == []


def _row(word: str) -> list[str]:
    stem, parts = LANGUAGE.word(word)
    return [word, stem, " ".join(parts)]


def test_python_and_the_browser_read_every_word_alike(real) -> None:
    """Every word of the content, and the golden words, with the tables that the browser is given."""
    known = vocabulary(t for e in real.entries for t in (e.heads, e.above, e.summary, e.text, e.extra))
    language = language_for(known)
    words = sorted(set(known) | SPEC.stop)
    browser = real.browser.run("word", words)
    ours = [[stem, list(parts)] for stem, parts in map(language.word, words)]
    differing = [(w, a, b) for w, a, b in zip(words, ours, browser, strict=True) if a != b]
    assert differing == []


def test_python_and_the_browser_cut_text_alike(real) -> None:
    browser = [[word["surface"] for word in found] for found in real.browser.run("words", list(HARD_TEXTS))]
    assert browser == [[word.surface for word in LANGUAGE.words(text)] for text in HARD_TEXTS]


def test_python_and_the_browser_fold_alike(real) -> None:
    words = ["øye", "oeye", "våg", "vaag", "ærlig", "aerlig", "éen", "naïv", "öl"]
    assert real.browser.run("fold", words) == [fold(word) for word in words]


def test_words_and_their_roots_come_back(real) -> None:
    """Those that are hard to write, any at all, and all that are ever written."""
    hard = [("avtal", "avtal"), ("avtalen", "avtal"), ("avtst", "avtal"), ("øy", "øyeblikkelig"), ("å", "ål"), ("o", "o"),
            ("øyeblikkelighjelp", "øyeblikkelighjelp"), ("øyeblikkelighjelps", "øyeblikkelighjelper")]  # fmt: skip
    dice = random.Random(2026)
    words = sorted({"".join(dice.choices("abå", k=dice.randint(1, 20))) for _ in range(300)})
    made = [(word, dice.choice(words)) for word in words]
    for pairs in (hard, made, [*nynorsk_stems().items()], [*SPEC.rules.exceptions.items()], []):
        assert sorted(real.browser.run("families", [families(pairs)])[0]) == sorted(map(list, pairs))
