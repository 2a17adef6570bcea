"""The only file that imports mkdocs: it hands MkDocs pages that are already finished."""

from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from avtaleverk.day import today
from avtaleverk.pipeline import EXPECTED, STAGE, Built, Stopped, build
from avtaleverk.site.finish import Lost, finish
from avtaleverk.site.theme import page_context, site_context

_UNLOADED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette.")
_log = get_plugin_logger("avtaleverk")
_built: Built | None = None
_serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is a preview."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Run the pipeline and let MkDocs read what it staged. Errors stop it here, before the old site is touched.

    While serving, errors leave the last good pages standing.
    """
    global _built
    root = Path(config.config_file_path).parent
    try:
        _built = build(root, today())
    except Stopped as stopped:
        if _built is None:
            raise PluginError(f"Siden bygges ikke, fordi innholdet har feil:\n{stopped}") from None
        _log.error(f"Siden står som før, fordi innholdet har feil:\n{stopped}")
    config.docs_dir = str(root / STAGE)
    config.extra.update(site_context(_built, today(), _serving))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what no page loads: most of Material's assets, and the modules that our scripts are bundled from."""
    for file in [f for f in files if f.src_uri.startswith(_UNLOADED) or f.src_uri.endswith((".mjs", ".css.map"))]:
        files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Nothing is left for Python-Markdown to do."""
    return ""


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: object) -> dict:  # type: ignore[type-arg]
    """Give the template the page as data and its finished HTML."""
    assert _built
    return context | page_context(_built.pages[page.file.src_uri], config.site_url)


def on_post_build(config: MkDocsConfig) -> None:
    """Turn what MkDocs made into a site that can be published."""
    if not _serving:
        try:
            finish(Path(config.site_dir), Path(config.docs_dir).parent / EXPECTED, config.site_url or "")
        except Lost as lost:
            raise PluginError(str(lost)) from None
