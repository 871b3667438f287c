"""The value that the source hands on: some bytes and what is known about them from outside."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file, page or stream, before anyone has looked at what they mean."""

    data: bytes
    origin: str
    """The path as the user named it, or as found below the folder named; "<stdin>" for "-".

    A page of a web archive adds a colon and its place there.
    """
    media_type: str | None = None
    """What a server said of it, with its charset; None for a file."""
    fetched: str | None = None
    """When it was fetched over the network, ISO 8601; None where nothing says so."""
    url: str | None = None
    """Where on the web it was fetched from, as an archive says; None for a file."""
    one_of_many: bool = False
    """Whether nobody asked for this one page: where it holds no article, nothing is said."""
