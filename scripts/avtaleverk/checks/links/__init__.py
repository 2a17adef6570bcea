"""Checks of what a document refers to: that it exists, is in force, and has not changed."""
