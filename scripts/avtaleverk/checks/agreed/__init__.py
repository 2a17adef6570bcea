"""Checks that what a document says of deadlines, amounts, organs and law points is what was agreed."""
