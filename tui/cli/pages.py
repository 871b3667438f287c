"""Pages and feeds that a command is given by their addresses, fetched one after the other."""

from typing import TYPE_CHECKING

from tui.model import Failure
from tui.source import Document

if TYPE_CHECKING:
    from tui.fetch.client import Client


def is_address(path: str) -> bool:
    """Say whether what a command was given is an address of the web, and no file."""
    return path[:8].lower().startswith(("http://", "https://"))


class Web:
    """Fetches what is asked for; nothing is imported, and no connection made, before."""

    def __init__(self, agent: str | None, proxy: str | None, *, allow_private: bool) -> None:
        self._agent = agent
        self._proxy = proxy
        self._allow_private = allow_private
        self._client: Client | None = None

    def fetched(self, url: str) -> Document | Failure:
        """Return what stands at an address."""
        from tui.fetch.asking import FetchError
        from tui.fetch.finding import fetched

        try:
            if self._client is None:
                self._client = self._made()
        except FetchError as error:
            return Failure(url, str(error))
        return fetched(self._client, url, allow_private=self._allow_private)

    def close(self) -> None:
        """Close all connections."""
        if self._client is not None:
            self._client.close()

    def _made(self) -> "Client":
        from tui.cli.following import manners_of
        from tui.fetch.client import Client

        return Client(manners=manners_of(self._agent, self._proxy))
