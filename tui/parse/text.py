"""A text dump to an article: what was scraped from a page as text, or a text that someone wrote.

The steps are tables and forms, no site's own rules: lines (`text_lines`), what each one is and
which are the article (`text_zones`), the title (`text_titles`), related pieces (`text_teasers`),
the form of the body (`text_structure`). Whatever is taken out is kept in `Dropped` under its
rule's name.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.model import Failure, Source, Teaser
from tui.parse.bylines import date_in, reads_date, signature, signed_title
from tui.parse.charset import decode
from tui.parse.dates import iso_date
from tui.parse.draft import Draft, Dropped, Parsed, Piece, assemble
from tui.parse.language import detect
from tui.parse.text_body import MANY, choose
from tui.parse.text_features import Outline
from tui.parse.text_glue import parted, rejoined
from tui.parse.text_lines import Line, key_of, read_lines, split_links
from tui.parse.text_links import without_links
from tui.parse.text_sites import proven_site
from tui.parse.text_structure import is_caption, repair, structure
from tui.parse.text_teasers import Taken, closing_teasers, distinct, find_teasers
from tui.parse.text_titles import Title, chosen_title, page_title, plain_title
from tui.parse.text_zones import Seen, body_range, is_page, look, signed_start
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
    text, addresses = without_links(decode(document.data, document.media_type))
    printed = read_lines(text)
    if not printed:
        yield Failure(document.origin, "no text in it")
        return
    lines, links = split_links(printed)
    draft = _draft(lines or printed)
    left = tuple(Dropped("links", line.text) for line in links if lines)
    teasers = tuple(_dated(teaser, addresses, draft.language) for teaser in draft.teasers)
    draft = replace(draft, teasers=teasers, dropped=draft.dropped + left)
    source = Source(document.origin, "text", document.fetched)
    yield Parsed(assemble(draft, source), dropped=draft.dropped)


def _dated(teaser: Teaser, addresses: Mapping[str, str], language: str | None) -> Teaser:
    """Return a teaser with the date that stands behind its title, and its address."""
    shown = date_in(teaser.title)
    title, published = teaser.title, None
    if shown and title.endswith(shown) and (found := iso_date(shown, language)):
        title, published = title[: -len(shown)].rstrip(" ·•|,–—-"), found
    if not title:
        return teaser
    return replace(
        teaser, title=title, published=teaser.published or published,
        url=teaser.url or addresses.get(key_of(title)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Layout:
    """What of a dump's lines is what."""

    title: Title
    header: _Header
    inside: tuple[int, ...]
    """The lines of the body, the lede among them."""
    taken: tuple[Taken, ...]
    """The related pieces."""
    begin: int
    end: int
    """The half-open range of lines that the body stands in."""


def _draft(lines: Sequence[Line]) -> Draft:
    seen = look(parted(lines))
    if is_page(seen):
        return _drafted(seen, _page_layout(seen), page=True)
    seen = look(lines)
    return _drafted(seen, _plain_layout(seen), page=False)


def _drafted(seen: Sequence[Seen], layout: _Layout, *, page: bool) -> Draft:
    title, header, inside = layout.title, layout.header, layout.inside
    pieces, dropped = _body(seen, inside, header.lede, title, page=page)
    if not pieces and page:
        return _drafted(seen, _plain_layout(seen), page=False)
    if not pieces:
        inside = tuple(i for i in range(len(seen)) if i != title.index and not seen[i].category)
        pieces, dropped = _body(seen, inside, None, title, page=False)
    spent = set(inside) | {title.index} | _lines_of(layout.taken)
    rest = (i for i in range(len(seen)) if i not in spent)
    dropped += [Dropped(_rule(seen, i, title, layout.end), seen[i].line.text) for i in rest]
    site = title.site or header.site or proven_site(seen, layout.begin)
    authors = header.authors or signed_title(title.text)
    language = detect("\n".join(p.text for p in pieces)[:20000] or title.text)
    return Draft(
        title=repair(title.text),
        pieces=tuple(pieces),
        site=site,
        language=language,
        authors=tuple(name for name in authors if key_of(name) != key_of(site or "")),
        published=iso_date(header.date, language) if header.date else None,
        teasers=distinct(layout.taken),
        dropped=tuple(dropped),
        warnings=() if any(s.prose for s in seen) else ("no article found",),
    )


def _plain_layout(seen: Sequence[Seen]) -> _Layout:
    """Lay out a text without a page around it: all of it is the article, but for its widgets."""
    title, taken = plain_title(seen), closing_teasers(seen)
    begin, end = title.index + 1, len(seen)
    header = _header(seen, title.index, begin, end, page=False)
    spent = _lines_of(taken) | header.used
    return _Layout(
        title, header, tuple(i for i in range(begin, end) if i not in spent), taken, begin, end
    )


def _page_layout(seen: Sequence[Seen]) -> _Layout:
    """Lay out a page by rules, and by what its lines are worth in the light of these."""
    guess, taken, outline = outlined(seen)
    teased = _lines_of(taken)
    if len(seen) > MANY:
        title, kept = guess, frozenset(range(outline.begin, outline.end))
    else:
        chosen = choose(seen, outline)
        title, kept = chosen_title(seen, chosen.title, guess), chosen.kept
    kept = kept - teased - {title.index}
    begin = min(kept, default=title.index + 1)
    end = max(kept, default=len(seen) - 1) + 1
    header = _header(seen, title.index, max(begin, title.index + 1), end, page=True)
    inside = tuple(
        i for i in range(max(0, min(begin, title.index + 1)), end)
        if i not in header.used and i not in teased and i != title.index
        and (i in kept or (i > title.index and is_caption(seen[i])) or i == header.lede)
    )  # fmt: skip
    return _Layout(title, header, inside, taken, begin, end)


def outlined(seen: Sequence[Seen]) -> tuple[Title, tuple[Taken, ...], Outline]:
    """Return what the rules alone make of a page: title, related pieces, the body's range."""
    guess = signed_start(seen, _first_prose(seen, *body_range(seen, 0)))
    title = page_title(seen, guess)
    taken = tuple(
        t for t in find_teasers(seen, title.index + 1)
        if key_of(t.teaser.title) != key_of(title.text)
    )  # fmt: skip
    begin, end = body_range(_masked(seen, taken), title.index + 1)
    if begin == end:
        begin, end = title.index + 1, len(seen)
    begin = max(title.index + 1, signed_start(seen, begin))
    return title, taken, Outline(title.index, begin, end, frozenset(_lines_of(taken)))


def _lines_of(taken: Iterable[Taken]) -> set[int]:
    return {i for t in taken for i in range(t.start, t.end)}


def _first_prose(seen: Sequence[Seen], begin: int, end: int) -> int:
    return next((i for i in range(begin, end) if seen[i].prose), begin)


def _masked(seen: Sequence[Seen], taken: Iterable[Taken]) -> list[Seen]:
    """Return the lines with those of the teasers made worthless for the choice of the body."""
    out = list(seen)
    for t in taken:
        for i in range(t.start, t.end):
            s = out[i]
            rule = "read also" if s.category == "read also" else "teaser"
            out[i] = Seen(s.line, s.size, rule, False, False, s.repeats)
    return out


def _header(seen: Sequence[Seen], title: int, begin: int, end: int, page: bool) -> _Header:
    """Read signature and date around the title, and the lede between title and signature.

    Where a page has none there, those right below its text are read.
    """
    first = max(0, title - 4) if page else title + 1
    last = min(end, begin + 3 if page else title + 4)
    header = _read_header(seen, range(first, last), page)
    if page and not header.authors and not header.date:
        header = _read_header(seen, _signed_below(seen, end), page)
    return replace(header, lede=_lede(seen, title, header.used))


def _read_header(seen: Sequence[Seen], places: Iterable[int], page: bool) -> _Header:
    authors: dict[str, None] = {}
    date = site = None
    used: set[int] = set()
    for i in places:
        text = seen[i].line.text
        signed, when = signature(text), reads_date(text)
        if signed is None and when is None and not (page and seen[i].category == "date"):
            continue
        used.add(i)
        date = date or when or (signed.date if signed else None)
        if signed:
            authors.update(dict.fromkeys(signed.names))
            site = site or signed.site
    return _Header(tuple(authors), date, None, site, frozenset(used))


def _signed_below(seen: Sequence[Seen], end: int) -> Iterator[int]:
    """Yield the lines right below the text that sign or date it."""
    for i in range(end, min(len(seen), end + _BELOW)):
        if seen[i].category not in ("byline", "date"):
            return
        yield i


_BELOW = 4


def _lede(seen: Sequence[Seen], title: int, used: Collection[int]) -> int | None:
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


def _body(
    seen: Sequence[Seen], inside: Sequence[int], lede: int | None, title: Title, *, page: bool
) -> tuple[list[Piece], list[Dropped]]:
    pieces: list[Piece] = []
    dropped: list[Dropped] = []
    if lede is not None and lede in inside:
        pieces.append(Piece("lede", repair(seen[lede].line.text)))
    name = key_of(title.text)
    body = []
    for i in inside:
        if key_of(seen[i].line.text) == name:
            dropped.append(Dropped("title repeated", seen[i].line.text))
        elif i != lede:
            body.append(seen[i])
    if any(s.line.part for s in body):
        body = list(look(tuple(rejoined(s.line for s in body))))
    for part in structure(tuple(body), page):
        if isinstance(part, Piece):
            pieces.append(part)
        else:
            dropped.append(part)
    return pieces, dropped


def _rule(seen: Sequence[Seen], i: int, title: Title, end: int) -> str:
    """Name the rule that took the line at `i` out."""
    if seen[i].category:
        return str(seen[i].category)
    if key_of(seen[i].line.text) == key_of(title.text):
        return "title repeated"
    if i <= title.index:
        return "before the article"
    if i >= end:
        return "after the article"
    return "not chosen" if seen[i].prose or seen[i].sentence else "labels"
