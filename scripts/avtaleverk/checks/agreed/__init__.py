"""Checks that deadlines, amounts, organs and law points in a document are those that were agreed."""
