"""Lines of a dump that are one block of the page: joined where the dump broke them.

Some tools wrap at a column, which the text itself gives away: the next line's first word would not
have fitted. Others break at every inline tag. Every step looks at neighbours only, so the time is
linear in the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

MARK = re.compile(
    r"(?P<heading>#{1,6})\s+|(?P<bullet>[*•◦‣▪□■●○+·])\s+|(?P<dash>-)\s+(?=\S)|"
    r"(?P<number>\d{1,2}\\?[.)])\s+(?=\D)|(?P<quote>>+)\s*"
)
"""What stands before a block: a mark of a heading, a list's item, a quotation."""

_BREAK = re.compile(r"\r\n?|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_ENDS = re.compile(r"[.!?…。！？:][\s\"'”»’)\]]*$")
_HANGS = re.compile(r"[,.;:!?%)\]»”…](?:\s|$)|[’'](?:s|t|re|ve|ll|d|m)\b")

WRAP_COLUMNS = (50, 100)
"""Line lengths, in code points, between which a text may have been wrapped."""
_WORD, _OVER = 30, 0.1
"""The longest first word looked at; the share of the text that may stand in longer lines."""
_PAIRS, _SHARE, _LEAST = 3, 0.6, 0.05
"""Pairs of lines that prove a column: how many, of those that could, and of all lines."""
_CENTRE = (-2.5, 5.0)
"""How far, in columns, a centred line's middle may lie from that of the text."""
_DEEPER = 2
"""Columns from which a block stands apart from the text around it."""


@dataclass(frozen=True, slots=True)
class Raw:
    """One line, or one block after joining."""

    text: str
    """With the space at its end, which tells where a tag broke the line."""
    indent: int
    blanks: int
    """Empty lines before it."""
    centred: bool = False
    apart: bool = False
    """Indented deeper than the text around it."""


def raw_lines(text: str) -> Iterator[Raw]:
    """Return the lines of `text` that are not blank."""
    blanks = 0
    for piece in _BREAK.split(text):
        body = piece.strip()
        if not body:
            blanks += 1
            continue
        lead = piece[: len(piece) - len(piece.lstrip())].expandtabs(4)
        yield Raw(piece.lstrip(), len(lead), blanks)
        blanks = 0


def _size(line: Raw) -> int:
    return line.indent + len(line.text.rstrip())


def wrap_column(raw: Sequence[Raw]) -> int:
    """Return the column at which the text was wrapped, 0 where it was not.

    Each pair of lines in a row allows the columns that the first one fits and the first with the
    next word does not; a wrapped text has a column that most of its pairs allow.
    """
    low, high = WRAP_COLUMNS
    words = [line for line in raw if " " in line.text.strip()]
    sizes = [_size(line) for line in words]
    if sum(size for size in sizes if size > high) > sum(sizes) * _OVER:
        return 0
    steps = [0] * (high + 2)
    pairs = 0
    for last, line in pairwise(raw):
        size = _size(last)
        if line.blanks or MARK.match(line.text) or not low - 10 <= size <= high:
            continue
        pairs += 1
        word = line.text.split(maxsplit=1)[0][:_WORD]
        steps[size] += 1
        steps[min(high + 1, size + len(word) + 1)] -= 1
    allowed = best = column = 0
    for place in range(high + 1):
        allowed += steps[place]
        if allowed > best:
            best, column = allowed, place
    enough = best >= max(_PAIRS, pairs * _SHARE, len(raw) * _LEAST)
    return column if column >= low and enough else 0


def placed(raw: Sequence[Raw], column: int) -> list[Raw]:
    """Say of the lines of a wrapped text which are centred and which stand apart."""
    counts: dict[int, int] = {}
    for line in raw:
        if _size(line) > column // 2 and not MARK.match(line.text):
            counts[line.indent] = counts.get(line.indent, 0) + 1
    base = max(counts, key=lambda indent: (counts[indent], -indent), default=0)
    return [_placed(line, base, column) for line in raw]


def _placed(line: Raw, base: int, column: int) -> Raw:
    if line.indent < base + _DEEPER or MARK.match(line.text):
        return line
    off = line.indent + len(line.text.rstrip()) / 2 - column / 2
    centred = line.indent >= base + 2 * _DEEPER and _CENTRE[0] <= off <= _CENTRE[1]
    return replace(line, centred=centred, apart=not centred)


def joined(raw: Sequence[Raw], column: int) -> Iterator[Raw]:
    """Join each line to the one before where that one goes on in it."""
    parts: list[str] = []
    first = last = None
    for i, line in enumerate(raw):
        signs = bool(_SIGNED.match(line.text)) and not _follows_on(raw, i)
        if (
            first is not None
            and last is not None
            and not signs
            and _goes_on(first, last, line, column)
        ):
            parts.append(line.text)
        else:
            if first is not None:
                yield replace(first, text=_glue(parts))
            parts, first = [line.text], line
        last = line
    if first is not None:
        yield replace(first, text=_glue(parts))


_SIGNED = re.compile(
    r"(?:par|by|von|de|por|di|da|door)(?:\s[A-ZÀ-Ý][\w’'-]+){2,4}(?:\s(?:et|and|und|y|e|en)(?:\s[A-ZÀ-Ý][\w’'-]+){2,4})?\s*$"
)
"""A line that signs in small letters: "di Ornella Trevisin"."""


def _follows_on(raw: Sequence[Raw], i: int) -> bool:
    """Tell whether the line after the one at `i` goes on in its sentence."""
    following = raw[i + 1].text if i + 1 < len(raw) and not raw[i + 1].blanks else ""
    return bool(following) and (following[0].islower() or bool(_HANGS.match(following)))


def _glue(parts: list[str]) -> str:
    """Join the parts with a space, but none before punctuation that hangs on the word before."""
    out: list[str] = []
    for part in parts:
        tight = not out or _HANGS.match(part) or out[-1][-1:].isspace()
        tight = tight or out[-1][-1:] in "’'([«“" or (part[:1] in "-/" and part[1:2].isalnum())
        out.append(part if tight else f" {part}")
    return "".join(out)


def _goes_on(first: Raw, last: Raw, line: Raw, column: int) -> bool:
    if line.blanks or MARK.match(line.text):
        return False
    if not column:
        return _cut_at_tag(last, line)
    if last.centred and line.centred:
        return True
    word = line.text.split(maxsplit=1)[0]
    full = _size(last) + len(word) >= column and _size(last) > column // 2
    if MARK.match(first.text):
        return line.indent > first.indent or (full and line.indent > 0)
    return (line.indent == first.indent and full) or (not first.indent and _cut_at_tag(last, line))


def _cut_at_tag(last: Raw, line: Raw) -> bool:
    """Tell whether the break between two lines is that of an inline tag inside a sentence."""
    head = line.text[:1]
    if _ENDS.search(last.text.rstrip()[-4:]) and not _HANGS.match(line.text):
        spaced = last.text[-1:] == " " or line.indent == 1
        return spaced and head.islower() and len(last.text) + len(line.text) > 60
    if _HANGS.match(line.text):
        return True
    if line.indent == 1 or (last.text[-1:] in " \u00a0" and last.text[-2:-1] not in " \t"):
        return head.isalnum() or head in "«“\"'(–—$€£#@-"
    return head.islower() and (len(last.text) > 40 or len(line.text) > 60)
