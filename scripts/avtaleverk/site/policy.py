"""What a browser may do on the site: nothing from elsewhere, no code within a page, and no frame around it.

The policy is a constant on purpose. A policy with hashes of whatever inline code the built pages hold would bless
injected code too; here inline code is simply a fault, which the browser refuses and `avtaleverk verify` names.
"""

_DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}

_FEATURES = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock",
    "usb", "xr-spatial-tracking",
)  # fmt: skip


def page_policy() -> str:
    """The policy for a page's `<meta>`, without `frame-ancestors`, which only works as a header."""
    return "; ".join(f"{name} {sources}" for name, sources in _DIRECTIVES.items())


def security_headers() -> dict[str, str]:
    """The headers that a server sends with every answer."""
    return {
        "Content-Security-Policy": f"{page_policy()}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
