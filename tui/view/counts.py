"""Counts in words, as pages of figures and voices have them."""

from tui.words import ngettext


def articles(count: int) -> str:
    """Return so many articles."""
    return ngettext("{n} article", "{n} articles", count)


def quotes(count: int) -> str:
    """Return so many quotes."""
    return ngettext("{n} quote", "{n} quotes", count)


def words(count: int) -> str:
    """Return so many words."""
    return ngettext("{n} word", "{n} words", count)
