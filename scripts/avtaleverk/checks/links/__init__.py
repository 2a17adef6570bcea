"""Checks of what a document refers to: that it exists, that it holds, and that it has not changed."""
