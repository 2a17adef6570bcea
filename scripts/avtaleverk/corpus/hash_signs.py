"""AV003: a # after a space silently turns the rest of a field into a comment."""

import re

from avtaleverk.corpus.place import place
from avtaleverk.rules import Problems

# A value without quotation marks, and what is lost of it. A comment has a space after its #.
_LOST = re.compile(
    r"^(?P<start>[^\"'\n]*?(?:: |- ))(?P<kept>[^\s\"'#|>&*][^\"'\n]*?)[ \t]+(?P<lost>#[^\s#][^\n]*)$", re.M
)
_BLOCK = re.compile(r":[ \t]*[|>][+-]?\d?[ \t]*$", re.M)  # a text over several lines, where a # is a sign like others


def with_hash_signs(path: str, text: str, first_line: int, problems: Problems) -> str:
    """The fields with the cut-off text restored, so that the rest can be checked; each cut is reported."""
    if not (" #" in text or "\t#" in text) or _BLOCK.search(text):
        return text

    def meant(found: re.Match[str]) -> str:
        at = place(path, text, found.start("lost"), first_line)
        if found["kept"][0] in "[{":
            word = re.split(r"[\s,\[{]", found["kept"])[-1]
            written = word + re.split(r"[\s,\]}]", found["lost"])[0]
            hint = f"Skriv «{written}», uten mellomrom."
            problems.add("AV003", at, "Mellomrommet foran # gjør resten av linjen til en kommentar.", hint)
            return found["start"] + found["kept"] + re.sub(r"[ \t]+#", "#", found["lost"])
        hint = f'Sett hele verdien i anførselstegn: "… {found["lost"].split()[0][:30]} …". Er det en kommentar, setter du et mellomrom etter #.'
        problems.add("AV003", at, "Alt etter # blir borte.", hint)
        whole = found[0][len(found["start"]) :].replace("'", "''")
        return f"{found['start']}'{whole}'"

    return _LOST.sub(meant, text)
