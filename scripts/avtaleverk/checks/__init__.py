"""Check: rules over the corpus, each with a stable code and a page in `docs/regler/`.

The rules are in folders by what they look at, and share `context`, `places` and `several`. `run` runs them, `settle`
and `followers` decide which findings count, `remember` keeps those for the next check, and `mend` is `check --fix`.
"""
