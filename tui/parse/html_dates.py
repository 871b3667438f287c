"""When a page's article appeared and when it was changed.

What is written for programs counts before what is printed, and the address only where nothing else
gives a day. A field that holds the day alone gets its time of day from another field of that day.
"""

import re
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice

from lxml import etree

from tui.parse.bylines import date_in, reads_date, signature
from tui.parse.clean import clean_inline
from tui.parse.html_lines import is_beside, lines_under_title
from tui.parse.html_tree import ancestors, is_hidden, names_of, short_text
from tui.parse.machine_dates import feed_date
from tui.parse.page_facts import PageFacts

_PUBLISHED = (
    "articlepublishedtime", "ogarticlepublishedtime", "articlepublished", "publishedtime",
    "datepublished", "date", "parselypubdate", "sailthrudate", "pubdate", "publishdate",
    "publicationdate", "dcdateissued", "dctermscreated", "dctermsdate", "dctermsissued", "dcdate",
    "dctermsavailable", "datereleased", "daterelease", "cxenseparserecspublishtime",
    "articlecreated", "datecreated", "lastpublished", "ogpublishedtime", "articledate", "pubtime",
    "citationpublicationdate", "citationdate", "citationonlinedate", "articlepublishdate",
)  # fmt: skip
"""Names of meta elements with the date: OpenGraph, Parse.ly, Sailthru, Dublin Core, Cxense,
Highwire Press, and what large papers have made up."""

_MODIFIED = (
    "articlemodifiedtime", "ogarticlemodifiedtime", "ogupdatedtime", "datemodified",
    "dctermsmodified", "dcdatemodified", "lastmodified", "articleupdated", "updatedtime",
    "modifiedtime", "revised", "lastmod",
)  # fmt: skip

_IN_PATH = re.compile(
    r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_EARLIEST_PATH = "1994"
"""The year of the first papers on the web."""

_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|datum|fecha|data|time|published?|publi[eé]|pub-?date|"
    r"timestamp|meta|dateline|posted)|date(?:$|[\s_-])|publish"
)
_CHANGED = re.compile(
    r"updat|modif|aktualis|actualis|aggiorn|atualiz|bijgewerkt|geändert|mis à jour"
)
_MOST_TIMES = 40
_MOST_PRINTED = 400
_LONGEST = 200
"""Code points of a line with a date."""
_NO_LINES = ("body", "html", "script", "style", "meta", "time")


def find_published(
    root: etree._Element, facts: PageFacts, language: str | None, title: str | None = None
) -> str | None:
    """Return when the article appeared, in ISO 8601, None where the page does not say.

    `title` is the heading as the page prints it.
    """
    given = facts.texts("datePublished", *_PUBLISHED)
    dates = [date for text in given[:_MOST_TIMES] if (date := feed_date(text, language))]
    dates += [date for rank, date in _elements(root, language) if rank != _CHANGE][:3]
    dates += [d for text in facts.texts("dateCreated") if (d := feed_date(text, language))]
    if dates:
        return _with_time(dates)
    printed = _printed(root, language) or _in_line(root, language, title)
    return printed or _in_address(facts.url)


def find_modified(
    root: etree._Element, facts: PageFacts, language: str | None, published: str | None
) -> str | None:
    """Return when the article was last changed; a change no later than it appeared is none."""
    given = facts.texts("dateModified", *_MODIFIED)
    dates = [date for text in given[:_MOST_TIMES] if (date := feed_date(text, language))]
    for date in dates or [date for rank, date in _elements(root, language) if rank == _CHANGE]:
        if not published or _is_later(date, published):
            return date
    return None


def _is_later(date: str, other: str) -> bool:
    """Tell whether `date` is later, or may be: a time of day on the other's day."""
    one, two = _moment(date), _moment(other)
    if one and two:
        return one > two
    return date[:10] > other[:10] or (date[:10] == other[:10] and one is not None)


def _moment(date: str) -> datetime | None:
    return datetime.fromisoformat(date) if "T" in date else None


def _with_time(dates: list[str]) -> str:
    """Return the first date, or another of the same day that has its time as well.

    Of two that name one moment, the one in the page's own zone has the day that it prints.
    """
    first = dates[0]
    if "T" not in first:
        return next((d for d in dates if "T" in d and first in _days(d)), first)
    if first.endswith("+00:00"):
        moment = _moment(first)
        return next(
            (d for d in dates if "T" in d and _moment(d) == moment and d[-6:] != "+00:00"), first
        )
    return first


def _days(date: str) -> tuple[str, str]:
    """Return the day of a date-time where it was written and at Greenwich."""
    moment = datetime.fromisoformat(date)
    try:
        return date[:10], moment.astimezone(UTC).date().isoformat()
    except OverflowError:
        return date[:10], date[:10]


def _elements(root: etree._Element, language: str | None) -> list[tuple[int, str]]:
    """Return the ranks and dates of `time` elements: those of the publication first."""
    found: list[tuple[int, str]] = []
    for element in root.iter("time"):
        if len(found) >= _MOST_TIMES:
            break
        stamp = element.get("datetime") or element.get("content") or ""
        date = feed_date(stamp, language) if stamp else None
        if date and not _is_beside(element):
            found.append((_rank(element), date))
    return sorted(found, key=lambda item: item[0])


_PUBLICATION, _UNSAID, _CHANGE = range(3)
"""Ranks of `time` elements."""


def _rank(element: etree._Element) -> int:
    """Tell what a `time` element says that it is the time of."""
    names = f"{element.get('itemprop') or ''} {names_of(element)}".lower()
    if element.get("pubdate") is not None or "publish" in names:
        return _PUBLICATION
    return _CHANGE if _CHANGED.search(names) and "entry-date" not in names else _UNSAID


def _is_beside(element: etree._Element) -> bool:
    """Tell whether a date is another piece's or the page's own."""
    return is_beside(element) or any(node.tag == "footer" for node in ancestors(element, _NEAR))


_NEAR = 5
"""Boxes around a date that may be the page's foot."""


def _printed(root: etree._Element, language: str | None) -> str | None:
    """Return the date that an element prints whose name promises one."""
    for elements in (root.iter("time"), filter(_is_dated, root.iter())):
        for element in islice(elements, _MOST_PRINTED):
            if is_hidden(element) or _is_beside(element):
                continue
            text = clean_inline(short_text(element, _LONGEST) or "")
            printed = date_in(text) if text else None
            if printed and (date := feed_date(text, language) or feed_date(printed, language)):
                return date
    return None


def _in_line(root: etree._Element, language: str | None, title: str | None) -> str | None:
    """Return the date that a line under the title says to be the article's."""
    for _, text in lines_under_title(root, title):
        for part in (text, *_PARTED.split(text)):
            signed = signature(part)
            printed = (signed.date if signed else None) or reads_date(part) or _mostly_date(part)
            if printed and (date := feed_date(part, language) or feed_date(printed, language)):
                return date
    return None


def _mostly_date(line: str) -> str | None:
    """Return the date of a line that has only a label beside it, in whatever language."""
    printed = date_in(line)
    return printed if printed and len(line) - len(printed) <= _LABEL else None


_LABEL = 16
"""Code points of a label before a date ("Opublikowano:") and the time behind it."""
_PARTED = re.compile(r"\s[|•·/]\s")


def _is_dated(element: etree._Element) -> bool:
    """Tell whether the names of an element promise a date."""
    names = names_of(element) if element.tag not in _NO_LINES else ""
    return bool(names) and _names_date(names)


@lru_cache(maxsize=8192)
def _names_date(names: str) -> bool:
    return _DATED.search(names) is not None


def _in_address(url: str | None) -> str | None:
    """Return the day in the path of an address ("/2024/05/03/"), which archives are sorted by."""
    found = _IN_PATH.search(url or "")
    if not found or found[1] < _EARLIEST_PATH:
        return None
    return feed_date(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}", None)
