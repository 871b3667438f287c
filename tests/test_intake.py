"""The way in as one stream, here and in a process of its own."""

import os
import signal
from pathlib import Path

import pytest

from tui.intake import Intake, articles, quick_first
from tui.model import Article, Failure

PAGE = """<!doctype html><html lang="en"><head><title>A page</title></head><body><article>
<h1>A page</h1>{}</article></body></html>""".format(
    "<p>The harbour office has counted its boats again and found the same number.</p>" * 4
)
NOTE = "A note\n\nThe harbour office has counted its boats again and found one fewer than before."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "c.json").write_text('{"version": 1}', encoding="utf-8")
    return tmp_path


def titles(items) -> list[str]:
    return ["failed" if isinstance(item, Failure) else item.title for item in items]


def test_articles_come_in_the_order_of_the_inputs(folder: Path):
    assert titles(articles([str(folder)])) == ["A page", "A note", "failed"]


def test_the_reader_gets_the_quick_ones_first(folder: Path):
    assert titles(quick_first([str(folder)])) == ["A note", "A page", "failed"]


def test_a_process_of_its_own_sends_the_same(folder: Path):
    intake = Intake([str(folder)])
    try:
        sent = list(intake)
    finally:
        intake.stop()
    assert sent == list(quick_first([str(folder)]))


def test_what_has_come_can_be_taken_before_the_rest(folder: Path):
    intake = Intake([str(folder)])
    try:
        first = list(intake.ready(20.0))
        rest = list(intake)
    finally:
        intake.stop()
    assert titles(first)[0] == "A note"
    assert titles([*first, *rest]) == ["A note", "A page", "failed"]


def test_nothing_that_has_come_is_nothing(tmp_path: Path):
    intake = Intake([str(tmp_path / "gone.txt")])
    try:
        assert titles([*intake.ready(0.0), *intake]) == ["failed"]
        assert list(intake) == []
    finally:
        intake.stop()


def test_a_process_that_is_stopped_early_ends_without_a_word(folder: Path):
    for n in range(50):
        (folder / f"n{n:02}.txt").write_text(NOTE + str(n), encoding="utf-8")
    intake = Intake([str(folder)])
    sent = iter(intake)
    assert isinstance(next(sent), Article)
    intake.stop()
    assert not [item for item in sent if isinstance(item, Failure)]


def test_a_process_that_dies_names_the_file_it_was_at(folder: Path):
    for n in range(200):
        (folder / f"n{n:03}.txt").write_text(NOTE + str(n), encoding="utf-8")
    intake = Intake([str(folder)])
    sent = iter(intake)
    assert isinstance(next(sent), Article)
    os.kill(intake.pid, signal.SIGKILL)
    failure = list(sent)[-1]
    intake.stop()
    assert isinstance(failure, Failure)
    assert failure.origin.startswith(str(folder))
    assert failure.reason == "reading stopped here; the rest was not read"
