"""Text that is safe to keep and to show: the one place where hostile characters are taken out.

Terminal escape sequences go as a whole; control characters, bidi overrides and isolates, invisible
characters and lone surrogates go one by one; the rest is normalised to NFC. Every parser passes
each block through here before any offset is counted, so offsets always refer to cleaned text. Both
functions take linear time and are idempotent.
"""

import re
import unicodedata

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]?"  # control sequences: colours, cursor movement
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f]*+(?:\x07|\x1b\\|\x9c)"  # strings
    r"|\x1b[ -/]*+[0-~]?"  # every other escape
)
"""Escape sequences of ECMA-48; an unterminated string loses its introducer and keeps its words."""

_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters but white space
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0"  # fillers, soft hyphen
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # zero width, bidi marks and overrides
    "\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]+"  # noncharacters, tags
)
_JOINERS = re.compile(
    "[\u200c\u200d]{2,}|(?<![^\\s\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\\s\x00-\x7f])"
)
"""Joiners that join nothing: in a row, beside ASCII or white space, at an end."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_UNLETTERED = re.compile(r"[^\w\s\x00-\x7f]{31,}+")
_WHITE_RUN = re.compile(r"\s{2,}+|[^\S \xa0\u202f]")

_PLAIN = re.compile("[\t\n -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*+")
"""Latin letters, punctuation and currency signs: harmless as they stand, and in NFC."""

_STREAM_SAFE = 30
"""The most combining marks kept in a row (UAX #15, Stream-Safe Text Format)."""


def clean_inline(text: str) -> str:
    """Return one paragraph's text: harmless, in NFC, on one line and without outer space.

    A run of white space becomes one space; a no-break space, wide or narrow, stays where it stands
    alone, since French typography puts one inside « » and before ; : ! ?
    """
    text = text.strip()
    if text.isascii():
        if text.isprintable() and "  " not in text:
            return text
        if _PLAIN.fullmatch(text):
            return " ".join(text.split())
    elif is_harmless(text) and "  " not in text.replace("\xa0", " ").replace("\u202f", " "):
        return text
    return _WHITE_RUN.sub(" ", _harmless(text)).strip()


def clean_preformatted(text: str) -> str:
    """Return preformatted text: harmless, in NFC, with its line breaks and its indentation.

    A tab becomes the spaces up to the next multiple of four; blank lines at the ends go.
    """
    lines = _harmless(text).expandtabs(4).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def is_harmless(text: str) -> bool:
    """Say whether `text` is on one line and holds nothing to take out but white space."""
    spaced = text.replace("\xa0", " ").replace("\u202f", " ")
    return spaced.isprintable() and (text.isascii() or _PLAIN.fullmatch(text) is not None)


def _harmless(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    text = _BREAKS.sub("\n", _ESCAPES.sub("", text))
    text = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _INVISIBLE.sub("", text))
    text = _composed(text)
    joined = _JOINERS.sub("", text)
    return text if joined == text else _composed(joined)


def _composed(text: str) -> str:
    """Normalise to NFC, in linear time whatever stands in `text`."""
    return unicodedata.normalize("NFC", _UNLETTERED.sub(_capped_marks, text))


def _capped_marks(run: re.Match[str]) -> str:
    """Cut floods of combining marks, which NFC would sort in quadratic time."""
    kept: list[str] = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _STREAM_SAFE:
            kept.append(character)
    return "".join(kept)
