"""Putting right who is who, and who said what; everything is shown at once and can be undone."""

from typing import TYPE_CHECKING

from tui.identity import words
from tui.library.anchors import ordinal, quoted
from tui.library.corrections import Correction, told
from tui.library.figures import LONGEST_NAME
from tui.library.interface import Appearance, Figure
from tui.model import Article, Quote
from tui.session.journal import Corrected
from tui.view.screens.asking import LineScreen
from tui.view.screens.choice import Choice, ChoiceScreen
from tui.view.screens.picker import FigurePicker
from tui.words import _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def people_merge(reader: "ReaderScreen") -> None:
    """Say that the figure under the cursor is one that is to be chosen."""
    who = _under_cursor(reader)
    if who is not None:
        figure = who.figure
        reader.app.push_screen(
            FigurePicker(reader.library, _("{name} is the same as: type a name", name=figure.name)),
            lambda chosen: _merge(reader, figure, chosen),
        )


def _merge(reader: "ReaderScreen", part: Figure, chosen: str | None) -> None:
    whole = reader.library.figure(chosen) if chosen else None
    if whole is None:
        return
    if whole.id == part.id:
        reader.show_status(_("{name} is one figure already", name=part.name))
        return
    _put_right(reader, Correction("merge", whole.id, whole.name, part.id, part.name))


def people_split(reader: "ReaderScreen") -> None:
    """Say that something of the figure under the cursor is somebody else."""
    who, article = _under_cursor(reader), reader.body.article
    if who is None or article is None:
        return
    choices = [
        Choice(
            _("{other_name} is somebody else", other_name=made.other_name),
            _taken_out(who, made),
            _("put together by you"),
        )
        for made in reader.library.merges_into(who.figure.id)
    ]
    person = next((each for each in article.people if each.name == who.name), None)
    for form in person.aliases if person else ():
        here = Correction("split", who.figure.id, who.name, article=article.id, words=form)
        choices.append(
            Choice(_("“{form}” is somebody else here", form=form), here, _("in this article"))
        )
        everywhere = here._replace(article=None)
        choices.append(
            Choice(_("“{form}” is always somebody else", form=form), everywhere, _("everywhere"))
        )
    alone = Correction("split", who.figure.id, who.name, article=article.id)
    choices.append(
        Choice(_("{name} is somebody else here", name=who.name), alone, _("in this article"))
    )
    _choose(reader, _("Who of {name} is somebody else?", name=who.name), choices)


def _taken_out(who: Appearance, made: Correction) -> Correction:
    return Correction("split", who.figure.id, who.figure.name, made.other, made.other_name)


def people_rename(reader: "ReaderScreen") -> None:
    """Give the figure under the cursor another name."""
    who = _under_cursor(reader)
    if who is not None:
        figure = who.figure
        reader.app.push_screen(
            LineScreen(
                _("Rename"),
                _("What is {name} called?", name=figure.name),
                figure.name,
                _("renames"),
            ),
            lambda name: _rename(reader, figure, name),
        )


def _rename(reader: "ReaderScreen", figure: Figure, name: str | None) -> None:
    if name is None or name == figure.name:
        return
    name = " ".join(name.split())
    if not words(name) or len(name) > LONGEST_NAME:
        reader.show_status(_("“{name}” is no name", name=name))
        return
    for other in reader.library.called(name):
        if other.id != figure.id and words(other.name) == words(name):
            reader.show_status(_("{name} is another figure: merge them instead", name=other.name))
            return
    _put_right(reader, Correction("rename", figure.id, figure.name, words=name))


def people_not_a_person(reader: "ReaderScreen") -> None:
    """Say that the figure under the cursor is not a person."""
    who = _under_cursor(reader)
    if who is not None:
        _put_right(reader, Correction("not-a-person", who.figure.id, who.figure.name))


def quotes_speaker(reader: "ReaderScreen") -> None:
    """Say who says the quote under the cursor, or that nobody is said to."""
    current, article = reader.quotes_pane.current, reader.body.article
    if current is None or article is None:
        return
    number, quote = current
    figures = {each.name: each.figure for each in reader.people_pane.rows}
    choices = [
        Choice(name, _said_by(article, number, quote, figures[name]), _("the speaker now") * now)
        for name in figures
        for now in (name == quote.speaker,)
    ]
    nobody = _("the speaker now") if quote.speaker is None else ""
    choices.append(
        Choice(_("Nobody is said to speak"), _said_by(article, number, quote, None), nobody)
    )
    choices.append(Choice(_("Somebody else of the library…"), (article, number, quote)))
    said = " ".join(article.text[quote.start : quote.end].split())
    _choose(reader, _("Who says this?"), choices, said)


def _said_by(article: Article, number: int, quote: Quote, figure: Figure | None) -> Correction:
    return Correction(
        "speaker",
        figure.id if figure else None,
        figure.name if figure else "",
        article=article.id,
        words=quoted(article, quote),
        ordinal=ordinal(article, number),
    )


def _choose(reader: "ReaderScreen", title: str, choices: list[Choice], says: str = "") -> None:
    def chosen(choice: Choice | None) -> None:
        if choice is None:
            return
        if isinstance(choice.value, Correction):
            _put_right(reader, choice.value)
        else:
            _ask_whom(reader, *choice.value)

    reader.app.push_screen(ChoiceScreen(title, choices, says), chosen)


def _ask_whom(reader: "ReaderScreen", article: Article, number: int, quote: Quote) -> None:
    def picked(figure_id: str | None) -> None:
        figure = reader.library.figure(figure_id) if figure_id else None
        if figure is not None:
            _put_right(reader, _said_by(article, number, quote, figure))

    reader.app.push_screen(FigurePicker(reader.library, _("Who says it? Type a name")), picked)


def _put_right(reader: "ReaderScreen", correction: Correction) -> None:
    key = reader.library.correct(correction)
    if key is None:
        return
    reader.show_corrected()
    reader.did(told(correction), Corrected(key))


def _under_cursor(reader: "ReaderScreen") -> Appearance | None:
    current = reader.people_pane.current
    if current is None:
        reader.show_status(_("Nobody is named here"))
    return current
