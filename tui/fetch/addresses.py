"""Which addresses are asked: those of the web, and of machines that the whole web can reach.

A feed and a page are written by others. An address in them must not make this program ask what only
this machine can reach: its own services, the router, a cloud's metadata.
"""

import ipaddress
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from tui.fetch.asking import FetchError

_SCHEMES: Final = {"http": 80, "https": 443}
_LONGEST: Final = 4000
"""Code points; servers refuse longer addresses."""
_LONGEST_HOST: Final = 253
"""Octets of a name (RFC 1035, section 2.3.4)."""
_KEPT: Final = "%/:=&?~#+!$,;'@()*[]|"
"""Characters that stand in an address as they are; "%" because it may be quoted already."""

_GLOBAL: Final = ipaddress.IPv6Network("2000::/3")
"""The only IPv6 addresses that are given to machines of the whole network (IANA)."""
_TRANSLATED: Final = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 addresses as IPv6 networks write them (RFC 6052)."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_web_address(text: str) -> bool:
    """Say whether `text` names something on the web rather than a file."""
    return text[:8].lower().startswith(("http://", "https://"))


def request_address(text: str) -> str:
    """Return an address as it is asked for, in ASCII and without its fragment.

    Raises FetchError for what is none of the web, and for one with a password in it, which would
    be stored and printed.
    """
    if len(text) > _LONGEST:
        raise FetchError("the address is too long")
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError:
        raise FetchError("not an address") from None
    if parts.scheme not in _SCHEMES:
        raise FetchError("only addresses with http: or https: are fetched")
    if parts.username is not None or parts.password is not None:
        raise FetchError("an address with a password in it is not fetched")
    host = _ascii_host(parts.hostname or "")
    if ":" in host:
        host = f"[{host}]"
    place = host if port in (None, _SCHEMES[parts.scheme]) else f"{host}:{port}"
    path, query = quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT)
    return urlunsplit((parts.scheme, place, path, query, ""))


def host_of(url: str) -> str:
    """Return the host, and the port where it is named, of an address as it is asked for."""
    return urlsplit(url).netloc


def _ascii_host(host: str) -> str:
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        name = ""
    plain = name.replace(":", "").replace("%", "")
    if not name or len(name) > _LONGEST_HOST or not plain.replace("_", "").isprintable():
        raise FetchError("not an address: it names no host")
    if any(sign in name for sign in " \t\r\n/\\<>\"'"):
        raise FetchError("not an address: it names no host")
    return name.lower()


def is_public(address: str) -> bool:
    """Say whether a numeric address is one that the whole web can reach.

    An IPv4 address that is wrapped in an IPv6 one is judged by itself.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(ip)
    if inner is not None:
        return inner.is_global and not inner.is_multicast
    if isinstance(ip, ipaddress.IPv6Address) and ip not in _GLOBAL:
        return False
    return ip.is_global and not ip.is_multicast


def _inner(ip: Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for, where it does."""
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip in _TRANSLATED:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
