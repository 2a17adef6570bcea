"""Checks of what must never be on a page: code that runs, passwords, the wrong emergency number."""
