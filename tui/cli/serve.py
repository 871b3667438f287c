"""`broadsheet serve`: the reader in a browser."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from tui.cli.failures import report
from tui.layout.visible import visible
from tui.reasons import worded
from tui.words import N_, _

SERVING: Final = N_("""\
Opens the library, or files and folders, in every browser that comes by: each has its own reader.
Only this machine can come, unless --host names another of its addresses; then a token is asked
for, which is made anew each time and stands in the address that is printed. --token asks for one
here too, where others have accounts. Nothing is encrypted: beyond a network that you trust, put a
proxy with TLS or an SSH tunnel before it. Who comes in reads your library, can mark it, and can
have feeds and pieces fetched; ctrl+c ends it for all.
Needs textual-serve (MIT) with aiohttp (Apache-2.0), 16 MB: pip install 'broadsheet[web]'.
Exit code: 0 when it is ended; 1 the settings cannot be used, or a path is not there; 2 the address
cannot be served at, or what is needed is missing.
""")
PORT: Final = 8642
"""Registered for nobody (IANA, service names and port numbers)."""


@dataclass(frozen=True, slots=True)
class Serving:
    """What `broadsheet serve` was asked for."""

    paths: Sequence[str] = ()
    host: str = "127.0.0.1"
    port: int = PORT
    token: bool = False
    """Whether a token is asked for also on this machine."""
    config: Path | None = None
    theme: str | None = None


def serve(asked: Serving, library_path: Path | None) -> int:
    """Serve the reader until an interrupt."""
    if lost := [path for path in asked.paths if path == "-" or not os.path.lexists(path)]:
        report(_("{path}: no such file or folder", path=lost[0] or _("an empty name")))
        return 1
    if library_path is not None and not asked.paths and not library_path.exists():
        report(
            _(
                "{library_path}: no such library; `broadsheet add --library` makes one",
                library_path=library_path,
            )
        )
        return 2
    missing = [name for name in ("textual_serve", "aiohttp") if find_spec(name) is None]
    if missing:
        report(_("serve needs textual-serve, which is missing: pip install 'broadsheet[web]'"))
        return 2
    from tui.web.guard import is_here
    from tui.web.serving import Place, run

    token = None
    if asked.token or not is_here(asked.host):
        from secrets import token_urlsafe

        token = token_urlsafe(32)
    try:
        run(
            _words(asked, library_path),
            Place(asked.host, asked.port, token),
            lambda port: _tell(asked.host, port, token),
        )
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        report(
            _(
                "cannot serve at {host}, port {port}: {reason}",
                host=asked.host,
                port=asked.port,
                reason=worded(reason),
            )
        )
        return 2
    return 0


def _words(asked: Serving, library_path: Path | None) -> list[str]:
    """Return the command line of each reader, behind Python."""
    options = (("--library", library_path), ("--config", asked.config), ("--theme", asked.theme))
    named = [word for option, value in options if value for word in (option, str(value))]
    return ["-m", "tui.cli.served", *named, "--", *asked.paths]


def _tell(host: str, port: int, token: str | None) -> None:
    place = f"[{host}]" if ":" in host else host
    print(
        visible(f"http://{place}:{port}/" + (f"?token={token}" if token else "")),
        flush=True,
    )
