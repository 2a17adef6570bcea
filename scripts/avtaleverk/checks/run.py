"""Run every rule over the corpus and sort what they find."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from avtaleverk.checks.context import Context
from avtaleverk.checks.several import FEW
from avtaleverk.corpus.model import Corpus, Document
from avtaleverk.diagnostics import Diagnostic, Finding, Severity
from avtaleverk.links.web import Web
from avtaleverk.processes import Spread, serially
from avtaleverk.rules import RULES, Rule, every_rule

every_rule()


def check(corpus: Corpus, web: Web, today: date, spread: Spread = serially) -> list[Diagnostic]:
    """The findings of all rules, without those of the load stage, in any order."""
    context = Context(corpus, web, today)
    rules = [rule for rule in RULES.values() if not any(context.lacks(name) for name in rule.needs)]
    things: list[Corpus | Document] = [corpus, *corpus.documents]
    whole, *each = spread(partial(_found, rules, context), things, _size)
    of_documents = _told(context, zip(corpus.documents, each, strict=True))
    return [*of_documents, *(RULES[code].diagnostic(one) for code, one in whole)]


Found = list[tuple[str, Finding]]  # each with the code of its rule


def _size(thing: Corpus | Document) -> int:
    """The estimated work; the rules for the whole corpus take a twentieth of the time of those for documents."""
    return sum(map(Document.size, thing.documents)) // 20 if isinstance(thing, Corpus) else thing.size()


def _found(rules: Sequence[Rule], context: Context, things: Sequence[Corpus | Document]) -> list[Found]:
    """The findings in the corpus as a whole, or in a document. Each rule looks at all documents before the next one starts,
    so that its code stays in the processor's cache."""
    of_each: list[Found] = [[] for _ in things]
    wholes = [found for thing, found in zip(things, of_each, strict=True) if isinstance(thing, Corpus)]
    documents = [(thing, found) for thing, found in zip(things, of_each, strict=True) if isinstance(thing, Document)]
    with_space = [(document, found) for document, found in documents if not context.lacks_space(document)]
    for rule in rules:
        if look_at_all := rule.per_corpus:
            for found in wholes:
                found += [(rule.code, one) for one in look_at_all(context)]
        if look := rule.per_document:
            for document, found in with_space if "helsefellesskap" in rule.needs else documents:
                for one in look(context, document):
                    found.append((rule.code, one))
    return of_each


def _told(context: Context, each: Iterable[tuple[Document, Found]]) -> Iterator[Diagnostic]:
    """The findings, with those of many documents merged when they have the same cause."""
    shared: dict[tuple[str, Hashable], list[tuple[Document, Finding]]] = {}
    for document, found in each:
        for code, one in found:
            if one.cause is None:
                yield RULES[code].diagnostic(one)
            else:
                shared.setdefault((code, one.cause), []).append((document, one))
    for (code, cause), having in shared.items():
        rule = RULES[code]
        is_many = len({document.path for document, _ in having}) > FEW
        for one in [rule.in_common(context, cause, having)] if rule.in_common and is_many else (f for _, f in having):
            yield rule.diagnostic(one)


def stops_build(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether a site must not be built from this corpus."""
    return any(d.severity is Severity.FEIL for d in diagnostics)
