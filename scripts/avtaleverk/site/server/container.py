"""A container image with nginx and one release, for those who run containers. It holds no secrets and needs no network."""

from avtaleverk.site.server.nginx import LOCAL

_FILE = """\
# Bygges i mappen med utgivelsene:
#   podman build -f {place}/Containerfile -t avtaleverk .
# Lås grunnlaget til en kontrollsum fra eget register, så er det det samme hver gang:
#   podman build --build-arg BASE=register.example/debian@sha256:… -f {place}/Containerfile -t avtaleverk .
# Kjøres uten rettigheter, på skrivebeskyttet disk og uten nett ut:
#   podman run --read-only --tmpfs /tmp --cap-drop=ALL --security-opt=no-new-privileges -p 8080:8080 avtaleverk
ARG BASE=docker.io/library/debian:13-slim
FROM ${{BASE}}
# Pakkene har ikke fast versjon, for at sikkerhetsrettelsene til Debian skal komme med.
# hadolint ignore=DL3008
RUN apt-get update \\
    && apt-get install --yes --no-install-recommends nginx-light libnginx-mod-http-brotli-static \\
    && rm -rf /var/lib/apt/lists/*
COPY {place}/container/ /etc/avtaleverk/
COPY {release}/ /srv/avtaleverk/
USER 33:33
EXPOSE 8080
STOPSIGNAL SIGQUIT
CMD ["nginx", "-e", "/dev/stderr", "-c", "/etc/avtaleverk/nginx.conf"]
"""

_MAIN = """\
include /etc/nginx/modules-enabled/*.conf;
daemon off;
pid /tmp/nginx.pid;
error_log /dev/stderr warn;
worker_processes auto;
events { worker_connections 1024; }
http {
    access_log off;
    client_body_temp_path /tmp/body;
    proxy_temp_path /tmp/proxy;
    fastcgi_temp_path /tmp/fastcgi;
    uwsgi_temp_path /tmp/uwsgi;
    scgi_temp_path /tmp/scgi;
    include /etc/avtaleverk/http.conf;
    server {
        listen 8080;
        server_tokens off;
        include /etc/avtaleverk/location.conf;
    }
}
"""


def containerfile(place: str, release: str) -> str:
    """The Containerfile: `place` holds the configuration and `release` the site, both relative to the build context."""
    return _FILE.format(place=place, release=release)


def main_files() -> dict[str, str]:
    """The container's nginx configuration around that of the site, for an unprivileged process on a read-only disk."""
    return {"nginx.conf": _MAIN, f"{LOCAL}/brotli.conf": "brotli_static on;\n"}
