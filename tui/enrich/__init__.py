"""An article's people and quotes: `Article` in, the same article with `people` and `quotes` out.

Pure rules and tables, standard library only; nothing is read from disk before the first article.
Where to look: a name's candidates in `candidates`, whether they are persons in `scoring`, whose
they are in `clusters`, posts in `roles`; quotation marks in `scanner`, verbs of speech in `cues`,
their subjects in `subjects`, and where a quote's speaker is decided in `attribution`.

Every file of words in `data` says its source at its head, and so does every longer table of the
code. A set of a dozen words at most that does not is a closed class of French and English
(articles, pronouns, conjunctions, auxiliaries), written down from general knowledge.
"""

from dataclasses import replace

from tui.enrich.models import available
from tui.enrich.people import find_cast
from tui.enrich.quotes import find_quotes
from tui.enrich.sheet import read_sheet
from tui.model import Article

ENGINE_VERSION = 11
"""Raised with every change that can change a result, so that stored articles are read again."""


def engine() -> int:
    """Return the number of the engine at work: higher than that of every one that found less.

    One with a model installed is half a version above the one without.
    """
    return 2 * ENGINE_VERSION + available()


def enrich(article: Article) -> Article:
    """Return `article` with people and quotes found anew from its text, blocks and language."""
    sheet = read_sheet(article)
    cast = find_cast(sheet)
    return replace(article, people=cast.people, quotes=find_quotes(sheet, cast))


__all__ = ["ENGINE_VERSION", "engine", "enrich"]
