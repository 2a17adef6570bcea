"""From Markdown tokens to finished HTML: links resolved, steps marked by who acts, tables that scroll by keyboard."""

from bisect import bisect
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from typing import Any, cast

import nh3
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup

from avtaleverk.corpus.markdown import PARSER
from avtaleverk.corpus.outline import Body, inline_text
from avtaleverk.corpus.steps import actor_of
from avtaleverk.links.flow import Mark, mark, woven
from avtaleverk.links.mentions import Mentions
from avtaleverk.links.names import Named, Target
from avtaleverk.pages.addresses import OUTSIDE

CARDS = 4  # columns that do not fit beside each other on a phone, where each row is then a card
_ALIGNED = {"left": "venstre", "center": "midt", "right": "hoyre"}
_TAGS = (
    "a blockquote br button code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr input label li ol p pre s section span strong sup "
    "table tbody td th thead tr ul"
)
_ATTRIBUTES = {
    "a": "href class id aria-label",
    "button": "type class popovertarget aria-describedby",
    "code": "class",
    "div": "class tabindex role aria-label",
    "input": "class type checked disabled id",
    "label": "class for",
    "li": "class id",
    "ol": "class start",
    "p": "class",
    "section": "class",
    "span": "class",
    "sup": "class",
    "td": "class data-kolonne",
    "th": "class scope",
    "ul": "class",
}

Tokens = Sequence[Token]
Env = MutableMapping[str, Any]
Resolve = Callable[[str], str]
Side = Callable[[str], str]
Lead = Callable[[Target], str]


class _Renderer(RendererHTML):
    """Renders without touching the tokens, which the checks and other pages share."""

    def link_open(self, tokens: Tokens, idx: int, _options: OptionsDict, env: Env) -> str:
        """A link, its address resolved for the page it stands on."""
        target = env["resolve"](str(tokens[idx].attrGet("href") or ""))
        return str(Markup('<a href="{}">').format(target)) if target else "<span>"

    def link_close(self, tokens: Tokens, idx: int, _options: OptionsDict, env: Env) -> str:
        """The end of a link, or of the plain words that a refused link became."""
        opening = next(t for t in reversed(tokens[:idx]) if t.type == "link_open" and t.level == tokens[idx].level)
        return "</a>" if env["resolve"](str(opening.attrGet("href") or "")) else "</span>"

    def omtale_open(self, tokens: Tokens, idx: int, _options: OptionsDict, env: Env) -> str:
        """A mention that the build recognised, as a link; nothing when it leads nowhere from this page."""
        target = env["lead"](tokens[idx].meta["target"])
        return str(Markup('<a class="omtale" href="{}">').format(target)) if target else ""

    def omtale_close(self, tokens: Tokens, idx: int, _options: OptionsDict, env: Env) -> str:
        """The end of a mention."""
        return "</a>" if env["lead"](tokens[idx].meta["target"]) else ""

    def ord_open(self, tokens: Tokens, idx: int, _options: OptionsDict, _env: Env) -> str:
        """A word of the glossary: a button that shows its meaning, which is also its description."""
        meaning = tokens[idx].meta["id"]
        return f'<button type="button" class="ord" popovertarget="{meaning}" aria-describedby="{meaning}">'

    def ord_close(self, _tokens: Sequence[Token], _idx: int, _options: OptionsDict, _env: Env) -> str:
        """The end of a word of the glossary."""
        return "</button>"

    def image(self, tokens: Tokens, idx: int, _options: OptionsDict, _env: Env) -> str:
        """The alternative text: documents carry no images."""
        return str(Markup("{}").format(tokens[idx].content))

    def list_item_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """A list item; in a list of steps it says whose step it is."""
        side = env["side"](_actor(tokens, idx)) if env.get("side") else ""
        if side:
            return f'<li class="side-{side}">'
        return self.renderToken(tokens, idx, options, env)

    def th_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """The head of a column."""
        return _cell(tokens[idx])

    def td_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """A cell; its alignment is a class, since the site's policy lets no page carry styles of its own. Where a row may be
        a card, the first cell is its heading, and the others say which column they are of."""
        column, columns = _column(tokens, idx, "td_open"), env["columns"]
        if len(columns) < CARDS:
            return _cell(tokens[idx])
        if not column:
            return '<th scope="row">'
        empty = ' class="tom"' if inline_text(tokens[idx + 1]) in ("", "–") else ""
        return str(Markup('<td data-kolonne="{}"{}>').format(columns[column], Markup(empty)))

    def td_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """The end of a cell, or of the heading of a row."""
        heading = len(env["columns"]) >= CARDS and not _column(tokens, idx, "td_close")
        return "</th>\n" if heading else self.renderToken(tokens, idx, options, env)

    def table_open(self, tokens: Tokens, idx: int, _options: OptionsDict, env: Env) -> str:
        """A table in a frame that scrolls, reachable by keyboard."""
        end = next(i for i in range(idx, len(tokens)) if tokens[i].type == "thead_close")
        env["columns"] = [inline_text(tokens[i + 1]) for i in range(idx, end) if tokens[i].type == "th_open"]
        kind = "tabell matrise" if len(env["columns"]) >= CARDS else "tabell"
        return f'<div class="{kind}" tabindex="0" role="group" aria-label="Tabell"><table>\n'

    def table_close(self, _tokens: Sequence[Token], _idx: int, _options: OptionsDict, _env: Env) -> str:
        """The end of the table and its frame."""
        return "</table></div>\n"


_RENDERER = _Renderer()
# The plugins of the parser have rules of their own, as for footnotes.
_RENDERER.rules = cast("RendererHTML", PARSER.renderer).rules | _RENDERER.rules


def _cell(token: Token) -> str:
    side = _ALIGNED.get(str(token.attrGet("style") or "").removeprefix("text-align:"))
    return f'<{token.tag} class="{side}">' if side else f"<{token.tag}>"


def _column(tokens: Tokens, idx: int, kind: str) -> int:
    """The number of tokens of this kind in the row before this one: the index of the column."""
    row = next(i for i in range(idx, -1, -1) if tokens[i].type == "tr_open")
    return sum(token.type == kind for token in tokens[row:idx])


def _actor(tokens: Tokens, idx: int) -> str:
    return actor_of(tokens[idx + 1 : idx + 4])


def actors(tokens: Sequence[Token]) -> list[str]:
    """The actor of every list item, "" where none is named."""
    return [_actor(tokens, i) for i, token in enumerate(tokens) if token.type == "list_item_open"]


def marked(body: Body, marks: Mapping[int, Sequence[Mark]]) -> Body:
    """The body with marks woven into its paragraphs; sections and places of tokens stay the same."""
    tokens = tuple(woven(token, marks[i]) if i in marks else token for i, token in enumerate(body.tokens))
    return body.with_tokens(tokens)


def mention_marks(body: Body, mentions: Mentions) -> dict[int, list[Mark]]:
    """The marks that turn mentions into links: of a name only the first under each heading, of others all."""
    marks: dict[int, list[Mark]] = {}
    headings = [section.start for section in body.sections]
    seen: set[tuple[int, Target]] = set()
    for index, found in mentions.found.items():
        for mention in found:
            key = (bisect(headings, index), mention.target)
            if _is_name(mention.target) and key in seen:
                continue
            seen.add(key)
            marks.setdefault(index, []).append(
                mark("omtale", "a", {"target": mention.target}, mention.start, mention.end)
            )
    return marks


def _is_name(target: Target) -> bool:
    return isinstance(target, Named) and target.register != "lovkrav"


def render(
    body: Body, tokens: Sequence[Token], resolve: Resolve, side: Side | None = None, lead: Lead | None = None
) -> Markup:
    """The HTML of some of the body's tokens. `resolve` gives the address of a Markdown link, `lead` that of a mention; when
    it is "", only the words remain."""
    env = {**body.parsed[1], "resolve": resolve, "lead": lead or (lambda _: ""), "side": side}
    return behind_wall(_RENDERER.render(tokens, PARSER.options, env).strip())


def behind_wall(html: str) -> Markup:
    """A second line of defence: whatever the parser lets through, only the listed tags, attributes and schemes remain."""
    return Markup(
        nh3.clean(
            html,
            tags=set(_TAGS.split()),
            attributes={tag: set(names.split()) for tag, names in _ATTRIBUTES.items()},
            url_schemes=set(OUTSIDE),
            link_rel=None,
        )
    )
