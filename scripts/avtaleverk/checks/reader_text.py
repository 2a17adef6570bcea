"""What a reader sees of a document: gathered from its tokens in one pass, for all the rules that look at it."""

from functools import lru_cache
from typing import NamedTuple

from markdown_it.token import Token

from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import inline_text

_CODE = frozenset({"fence", "code_block"})
_OF_LISTS = frozenset(
    f"{name}_{end}" for name in ("bullet_list", "ordered_list", "list_item") for end in ("open", "close")
)


class ReaderText(NamedTuple):
    """`words` are the lines without markup; `numbered` has the numbers of lists too. `lists` are the tokens of lists."""

    words: str
    numbered: str
    lists: tuple[Token, ...]


@lru_cache(maxsize=4)
def reader_text(document: Document) -> ReaderText:
    """The text of a document as it is read. All rules look at one document in turn, so few are remembered."""
    words: list[str] = []
    numbered: list[str] = []
    lists: list[Token] = []
    for token in document.body.tokens:
        if token.type == "inline" or token.type in _CODE:
            words.append(line := inline_text(token) if token.type == "inline" else token.content.strip())
            numbered.append(line)
        elif token.type in _OF_LISTS:
            lists.append(token)
            if token.info:
                numbered.append(token.info)
    return ReaderText("\n".join(words), "\n".join(numbered), tuple(lists))
