"""The address that is printed on paper and in QR codes: can it lead to the site?"""

from urllib.parse import urlsplit

from avtaleverk.site.finish import base_of
from avtaleverk.site.manifest import Manifest

_CHANGE = "Skriv den rette i «site_url» i mkdocs.yml, og bygg på nytt."


def doubt(manifest: Manifest) -> str:
    """Why the printed address cannot lead to the site; "" when it may."""
    on_paper = f"På papir og i QR-kodene står adressen {manifest.address}"
    if (urlsplit(manifest.address).hostname or "").endswith(".example"):
        return f"{on_paper}. Det er eksempelets, og den leder ingen steder. {_CHANGE}"
    if manifest.address and base_of(manifest.address) != manifest.base:
        return f"{on_paper}, men nettstedet står under {manifest.base}. {_CHANGE}"
    return ""
