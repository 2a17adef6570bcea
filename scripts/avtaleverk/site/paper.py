"""A page of the finished site as a tagged PDF (PDF/UA-1), for readers and archives that ask for a file.

WeasyPrint is an extra that only this module loads. It reads the page as a printer would, from files alone.
"""

from pathlib import Path


def pdf(site: Path, path: str) -> bytes:
    """The page at `path` of the site in the folder `site`. Raises ModuleNotFoundError without the extra or Pango."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError as missing:
        raise ModuleNotFoundError(str(missing)) from missing

    page = site / path / "index.html"
    only_files = URLFetcher(allowed_protocols=("file",))
    return bytes(HTML(page, url_fetcher=only_files).write_pdf(pdf_variant="pdf/ua-1"))
