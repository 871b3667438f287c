"""Where quotation marks open and close.

The scanner pairs marks with a stack, one block at a time, and returns the outermost quoted ranges.
A quote that its block leaves open runs on when the next block opens with the same mark (the
convention for several paragraphs), and otherwise ends with its block. One pass over the marks;
offsets are code points of the article.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.model import Block

_CLOSER = {"«": "»", "“": "”", "„": "“", "‹": "›", "‘": "’", "‚": "‘", '"': '"', "''": "''"}
_MARK = re.compile(r"''|‘‘|‘’|’’|``|[«»“”„‟\"‹›‘’‚]")
_SAME = {"‟": "“", "‘‘": "“", "‘’": "“", "``": "“"}
"""Marks that mean another: two single marks typed for a double one are a double one."""
_TWO_SINGLE = "’’"
"""Closes what a double mark opened, and opens where a word follows it."""
_LOW_CLOSER = "“"
"""Closes „ in German; Polish, Romanian and Hungarian close it with ”, which then means the same."""
_MAX_DEPTH = 8
"""Deeper nesting is no writing; what lies deeper is read as text."""
_SINGLE_REACH = 400
"""Characters within which a single mark must close: the apostrophe looks the same."""
_TURNED_REACH = 2_000
"""Characters within which a quote must close that a closing mark has opened."""


class Quoted(NamedTuple):
    """A quoted range: `start`/`end` inside the marks, `opening`/`closing` with them."""

    opening: int
    start: int
    end: int
    closing: int


class _Open(NamedTuple):
    closer: str
    opening: int
    start: int


def scan(text: str, blocks: Iterable[Block]) -> list[Quoted]:
    """Return the outermost quotes of `text`, in order, without overlap."""
    found: list[Quoted] = []
    pending: _Open | None = None
    for block in blocks:
        if block.kind == "preformatted" or block.kind == "table":
            _flush(pending, found, text, block.start)
            pending = None
            continue
        if pending and not _repeats(text, block, pending):
            _flush(pending, found, text, block.start)
            pending = None
        pending = _scan_block(text, block, pending, found)
    _flush(pending, found, text, len(text))
    return [quoted for quoted in found if quoted.start < quoted.end]


def _repeats(text: str, block: Block, pending: _Open) -> bool:
    mark = text[block.start : block.start + len(pending.closer)]
    return _CLOSER.get(mark) == pending.closer or (mark == "»" == pending.closer)


def _flush(pending: _Open | None, found: list[Quoted], text: str, limit: int) -> None:
    if pending:
        end = len(text[pending.start : limit].rstrip()) + pending.start
        found.append(_trimmed(text, pending, end, end))


def _trimmed(text: str, opened: _Open, end: int, closing: int) -> Quoted:
    body = text[opened.start : end]
    start = opened.start + len(body) - len(body.lstrip())
    return Quoted(opened.opening, start, max(start, opened.start + len(body.rstrip())), closing)


def _scan_block(
    text: str, block: Block, pending: _Open | None, found: list[Quoted]
) -> _Open | None:
    stack: list[_Open] = [pending] if pending else []
    begun = len(found)
    for start, end, written in _marks(text, block, skip_first=pending is not None):
        low = written == "”" and bool(stack) and stack[-1].closer == _LOW_CLOSER
        mark = _LOW_CLOSER if low else written
        if _closes(text, start, end, mark, stack, block):
            while stack[-1].closer != mark and len(stack) > 1:
                stack.pop()
            opened = stack.pop()
            if not stack:
                found.append(_trimmed(text, opened, start, end))
        elif not stack and not pending and (closer := _turned(text, start, end, mark, block)):
            stack.append(_Open(closer, start, end))
        elif not stack and mark in "»”" and len(found) == begun and not pending:
            opened = _Open(mark, block.start, block.start)
            if _ends_speech(text, end, block):
                found.append(_trimmed(text, opened, start, end))
        elif len(stack) < _MAX_DEPTH and _opens(text, start, end, mark, stack, block):
            stack.append(_Open(_CLOSER[mark], start, end))
    if not stack or stack[0].closer in ("’", "‘", "''"):
        return None
    return stack[0]


def _turned(text: str, start: int, end: int, mark: str, block: Block) -> str | None:
    """Return what closes a quote that a closing mark opens: ”Wort”, »Wort«; None for no opening."""
    glued = end < block.end and text[end].isalnum() and _looks_opening(text, start, end, block)
    if mark not in "»”" or not glued:
        return None
    limit = min(block.end, end + _TURNED_REACH)
    same, other = text.find(mark, end, limit), text.find("«", end, limit)
    if mark == "»" and other >= 0 and (same < 0 or other < same):
        return "«"
    return mark if same >= 0 and not text[same - 1].isspace() else None


def _ends_speech(text: str, at: int, block: Block) -> bool:
    """Whether a closing mark whose opening was lost stands where speech ends: », a dit Roy."""
    behind = text[at : min(at + 2, block.end)]
    return behind[:1] == "," or (behind[:1].isspace() and behind[1:].islower())


def _marks(text: str, block: Block, skip_first: bool) -> Iterator[tuple[int, int, str]]:
    for match in _MARK.finditer(text, block.start, block.end):
        if skip_first and match.start() == block.start:
            continue
        mark = match.group()
        if mark == _TWO_SINGLE:
            opens = _looks_opening(text, match.start(), match.end(), block)
            mark = "“" if opens else "”"
        yield match.start(), match.end(), _SAME.get(mark, mark)


def _closes(text: str, start: int, end: int, mark: str, stack: list[_Open], block: Block) -> bool:
    if not stack:
        return False
    if mark == "’":
        return stack[-1].closer == "’" and not _word_at(text, end, block)
    if mark == '"' and stack[-1].closer == "”":
        return not _word_at(text, end, block) and not text[start - 1].isspace()
    if mark == '"':
        return any(o.closer == mark for o in stack) and not (
            _looks_opening(text, start, end, block) and stack[-1].closer != mark
        )
    if not any(o.closer == mark for o in stack):
        return mark in "”»" and stack[-1].closer == '"' and not _word_at(text, end, block)
    return True


def _opens(text: str, start: int, end: int, mark: str, stack: list[_Open], block: Block) -> bool:
    if mark not in _CLOSER:
        return False
    if mark in ('"', "''"):
        return _looks_opening(text, start, end, block)
    if mark in "‘‚":
        return (
            not stack
            and _looks_opening(text, start, end, block)
            and _has_close(text, end, _CLOSER[mark], block)
        )
    return True


def _word_at(text: str, at: int, block: Block) -> bool:
    return at < block.end and text[at].isalnum()


def _looks_opening(text: str, start: int, end: int, block: Block) -> bool:
    """A mark opens where a word follows it and none stands in front of it."""
    if end >= block.end or text[end] in ",;.!?)]":
        return False
    if start == block.start:
        return True
    before = text[start - 1]
    return not (before.isalnum() or before in ",.!?;%") or before in "'’([-–—:…" or before == "/"


def _has_close(text: str, at: int, closer: str, block: Block) -> bool:
    closing = text.find(closer, at, min(block.end, at + _SINGLE_REACH))
    while closing >= 0:
        if not _word_at(text, closing + 1, block):
            return True
        closing = text.find(closer, closing + 1, min(block.end, at + _SINGLE_REACH))
    return False
