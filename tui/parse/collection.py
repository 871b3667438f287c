"""The garbage collector's rest while a large page is read.

A tree of a million elements becomes as many objects that all stay until the article is made, and
the collector would walk over them again and again for nothing: a quarter to a third of the time of
such a page (measured). What is dropped meanwhile is freed as ever, by counting references.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

LARGE = 1_000_000
"""Bytes of a page from which the collector rests; on a smaller one it takes no time to speak of."""


@contextmanager
def collector_resting(size: int) -> Iterator[None]:
    """Let the collector rest over the body of a `with` if `size`, in bytes, is a large page's.

    A collector that was off before stays off.
    """
    resting = size >= LARGE and gc.isenabled()
    if resting:
        gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.enable()
