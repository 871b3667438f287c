"""From Markdown to pieces: one walk over the tokens of markdown-it.

Inline marks vanish, links become spans of the piece's text, raw HTML blocks are read as HTML. A
footnote keeps its number where it is called and in front of its text, which stands at the end. The
walk is iterative; the parser limits nesting itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model import BlockKind
from tui.parse.addresses import LINKED, web_address
from tui.parse.clean import clean_inline, clean_preformatted
from tui.parse.draft import Piece
from tui.parse.inline import InlineText, Linked, joined

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_CALL = re.compile(r"\[\^[^\s\[\]]{1,200}\]")
"""The call of a footnote."""

_CELL_SEPARATOR = " | "

_EMPHASIS = frozenset(("em", "strong"))
_WORDLESS = frozenset(("image", "softbreak", "hardbreak"))


@dataclass(frozen=True, slots=True)
class MarkdownBlock:
    """A piece, and what its marks said of it."""

    piece: Piece
    level: int | None = None
    """1 to 6 as written for a heading."""
    emphasised: bool = False
    """Whether all of it stands in bold or italics."""
    image: bool = False
    """Whether it is the legend of an image that stands alone."""


def markdown_blocks(source: str, base: str | None) -> list[MarkdownBlock]:
    """Return the blocks of `source` in reading order; relative links are resolved with `base`.

    The parser takes every link for one, and `web_address` judges it, so that no marks stay behind.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False).use(deflist_plugin)
    parser.inline.ruler.at("footnote_ref", _footnote_call)
    parser.validateLink = lambda _: True  # type: ignore[method-assign, assignment]
    walk = _Walk(base)
    for token in parser.parse(source):
        walk.take(token)
    return walk.blocks


def _footnote_call(state: "StateInline", silent: bool) -> bool:
    """Read a call of a footnote; the plugin alone looks for its end as far as the text goes."""
    from mdit_py_plugins.footnote.index import footnote_ref

    return bool(_CALL.match(state.src, state.pos)) and footnote_ref(state, silent)


class _Walk:
    """Where the walk is: how deep in quotations and lists, and in which table."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.blocks: list[MarkdownBlock] = []
        self.quotations = 0
        self.items = 0
        self.lists: list[int | None] = []
        """Of the lists that are open, the number of the next item; None where there is none."""
        self.number: int | None = None
        """What the item that begins here is numbered."""
        self.heading: int | None = None
        self.rows: list[list[Linked]] | None = None
        self.note = ""
        """The mark of a footnote whose text begins here."""

    def take(self, token: "Token") -> None:
        """Read one block token."""
        match token.type:
            case (
                "bullet_list_open" | "bullet_list_close" | "ordered_list_open"
                | "ordered_list_close"
            ):  # fmt: skip
                self.list(token)
            case "blockquote_open" | "blockquote_close":
                self.quotations += token.nesting
            case (
                "list_item_open" | "list_item_close" | "dl_open" | "dl_close"
                | "footnote_open" | "footnote_close"
            ):  # fmt: skip
                self.items += token.nesting
                self.count(token)
                self.note = _note(token) if token.type == "footnote_open" else self.note
            case "heading_open":
                self.heading = int(token.tag[1:])
            case "heading_close":
                self.heading = None
            case "table_open":
                self.rows = []
            case "tr_open" if self.rows is not None:
                self.rows.append([])
            case "table_close":
                self.end_table()
            case "inline":
                self.inline(token.children or [])
            case "fence" | "code_block":
                self.add("preformatted", (clean_preformatted(token.content), ()))
            case "html_block":
                self.html(token.content)

    def list(self, token: "Token") -> None:
        """Begin or end a list."""
        if token.nesting < 0:
            self.lists.pop()
        elif token.type == "ordered_list_open":
            self.lists.append(int(token.attrs.get("start", 1)))
        else:
            self.lists.append(None)

    def count(self, token: "Token") -> None:
        """Number an item of a numbered list."""
        if token.type == "list_item_open":
            self.number = self.lists[-1]
            if self.number is not None:
                self.lists[-1] = self.number + 1
        else:
            self.number = None

    def inline(self, tokens: Sequence["Token"]) -> None:
        """Read the text of a heading, a paragraph or a cell."""
        content = _inline(tokens, self.base, f"{self.note} ")
        self.note = ""
        if self.rows is not None:
            if self.rows:
                self.rows[-1].append(content)
        elif self.heading is not None:
            text, links = content
            piece = Piece("heading", text, max(2, self.heading), links)
            self.blocks += [MarkdownBlock(piece, self.heading)] if text else []
        elif content[0]:
            emphasised = _is_emphasised(tokens)
            pictured = emphasised and any(token.type == "image" for token in tokens)
            self.add("caption" if pictured else self.kind(), content, emphasised=emphasised)
        else:
            legend = _legend(tokens)
            if legend is not None:
                self.blocks.append(MarkdownBlock(Piece("caption", legend), image=True))

    def kind(self) -> BlockKind:
        """Return what a paragraph is here."""
        if self.quotations:
            return "quotation"
        return "list_item" if self.items else "paragraph"

    def add(self, kind: BlockKind, content: Linked, *, emphasised: bool = False) -> None:
        """Add a block unless it is empty."""
        text, links = content
        if text:
            depth = max(1, len(self.lists))
            number = self.number if kind == "list_item" else None
            self.number = None
            piece = Piece(kind, text, None, links, depth, number)
            self.blocks.append(MarkdownBlock(piece, emphasised=emphasised))

    def end_table(self) -> None:
        """Join the cells of the table that ends."""
        rows = [joined(row, _CELL_SEPARATOR) for row in self.rows or () if any(c[0] for c in row)]
        self.rows = None
        self.add("table", joined(rows, "\n"))

    def html(self, source: str) -> None:
        """Read a block of raw HTML; a comment holds nothing."""
        if not source.lstrip().startswith("<!--"):
            from tui.parse.html_pieces import html_pieces

            for piece in html_pieces(source, self.base):
                self.blocks.append(MarkdownBlock(piece, piece.level))


def _note(token: "Token") -> str:
    """Return the mark of a footnote: its label as written, or its number."""
    label = str(token.meta.get("label") or "")
    return f"[{label if label.isdigit() else token.meta['id'] + 1}]"


def _inline(tokens: Sequence["Token"], base: str | None, before: str = "") -> Linked:
    text = InlineText()
    text.add(before)
    for token in tokens:
        match token.type:
            case "text" | "code_inline" | "text_special":
                text.add(token.content)
            case "softbreak" | "hardbreak":
                text.add("\n")
            case "footnote_ref":
                text.add(_note(token))
            case "link_open":
                text.open_link(web_address(str(token.attrs.get("href", "")), base, LINKED))
            case "link_close":
                text.close_link()
            case "html_inline" if token.content.lower().startswith("<br"):
                text.add("\n")
    return text.result()


def _is_emphasised(tokens: Sequence["Token"]) -> bool:
    """Say whether one pair of emphasis marks holds all words of a paragraph."""
    inner = [
        t for t in tokens if t.type not in _WORDLESS and (t.type != "text" or t.content.strip())
    ]
    if len(inner) < 3 or inner[0].tag not in _EMPHASIS or inner[0].nesting != 1:
        return False
    return all(t.level > inner[0].level for t in inner[1:-1]) and inner[-1].tag == inner[0].tag


def _legend(tokens: Sequence["Token"]) -> str | None:
    """Return the title, else the description, of images that stand alone; None without any.

    A description of one word is a file name or a label more often than a legend.
    """
    images = [token for token in tokens if token.type == "image"]
    if not images:
        return None
    for image in images:
        title = clean_inline(str(image.attrs.get("title", "")))
        if title:
            return title
    described = [clean_inline(image.content) for image in images]
    return next((text for text in described if " " in text), "")
