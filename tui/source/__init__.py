"""Where bytes come from: files, folders and standard input become a stream of documents.

Each document stands alone, so a batch can be split anywhere. What can't be read is a `Failure` in
the stream and the rest goes on; nothing here looks at the meaning of the bytes beyond telling text
from binary files that nobody named, and taking the pages out of web archives.
"""

from collections.abc import Iterator, Sequence

from tui.model import Failure
from tui.source.document import Document
from tui.source.files import MAX_BYTES, is_folder, read_file, read_standard_input
from tui.source.folders import read_folder

__all__ = ["MAX_BYTES", "Document", "documents"]


def documents(paths: Sequence[str]) -> Iterator[Document | Failure]:
    """Read what stands at `paths`, in their order: files, folders, "-" for standard input."""
    for path in paths:
        if path == "-":
            yield from read_standard_input()
        elif is_folder(path):
            yield from read_folder(path)
        else:
            yield from read_file(path)
