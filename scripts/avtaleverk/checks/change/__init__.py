"""Checks of a change: what it does to what was there before."""
