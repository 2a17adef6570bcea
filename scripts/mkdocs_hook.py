"""The only file that imports mkdocs: it hands MkDocs pages that are already finished."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from avtaleverk.site.run import Run

_UNLOADED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette.")
_run = Run(get_plugin_logger("avtaleverk").error, PluginError)


def on_startup(command: str, dirty: bool) -> None:
    """Tell the run whether it is a preview."""
    _run.is_preview = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the pages, and let MkDocs read them where they are."""
    config.docs_dir = str(_run.stage(Path(config.config_file_path).parent))
    config.extra.update(_run.of_every_page())
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what no page loads: most of Material's assets, and the modules that our scripts are bundled from."""
    for file in [f for f in files if f.src_uri.startswith(_UNLOADED) or f.src_uri.endswith((".mjs", ".css.map"))]:
        files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Nothing is left for Python-Markdown to do."""
    return ""


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object) -> dict[str, Any]:
    """Give the template the page as data and its finished HTML."""
    return context | _run.of_page(page.file.src_uri, config.site_url)


def on_post_build(config: MkDocsConfig) -> None:
    """Turn what MkDocs made into a site that can be published."""
    _run.finish(Path(config.config_file_path).parent, Path(config.site_dir), config.site_url or "")
