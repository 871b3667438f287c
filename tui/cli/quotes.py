"""`broadsheet quotes`: who said what in the library, from the shell."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from tui.cli.columns import Column, write_found, write_lists
from tui.cli.opening import on_library
from tui.cli.people import Lists
from tui.library.interface import SURE, Library, QuotesQuery, Said
from tui.words import N_, _

_COLUMNS: Final = (
    Column(N_("Quote"), 12),
    Column(N_("Said by"), 22),
    Column(N_("Kind"), 8),
    Column(N_("Words"), 60),
)

UNSAID: Final = N_("not said")

FIELDS: Final = N_("""\
With --json, each line is an object: `quote` (its id, as `correct speaker` takes it: the article's
id, a point, and which quote of the article it is), `article`, `title`, `site`, `url`, `published`,
`start` and `end` (offsets into the article's text, in code points), `kind`, `text`, `speaker` (null
where it is not said), `figure` (the speaker's id), `confidence` (0 to 1), `rule` ("correction"
where you put it right).
The kind is `direct` (at least a clause between quotation marks), `fragment` (less than that) or
`indirect` (reported in the writer's own words, between no quotation marks).
In a pipe, each line is quote id, speaker, kind, words, title, date and article id, with tabs
between; "(inferred)" behind a speaker means that the text does not name them outright.
Exit code: 0 something was found; 1 nothing; 2 the library cannot be opened.
""")


def quotes(query: QuotesQuery, lists: Lists, library_path: Path | None) -> int:
    """List the quotes that `query` means, those of the newest article first."""

    def work(library: Library) -> int:
        found = islice(library.quotes(query), lists.limit)
        if lists.json:
            return write_found(map(_object, found), _("no quote was found"))
        return write_lists(_COLUMNS, _rows(library, found), _("no quote was found"))

    return on_library(library_path, work)


def quote_id(library: Library, said: Said) -> str:
    """Return what a quote is called: its article's id, as short as it can be, and its number."""
    return f"{library.short_id(said.article.id)}.{said.number + 1}"


def speaker(said: Said) -> str:
    """Return who said a quote, in words."""
    quote = said.quote
    if quote.speaker is None:
        return _(UNSAID)
    return quote.speaker if quote.confidence >= SURE else f"{quote.speaker} ({_('inferred')})"


def _rows(library: Library, found: Iterator[Said]) -> Iterator[tuple[str, ...]]:
    for said in found:
        article = said.article
        yield (
            quote_id(library, said),
            speaker(said),
            said.quote.kind,
            said.words,
            article.title,
            article.published or "",
            article.id,
        )


def _object(said: Said) -> str:
    import json

    article, quote = said.article, said.quote
    return json.dumps(
        {
            "quote": f"{article.id}.{said.number + 1}",
            "article": article.id,
            "title": article.title,
            "site": article.site,
            "url": article.url,
            "published": article.published,
            "start": quote.start,
            "end": quote.end,
            "kind": quote.kind,
            "text": article.text[quote.start : quote.end],
            "speaker": quote.speaker,
            "figure": said.figure,
            "confidence": quote.confidence,
            "rule": quote.rule,
        },
        ensure_ascii=True,
    )
