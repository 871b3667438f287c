"""Which articles are the same article: by canonical URL, else by their words.

The words are compared without case, accents, punctuation and spacing, so that the same article read
from a dump with other line breaks keeps its id.
"""

import re
import unicodedata
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|mc_[ce]id|at_\w+|xtor)$")
"""Query parameters that say where a reader came from and never what is read."""


def article_id(url: str | None, text: str) -> str:
    """Return 16 hexadecimal digits for the article at `url`, or, without one, with this `text`."""
    key = f"url {canonical_url(url)}" if url else f"text {' '.join(words(text))}"
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def canonical_url(url: str) -> str:
    """Return `url` without scheme differences, fragment, tracking parameters and end slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    kept = [(k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k)]
    query = urlencode(kept, errors="surrogatepass")
    scheme = "https" if parts.scheme == "http" else parts.scheme
    host = parts.netloc.lower().removeprefix("www.")
    return urlunsplit((scheme, host, parts.path.rstrip("/"), query, ""))


def words(text: str) -> list[str]:
    """Return the words of `text`, folded: no case, no accents, no punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[^\W_]+", "".join(c for c in decomposed if not unicodedata.combining(c)))
