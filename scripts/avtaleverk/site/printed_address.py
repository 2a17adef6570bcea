"""The address that is printed on paper and in QR codes: can it lead to the site?"""

from contextlib import suppress
from urllib.parse import urlsplit

from avtaleverk.site.finish import NoPath, base_of
from avtaleverk.site.manifest import Manifest

_CHANGE = "Skriv den rette i «site_url» i mkdocs.yml, og bygg på nytt."


def doubt(manifest: Manifest) -> str:
    """Why the printed address cannot lead to the site; "" when it may."""
    on_paper = f"På papir og i QR-kodene står adressen {manifest.address}"
    if (urlsplit(manifest.address).hostname or "").endswith(".example"):
        return f"{on_paper}. Det er eksempelets, og den leder ingen steder. {_CHANGE}"
    with suppress(NoPath):
        if not manifest.address or base_of(manifest.address) == manifest.base:
            return ""
    return f"{on_paper}, men nettstedet står under {manifest.base}. {_CHANGE}"
