"""The user's browser: that of `BROWSER`, else the desktop's, without a shell."""

import subprocess
import webbrowser
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Thread


def open_in_browser(address: str, aside: Callable[[], AbstractContextManager[None]]) -> bool:
    """Open a web address; False where there is no browser, or it will not.

    `aside` steps aside for a browser that takes the terminal.
    """
    try:
        browser = webbrowser.get()
        if isinstance(browser, webbrowser.BackgroundBrowser):
            return _begin(_command(browser, address))
        if isinstance(browser, webbrowser.GenericBrowser):
            with aside():
                return subprocess.run(_command(browser, address), check=False).returncode == 0  # noqa: S603  # no shell
        return browser.open(address)
    except (webbrowser.Error, OSError, ValueError):
        return False


def _command(browser: webbrowser.GenericBrowser, address: str) -> list[str]:
    return [str(browser.name), *(str(word).replace("%s", address) for word in browser.args)]


def _begin(command: list[str]) -> bool:
    """Begin a program that goes on without us, and keeps its complaints to itself."""
    process = subprocess.Popen(  # noqa: S603  # no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    Thread(target=process.wait, daemon=True).start()
    return True
