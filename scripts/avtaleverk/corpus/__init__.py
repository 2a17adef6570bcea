"""Load: from files in `agreements/` to a frozen Corpus, with a location for everything."""
