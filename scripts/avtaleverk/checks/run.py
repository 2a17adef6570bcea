"""Run every rule over the corpus and sort what they find."""

from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from avtaleverk import checks
from avtaleverk.checks.context import Context
from avtaleverk.corpus.model import Corpus
from avtaleverk.diagnostics import Diagnostic, Severity
from avtaleverk.links.web import Web
from avtaleverk.rules import RULES

for _module in iter_modules(checks.__path__):
    if _module.name != "run":
        import_module(f"{checks.__name__}.{_module.name}")


def check(corpus: Corpus, web: Web, today: date) -> list[Diagnostic]:
    """The findings of all rules, without those of the load stage."""
    context = Context(corpus, web, today)
    found: list[Diagnostic] = []
    for rule in RULES.values():
        if any(context.lacks(name) for name in rule.needs):
            continue
        if rule.per_corpus:
            found += map(rule.diagnostic, rule.per_corpus(context))
        if rule.per_document:
            here = [d for d in corpus.documents if not ("helsefellesskap" in rule.needs and context.lacks_space(d))]
            found += [rule.diagnostic(f) for document in here for f in rule.per_document(context, document)]
    return found


def stops_build(diagnostics: list[Diagnostic]) -> bool:
    """Whether a site must not be built from this corpus."""
    return any(d.severity is Severity.FEIL for d in diagnostics)
