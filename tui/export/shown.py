"""An article to be read outside the reader: in a terminal, a pager, or aloud.

Quotes have a number behind them in the text, and stand once more below with who said them; people
are listed with their roles. Colour adds nothing to that.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from tui.export.painting import Look, Runs, painted
from tui.export.text import cells_of, clean_line, item_marker, speeches, web_address
from tui.layout.visible import is_plain, visible
from tui.layout.wrap import Grapheme, wrap
from tui.model import Article, Block, Person

UNWRAPPED: Final = 0
"""The width that leaves each paragraph on one line."""
_INDENTS: Final = {"quotation": ("> ", "> ")}
"""What begins the first line of a block, and the others."""
_LOOKS: Final[dict[str, Look]] = {"title": "title", "heading": "heading", "caption": "dim"}


def shown(article: Article, width: int = UNWRAPPED, *, colour: bool = False) -> Iterator[str]:
    """Yield the lines of an article, without line feeds, at most `width` cells wide.

    An address and what was set line by line stay whole.
    """
    for number, lines in enumerate(_parts(article, width)):
        if number:
            yield ""
        for runs in lines:
            yield painted(runs, colour=colour).rstrip(" ")


def _parts(article: Article, width: int) -> Iterator[list[Runs]]:
    told = _head(article, width)
    if article.blocks[:1] and article.blocks[0].kind != "title":
        yield told
    for block in article.blocks:
        lines = _block(article, block, width)
        yield [*lines, *told] if block.kind == "title" else lines
    if article.people:
        people = [line for each in article.people for line in _person(each, width)]
        yield [[("People", "heading")], *people]
    said = list(_quotes(article, width))
    if said:
        yield [[("Quotes", "heading")], *said]


def _head(article: Article, width: int) -> list[Runs]:
    told = (*article.authors, article.site or "", (article.published or "")[:10])
    byline = " · ".join(filter(None, map(clean_line, told)))
    address = web_address(article.url)
    lines = _wrapped([(byline, "dim")], width) if byline else []
    if address:
        lines.append([(address, "dim")])
    return lines


def _block(article: Article, block: Block, width: int) -> list[Runs]:
    if block.kind == "table":
        rows = cells_of(article.text[block.start : block.end])
        texts = ["   ".join(map(clean_line, row)) for row in rows]
        return [line for text in texts for line in _wrapped([(text, "")], width)]
    first, others = _INDENTS.get(block.kind, ("", ""))
    if block.kind == "list_item":
        first = item_marker(block)
        others = " " * len(first)
    lines: list[Runs] = []
    for start, end in _lines_of(article.text, block):
        runs = _marked(article, start, end, _LOOKS.get(block.kind, ""))
        if block.kind == "preformatted":
            lines.append(runs)
        else:
            lines += _wrapped(runs, width, others if lines else first, others)
    return lines


def _lines_of(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for line in text[block.start : block.end].split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _marked(article: Article, start: int, end: int, base: Look) -> Runs:
    """Return a range of the text with its people and quotes told apart, and the quotes' numbers."""
    looks: list[Look] = [base] * (end - start)
    for quote in article.quotes:
        _paint(looks, quote.start - start, quote.end - start, "quote")
    for person in article.people:
        for mention in person.mentions:
            _paint(looks, mention.start - start, mention.end - start, "person")
    text = visible(article.text[start:end])
    after: dict[int, list[str]] = {}
    for number, quote in enumerate(article.quotes, 1):
        if start < quote.end <= end:
            after.setdefault(_behind_mark(text, quote.end - start), []).append(f"[{number}]")
    runs: Runs = []
    begin = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or looks[at] != looks[begin] or at in after:
            runs.append((text[begin:at], looks[begin]))
            runs += [(note, "dim") for note in after.get(at, ())]
            begin = at
    return runs


def _paint(looks: list[Look], start: int, end: int, look: Look) -> None:
    start, end = max(0, start), min(len(looks), end)
    if start < end:
        looks[start:end] = [look] * (end - start)


def _behind_mark(text: str, end: int) -> int:
    """Return where a quote's number stands: behind the mark that closes the quote."""
    at = end
    while at < len(text) and text[at] in "\u00a0\u202f":
        at += 1
    return at + 1 if at < len(text) and text[at] in "”»\"’'" else end


def _person(person: Person, width: int) -> list[Runs]:
    runs: Runs = [(clean_line(person.name), "person")]
    runs += [(f", {clean_line(role)}", "") for role in person.roles]
    return _wrapped(runs, width, "- ", "  ")


def _quotes(article: Article, width: int) -> Iterator[Runs]:
    for number, speech in enumerate(speeches(article), 1):
        notes = [
            *(["inferred"] if speech.inferred else []),
            *(["reported"] if speech.quote.kind == "indirect" else []),
        ]
        told = f" ({', '.join(notes)}): " if notes else ": "
        runs: Runs = [
            (f"[{number}] ", "dim"),
            (speech.speaker or "speaker not said", "person" if speech.speaker else "dim"),
            (told, ""),
            (speech.words, "quote"),
        ]
        yield from _wrapped(runs, width, "", "    ")


def _wrapped(runs: Runs, width: int, first: str = "", others: str = "") -> list[Runs]:
    """Return lines of at most `width` cells that begin with `first`, then with `others`."""
    text = "".join(each for each, _ in runs)
    room = max(8, width - len(others)) if width != UNWRAPPED else len(text) * 2 + 1
    lines: list[Runs] = []
    for start, end in wrap(text, room, _graphemes):
        indent = others if lines else first
        line: Runs = [(indent, "")] if indent else []
        lines.append([*line, *_part(runs, start, end)])
    return lines


def _part(runs: Sequence[tuple[str, Look]], start: int, end: int) -> Iterator[tuple[str, Look]]:
    at = 0
    for text, look in runs:
        if at < end and start < at + len(text):
            yield text[max(0, start - at) : end - at], look
        at += len(text)


def _graphemes(text: str) -> list[Grapheme]:
    """Measure each character by itself: never less than a terminal takes, sometimes more."""
    return [(at, at + 1, _cells(character)) for at, character in enumerate(text)]


def _cells(character: str) -> int:
    if is_plain(character) or character == "\ufe0f":
        return 1
    if unicodedata.category(character) in ("Mn", "Me") or character in "\u200c\u200d":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
