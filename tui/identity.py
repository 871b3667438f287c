"""Which articles are the same article: by canonical URL, else by their words.

The words are compared without case, accents, punctuation and spacing, so that the same article read
from a dump with other line breaks keeps its id. An address that is a whole site's names no article.
"""

import re
import unicodedata
from urllib.parse import urlsplit, urlunsplit

from tui.digest import blake2b

_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|mc_[ce]id|at_\w+|xtor)$")
"""Query parameters that say where a reader came from and never what is read."""

_PLAIN = re.compile(r"https?://([\w.-]+)(/[\w./~-]*)?", re.ASCII)
"""Addresses with nothing but a host and a path of plain characters."""

_ROUTES = ("/", "!")
"""How a fragment begins that is the path of a single-page site; every other one is a place."""


def article_id(url: str | None, text: str) -> str:
    """Return 16 hexadecimal digits for the article at `url`, or, without one, with this `text`.

    A text without letters and digits is compared as it stands.
    """
    canonical = canonical_url(url) if url else ""
    if canonical and _has_path(canonical):
        key = f"url {canonical}"
    else:
        key = f"text {' '.join(words(text)) or text}"
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def names_article(url: str) -> bool:
    """Say whether `url` can be one article's: it is not blank, and not a site's home page."""
    return _has_path(canonical_url(url))


def _has_path(canonical: str) -> bool:
    if _PLAIN.fullmatch(canonical):
        return canonical.count("/") > 2
    try:
        parts = urlsplit(canonical)
    except ValueError:
        return bool(canonical)
    return bool(parts.path or parts.query or parts.fragment)


def canonical_url(url: str) -> str:
    """Return `url` without scheme differences, tracking parameters, end slash and place.

    A fragment stays where a single-page site keeps its path there ("#/…", "#!…").
    """
    plain = _PLAIN.fullmatch(url)
    if plain:
        return f"https://{plain[1].lower().removeprefix('www.')}{(plain[2] or '').rstrip('/')}"
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    fields = (field for field in parts.query.split("&") if field)
    query = "&".join(field for field in fields if not _TRACKING.match(field.partition("=")[0]))
    scheme = "https" if parts.scheme == "http" else parts.scheme
    host = parts.netloc.lower().removeprefix("www.")
    route = parts.fragment.rstrip("/") if parts.fragment.startswith(_ROUTES) else ""
    fragment = "" if route == "!" else route
    return urlunsplit((scheme, host, parts.path.rstrip("/"), query, fragment))


def words(text: str) -> list[str]:
    """Return the words of `text`, folded: no case, no accents, no punctuation."""
    if text.isascii():
        return re.findall(r"[^\W_]+", text.casefold())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[^\W_]+", "".join(c for c in decomposed if not unicodedata.combining(c)))
