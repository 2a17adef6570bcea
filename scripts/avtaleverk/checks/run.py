"""Run every rule over the corpus and sort what they find."""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pkgutil import walk_packages

from avtaleverk import checks
from avtaleverk.checks.context import Context
from avtaleverk.corpus.model import Corpus, Document
from avtaleverk.diagnostics import Diagnostic, Severity
from avtaleverk.hands import Hands, alone
from avtaleverk.links.web import Web
from avtaleverk.rules import RULES, Rule

for _module in walk_packages(checks.__path__, f"{checks.__name__}."):
    import_module(_module.name)


def check(corpus: Corpus, web: Web, today: date, by: Hands = alone) -> list[Diagnostic]:
    """The findings of all rules, without those of the load stage, in any order."""
    context = Context(corpus, web, today)
    rules = [rule for rule in RULES.values() if not any(context.lacks(name) for name in rule.needs)]
    whole = [rule for rule in rules if rule.per_corpus]
    found = [rule.diagnostic(one) for rule in whole if rule.per_corpus for one in rule.per_corpus(context)]
    single = [rule for rule in rules if rule.per_document]
    return found + by(lambda documents: _of_each(single, context, documents), corpus.documents)


def _of_each(rules: Sequence[Rule], context: Context, documents: Sequence[Document]) -> list[Diagnostic]:
    """All rules of one document in turn: what several of them ask of its text is remembered meanwhile."""
    found: list[Diagnostic] = []
    every = [(rule, rule.per_document) for rule in rules if rule.per_document]
    without_space = [(rule, look) for rule, look in every if "helsefellesskap" not in rule.needs]
    for document in documents:
        for rule, look in without_space if context.lacks_space(document) else every:
            for one in look(context, document):
                found.append(rule.diagnostic(one))
    return found


def stops_build(diagnostics: list[Diagnostic]) -> bool:
    """Whether a site must not be built from this corpus."""
    return any(d.severity is Severity.FEIL for d in diagnostics)
