"""Pictures decoded apart: fitted into their frame, and refused where they would do harm."""

import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from picture_files import BLUE, RED, png

from tui.fetch import apart, drawing
from tui.fetch.asking import FetchError
from tui.fetch.drawing import ENDED, NOT_A_PICTURE, TOO_LARGE, DrawingError, Frame, draw, drawn
from tui.fetch.pictures import picture_beside

BLOCKS = Frame(10, 4, (1, 2), "rgb")


def test_a_picture_is_fitted_into_its_frame_and_keeps_its_shape():
    found = drawn(png(400, 80), BLOCKS)
    assert (found.kind, found.size, found.drawn) == ("PNG", (400, 80), (10, 2))
    wanted = bytes(RED) * 10 + bytes(BLUE) * 10
    # Versions of Pillow differ by some shades where two colours meet.
    assert all(abs(a - b) < 32 for a, b in zip(found.data, wanted, strict=True))


def test_a_small_picture_is_not_made_larger():
    assert drawn(png(2, 2), BLOCKS).drawn == (2, 2)


def test_a_picture_can_be_had_as_png():
    found = drawn(png(400, 100), Frame(10, 4, (8, 16), "png"))
    assert found.drawn == (80, 20)
    assert found.data.startswith(b"\x89PNG")


def test_a_picture_can_be_had_as_sixels():
    found = draw(png(5, 7), Frame(10, 4, (8, 16), "sixel")).data
    head, _, rest = found.partition(b"#")
    assert head == b'\x1bP0;1q"1;1;5;7'
    assert rest.endswith(b"-\x1b\\")
    assert b"2;100;0;0" in rest
    assert b"2;0;0;100" in rest
    # Rows 0 to 3 are the one colour, rows 4 and 5 the other; the seventh is in the second band.
    assert b"!5N$" in rest
    assert b"!5o$" in rest
    assert b"!5@$" in rest


@pytest.mark.parametrize(
    "data", [b"", b"<html>no picture</html>", b"GIF89a", png(4, 4)[:50], b"\xff\xd8\xff\xe0" * 99]
)
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(DrawingError, match=NOT_A_PICTURE):
        drawn(data, BLOCKS)


def test_a_format_that_is_not_asked_for_is_refused():
    bitmap = b"BM" + bytes(52)
    with pytest.raises(DrawingError, match=NOT_A_PICTURE):
        draw(bitmap, BLOCKS)


@pytest.mark.parametrize("said", [(30_000, 30_000), (7_000, 7_000)])
def test_a_picture_that_unpacks_to_far_more_is_refused_before_it_is_unpacked(said):
    with pytest.raises(DrawingError, match=TOO_LARGE):
        drawn(png(4, 4, said=said), BLOCKS)


def test_a_decoder_that_dies_or_takes_too_long_is_told(monkeypatch):
    for program in ("import sys; sys.exit(9)", "import time; time.sleep(60)"):
        monkeypatch.setattr(apart, "_PROGRAM", program)
        monkeypatch.setattr(drawing, "_SECONDS", 0.5)
        with pytest.raises(DrawingError, match=ENDED):
            drawn(png(4, 4), BLOCKS)


def test_whoever_has_had_enough_does_not_wait_for_it(monkeypatch):
    monkeypatch.setattr(apart, "_PROGRAM", "import time; time.sleep(60)")
    left = threading.Event()
    left.set()
    with pytest.raises(DrawingError):
        drawn(png(4, 4), BLOCKS, left.is_set)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 80), st.binary(min_size=1, max_size=8))
def test_any_damage_is_a_picture_or_a_reason(place, damage):
    data = bytearray(png(4, 4))
    data[place : place + len(damage)] = damage
    reason = ""
    try:
        found = draw(bytes(data), BLOCKS).data
    except DrawingError as error:
        found, reason = b"", str(error)
    assert bool(found) != bool(reason)
    assert "\n" not in reason


def test_a_picture_beside_a_local_article_is_read_and_nothing_else(tmp_path: Path):
    folder = tmp_path / "news"
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "wall.png").write_bytes(b"wall")
    (tmp_path / "secret.png").write_bytes(b"secret")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    page = folder / "page.html"
    assert picture_beside(page, "files/wall.png") == b"wall"
    for name in ("../secret.png", str(tmp_path / "secret.png"), "link.png", "files", "none", "\0"):
        with pytest.raises(FetchError):
            picture_beside(page, name)
