"""Which lines of a dump are the article: each line judged by its form, then the best run of them.

A line is prose, a short sentence, a label or a widget (`tui.parse.widgets`); the body is the run
of lines with the greatest sum of scores. Where a text shows no sign of a page around it, all of
it is the article: a text is never cut without a reason.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tui.parse.bylines import is_date_line, signature
from tui.parse.text_credits import credited
from tui.parse.text_lines import Line, ends_sentence, folded_counts, is_address, key_of
from tui.parse.widgets import ENDINGS, READ_ALSO, is_phrase, widget, word_set

_WIDE = r"[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]"
_FIRST_WIDE = "\u2e80"
"""Code points two cells wide, and the lowest; few texts have any and need the pattern."""
_SENTENCE_INSIDE = re.compile(r"[.!?…。！？][\"'”»’)]*\s|[,;:] |[、，。]")
_WORD = re.compile(r"[^\W\d_]+")
_JOINTS = re.compile(r"[a-zà-ÿ][A-ZÀ-Ý]|\d[A-Z]|[a-z]\d")
"""Where two labels were glued together, as a dump does with a menu."""
_LEGAL = re.compile(
    r"©|\(c\) ?\d{4}|all rights reserved|tous droits réservés|alle rechte vorbehalten|"
    r"todos los derechos|riproduzione riservata|todos os direitos|alle rechten voorbehouden|"
    r"\bcookies?\b|privacy policy|terms of (?:use|service)|politique de confidentialité|"
    r"données personnelles|personenbezogene|datenschutz|recaptcha|consentement|\bnewsletters?\b|"
    r"e-mail address|adresse e-?mail|javascript|unsubscribe|désinscri|"
    r"subscri(?:be|ption)s? (?:to|for|now)|abonnez-vous|abonnement|(?:registered )?trademarks?\b|"
    r"marques? déposées?|affiliate[- ]links?|affiliate commission|press release distribution",
    re.IGNORECASE,
)
"""Words of the page's own business; they count against a line of prose, more of them more."""

PROSE = 80
"""Code points from which a line with a sentence's punctuation is prose."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found out about one line."""

    line: Line
    size: int
    """Code points, wide ones counted twice."""
    category: str | None
    """The widget category, "date", "byline", "url", or None."""
    prose: bool
    sentence: bool
    repeats: int
    """How often the line stands in the dump."""


def look(lines: Sequence[Line]) -> tuple[Seen, ...]:
    """Judge every line by itself and by how often it stands there."""
    counts = folded_counts(lines)
    return tuple(_seen(line, counts.get(key_of(line.text), 1)) for line in lines)


def _seen(line: Line, repeats: int) -> Seen:
    text = line.text
    wide = len(_wide().findall(text)) if max(text, default="") >= _FIRST_WIDE else 0
    size = len(text) + wide
    category = _category(text)
    sentence = category is None and ends_sentence(text)
    inside = bool(_SENTENCE_INSIDE.search(text))
    prose = category is None and size >= PROSE and repeats < 3
    if prose and not wide:
        low = _low_share(text)
        prose = sentence or inside or low >= 0.55
        prose = prose and (sentence or len(_JOINTS.findall(text)) * 60 <= size)
    elif prose:
        prose = sentence or inside
    return Seen(line, size, category, prose, sentence, repeats)


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(_WIDE)


def _low_share(text: str) -> float:
    """Return the share of the words that begin in lower case: low in menus, high in sentences."""
    words = _WORD.findall(text[:1500])
    return sum(word[0].islower() for word in words) / len(words) if words else 0.0


def _category(text: str) -> str | None:
    leads = READ_ALSO.match(text) if len(text) <= _LABEL else None
    if leads and len(text) - leads.end() >= _TITLE:
        return "read also"
    if found := widget(text):
        return found
    if len(text) <= _LABEL:
        if leads:
            return "read also"
        if is_date_line(text):
            return "date"
        if signature(text) is not None:
            return "byline"
        if is_address(text):
            return "url"
    return None


_LABEL, _TITLE = 200, 12
"""Code points of a label at most; of the title that a "Read also:" leads to at least."""


def is_page(seen: Sequence[Seen]) -> bool:
    """Tell whether the text is a page with things around the article, and not the article alone.

    Widgets of several kinds tell it by themselves, and a row of them at an end. Fewer, or a menu's
    many labels, tell it only of a text with prose: verses, recipes and minutes are short lines too.
    """
    signs = [s.category for s in seen if _is_sign(s)]
    if len(signs) >= _SIGNS and len(set(signs)) >= _KINDS:
        return True
    if _framed(seen) or _framed(seen[::-1]):
        return True
    if sum(s.size for s in seen if s.prose) < _LEAST_PROSE:
        return False
    labels = sum(not s.prose and not s.sentence for s in seen)
    menus = labels > max(_LABELS, 0.6 * len(seen)) and sum(s.prose for s in seen) >= 2
    share = labels / len(seen)
    few = (len(signs) == 2 and share > 0.15) or (len(signs) == 1 and share > 0.6)
    return len(signs) >= 3 or few or menus


def _framed(seen: Sequence[Seen]) -> bool:
    """Tell whether nothing but widgets stands at the beginning."""
    return len(seen) > _FRAME and all(map(_is_sign, seen[:_FRAME]))


def _is_sign(s: Seen) -> bool:
    """Tell whether a line is a widget with no words of its own."""
    if s.category == "read also":
        return not ends_sentence(s.line.text)
    return s.category in _SURE_SIGNS or (s.category in _PAGE_SIGNS and is_phrase(s.line.text))


_SURE_SIGNS = frozenset({"footer", "related", "comments"})
"""Widgets that are signs of a page with words of their own too."""


_FRAME = 3
_SIGNS, _KINDS = 4, 3
"""Widgets, and kinds of them, that are a page's whatever else is in the text."""
_LEAST_PROSE = 400
"""Code points of prose of a page that is known by fewer."""
_LABELS = 25
"""Short lines from which a text looks like a page even without a known widget."""
_PAGE_SIGNS = word_set(
    "share subscription cookies advertisement navigation comments related footer"
) | {"read also"}


def body_range(seen: Sequence[Seen], start: int) -> tuple[int, int]:
    """Return the half-open range of the lines, from `start` on, with the greatest sum of scores."""
    scores = _scores(seen)
    best = total = 0.0
    begin, result = start, (start, start)
    for i in range(start, len(seen)):
        if total <= 0:
            total, begin = 0.0, i
        total += scores[i]
        if total > best:
            best, result = total, (begin, i + 1)
    return result[0], _extended(seen, result[1])


_STOPS = frozenset({"comments", "footer", "related", "teaser"})


def signed_start(seen: Sequence[Seen], begin: int) -> int:
    """Return where the text below signature and date starts, if a body at `begin` can be its rest.

    Both stand together over an article and nowhere else; between them and the body may be short
    lines, widgets of the article's own and its picture, but no zone of other pieces.
    """
    kinds: set[str | None] = set()
    start = begin
    for i in range(begin - 1, max(-1, begin - 1 - _HEAD), -1):
        category = seen[i].category
        if category in _APART:
            break
        if category in ("byline", "date"):
            start = start if kinds else i + 1
            kinds.add(category)
        elif kinds:
            break
        if len(kinds) > 1:
            return start
    return begin


_APART = frozenset({"footer", "related", "teaser", "navigation"})
_HEAD = 12
"""Lines between the signature and a body whose first lines are short, at most."""


def _extended(seen: Sequence[Seen], end: int) -> int:
    """Return the end of the body with the text that goes on behind it, up to a zone's head."""
    labels = 0
    for i in range(end, len(seen)):
        s = seen[i]
        if labels > _BRIDGE or (s.category in _STOPS and not _resumes(seen, i)):
            break
        if s.category or _is_legal(s) or credited(s.line.text):
            continue
        text = (s.prose or (s.sentence and s.size >= 15)) and s.repeats == 1
        item = s.line.mark in ("bullet", "number") and s.size >= _ITEM
        labels = 0 if text or item else labels + 1
        end = i + 1 if text or item else end
    return end


def _resumes(seen: Sequence[Seen], i: int) -> bool:
    """Tell whether the box of related pieces at `i` stands inside the article: it goes on below."""
    if seen[i].category in ENDINGS:
        return False
    run = 0
    for s in seen[i + 1 : i + 1 + _BOX]:
        whole = s.prose and s.sentence and s.size >= _PARAGRAPH and not _is_legal(s)
        run = run + 1 if whole else (run if s.category else 0)
        if s.category in ENDINGS or run == _RESUMED:
            return run == _RESUMED
    return False


_BOX, _RESUMED, _PARAGRAPH = 12, 2, 120
"""Lines of a box of related pieces; paragraphs in a row that end it, and their least size."""

_BRIDGE, _ITEM = 1, 40
"""Labels in a row that the body may go on over; the size from which a list's item is text."""


def legal_words(text: str) -> int:
    """Count in a line the words of the page's own business."""
    return len(_LEGAL.findall(text[:2000]))


def _is_legal(s: Seen) -> bool:
    legal = legal_words(s.line.text)
    return legal >= 2 or (legal > 0 and s.size < 250)


def _scores(seen: Sequence[Seen]) -> list[float]:
    out: list[float] = []
    after_ending = 0
    written = 0
    run = 0
    back = _BACK
    gap = 0.0
    for i, s in enumerate(seen):
        run = run + 1 if s.prose else (run if s.category else 0)
        if s.category in ENDINGS or (s.category == "related" and _heads_zone(seen, i)):
            after_ending = _ZONE if written > _ENOUGH else 0
            back = _BACK if s.category in ENDINGS else _RESUMED
        elif run >= (back if after_ending else _BACK):
            after_ending = 0
        score = _score(s, _beside(seen, i))
        if after_ending and score > 0:
            score *= _IN_ZONE
            after_ending -= 1
        score = max(score, -_GAP - gap) if score < 0 else score
        gap = min(0.0, gap + score) if not s.prose else 0.0
        written += s.size if s.prose else 0
        out.append(score)
    return out


_GAP = 4.0
"""The most that a row of lines without prose counts against the body that goes on after it."""
_IN_ZONE = 0.25
"""What prose is worth after a zone's head."""
_ZONE, _ENOUGH, _BACK = 40, 600, 3
"""Lines that a zone's head weighs on; prose it needs before it; lines of prose that end it."""


def _heads_zone(seen: Sequence[Seen], i: int) -> bool:
    """Tell whether labels follow the head at `i`, and not the article's next paragraphs."""
    following = seen[i + 1 : i + 5]
    return sum(not s.prose for s in following) >= 3


def _beside(seen: Sequence[Seen], i: int) -> int:
    """Count the neighbours, widgets passed over, that are prose or a sentence: 0 to 2."""
    count = 0
    for step in (-1, 1):
        j, tries = i + step, 0
        while 0 <= j < len(seen) and seen[j].category and tries < 3:
            j, tries = j + step, tries + 1
        count += 0 <= j < len(seen) and (seen[j].prose or seen[j].sentence)
    return count


def _score(s: Seen, beside: int) -> float:
    if s.category == "date" or s.category == "byline":
        return -0.5
    if s.category:
        return -1.5 if s.category in ENDINGS else -0.8
    if s.prose:
        return _prose_score(s, beside)
    if s.repeats > 1:
        return -1.0
    if s.sentence and s.size >= 15:
        return 0.7 if s.size >= 40 else 0.2
    if s.line.mark in ("bullet", "number"):
        return -0.9 if s.size < _ITEM else 0.0
    if s.line.mark == "heading" or beside == 2 or s.size >= _LONG_LABEL:
        return -0.3
    return -0.8


_LONG_LABEL = 50
"""The size from which a line without a sentence's end is hardly a menu's."""


def _prose_score(s: Seen, beside: int) -> float:
    if _is_legal(s):
        return -1.5
    weight = min(s.size, 700) / 150 * (0.4 + 0.3 * beside)
    return weight if s.sentence else weight * 0.6
