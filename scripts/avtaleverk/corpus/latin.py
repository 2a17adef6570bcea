"""A text as bytes, one per letter: what is done to every text is faster on bytes."""

# Dashes, quotation marks and the like, which Norwegian texts have and Latin-1 has not.
_USUAL = "–—…’“”•→≥≤"
# For `translate`: a zero for each digit, a space for all else.
DIGIT_OR_NOT = bytes(ord("0") if chr(code) in "0123456789" else 32 for code in range(256))

# Each letter folded. Two fold to what is not Latin-1; they are left as they are.
FOLDED_ELSEWHERE = (b"\xdf", b"\xb5")
_FOLDED = bytes(range(256)).decode("latin-1").lower().encode("latin-1")


def latin(text: str) -> bytes | None:
    """The text in Latin-1, typographic signs replaced by plain ones; None when it holds letters outside Latin-1."""
    for sign in _USUAL:
        text = text.replace(sign, "-")
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return None


def casefolded(text: str) -> str:
    """`text.casefold()`, in a fifth of the time for a long text with Norwegian letters."""
    try:
        letters = text.encode("latin-1")
    except UnicodeEncodeError:
        return text.casefold()
    if any(map(letters.__contains__, FOLDED_ELSEWHERE)):
        return text.casefold()
    return letters.translate(_FOLDED).decode("latin-1")
