"""One visitor's reader: a process of its own, driven through its standard input and output."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

WIDTHS: Final = (20, 500)
HEIGHTS: Final = (5, 300)
"""The least and most cells that a reader is given, whatever a browser asks for."""
_PATIENCE: Final = 3.0
"""Seconds that a reader has to end by itself."""


class Service(AppService):
    """A reader; its command is never read by a shell."""

    def __init__(self, words: Sequence[str], websocket: web.WebSocketResponse) -> None:
        """`words` are what follows Python on the command line."""
        super().__init__(
            "",
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=websocket.close,
            download_manager=DownloadManager(),
        )
        self._words = words
        self._reader: Process | None = None

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *self._words,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width=width, height=height),
        )
        self._reader = self._process = process
        self._stdin = process.stdin
        return process

    async def end(self) -> None:
        """End the reader, by force where it does not by itself."""
        process = self._reader
        if process is None:
            return
        try:
            await asyncio.wait_for(self._leave(process), _PATIENCE)
        except TimeoutError:
            process.kill()
            await process.wait()

    async def _leave(self, process: Process) -> None:
        with suppress(ConnectionError):
            await self.stop()
        await process.wait()


async def attend(service: Service, websocket: web.WebSocketResponse, size: tuple[int, int]) -> None:
    """Give a reader what its browser sends, until either has had enough."""
    try:
        await service.start(*size)
        async for message in websocket:
            if message.type == WSMsgType.TEXT:
                await _deliver(message, service, websocket)
    finally:
        await service.end()


async def _deliver(
    message: "web.WSMessage", service: Service, websocket: web.WebSocketResponse
) -> None:
    """Hand one message on; what is none is passed over."""
    try:
        kind, *rest = message.json()
        what = rest[0] if rest else None
    except (ValueError, TypeError):
        return
    if kind == "stdin" and isinstance(what, str):
        await service.send_bytes(what.encode("utf-8", "replace"))
    elif kind == "resize" and isinstance(what, dict):
        await service.set_terminal_size(*bounded(what.get("width"), what.get("height")))
    elif kind == "ping":
        await websocket.send_json(["pong", what])
    elif kind == "blur":
        await service.blur()
    elif kind == "focus":
        await service.focus()


def bounded(width: object, height: object) -> tuple[int, int]:
    """Return a size in cells that a reader can be given."""
    return _within(width, *WIDTHS, 80), _within(height, *HEIGHTS, 24)


def _within(value: object, least: int, most: int, otherwise: int) -> int:
    text = str(value)
    if not (text.isascii() and text.isdecimal()) or len(text) > 9:
        return otherwise
    return min(max(int(text), least), most)
