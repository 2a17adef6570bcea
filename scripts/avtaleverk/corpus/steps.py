"""The steps of a procedure: the heading they stand under, and who takes each."""

from collections.abc import Iterable

from markdown_it.token import Token

from avtaleverk.corpus.outline import Section

STEP_TITLES = ("slik gjør du", "slik gjer du")
# Actors of a step that are not roles: the parties, and both together, each with its side.
PARTIES = {"kommunen": "kommune", "helseforetaket": "helseforetak", "helseføretaket": "helseforetak"}
_WHICHEVER = ("begge parter", "begge partar", "begge", "alle", "partene", "partane")
PARTIES |= dict.fromkeys((*_WHICHEVER, "parten som sier opp", "parten som seier opp"), "begge")


def holds_steps(section: Section) -> bool:
    """Whether the section holds the steps of a procedure."""
    return section.title.casefold() in STEP_TITLES


def actor_of(content: Iterable[Token]) -> str:
    """The actor of a list item: the bold words with a colon that it starts with; "" when there are none."""
    inline = next((token for token in content if token.type == "inline"), None)
    words = [child for child in (inline.children or ()) if child.content or child.type != "text"] if inline else []
    if len(words) < 2 or words[0].type != "strong_open":
        return ""
    return words[1].content.strip().rstrip(":").strip()
