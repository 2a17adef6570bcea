"""Check: rules over the corpus, each with a stable code and a page in `docs/regler/`.

The rules lie in folders by what they look at. Beside the folders stand `run` and `settle`, which start them and decide
what becomes of what they find, and what the rules share: `context`, `places`, `reading` and `followers`.
"""
