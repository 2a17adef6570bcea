"""AV7: nothing that could run in a reader's browser, and no personal number that only the page shows: the others are found
when a file is loaded."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import is_code, matches
from avtaleverk.checks.text.lookalikes import markup_of_others
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Body, inline_text
from avtaleverk.corpus.persons import PERSONAL_NUMBER, may_hold_eleven, shows_hidden_number
from avtaleverk.corpus.place import place
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_part, document_part, document_rule

_HTML = when_used(
    r"</?[a-zA-Z][a-zA-Z0-9-]{0,30}(?:[\s/][^<>\n]{0,2000})?>|<!--|<!\[CDATA\[|<\?[a-z]|<[a-zA-Z]+\s[^<>\n]{0,200}\bon\w+="
)
_HINT = "Slett kodene (fra < til >), eller sett dem mellom `…` når leseren skal se dem."
_BEFORE_ADDRESS = ("]", "<", "=")  # one letter is looked for much faster than two
_ACTIVE = when_used(
    r"(?:\]\(|\]:|<|=)\s{0,9}[\"'<]?\s{0,9}"
    r"(?P<scheme>(?i:javascript|vbscript|livescript|data|file|blob)\s{0,3}:(?=[^\s«»\"'])|\\{2,4}\w+\\{1,2}\w+)"
)
_WITH_ENTITY = when_used(r"\](?:\(|:)\s{0,9}<?(?P<address>[^()\s]{0,60}&[^()\s]{0,200})")
# A machine on the net, in an address and as the words of a link; a name in front of @ is not that of the machine.
_MACHINE = when_used(r"https?://(?P<front>[^/\s?#@]*@)?(?:www\.)?(?P<name>[^/\s?#:@]+)", re.IGNORECASE)
_SHOWN = when_used(
    r"(?:https?://)?(?:www\.)?(?P<name>(?:[\w-]+\.)+(?:no|com|org|net|eu|se|dk|io))(?:/\S*)?", re.IGNORECASE
)


@document_rule("AV702", "HTML og andre koder vises som tekst", Severity.ADVARSEL)
def raw_html(context: Context, document: Document) -> Iterator[Finding]:
    """Raw HTML, which is shown to readers as text and never run."""
    body = document.body
    yield from _told(document.path, body.text, _shown_codes(body), _HINT, body.first_line)
    yield from _told(document.path, document.front.text, _codes(document.front.text), _HINT, document.front.first_line)
    yield from markup_of_others(document.path, body)


@corpus_part("AV702")
def raw_html_elsewhere(context: Context) -> Iterator[Finding]:
    """The same in the guidance, and in the registers and contact lists, which have no code to show."""
    for guide in context.corpus.guides:
        yield from _told(guide.path, guide.body.text, _shown_codes(guide.body), _HINT)
        yield from markup_of_others(guide.path, guide.body)
    for path, text in context.corpus.tables:
        yield from _told(path, text, _codes(text), "Slett kodene (fra < til >).")


def _shown_codes(body: Body) -> Iterator[re.Match[str]]:
    """The HTML of a body that readers see, and that was not meant to be seen."""
    return (found for found in _codes(body.text) if not is_code(body, found))


def _codes(text: str) -> Iterator[re.Match[str]]:
    """The HTML of a text; an address between < and > is none."""
    for found in _HTML.finditer(text) if "<" in text else ():
        if not found[0].startswith(("<http", "<mailto")):
            yield found


def _told(path: str, text: str, codes: Iterable[re.Match[str]], hint: str, first_line: int = 1) -> Iterator[Finding]:
    """A finding for each line: an element that ends on the same line is one slip."""
    said = 0
    for found in codes:
        at = place(path, text, found.start(), first_line)
        if at.line != said:
            yield Finding(at, "HTML virker ikke her; leseren ser kodene.", hint)
        said = at.line


@document_rule("AV703", "Lenken bruker en adresse som ikke er tillatt")
def active_address(context: Context, document: Document) -> Iterator[Finding]:
    """`javascript:`, `data:` and `file:` addresses, which never become links: readers see the code."""
    yield from _active(document.path, document.body.text, document.body.first_line)
    yield from _active(document.path, document.front.text, document.front.first_line)
    yield from _disguised(document.path, document.body)
    yield from _elsewhere(document.path, document.body)


@corpus_part("AV703")
def active_address_elsewhere(context: Context) -> Iterator[Finding]:
    """The same in the guidance, but for code that is shown, and in the registers and contact lists."""
    for guide in context.corpus.guides:
        for found in _addresses(guide.body.text):
            if not is_code(guide.body, found):
                yield _not_allowed(guide.path, guide.body.text, found)
        yield from _disguised(guide.path, guide.body)
        yield from _elsewhere(guide.path, guide.body)
    for path, text in context.corpus.tables:
        yield from _active(path, text)


@document_part("AV701")
def number_as_shown(context: Context, document: Document) -> Iterator[Finding]:
    """A personal number that the page puts together of parts, such as the words of a link and the text after it."""
    yield from _shown(document.path, document.body)


@corpus_part("AV701")
def number_as_shown_in_guidance(context: Context) -> Iterator[Finding]:
    """The same in the guidance."""
    for guide in context.corpus.guides:
        yield from _shown(guide.path, guide.body)


def _shown(path: str, body: Body) -> Iterator[Finding]:
    if may_hold_eleven(body.seen.words.encode("latin-1", "replace")):
        for token in body.tokens:
            if token.type == "inline" and shows_hidden_number(token.content, inline_text(token)):
                yield Finding(Location(path, body.line_of(token)), *PERSONAL_NUMBER)


def _active(path: str, text: str, first_line: int = 1) -> Iterator[Finding]:
    for found in _addresses(text):
        yield _not_allowed(path, text, found, first_line)


def _addresses(text: str) -> Iterator[re.Match[str]]:
    return matches(_ACTIVE, _BEFORE_ADDRESS, text)


def _not_allowed(path: str, text: str, found: re.Match[str], first_line: int = 1) -> Finding:
    name = found["scheme"].rstrip(":").strip()
    hint = "Skriv filen eller https-adressen som lenken skal føre til. Skal det ikke være noen lenke, skriver du bare ordene."
    at = place(path, text, found.start("scheme"), first_line)
    return Finding(at, f"Adresser som begynner med «{name}», er ikke tillatt.", hint)


def _disguised(path: str, body: Body) -> Iterator[Finding]:
    """An address with letters written as entities, such as java&#115;cript:, which becomes text and not a link."""
    text = body.text
    for found in _WITH_ENTITY.finditer(text) if "&" in text else ():
        plain = "".join(unescape(found["address"]).split())
        if hidden := _ACTIVE.match(f"]({plain}"):
            at = place(path, text, found.start("address"), body.first_line)
            message = f"Adressen begynner med «{hidden['scheme'].rstrip(':')}», skrevet med koder. Den er ikke tillatt."
            yield Finding(at, message, "Slett adressen, eller skriv en som begynner med https://.")


def _elsewhere(path: str, body: Body) -> Iterator[Finding]:
    """A link whose words, or the front of whose address, name another machine than the one that it leads to."""
    for link in body.links:
        goes = _MACHINE.match(link.href) if "://" in link.href else None
        said = _SHOWN.fullmatch(link.text) if goes else None
        is_other = goes and said and not f".{goes['name']}".casefold().endswith(f".{said['name']}".casefold())
        if goes and (goes["name"].isdecimal() or (goes["name"].startswith("xn--") and goes["name"] in body.text)):
            hint = "Skriv adressen med navnet på nettstedet, i vanlige bokstaver."
            message = f"«{goes['name']}» viser ikke hvem som eier adressen."
            yield Finding(Location(path, link.line, link.column), message, hint)
        elif goes and (goes["front"] or is_other):
            at = Location(path, link.line, link.column)
            hint = "Slett lenken hvis du ikke kjenner adressen. Ellers skriver du med ord hva den leder til: [ordene](adressen)."
            yield Finding(at, f"Lenken går til «{goes['name']}», men leseren ser et annet navn.", hint)
