"""nginx: a map for the http level, the location of the site, the headers, and a server block that joins them.

All headers are set in one place, because `add_header` in an inner block drops those of the outer ones; caching, which
differs between files, is a variable.
"""

from collections.abc import Mapping

from avtaleverk.site.assets import FOLDER, HASHED
from avtaleverk.site.finish import NOT_FOUND
from avtaleverk.site.policy import security_headers
from avtaleverk.site.server.types import TEXT, TYPES, YEAR

LOCAL = "lokalt"

_HTTP = """\
# Hører hjemme på http-nivået (/etc/nginx/conf.d/).
# Navn med innholdets kontrollsum kan leseren beholde i et år; alt annet spørres det etter på nytt hver gang.
map $uri $avtaleverk_cache {{
    default "no-cache";
    "~/{assets}/.*{hashed}" "public, max-age={year}, immutable";
}}
"""

_LOCATION = """\
# Hører hjemme i en server-blokk. Mappen under er den siste utgivelsen; den byttes uten at nginx må startes på nytt.
location ^~ {base} {{
    alias {folder};
    index index.html;
    include {headers};
    add_header Cache-Control $avtaleverk_cache always;
    types {{
{types}
    }}
    default_type application/octet-stream;
    charset utf-8;
    charset_types {text};
    gzip_static on;
    gzip_vary on;
    # Egne tillegg, som ingen publisering rører. Med modulen ngx_brotli (Debian: libnginx-mod-http-brotli-static)
    # sender «brotli_static on;» i en fil her de ferdige .br-filene.
    include {local};
    # Filens tid er utgivelsens egen, så to utgaver av lik størrelse får ulik ETag.
    etag on;
    sendfile on;
    # Et sekunds minne om åpne filer. En side nevner filene sine med kontrollsum, og de forrige ligger der ennå,
    # så en side som er et sekund gammel, henger likevel sammen.
    open_file_cache max=4000 inactive=20s;
    open_file_cache_valid 1s;
    autoindex off;
    absolute_redirect off;
    limit_except GET {{ deny all; }}
    error_page 404 {base}{not_found};
    error_page 403 =404 {base}{not_found};
}}
location = {base}web.config {{
    include {headers};
    return 404;
}}
"""

_BARE = """\
location = {bare} {{
    include {headers};
    absolute_redirect off;
    return 301 {base};
}}
"""

_MOVED = """\
location = {old} {{ include {headers}; add_header Cache-Control "no-cache" always; absolute_redirect off; return 301 {new}; }}
"""

_SERVER = """\
# Et komplett eksempel. Sett inn eget navn og sertifikat, eller ta bare linjen med include inn i en server-blokk dere har.
include {http};
server {{
    listen 80;
    server_name _;
    server_tokens off;
    include {location};
}}
"""


def quoted(path: str) -> str:
    """A path as one word of the configuration, whatever it holds."""
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"'


def configuration(folder: str, place: str, base: str, redirects: Mapping[str, str]) -> dict[str, str]:
    """The files by name. `folder` is the published site, `place` where the files themselves will lie."""
    headers = quoted(f"{place}/headers.conf")
    types = "\n".join(f"        {kind} {extension[1:]};" for extension, kind in TYPES.items())
    location = _LOCATION.format(
        base=base,
        folder=quoted(f"{folder}/"),
        headers=headers,
        local=quoted(f"{place}/{LOCAL}/*.conf"),
        types=types,
        text=" ".join(sorted(TEXT - {"text/html"})),
        not_found=NOT_FOUND,
    )
    if base != "/":
        location += _BARE.format(bare=base.rstrip("/"), base=base, headers=headers)
    return {
        "http.conf": _HTTP.format(assets=FOLDER, hashed=HASHED.pattern, year=YEAR),
        "headers.conf": "".join(f'add_header {k} "{v}" always;\n' for k, v in security_headers().items()),
        "location.conf": location + moved(redirects, base, headers),
        "server.conf": _SERVER.format(http=quoted(f"{place}/http.conf"), location=quoted(f"{place}/location.conf")),
    }


def moved(redirects: Mapping[str, str], base: str, headers: str) -> str:
    """The locations that redirect former addresses; a browser keeps the fragment."""
    return "".join(
        _MOVED.format(old=f"{base}{old}{slash}", new=f"{base}{new}/", headers=headers)
        for old, new in sorted(redirects.items())
        for slash in ("", "/")
    )
