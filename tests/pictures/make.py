"""Take the README's pictures of the real app on the samples: `python tests/pictures/make.py`.

Each picture is a size, a theme and the keys that a user would press. They are SVG, as Textual draws
its screen, without the web fonts it would otherwise ask for. Those that the README shows are made
into PNG as well, by `rsvg-convert` (librsvg), for whoever reads it where SVG is not drawn.
"""

import asyncio
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from tui.intake import articles  # noqa: E402
from tui.library import memory_library  # noqa: E402
from tui.library.interface import Library  # noqa: E402
from tui.model import Failure  # noqa: E402
from tui.settings.values import DEFAULTS  # noqa: E402
from tui.view.app import BroadsheetApp  # noqa: E402

WIDTH = 900
"""Pixels across a PNG."""


class Picture(NamedTuple):
    """What is pressed before the picture is taken, and in which terminal."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 40)
    light: bool = False
    shown: bool = False
    """Whether the README shows it."""


PICTURES = (
    Picture("reader", ("2", "d"), shown=True),
    Picture("figure", ("3", "enter", "2", "n")),
    Picture("light", ("2", "d"), light=True),
    Picture("picker", ("f", "c", "a", "r")),
    Picture("page", ("3", "i"), shown=True),
    Picture("voices", ("W", "2")),
    Picture("search", ("s", *"maree noire"), shown=True),
    Picture("narrow", ("4", "j"), size=(80, 24)),
    Picture("small", ("enter", "d"), size=(60, 20)),
)


def samples() -> Library:
    """Return a library of the samples."""
    library = memory_library()
    library.add(item for item in articles([str(ROOT / "samples")]) if not isinstance(item, Failure))
    return library


async def take(picture: Picture, library: Library) -> str:
    """Return a picture as SVG."""
    app = BroadsheetApp(
        library, settings=DEFAULTS._replace(theme="light" if picture.light else "dark")
    )
    async with app.run_test(size=picture.size) as pilot:
        for key in picture.keys:
            await pilot.press("space" if key == " " else key)
        # What a thread finds comes a moment later.
        await pilot.pause(0.5)
        drawn = app.export_screenshot(title="Broadsheet", simplify=True)
    drawn = re.sub(r"@font-face\s*\{.*?\}\s*", "", drawn, flags=re.DOTALL)
    # Without it, programs take the spaces at the ends of a piece away.
    return drawn.replace("<text ", '<text xml:space="preserve" ')


def convert(drawn: Path) -> None:
    """Make a PNG beside an SVG, where there is a program for it."""
    program = shutil.which("rsvg-convert")
    if program is None:
        print(f"{drawn.stem}.png is left as it was: there is no rsvg-convert", file=sys.stderr)
        return
    subprocess.run(
        [program, "-w", str(WIDTH), "-o", str(drawn.with_suffix(".png")), str(drawn)], check=True
    )
    print(f"{drawn.stem}.png")


def main() -> None:
    """Take all pictures, or those named."""
    library = samples()
    for picture in PICTURES:
        if not sys.argv[1:] or picture.name in sys.argv[1:]:
            drawn = asyncio.run(take(picture, library))
            (HERE / f"{picture.name}.svg").write_text(drawn, encoding="utf-8")
            print(f"{picture.name}.svg")
            if picture.shown:
                convert(HERE / f"{picture.name}.svg")


if __name__ == "__main__":
    main()
