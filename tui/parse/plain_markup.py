"""HTML of the plain kind that feeds carry, read without a tree.

Paragraphs, headings, lists, links and emphasis, every element closed where it was opened: such a
fragment means the same to every reader, so one pass over its tags gives the pieces that
`tui.parse.html_pieces` would. Anything else is not judged here, and a tree is made of it.
"""

import html
import re

from tui.model import BlockKind, Link
from tui.parse.addresses import LINKED, web_address
from tui.parse.clean import clean_inline, is_harmless
from tui.parse.draft import Piece
from tui.parse.inline import InlineText, Linked
from tui.parse.widgets import word_set

_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
_HREF = re.compile(r"""\shref\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?!(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}[0-9]{0,2});)")
"""An ampersand that begins no whole reference, or one of unusual length."""

_PARAGRAPH: tuple[BlockKind, None] = ("paragraph", None)
_QUOTED = frozenset(("paragraph", "list_item"))
"""What is a quotation inside a block quotation."""

_LINES: dict[str, tuple[BlockKind, int | None]] = {
    "p": _PARAGRAPH,
    "li": ("list_item", None),
    "figcaption": ("caption", None),
    **{f"h{n}": ("heading", max(2, n)) for n in range(1, 7)},
}
"""Elements that hold one line of text, and what kind of block it is."""

_BOXES = word_set("div section article figure ul ol blockquote")
"""Elements that hold lines and other boxes."""

_LISTS = frozenset(("ul", "ol"))
_INLINE = word_set("a b strong i em span u s small sub sup cite abbr mark time")
_SILENT = frozenset(("br", "img", "hr"))
"""Elements without content or end."""

_DEEPEST = 40
"""Elements inside one another; what is nested deeper is not plain."""


_Part = str | tuple[str | None] | tuple[()]
"""A part of a line: its text, where a link begins and whither it leads, or where one ends."""

_END: tuple[()] = ()


class _NotPlainError(Exception):
    """What is read is not of the plain kind."""


def plain_pieces(markup: str, base: str | None) -> tuple[Piece, ...] | None:
    """Return the pieces of `markup`, None where it is not of the plain kind."""
    parts = _TAG.split(markup)
    walk = _Walk(base, harmless=is_harmless(markup.replace("\n", " ")))
    try:
        walk.text(parts[0])
        end = len(parts)
        place = 1
        while place < end:
            name, text = parts[place].lower(), parts[place + 2]
            if name in _LINES and place + 3 < end and parts[place + 3] == f"/{name}":
                walk.whole_line(name, text)
                place += 3
                text = parts[place + 2]
            else:
                walk.tag(name, parts[place + 1])
            if text:
                walk.text(text)
            place += 3
        return walk.end()
    except _NotPlainError:
        return None


class _Walk:
    """Where the walk over the tags is, and the pieces so far."""

    def __init__(self, base: str | None, *, harmless: bool) -> None:
        self.base = base
        self.harmless = harmless
        """Whether no text so far holds anything to take out but white space."""
        self.pieces: list[Piece] = []
        self.open: list[str] = []
        """The elements that are open, the innermost last."""
        self.line: list[_Part] = []
        """The line that is being read: its text, and where links begin and end."""
        self.linked = False
        """Whether the line holds a link."""
        self.breaks = 0

    def text(self, text: str) -> None:
        """Read the text between two tags."""
        if "<" in text:
            raise _NotPlainError
        if "&" in text:
            if _REFERENCE.search(text):
                raise _NotPlainError
            text = html.unescape(text)
            self.harmless = self.harmless and is_harmless(text.replace("\n", " "))
        if self.breaks and not text.isspace():
            self.breaks = 0
        self.line.append(text)

    def tag(self, name: str, attributes: str) -> None:
        """Read a tag; `name` begins with "/" where it closes."""
        if name[0] == "/":
            self.close(name[1:])
        elif name in _SILENT:
            self.silent(name)
        elif attributes.endswith("/") or len(self.open) >= _DEEPEST:
            raise _NotPlainError
        elif name in _INLINE:
            if name == "a":
                self.link(attributes)
            self.open.append(name)
        elif name in _LINES or name in _BOXES:
            self.block(name)
        else:
            raise _NotPlainError

    def block(self, name: str) -> None:
        """Begin a block: none stands inside a line, no item outside of a list, lists are simple."""
        outer = self.open[-1] if self.open else ""
        in_line = outer in _LINES or outer in _INLINE
        if in_line or (name == "li") != (outer in _LISTS):
            raise _NotPlainError
        if name in _LISTS and (name == "ol" or not _LISTS.isdisjoint(self.open)):
            raise _NotPlainError
        self.flush(outer)
        self.open.append(name)

    def whole_line(self, name: str, text: str) -> None:
        """Read a line that holds nothing but text."""
        self.block(name)
        self.text(text)
        self.flush(name)
        self.open.pop()

    def close(self, name: str) -> None:
        """End the innermost element, which must be the one named."""
        if not self.open or self.open[-1] != name:
            raise _NotPlainError
        if name == "a":
            self.line.append(_END)
        elif name not in _INLINE:
            self.flush(name)
        self.open.pop()

    def silent(self, name: str) -> None:
        """Read a break, a rule or an image; a second break in a row ends a block."""
        if name == "br":
            if self.breaks:
                raise _NotPlainError
            self.line.append("\n")
            self.breaks = 1
        elif name == "hr":
            outer = self.open[-1] if self.open else ""
            if outer in _LINES or outer in _INLINE:
                raise _NotPlainError
            self.flush(outer)

    def link(self, attributes: str) -> None:
        """Begin a link; no link stands inside another."""
        if "a" in self.open or attributes.count('"') % 2 or attributes.count("'") % 2:
            raise _NotPlainError
        found = _HREF.search(attributes)
        if found is None and "href" in attributes.lower():
            raise _NotPlainError
        href = html.unescape(found[1] or found[2] or "") if found else None
        self.line.append((web_address(href, self.base, LINKED),))
        self.linked = True

    def flush(self, name: str) -> None:
        """End the line that is being read; `name` is the element that it stands in."""
        line = self.line
        if not line:
            return
        self.line = []
        self.breaks = 0
        if self.linked:
            self.linked = False
            text, links = _linked(line, harmless=self.harmless)
        else:
            text, links = _cleaned("".join(map(str, line)), harmless=self.harmless), ()
        if text:
            kind, level = _LINES.get(name, _PARAGRAPH)
            if kind in _QUOTED and "blockquote" in self.open:
                kind = "quotation"
            self.pieces.append(Piece(kind, text, level, links))

    def end(self) -> tuple[Piece, ...]:
        """Return the pieces of a fragment that is read to its end."""
        if self.open:
            raise _NotPlainError
        self.flush("")
        return tuple(self.pieces)


def _cleaned(text: str, *, harmless: bool) -> str:
    """Do what `clean_inline` does, where the text is known to be harmless only to its space."""
    if not harmless:
        return clean_inline(text)
    text = text.replace("\n", " ")
    return clean_inline(text) if _has_runs(text) else text.strip()


def _has_runs(text: str) -> bool:
    return "  " in text.replace("\xa0", " ").replace("\u202f", " ")


def _linked(line: list[_Part], *, harmless: bool) -> Linked:
    """Return the text of a line and its links."""
    text = "".join(part for part in line if isinstance(part, str)).replace("\n", " ")
    if not harmless or _has_runs(text):
        return _linked_slowly(line)
    stripped = text.strip()
    lead = len(text) - len(text.lstrip())
    links: list[Link] = []
    url, start, size = None, 0, 0
    for part in line:
        if isinstance(part, str):
            size += len(part)
        elif part:
            url, start = part[0], size
        elif url:
            links += _link(stripped, start - lead, size - lead, url)
    return stripped, tuple(links)


def _link(text: str, start: int, end: int, url: str) -> list[Link]:
    """Return a link around words, without the space at its ends."""
    start, end = max(start, 0), min(end, len(text))
    start += text[start : start + 1].isspace()
    end -= text[start:end][-1:].isspace()
    return [Link(start, end, url)] if start < end else []


def _linked_slowly(line: list[_Part]) -> Linked:
    inline = InlineText()
    for part in line:
        if isinstance(part, str):
            inline.add(part)
        elif part:
            inline.open_link(part[0])
        else:
            inline.close_link()
    return inline.result()
