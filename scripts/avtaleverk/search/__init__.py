"""Search: a Norwegian index in lunr's model, cut into pieces so that a browser fetches only what a query needs."""
