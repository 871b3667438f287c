"""Who may come in: judged from what a request says of itself, before anything is done for it.

A page of the web must not get at a reader that runs beside it: `Host` tells one that has a name of
its own looked up as this machine (DNS rebinding), `Origin` one that connects across sites.
"""

import hmac
import ipaddress
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

_HOST: Final = re.compile(r"[A-Za-z0-9_.-]+(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?")
"""What a `Host` field holds (RFC 9110, section 7.2)."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a request says of itself; None for what it does not say."""

    host: str | None
    """The field `Host`."""
    origin: str | None
    """The field `Origin`, which a browser adds where scripts ask."""
    token: str | None = None
    """The token that it brings, from its address or a cookie."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets in or not."""

    token: str | None = None
    """What every request must bring; None where being on this machine is enough."""

    def refusal(self, told: Told, *, connects: bool) -> str | None:
        """Return why a request is refused; None where it is not.

        `connects`: it opens a connection that takes keys, for which a browser always says where
        it comes from.
        """
        if told.host is None or not _HOST.fullmatch(told.host):
            return "the request names no host"
        if self.token is None and not is_here(_name(told.host)):
            return "the request is for another host"
        if told.origin is None and connects:
            return "the request does not say where it comes from"
        if told.origin is not None and not _same(told.origin, told.host):
            return "the request comes from another site"
        if self.token is not None and not _equal(told.token, self.token):
            return "the token is missing or another one"
        return None


def is_here(host: str) -> bool:
    """Say whether a name or numeric address is this machine's own, out of reach for others."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _name(host: str) -> str:
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]


def _same(origin: str, host: str) -> bool:
    """Say whether an origin is this server; the scheme is a proxy's matter."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower()


def _equal(brought: str | None, wanted: str) -> bool:
    """Compare in a time that does not tell how much is right."""
    return hmac.compare_digest((brought or "").encode("utf-8", "replace"), wanted.encode())
