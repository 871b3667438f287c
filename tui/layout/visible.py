"""What the terminal may be given: the same text with every dangerous code point made visible.

The substitution is one for one, so that offsets into the text are offsets into what is shown. It is
the last line of defence for all text that reaches the screen, whoever parsed it.
"""

import re

PLAIN = frozenset(
    chr(code)
    for first, last in (
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
    for code in range(first, last + 1)
)
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
    0x200B,
    0x2060,
    0xFEFF,  # zero-width spaces
    *range(0xD800, 0xE000),  # lone surrogates cannot be written at all
    *range(0xE0000, 0xE0080),  # tag characters hide text
)

_TABLE: dict[int, str] = (
    _CONTROL_PICTURES
    | dict.fromkeys(_REPLACED, "\ufffd")
    | {0x09: " ", 0x0A: " ", 0x0D: " ", 0x2028: " ", 0x2029: " "}
)

_DANGEROUS = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What `_TABLE` replaces, as ranges, which compile quickly."""

_MARKS = re.compile("[\u0300-\u036f\u200d\ufe00-\ufe0f]{9,}")
"""More marks on one letter than any script needs: a flood that terminals choke on."""


def visible(text: str) -> str:
    """Return `text` with the same length, safe to write to a terminal."""
    if is_plain(text):
        return text
    if _DANGEROUS.search(text):
        text = text.translate(_TABLE)
    return _MARKS.sub(_thin, text)


def _thin(flood: re.Match[str]) -> str:
    marks = flood[0]
    return marks[:8] + "\ufffd" * (len(marks) - 8)
