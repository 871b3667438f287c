"""Giving the open article to a command of the user's, and showing what it says."""

import shlex
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.worker import get_current_worker

from tui.layout import visible
from tui.model import Article
from tui.reasons import worded
from tui.settings.values import DEFAULTS, Settings
from tui.view.commands import Ran, run
from tui.view.screens.asking import LineScreen
from tui.words import _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen

Write = Callable[[Article], bytes]

_last = [""]
"""What was typed last, to begin with the next time."""


def article_pipe(reader: "ReaderScreen") -> None:
    """Give the article to a command as text."""
    from tui.export.plain import plain

    _ask(reader, _("text"), lambda article: plain(article).encode("utf-8", "replace"))


def article_pipe_json(reader: "ReaderScreen") -> None:
    """Give the article to a command as Article JSON."""

    def written(article: Article) -> bytes:
        from tui.parse.article_json import dumps

        return dumps(article) + b"\n"

    _ask(reader, _("Article JSON"), written)


def _ask(reader: "ReaderScreen", form: str, write: Write) -> None:
    article = reader.body.article
    if reader.app.is_web:
        reader.show_status(_("No command is run for a reader in a browser"))
        return
    if article is None:
        reader.show_status(_("No article is open"))
        return
    reader.app.push_screen(
        LineScreen(
            _("Pipe to"),
            _("A command that reads the article as {form}", form=form),
            _last[0],
            _("runs it"),
        ),
        lambda typed: _begin(reader, article, write, typed) if typed else None,
    )


def _begin(reader: "ReaderScreen", article: Article, write: Write, typed: str) -> None:
    try:
        command = shlex.split(typed)
    except ValueError as error:
        reader.show_status(f"{typed}: {error}")
        return
    if not command:
        return
    _last[0] = typed
    settings: Settings = getattr(reader.app, "settings", DEFAULTS)
    reader.show_status(_("{command} has the article …", command=command[0]))
    work = partial(_work, reader, article, write, command, settings.pipe_limit)
    reader.run_worker(work, group="pipe", exclusive=True, thread=True, exit_on_error=True)


def _work(
    reader: "ReaderScreen", article: Article, write: Write, command: list[str], limit: int
) -> None:
    worker = get_current_worker()
    try:
        ran = run(command, write(article), limit, lambda: worker.is_cancelled)
    except (OSError, ValueError) as error:
        told = worded(f"{command[0]}: {getattr(error, 'strerror', None) or error}")
        reader.call_later(reader.show_status, told)
        return
    if not worker.is_cancelled:
        reader.call_later(_show, reader, command, ran)


def _show(reader: "ReaderScreen", command: list[str], ran: Ran) -> None:
    from tui.view.screens.output import OutputScreen

    told = ran.stopped or _("exit code {code}", code=ran.code)
    reader.show_status(f"{command[0]}: {told}")
    if reader.is_active and (ran.lines or ran.stopped or ran.code):
        title = Content(visible(shlex.join(command))).markup
        reader.app.push_screen(OutputScreen(title, told, ran.lines))
