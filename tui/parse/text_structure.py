"""The form of the body: paragraphs, headings, captions, lists, quotations; small repairs.

Takes the lines that are the article and says what each one is from its form and its neighbours.
What is no part of it after all (a label among labels, a widget) comes back as `Dropped`.
"""

import re
from collections.abc import Iterator, Sequence

from tui.parse.draft import Dropped, Piece
from tui.parse.text_credits import credited
from tui.parse.text_lines import ends_sentence
from tui.parse.text_zones import Seen
from tui.parse.widgets import is_phrase, word_set

_STOP = re.compile(r"[.!?…]\s+[^\W\d_a-zà-ÿ]")
_QUESTION = re.compile(r"^[^\W_][^.!?…«»“”\"]{7,88}\s?\?$")
_DIALOGUE = re.compile(r"^[—–-]\s")
_HEADING_SIZE = (8, 130)

_TOP_LEVELS = word_set("Com Net Org Fr Io Ai Co Uk De Eu Tv Info Js Py App Dev Ru It Es")
"""What follows a full stop in an address or a product's name, capitalised."""
_OPENERS = word_set(
    "A An Au Aux Après Ainsi And Aber As At Auf Aussi Avec But Car Ce Ces Cet Cette Ceci Cela "
    "Cependant Certains Certaines Chaque Comme Dans Das De Depuis Der Des Die Dès Du Ein Eine El "
    "Elle Elles En Enfin Entre Es Et Even For From Grâce He Her Here His How However I Il Ils Im "
    "In It Its J Je L La Las Le Les Leur Leurs Los Lors Lorsque Mais Malgré Même Many Mit Most My "
    "No Nous Nun O Of On One Or Os Où Our Outre Par Parmi Pas Pendant Plus Pour Pourtant Puis Qu "
    "Quand Que Quelques Qui Quoi S Sa Sans Se Selon Ses She Si Sie Since So Some Son Sous Sur Tant "
    "The Their Then There These They This Those To Tous Tout Toutefois Trois Deux Two Un Una Une "
    "Und Uno Vom Vous We What When Where Which While Who Why Wie Wir With You Your C D N M"
)
"""Words that open sentences and end no name; asked for where a name may stand before the stop."""
_GLUED = re.compile(
    r"(?<=[^\W\d_][^\W\d_»”)\]])(?P<stop>[.!?…][»”\")]?)"
    r"(?=(?P<after>[^\W\d_]{1,30}(?=[\s'’,])|[«“](?=\s?\w)))"
)
_BEFORE = re.compile(r"\S*$")


def repair(text: str) -> str:
    """Put the space back between two sentences that were glued together ("ici.Selon")."""
    return _GLUED.sub(_parted, text)


def _parted(match: re.Match[str]) -> str:
    """Part two sentences, unless the stop stands in an address, initials or a product's name."""
    stop, after = match["stop"], match["after"]
    word = _BEFORE.findall(match.string[max(0, match.start() - 40) : match.start()])[0]
    word = word.lstrip("«“\"'’([")
    if after not in "«“":
        tail = after[1:]
        if not after[0].isupper() or after in _TOP_LEVELS or (tail and not tail.islower()):
            return stop
        if word[:1].isupper() and after not in _OPENERS:
            return stop
    if not word or word[-1].isupper() or any(c in "./@_:" for c in word):
        return stop
    return f"{stop} "


def structure(body: Sequence[Seen], page: bool) -> Iterator[Piece | Dropped]:
    """Return the pieces of the body in order, and what was dropped between them."""
    kept: list[Seen | None] = []
    for s in body:
        rule = _widget_rule(s, page)
        if rule:
            yield Dropped(rule, s.line.text)
        else:
            kept.append(s)
    lines = [s for s in kept if s is not None]
    runs = _label_runs(lines)
    for i in range(len(lines)):
        beside = i == 0 or runs[i - 1] or (i + 1 < len(lines) and runs[i + 1])
        yield _piece(lines, i, runs[i], bool(beside))


def _widget_rule(s: Seen, page: bool) -> str | None:
    """Name the rule that takes a line out; of a text without a page, only a whole known phrase."""
    if s.category is None or page:
        return s.category
    if s.category == "read also":
        return None if s.sentence or ends_sentence(s.line.text) else s.category
    plain = s.category in _PLAIN and len(s.line.text.split()) >= 3
    return s.category if plain and is_phrase(s.line.text) else None


_PLAIN = frozenset({"share", "subscription", "cookies", "advertisement"})


def _label_runs(lines: list[Seen]) -> list[int]:
    """Return for each line how many labels stand in the row it belongs to; 0 for other lines."""
    out = [0] * len(lines)
    i = 0
    while i < len(lines):
        j = i
        while j < len(lines) and _is_label(lines[j]):
            j += 1
        for k in range(i, j):
            out[k] = j - i
        i = max(j, i + 1)
    return out


def _is_label(s: Seen) -> bool:
    return not s.prose and not s.sentence and s.line.mark not in ("heading", "quote")


def _piece(lines: list[Seen], i: int, run: int, beside: bool) -> Piece:
    s = lines[i]
    text = repair(s.line.text)
    following = lines[i + 1] if i + 1 < len(lines) else None
    if s.line.mark == "heading":
        return Piece("heading", text, min(6, max(2, s.line.level)))
    if is_caption(s, chained=s.prose and beside):
        return Piece("caption", text)
    if s.line.mark in ("bullet", "number"):
        lead = s.line.lead.rstrip(".")
        number = int(lead) if lead.isascii() and lead.isdigit() and len(lead) <= 4 else None
        return Piece("list_item", text, number=number)
    if s.line.mark == "quote" or _stands_apart(lines, i):
        return Piece("quotation", text)
    if _asks(lines, i):
        return Piece("heading", text, 2)
    announces = text[-1:] in ":：" and following is not None and following.line.mark
    if not run or announces or _DIALOGUE.match(text) or (text[-1:] in ":,;" and s.size > 30):
        return Piece("paragraph", text)
    return _label(s, text, following, run)


def _stands_apart(lines: list[Seen], i: int) -> bool:
    """Tell whether a block is indented between blocks that are not, and no list's."""
    s = lines[i]
    if not (s.line.apart and s.sentence):
        return False
    near = range(1, _QUOTATION + 1)
    before = next((i - n for n in near if i >= n and not lines[i - n].line.apart), None)
    after = next((i + n for n in near if i + n < len(lines) and not lines[i + n].line.apart), None)
    if before is None or after is None or after - before > _QUOTATION + 1:
        return False
    return not lines[before].line.mark


_QUOTATION = 4
"""The most paragraphs of a quotation that stands apart."""


def _asks(lines: list[Seen], i: int) -> bool:
    """Tell whether a short question stands between paragraphs, as a heading does."""
    if not 0 < i < len(lines) - 1 or not _QUESTION.match(lines[i].line.text):
        return False
    asked = sum(s.line.text.endswith("?") for s in lines[max(0, i - 4) : i + 5])
    below = lines[i + 1].prose or is_caption(lines[i + 1])
    return lines[i - 1].prose and below and asked == 1


def _label(s: Seen, text: str, following: Seen | None, run: int) -> Piece:
    """Say what a short line without a sentence's end is: a heading, a caption, or a paragraph."""
    heads = following is not None and (following.prose or following.sentence)
    if run == 2 and following is not None and is_caption(following, chained=True):
        heads = True
    if run <= 2 and is_caption(s, chained=True) and not (heads and run == 1 and s.size < 60):
        return Piece("caption", text)
    if heads and _HEADING_SIZE[0] <= s.size <= _HEADING_SIZE[1] and _opens_high(text):
        return Piece("heading", text, 2)
    return Piece("paragraph", text)


def _opens_high(text: str) -> bool:
    return not text[0].islower() and text[0] not in "—–-"


def is_caption(s: Seen, *, chained: bool = False) -> bool:
    """Tell whether a line is a photo's caption: by its credit, or, `chained`, by its commas."""
    text = s.line.text
    if s.category is None and credited(text):
        return True
    whole = not s.sentence and text[-1:] not in ":;," and not _STOP.search(text)
    return chained and s.size <= 250 and whole and text.count(",") >= 3
