"""Addresses that may be kept: absolute ones of the web, none that reads a file or runs a script."""

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

WEB = ("http", "https")
"""Where an article, a feed or a related piece may be."""

LINKED = (*WEB, "mailto")
"""Where words of an article may lead."""

_LONGEST = 4000
"""Code points; browsers and servers refuse longer addresses."""

_SITE = r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*"
_PATH = r"(?:/[\w~%-][\w.~%,:@!+=-]*)*"
_REST = r"(?:\?[\w.~%&=+-]+)?(?:#[\w.~%&=+-]+)?"
_ABSOLUTE = re.compile(rf"{_SITE}{_PATH}/?{_REST}", re.ASCII)
"""Addresses that are taken as they stand: they hold nothing to resolve."""
_ROOTED = re.compile(rf"(?=/){_PATH}/?{_REST}", re.ASCII)
"""Addresses that only want their site before them."""


def web_address(
    href: str | None, base: str | None = None, schemes: tuple[str, ...] = WEB
) -> str | None:
    """Return `href`, relative to `base`, as an absolute address of one of `schemes`, else None."""
    if not href or len(href) > _LONGEST:
        return None
    if _ABSOLUTE.fullmatch(href):
        return href if "http" in schemes else None
    if base and _ROOTED.fullmatch(href) and (site := _site(base)):
        return site + href if "http" in schemes else None
    try:
        url = urljoin(base or "", href.strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in schemes or (parts.scheme in WEB and not parts.netloc):
        return None
    return url if url.isprintable() and " " not in url else None


@lru_cache(maxsize=64)
def _site(base: str) -> str | None:
    """Return the site's part of a plain address, None for any other."""
    found = _PLAIN_SITE.match(base)
    return found[0] if found else None


_PLAIN_SITE = re.compile(rf"{_SITE}(?=[/?#]|$)", re.ASCII)
