"""Concepts: the term groups of the ordliste as sequences of stems; the twin is in `language.mjs`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from avtaleverk.corpus.model import Term
from avtaleverk.search.language import Language

LONGEST_FORM = 6


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a concept: the groups it belongs to, whether it counts only in capitals, and whether the ordliste
    marks it as ambiguous."""

    groups: tuple[str, ...]
    capitals: bool
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Concepts:
    """Forms by their stems, joined by spaces; `starts` holds the first stem of each."""

    forms: Mapping[str, Form]
    starts: frozenset[str]

    def match(self, run: Sequence[tuple[str, bool]]) -> list[str]:
        """The concept tokens in a run of (stem, was in capitals), in order of appearance; the longest form wins."""
        found: list[str] = []
        at = 0
        while at < len(run):
            step = 1
            if run[at][0] in self.starts:
                for length in range(min(LONGEST_FORM, len(run) - at), 0, -1):
                    form = self.forms.get(" ".join(stem for stem, _ in run[at : at + length]))
                    if form and (not form.capitals or run[at][1]):
                        found += form.groups
                        step = length
                        break
            at += step
        return found


def concepts(terms: Iterable[Term], language: Language) -> Concepts:
    """The concepts of an ordliste, as the tokens `c_<group>`."""
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    capitals: dict[str, bool] = {}
    marked: set[str] = set()
    heads: set[str] = set()
    for term in terms:
        marked |= {form_key(text, language) for text in term.ambiguous}
        heads |= {form_key(text, language) for text in (*term.nb[:1], *term.nn[:1])}
        for text in (*term.nb, *term.nn, *term.abbreviations):
            key = form_key(text, language)
            if not key:
                continue
            groups[key][f"c_{term.id}"] = None
            short = len(text) == 2 and text.isupper()
            capitals[key] = capitals.get(key, True) and short
    # A headword means its own entry, even when other entries list it too.
    unclear = marked - heads
    forms = {key: Form(tuple(groups[key]), capitals[key], key in unclear) for key in sorted(groups)}
    return Concepts(forms, frozenset(key.split(" ")[0] for key in forms))


def form_key(text: str, language: Language) -> str:
    """The stems of a form, as `Concepts.match` looks them up."""
    words = [word for word in language.words(text) if not word.joined]
    meaning = [word for word in words if not word.stop] or words
    return " ".join(word.stem for word in meaning)
