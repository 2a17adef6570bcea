"""Pages: from the corpus and its web of links to pages as data, each a list of blocks of finished HTML."""
