"""Check: rules over the corpus, each with a stable code and a page in `docs/regler/`."""
