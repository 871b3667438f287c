"""What I copy: a link, a quote, in the style I like."""

import stat
from dataclasses import replace

import pytest
from articles import article

from tui.settings.values import DEFAULTS
from tui.view.clipboard import MOST, hand_over

PIECE = replace(
    article(
        "The harbour that lost its report",
        "“We never saw any report,” Anna Holt said.",
        "Nobody else said a word.",
        people={"Anna Holt": ["Holt"]},
        quotes=[("We never saw any report,", "Anna Holt")],
        teasers=["The ferry"],
        published="2026-05-03",
        url="https://ister.example/harbour",
    ),
)
OTHER = article("The school", "A bell.", published="2026-05-01")


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("tui.view.clipboard.PROGRAMS", ())


async def copied(user, *keys):
    user.app.copy_to_clipboard("")
    await user.press(*keys)
    await user.until(lambda: user.shows("#status", "opied"))
    return user.app.clipboard


async def test_i_copy_the_link_of_what_i_read(start):
    async with start(articles=(PIECE, OTHER)) as user:
        assert await copied(user, "2", "y") == "https://ister.example/harbour"
        assert user.shows("#status", "Copied the link: given to the terminal")


async def test_an_article_without_a_link_says_so(start):
    async with start(articles=(PIECE, OTHER)) as user:
        await user.press("j", "y")
        assert user.shows("#status", "No link is known of: The school")
        await user.press("5", "y")
        assert user.shows("#status", "No link is known of: The ferry")


async def test_i_copy_the_quote_i_went_to_with_who_said_it(start):
    async with start(articles=(PIECE, OTHER)) as user:
        text = await copied(user, "4", "enter", "Y")
        assert text.startswith("“We never saw any report,” — Anna Holt, “The harbour")
        assert user.shows("#status", "Copied the quote (Plain)")


async def test_i_copy_the_quote_under_the_cursor_of_its_pane(start):
    async with start(articles=(PIECE, OTHER)) as user:
        assert "Anna Holt" in await copied(user, "4", "Y")
        assert user.focus == "quotes"


async def test_i_copy_my_highlight_else_the_paragraph_without_a_speaker(start):
    async with start(articles=(PIECE, OTHER)) as user:
        text = await copied(user, "2", "Y")
        assert text.startswith("“The harbour that lost its report” — “The harbour")
        assert user.shows("#status", "Copied the paragraph")
        await copied(user, "H", "Y")
        assert user.shows("#status", "Copied the highlight")


async def test_the_style_i_set_is_the_one_i_get_and_another_is_a_choice_away(start):
    settings = DEFAULTS._replace(copy_style="bibtex")
    async with start(articles=(PIECE, OTHER), settings=settings) as user:
        assert (await copied(user, "4", "Y")).startswith("@misc{")
        user.reader.action_article_copy_as()
        await user.pilot.pause()
        assert user.shows("ExplainedList", "BibTeX")
        assert "as cited in" in await copied(user, "k", "enter")
        assert user.shows("#status", "(APA)")


async def test_what_is_too_long_for_a_terminal_is_not_sent_there(start):
    long = article("Long", "word " * MOST, published="2026-05-03")
    async with start(articles=(long,)) as user:
        await user.press("2", "}")
        assert await copied(user, "Y") == ""
        assert user.shows("#status", "too long for a terminal")


def _program(folder, name, script):
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def programs(monkeypatch):
    monkeypatch.undo()


def test_a_program_of_the_desktop_gets_the_text_on_its_input(tmp_path, programs):
    _program(tmp_path, "wl-copy", "/bin/cat > " + str(tmp_path / "held"))
    _program(tmp_path, "xclip", "exit 1")
    there = {"PATH": str(tmp_path), "WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    assert hand_over("Élan; $(x)", there) == "wl-copy"
    assert (tmp_path / "held").read_text() == "Élan; $(x)"
    assert hand_over("x", {**there, "WAYLAND_DISPLAY": ""}) == ""


def test_a_program_that_hangs_is_left(tmp_path, programs, monkeypatch):
    monkeypatch.setattr("tui.view.clipboard.PATIENCE", 0.1)
    _program(tmp_path, "xsel", "exec /bin/sleep 5")
    assert hand_over("x", {"PATH": str(tmp_path), "DISPLAY": ":0"}) == ""
