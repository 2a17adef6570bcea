"""Checks that deadlines, amounts and other figures in the text are those that were agreed."""
