"""One request, from the address to the body: redirects, limits, and reasons where it fails.

A client is used by one thread; what all threads share is whose turn it is at which host.
"""

import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import urljoin, urlsplit

import httpcore

from tui.fetch.addresses import host_of, is_public, request_address
from tui.fetch.asking import USER_AGENT, Answer, Asked, FetchError, Limits
from tui.fetch.hosts import Hosts
from tui.fetch.network import PRIVATE, Clock, Network, look_up
from tui.fetch.proxies import Proxies
from tui.fetch.unpacking import accepted, unpacked

_ACCEPT: Final = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    "text/html;q=0.9, application/xhtml+xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)
_PERMANENT: Final = frozenset((301, 308))
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
"""RFC 9110, section 15.4: those that name one place to go to."""
_SMALL: Final = 64 * 1024
"""Bytes of a body that nobody wants, read so that the connection can be used again."""
_IDLE: Final = 15.0
"""Seconds that a connection is kept for the next request."""
_LONGEST_FIELD: Final = 2000
"""Octets of a field that are looked at."""
_LONGEST_REASON: Final = 100


@dataclass(frozen=True, slots=True)
class Manners:
    """How the user wants to appear, and by which way."""

    agent: str = USER_AGENT
    proxy: str | None = None
    """The proxy that is used for all; None for what the system says."""


class Client:
    """Fetches what stands at addresses, and keeps connections open between two requests."""

    def __init__(
        self,
        limits: Limits | None = None,
        hosts: Hosts | None = None,
        manners: Manners | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._hosts = hosts or Hosts(self._limits.gap)
        manners = manners or Manners()
        self._agent = _checked_agent(manners.agent)
        self._proxies = Proxies(manners.proxy)
        self._clock = Clock(self._limits)
        self._pools: dict[tuple[str | None, bool], httpcore.ConnectionPool] = {}
        self._trust: ssl.SSLContext | None = None

    def get(self, asked: Asked) -> Answer:
        """Fetch what stands at an address, following redirects; raises FetchError."""
        url = request_address(asked.url)
        lasting, moved = True, None
        seen = {url}
        self._clock.start()
        for _ in range(self._limits.redirects + 1):
            answer = self._in_turn(url, asked)
            target = _target(answer)
            if target is None:
                return Answer(answer.status, url, moved, answer.fields, answer.data)
            if target in seen:
                raise FetchError("redirects that lead in a circle")
            seen.add(target)
            insecure = url.startswith("https:") and target.startswith("http:")
            lasting = lasting and answer.status in _PERMANENT and not insecure
            moved = target if lasting else moved
            url = target
        raise FetchError(f"more than {self._limits.redirects} redirects")

    def close(self) -> None:
        """Close all connections."""
        for pool in self._pools.values():
            pool.close()
        self._pools.clear()

    def _in_turn(self, url: str, asked: Asked) -> Answer:
        since = time.monotonic()
        with self._hosts.turn(host_of(url)):
            self._clock.pause(time.monotonic() - since)
            return self._ask(url, asked)

    def _ask(self, url: str, asked: Asked) -> Answer:
        """Send one request, and read its answer."""
        try:
            pool = self._pool(url, allow_private=asked.allow_private)
            with pool.stream(
                "GET", url, headers=self._headers(asked), extensions={"timeout": self._times()}
            ) as response:
                fields = _fields(response.headers)
                if response.status == HTTPStatus.OK:
                    data = self._body(response.iter_stream(), fields)
                    return Answer(response.status, url, None, fields, data)
                _pass_over(response.iter_stream())
                return Answer(response.status, url, None, fields)
        except FetchError:
            raise
        except (httpcore.TimeoutException, TimeoutError):
            raise FetchError(self._too_slow()) from None
        except (httpcore.NetworkError, OSError) as error:
            raise FetchError(_network_reason(error)) from None
        except (httpcore.ProxyError, httpcore.ProtocolError, ValueError) as error:
            raise FetchError(f"an answer that breaks off or is none: {_line(error)}") from None

    def _headers(self, asked: Asked) -> list[tuple[str, str]]:
        headers = [
            ("User-Agent", self._agent),
            ("Accept", _ACCEPT),
            ("Accept-Encoding", accepted()),
        ]
        if asked.etag:
            headers.append(("If-None-Match", asked.etag))
        if asked.modified:
            headers.append(("If-Modified-Since", asked.modified))
        return headers

    def _times(self) -> dict[str, float]:
        limits = self._limits
        return {
            "connect": limits.connect,
            "read": limits.read,
            "write": limits.read,
            "pool": limits.connect,
        }

    def _body(self, pieces: Iterator[bytes], fields: Mapping[str, str]) -> bytes:
        """Read a body, as it is sent and as it is unpacked not beyond the limit."""
        said = fields.get("content-length", "")
        if (
            said.isascii()
            and said.isdecimal()
            and (len(said) > 18 or int(said) > self._limits.size)
        ):
            raise FetchError(self._too_large())
        sent = self._counted(pieces)
        return b"".join(self._counted(unpacked(sent, fields.get("content-encoding", ""))))

    def _counted(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        size = 0
        for piece in pieces:
            size += len(piece)
            if size > self._limits.size:
                raise FetchError(self._too_large())
            yield piece

    def _too_large(self) -> str:
        size = self._limits.size
        limit = f"{size >> 20} MiB" if size >= 1 << 20 else f"{size} bytes"
        return f"larger than the limit of {limit}"

    def _too_slow(self) -> str:
        if self._clock.over:
            return f"not done after {self._limits.whole:g} seconds"
        return "no answer in time"

    def _pool(self, url: str, *, allow_private: bool) -> httpcore.ConnectionPool:
        """Return the connections for an address.

        Those that may lead to private addresses are kept apart from those that may not.
        """
        proxy = self._proxies.of(url)
        if proxy is not None and not allow_private:
            self._refuse_private(url)
        key = (proxy.url if proxy else None, allow_private)
        if key not in self._pools:
            if self._trust is None:
                self._trust = _trust()
            # A proxy is the user's own choice, wherever it is.
            network = Network(self._clock, allow_private=allow_private or proxy is not None)
            if proxy is None:
                self._pools[key] = httpcore.ConnectionPool(
                    ssl_context=self._trust,
                    max_connections=4,
                    keepalive_expiry=_IDLE,
                    network_backend=network,
                )
            else:
                self._pools[key] = httpcore.HTTPProxy(
                    proxy.url,
                    proxy_auth=proxy.credentials,
                    ssl_context=self._trust,
                    max_connections=4,
                    keepalive_expiry=_IDLE,
                    network_backend=network,
                )
        return self._pools[key]

    def _refuse_private(self, url: str) -> None:
        """Refuse a host that a proxy would be asked for, where its address is known to be private.

        The proxy looks it up by itself; here nobody may know it.
        """
        host = urlsplit(url).hostname or ""
        try:
            found = look_up(host, 0, self._clock.left(self._limits.connect))
        except FetchError:
            return
        if not any(map(is_public, found)):
            raise FetchError(PRIVATE)


def _target(answer: Answer) -> str | None:
    """Return where an answer sends us; None where it does not. Raises FetchError."""
    if answer.status not in _REDIRECTS:
        return None
    location = answer.fields.get("location")
    if not location:
        raise FetchError("a redirect that leads nowhere")
    try:
        return request_address(urljoin(answer.url, location))
    except ValueError:
        raise FetchError("a redirect that leads nowhere") from None
    except FetchError as error:
        raise FetchError(f"a redirect to an address that is not fetched: {error}") from None


def _fields(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in headers:
        if len(value) <= _LONGEST_FIELD or name.lower() == b"location":
            found.setdefault(name.decode("latin-1").lower(), _text(value))
    return found


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8").strip()
    except UnicodeDecodeError:
        return value.decode("latin-1").strip()


def _pass_over(pieces: Iterable[bytes]) -> None:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > _SMALL:
            return


def _trust() -> ssl.SSLContext:
    """Return whose certificates are believed: the system's authorities, and Mozilla's."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _checked_agent(agent: str) -> str:
    if not (agent.isascii() and agent.isprintable() and agent.strip()):
        raise FetchError("the user agent must be one line of ASCII")
    return agent.strip()


def _network_reason(error: Exception) -> str:
    cause = _cause(error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {_line(cause.verify_message)}"
    if isinstance(cause, ssl.SSLError):
        return "no encrypted connection comes about"
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror.lower()
    return f"the connection fails: {_line(error)}"


def _cause(error: BaseException) -> BaseException:
    """Return what the system said; httpcore wraps it, and takes the cause off on the way."""
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, OSError):
            return at
        at = at.__cause__ or at.__context__
    return error


def _line(said: object) -> str:
    return " ".join(str(said).split())[:_LONGEST_REASON]
