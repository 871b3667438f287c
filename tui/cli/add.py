"""`broadsheet add`: bring articles into the library."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.cli.failures import report
from tui.intake import articles
from tui.library import default_path, open_library
from tui.library.interface import LibraryError
from tui.model import Article, Failure


def add(paths: Sequence[str], library_path: Path | None) -> int:
    """Store what stands at `paths` and say how much of it was new."""
    failures: list[Failure] = []

    def readable() -> Iterator[Article]:
        for item in articles(paths):
            if isinstance(item, Failure):
                report(item)
                failures.append(item)
            else:
                yield item

    try:
        library = open_library(library_path or default_path())
        try:
            done = library.add(readable())
        finally:
            library.close()
    except LibraryError as error:
        report(str(error))
        return 2
    print(f"{done.added} added, {done.updated} updated, {done.unchanged} unchanged")
    return int(bool(failures))
