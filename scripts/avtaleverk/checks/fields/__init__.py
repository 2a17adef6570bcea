"""Checks of the front matter, the contact lists and the registers: what is missing, malformed or unknown."""
