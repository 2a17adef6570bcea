"""Checks of a change, compared with what was there before."""
