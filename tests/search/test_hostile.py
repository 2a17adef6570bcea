"""Whatever is typed, the search answers, with bounded work."""

import random

HOSTILE = (
    "", " ", "\x00\x01\x02", "\u202eepikrise\u202c", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a:b", "+epikrise -plan",
    "epikrise~3^10", "*", "****", "field:epikrise", "' OR 1=1 --", "../../etc/passwd", "%00%0d%0a", "\ud83d\ude91 ambulanse", "ø" * 10_000,
    "epikrise " * 1_200, "a" * 10_000, "§" * 500, "da" * 3_000, "1.1.1.1.1." * 900, "- " * 5_000, "constructor", "__proto__ toString", "\u0000" * 9_999,
)  # fmt: skip


def test_nothing_that_is_typed_breaks_the_search(real) -> None:
    answers = real.browser.search(*HOSTILE, typing=True)
    assert len(answers) == len(HOSTILE)
    assert all(len(answer["hits"]) <= 10 for answer in answers)


ATOMS = (
    "epikrise", "utskrivningsklar", "tidlgmeldng", "xyzzyqwert", "kommunekommunekommune", "øåæ", "ＫＡＤ", "ǅ", "ß", "a\u0301\u0301", "\ud83d\ude91",
    "\u202e", "\u2066", "\u200f", "\u00ad", "\u200b", "\ufeff", "\x00", "\x07", "\x1b[31m", "\x7f", "\r\n", "\t", "\u2028", "<b>", "</script>", "<!--",
    "&lt;", "{{x}}", "${y}", "+", "-", "~2", "^10", "*", "tittel:", "\\", '"', "'", "(", "[", "§", "nr", "da05", "4.3", "1-", "c_plo", "=", "#§6-2",
    "__proto__", "constructor", "99999999999999999999", "0x1F", "NaN", "%", " ", " ", " ", " ",
)  # fmt: skip


LONGEST, MOST_PIECES = 10_000, 120


def any_text(dice: random.Random) -> str:
    """A string of up to 10,000 characters: atoms above, or any character at all but lone surrogates."""
    length = dice.choice([3, 30, 300, LONGEST])
    if dice.random() < 0.7:
        return "".join(dice.choices(ATOMS, k=length))[:length]
    return "".join(
        chr(dice.choice([dice.randrange(0x20), dice.randrange(0x2FFF), dice.randrange(0xE000, 0x110000)]))
        for _ in range(length)
    )


def test_any_text_at_all_is_answered_with_bounded_work(real) -> None:
    """Two hundred generated texts, each put to a search that has fetched nothing yet: no exception, and a bounded number of
    pieces, however many words there are."""
    dice = random.Random(5)
    texts = [any_text(dice) for _ in range(200)]
    answers = real.browser.run("fetched", texts)
    assert all(answer["hits"] <= 10 for answer in answers)
    assert max(len(answer["names"]) for answer in answers) <= MOST_PIECES


def test_the_rest_of_a_hostile_query_is_answered(real) -> None:
    (answer,) = real.browser.search("<b>epikrise</b> \x00 a:b")
    assert "epikrise" in answer["hits"][0]["address"]
