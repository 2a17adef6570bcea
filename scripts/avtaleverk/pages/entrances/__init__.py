"""The ways in: the front page, the emergency page, and a page for each helsefellesskap, kommune, phase and patient group."""
