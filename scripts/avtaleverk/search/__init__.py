"""Search: a Norwegian index in lunr's model, cut into pieces that a browser fetches one query at a time."""
