"""The tokens of paragraphs that have no markup but bold words, line breaks and links to other files."""

import re

from markdown_it.token import Token

from avtaleverk.corpus.plain_tokens import words_token

_OTHER = re.compile(r"[\\`_<&!^]")  # what only the parser understands
_BREAKS = (" \n", "\t\n", "\n ", "\n\t")
# Bold words stand between spaces, as words do; a link has no markup in it. Each form starts with a letter of its own,
# so that the expression passes over a text fast.
_MARKED = re.compile(
    r"\n"
    r"|\*\*(?<![^ \n(«]\*\*)(?P<bold>(?=[^\W_])[^*\[\]\n]*"
    r"(?:[^\W_](?=\*\*(?:[ \n.,:;?)»]|\Z))|[:.?)»](?=\*\*(?:[ \n]|\Z))))\*\*"
    r"|\[(?P<words>[^*\[\]\n]+)\]\((?P<address>[A-Za-z0-9.#][A-Za-z0-9./#-]*)\)"
)
_BREAK, _EMPTY = Token("softbreak", "br", 0), Token("text", "", 0)
_STRONG, _END_STRONG = Token("strong_open", "strong", 1, markup="**"), Token("strong_close", "strong", -1, markup="**")
_END_LINK = Token("link_close", "a", -1)


def plain_inline(content: str) -> list[Token] | None:
    """The tokens of `content`; None when it needs the parser. Equal tokens are shared."""
    if _OTHER.search(content) or ("\n" in content and any(sign in content for sign in _BREAKS)):
        return None
    tokens: list[Token] = []
    done, starred = 0, False
    for found in _MARKED.finditer(content):
        bold, before = found["bold"], content[done : found.start()]
        if "*" in before or "](" in before:
            return None
        # The parser leaves an empty text where one of two stars stood, unless there is text beside it.
        if before or starred or bold:
            tokens.append(words_token(before) if before else _EMPTY)
        done, starred = found.end(), bool(bold)
        if bold:
            tokens += (_STRONG, words_token(bold, 1), _END_STRONG)
        elif words := found["words"]:
            link = Token("link_open", "a", 1, {"href": found["address"]})
            tokens += (link, words_token(words, 1), _END_LINK)
        else:
            tokens.append(_BREAK)
    rest = content[done:]
    if "*" in rest or "](" in rest:
        return None
    if rest or starred:
        tokens.append(words_token(rest) if rest else _EMPTY)
    return tokens
