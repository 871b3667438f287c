"""What I write to files from the reader, give to commands, and open in the browser."""

import json
import webbrowser
from dataclasses import replace

import pytest
from articles import article
from textual.widgets import Input

from tui.settings.values import DEFAULTS
from tui.view.app import BroadsheetApp
from tui.view.commands import run
from tui.view.screens.output import OutputList

PIECE = replace(
    article(
        "The harbour that lost its report",
        "“We never saw any report,” Anna Holt said. “No,” said Tom Reyes.",
        people={"Anna Holt": ["Holt"], "Tom Reyes": []},
        quotes=[("We never saw any report,", "Anna Holt"), ("No,", "Tom Reyes")],
        published="2026-05-03",
        url="https://ister.example/harbour",
    ),
)
OTHER = article("The school", "A bell.", published="2026-05-01")
BOTH = (PIECE, OTHER)


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def ends(user, words):
    await user.until(lambda: user.reader.is_active and user.shows("#status", words))


async def path_is(user, path):
    user.app.screen.query_one(Input).value = str(path)
    await user.press("enter")


async def test_i_write_the_open_article_as_it_is_offered(start, in_a_folder):
    async with start(articles=BOTH) as user:
        await user.press("e", "enter", "enter")
        assert user.app.screen.query_one(Input).value.startswith("2026-05-03-the-harbour")
        await user.press("enter")
        await ends(user, "1 article written to 2026-05-03-the-harbour")
        (path,) = in_a_folder.iterdir()
        assert path.suffix == ".md"
        assert "# The harbour that lost its report" in path.read_text()


async def test_i_write_the_list_and_its_quotes_of_the_figure_i_filter_by(start, in_a_folder):
    async with start(articles=BOTH) as user:
        await user.press("e", "j", "j", "j", "enter", "j", "enter")
        await path_is(user, "all.jsonl")
        await ends(user, "2 articles written")
        lines = (in_a_folder / "all.jsonl").read_text().splitlines()
        assert [json.loads(line)["title"] for line in lines] == [PIECE.title, OTHER.title]
        await user.press("3", "enter", "e", *"jjjj", "enter", "enter")
        await path_is(user, "said.md")
        await ends(user, "1 quote written")
        assert "Anna Holt" in (in_a_folder / "said.md").read_text()
        assert "Tom Reyes" not in (in_a_folder / "said.md").read_text()


async def test_i_write_my_highlights_with_their_notes(start, in_a_folder):
    async with start(articles=BOTH) as user:
        await user.press("2", "a")
        await user.type("why")
        await user.press("enter", "e", "j", "j", "enter", "enter")
        await path_is(user, "marks.md")
        await ends(user, "1 highlight written")
        assert (in_a_folder / "marks.md").read_text().endswith("\n\nwhy\n")


async def test_nothing_is_written_over_unless_i_say_so(start, in_a_folder):
    (in_a_folder / "kept.md").write_text("mine")
    async with start(articles=BOTH) as user:
        await user.press("e", "enter", "enter")
        await path_is(user, "kept.md")
        assert user.shows("#naming Static", "kept.md")
        await user.press("escape")
        assert (in_a_folder / "kept.md").read_text() == "mine"
        assert user.app.screen.query_one(Input).value == "kept.md"
        await user.press("enter", "enter")
        await ends(user, "1 article written")
        assert "harbour" in (in_a_folder / "kept.md").read_text()


async def test_what_cannot_be_written_is_told_in_a_line(start):
    async with start(articles=BOTH) as user:
        await user.press("e", "enter", "enter")
        await path_is(user, "no/such/folder.md")
        await ends(user, "no/such/folder.md: No such file or directory")


def ended(user):
    return " ".join(str(box.border_subtitle) for box in user.app.screen.query("#picker"))


async def pipe(user, command):
    await user.press("|")
    await path_is(user, command)


async def test_i_give_the_article_to_a_command_and_see_what_it_says(start):
    async with start(articles=BOTH) as user:
        await pipe(user, "grep -c 'We never'")
        await user.until(lambda: bool(user.app.screen.query(OutputList)))
        assert user.app.screen.query_one(OutputList).rows == ["2"]
        await user.until(lambda: "exit code 0" in ended(user))
        await user.press("escape", "|")
        assert user.app.screen.query_one(Input).value == "grep -c 'We never'"


async def test_i_give_it_as_article_json(start):
    async with start(articles=BOTH) as user:
        user.reader.action_article_pipe_json()
        await user.pilot.pause()
        await path_is(user, "cat")
        await user.until(lambda: bool(user.app.screen.query(OutputList)))
        (line,) = user.app.screen.query_one(OutputList).rows
        assert json.loads(line)["title"] == PIECE.title


async def test_what_i_type_goes_through_no_shell_and_mistakes_are_told(start, in_a_folder):
    async with start(articles=BOTH) as user:
        await pipe(user, "echo $HOME > x; ls")
        await user.until(lambda: bool(user.app.screen.query(OutputList)))
        assert user.app.screen.query_one(OutputList).rows == ["$HOME > x; ls"]
        assert list(in_a_folder.iterdir()) == []
        await user.press("escape")
        await pipe(user, "no-such-command")
        await ends(user, "no-such-command: No such file or directory")
        await pipe(user, "echo 'a")
        await ends(user, "No closing quotation")


async def test_a_command_that_goes_on_is_stopped(start):
    settings = DEFAULTS._replace(pipe_limit=1)
    async with start(articles=BOTH, settings=settings) as user:
        await pipe(user, "sleep 20")
        await user.until(lambda: "stopped after 1 s" in ended(user))


def test_a_command_that_writes_without_end_is_stopped():
    ran = run(["yes"], b"", 20)
    assert (ran.code, ran.stopped) == (None, "stopped: it writes too much")
    assert set(ran.lines[:-1]) == {"y"}


def test_colours_of_a_command_are_left_out_and_its_exit_code_told():
    ran = run(["sh", "-c", "printf '\\033[31mred\\033[0m\\tx'; echo no >&2; exit 3"], b"", 20)
    assert (ran.lines, ran.code, ran.stopped) == (["red     xno"], 3, "")


def test_a_child_of_a_command_that_stays_keeps_nobody_waiting():
    ran = run(["sh", "-c", "sleep 20 & echo done"], b"", 20)
    assert (ran.lines, ran.code) == (["done"], 0)


class Browser(webbrowser.BaseBrowser):
    opened: list[str] = []

    def open(self, url, new=0, autoraise=True):
        self.opened.append(url)
        return True


async def test_i_see_the_address_before_the_browser_opens_it(start, monkeypatch):
    monkeypatch.setattr(webbrowser, "get", Browser)
    monkeypatch.setattr(Browser, "opened", [])
    async with start(articles=BOTH) as user:
        await user.press("o")
        assert user.shows("#naming Static", "https://ister.example/harbour")
        await user.press("escape")
        assert Browser.opened == []
        await user.press("o", "enter")
        assert Browser.opened == ["https://ister.example/harbour"]
        assert user.shows("#status", "Opened https://ister.example/harbour")


async def test_only_addresses_of_the_web_are_opened(start, monkeypatch):
    evil = replace(PIECE, url="file:///etc/passwd")
    async with start(articles=(evil,)) as user:
        await user.press("o")
        assert user.shows("#status", "No link is known of")


async def test_a_browser_program_gets_the_address_as_one_word(start, monkeypatch, in_a_folder):
    program = in_a_folder / "browser"
    program.write_text('#!/bin/sh\nprintf "%s" "$1" > opened.part; mv opened.part opened\n')
    program.chmod(0o755)
    browser = webbrowser.BackgroundBrowser([str(program), "%s"])
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    odd = replace(PIECE, url="https://ister.example/a;touch${IFS}x?b=$(id)&c='d'")
    async with start(articles=(odd,)) as user:
        await user.press("o", "enter")
        await user.until((in_a_folder / "opened").exists)
    opened = (in_a_folder / "opened").read_text()
    assert opened == "https://ister.example/a;touch${IFS}x?b=$%28id%29&c='d'"
    assert not (in_a_folder / "x").exists()


async def test_no_browser_is_told(start, monkeypatch):
    def none():
        raise webbrowser.Error("none")

    monkeypatch.setattr(webbrowser, "get", none)
    async with start(articles=BOTH) as user:
        await user.press("o", "enter")
        assert user.shows("#status", "No browser would open it")


async def test_a_reader_in_a_browser_runs_and_writes_nothing_where_it_is_served(
    start, monkeypatch, in_a_folder
):
    opened = []
    monkeypatch.setattr(BroadsheetApp, "is_web", True)
    monkeypatch.setattr(BroadsheetApp, "open_url", lambda _, url: opened.append(url))
    monkeypatch.setattr("tui.view.doing.copying.hand_over", lambda _: opened.append("held"))
    async with start(articles=BOTH) as user:
        await user.press("|")
        assert user.shows("#status", "No command is run")
        await user.press("e")
        assert user.shows("#status", "No file is written")
        await user.press("y")
        assert user.shows("#status", "given to your browser")
        await user.press("o", "enter")
    assert opened == ["https://ister.example/harbour"]
    assert list(in_a_folder.iterdir()) == []
