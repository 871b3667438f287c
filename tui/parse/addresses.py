"""Addresses that may be kept: absolute ones of the web, none that reads a file or runs a script."""

from urllib.parse import urljoin, urlsplit

_SCHEMES = ("http", "https")
_LONGEST = 4000
"""Code points; browsers and servers refuse longer addresses."""


def web_address(href: str | None, base: str | None = None) -> str | None:
    """Return `href`, relative to `base`, as an absolute http or https address, else None."""
    if not href or len(href) > _LONGEST:
        return None
    try:
        url = urljoin(base or "", href.strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or not parts.netloc:
        return None
    return url if url.isprintable() and " " not in url else None
