"""The glossary in running text: the first use of a term or an abbreviation on a page carries its meaning."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from avtaleverk.corpus.model import Corpus, Language, Term
from avtaleverk.corpus.outline import Body
from avtaleverk.links.flow import flow, running_text
from avtaleverk.links.names import WORD, inflected


@dataclass(frozen=True, slots=True)
class Meaning:
    """A written form and everything it can mean; `open` when it also means something outside the glossary."""

    form: str
    terms: tuple[Term, ...]
    open: bool

    @property
    def id(self) -> str:
        """The id of the explanation on a page."""
        return "ord-" + "-".join(term.id for term in self.terms)


@dataclass(frozen=True, slots=True)
class Use:
    """The first use of a form in a body: the index of its paragraph in `body.tokens`, and the range of its text."""

    index: int
    start: int
    end: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Glossary:
    """Every form by its words, and for each first word the length of the longest form that starts with it."""

    forms: Mapping[tuple[str, ...], Meaning]
    longest: Mapping[str, int]

    def reach(self, word: str) -> int:
        """The most words that a form starting with this word can have."""
        return max(1, self.longest.get(word, 1), self.longest.get(word.casefold(), 1))

    def meaning(self, words: tuple[str, ...]) -> Meaning | None:
        """The meaning of words as written, in lower case, or as the part before a hyphen ("KAD-legen")."""
        if words in self.forms:
            return self.forms[words]
        if len(words) == 1 and "-" in words[0]:
            return self.forms.get((words[0].split("-")[0],))
        return self.forms.get(tuple(word.casefold() for word in words))


def glossary(corpus: Corpus, language: Language) -> Glossary:
    """Every form by its words: abbreviations as written, head words in lower case with their endings."""
    terms = corpus.registers.ordliste.entries.values()
    by_form: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        for form in term.abbreviations:
            if form.isupper():
                by_form[form].append(term)
    found = {
        tuple(WORD.findall(form)): Meaning(form, tuple(having), any(form in t.ambiguous for t in having))
        for form, having in by_form.items()
    }
    for term in terms:
        head = next(iter(term.nn if language == "nn" and term.nn else term.nb), "")
        if head and not term.everyday and tuple(WORD.findall(head)) not in found:
            for words in inflected(head):
                found.setdefault(words, Meaning(head, (term,), head in term.ambiguous))
    longest: dict[str, int] = {}
    for form_words in found:
        longest[form_words[0]] = max(len(form_words), longest.get(form_words[0], 1))
    return Glossary(found, longest)


def first_uses(body: Body, known: Glossary) -> list[Use]:
    """The first open use of each meaning, in the order of the text. Links and labels are passed over."""
    seen: set[str] = set()
    found = []
    for index, token in running_text(body):
        passage = flow(token)
        words, after = list(WORD.finditer(passage.text)), 0
        texts = [word[0] for word in words]
        for i, word in enumerate(words):
            if word.start() < after:
                continue
            for stop in range(min(len(words), i + known.reach(texts[i])), i, -1):
                meaning = known.meaning((*texts[i : stop - 1], texts[stop - 1].rstrip("-")))
                end = words[stop - 1].end()
                if meaning and meaning.id not in seen and passage.is_open(word.start(), end):
                    seen.add(meaning.id)
                    after = end
                    found.append(Use(index, word.start(), end, meaning))
                    break
    return found
