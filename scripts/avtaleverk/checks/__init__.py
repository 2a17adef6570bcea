"""Check: rules over the corpus, each with a stable code and a page in `docs/regler/`.

The rules lie in folders by what they look at, and share `context`, `places` and `several`. `run` starts
them, `settle` decides with `followers` what becomes of what they find, `remember` keeps it, and `mend` is
`check --fix`.
"""
