"""What looks like markup in a word processor (AV626) or another program (AV702), and is plain text to the reader."""

import re
from collections.abc import Iterator
from itertools import pairwise

from avtaleverk.checks.places import at_token, in_body
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding

FIRST_SIGNS = frozenset("•·●▪◦‣\uf0b7–—|#")
# Paragraphs that start with what was meant as markup: what the reader sees instead, and how it is written.
_LOOKS_LIKE = (
    (
        re.compile(r"[•·●▪◦‣\uf0b7]\s"),
        "Kulepunktene er tegn fra en tekstbehandler. Leseren får ingen liste.",
        "Skriv «- » (bindestrek og mellomrom) først på linjen i stedet for kulen, og en tom linje foran lista.",
    ),
    (
        re.compile(r"[–—]\s"),
        "Linjen begynner med en tankestrek. Leseren får ikke noe kulepunkt.",
        "Skriv «- » med vanlig bindestrek (tasten ved siden av punktum) og mellomrom.",
    ),
    (
        re.compile(r"\|.*\|[ \t]*\n[ \t]*\|"),
        "Tabellen vises som tekst: linjen mellom overskriften og radene mangler.",
        "Skriv «| --- | --- |» under den første linjen, med like mange ruter som overskriften.",
    ),
    (
        re.compile(r"#{2,6}\s+\S"),
        "Mellomrommet etter # er et hardt mellomrom, så linjen blir ingen overskrift.",
        "Slett tegnet etter #, og skriv et vanlig mellomrom.",
    ),
)


# What other programs take for markup, and these pages show as it stands.
_ELSEWHERE = (
    ("{:", re.compile(r"\{:\s?[\w.#][^{}\n]*\}"), "Koder i {: … } betyr ingenting her."),
    ("){", re.compile(r"(?<=\))\{[\w.#][^{}\n]*\}"), "Koder i { … } etter en lenke betyr ingenting her."),
    ("--8<--", re.compile(r"--8<--[^\n]*"), "«--8<--» henter ikke inn noen fil her."),
    ("[" * 9, re.compile(r"\[{9,}"), "Her står en lang rekke av «[»."),
)


def markup_of_others(document: Document) -> Iterator[Finding]:
    """At each place where the reader sees what was meant for another program; what stands in code is shown on purpose."""
    text = document.body.text
    for sign, pattern, message in _ELSEWHERE:
        for found in pattern.finditer(text) if sign in text else ():
            if "`" not in text[text.rfind("\n", 0, found.start()) + 1 : found.start()]:
                yield Finding(in_body(document, found.start()), f"{message} Leseren ser tegnene.", "Slett dem.")


def no_markup(document: Document) -> Iterator[Finding]:
    """At each paragraph that starts so."""
    for before, token in pairwise(document.body.tokens):
        if token.content[:1] not in FIRST_SIGNS or before.type != "paragraph_open":
            continue
        for pattern, message, hint in _LOOKS_LIKE:
            if pattern.match(token.content):
                yield Finding(at_token(document, token), message, hint)
