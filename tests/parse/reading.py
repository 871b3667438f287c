"""What holds for whatever comes out of the parsers, checked while it is read."""

from tui.model import Article, Failure
from tui.parse import Parsed, parse
from tui.parse.article_json import dumps, loads
from tui.parse.article_rules import check
from tui.source import Document
from tui.source.archives import page_of


def read(data: bytes, name: str = "page.html") -> list[Article]:
    """Return the articles of a document, or of the page saved in it, each checked."""
    articles = []
    document = page_of(Document(data, name))
    for item in [document] if isinstance(document, Failure) else parse(document):
        if isinstance(item, Parsed):
            check(item.article)
            assert loads(dumps(item.article)) == item.article
            assert all(left.rule for left in item.dropped)
            articles.append(item.article)
        else:
            assert isinstance(item, Failure)
            assert item.reason
            assert "\n" not in item.reason
    return articles
