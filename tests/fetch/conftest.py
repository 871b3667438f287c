"""A web of the test's own, and a client that may ask it."""

from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from web import Web, serving

collect_ignore = [] if find_spec("httpcore") else ["test_client.py", "test_refreshing.py"]


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web
