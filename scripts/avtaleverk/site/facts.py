"""What a finished page says about itself: read by an HTML5 parser that reports every fault, then tag by tag."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

import markupever

from avtaleverk.pages.addresses import OUTSIDE

_LOADS = {"script": "src", "img": "src", "source": "src", "use": "href"}
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "poster", "srcset", "background", "xlink:href"})
_NEVER = frozenset({"iframe", "object", "embed", "base", "frame", "applet", "style", "portal", "math"})
_LANDMARKS = frozenset({"main", "header", "footer", "h1", "title"})
_SCHEMES = frozenset({"", *OUTSIDE})
_TAG = re.compile(r"""<([a-zA-Z][^\s/>]*)([^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>""")
# The parser's fast path skips these.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")


@dataclass(slots=True)
class Facts:
    """The facts of a page. `loads` are what a browser fetches on its own, `links` what a reader may follow."""

    language: str = ""
    build: str = ""
    policy: str = ""
    redirect: str = ""
    ids: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    loads: set[str] = field(default_factory=set)
    landmarks: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def facts(html: str) -> Facts:
    """Read a page; never raises, whatever the text.

    The tags are found by a pattern, which is sound because any markup that is not plain and well formed is
    already a fault of the parser's.
    """
    parser = markupever.Parser(markupever.HtmlOptions())
    parser.process(html)
    parser.finish()
    found = Facts(faults=sorted({f"HTML-feil: {error}" for error in parser.errors()}))
    if _CONTROL.search(html):
        found.faults.append("styretegn i HTML")
    if "<!--" in html:
        found.faults.append("kommentar i HTML")
    for tag, written in _TAG.findall(html):
        _read(found, tag.lower(), _attributes(written) if written else {})
    return found


@lru_cache(maxsize=1 << 15)
def _attributes(written: str) -> Mapping[str, str]:
    return {
        name.lower(): unescape(double or single or bare) for name, double, single, bare in _ATTRIBUTE.findall(written)
    }


def _read(found: Facts, tag: str, attributes: Mapping[str, str]) -> None:
    if tag in _NEVER:
        found.faults.append(f"elementet <{tag}> skal ikke forekomme")
    if tag in _LANDMARKS:
        found.landmarks[tag] += 1
    if tag == "html":
        found.language = attributes.get("lang", "")
    elif tag == "meta":
        _read_meta(found, attributes)
    elif tag == "script" and "src" not in attributes:
        found.faults.append("innebygd skript")
    for name, value in attributes.items():
        if name == "id":
            found.ids.append(value)
        elif name in _ADDRESSES:
            _read_address(found, tag, name, value, attributes)
        elif name == "style" or name.startswith("on") or name == "srcdoc":
            found.faults.append(f"attributtet {name} på <{tag}> skal ikke forekomme")


def _read_meta(found: Facts, attributes: Mapping[str, str]) -> None:
    content = attributes.get("content", "")
    if attributes.get("name") == "build":
        found.build = content
    kind = attributes.get("http-equiv", "").lower()
    if kind == "content-security-policy":
        found.policy = content
    elif kind == "refresh":
        found.redirect = content.partition("url=")[2]
        found.links.add(found.redirect)


def _read_address(found: Facts, tag: str, name: str, value: str, attributes: Mapping[str, str]) -> None:
    if scheme_of(value) not in _SCHEMES and not (tag == "img" and value.startswith("data:image/")):
        found.faults.append(f"adressen {value!r} på <{tag}> kan kjøre kode")
        return
    loads = _LOADS.get(tag) == name or name in ("srcset", "poster", "background", "xlink:href")
    loads = loads or (tag == "link" and attributes.get("rel") not in ("canonical", "alternate"))
    (found.loads if loads else found.links).add(value)


def scheme_of(address: str) -> str:
    """The scheme as a browser sees it: spaces and control characters do not hide it."""
    compact = "".join(c for c in address if c > " ")
    first = re.split(r"[/?#]", compact, maxsplit=1)[0]
    return first.split(":")[0].lower() if ":" in first else ""
