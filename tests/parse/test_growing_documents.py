"""No document takes more than its size is worth: time grows as the document does.

Time is counted in calls, of Python's functions and of the interpreter's own, and not in seconds, so
that a busy machine changes nothing.
"""

import sys
from collections.abc import Callable

import pytest

from tui.parse import parse
from tui.source import Document

LINE = "The office counted its boats again on Monday and found {} of them beside the old quay. "
ITEM = (
    "<item><title>Boat {0}</title><link>https://feed.example/{0}</link>"
    "<description>&lt;p&gt;The office counted boat {0} again.&lt;/p&gt;</description></item>"
)
CARD = '<div class="card"><h3><a href="/b/{0}">Boat {0} is back</a></h3><p>{1}</p></div>'
TEASER = "Boat {0} is back\n\nBoat {0} is back\n\n{1}\n\nAnna Holt\n\n"

Repeat = tuple[str, str, str]
"""What stands before, what is repeated with its number as {0} and a line as {1}, what follows."""

GROWING: dict[str, Repeat] = {
    "paragraphs.html": ("<html>", "<p>{0} {1}", ""),
    "one paragraph.html": ("<html><p>", "{0} {1}", ""),
    "boxes.html": ("<html>", "<div class=b{0}><p>{0} boats</div>", ""),
    "nested boxes.html": ("<html>", "<div><p>{0} {1} {1}", ""),
    "links.html": ("<html>", '<a href="/b{0}">Boat {0}</a> ', ""),
    "story links.html": ("<html>", '<a href="/b{0}">Boat {0} is back at the quay</a> ', ""),
    "paragraph of stories.html": (
        "<html><p>", '<b><a href="/b{0}">Boat {0} is back at the quay</a></b>', LINE
    ),
    "cards.html": ("<html>", CARD, ""),
    "nested tables.html": ("<html>", "<table><tr><td>{0}<td>", "<p>A boat."),
    "nested code.html": ("<html>", "<code>{0}", "<p>A boat."),
    "siblings.html": ("<html>", "<div><div></div></div>", f"<p>{LINE}"),
    "spans.html": ("<html><p>", "<span>{0} boats</span> ", ""),
    "deep siblings.html": (f"<html>{'<div>' * 240}", "<i>{0}</i><div>A boat</div>", ""),
    "headings alone.html": ("<html>", "<h2>Boat {0}</h2>", ""),
    "table.html": ("<html><table>", "<tr><td>{0}</td><td>boats</td></tr>", ""),
    "list.html": ("<html><ul>", "<li>{0} {1}", ""),
    "headings.html": ("<html>", "<h2>Boat {0}</h2><p>{1}</p>", ""),
    "zones.html": ("<html>", "<div class=share-buttons>{0} shares</div>", "<p>A boat."),
    "scripts off.html": ("<html>", "<noscript>" + "{0} {1}" * 8 + "</noscript>", "<p>A boat."),
    "figures.html": ("<html>", "<figure><img><figcaption>A boat, {0}</figcaption></figure>", ""),
    "breaks.html": ("<html><div>", "A boat.<br><br>", "</div>"),
    "unclosed.html": ("<html>", "<b><i><a href=/{0}>", LINE),
    "metadata.html": ("<html>", '<meta name=author content="Anna Holt">', f"<p>{LINE}"),
    "JSON-LD.html": (
        '<script type="application/ld+json">[', '{{"@type":"Person"}},', f"{{}}]</script><p>{LINE}",
    ),
    "paragraphs.txt": ("", "{0} {1}\n\n", ""),
    "menu.txt": ("", "Boat {0}\n", ""),
    "teasers.txt": (f"The boats\n\n{LINE * 5}\n\n", TEASER, ""),
    "wrapped.txt": ("", "{1}\n", ""),
    "one line.txt": ("", "{1}", ""),
    "signed.txt": ("", "By Anna Holt\n21 January 2025\n", ""),
    "paragraphs.md": ("# Boats\n\n", "**{0}** {1} [x](/y)\n\n", ""),
    "marks.md": ("# Boats\n\n", "[a](b) *c* _d_ `e` ", ""),
    "quotations.md": ("# Boats\n\n", "> - a\n\n", ""),
    "items.xml": ("<rss><channel>", ITEM, "</channel></rss>"),
    "damaged.xml": ("<rss><channel>", ITEM, "</item>"),
}  # fmt: skip
SMALL = 150
LARGE = 600


def document(name: str, count: int) -> Document:
    before, repeated, after = GROWING[name]
    body = "".join(repeated.format(number, LINE) for number in range(count))
    return Document(f"{before}{body}{after}".encode(), name)


def calls(work: Callable[[], object]) -> int:
    """Return how many functions `work` calls."""
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_document_takes_about_four_times_the_calls(name: str):
    small, large = document(name, SMALL), document(name, LARGE)
    list(parse(small))
    ratio = calls(lambda: list(parse(large))) / calls(lambda: list(parse(small)))
    assert ratio < 1.6 * LARGE / SMALL
