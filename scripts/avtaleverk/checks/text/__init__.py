"""Checks of the running text: sections, language, structure, and what readers do not see as it was written."""
