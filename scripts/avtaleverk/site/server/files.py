"""All configuration for one target, as files by name."""

from pathlib import Path

from avtaleverk.site.server.container import containerfile, main_configuration
from avtaleverk.site.server.nginx import configuration


def server_files(target: Path, release: str, base: str) -> dict[str, str]:
    """The files of `TARGET/server/`. IIS needs none: its `web.config` lies in the site."""
    folder = target.resolve()
    here = configuration(f"{folder}/current", f"{folder}/server/nginx", base)
    inside = configuration("/srv/avtaleverk", "/etc/avtaleverk", base)
    return {
        **{f"nginx/{name}": content for name, content in here.items()},
        **{f"container/{name}": content for name, content in inside.items() if name != "server.conf"},
        "container/nginx.conf": main_configuration(),
        "Containerfile": containerfile("server", f"releases/{release}"),
    }
