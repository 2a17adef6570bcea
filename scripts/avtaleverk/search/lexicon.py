"""The words that compounds are split into: the committed list, and frequent words of the corpus itself."""

from collections.abc import Mapping
from functools import cache

from avtaleverk.search.compounds import parts_of, split
from avtaleverk.search.language import Language, compound_words, load_spec, nynorsk_stems

OWN_SHORTEST, OWN_LONGEST, OWN_USES = 5, 14, 3


@cache
def plain_language() -> Language:
    """The language layer without compounds: enough for stems, joined forms and concepts."""
    return Language(load_spec(), nynorsk_stems(), parts_of((), load_spec().rules))


def language_for(counts: Mapping[str, int]) -> Language:
    """The language layer of a corpus, given how often it has each lower-case word. Its compound parts are words that this
    corpus uses, some of them its own."""
    spec = load_spec()
    listed = parts_of(compound_words(), spec.rules)
    first = Language(spec, nynorsk_stems(), listed)
    shortest: dict[str, str] = {}
    for word in sorted(counts, key=lambda word: (len(word), word)):
        usable = OWN_SHORTEST <= len(word) <= OWN_LONGEST and counts[word] >= OWN_USES and word.isalpha()
        if usable and word not in spec.stop and not split(word, listed, spec.rules):
            shortest.setdefault(first.term(word), word)
    own = parts_of({*listed.words, *shortest.values()}, spec.rules)
    used = {part for word in counts for part in split(word, own, spec.rules)}
    stems = {first.term(word) for word in counts}
    kept = used & own.words | {word for word in own.words if first.term(word) in stems and word in counts}
    return Language(spec, nynorsk_stems(), parts_of(kept | set(shortest.values()), spec.rules))
