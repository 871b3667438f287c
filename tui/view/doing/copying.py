"""Copying: the link of what is read, and the words of it with who said them and where."""

from functools import partial
from typing import TYPE_CHECKING, Final

from tui.export.citing import Passage, cited
from tui.export.text import web_address
from tui.model import Article, Quote, Span
from tui.settings.values import DEFAULTS, Settings
from tui.view.clipboard import fits_terminal, hand_over
from tui.words import N_, _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen

_CHOICES: Final = (
    ("plain", "Plain", N_("“words” — speaker, “title”, outlet, date, and the link")),
    ("markdown", "Markdown", N_("a quotation with a linked title")),
    ("apa", "APA", N_("in-text citation and reference, seventh edition")),
    ("bibtex", "BibTeX", N_("an entry for LaTeX")),
    ("csl-json", "CSL-JSON", N_("an item for Zotero, pandoc and others")),
)
_NAMES: Final = {value: name for value, name, _meaning in _CHOICES}


def article_copy_link(reader: "ReaderScreen") -> None:
    """Copy the link of the row under the cursor, else of the open article."""
    address, title = link_here(reader)
    if address is None:
        reader.show_status(
            _("No link is known of: {title}", title=title) if title else _("No article is open")
        )
        return
    _copy(reader, address, _("the link"))


def article_copy_quote(reader: "ReaderScreen") -> None:
    """Copy the words that are read, in the style that is set."""
    settings: Settings = getattr(reader.app, "settings", DEFAULTS)
    _copy_passage(reader, settings.copy_style)


def article_copy_as(reader: "ReaderScreen") -> None:
    """Ask for a style, and copy the words that are read in it."""
    from tui.view.screens.choice import Choice, ChoiceScreen

    settings: Settings = getattr(reader.app, "settings", DEFAULTS)
    choices = [Choice(_(name), value, _(meaning)) for value, name, meaning in _CHOICES]
    reader.app.push_screen(
        ChoiceScreen(_("Copy the quote as"), choices, current=settings.copy_style, explained=True),
        lambda chosen: _copy_passage(reader, chosen.value) if chosen else None,
    )


def link_here(reader: "ReaderScreen") -> tuple[str | None, str]:
    """Return the web address of what the cursor is on, else of the open article, and its title."""
    article = reader.body.article
    if reader.active == "related" and (related := reader.related_pane.current):
        if related.target is None:
            teaser = related.teaser
            return web_address(teaser.url) if teaser else None, related.title
        article = reader.library.article(related.target.id)
    elif reader.active == "library" and (row := reader.list_pane.current):
        article = reader.library.article(row.id)
    return (web_address(article.url), article.title) if article else (None, "")


def _copy_passage(reader: "ReaderScreen", style: str) -> None:
    article = reader.body.article
    if article is None:
        reader.show_status(_("No article is open"))
        return
    passage, what = _passage(reader, article)
    _copy(reader, cited(passage, style), f"{what} ({_NAMES[style]})")


def _passage(reader: "ReaderScreen", article: Article) -> tuple[Passage, str]:
    """Return the quote under the cursor of its pane, else what is read, and what to call it."""
    current = reader.quotes_pane.current
    if reader.active == "quotes" and current is not None:
        return _of(article, current[1]), _("the quote")
    span, marked = reader.read_here(article)
    for quote in article.quotes:
        if (quote.start, quote.end) == (span.start, span.end):
            return _of(article, quote), _("the quote")
    within = [each.span for each in reader.highlights if span.start <= each.span.start < span.end]
    if marked is None and len(within) == 1:
        return Passage(article, within[0]), _("the highlight")
    return Passage(article, span), _("the highlight") if marked else _("the paragraph")


def _of(article: Article, quote: Quote) -> Passage:
    return Passage(article, Span(quote.start, quote.end), quote)


def _copy(reader: "ReaderScreen", text: str, what: str) -> None:
    """Hand a text to the terminal, and to a program where there is one, which may take a while.

    Programs are of the machine that serves, and so nothing for a reader in a browser.
    """
    web = reader.app.is_web
    terminal = fits_terminal(text)
    if terminal:
        reader.app.copy_to_clipboard(text)
    if web:
        told = _("given to your browser") if terminal else _("it is too long")
        reader.show_status(
            _("Copied {what}: {told}", what=what, told=told)
            if terminal
            else _("Not copied {what}: {told}", what=what, told=told)
        )
        return
    reader.run_worker(
        partial(_hand_over, reader, text, what, terminal=terminal),
        group="copying",
        exclusive=True,
        thread=True,
    )


def _hand_over(reader: "ReaderScreen", text: str, what: str, *, terminal: bool) -> None:
    program = hand_over(text)
    takers = [*([_("the terminal")] if terminal else []), *([program] if program else [])]
    if takers:
        told = _("Copied {what}: given to {takers}", what=what, takers=_(" and ").join(takers))
    else:
        told = _(
            "Not copied: {what} is too long for a terminal, and no clipboard program is there",
            what=what,
        )
    reader.call_later(reader.show_status, told)
