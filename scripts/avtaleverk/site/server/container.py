"""A container image with nginx and one release, for those who run containers. It holds no secrets and needs no network."""

_FILE = """\
# Bygges i mappen med utgivelsene:  podman build -f {place}/Containerfile -t avtaleverk .
# Kjøres slik:                     podman run --read-only --tmpfs /tmp --cap-drop=ALL -p 8080:8080 avtaleverk
FROM debian:stable-slim
RUN apt-get update && apt-get install --yes --no-install-recommends nginx-light && rm -rf /var/lib/apt/lists/*
COPY {place}/container/ /etc/avtaleverk/
COPY {release}/ /srv/avtaleverk/
USER www-data
EXPOSE 8080
CMD ["nginx", "-c", "/etc/avtaleverk/nginx.conf"]
"""

_MAIN = """\
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
    """The recipe: `place` holds the configuration and `release` the site, both seen from where it is built."""
    return _FILE.format(place=place, release=release)


def main_configuration() -> str:
    """The whole nginx configuration of the container, for a process without rights on a read-only disk."""
    return _MAIN
