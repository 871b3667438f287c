"""The way in as one stream, here and in a process of its own."""

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


def test_a_process_that_is_stopped_early_leaves_no_article_half_read(folder: Path):
    for n in range(50):
        (folder / f"n{n}.txt").write_text(NOTE + str(n), encoding="utf-8")
    intake = Intake([str(folder)])
    sent = iter(intake)
    first = next(sent)
    intake.stop()
    assert isinstance(first, Article)


def test_a_process_that_dies_is_told(folder: Path, monkeypatch):
    intake = Intake([str(folder)])
    intake.kill()
    assert any(isinstance(item, Failure) and "stopped" in item.reason for item in intake)
    intake.stop()
