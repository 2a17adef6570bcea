"""Checks of who agreed and at which level: what stands above what, parties, organs."""
