"""What the reader is doing: the open article, the filter, the search, the way taken."""

from tui.session.history import History, Place
from tui.session.state import Session

__all__ = ["History", "Place", "Session"]
