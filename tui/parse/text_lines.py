"""From the raw text of a dump to its lines: what was wrapped or cut at a tag is one line again.

Dumps come from many tools: some wrap at a column, some break at every inline tag, some keep list
and heading marks, some number the links. A `Line` is one block as the page had it, cleaned, with
its mark remembered. Every step looks at neighbours only, so the time is linear.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tui.parse.clean import clean_inline

Mark = Literal["", "bullet", "number", "heading", "quote"]

_BREAK = re.compile(r"\r\n?|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_MARK = re.compile(
    r"(?P<heading>#{1,6})\s+|(?P<bullet>[*•◦‣▪□■●○+·])\s+|(?P<dash>-)\s+(?=\S)|"
    r"(?P<number>\d{1,2}\\?[.)])\s+(?=\D)|(?P<quote>>+)\s*"
)
_LINK_MARK = re.compile(r"\[\d{1,4}\](?=[^\s\[\].,;:)])")
_ESCAPE = re.compile(r"\\([.\-+#*_!\[\]()>`])")
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|_|\*)(?=\S)([^*_\n]{1,300}?)(?<=\S)\1(?!\w)")
_BUTTON = re.compile(r"\((?:BUTTON|IMAGE|IFRAME|VIDEO)\)|(?<!\w)_{4,}(?!\w)")
_ENDS = re.compile(r"[.!?…。！？:][\s\"'”»’)\]]*$")
_FINAL = re.compile(r"[.!?…。！？][\s\"'”»’)\]]*$")
_BRACKETED = re.compile(r"\[([^\[\]]{12,})\]\s*$")
_RULE = re.compile(r"^[\W_]*$")
_HANGS = re.compile(r"[,.;:!?%)\]»”…](?:\s|$)|[’'](?:s|t|re|ve|ll|d|m)\b")

WRAP_COLUMNS = (50, 100)
"""Line lengths, in code points, between which a text may have been wrapped."""


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a dump."""

    text: str
    """Cleaned; never empty."""
    mark: Mark = ""
    level: int = 0
    """Of a heading mark, 1 to 6."""
    blanks: int = 0
    """Empty lines before it."""
    lead: str = ""
    """The number of a "number" mark as printed: "1."."""


@dataclass(frozen=True, slots=True)
class _Raw:
    text: str
    indent: int
    blanks: int


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text`: unwrapped, joined, cleaned, marks apart, none empty."""
    if len(_LINK_MARK.findall(text)) >= 3:
        text = _LINK_MARK.sub("", text)
    raw = list(_raw_lines(text))
    marked = any(r.text.startswith(("# ", "## ")) for r in raw)
    lines = (_line(r, marked) for r in _joined(raw, _column(raw)))
    return _lone_numbers([ln for ln in lines if ln.text and not _RULE.match(ln.text)])


def _lone_numbers(lines: list[Line]) -> tuple[Line, ...]:
    """Give a number back to the line that stands beside no other numbered one: it is no list."""
    marks = ["", *(line.mark for line in lines), ""]
    return tuple(
        replace(line, text=f"{line.lead} {line.text}", mark="", lead="")
        if line.mark == "number" and "number" not in (marks[i], marks[i + 2])
        else line
        for i, line in enumerate(lines)
    )


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends as a sentence does, a closing mark or bracket after it or not."""
    return bool(_FINAL.search(text[-6:]))


def _raw_lines(text: str) -> Iterator[_Raw]:
    blanks = 0
    for piece in _BREAK.split(text):
        body = piece.strip()
        if not body:
            blanks += 1
            continue
        lead = piece[: len(piece) - len(piece.lstrip())].expandtabs(4)
        yield _Raw(piece.lstrip(), len(lead), blanks)
        blanks = 0


def _column(raw: list[_Raw]) -> int:
    """Return the column at which the text was wrapped, 0 where it was not."""
    low, high = WRAP_COLUMNS
    sizes = [r.indent + len(r.text.rstrip()) for r in raw]
    total = sum(sizes)
    over = sum(size for size in sizes if size > high)
    if not total or over > total * 0.1:
        return 0
    column = max((size for size in sizes if size <= high), default=0)
    near = [r for r, size in zip(raw, sizes, strict=True) if column - 14 <= size <= column]
    cut = sum(not ends_sentence(r.text.rstrip()) for r in near)
    enough = len(near) >= max(3, len(sizes) // 20) and cut >= 0.6 * len(near)
    return column if column >= low and enough else 0


def _joined(raw: list[_Raw], column: int) -> Iterator[_Raw]:
    """Join each line to the one before where that one goes on in it."""
    parts: list[str] = []
    first = last = None
    for line in raw:
        if first is not None and last is not None and _goes_on(first, last, line, column):
            parts.append(line.text)
        else:
            if first is not None:
                yield _Raw(_glue(parts), first.indent, first.blanks)
            parts, first = [line.text], line
        last = line
    if first is not None:
        yield _Raw(_glue(parts), first.indent, first.blanks)


def _glue(parts: list[str]) -> str:
    """Join the parts with a space, but none before punctuation that hangs on the word before."""
    out: list[str] = []
    for part in parts:
        tight = not out or _HANGS.match(part) or out[-1][-1:].isspace()
        tight = tight or out[-1][-1:] in "’'([«“" or (part[:1] in "-/" and part[1:2].isalnum())
        out.append(part if tight else f" {part}")
    return "".join(out)


def _goes_on(first: _Raw, last: _Raw, line: _Raw, column: int) -> bool:
    if line.blanks or _MARK.match(line.text):
        return False
    size = last.indent + len(last.text.rstrip())
    hanging = line.indent == first.indent or (bool(_MARK.match(first.text)) and line.indent > 0)
    if column:
        word = line.text.split(maxsplit=1)[0]
        full = size + 1 + len(word) > column and size > column // 2
        return hanging and full
    return _cut_at_tag(last, line)


def _cut_at_tag(last: _Raw, line: _Raw) -> bool:
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


def _line(raw: _Raw, marked: bool) -> Line:
    text, mark, level, lead = raw.text, "", 0, ""
    match = _MARK.match(text)
    if match and match.lastgroup:
        mark, text = match.lastgroup, text[match.end() :]
        level = len(match["heading"]) if mark == "heading" else 0
        lead = (match["number"] or "").replace("\\", "")
        mark = "bullet" if mark == "dash" else mark
        if mark == "bullet" and (inner := _MARK.match(text)) and inner.lastgroup == "heading":
            mark, level, text = "heading", len(inner["heading"]), text[inner.end() :]
    if text.startswith("[") and (whole := _BRACKETED.match(text)):
        text = whole[1]
    if marked:
        text = _EMPHASIS.sub(r"\2", text)
    text = clean_inline(_BUTTON.sub(" ", _ESCAPE.sub(r"\1", text)))
    return Line(text, mark, level, raw.blanks, lead)  # type: ignore[arg-type]


def folded_counts(lines: Iterable[Line]) -> dict[str, int]:
    """Count the lines by their text without case and edge punctuation."""
    counts: dict[str, int] = {}
    for line in lines:
        key = key_of(line.text)
        counts[key] = counts.get(key, 0) + 1
    return counts


def key_of(text: str) -> str:
    """Return what two printings of one line have in common."""
    return re.sub(r"[\W_]+", " ", text[:400].casefold()).strip()
