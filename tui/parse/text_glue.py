"""Lines that were glued together where the dump lost the break between two tags.

Some tools print a page's menu as "HomeNewsSport" and its paragraphs as "…the end.The next one".
A dump that does so is parted at those joints before its lines are judged; what turns out to be one
block after all (a name such as "YouTube") is joined again as it was printed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.parse.text_lines import Line, ends_sentence
from tui.parse.widgets import word_set

_WORD = r"(?=[«“„]|[A-ZÀ-Ý](?:[^\W\d_A-ZÀ-Ý]|['’]|\s[^\W\d_A-ZÀ-Ý]))"
"""A word in small letters but its first, or one of a single letter."""
_DATE = r"(?=\d{1,2}(?:\.|er)?\s[^\W\d_]{3,10}\.?\s(?:19|20)\d\d)"
_JOINT = re.compile(
    rf"(?<=[^\W\d_A-ZÀ-Ý][.!?…»”\")%:])(?=[«“„A-ZÀ-Ý])|(?<=[.!?…][ \xa0\u202f][»”])(?=[«“„A-ZÀ-Ý])|"
    rf"(?<=[^\W_])(?=©)|(?<=[^\W\d_A-ZÀ-Ý]{{2}}){_WORD}|(?<=[^\W\d_A-ZÀ-Ý]\d){_WORD}|"
    rf"(?<=\d{{2}}){_WORD}|(?<=[^\W\d_A-ZÀ-Ý]{{2}}){_DATE}"
)
"""Where a small letter, a digit or the mark that ends a sentence stands before a capital."""
_HEAVY, _DENSE = 3, 60
"""Joints of a line that shows gluing, and the code points that there may be for each."""
_MOST = 10_000
"""Joints of a dump from which they are no page's."""
_ENDED = 3
"""Joints behind a sentence's end that prove a dump to be glued."""
_TOKEN_END, _TOKEN = re.compile(r"[^\W_]{1,30}$"), re.compile(r"[^\W_]{1,30}")
_REACH = 30
"""Code points of a name that are looked at before a joint."""

_CAMEL = word_set(
    "YouTube LinkedIn WhatsApp TikTok PayPal GitHub JavaScript TypeScript MacBook PlayStation "
    "BuzzFeed HuffPost SpaceX FedEx AstraZeneca SoundCloud WordPress DeepMind DeepSeek OnlyFans "
    "MasterCard BlackRock FaceTime AirPods AirBnB PowerPoint OneDrive GoFundMe SnapChat DoorDash "
    "SoftBank ExxonMobil GlaxoSmithKline UnitedHealth DreamWorks StarCraft InterCity"
)
"""Names written with a capital inside, which are no joint."""
_PREFIXES = word_set("Mc Mac Di De Du La Le Van Von Fitz")
"""Beginnings of surnames after which a capital stands."""
_HEADING = (2, 130)
"""The least words and the most code points of a heading that is glued to its paragraph."""
_PARAGRAPH = 60
"""The least code points of the paragraph under it."""
_LONG, _LEAST = 1200, 20
"""Code points from which a line is no paragraph and its sentences are looked at one by one; the
least of such a sentence."""
_STOP = re.compile(
    r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý«“\"])|(?<=[.!?…][»”\"’)])\s+(?=[A-ZÀ-Ý«“\"])|(?<=[。！？])\s*"
)


def parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return `lines`, those of a glued dump parted at their joints, very long ones at sentences."""
    closing = _closing(lines)
    found = [joints(line.text, closing) for line in lines]
    glued = sum(map(len, found)) <= _MOST and _is_glued(lines, found)
    return tuple(
        part
        for source, (line, places) in enumerate(zip(lines, found, strict=True))
        for part in _parts(line, source, places if glued else ())
    )


def rejoined(lines: Iterable[Line]) -> Iterator[Line]:
    """Join again what `parted` parted inside one block; headings stay apart from their text."""
    block: list[Line] = []
    size = 0
    for line in lines:
        if block and not (_follows(block[-1], line) and not _breaks(block[-1], size, line)):
            yield _whole(block)
            block, size = [], 0
        block.append(line)
        size += len(line.text)
    if block:
        yield _whole(block)


def _whole(block: Sequence[Line]) -> Line:
    text = "".join(f"{' ' if i and line.spaced else ''}{line.text}" for i, line in enumerate(block))
    return replace(block[0], text=text, part=block[-1].part)


def joints(text: str, closing: str = "") -> list[int]:
    """Return the places in `text` where two blocks may have been glued together.

    `closing` are the marks that end a quotation in this dump, though they begin one elsewhere.
    """
    return [
        match.start() for match in _JOINT.finditer(text)
        if text[match.start()] not in closing and not _is_name(text, match.start())
    ]  # fmt: skip


def _closing(lines: Sequence[Line]) -> str:
    """Return which of the marks “ and « end quotations in a dump: those of „…“ and »…«."""
    low = any("„" in line.text for line in lines)
    turned = 0
    for line in lines:
        first = _GUILLEMET.search(line.text)
        turned += 0 if first is None else (1 if first[0] == "»" else -1)
    return ("“" if low else "") + ("«" if turned > 0 else "")


_GUILLEMET = re.compile("[«»]")


def _is_name(text: str, place: int) -> bool:
    before = _TOKEN_END.search(text[max(0, place - _REACH) : place])
    after = _TOKEN.match(text, place)
    if before is None or after is None:
        return False
    return before[0] in _PREFIXES or before[0] + after[0] in _CAMEL


def _is_glued(lines: Sequence[Line], found: Sequence[Sequence[int]]) -> bool:
    heavy = any(
        len(places) >= _HEAVY and len(places) * _DENSE >= len(line.text)
        for line, places in zip(lines, found, strict=True)
    )
    ended = sum(
        ends_sentence(line.text[max(0, place - 3) : place])
        for line, places in zip(lines, found, strict=True)
        for place in places
    )
    return heavy or ended >= _ENDED


def _parts(line: Line, source: int, places: Sequence[int]) -> Iterator[Line]:
    edges = [0, *places, len(line.text)]
    part = 0
    for start, end in pairwise(edges):
        for text, spaced in _sentences(line.text[start:end]):
            if part:
                yield Line(text, source=source, part=part, spaced=spaced)
            else:
                yield replace(line, text=text, source=source)
            part += 1


def _sentences(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the sentences of a very long text, and whether a space stood before each."""
    place, spaced = 0, False
    if len(text) > _LONG:
        for match in _STOP.finditer(text):
            if match.start() - place >= _LEAST:
                yield text[place : match.start()].strip(), spaced
                place, spaced = match.end(), match.end() > match.start()
    if rest := text[place:].strip():
        yield rest, spaced


def _follows(last: Line, line: Line) -> bool:
    return line.part > 0 and last.source == line.source and last.part + 1 == line.part


def _breaks(last: Line, size: int, line: Line) -> bool:
    """Tell whether two blocks meet at a joint: behind a sentence's end, or under a heading.

    `size` are the code points of the block that ends in `last`.
    """
    if line.spaced:
        return False
    if ends_sentence(last.text):
        return True
    heads = size <= _HEADING[1] and _HEADING[0] <= len(last.text.split())
    return heads and len(line.text) >= _PARAGRAPH
