"""Politeness: one request at a time to each host, and a pause between two."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock


class Hosts:
    """Whose turn it is at which host. Safe to use from many threads."""

    def __init__(
        self,
        gap: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`gap` is the pause in seconds, from the end of one request to the start of the next."""
        self._gap = gap
        self._clock = clock
        self._sleep = sleep
        self._taking = Lock()
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._free: dict[str, float] = {}
        self._waits: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until nobody else asks this host, and the pause is over."""
        with self._taking:
            lock = self._locks[host]
        with lock:
            pause = self._free.get(host, 0.0) - self._clock()
            if pause > 0:
                self._sleep(pause)
            try:
                yield
            finally:
                self._free[host] = self._clock() + self._gap

    def put_off(self, host: str, seconds: float) -> None:
        """Remember that a host has asked to be left alone for so long."""
        self._waits[host] = max(self._waits.get(host, 0.0), self._clock() + seconds)

    def left(self, host: str) -> float:
        """Return for how many seconds more a host is to be left alone; 0 where it is not."""
        return max(self._waits.get(host, 0.0) - self._clock(), 0.0)
