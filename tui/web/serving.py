"""The server: three folders of files, and a connection for each reader.

Nothing that is served has an address elsewhere, and the policy that goes with every answer has the
browser refuse what would.
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

import textual_serve
from aiohttp import WSCloseCode, web

from tui.web.guard import Guard, Told
from tui.web.service import Service, attend, bounded

MOST_READERS: Final = 16
"""Readers at the same time, each a process."""
_LONGEST_MESSAGE: Final = 1 << 20
"""Bytes of one message: a long text that is pasted."""
_HEARTBEAT: Final = 15.0
"""Seconds after which a browser that says nothing is asked whether it is still there."""

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self' data:; img-src 'self' data:; connect-src 'self' ws://{host} wss://{host}; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where to serve."""

    host: str
    port: int
    """0 for one that is free."""
    token: str | None
    """What visitors must bring."""


class Desk:
    """Takes requests, and has a reader started for whoever may come in."""

    def __init__(self, words: Sequence[str], guard: Guard) -> None:
        self._words = words
        self._guard = guard
        self._open: set[web.WebSocketResponse] = set()

    def application(self) -> web.Application:
        """Return what answers requests."""
        page = Path(str(files("tui.web"))) / "page"
        static = Path(textual_serve.__file__).parent / "static"
        made = web.Application(middlewares=[self._guarded])
        made.router.add_get("/", self._index)
        made.router.add_get("/ws", self._reader)
        made.router.add_static("/page", page)
        made.router.add_static("/static", static)
        made.on_shutdown.append(self._close_all)
        self._page = page / "index.html"
        return made

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let a request through to what answers it, or say why not."""
        cookie = _cookie(request)
        brought = request.query.get("token")
        told = Told(
            request.headers.get("Host"),
            request.headers.get("Origin"),
            brought if brought is not None else request.cookies.get(cookie),
        )
        reason = self._guard.refusal(told, connects=request.path == "/ws")
        if reason is not None:
            return _with_policy(web.Response(status=403, text=f"{reason}\n"), "")
        if brought is not None and request.path == "/":
            # The token leaves the address, where history and onlookers would find it.
            answer = web.Response(status=303, headers={"Location": "/"})
            answer.set_cookie(cookie, brought, httponly=True, samesite="Strict")
            return _with_policy(answer, told.host or "")
        try:
            response = await handler(request)
        except web.HTTPException as error:
            return _with_policy(web.Response(status=error.status, text=f"{error.reason}\n"), "")
        return response if response.prepared else _with_policy(response, told.host or "")

    async def _index(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(self._page)

    async def _reader(self, request: web.Request) -> web.StreamResponse:
        if len(self._open) >= MOST_READERS:
            return web.Response(status=503, text="too many readers are open\n")
        websocket = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=_LONGEST_MESSAGE)
        await websocket.prepare(request)
        self._open.add(websocket)
        size = bounded(request.query.get("width"), request.query.get("height"))
        try:
            with suppress(ConnectionError):
                await attend(Service(self._words, websocket), websocket, size)
        finally:
            self._open.discard(websocket)
            await websocket.close()
        return websocket

    async def _close_all(self, _: web.Application) -> None:
        for websocket in list(self._open):
            await websocket.close(code=WSCloseCode.GOING_AWAY)


def _cookie(request: web.Request) -> str:
    """Return the cookie's name; browsers share cookies between the ports of a host."""
    transport = request.transport
    port = transport.get_extra_info("sockname")[1] if transport else 0
    return f"broadsheet-{port}"


def _with_policy(response: web.StreamResponse, host: str) -> web.StreamResponse:
    response.headers["Content-Security-Policy"] = _POLICY.format(host=host)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response


def run(words: Sequence[str], place: Place, begun: Callable[[int], None]) -> None:
    """Serve until an interrupt; `begun` is called with the port once somebody can come.

    `words` follow Python on the command line of each reader. Raises OSError where the place cannot
    be served at.
    """
    asyncio.run(_serve(Desk(words, Guard(place.token)), place, begun))


async def _serve(desk: Desk, place: Place, begun: Callable[[int], None]) -> None:
    runner = web.AppRunner(desk.application(), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, place.host, place.port).start()
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, ended.set)
        begun(runner.addresses[0][1])
        await ended.wait()
    finally:
        await runner.cleanup()
