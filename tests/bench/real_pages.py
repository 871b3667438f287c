"""What the largest real pages take, and a text dump of 1 MB, each in a process of its own.

    python tests/bench/real_pages.py DATA [--pages 5] [--json FILE]

DATA holds pages as `html/SET/pages/*.gz`. The dump is of made-up prose between menus.
"""

import argparse
import gzip
import json
import tempfile
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

from large_pages import sentences
from one_page import read_in_a_process

DUMP_BYTES = 1_000_000
MENU = "Skip to content\nHome\nPolitics\nSport\nCulture\nSign in\nSubscribe\n\n"
FOOTER = "\nShare this article\n\nRelated articles\n\nAbout us\nContact\nPrivacy policy\n"


def dump() -> Iterator[str]:
    """Yield the pieces of a text dump of `DUMP_BYTES`, a heading to every ten paragraphs."""
    said, short = sentences(14), sentences(5)
    yield f"{MENU}A dump made up\n\nBy Anna Holt\n\n"
    size = 0
    for number in count():
        piece = f"{next(said)} {next(said)} {next(said)} {next(said)}\n\n"
        piece += f"{next(short)[:-1]}\n\n" if number % 10 == 9 else ""
        yield piece
        size += len(piece)
        if size >= DUMP_BYTES:
            break
    yield FOOTER


def largest(data: Path, number: int, folder: Path) -> Iterator[tuple[str, Path]]:
    """Unpack the largest pages into `folder` one after the other, and yield name and path."""
    sizes = [(_size(path), path) for path in data.glob("html/*/pages/*.gz")]
    for _, path in sorted(sizes, reverse=True)[:number]:
        unpacked = folder / "page.html"
        unpacked.write_bytes(gzip.decompress(path.read_bytes()))
        yield f"{path.parts[-3]}/{path.name.split('.html')[0]}", unpacked


def _size(path: Path) -> int:
    """Return how large a file is once unpacked, as the end of its gzip says (RFC 1952)."""
    return int.from_bytes(path.read_bytes()[-4:], "little")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--pages", type=int, default=5)
    options.add_argument("--json", type=Path, metavar="FILE")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made_up = Path(folder, "dump.txt")
        made_up.write_text("".join(dump()), encoding="utf-8")
        pages = largest(given.data, given.pages, Path(folder))
        detail = [read_in_a_process(*each) for each in chain(pages, [("a dump of 1 MB", made_up)])]
        for row in detail:
            print(json.dumps(row))
    if given.json:
        given.json.write_text(json.dumps({"figures": {}, "detail": detail}), encoding="utf-8")


if __name__ == "__main__":
    main()
