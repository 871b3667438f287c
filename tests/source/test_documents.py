import io
import os
import sys
from pathlib import Path

import pytest

from tui.model import Failure
from tui.source import Document, documents, files


def origins(*paths: Path | str) -> list[str]:
    return [item.origin for item in documents([str(path) for path in paths])]


def reasons(*paths: Path | str) -> list[str]:
    found = documents([str(path) for path in paths])
    return [item.reason if isinstance(item, Failure) else "" for item in found]


def test_files_come_in_the_order_named(tmp_path: Path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(name)
    found = list(documents([str(tmp_path / "b.txt"), str(tmp_path / "a.txt")]))
    assert found == [
        Document(b"b.txt", str(tmp_path / "b.txt")),
        Document(b"a.txt", str(tmp_path / "a.txt")),
    ]


def test_a_folder_gives_its_articles_and_nothing_else(tmp_path: Path):
    for name in (
        "z.txt",
        "sub/a.md",
        "page.html",
        "page_files/style.css",
        ".hidden",
        "other_files/x",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF")
    found = [Path(origin).relative_to(tmp_path).as_posix() for origin in origins(tmp_path)]
    assert found == ["other_files/x", "page.html", "sub/a.md", "z.txt"]


def test_a_loop_of_links_ends(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("words")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = list(documents([str(tmp_path)]))
    assert [type(item) for item in found] == [Document, Failure]


def test_what_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(files, "MAX_BYTES", 8)
    (tmp_path / "big").write_text("123456789")
    assert reasons(
        tmp_path / "none",
        tmp_path / "pipe",
        "/dev/null",
        tmp_path / "empty",
        tmp_path / "big",
        "a\0b",
    ) == [
        "no such file",
        'a named pipe: use "-" and redirect it',
        "a device or a socket, not a file",
        "no file to read in this folder",
        "larger than the limit of 0 MiB",
        "not a file name: it holds a zero byte",
    ]


def test_a_name_that_is_no_unicode_is_shown_with_marks(tmp_path: Path):
    (failure,) = documents([str(tmp_path / "caf\udce9.txt")])
    assert failure.origin.endswith("caf\ufffd.txt")


def test_standard_input(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    assert list(documents(["-"])) == [Document(b"words", "<stdin>")]


def test_an_address_is_no_file():
    (failure,) = documents(["https://news.example/feed"])
    assert isinstance(failure, Failure)
    assert "`broadsheet add`" in failure.reason
