"""AV6: opening hours in the text must be those of the contact list."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, matches
from avtaleverk.checks.roles.called import role_names
from avtaleverk.checks.several import named
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_ANSWERS = when_used(
    r" svarer? (?P<hours>(?P<always>he(?:le|ile) døgnet)"
    r"|(?:hverdager|kvardagar)(?: (?:fra|frå|kl\.|mellom))* \d{1,2}(?:[.:]\d\d)?(?:–|-| til | og )\d{1,2}(?:[.:]\d\d)?)",
    re.IGNORECASE,
)
_SIGNS = (" svar",)
_FIGURES = when_used(r"\d+(?:[.:]\d\d)?")
_NEXT = when_used(r"\w{0,3}(?:, som|,? alltid)*")
_IT = when_used(r"[.?!] (?:den|han|ho|hun)$")
_LEADING = when_used(r"(?<=«)\w")
_BEFORE = 120  # characters in which it is said who answers
_ALWAYS = ("hele døgnet", "heile døgnet")


def _in_many(context: Context, at: Location, found: list[tuple[Document, Finding]]) -> Finding:
    """One finding, in the contact list, for a role whose hours differ from those in many documents."""
    documents = named(document for document, _ in found)
    message = f"Åpningstiden er en annen her enn i teksten i disse dokumentene: {documents}."
    hint = "Rett listen her. Hvis det er den som er riktig, retter du dokumentene."
    return Finding(at, message, hint, tuple(finding.at for _, finding in found))


@document_rule(
    "AV642", "Åpningstiden er en annen enn i kontaktlisten", Severity.ADVARSEL, needs=("roller",), in_common=_in_many
)
def other_hours(context: Context, document: Document) -> Iterator[Finding]:
    """«Ring sykepleietjenesten, som svarer hverdager 8–15.30», where the list says that it always answers."""
    contacts, text = context.corpus.space_of(document).contacts, document.body.text
    for found in matches(_ANSWERS, _SIGNS, text) if contacts else ():
        word, called = _who(context, text[max(0, found.start() - _BEFORE) : found.start()])
        roles = [contacts[role] for role in sorted(called) if role in contacts]
        kept = {point.hours for role in roles for point in role.places.values() if point.hours}
        if kept and not any(_is_same(found, hours) for hours in kept):
            said = " eller ".join(f"«{hours}»" for hours in sorted(kept)[:3])
            message = f"Her står det at «{word}» svarer «{found['hours']}», men kontakter.yml sier {said}."
            write = f"Skriv {_LEADING.sub(lambda word: word[0].lower(), said)}."
            hint = f"{write} Hvis det er listen som er feil, retter du kontakter.yml."
            yield Finding(in_body(document, found.start("hours")), message, hint, tuple(role.at for role in roles))


def _who(context: Context, before: str) -> tuple[str, frozenset[str]]:
    """The role right before the words, by its longest name, as in «…, som svarer»; before «Den svarer» the last one named."""
    names, folded = context.once(role_names), before.casefold()
    last = max(((folded.rfind(name) + len(name), len(name), name) for name in names if name in folded), default=None)
    if not last or not (_NEXT.fullmatch(folded, last[0]) or _IT.search(folded, last[0])):
        return "", frozenset()
    end, length, name = last
    return before[end - length : end] + before[end:].partition(" ")[0].rstrip(",.?!"), names[name]


def _is_same(found: re.Match[str], hours: str) -> bool:
    if found["always"]:
        return hours.casefold() in _ALWAYS
    return _FIGURES.findall(found["hours"]) == _FIGURES.findall(hours)
