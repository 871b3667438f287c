"""What no parser foresaw is one `Failure` of its document, and the batch goes on."""

from collections.abc import Iterator

import pytest
from lxml import etree

from tui.model import Failure
from tui.parse import parse
from tui.source import Document


def raising(error: Exception):
    def parser(_: Document) -> Iterator[Failure]:
        yield Failure("first", "before it")
        raise error

    return parser


UNFORESEEN = [
    ValueError("two\nlines"),
    UnicodeDecodeError("utf-8", b"\xed", 0, 1, "invalid"),
    RecursionError(),
    OverflowError("too large"),
    etree.ParserError("x" * 500),
]


@pytest.mark.parametrize("error", UNFORESEEN, ids=lambda error: type(error).__name__)
def test_what_a_library_raises_names_the_file(error: Exception, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tui.parse._parser", lambda _: raising(error))
    before, failure = parse(Document(b"words", "in.txt"))
    assert isinstance(before, Failure)
    assert isinstance(failure, Failure)
    assert failure.origin == "in.txt"
    assert failure.reason.startswith(f"can't be read: {type(error).__name__}")
    assert "\n" not in failure.reason
    assert len(failure.reason) < 200


@pytest.mark.parametrize("error", [TypeError("ours"), MemoryError(), AttributeError("ours")])
def test_mistakes_of_ours_are_not_hidden(error: Exception, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tui.parse._parser", lambda _: raising(error))
    with pytest.raises(type(error)):
        list(parse(Document(b"words", "in.txt")))
