"""IIS: the `web.config` that lies in the site itself. Each `remove` keeps a server-wide entry from stopping the site."""

from xml.sax.saxutils import quoteattr

from avtaleverk.site.assets import FOLDER
from avtaleverk.site.policy import security_headers
from avtaleverk.site.server.types import TYPES, YEAR

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
      <error statusCode="404" prefixLanguageFilePath="" path="404.html" responseMode="File" />
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
        <verbs allowUnlisted="false"><add verb="GET" allowed="true" /><add verb="HEAD" allowed="true" /></verbs>
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
</configuration>
"""


def web_config() -> bytes:
    """The file. It names no path, so the site can be moved or stand as an application below another."""
    types = "\n".join(
        f"      <remove fileExtension={quoteattr(extension)} />\n"
        f"      <mimeMap fileExtension={quoteattr(extension)} mimeType={quoteattr(_with_charset(kind))} />"
        for extension, kind in TYPES.items()
    )
    headers = "\n".join(
        f"        <remove name={quoteattr(name)} />\n        <add name={quoteattr(name)} value={quoteattr(value)} />"
        for name, value in security_headers().items()
    )
    return _CONFIG.format(types=types, headers=headers, assets=FOLDER, days=YEAR // 86400).encode()


def _with_charset(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
