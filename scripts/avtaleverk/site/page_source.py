"""A page in two forms: Markdown, which a generator reads, and HTML, which our template shows."""

import json
from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from avtaleverk.corpus.model import Language
from avtaleverk.pages.page import Block, Page


def source_name(page: Page) -> str:
    """The Markdown file that a generator reads for the page."""
    return f"{page.path or 'index'}.md"


def markdown(page: Page) -> bytes:
    """The page as Markdown that every generator understands: headings with explicit ids, and finished HTML."""
    front = {"title": page.title, "description": page.summary, "lang": page.language}
    lines = ["---", *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()), "---", ""]
    lines += [f"# {_heading_text(page.title)}", ""]
    for block in page.blocks:
        if block.heading:
            lines += [
                f"{'#' * block.heading.level} {_heading_text(block.heading.text)} {{#{block.heading.anchor}}}",
                "",
            ]
        html = "\n".join(line for line in block.html.splitlines() if line.strip())
        owner = f' lang="{block.space.language}"' if block.space else ""
        lines += [f'<div class="del"{owner}>\n{html}\n</div>' if html else "", ""]
    return "\n".join(lines).encode()


def _heading_text(text: str) -> str:
    """The text with Markdown escaped."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#!|" else c for c in text)


def html(page: Page) -> Markup:
    """The page's content as one piece of HTML, without its title."""
    return Markup("\n").join(_block(block, page.language) for block in page.blocks)


def _block(block: Block, language: Language) -> Markup:
    if block.space:
        part = Markup('<section lang="{}" data-omrade="{}">\n{}\n</section>')
        own = _block(replace(block, space=None), block.space.language)
        return part.format(block.space.language, block.space.id, own)
    if block.heading is None:
        return block.html
    level, link = f"h{block.heading.level}", "Lenkje til" if language == "nn" else "Lenke til"
    return Markup('<{l} id="{a}">{t}<a class="headerlink" href="#{a}" aria-label="{link} {t}">#</a></{l}>\n{b}').format(
        l=Markup(level), link=link, a=block.heading.anchor, t=block.heading.text, b=block.html
    )


def staged(pages: Iterable[Page]) -> dict[str, bytes]:
    """The pages and their attachments, as files by name."""
    made = list(pages)
    beside = {f"{page.path}/{name}": content for page in made for name, content in page.attachments}
    return {source_name(page): markdown(page) for page in made} | beside
