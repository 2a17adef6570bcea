"""Words without the letters that foreign keyboards lack; the twin of `fold` in `distance.mjs`."""

_FOLD = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "ä": "ae", "ö": "o", "é": "e", "è": "e", "ê": "e", "ô": "o", "ò": "o", "ü": "u"}
)


def fold(word: str) -> str:
    """ "øye", "oeye" and "oye" fold to the same; so do "å" and "aa"."""
    return word.translate(_FOLD).replace("oe", "o").replace("aa", "a")
