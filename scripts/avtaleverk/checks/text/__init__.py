"""Checks of the running text: sections, language, structure, and what does not reach the reader as it was written."""
