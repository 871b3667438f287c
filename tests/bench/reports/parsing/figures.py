"""Every figure with a target: where its value is found, how it is measured, what others reach.

A figure's key names it in the report and in `parsing_reasons.toml`. Values are looked up by `path`
in what the measurements found, put together by `values`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ..children import Measured
from ..figures import Figure, Results, details
from ..worst import Item, least, longer, missed, ranked, slower, unequal, wrong

SHINGLES = "mean over pages of the F1 over runs of four words of the body"
HEADINGS = "equal texts, over all pages"
CAPTIONS = "share found, by a caption with token F1 of at least .8"
QUOTES = "one block or neighbouring ones with token F1 of at least .9"
NO_AUTHOR = "share of the pages without an author that are given one"
WORDS = "mean over eight tools of the mean F1 over words of the body"

FIGURES = (
    Figure(
        "seb: seb_f1", ("html", "seb", "seb_f1"), 0.972,
        "F1 of mean precision and mean recall of four-word runs",
        "trafilatura precision .964, rs_trafilatura .970", least("shingle"),
    ),
    Figure(
        "fundus_dev: shingle", ("html", "fundus_dev", "shingle"), 0.955, SHINGLES,
        "trafilatura .942", least("shingle"),
    ),
    Figure(
        "mozilla: shingle", ("html", "mozilla", "shingle"), 0.965, SHINGLES + ", captions too",
        "readability-lxml .960, trafilatura .920", least("shingle"),
    ),
    Figure(
        "mozilla: heading_R", ("html", "mozilla", "heading_R"), 0.90, HEADINGS,
        "trafilatura .87, readability-lxml .75", missed("headings"),
    ),
    Figure(
        "mozilla: heading_P", ("html", "mozilla", "heading_P"), 0.90, HEADINGS,
        "trafilatura .74, readability-lxml .93", missed("headings", 0, 2, "not known"),
    ),
    Figure(
        "mozilla: figcaption_R", ("html", "mozilla", "figcaption_R"), 0.90, CAPTIONS,
        "readability-lxml .42, trafilatura 0", missed("figcaptions"),
    ),
    Figure(
        "fundus_dev: figcaption_R", ("html", "fundus_dev", "figcaption_R"), 0.55, CAPTIONS,
        "readability-lxml .06, trafilatura 0", missed("figcaptions"),
    ),
    Figure(
        "mozilla: blockquote_R", ("html", "mozilla", "blockquote_R"), 0.93, QUOTES,
        "readability-lxml .91, trafilatura .93", missed("blockquotes"),
    ),
    Figure(
        "mozilla: blockquote_P", ("html", "mozilla", "blockquote_P"), 0.95, QUOTES,
        "readability-lxml .95, trafilatura .58", missed("blockquotes", 2, 3, "not known"),
    ),
    Figure(
        "fundus_dev: title", ("html", "fundus_dev", "title"), 0.88, "share of equal titles",
        "goose3 .779, trafilatura .686", unequal("title", "title_f1"),
    ),
    Figure(
        "fundus_dev: author", ("html", "fundus_dev", "author"), 0.90,
        "share of equal sets of names", "trafilatura .779", unequal("author", "author_f1"),
    ),
    Figure(
        "trafilatura_en_dev: author", ("html", "trafilatura_en_dev", "author"), 0.65,
        "share of equal sets of names", "trafilatura .569", unequal("author", "author_f1"),
    ),
    Figure(
        "fundus_dev: false_authors", ("html", "fundus_dev", "false_authors"), 0.25, NO_AUTHOR,
        "trafilatura .48", wrong("false_authors", "given one", 0.0), at_most=True,
    ),
    Figure(
        "trafilatura_en_dev: false_authors", ("html", "trafilatura_en_dev", "false_authors"), 0.25,
        NO_AUTHOR, "trafilatura .41", wrong("false_authors", "given one", 0.0), at_most=True,
    ),
    Figure(
        "fundus_dev: date", ("html", "fundus_dev", "date"), 0.99, "share of equal days",
        "trafilatura .969", wrong("date", "another day or none"),
    ),
    Figure(
        "fundus_dev: minute", ("html", "fundus_dev", "minute"), 0.99,
        "share of equal minutes, where the page has the time of day", "none keeps it",
        wrong("minute", "another minute or none"),
    ),
    Figure(
        "dumps seb: token", ("dumps", "seb", "token"), 0.92, WORDS,
        "whole dump .64, jusText .70", least("token"),
    ),
    Figure(
        "dumps fundus_dev: token", ("dumps", "fundus_dev", "token"), 0.92, WORDS,
        "whole dump .65, jusText .64", least("token"),
    ),
    Figure(
        "dumps: French less English", ("languages", "difference"), 0.0,
        "mean F1 over words of all French dumps, less that of the English ones", "-",
        least("token"),
    ),
    Figure(
        "feeds: entries", ("feeds", "entries"), 1,
        "share of the odd feeds with an expected number of entries", "feedparser 1",
    ),
    Figure(
        "feeds: whole", ("feeds", "whole"), 1,
        "share of the odd feeds whose entries have title, author and day too",
        "feedparser loses dates", wrong("whole", "not whole"),
    ),
    Figure(
        "feeds: ratio", ("feed speed", "rss", "entries", "ratio"), 1.5,
        "CPU time of 1,000 RSS entries, to that of fastfeedparser in the same run",
        "feedparser-rs 2.2, feedparser 65", at_most=True,
    ),
    Figure(
        "teasers generated: F1", ("teasers generated", "all", "F1"), 0.90,
        "all teasers of generated pages, by title or address", "none returns any", least("F1"),
    ),
    Figure(
        "teasers marked: F1", ("teasers marked", "both", "F1"), 0.90,
        "all teasers of real pages marked by hand", "none returns any", least("F1"),
    ),
    Figure(
        "pages a second", ("pages a second", "ratio"), 1.0,
        "those of parse, to those of trafilatura's defaults in the same run",
        "trafilatura 1, readability-lxml .5", slower("parse", "trafilatura"),
    ),
    Figure(
        "pages of 10 MB", ("pages of 10 MB", "slowest"), 2.0, "CPU seconds of the slowest kind",
        "-", longer("seconds", 2.0), at_most=True,
    ),
)  # fmt: skip


def values(results: Results, languages: Mapping[str, str | None]) -> dict[str, Any]:
    """Put together what the figures are looked up in; `languages` by the id of a dump's page."""
    found: dict[str, Any] = {
        name: result.found.get("figures") for name, result in results.items()
        if isinstance(result, Measured)
    }  # fmt: skip
    for name in ("html", "dumps"):
        found[name] = (found.get(name) or {}).get(name)
    feeds = (found.get("feeds") or {}).get("feeds")
    if feeds and feeds.get("of"):
        found["feeds"] = {"entries": feeds["entries_ok"] / feeds["of"],
                          "whole": feeds["whole"] / feeds["of"]}  # fmt: skip
    found["languages"] = _languages(details("dumps", results), languages)
    return found


def _languages(dumps: list[dict[str, Any]], languages: Mapping[str, str | None]) -> dict[str, Any]:
    """Compare the dumps of French pages with those of English ones."""
    means: dict[str, Any] = {}
    for name, short in (("french", "fr"), ("english", "en")):
        scores = [d["token"] for d in dumps if "token" in d and languages.get(d["id"]) == short]
        means[name] = sum(scores) / len(scores) if scores else None
        means[f"{name} dumps"] = len(scores)
    if None not in (means["french"], means["english"]):
        means["difference"] = means["french"] - means["english"]
    return means


def items(figure: Figure, results: Results, languages: Mapping[str, str | None]) -> Iterator[Item]:
    """Yield the items that cost a figure something."""
    source = figure.path[0]
    if figure.rank is None:
        return
    if source == "feeds":
        yield from (Item(name, "not whole", 0.0) for name in _damaged_feeds(results))
    elif source == "languages":
        french = [d for d in details("dumps", results) if languages.get(d["id"]) == "fr"]
        yield from ranked(french, figure.rank, "id", "tool")
    elif source == "dumps":
        yield from ranked(details(source, results, figure.path[1]), figure.rank, "id", "tool")
    else:
        part = figure.path[1] if source == "html" else None
        yield from ranked(details(source, results, part), figure.rank, "id")


def _damaged_feeds(results: Results) -> Iterator[str]:
    """Yield the feeds that the scorer's table marks; its JSON does not name them."""
    result = results.get("feeds")
    for line in result.printed.splitlines() if isinstance(result, Measured) else ():
        words = line.split()
        if words and words[-1] == "NO":
            yield words[0]
