"""IIS: the `web.config` in the site itself, which needs only the modules that every IIS has.

Each `remove` and `clear` prevents a clash with a server-wide entry, which would stop the site. So would an unknown
section, such as URL Rewrite's where that is not installed; former addresses therefore use IIS's own redirects.
"""

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from avtaleverk.site.assets import FOLDER
from avtaleverk.site.policy import security_headers
from avtaleverk.site.server.types import TYPES, YEAR

NAME = "web.config"

_CONFIG = """\
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files><clear /><add value="index.html" /></files>
    </defaultDocument>
    <directoryBrowse enabled="false" />
    <httpErrors errorMode="Custom" existingResponse="Replace">
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" subStatusCode="-1" prefixLanguageFilePath="" path="404.html" responseMode="File" />
      <remove statusCode="403" subStatusCode="-1" />
      <error statusCode="403" subStatusCode="-1" prefixLanguageFilePath="" path="404.html" responseMode="File" />
    </httpErrors>
    <urlCompression doStaticCompression="true" doDynamicCompression="false" />
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />
{types}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}
      </customHeaders>
    </httpProtocol>
    <security>
      <requestFiltering>
        <hiddenSegments><clear /><add segment="web.config" /></hiddenSegments>
        <verbs allowUnlisted="false"><clear /><add verb="GET" allowed="true" /><add verb="HEAD" allowed="true" /></verbs>
      </requestFiltering>
    </security>
  </system.webServer>
  <location path="{assets}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{days}.00:00:00" cacheControlCustom="public, immutable" />
      </staticContent>
    </system.webServer>
  </location>
{moved}</configuration>
"""

_MOVED = """\
  <location path={old}>
    <system.webServer>
      <httpRedirect enabled="true" destination={new} exactDestination="true" httpResponseStatus="Permanent" />
    </system.webServer>
  </location>
"""


def web_config(redirects: Mapping[str, str], base: str) -> bytes:
    """The file. It names the site's path for former addresses only."""
    types = "\n".join(
        f"      <remove fileExtension={quoteattr(extension)} />\n"
        f"      <mimeMap fileExtension={quoteattr(extension)} mimeType={quoteattr(_with_charset(kind))} />"
        for extension, kind in TYPES.items()
    )
    headers = "\n".join(
        f"        <remove name={quoteattr(name)} />\n        <add name={quoteattr(name)} value={quoteattr(value)} />"
        for name, value in security_headers().items()
    )
    days = YEAR // 86400
    return _CONFIG.format(types=types, headers=headers, assets=FOLDER, days=days, moved=moved(redirects, base)).encode()


def moved(redirects: Mapping[str, str], base: str) -> str:
    """The elements that redirect former addresses; where IIS has no redirects, the pages at those addresses lead on."""
    return "".join(
        _MOVED.format(old=quoteattr(old), new=quoteattr(f"{base}{new}/")) for old, new in sorted(redirects.items())
    )


def _with_charset(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
