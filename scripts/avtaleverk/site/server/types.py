"""The types of file in a site, and how each is served."""

TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".bin": "application/octet-stream",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".ics": "text/calendar",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TEXT = frozenset(kind for kind in TYPES.values() if kind.startswith("text/") or kind.endswith(("json", "xml")))
YEAR = 365 * 24 * 60 * 60
