"""Documents to articles: one parser for each format, chosen by what the bytes look like.

A parser is a function from a `Document` to a stream of `Parsed` and `Failure`; `parse` never raises
on its input, whatever the bytes are. `PARSERS` at the bottom names the module of each format; the
module, and the libraries that it needs, are imported by the first document of that format.
"""

from collections.abc import Callable, Iterator
from importlib import import_module

from tui.model import Failure
from tui.parse.draft import Dropped, Parsed
from tui.parse.sniff import Format, UnreadableError, sniff
from tui.source import Document

__all__ = ["PARSERS", "Dropped", "Format", "Parsed", "parse", "starts_quickly"]

Parser = Callable[[Document], Iterator[Parsed | Failure]]


def parse(document: Document) -> Iterator[Parsed | Failure]:
    """Parse `document` into its articles; what can't be read is a `Failure` with the reason.

    Nothing is said of one page of many that holds no more than a title.
    """
    for item in _parse(document):
        title_only = isinstance(item, Failure) or len(item.article.blocks) < 2
        if not (document.one_of_many and title_only):
            yield item


def _parse(document: Document) -> Iterator[Parsed | Failure]:
    try:
        yield from _parser(sniff(document))(document)
    except UnreadableError as error:
        yield Failure(document.origin, str(error))
    except _refusals() as error:
        yield Failure(document.origin, f"can't be read: {_one_line(error)}")


def starts_quickly(document: Document) -> bool:
    """Say whether the document's parser needs no heavy library, so that it can be shown first."""
    try:
        return sniff(document) in QUICK
    except UnreadableError:
        return True


def _refusals() -> tuple[type[Exception], ...]:
    """Return how a library may refuse hostile input that its parser did not foresee.

    Looked up only once something was raised. A wrong type or a missing attribute is a mistake of
    ours and goes on up, as does the end of the memory.
    """
    from lxml.etree import LxmlError

    return (ValueError, RecursionError, OverflowError, LxmlError)


def _one_line(error: Exception) -> str:
    said = " ".join(str(error).split())[:_LONGEST_REASON]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _parser(kind: Format) -> Parser:
    module, function = PARSERS[kind].split(":")
    parser: Parser = getattr(import_module(module), function)
    return parser


PARSERS: dict[Format, str] = {
    "article_json": "tui.parse.article_json:parse_article_json",
    "json_feed": "tui.parse.json_feed:parse_json_feed",
    "feed": "tui.parse.feed:parse_feed",
    "html": "tui.parse.html:parse_html",
    "markdown": "tui.parse.markdown:parse_markdown",
    "text": "tui.parse.text:parse_text",
    "list": "tui.parse.page_lists:parse_list",
}

_LONGEST_REASON = 120
"""Code points of a library's own message that are repeated."""

QUICK: frozenset[Format] = frozenset({"text", "markdown", "feed", "json_feed", "list"})
"""The others wait a tenth of a second and more for trafilatura or pydantic (measured)."""
