"""What is painted bit by bit is what would be painted anew."""
# ruff: noqa: SLF001

import gc
import random

import pytest
from articles import article
from rich.segment import Segment
from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip

KEYS = (
    *("j", "j", "j", "j", "j", "k", "d", "u", "g", "G", "J", "K", "1", "2", "3", "4", "5"),
    *("n", "]", "[", "q", "Q", "z", "f", "escape", "r", "asterisk", "<", ">", "tab", "H", "T", "W"),
)


def painted(user) -> list[list[Segment]]:
    """Return the lines of the screen with their colours, as they were painted last."""
    strips = user.app.screen._compositor.render_strips()
    return [list(strip.simplify()) for strip in strips]


def painted_anew(user) -> list[list[Segment]]:
    """Return the same with nothing remembered of what was painted before."""
    for widget in user.app.screen._compositor.visible_widgets:
        widget._set_dirty()
        if hasattr(widget, "_strips"):
            widget._strips.clear()
    return painted(user)


@pytest.fixture
def many(library):
    library.add([article(f"Article {n}", "Nothing is said.") for n in range(60)])


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
@pytest.mark.parametrize("seed", range(2))
async def test_after_any_keys_i_see_what_i_would_see_if_all_were_painted_anew(start, size, seed):
    async with start(size=size) as user:
        pick = random.Random(seed)  # noqa: S311
        for _ in range(30):
            await user.press(pick.choice(KEYS))
            assert painted(user) == painted_anew(user)


@pytest.mark.usefixtures("many")
async def test_part_of_the_screen_is_painted_as_the_whole_would_be(start):
    async with start(size=(120, 40)) as user:
        pick, ours = random.Random(1), user.app.screen._compositor  # noqa: S311
        rows = Compositor._render_chops(ours, ours.size.region, lambda _: True)
        for _ in range(60):
            left, top = pick.randrange(118), pick.randrange(39)
            crop = Region(left, top, pick.randint(1, 120 - left), pick.randint(1, 40 - top))
            chops = ours._render_chops(crop, lambda y, its=crop: its.y <= y < its.bottom)
            assert cells(chops, crop) == cells(rows, crop)


def cells(chops, crop: Region) -> list[list[Segment]]:
    """Return what stands in a part of the screen, a line each."""
    lines = []
    for line in chops[crop.y : crop.bottom]:
        pieces = [(x, strip) for x, strip in line.items() if strip is not None]
        shown = [
            strip.crop(max(0, crop.x - x), max(0, crop.right - x))
            for x, strip in pieces
            if x < crop.right and x + strip.cell_length > crop.x
        ]
        lines.append(list(Strip.join(shown).simplify()))
    return lines


async def test_what_was_painted_is_freed_without_a_clean_up(start):
    def strips() -> int:
        return sum(isinstance(each, Strip) for each in gc.get_objects())

    async with start() as user:
        await user.press("J", "J", "K", "K")
        gc.collect()
        gc.disable()
        try:
            before = strips()
            for _ in range(6):
                await user.press("J", "J", "j", "K", "K", "k")
            assert strips() < before + 500
        finally:
            gc.enable()
