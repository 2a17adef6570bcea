"""Maintenance: regenerate `data/nynorsk.tsv` and `data/sammensetning.txt`. No build runs this.

    apt-get install apertium-nno-nob wnorwegian
    python -m avtaleverk.search.wordlists            # write the files; read what is changed before you commit it
    python -m avtaleverk.search.wordlists --check    # say whether they are what it would write; write nothing

Both files come from GPL-2 data and carry that licence; see `data/LICENSE.md`. What the dictionaries give wrong is mended in
`nynorsk-tillegg.txt` and `nynorsk-utelatt.txt`, never in `nynorsk.tsv`. The stems change with `sprak.json`: run it then too.
"""

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

from avtaleverk.search.language import DATA, load_spec, read_lines
from avtaleverk.search.stem import StemRules, stem

DICTIONARIES = Path("/usr/share/dict")
NOTE = "# Laget av avtaleverk.search.wordlists fra Debian-pakkene {packages}. Lisens: GPL-2, se LICENSE.md.\n"
PART_SHORTEST, PART_LONGEST, PART_COMPOUNDS = 3, 13, 14
ENDINGS = ("ene", "ane", "en", "et", "er", "ar", "a", "n", "t", "te", "st", "s", "r")
LONGEST_STEM = 13
ARCHAIC = ("i", "or", "on", "ast")
VOWELS = "aeiouyæøåêéò"


def words(name: str) -> set[str]:
    """The lower-case words of a wnorwegian dictionary."""
    text = (DICTIONARIES / name).read_text("latin-1")
    return {word for line in text.split("\n") if (word := line.strip().lower()).isalpha()}


def translate(words_: list[str], mode: str) -> list[str]:
    """Each word translated on its own, in an apertium mode ("nno-nob"); an unknown word comes back with a star."""
    lines = "".join(f"{word} .\n" for word in words_)
    done = subprocess.run(["apertium", mode], input=lines, capture_output=True, text=True, check=True)
    return [line.removesuffix(" .").strip().lower() for line in done.stdout.split("\n")][: len(words_)]


def pairs(nb: set[str], nn: set[str]) -> Iterator[tuple[str, str]]:
    """Nynorsk words whose bokmål translation differs. A word that bokmål has too must also translate back to itself."""
    every = sorted(nn)
    found = [(w, t) for w, t in zip(every, translate(every, "nno-nob"), strict=True) if t != w and t.isalpha()]
    shared = [pair for pair in found if pair[0] in nb]
    back = translate([theirs for _, theirs in shared], "nob-nno")
    yield from (pair for pair in found if pair[0] not in nb)
    yield from (pair for pair, returned in zip(shared, back, strict=True) if returned == pair[0])


def alike(nb: set[str], nn: set[str]) -> set[str]:
    """Words that mean the same in both languages: «kald», «slag». Other words only happen to have forms with their stem."""
    shared = sorted(nb & nn)
    return {word for word, translated in zip(shared, translate(shared, "nno-nob"), strict=True) if word == translated}


def nynorsk_table(nb: set[str], nn: set[str], added: Mapping[str, str], rules: StemRules) -> dict[str, str]:
    """Nynorsk stem → bokmål stem: what most of its inflected forms translate to, or what is `added`. A stem that is a word
    of both languages has no other row, nor has a word of bokmål whose forms double its last letter: "strøm", "strømmen"."""
    nb_stems = {stem(word, rules) for word in nb}
    votes: dict[str, Counter[str]] = {}
    for word, translated in pairs(nb, nn):
        ours, theirs = stem(word, rules), stem(translated, rules)
        is_same = ours == theirs or (ours in nb and theirs == ours + ours[-1])
        if not is_same and theirs in nb_stems and 2 < len(ours) <= LONGEST_STEM:
            votes.setdefault(ours, Counter())[theirs] += 1
    refused = set((DATA / "nynorsk-utelatt.txt").read_text("utf-8").split()) | alike(nb, nn)
    table = {ours: max(sorted(count), key=count.__getitem__) for ours, count in votes.items() if ours not in refused}
    table |= added
    kept = {ours: theirs for ours, theirs in table.items() if ours in added or table.get(theirs) != ours}
    current = (ours for ours in kept if ours in added or not _archaic(ours, kept, nb_stems))
    return {ours: last(kept[ours], kept) for ours in current}


def last(stem_: str, table: dict[str, str]) -> str:
    """The end of a chain of rows: a stem is looked up only once, so no row may lead to another row."""
    seen = {stem_}
    while (following := table.get(stem_, stem_)) not in seen:
        stem_ = following
        seen.add(stem_)
    return stem_


def _archaic(ours: str, table: dict[str, str], nb_stems: set[str]) -> bool:
    """Whether nobody writes the form any more: "soli", "visor", "utskrivingi"."""
    if len(ours) > 4 and ours[-1] == "i" and ours[-2] not in VOWELS and not table[ours].endswith(("i", "um", "us")):
        return True
    bases = (ours.removesuffix(ending) for ending in ARCHAIC if ours.endswith(ending))
    return any(base in table or base in nb_stems for base in bases)


def simplex(table: dict[str, str], added: Mapping[str, str]) -> dict[str, str]:
    """The table without compounds that follow from its other rows, unless they were added."""
    kept: dict[str, str] = {}
    for ours, theirs in sorted(table.items(), key=lambda pair: (len(pair[0]), pair[0])):
        if ours in added or not any(_follows(ours[:i], ours[i:], theirs, kept) for i in range(4, len(ours) - 2)):
            kept[ours] = theirs
    return kept


def _follows(head: str, tail: str, theirs: str, kept: dict[str, str]) -> bool:
    """Whether the bokmål stem of a compound follows from the rows for its two parts."""
    their_tail = kept.get(tail, tail)
    their_head = theirs.removesuffix(their_tail)
    return len(theirs) - len(their_tail) > 3 and their_head != theirs and (head in kept or head == their_head)


def compound_parts(every: set[str]) -> list[str]:
    """Words that many compounds of the dictionary start or end with."""
    first, last, ordered = Counter[str](), Counter[str](), sorted(every)
    for word in ordered:
        for i in range(PART_SHORTEST, len(word) - PART_SHORTEST):
            head, tail = word[:i], word[i:]
            if head not in every:
                continue
            for rest in {tail, tail[1:] if tail[0] in "se" else tail}:
                if len(rest) > 3 and rest in every:
                    first[head] += 1
                    last[rest] += 1
    refused = set((DATA / "sammensetning-utelatt.txt").read_text("utf-8").split())
    enough = {w for w in first | last if first[w] >= _needed(w) or last[w] >= 4 * _needed(w)}
    return sorted(w for w in enough if len(w) <= PART_LONGEST and w not in refused and not _inflected(w, enough, first))


def _needed(word: str) -> int:
    """How many compounds a word must start; short words need more, since they also occur by chance."""
    return {3: 150, 4: 40}.get(len(word), PART_COMPOUNDS)


def _inflected(word: str, enough: set[str], first: Counter[str]) -> bool:
    """Whether the word is a form of a shorter one that starts more compounds: "skulen" of "skule"."""
    shorter = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    return any(base in enough and first[base] > first[word] for base in shorter)


def made() -> dict[str, str]:
    """The text of each file by its name."""
    rules, nb, nn = load_spec().rules, words("bokmaal"), words("nynorsk")
    added = dict(line.split() for line in read_lines("nynorsk-tillegg.txt"))
    table = simplex(nynorsk_table(nb, nn, added, rules), added)
    rows = "".join(f"{ours}\t{theirs}\n" for ours, theirs in sorted(table.items()))
    parts = "".join(f"{word}\n" for word in compound_parts(nb | nn))
    return {
        "nynorsk.tsv": NOTE.format(packages="apertium-nno-nob og wnorwegian") + rows,
        "sammensetning.txt": NOTE.format(packages="wnorwegian") + parts,
    }


def main() -> None:
    """Write the two files, or say how they differ from what would be written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file differs")
    check, files = parser.parse_args().check, made()
    if not check:
        for name, text in files.items():
            (DATA / name).write_text(text, "utf-8")
        return
    differing = [
        line
        for name, text in files.items()
        for line in unified_diff(
            (DATA / name).read_text("utf-8").splitlines(), text.splitlines(), name, "made", n=0, lineterm=""
        )
    ]
    print("\n".join(differing))
    sys.exit(bool(differing))


if __name__ == "__main__":
    main()
