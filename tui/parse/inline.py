"""One block's text while it is read piecewise: cleaned parts, and links with their offsets.

White space at the seams becomes one space, as inside the parts; a link's offsets count code points
of the text so far, so they never need shifting within their block.
"""

from collections.abc import Iterable
from itertools import pairwise

from tui.model import Link
from tui.parse.clean import clean_inline

Linked = tuple[str, tuple[Link, ...]]
"""Text on its own, with the links in it."""


class InlineText:
    """Collects the text and the links of one block."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._gap = False
        self._links: list[Link] = []
        self._open: list[tuple[str | None, int]] = []

    def add(self, text: str) -> None:
        """Add text as the source has it."""
        clean = clean_inline(text)
        if not clean:
            self._gap = self._gap or bool(text.strip("\u200b"))
            return
        if self._size and (self._gap or text[0].isspace()):
            self._append(" ")
        self._append(clean)
        self._gap = text[-1].isspace()

    def open_link(self, url: str | None) -> None:
        """Begin a link; without a URL its words are kept and no link is made."""
        self._open.append((url, self._size))

    def close_link(self) -> None:
        """End the innermost link."""
        if not self._open:
            return
        url, start = self._open.pop()
        if url and start < self._size:
            self._links.append(Link(start, self._size, url))

    def result(self) -> Linked:
        """Return the text and its links, in order, each around words and not the space before."""
        text = "".join(self._parts)
        if clean_inline(text) != text:
            return clean_inline(text), ()
        trimmed = (
            Link(link.start + (text[link.start] == " "), link.end, link.url) for link in self._links
        )
        return text, _apart(sorted(trimmed, key=lambda link: link.start))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._size += len(text)


def joined(parts: Iterable[Linked], separator: str) -> Linked:
    """Join texts, and shift their links."""
    texts: list[str] = []
    links: list[Link] = []
    start = 0
    for text, inside in parts:
        texts.append(text)
        links += (Link(start + link.start, start + link.end, link.url) for link in inside)
        start += len(text) + len(separator)
    return separator.join(texts), tuple(links)


def _apart(links: list[Link]) -> tuple[Link, ...]:
    """Leave out a link that begins inside the one before it."""
    kept = links[:1] + [link for before, link in pairwise(links) if link.start >= before.end]
    return tuple(link for link in kept if link.start < link.end)
