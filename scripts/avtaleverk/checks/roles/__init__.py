"""Checks of who does what: who takes a step, who sends a message, and who receives it."""
