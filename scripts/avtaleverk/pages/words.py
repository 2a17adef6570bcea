"""The words of pages in the language of the reader: phrases, deadlines, names of entries, and their order."""

from avtaleverk.corpus.model import Deadline, Language
from avtaleverk.pages.phrases import PHRASES


def word(key: str, language: Language) -> str:
    """The word `key` in `language`; raises KeyError for a word that does not exist."""
    bokmål, nynorsk = PHRASES[key]
    return nynorsk if language == "nn" else bokmål


def words(language: Language, *keys: str) -> tuple[str, ...]:
    """Several words in `language`, such as the headings of a table."""
    return tuple(word(key, language) for key in keys)


def span(deadline: Deadline, language: Language) -> str:
    """The length of a deadline: "24 timer", or "minst 2 uker" when it counts back from a moment."""
    return f"{word('minst', language)} {deadline.within.text}" if _counts_back(deadline) else deadline.within.text


def moment(deadline: Deadline, language: Language) -> str:
    """The start of a deadline: "fra innleggelsen", "før møtet", or "" for a deadline that is a moment itself."""
    if not deadline.since or _counts_back(deadline):
        return deadline.since
    return f"{word('fra', language)} {deadline.since}"


def _counts_back(deadline: Deadline) -> bool:
    return deadline.since.startswith("før ")


def in_language(thing: object, attribute: str, language: Language) -> str:
    """`thing.attribute` in nynorsk when asked for and written, else in bokmål."""
    nynorsk = getattr(thing, f"{attribute}_nn", "") if language == "nn" else ""
    return str(nynorsk or getattr(thing, attribute))


def lower_first(name: str) -> str:
    """A name within a sentence: its first letter small, unless it is an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def kroner(amount: str) -> str:
    """«5 745 kr» for «5745»; anything but a whole number stays as it is."""
    return f"{int(amount):,}".replace(",", "\u00a0") + "\u00a0kr" if amount.isdecimal() else amount


def collate(text: str) -> str:
    """A sort key that puts æ, ø and å last, as the Norwegian alphabet does."""
    return text.casefold().replace("æ", "{").replace("ø", "|").replace("å", "}")
