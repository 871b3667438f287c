"""Connections: to addresses that were looked up and judged, and within the time that is left.

A name is looked up once for each connection, and the address that was judged is the one that is
connected to; a name that leads elsewhere the next time it is looked up gains nothing.
"""

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Sequence
from typing import Any, Final

import httpcore

from tui.fetch.addresses import is_public
from tui.fetch.asking import FetchError, Limits

PRIVATE: Final = "an address of this machine or of a private network (--allow-private allows it)"

_MOST_TRIED: Final = 4
"""Addresses of one name that are tried."""


class Clock:
    """The time that one request has left, redirects included."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._until = 0.0

    def start(self) -> None:
        """Begin a request."""
        self._until = time.monotonic() + self.limits.whole

    def pause(self, seconds: float) -> None:
        """Leave out time that the request spent waiting for its turn."""
        self._until += seconds

    @property
    def over(self) -> bool:
        """Whether no time is left."""
        return time.monotonic() >= self._until

    def left(self, seconds: float | None) -> float:
        """Return `seconds`, or what is left where that is less; raises FetchError at the end."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise FetchError(f"not done after {self.limits.whole:g} seconds")
        return left if seconds is None else min(left, seconds)


class Network(httpcore.NetworkBackend):
    """Opens connections for httpcore."""

    def __init__(self, clock: Clock, *, allow_private: bool) -> None:
        self._clock = clock
        self._allow_private = allow_private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host by its name or number."""
        found = look_up(host, port, self._clock.left(timeout))
        allowed = found if self._allow_private else [a for a in found if is_public(a)]
        if not allowed:
            raise FetchError(PRIVATE)
        failure: Exception | None = None
        for address in allowed[:_MOST_TRIED]:
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self._clock.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            self._check(stream)
            return _Timed(stream, self._clock)
        raise failure or FetchError("no such host")

    def _check(self, stream: httpcore.NetworkStream) -> None:
        """Refuse a connection that has come to stand elsewhere than it was meant to."""
        peer = stream.get_extra_info("server_addr")
        if not self._allow_private and not is_public(str(peer[0])):
            stream.close()
            raise FetchError(PRIVATE)


def look_up(host: str, port: int, seconds: float) -> Sequence[str]:
    """Return the numeric addresses of a host, each once; raises FetchError.

    The system's look-up has no limit of its own, so a thread waits for it.
    """
    answers: queue.SimpleQueue[list[str] | None] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, ValueError):
            answers.put(None)
        else:
            answers.put([str(place[0]) for *_, place in found])

    if _is_number(host):
        return [host]
    threading.Thread(target=ask, name="look-up", daemon=True).start()
    try:
        found = answers.get(timeout=seconds)
    except queue.Empty:
        raise FetchError(f"the name of its host was not found within {seconds:.0f} s") from None
    if not found:
        raise FetchError("no such host")
    return list(dict.fromkeys(found))


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class _Timed(httpcore.NetworkStream):
    """A connection on which nothing lasts longer than the request may."""

    def __init__(self, stream: httpcore.NetworkStream, clock: Clock) -> None:
        self._stream = stream
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._clock.left(timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._clock)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as httpcore has it
        return self._stream.get_extra_info(info)
