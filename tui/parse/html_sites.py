"""The names of a page's site: the one to show, and all that no title and no author may be."""

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from tui.identity import words
from tui.parse.page_head import PageHead
from tui.parse.widgets import word_set

_METAS = (
    "ogsitename",
    "applicationname",
    "dcpublisher",
    "articlepublishername",
    "citationpublisher",
)
SEPARATOR = re.compile(r"\s+[|–—·•»~-]\s+|\s*[|ㅣ｜]\s*|\s+::\s+|(?<=\S)\s*：(?=\S)|(?<=\S)_(?=\S)")
"""What stands between a title and the site's name, and between that and its motto."""

_LONGEST = 80
_LEAST_LABEL = 4


def site_names(publishers: Sequence[str], head: PageHead) -> tuple[str, ...]:
    """Return the names that the page gives its site, the one to show first."""
    given = (*head.all(_METAS[0]), *publishers, *head.all(*_METAS[1:]))
    title = head.all("ogtitle")[:1]
    return tuple(dict.fromkeys(name for name in given if _is_name(name) and name not in title))


def shown_name(names: Sequence[str], hosts: Sequence[str]) -> str | None:
    """Return the name to show: the first, without a motto where its other part is the host's.

    An address says less than what stands beside it.
    """
    parts = SEPARATOR.split(names[0]) if names else []
    named = (part for part in parts if "." not in part and is_site(part, hosts))
    return next(named, names[0] if names else None)


def _is_name(text: str) -> bool:
    return bool(text) and len(text) <= _LONGEST and not text.startswith(("http", "@", "www."))


def host_names(url: str | None) -> tuple[str, ...]:
    """Return what the host of `url` calls its site ("ferrypost" of www.ferrypost.example)."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ()
    host = host.removeprefix("www.")
    labels = host.split(".")[:-1]
    return (host, *(label for label in labels if len(label) >= _LEAST_LABEL)) if host else ()


def is_site(text: str, sites: Sequence[str]) -> bool:
    """Tell whether `text` says no more than one of the site's names."""
    own, bare = "".join(key_words(text)), _bare(text)
    return bool(own) and any(
        "".join(key_words(site)) == own or bare == _bare(site) != "" for site in sites
    )


@lru_cache(maxsize=2048)
def _bare(name: str) -> str:
    """Return what is left of a site's name without articles and the words for what it is."""
    return "".join(word for word in key_words(name) if word not in _GENERIC)


_GENERIC = word_set(
    "the la le les el los las il lo der die das de het o os blog news newspaper zeitung journal "
    "online site web website tv radio magazine magazin media com org net"
)
"""What a site's name has or lacks from one place to another; in the seven languages."""


@lru_cache(maxsize=2048)
def key_words(text: str) -> tuple[str, ...]:
    """Return the words of a title or a name, folded, to compare it by."""
    return tuple(words(text))
