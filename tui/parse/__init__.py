"""Documents to articles: one parser for each format, chosen by what the bytes look like.

A parser is a function from a `Document` to a stream of `Parsed` and `Failure`; it never raises on
its input, whatever the bytes are. `PARSERS` at the bottom names the module of each format; the
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
    """Parse `document` into its articles; what can't be read is a `Failure` with the reason."""
    try:
        kind = sniff(document)
    except UnreadableError as error:
        yield Failure(document.origin, str(error))
        return
    yield from _parser(kind)(document)


def starts_quickly(document: Document) -> bool:
    """Say whether the document's parser needs no heavy library, so that it can be shown first."""
    try:
        return sniff(document) in QUICK
    except UnreadableError:
        return True


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
}

QUICK: frozenset[Format] = frozenset({"text", "markdown", "feed", "json_feed"})
"""The others wait a tenth of a second and more for trafilatura or pydantic (measured)."""
