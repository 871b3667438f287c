"""Proxies: the one that the user names, else those that the system says (`https_proxy` …)."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from tui.fetch.asking import FetchError

_SCHEMES: Final = ("http", "https")


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy, and what it is told of the user."""

    url: str
    credentials: tuple[str, str] | None = None
    """Name and password."""


class Proxies:
    """Which proxy is used for which address."""

    def __init__(self, chosen: str | None = None) -> None:
        self._chosen = None if chosen is None else _proxy(chosen)
        self._systems: dict[str, str] | None = None

    def of(self, url: str) -> Proxy | None:
        """Return the proxy for an address; None where none is used. Raises FetchError."""
        if self._chosen is not None:
            return self._chosen
        # Imported late: it brings a client of its own with it.
        from urllib.request import getproxies, proxy_bypass

        if self._systems is None:
            self._systems = getproxies()
        parts = urlsplit(url)
        named = self._systems.get(parts.scheme) or self._systems.get("all")
        if not named or proxy_bypass(parts.netloc):
            return None
        return _proxy(named)


def _proxy(text: str) -> Proxy:
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port = parts.port
    except ValueError:
        raise FetchError("the proxy's address is none") from None
    if parts.scheme not in _SCHEMES:
        raise FetchError(f"a proxy of a kind that is not supported: {parts.scheme[:20]}")
    if not parts.hostname:
        raise FetchError("the proxy's address is none")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    place = host if port is None else f"{host}:{port}"
    name, password = parts.username, parts.password
    credentials = None if name is None else (unquote(name), unquote(password or ""))
    return Proxy(f"{parts.scheme}://{place}", credentials)
