"""Renders the templates in `templates/`: Jinja2 with autoescape, so that no value of a document becomes markup."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.model import Language
from avtaleverk.pages.page import Block, Heading
from avtaleverk.pages.words import in_language, kroner, lower_first, moment, span, word


def phone_link(number: str) -> str:
    """The number as a `tel:` address: digits and a leading plus only."""
    return "tel:" + "".join(c for c in number if c.isdigit() or c == "+")


_ENVIRONMENT = Environment(
    loader=PackageLoader("avtaleverk.pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters.update(
    lower_first=lower_first, dato=long_date, tel=phone_link, frist=span, frist_fra=moment, kroner=kroner
)
_ENVIRONMENT.globals.update(word=word, in_language=in_language)


def part(name: str, **values: object) -> Markup:
    """The part `templates/<name>.html.j2` filled with `values`."""
    return Markup(_ENVIRONMENT.get_template(f"{name}.html.j2").render(**values).strip())


def headed(key: str, anchor: str, name: str, language: Language, **values: object) -> Block:
    """The part `name` under a heading: the word `key`, with its address `anchor`."""
    return Block(part(name, language=language, **values), Heading(word(key, language), anchor))
