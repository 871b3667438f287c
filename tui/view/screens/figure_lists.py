"""The lists of a figure's page: quotes with outlet and date, articles, companions, names."""

from typing import ClassVar

from tui.library.interface import SURE, Row, Said
from tui.library.portraits import Companion, NameForm
from tui.view.panes.quotes import MARKS, REPORTED
from tui.view.screens.page import PageList
from tui.view.widgets.row_list import Part, cut, fill, spread
from tui.words import N_, _, day, ngettext

_WHY = {
    "same name": N_("the same name"),
    "by hand": N_("put together by you"),
    "short form": N_("short for it, in an article"),
}


class SaidList(PageList[Said]):
    """Quotes, the newest first: when and where, then two lines of what is said."""

    ROW_HEIGHT: ClassVar[int] = 3

    speakers: dict[str, str] | None = None
    """Names by figure id where the speaker is to be told; None where all are of one."""
    reading = True
    """Whether there may be more."""
    nothing = ""
    """What to say where there is nothing."""

    def lines(self, row: Said, width: int) -> list[list[Part]]:
        """When and where, then two lines of what is said."""
        first, second = fill(in_quotes(row), width - 2, 2)
        look = "row--reported" if row.quote.kind == "indirect" else "row--quote"
        who: list[Part] = []
        if self.speakers is not None:
            who = [(row.quote.speaker or _("speaker not said"), "row--strong"), ("  ", "")]
        return [
            spread([*who, (when_and_where(row), "row--dim")], [(how(row), "row--dim")], width),
            [("  ", ""), (first, look)],
            [("  ", ""), (second, look)],
        ]

    def empty_words(self) -> str:
        """Say why there is nothing, or not yet."""
        return _("Reading…") if self.reading else self.nothing


class ArticleList(PageList[Row]):
    """Articles that name the figure, newest first."""

    def lines(self, row: Row, width: int) -> list[list[Part]]:
        """The title, then when and where, and how often it names the figure."""
        mark = "  " if row.read else "● "
        meta = " · ".join(filter(None, (day(row.published), row.site)))
        return [
            [(mark, "row--accent"), (cut(row.title or _("Untitled"), width - 2), "row--strong")],
            spread([("  ", ""), (meta, "row--dim")], [(f"{row.matches}×", "row--match")], width),
        ]


class CompanionList(PageList[Companion]):
    """Who stands in the same articles, most often first."""

    ROW_HEIGHT: ClassVar[int] = 1

    def lines(self, row: Companion, width: int) -> list[list[Part]]:
        """The name, in how many articles together, of how many."""
        together = f"{row.together} of {row.figure.articles} articles "
        return [spread([(row.figure.name, "row--strong")], [(together, "row--dim")], width)]

    def empty_words(self) -> str:
        """Say that there is nobody."""
        return _("No article names anybody else.")


class NameList(PageList[NameForm]):
    """Under which names the figure goes, and why they are taken to be one."""

    ROW_HEIGHT: ClassVar[int] = 1

    def lines(self, row: NameForm, width: int) -> list[list[Part]]:
        """The name, why it is them, and how many articles have it."""
        articles = ngettext("{n} article", "{n} articles", row.articles)
        why = f"{_(_WHY[row.why])} · {articles} "
        return [spread([(row.name, "row--strong")], [(why, "row--dim")], width)]


def in_quotes(said: Said) -> str:
    """Return what is said, in the quotation marks of its language where it is quoted."""
    if said.quote.kind == "indirect":
        return said.words
    opening, closing = MARKS.get(said.article.language or "", ("“", "”"))
    return f"{opening}{said.words}{closing}"


def when_and_where(said: Said) -> str:
    """Return the date and the outlet of the article, else its title."""
    article = said.article
    known = filter(None, (day(article.published), article.site or article.title))
    return " · ".join(known)


def how(said: Said) -> str:
    """Return what is to be known of a quote: that it is reported, that its speaker was inferred."""
    inferred = said.quote.speaker is not None and said.quote.confidence < SURE
    reported = said.quote.kind == "indirect"
    notes = (_(REPORTED) if reported else "", f"({_('inferred')})" if inferred else "")
    return " ".join(filter(None, notes))
