"""What the terminal may be given: the same text with every dangerous code point made visible.

The substitution is one for one, so that offsets into the text are offsets into what is shown. It is
the last line of defence for all text that reaches the screen, whoever parsed it.
"""

import re
import unicodedata
from functools import cache

PLAIN_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x2FF),
    (0x370, 0x482),
    (0x2010, 0x2027),
    (0x202F, 0x205E),
    (0x20A0, 0x20BF),
    (0x2400, 0x2421),
    (0x2500, 0x25FC),
    (0xFFFD, 0xFFFD),
)
"""First and last code points of what `PLAIN` holds."""

PLAIN = frozenset(chr(code) for first, last in PLAIN_RANGES for code in range(first, last + 1))
"""Harmless characters of one cell in every width table: Latin, Greek, Cyrillic, typographic
punctuation, currency signs, box drawing. Checked against the painter's own table by a test."""

is_plain = PLAIN.issuperset
"""Whether a text is made of such characters alone: most are, and testing it is quick."""

_CONTROL_PICTURES = {c: chr(0x2400 + c) for c in range(0x20)} | {0x7F: "\u2421"}
"""C0 controls and DEL, as Unicode's control pictures (block 2400 to 243F)."""

_REPLACED = (
    *range(0x80, 0xA0),  # C1 controls: some terminals take 0x9B for an escape sequence
    0x200E,
    0x200F,
    0x061C,  # bidi marks
    *range(0x202A, 0x202F),  # bidi embeddings and overrides
    *range(0x2066, 0x206A),  # bidi isolates
    *range(0x206A, 0x2070),  # deprecated format characters
    0x00AD,  # soft hyphen: terminals disagree whether it takes a cell
    0x180E,
    0x200B,
    0xFEFF,  # zero-width spaces
    *range(0x2060, 0x2066),  # word joiner, invisible operators of formulas
    *range(0xFFF0, 0xFFFC),  # interlinear annotations, and places kept for the invisible
    *range(0x13430, 0x13440),  # hieroglyph joiners
    *range(0x1BCA0, 0x1BCA4),  # shorthand format controls
    *range(0x1D173, 0x1D17B),  # musical beams and slurs
    *range(0xD800, 0xE000),  # lone surrogates cannot be written at all
    *range(0xE0000, 0xE0100),  # tag characters hide text
    *range(0xE01F0, 0xE1000),  # places kept for the invisible
)
"""What has no shape of its own: Unicode's `Cf` and `Default_Ignorable_Code_Point` without the
joiners, selectors and fillers that scripts and emoji need and the signs Arabic sets under numbers.
"""


@cache
def _table() -> dict[int, str]:
    """Return what stands for each dangerous code point; made when the first is met."""
    return (
        _CONTROL_PICTURES
        | dict.fromkeys(_REPLACED, "\ufffd")
        | {0x09: " ", 0x0A: " ", 0x0D: " ", 0x2028: " ", 0x2029: " "}
    )


@cache
def _dangerous() -> re.Pattern[str]:
    """Return what finds the keys of `_table`, as ranges, which compile quickly."""
    return re.compile(
        "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
        "\ufeff\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
        "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    )


MOST_MARKS = 8
"""Marks on one letter that are let through: the tallest Tibetan stacks have as many, pointed Hebrew
four or five. More is a flood that terminals choke on."""

_MARKS = frozenset({"Mn", "Mc", "Me"})

_LIKE_MARKS = (
    "\u1160-\u11ff\ud7b0-\ud7ff"  # Hangul vowels and finals, drawn into the syllable
    "\u200c\u200d"  # joiners
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"  # blocks that later versions of Unicode fill up
)
"""What takes no cell, or will not, though no mark by Python's table; the inside of a pattern."""

_ASTRAL = "[\U00010000-\U0001efff\U000e0100-\U000e01ef]"
"""Where marks are beyond the first plane: emoji are elsewhere."""


def visible(text: str) -> str:
    """Return `text` with the same length, safe to write to a terminal."""
    if is_plain(text):
        return text
    if _dangerous().search(text):
        text = text.translate(_table())
    if len(text) > MOST_MARKS:
        text = _floods(bool(re.search(_ASTRAL, text))).sub(_thin, text)
    return text


@cache
def _floods(astral: bool) -> re.Pattern[str]:
    """Return the pattern of too many marks, in every plane or in the first, which is quicker."""
    mark = f"[{_LIKE_MARKS}{_marks(0x300, 0x3400)}{_marks(0xA000, 0xAC00)}{_marks(0xFB00, 0xFFFF)}]"
    if astral:
        others = _marks(0x10000, 0x17000) + _marks(0x1BC00, 0x1F000) + _marks(0xE0100, 0xE01F0)
        mark = f"(?:{mark}|{_ASTRAL}(?<=[{others}]))"
    return re.compile(f"{mark}{{{MOST_MARKS + 1},}}+")


def _marks(first: int, after: int) -> str:
    """Return what is drawn on the character before it, by category; ideographs are left out."""
    codes = map(chr, range(first, after))
    return "".join(code for code in codes if unicodedata.category(code) in _MARKS)


def _thin(flood: re.Match[str]) -> str:
    marks = flood[0]
    return marks[:MOST_MARKS] + "\ufffd" * (len(marks) - MOST_MARKS)
