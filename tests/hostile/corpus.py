"""The hostile corpus: files made to harm whoever reads them, the same at every run.

    python tests/hostile/corpus.py FOLDER

writes them. Words that harm (`payloads`) stand in every place of every format (`carriers`); files
that harm by their shape are in `shapes`. All is of our own making.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))

from hostile.carriers import CARRIERS
from hostile.payloads import PAYLOADS
from hostile.shapes import SHAPES

CLASSES = (*CARRIERS, *SHAPES)
"""Each is a folder of the corpus."""


def files(kind: str) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of one class."""
    if kind in SHAPES:
        yield from SHAPES[kind]()
        return
    end, write = CARRIERS[kind]
    for name, words in PAYLOADS.items():
        yield f"{name}.{end}", write(words)


def write(folder: Path, kind: str) -> list[Path]:
    """Write one class below `folder` and return its paths, in order."""
    paths = []
    (folder / kind).mkdir(parents=True)
    for name, data in files(kind):
        path = folder / kind / name
        path.write_bytes(data)
        paths.append(path)
    return paths


if __name__ == "__main__":
    count = sum(len(write(Path(sys.argv[1]), kind)) for kind in CLASSES)
    print(f"{count} files")
