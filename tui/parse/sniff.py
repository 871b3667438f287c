"""Which format a document is in, by its content.

File names and declared types lie too often to decide; a name only breaks the tie between text with
a few Markdown marks and Markdown. Only the head of a document is looked at, so that sniffing costs
the same for every size.
"""

import re
from collections.abc import Callable
from typing import Literal

from tui.parse.charset import decode
from tui.source import Document
from tui.source.binary import looks_binary

Format = Literal["article_json", "json_feed", "feed", "html", "markdown", "text", "list"]

_HEAD = 65536
"""How many bytes are looked at, at most; twice as many for a JSON Feed: its mark may come last."""

_BINARY_HEAD = 8192

_JSON = re.compile(r'\{\s*(?:"[^"\n]{0,200}(?:"\s*:|\Z)|\}|\Z)|\[\s*\{\s*(?:"|\Z)')
_JSON_LIST = re.compile(r'\[\s*[\[{"\d]')
_JSON_NESTED = re.compile(r"\[(?:\s*\[){5}")
"""More brackets in a row than any writing begins with, closed or not."""
_JSON_FEED = re.compile(r'"version"\s{0,20}:\s{0,20}"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')

_MAYBE_LIST = re.compile(
    r"\[\s{0,20}\{|<!doctype (?:netscape|html>\s{0,20}<html>.{0,500}?<title>(?:Pocket|Instapaper))"
    r"|(?:#[^\n]{0,500}\n\s{0,50}){0,50}(?:https?://|\"?(?:query|exec|filter|file):)"
    r"|[^\n]{0,200}\burl\b",
    re.IGNORECASE | re.DOTALL,
)
"""What may be a list of addresses, told without reading it: nothing is imported for the others."""

_JSON_NOTHING = frozenset(("null", "true", "false"))
"""What a tool writes for a page in which it found no article."""

_PROLOGUE = re.compile(
    r"\s+|<\?[^>]*>|<!--.*?-->|<!--.*\Z|<!doctype(?:[^\[>]|\[[^\]]*\])*>", re.IGNORECASE | re.DOTALL
)
"""What may stand before the first element: space, declarations, comments, a document type."""

_ELEMENT = re.compile(r"<([a-z][\w:.-]{0,40})(?=[\s/>]|\Z)", re.IGNORECASE)
_DOCTYPE_HTML = re.compile(r"<!doctype\s+html", re.IGNORECASE)
_PAGE = re.compile(
    r"^\s{0,20}<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.MULTILINE
)
_BLOCK_END = re.compile(
    r"</(?:p|div|article|section|h[1-6]|ul|ol|li|table|blockquote)>|<br ?/?>", re.IGNORECASE
)

_FEED_ELEMENTS = frozenset(("rss", "feed", "rdf", "channel", "item", "entry"))
"""Roots of RSS 0.9x and 2.0, RSS 1.0 (RDF) and Atom, and what is left of one without its head."""

_LISTS_OF_ADDRESSES = frozenset(("opml", "urlset", "sitemapindex"))
"""Roots of lists of feeds (OPML 2.0) and of pages (sitemaps.org): they hold no article."""

_PAGE_ELEMENTS = (
    r"html|head|body|title|meta|link|base|style|script|noscript|template|"
    r"header|main|article|section|nav|aside|footer|div|p|span|a|b|i|em|"
    r"strong|small|h1|h2|h3|h4|h5|h6|hgroup|ul|ol|li|dl|dt|dd|table|"
    r"tbody|thead|tr|td|th|blockquote|q|pre|code|figure|figcaption|picture|"
    r"img|iframe|video|br|hr|font|center|time|address|details|summary|form|"
    r"button|input|label|u|s|del|ins|sup|sub|abbr|cite|mark|audio|source|"
    r"object|embed"
)
"""Elements of the HTML standard that a page, or a piece of one, may begin with; compiled late."""

_BLOCKS_OF_A_FRAGMENT = 3
"""Text is HTML from so many ends of blocks on, if most of its lines hold a tag."""

_TAGGED = 0.2
"""The share of lines with a tag in a page that begins below other lines or with an image: a dump
of a page's text may print the code of a widget or of a counting pixel."""
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,10}[\s/>]", re.IGNORECASE)

_FRONT_MATTER = re.compile(
    r"(?:---[ \t]*\n(?=\s*(?:#[^\n]*\n\s*)?[\w\"'-][^\n:]{0,80}:)(?:[^\n]*\n){0,400}?(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n(?:[^\n]*\n){0,400}?\+\+\+)[ \t]*(?:\n|\Z)"
)
_TITLE_LINE = re.compile(r"# \S|[^\n]{1,200}\n={3,}[ \t]*(?:\n|\Z)")
_MENU_LINE = re.compile(
    r"^\s{0,12}(?:(?:[*+-]|\d{1,3}\.)\s|!?\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)\s*$)", re.MULTILINE
)
_LINE = re.compile(r"^.*\S", re.MULTILINE)
_MENU = re.compile(
    r"\s{0,12}(?:[*+-] )?(?:!?\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)[ \t]*){1,40}(?:\n|\Z)"
)
_MENU_LINKS = 2
"""Links in the first lines, with nothing else beside them, from which on they are a page's menu."""

_MARKS = {
    "heading": re.compile(r"^#{1,6} \S", re.MULTILINE),
    "link": re.compile(r"(?<!!)\[[^\]\n]{1,200}\]\((?:https?:|mailto:|[/#.])"),
    "image": re.compile(r"!\[[^\]\n]{0,200}\]\("),
    "fence": re.compile(r"^(?:```|~~~)", re.MULTILINE),
    "quotation": re.compile(r"^> \S", re.MULTILINE),
    "strong": re.compile(r"(?<!\*)\*\*[^\s*][^*\n]{0,200}\*\*"),
    "table": re.compile(r"^\|? {0,3}:?-{3,}:? {0,3}\|", re.MULTILINE),
    "reference": re.compile(r"^ {0,3}\[[^\]\n]{1,80}\]: \S", re.MULTILINE),
}
"""Marks that plain text hardly ever holds by chance (CommonMark, GitHub Flavored Markdown)."""

_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_MARKDOWN_MARKS = 3
_MARKDOWN_KINDS = 2
_WRITTEN_KINDS = ("link", "image", "fence", "reference")
"""Below a first line that is no title one of these is needed: dumps of pages make headings too."""

_MOST_LIST_ITEMS = 0.3
"""Past this share of its lines, items and bare links are the menus of a page dumped as Markdown."""


class UnreadableError(Exception):
    """What the bytes are not: any text that could be parsed. The message is the reason."""


def sniff(document: Document) -> Format:
    """Return the format of `document`; raise `UnreadableError` where it has none."""
    data = document.data
    if looks_binary(data[:_BINARY_HEAD]):
        raise UnreadableError("not a text file")
    head = decode(data[:_HEAD], document.media_type).lstrip("\ufeff \t\r\n\f\0")
    if not head and len(data) <= _HEAD:
        raise UnreadableError("the file is empty")
    if "\r" in head:
        head = re.sub(r"\r\n?", "\n", head)
    for recognise in _RECOGNISERS:
        found = recognise(head, document)
        if found:
            return found
    return "text"


def _json(head: str, document: Document) -> Format | None:
    if head.rstrip() in _JSON_NOTHING:
        raise UnreadableError(f"JSON that holds nothing: {head.rstrip()}")
    if not head.startswith(("{", "[")):
        return None
    tail = decode(document.data[-_HEAD:], document.media_type)
    closed_list = _JSON_LIST.match(head) and tail.rstrip().endswith("]")
    if not (_JSON.match(head) or _JSON_NESTED.match(head) or closed_list):
        return None
    is_feed = head.startswith("{") and (_JSON_FEED.search(head) or _JSON_FEED.search(tail))
    return "json_feed" if is_feed else "article_json"


def _element(head: str, document: Document) -> Format | None:
    """Recognise feeds and pages by their first element."""
    if not head.startswith("<"):
        return None
    start = _after_prologue(head)
    if start == len(head) and len(document.data) > _HEAD:
        head = decode(document.data, document.media_type).lstrip("\ufeff \t\r\n\f\0")
        start = _after_prologue(head)
    found = _ELEMENT.match(head, start)
    if _DOCTYPE_HTML.search(head, 0, start):
        return "html"
    if not found:
        return None
    name = found[1].lower()
    if name.rpartition(":")[2] in _FEED_ELEMENTS:
        return "feed"
    if name == "img" and not _mostly_tags(head[start:], _TAGGED):
        return None
    if re.fullmatch(_PAGE_ELEMENTS, name):
        return "html"
    declared = head.startswith("<?xml") and not _PAGE.search(head)
    if declared or name in _LISTS_OF_ADDRESSES:
        raise UnreadableError(f"XML of a kind that is not read: <{found[1]}>")
    return None


def _after_prologue(head: str) -> int:
    start = 0
    while found := _PROLOGUE.match(head, start):
        start = found.end()
    return start


def _markdown(head: str, document: Document) -> Format | None:
    if _FRONT_MATTER.match(head):
        return "markdown"
    counts = {kind: sum(1 for _ in mark.finditer(head)) for kind, mark in _MARKS.items()}
    marks = sum(counts.values())
    if document.origin.lower().endswith(_NAMES) and (marks or not _page(head, document)):
        return "markdown"
    if _TITLE_LINE.match(head):
        return "markdown" if marks >= _MARKDOWN_KINDS else None
    kinds = sum(1 for count in counts.values() if count)
    written = any(counts[kind] for kind in _WRITTEN_KINDS)
    if marks < _MARKDOWN_MARKS or kinds < _MARKDOWN_KINDS or not written or _has_menu(head):
        return None
    lines = sum(1 for _ in _LINE.finditer(head))
    menus = sum(1 for _ in _MENU_LINE.finditer(head))
    return "markdown" if menus <= lines * _MOST_LIST_ITEMS else None


def _has_menu(head: str) -> bool:
    """Tell whether Markdown begins with links alone, as what tools make of a page does."""
    at = links = 0
    while links < _MENU_LINKS and (found := _MENU.match(head, at)):
        links += found[0].count("](")
        at = found.end()
    return links >= _MENU_LINKS


def _page(head: str, _document: Document) -> Format | None:
    """Recognise a page below other lines, and the fragment of a page that begins with text."""
    found = _PAGE.search(head)
    if found and _mostly_tags(head[found.start() :], _TAGGED):
        return "html"
    if sum(1 for _ in _BLOCK_END.finditer(head)) < _BLOCKS_OF_A_FRAGMENT:
        return None
    return "html" if _mostly_tags(head, 0.5) else None


def _mostly_tags(text: str, share: float) -> bool:
    """Tell whether more than `share` of the lines that hold anything hold a tag."""
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(1 for line in lines if _TAG.search(line)) > share * len(lines)


def _list(head: str, _document: Document) -> Format | None:
    """Recognise what other tools write down of saved pages, which is HTML, JSON or text as well."""
    if not _MAYBE_LIST.match(head):
        return None
    from tui.parse.page_lists import is_list

    return "list" if is_list(head) else None


_RECOGNISERS: tuple[Callable[[str, Document], Format | None], ...] = (
    _list,
    _json,
    _element,
    _markdown,
    _page,
)
"""In the order of how sure they are; each returns None for what it does not know."""
