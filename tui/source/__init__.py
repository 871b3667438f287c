"""Where bytes come from: files, folders and standard input become a stream of documents.

Each document stands alone, so a batch can be split anywhere. What can't be read is a `Failure` in
the stream and the rest goes on; nothing here looks at the meaning of the bytes beyond telling text
from binary files that nobody named, and taking the pages out of web archives.
"""

from collections.abc import Iterator, Sequence

from tui.model import Failure
from tui.source.document import Document
from tui.source.files import MAX_BYTES, is_folder, read_file, read_standard_input
from tui.source.folders import article_files, files_below

__all__ = ["MAX_BYTES", "Document", "count_files", "documents", "documents_in", "inputs"]


def documents(paths: Sequence[str]) -> Iterator[Document | Failure]:
    """Read what stands at `paths`, in their order: files, folders, "-" for standard input."""
    for file in inputs(paths):
        if isinstance(file, Failure):
            yield file
        else:
            yield from documents_in(file)


def inputs(paths: Sequence[str]) -> Iterator[str | Failure]:
    """Yield the files that stand at `paths` or below, "-" as it is; whether they can be read shows
    when they are."""
    for path in paths:
        if path != "-" and is_folder(path):
            yield from article_files(path)
        else:
            yield path


def documents_in(file: str) -> Iterator[Document | Failure]:
    """Read one file, or "-" for standard input."""
    return read_standard_input() if file == "-" else read_file(file)


def count_files(paths: Sequence[str]) -> int:
    """Return about how many files `inputs` yields: those that turn out binary are counted too."""
    return sum(
        sum(1 for _ in files_below(path, set())) if path != "-" and is_folder(path) else 1
        for path in paths
    )
