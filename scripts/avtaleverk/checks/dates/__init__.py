"""Checks of dates: impossible ones, and deadlines that pass with time."""
