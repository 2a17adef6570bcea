"""Checks of dates and clocks: what cannot be, and what time brings about."""
