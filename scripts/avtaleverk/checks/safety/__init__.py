"""Checks of what must never stand on a page: code that runs, passwords, the wrong emergency number."""
