"""How findings are written out, one module for each format.

A format module has `report(found, documents) -> str`: the findings, sorted, and how many documents were read.
"""

FORMATS = ("text", "github", "gitlab", "azure", "sarif", "junit", "json", "markdown")
