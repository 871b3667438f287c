"""A text dump to an article: what was scraped from a page as text, or a text that someone wrote.

The steps are tables and forms, no site's own rules: lines (`text_lines`), what each one is and
which are the article (`text_zones`), the title (`text_titles`), related pieces (`text_teasers`),
the form of the body (`text_structure`). Whatever is taken out is kept in `Dropped` under its
rule's name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.model import Failure, Source
from tui.parse.bylines import reads_date, signature, signed_title
from tui.parse.charset import decode
from tui.parse.dates import iso_date
from tui.parse.draft import Draft, Dropped, Parsed, Piece, assemble
from tui.parse.language import detect
from tui.parse.text_lines import key_of, read_lines, split_links
from tui.parse.text_sites import proven_site
from tui.parse.text_structure import is_caption, repair, structure
from tui.parse.text_teasers import Taken, closing_teasers, distinct, find_teasers
from tui.parse.text_titles import Title, page_title, plain_title
from tui.parse.text_zones import Seen, body_range, is_page, look
from tui.source import Document


@dataclass(frozen=True, slots=True)
class _Header:
    """What stands between title and body, and what is read from it."""

    authors: tuple[str, ...]
    date: str | None
    lede: int | None
    """The line that is the lede."""
    site: str | None
    """The paper that the byline names."""
    used: frozenset[int]
    """The lines that were read: bylines and dates."""


def parse_text(document: Document) -> Iterator[Parsed | Failure]:
    """Read one article from a text dump; a blank one is a `Failure`."""
    printed = read_lines(decode(document.data, document.media_type))
    lines, links = split_links(printed)
    if not printed:
        yield Failure(document.origin, "no text in it")
        return
    draft = _draft(look(lines or printed))
    left = tuple(Dropped("links", line.text) for line in links if lines)
    draft = replace(draft, dropped=draft.dropped + left)
    source = Source(document.origin, "text", document.fetched)
    yield Parsed(assemble(draft, source), dropped=draft.dropped)


def _draft(seen: tuple[Seen, ...]) -> Draft:
    page = is_page(seen)
    title, begin, end, taken = _outline(seen, page)
    teased = {i for t in taken for i in range(t.start, t.end)}
    header = _header(seen, title.index, begin, end, page)
    inside = [
        i for i in range(title.index + 1, end)
        if i not in teased and i not in header.used and (i >= begin or _belongs(seen[i], header, i))
    ]  # fmt: skip
    pieces, dropped = _body(seen, inside, header.lede, title, page=page)
    if not pieces:
        inside = [i for i in range(len(seen)) if i != title.index and not seen[i].category]
        pieces, dropped = _body(seen, inside, None, title, page=False)
    chosen = set(inside)
    rest = [i for i in range(len(seen)) if i not in chosen and i not in teased and i != title.index]
    dropped += [Dropped(_rule(seen, i, title, end), seen[i].line.text) for i in rest]
    site = title.site or header.site or proven_site(seen, begin)
    authors = header.authors or signed_title(title.text)
    language = detect("\n".join(p.text for p in pieces)[:20000] or title.text)
    return Draft(
        title=repair(title.text),
        pieces=tuple(pieces),
        site=site,
        language=language,
        authors=tuple(name for name in authors if key_of(name) != key_of(site or "")),
        published=iso_date(header.date, language) if header.date else None,
        teasers=distinct(taken),
        dropped=tuple(dropped),
        warnings=() if any(s.prose for s in seen) else ("no article found",),
    )


def _outline(seen: tuple[Seen, ...], page: bool) -> tuple[Title, int, int, tuple[Taken, ...]]:
    """Find the title, the body's lines (half-open) and the related pieces."""
    if not page:
        title = plain_title(seen)
        return title, title.index + 1, len(seen), closing_teasers(seen)
    guess = _first_prose(seen, *body_range(seen, 0))
    title = page_title(seen, guess)
    taken = tuple(
        t for t in find_teasers(seen, title.index + 1)
        if key_of(t.teaser.title) != key_of(title.text)
    )  # fmt: skip
    begin, end = body_range(_masked(seen, taken), title.index + 1)
    if begin == end:
        begin, end = title.index + 1, len(seen)
    return title, begin, end, taken


def _first_prose(seen: tuple[Seen, ...], begin: int, end: int) -> int:
    return next((i for i in range(begin, end) if seen[i].prose), begin)


def _masked(seen: tuple[Seen, ...], taken: tuple[Taken, ...]) -> tuple[Seen, ...]:
    """Return the lines with those of the teasers made worthless for the choice of the body."""
    out = list(seen)
    for t in taken:
        for i in range(t.start, t.end):
            s = out[i]
            rule = "read also" if s.category == "read also" else "teaser"
            out[i] = Seen(s.line, s.size, rule, False, False, s.repeats)
    return tuple(out)


def _header(seen: tuple[Seen, ...], title: int, begin: int, end: int, page: bool) -> _Header:
    """Read signature and date around the title, and the lede between title and signature."""
    first = max(0, title - 4) if page else title + 1
    last = min(end, begin + 3 if page else title + 4)
    authors: dict[str, None] = {}
    date = site = None
    used: set[int] = set()
    for i in range(first, last):
        text = seen[i].line.text
        signed, when = signature(text), reads_date(text)
        if signed is None and when is None and seen[i].category != "date":
            continue
        used.add(i)
        date = date or when or (signed.date if signed else None)
        if signed:
            authors.update(dict.fromkeys(signed.names))
            site = site or signed.site
    return _Header(tuple(authors), date, _lede(seen, title, used), site, frozenset(used))


def _lede(seen: tuple[Seen, ...], title: int, used: set[int]) -> int | None:
    """Find the one paragraph that stands between the title and lines about the article."""
    if title < 0:
        return None
    texts = [i for i in range(title + 1, min(len(seen), title + _HEAD_LINES)) if _is_text(seen[i])]
    if not texts or seen[texts[0]].size < _LEDE_SIZE or is_caption(seen[texts[0]]):
        return None
    i, following = texts[0], texts[0] + 1
    if following >= len(seen) or not (following in used or seen[following].category in _ABOUT):
        return None
    return i


_HEAD_LINES, _LEDE_SIZE = 12, 40
_ABOUT = frozenset({"share", "date", "byline"})
"""What stands below a lede and not below an article's first paragraph."""


def _is_text(s: Seen) -> bool:
    return s.prose or (s.sentence and s.size >= 30)


def _belongs(s: Seen, header: _Header, i: int) -> bool:
    """Tell whether a line between title and body is the article's: lede, sentence or caption."""
    return i == header.lede or _is_text(s) or is_caption(s) or s.line.mark == "heading"


def _body(
    seen: tuple[Seen, ...], inside: list[int], lede: int | None, title: Title, *, page: bool
) -> tuple[list[Piece], list[Dropped]]:
    pieces: list[Piece] = []
    dropped: list[Dropped] = []
    if lede is not None and lede in inside:
        pieces.append(Piece("lede", repair(seen[lede].line.text)))
    name = key_of(title.text)
    body = tuple(seen[i] for i in inside if i != lede and key_of(seen[i].line.text) != name)
    for part in structure(body, page):
        if isinstance(part, Piece):
            pieces.append(part)
        else:
            dropped.append(part)
    return pieces, dropped


def _rule(seen: tuple[Seen, ...], i: int, title: Title, end: int) -> str:
    """Name the rule that took the line at `i` out."""
    if seen[i].category:
        return str(seen[i].category)
    if key_of(seen[i].line.text) == key_of(title.text):
        return "title repeated"
    if i <= title.index:
        return "before the article"
    return "after the article" if i >= end else "labels"
