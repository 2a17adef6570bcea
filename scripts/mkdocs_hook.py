"""The only file that imports mkdocs: it hands over pages that are already finished."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from avtaleverk.pipeline import STAGE, Built, Stopped, build
from avtaleverk.site.stage import html
from avtaleverk.site.theme import material_stylesheets

_log = get_plugin_logger("avtaleverk")
_built: Built | None = None


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Run the pipeline and let MkDocs read what it staged. Errors stop it here, before the old site is touched.

    While serving, errors leave the last good pages standing.
    """
    global _built
    root = Path(config.config_file_path).parent
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    today = datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
    try:
        _built = build(root, today)
    except Stopped as stopped:
        if _built is None:
            raise PluginError(f"Siden bygges ikke, fordi innholdet har feil:\n{stopped}") from None
        _log.error(f"Siden står som før, fordi innholdet har feil:\n{stopped}")
    config.docs_dir = str(root / STAGE)
    config.extra.update(build_id=_built.build_id, today=today, stylesheets=material_stylesheets())
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the scripts of Material, which no page loads."""
    for file in [f for f in files if f.src_uri.startswith("assets/javascripts/")]:
        files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Nothing is left for Python-Markdown to do."""
    return ""


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: object) -> dict:  # type: ignore[type-arg]
    """Give the template the page as data and its finished HTML."""
    assert _built
    side = _built.pages[page.file.src_uri]
    return context | {"side": side, "innhold": html(side)}
