"""The bytes of a picture that the reader asked for: from the web, or beside a local article."""

from http import HTTPStatus
from pathlib import Path
from typing import Final

from tui.fetch.answers import reason_of
from tui.fetch.asking import Asked, FetchError, Limits
from tui.fetch.client import Client

LIMITS: Final = Limits(read=10.0, whole=30.0, size=12 * 1024 * 1024)
"""Less than for a page: somebody is waiting, and the largest photographs on pages have 5 MB."""


def fetch_picture(address: str, *, allow_private: bool) -> bytes:
    """Fetch what stands at a web address; raises FetchError."""
    client = Client(LIMITS)
    try:
        answer = client.get(Asked(address, allow_private=allow_private))
    finally:
        client.close()
    if answer.status != HTTPStatus.OK:
        raise FetchError(reason_of(answer))
    return answer.data


def picture_beside(article: Path, name: str) -> bytes:
    """Read the picture `name` in the folder of an article's file, or below; raises FetchError.

    A link that leads out of the folder is not followed.
    """
    try:
        folder = article.parent.resolve(strict=True)
        path = (folder / name).resolve(strict=True)
        if not (path.is_relative_to(folder) and path.is_file()):
            raise FetchError("not a file beside the article")
        if path.stat().st_size > LIMITS.size:
            raise FetchError(f"larger than the limit of {LIMITS.size >> 20} MiB")
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError):
        raise FetchError("not found beside the article") from None
