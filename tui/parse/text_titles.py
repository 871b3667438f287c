"""The title of a dump, where it stands, and the site where the title line names it.

A dump names its article up to three times: in the page's `<title>` on the first line, often with
the site behind it, in a heading, and again in menus. Where two of them agree, that is the title;
else the line before the body that has most in common with the first line or the form of a
heading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.identity import words
from tui.parse.text_lines import key_of
from tui.parse.text_structure import is_caption
from tui.parse.text_zones import Seen

_SEPARATOR = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*|\s+::\s+")
_LONGEST = 250
_CLIP = 120
_REACH = 25
"""Lines before the body in which a title is looked for."""


@dataclass(frozen=True, slots=True)
class Title:
    """What the article is called."""

    text: str
    index: int
    """The line after which the article goes on; -1 where no line is the title's own."""
    site: str | None = None
    """The site's name, where the title line carries it and another line proves the cut."""


def plain_title(seen: Sequence[Seen]) -> Title:
    """Return the first line of a text without a page around it as its title."""
    first = seen[0].line.text
    if len(seen) > 1 and seen[0].size <= _LONGEST:
        again = len(seen) > 1 and key_of(seen[1].line.text) == key_of(first)
        return Title(first, 1 if again else 0)
    return Title(clip(first), 0 if len(first) <= _CLIP else -1)


def clip(text: str) -> str:
    """Return the beginning of `text` up to a word's end, "…" after it where something is left."""
    if len(text) <= _CLIP:
        return text
    head = text[:_CLIP]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:-–—") + "…"


def page_title(seen: Sequence[Seen], body: int) -> Title:
    """Return the title of a page whose body starts near the line `body`."""
    proven = _printed_again(seen, body)
    if proven:
        return proven
    head = seen[0].line.text
    topic = _topic(seen, body)
    near = range(max(0, body - _REACH), min(len(seen), body + 2))
    rated = [(_rating(seen, i, body, topic), -i) for i in near if _can_be(seen[i])]
    if rated and max(rated)[0] >= _ENOUGH:
        i = -max(rated)[1]
        return Title(seen[i].line.text, i)
    for i in range(body - 1, max(-1, body - 4), -1):
        if _can_be(seen[i]) and not seen[i].prose and not is_caption(seen[i]):
            return Title(seen[i].line.text, i)
    if seen[0].size <= _LONGEST and seen[0].category is None:
        return Title(_without_site(head, seen), 0)
    return Title(clip(seen[body].line.text if body < len(seen) else head), -1)


def chosen_title(seen: Sequence[Seen], place: int, guess: Title) -> Title:
    """Return the line at `place` as the title, -1 for none; `guess` is what the rules found."""
    if place in (-1, guess.index):
        return guess
    text = seen[place].line.text
    return Title(_without_site(text, seen) if not place else text, place, _site_behind(text, seen))


def _site_behind(title: str, seen: Sequence[Seen]) -> str | None:
    """Return what the dump's first line says behind the title."""
    head = seen[0].line.text
    for cut in _SEPARATOR.finditer(head) if seen[0].size <= _LONGEST else ():
        rest = head[cut.end() :]
        if key_of(head[: cut.start()]) == key_of(title) and len(rest) <= _SITE and "|" not in rest:
            return rest
    return None


_SITE = 40
"""Code points of a site's name."""


def _printed_again(seen: Sequence[Seen], body: int) -> Title | None:
    """Find the first line, or it without the site behind it, again as a line of its own."""
    head = seen[0].line.text
    if seen[0].size > _LONGEST:
        return None
    places: dict[str, list[int]] = {}
    for i, s in enumerate(seen[1 : body + 3], start=1):
        places.setdefault(key_of(s.line.text), []).append(i)
    cuts = list(_SEPARATOR.finditer(head))
    for end, start in [(len(head), len(head)), *((m.start(), m.end()) for m in reversed(cuts))]:
        text, rest = head[:end], head[start:]
        found = places.get(key_of(text))
        if found and len(key_of(text)) >= 8:
            site = rest if rest and len(rest) <= _SITE and "|" not in rest else None
            return Title(seen[found[0]].line.text, found[0], site)
    return None


def _can_be(s: Seen) -> bool:
    if s.category or not 12 <= s.size <= _LONGEST or s.line.mark in ("bullet", "number"):
        return False
    if s.prose and s.line.text.endswith(".") and not s.line.level:
        return False
    return len(s.line.text.split()) >= 2 or s.size > 20


_ENOUGH = 0.6
_FIRST_LINES = 12


def _stems(text: str) -> set[str]:
    """Return the beginnings of the longer words: what a title shares with its article."""
    return {word[:5] for word in words(text) if len(word) >= 4}


def _topic(seen: Sequence[Seen], body: int) -> tuple[set[str], set[str]]:
    """Return the stems of the dump's first line and of the body's first lines of prose."""
    prose = [s.line.text[:800] for s in seen[body : body + _FIRST_LINES] if s.prose]
    return _stems(seen[0].line.text[:_LONGEST]), _stems(" ".join(prose))


def _rating(seen: Sequence[Seen], i: int, body: int, topic: tuple[set[str], set[str]]) -> float:
    s = seen[i]
    head, prose = topic
    own = _stems(s.line.text)
    rating = 2.0 * len(own & prose) / max(3, len(own))
    if i and len(own & head) >= 2:
        rating += 3.0 * len(own & head) / min(len(own), len(head))
    rating += {1: 3.0, 2: 1.0}.get(s.line.level, 0.0)
    rating += 3.0 if s.line.centred and i < body else 0.0
    rating += 1.0 if 30 <= s.size <= 160 else 0.0
    rating += 0.3 if i + 1 == body else 0.0
    rating += 0.4 if _signed_below(seen, i) else 0.0
    rating -= 0.8 if s.sentence and s.line.text.endswith(".") else 0.0
    rating -= 1.0 if s.prose and s.sentence else 0.0
    rating -= 1.0 if is_caption(s) else 0.0
    rating -= 2.0 if i > body else 0.0
    return rating - 0.03 * abs(body - i)


def _signed_below(seen: Sequence[Seen], i: int) -> bool:
    return any(s.category in ("date", "byline") for s in seen[i + 1 : i + 5])


def _without_site(head: str, seen: Sequence[Seen]) -> str:
    """Cut what stands behind the last separator where it is a line of the page too."""
    cuts = list(_SEPARATOR.finditer(head))
    if not cuts:
        return head
    tail = key_of(head[cuts[-1].end() :])
    if tail and any(key_of(s.line.text) == tail for s in seen[1:]):
        return head[: cuts[-1].start()]
    return head
