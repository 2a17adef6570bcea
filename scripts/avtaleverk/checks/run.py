"""Run every rule over the corpus and sort what they find."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

from avtaleverk.checks.context import Context
from avtaleverk.checks.followers import FEW
from avtaleverk.corpus.model import Corpus, Document
from avtaleverk.diagnostics import Diagnostic, Finding, Severity
from avtaleverk.hands import Hands, alone
from avtaleverk.links.web import Web
from avtaleverk.rules import RULES, Rule, every_rule

every_rule()


def check(corpus: Corpus, web: Web, today: date, by: Hands = alone) -> list[Diagnostic]:
    """The findings of all rules, without those of the load stage, in any order."""
    context = Context(corpus, web, today)
    rules = [rule for rule in RULES.values() if not any(context.lacks(name) for name in rule.needs)]
    single = [rule for rule in rules if rule.per_document]
    each = by(lambda documents: _of_each(single, context, documents), corpus.documents, Document.size)
    found = [*_told(context, zip(corpus.documents, each, strict=True))]
    return found + [rule.diagnostic(one) for rule in rules if rule.per_corpus for one in rule.per_corpus(context)]


Found = list[tuple[str, Finding]]  # each with the code of its rule


def _of_each(rules: Sequence[Rule], context: Context, documents: Sequence[Document]) -> list[Found]:
    """All rules of one document in turn: what several of them ask of its text is remembered meanwhile."""
    every = [(rule, rule.per_document) for rule in rules if rule.per_document]
    without_space = [(rule, look) for rule, look in every if "helsefellesskap" not in rule.needs]
    return [
        [
            (rule.code, one)
            for rule, look in (without_space if context.lacks_space(document) else every)
            for one in look(context, document)
        ]
        for document in documents
    ]


def _told(context: Context, each: Iterable[tuple[Document, Found]]) -> Iterator[Diagnostic]:
    """Every finding by itself, but for those of many documents that have the same cause."""
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


def stops_build(diagnostics: list[Diagnostic]) -> bool:
    """Whether a site must not be built from this corpus."""
    return any(d.severity is Severity.FEIL for d in diagnostics)
