"""Documents read in a process of their own."""

import time

import pytest
from fetch.news import story

from tui.fetch import apart
from tui.fetch.apart import ENDED, Apart
from tui.intake_pool import Imported
from tui.library.interface import Ready
from tui.model import Failure
from tui.source import Document

PAGE = story("The ferry is late", "https://port.example/late", "Captain Rosa Vell waited.")


def _document(text: str = PAGE) -> Document:
    return Document(text.encode(), "late.html")


def test_documents_are_read_one_after_the_other_as_they_would_be_here():
    reading = Apart()
    try:
        for text, title in ((PAGE, "The ferry is late"), (PAGE.replace("late", "here"), "here")):
            (item,) = reading.read(_document(text))
            assert isinstance(item, Imported)
            assert title in item.article.title
            assert isinstance(item.ready, Ready)
        (failure,) = reading.read(_document(""))
        assert isinstance(failure, Failure)
    finally:
        reading.close()


def test_a_document_that_ends_the_process_is_told_and_the_next_is_read(monkeypatch):
    dies = "import sys, pickle; pickle.load(sys.stdin.buffer); sys.exit(9)"
    reading = Apart()
    with monkeypatch.context() as patch:
        patch.setattr(apart, "_PROGRAM", dies)
        assert reading.read(_document()) == [Failure("late.html", ENDED)]
    try:
        assert isinstance(reading.read(_document())[0], Imported)
    finally:
        reading.close()


def test_whoever_has_had_enough_does_not_wait_for_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(apart, "_PROGRAM", "import time; time.sleep(60)")
    since = time.monotonic()
    assert Apart(lambda: time.monotonic() - since > 0.3).read(_document()) == []
    assert time.monotonic() - since < 10
