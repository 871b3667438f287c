"""What is asked of a server, what it answers, and within which limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tui import __version__

USER_AGENT: Final = f"Broadsheet/{__version__} (news reader)"
"""What the program calls itself where the user has it say nothing else."""


class FetchError(Exception):
    """What could not be fetched; the message is the reason, one line that names no address."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a server may take. Times are in seconds, sizes in bytes."""

    connect: float = 10.0
    """Until a connection stands, its encryption included."""
    read: float = 20.0
    """Without a byte."""
    whole: float = 60.0
    """For all of it, redirects included; waiting for the host's turn is not counted."""
    size: int = 16 * 1024 * 1024
    """Of a body, as it is sent and as it is unpacked: some thousand long articles."""
    redirects: int = 10
    """One after the other."""
    gap: float = 0.5
    """Between two requests to one host."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for what stands at an address."""

    url: str
    etag: str | None = None
    """The version that is known, as its server named it."""
    modified: str | None = None
    """When the known version was changed, as its server wrote it."""
    allow_private: bool = False
    """Whether the user trusts it to be on this machine or in this network."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said in the end."""

    status: int
    url: str
    """Where it was found: the last address of the redirects."""
    moved: str | None = None
    """Where it has moved for good; None where it has not."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """The header's fields, names in lower case, the first of each name."""
    data: bytes = b""
    """The body, unpacked; only of an answer with status 200."""
