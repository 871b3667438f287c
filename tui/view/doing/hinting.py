"""Going anywhere on the screen by letters: names, quotes, links, rows, panes, chips and tabs."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from rich.cells import cell_len
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.session.actions import FACETS, PANES
from tui.view import messages as said
from tui.view.doing.linking import follow
from tui.view.panes.facets import FacetRow
from tui.view.screens.hints import Hint, HintScreen, Target, picture, placed
from tui.view.widgets.bar import Bar
from tui.words import _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen
    from tui.view.widgets.row_list import RowList


def view_hints(reader: "ReaderScreen") -> None:
    """Put letters on everything that can be chosen; the letters typed choose it."""
    reader.show_status(_("Type the letters of where to go; esc leaves"))
    lines = picture(reader)
    hints = placed(list(_targets(reader, lines)), reader.size.width)
    reader.app.push_screen(HintScreen(lines, hints), partial(_choose, reader))


def _choose(reader: "ReaderScreen", hint: Hint | None) -> None:
    reader.show_status()
    if hint is not None:
        hint.choose()


def _targets(reader: "ReaderScreen", lines: list[Strip]) -> Iterator[Target]:
    """Yield what can be chosen, that of the pane in focus first: it gets the shortest words."""
    panes = [name for name in (*PANES, FACETS) if reader.query_one(f"#{name}").region]
    panes.sort(key=lambda name: name != reader.active)
    for name in panes:
        if name == "article":
            yield from _words(reader, lines)
        else:
            yield from _rows(reader, name)
    for name in panes:
        region = reader.query_one(f"#{name}").region
        yield Target(region.x, region.y, partial(reader.show_pane, name))
    for bar in reader.query(Bar):
        for x, y, _name, value in _meant(lines, bar, ("part",)):
            message = partial(said.PartChosen, bar.id or "", value)
            yield Target(x, y, partial(_post, bar, message))


def _words(reader: "ReaderScreen", lines: list[Strip]) -> Iterator[Target]:
    """Yield the names, quotes and links of the article, each once."""
    body = reader.body
    article = body.article
    for x, y, name, value in _meant(lines, body, ("person", "quote", "link")):
        if name == "person":
            yield Target(x, y, partial(_post, body, partial(said.PersonClicked, value)))
        elif article is not None and name == "quote":
            message = partial(said.QuoteClicked, article.quotes[value])
            yield Target(x, y, partial(_post, body, message))
        elif article is not None:
            yield Target(x, y, partial(follow, reader, article.links[value].url))


def _meant(
    lines: list[Strip], widget: Widget, names: tuple[str, ...]
) -> Iterator[tuple[int, int, str, Any]]:
    """Yield where on the screen something begins that a click in a widget means, and what."""
    region = widget.region
    met = set()
    for y in range(region.y, region.bottom):
        x = region.x
        for text, style, _control in lines[y].crop(region.x, region.right):
            meta = style.meta if style else {}
            for name in names:
                if name in meta and (name, meta[name]) not in met:
                    met.add((name, meta[name]))
                    yield x + len(text) - len(text.lstrip()), y, name, meta[name]
                if name in meta:
                    break
            x += cell_len(text)


def _rows(reader: "ReaderScreen", name: str) -> Iterator[Target]:
    """Yield the rows of a list that begin on the screen; the pane's edge has room for a letter."""
    rows = cast("RowList[Any]", reader.query_one(f"#{name}"))
    place = rows.content_region
    first = -(-rows.scroll_offset.y // rows.ROW_HEIGHT)
    for index in range(first, len(rows.rows)):
        y = place.y + index * rows.ROW_HEIGHT - rows.scroll_offset.y
        if y >= place.bottom:
            break
        row = rows.rows[index]
        if not isinstance(row, FacetRow) or row.facet is not None:
            yield Target(max(0, place.x - 1), y, partial(_pick, reader, name, index))


def _pick(reader: "ReaderScreen", name: str, index: int) -> None:
    """Do what a click on a row does."""
    rows = cast("RowList[Any]", reader.query_one(f"#{name}"))
    reader.show_pane(name)
    rows.move_to(index)
    rows.activate(index)


def _post(widget: Widget, message: Callable[[], Message]) -> None:
    widget.post_message(message())
