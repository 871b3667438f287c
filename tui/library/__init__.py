"""Many articles: where they are kept, their order, who they name and what goes with them.

Importing this package costs next to nothing: SQLite and the codec are imported when a library is
opened, so that the view may import the interface before the first paint.
"""

from pathlib import Path

from tui.library.interface import (
    AddReport,
    Appearance,
    Figure,
    FigureMatch,
    Library,
    LibraryError,
    Listing,
    Query,
    Ready,
    Related,
    Row,
)
from tui.model import Article

__all__ = [
    "AddReport",
    "Appearance",
    "Figure",
    "FigureMatch",
    "Library",
    "LibraryError",
    "Listing",
    "Query",
    "Ready",
    "Related",
    "Row",
    "default_path",
    "memory_library",
    "open_library",
    "ready",
]


def open_library(path: Path) -> Library:
    """Open the library at `path`, and make it where there is none.

    A new file is readable by its owner alone. A file or folder that may not be written is opened
    for reading; `add` and `mark_read` then raise. Raises LibraryError where the file is no library,
    comes from a newer version, cannot be read, or is held by another program.
    """
    from tui.library.files import open_file
    from tui.library.store import SqliteLibrary

    return SqliteLibrary(open_file(path))


def ready(article: Article, engine: int | None = None) -> Ready:
    """Work out what is stored of `article`, whose people and quotes `engine` found, if one did.

    A pure function: what it returns may be sent to the process that adds it to a library.
    """
    from tui.library.writing import prepare

    return prepare(article, engine)


def memory_library() -> Library:
    """Return an empty library that is gone when it is closed."""
    from tui.library.connections import MemoryConnections
    from tui.library.store import SqliteLibrary

    return SqliteLibrary(MemoryConnections())


def default_path() -> Path:
    """Return where the user's library is: `$BROADSHEET_LIBRARY`, else in the user's data folder.

    Raises LibraryError where the variable names the home of nobody.
    """
    import os

    chosen = os.environ.get("BROADSHEET_LIBRARY")
    if chosen:
        try:
            return Path(chosen).expanduser()
        except RuntimeError as error:
            raise LibraryError(f"{chosen}: {error}") from error
    import platformdirs

    return Path(platformdirs.user_data_dir("broadsheet", appauthor=False)) / "library.db"
