"""A small web on the loopback interface: each path answers as a test says."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    """One request; what is done with it stands in the server's table."""

    protocol_version = "HTTP/1.1"
    timeout = 5

    def do_GET(self) -> None:
        web: Web = self.server.web
        web.requests.append((self.path, dict(self.headers.items())))
        with contextlib.suppress(OSError):
            web.pages.get(self.path, missing)(self)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def answer(self, status: int, body: bytes = b"", **fields: str) -> None:
        """Send a whole answer; underscores in a field's name stand for hyphens."""
        self.send_response(status)
        named = {name.replace("_", "-").title(): value for name, value in fields.items()}
        if status != 304:
            named.setdefault("Content-Length", str(len(body)))
        for name, value in named.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


Page = Callable[[Handler], None]


def missing(handler: Handler) -> None:
    """Answer for what is not there."""
    handler.answer(404)


def page(body: bytes | str, status: int = 200, **fields: str) -> Page:
    """Return a page that is always the same."""
    data = body.encode() if isinstance(body, str) else body
    return lambda handler: handler.answer(status, data, **fields)


def kept(body: bytes | str, etag: str = '"one"', modified: str | None = None) -> Page:
    """Return a page that is not sent again to whoever has it."""
    data = body.encode() if isinstance(body, str) else body

    def send(handler: Handler) -> None:
        fields = {"etag": etag}
        if modified:
            fields["last_modified"] = modified
        known = handler.headers.get("If-None-Match") == etag
        handler.answer(304 if known else 200, b"" if known else data, **fields)

    return send


def moved(to: str, status: int = 301) -> Page:
    """Return a page that is elsewhere."""
    return lambda handler: handler.answer(status, b"gone there", location=to)


def pieces(parts: Callable[[], Iterator[bytes]], **fields: str) -> Page:
    """Return a page that is sent piece by piece, until the connection ends."""

    def send(handler: Handler) -> None:
        handler.close_connection = True
        handler.send_response(200)
        for name, value in fields.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Connection", "close")
        handler.end_headers()
        for part in parts():
            handler.wfile.write(part)
            handler.wfile.flush()

    return send


def raw(data: bytes) -> Page:
    """Return what is sent as it stands, head and all."""

    def send(handler: Handler) -> None:
        handler.close_connection = True
        handler.wfile.write(data)

    return send


@dataclass
class Web:
    """The server, what it answers, and what it was asked."""

    url: str
    pages: dict[str, Page] = field(default_factory=dict)
    requests: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for path, _ in self.requests]


@contextlib.contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Web]:
    """Serve a web until the test is over, encrypted where there is a `context`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    server.daemon_threads = True
    server.block_on_close = False
    server.handle_error = lambda *_: None
    scheme = "http" if context is None else "https"
    server.web = Web(f"{scheme}://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def closed_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return int(unused.getsockname()[1])
