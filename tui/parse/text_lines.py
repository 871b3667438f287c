"""From the raw text of a dump to its lines: what was wrapped or cut at a tag is one line again.

Dumps come from many tools: some wrap at a column, some break at every inline tag, some keep list
and heading marks, some number the links. A `Line` is one block as the page had it, cleaned, with
its mark remembered. Every step looks at neighbours only, so the time is linear.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tui.parse.clean import clean_inline
from tui.parse.text_wrapping import MARK, Raw, joined, placed, raw_lines, wrap_column

Mark = Literal["", "bullet", "number", "heading", "quote"]

_LINK_MARK = re.compile(r"\[\d{1,4}\](?=[^\s\[\].,;:)])")
_NUMBERED = 3
"""Link numbers from which they are taken for such."""
_IMAGE = re.compile(r"\[[\w.%-]{1,80}\.(?:jpe?g|png|gif|webp|svg|avif)\](?:\[[\w.%-]{1,80}\])?")
_ESCAPE = re.compile(r"\\([.\-+#*_!\[\]()>`])")
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|_|\*)(?=\S)([^*_\n]{1,300}?)(?<=\S)\1(?!\w)")
_BUTTON = re.compile(r"\((?:BUTTON|IMAGE|IFRAME|VIDEO)\)|(?<!\w)_{4,}(?!\w)")
_FINAL = re.compile(r"[.!?…。！？][\s\"'”»’)\]]*$")
_BRACKETED = re.compile(r"\[([^\[\]]{12,})\]\s*$")
_URL = re.compile(r"^(?:(?:https?|ftp|file)://|www\.|mailto:|javascript:|about:)\S*$")
_MAIL = re.compile(r"^[^\s@]+@[^\s@]+\.\w+$")
_LINKS = re.compile(
    r"^(?:references|visible links|hidden links|références|liens (?:visibles|cachés)|verweise|"
    r"referenzen|sichtbare links|versteckte links|referencias|riferimenti|referências)\s?:?$",
    re.IGNORECASE,
)
"""The heads of the list of link targets, as lynx, links2 and w3m print them."""
_RULE = re.compile(r"^[\W_]*$")


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
    centred: bool = False
    """Set in the middle of the columns, as a title is."""
    apart: bool = False
    """Indented deeper than the text around it, as a quotation is."""
    source: int = -1
    """The printed line that it was parted from (`text_glue`), -1 for none."""
    part: int = 0
    """Its place among the parts of that line."""
    spaced: bool = False
    """Whether a space stood between it and the part before."""


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text`: unwrapped, joined, cleaned, marks apart, none empty."""
    raw = list(raw_lines(text))
    column = wrap_column(raw)
    numbered = len(_LINK_MARK.findall(text)) >= _NUMBERED
    if numbered and not column:
        raw = [replace(line, text=_LINK_MARK.sub("", line.text)) for line in raw]
    raw = list(joined(placed(raw, column) if column else raw, column))
    if numbered and column:
        raw = [replace(line, text=_LINK_MARK.sub("", line.text)) for line in raw]
    marked = any(r.text.startswith(("# ", "## ")) for r in raw)
    lines = (_line(r, marked) for r in raw)
    return _lone_numbers([ln for ln in lines if ln.text and not _RULE.match(ln.text)])


def is_address(text: str) -> bool:
    """Tell whether a line is nothing but the address of a page or a mailbox."""
    return bool(_URL.match(text) or _MAIL.match(text))


def split_links(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part the article from the list of link targets that a dump ends in."""
    end = len(lines)
    while end and (is_address(lines[end - 1].text) or _LINKS.match(lines[end - 1].text)):
        end -= 1
    tail = lines[end:]
    if not any(line.lead and is_address(line.text) for line in tail):
        return tuple(lines), ()
    return tuple(lines[:end]), tuple(tail)


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


def _line(raw: Raw, marked: bool) -> Line:
    text, mark, level, lead = raw.text, "", 0, ""
    match = MARK.match(text)
    if match and match.lastgroup:
        mark, text = match.lastgroup, text[match.end() :]
        level = len(match["heading"]) if mark == "heading" else 0
        lead = (match["number"] or "").replace("\\", "")
        mark = "bullet" if mark == "dash" else mark
        if mark == "bullet" and (inner := MARK.match(text)) and inner.lastgroup == "heading":
            mark, level, text = "heading", len(inner["heading"]), text[inner.end() :]
    if text.startswith("[") and (whole := _BRACKETED.match(text)):
        text = whole[1]
    if marked:
        text = _EMPHASIS.sub(r"\2", text)
    text = clean_inline(_IMAGE.sub(" ", _BUTTON.sub(" ", _ESCAPE.sub(r"\1", text))))
    return Line(text, mark, level, raw.blanks, lead, raw.centred, raw.apart)  # type: ignore[arg-type]


def folded_counts(lines: Iterable[Line]) -> dict[str, int]:
    """Count the lines by their text without case and edge punctuation."""
    counts: dict[str, int] = {}
    for line in lines:
        key = key_of(line.text)
        counts[key] = counts.get(key, 0) + 1
    return counts


def key_of(text: str) -> str:
    """Return what two printings of one line have in common."""
    return " ".join(_WORDS.findall(text[:400].casefold()))


_WORDS = re.compile(r"[^\W_]+")
