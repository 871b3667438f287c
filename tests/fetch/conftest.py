"""A web of the test's own, and a client that may ask it."""

from collections.abc import Iterator

import pytest
from web import Web, serving


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web
