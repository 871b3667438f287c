"""The library's tests run on a library in a file and on one in memory: the answers are the same."""

import pytest

from tui.library import memory_library, open_library


@pytest.fixture(params=["file", "memory"])
def library(request, tmp_path):
    opened = open_library(tmp_path / "library.db") if request.param == "file" else memory_library()
    yield opened
    opened.close()
