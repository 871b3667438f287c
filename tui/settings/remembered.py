"""What the program remembers of its user between two starts, outside any library: empty files.

They lie in the folder of the XDG base directory specification for state, which has relative paths
ignored.
"""

import os
from pathlib import Path
from typing import Final

TOURED: Final = "toured"
"""Remembered when the tour has been shown."""


def state_folder() -> Path:
    """Return the folder of what is remembered; it need not be there."""
    home = os.environ.get("XDG_STATE_HOME", "")
    folder = home if os.path.isabs(home) else os.path.expanduser("~/.local/state")  # noqa: PTH111, PTH117
    return Path(folder, "broadsheet")


def remember(name: str) -> bool:
    """Note `name`; False where it was noted before, or nothing can be written."""
    folder = state_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError:
        return False
    return True
