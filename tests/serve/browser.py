"""Who looks at a served reader: a bare websocket, and Chromium driven by its DevTools protocol.

Both are pressed keys and asked what the reader has written; what Chromium makes of it is looked at
in its own words.
"""

import asyncio
import base64
import contextlib
import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--remote-debugging-port=0", "--window-size=1200,800", "--hide-scrollbars"),
)
PATIENCE = 30
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")

KEYS = {"Enter": ("Enter", 13, "\r"), "Escape": ("Escape", 27, "")}


class Visitor:
    """What the reader has written to a browser, without what moves the cursor and colours."""

    def __init__(self) -> None:
        self.written = bytearray()

    @property
    def text(self) -> str:
        return _ESCAPE.sub("", self.written.decode("utf-8", "replace"))

    async def press(self, key: str) -> None:
        raise NotImplementedError

    async def until(self, *words: str) -> None:
        """Wait until all the words have been written since the last time."""
        await until(lambda: all(word in self.text for word in words), lambda: self.text[-3000:])
        self.written.clear()


async def until(wanted: Callable[[], bool], said: Callable[[], object]) -> None:
    """Wait for something, not for ever."""
    for _ in range(PATIENCE * 20):
        if wanted():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"it never came: {said()!r}")


class Plain(Visitor):
    """A client that speaks what the page speaks."""

    def __init__(self, websocket: ClientWebSocketResponse) -> None:
        super().__init__()
        self._websocket = websocket
        self._taking = asyncio.create_task(self._take())

    async def _take(self) -> None:
        async for message in self._websocket:
            if message.type == WSMsgType.BINARY:
                self.written += message.data

    async def press(self, key: str) -> None:
        await self._websocket.send_json(["stdin", KEYS[key][2] if key in KEYS else key])

    async def send(self, message: str) -> None:
        await self._websocket.send_str(message)

    async def ended(self) -> bool:
        await asyncio.wait_for(self._taking, PATIENCE)
        return self._websocket.closed


class Chromium(Visitor):
    """A page in a browser."""

    def __init__(self, devtools: ClientWebSocketResponse) -> None:
        super().__init__()
        self._devtools = devtools
        self._number = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.requests: list[str] = []
        """All addresses that were asked for."""
        self.complaints: list[str] = []
        """What went wrong in the page's scripts."""
        self._taking = asyncio.create_task(self._take())

    async def _take(self) -> None:
        async for message in self._devtools:
            told = message.json()
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
                continue
            what = told.get("params", {})
            match told["method"]:
                case "Network.webSocketFrameReceived" if what["response"]["opcode"] == 2:
                    self.written += base64.b64decode(what["response"]["payloadData"])
                case "Network.requestWillBeSent":
                    self.requests.append(what["request"]["url"])
                case "Network.webSocketCreated":
                    self.requests.append(what["url"])
                case "Runtime.exceptionThrown":
                    self.complaints.append(str(what["exceptionDetails"]))
                case "Log.entryAdded" if what["entry"]["level"] == "error":
                    self.complaints.append(str(what["entry"]))

    async def ask(self, method: str, **what: object) -> dict[str, Any]:
        self._number += 1
        answer = self._answers[self._number] = asyncio.get_running_loop().create_future()
        await self._devtools.send_json({"id": self._number, "method": method, "params": what})
        told = await asyncio.wait_for(answer, PATIENCE)
        assert "error" not in told, told
        return told["result"]

    async def open(self, url: str) -> None:
        for domain in ("Network", "Runtime", "Log", "Page"):
            await self.ask(f"{domain}.enable")
        await self.ask("Page.navigate", url=url)

    async def press(self, key: str) -> None:
        name, code, text = KEYS[key] if key in KEYS else (key, ord(key.upper()), key)
        event = {"key": name, "windowsVirtualKeyCode": code, "text": text}
        await self.ask("Input.dispatchKeyEvent", type="keyDown", **event)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", **event)

    async def evaluate(self, script: str) -> object:
        told = await self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        return told["result"].get("value")

    async def until_true(self, script: str) -> None:
        for _ in range(PATIENCE * 20):
            if await self.evaluate(script):
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"it never was: {script}")

    async def picture(self) -> bytes:
        told = await self.ask("Page.captureScreenshot")
        return base64.b64decode(told["data"])


@contextlib.asynccontextmanager
async def chromium(url: str, folder: Path) -> AsyncIterator[Chromium]:
    """Open an address in a browser that knows nobody; `folder` is empty."""
    assert CHROMIUM is not None
    program = subprocess.Popen(
        [CHROMIUM, *FLAGS, f"--user-data-dir={folder}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        port = folder / "DevToolsActivePort"
        await until(lambda: port.exists() and "\n" in port.read_text(), lambda: "no DevTools")
        place = f"http://127.0.0.1:{port.read_text().split()[0]}/json/list"
        async with ClientSession() as session:
            async with session.get(place) as answer:
                targets = await answer.json(content_type=None)
            page = next(target for target in targets if target["type"] == "page")
            address = page["webSocketDebuggerUrl"]
            async with session.ws_connect(address, max_msg_size=0) as devtools:
                browser = Chromium(devtools)
                await browser.open(url)
                yield browser
                with contextlib.suppress(Exception):
                    await browser.ask("Browser.close")
    finally:
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(5)
        program.kill()
        program.wait()


@contextlib.asynccontextmanager
async def plain(url: str) -> AsyncIterator[Plain]:
    """Come by a websocket, as the page does."""
    origin = url.rstrip("/")
    async with (
        ClientSession() as session,
        session.ws_connect(f"{url}ws?width=120&height=40", headers={"Origin": origin}) as websocket,
    ):
        yield Plain(websocket)
