"""Checks of who agreed and at which level: parents, parties, organs."""
