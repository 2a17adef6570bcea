"""All server configuration for one target, as files by name."""

from pathlib import Path

from avtaleverk.site.manifest import Manifest
from avtaleverk.site.server.container import containerfile, main_files
from avtaleverk.site.server.nginx import configuration


def server_files(target: Path, shown: str, manifest: Manifest) -> dict[str, str]:
    """The files of `TARGET/server/`; `shown` is where the release lies in it. IIS needs none: its `web.config` lies in the site."""
    folder = target.resolve()
    base, redirects = manifest.base, manifest.redirects
    here = configuration(f"{folder}/current", f"{folder}/server/nginx", base, redirects)
    inside = configuration("/srv/avtaleverk", "/etc/avtaleverk", base, redirects)
    return {
        **{f"nginx/{name}": content for name, content in here.items()},
        **{f"container/{name}": content for name, content in inside.items() if name != "server.conf"},
        **{f"container/{name}": content for name, content in main_files().items()},
        "Containerfile": containerfile("server", shown),
    }
