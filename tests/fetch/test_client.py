"""One request: what a server may do, and what comes of it."""

import gzip
import itertools
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from web import Web, closed_port, kept, moved, page, pieces, raw, serving

from tui.fetch.asking import Answer, Asked, FetchError, Limits
from tui.fetch.client import Client, Manners
from tui.fetch.hosts import Hosts

FEW = Limits(connect=5, read=5, whole=20, size=100_000, redirects=4, gap=0)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def get(url: str, limits: Limits = FEW, manners: Manners | None = None, **asked: str) -> Answer:
    client = Client(limits, manners=manners)
    try:
        return client.get(Asked(url, allow_private=True, **asked))
    finally:
        client.close()


def reason(url: str, limits: Limits = FEW, manners: Manners | None = None) -> str:
    with pytest.raises(FetchError) as failed:
        get(url, limits, manners)
    said = str(failed.value)
    assert "\n" not in said
    assert len(said) < 160
    return said


def test_a_page_is_fetched(web: Web):
    web.pages["/a"] = page("words", content_type="text/html", etag='"x"')
    answer = get(f"{web.url}/a#part")
    assert (answer.status, answer.data, answer.url) == (200, b"words", f"{web.url}/a")
    assert (answer.fields["content-type"], answer.moved) == ("text/html", None)
    _, sent = web.requests[0]
    assert sent["User-Agent"].startswith("Broadsheet/")
    assert "gzip" in sent["Accept-Encoding"]
    assert "Cookie" not in sent
    assert "Referer" not in sent


def test_a_user_agent_of_ones_own(web: Web):
    web.pages["/"] = page("words")
    get(web.url, manners=Manners(agent="Mine/1"))
    assert web.requests[0][1]["User-Agent"] == "Mine/1"
    for agent in ("", "two\nlines", "é"):
        with pytest.raises(FetchError):
            Client(manners=Manners(agent=agent))


def test_what_is_known_is_not_sent_again(web: Web):
    web.pages["/"] = kept("words", '"one"', "Mon, 02 Nov 2026 10:00:00 GMT")
    first = get(web.url)
    again = get(web.url, etag=first.fields["etag"], modified=first.fields["last-modified"])
    assert (again.status, again.data) == (304, b"")
    assert web.requests[1][1]["If-Modified-Since"] == "Mon, 02 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize("status", [404, 410, 429, 500, 503])
def test_other_answers_are_handed_on_without_their_body(web: Web, status: int):
    web.pages["/"] = page("x" * 300_000, status, retry_after="60")
    answer = get(web.url)
    assert (answer.status, answer.data, answer.fields["retry-after"]) == (status, b"", "60")


def test_a_chain_of_redirects_that_are_for_good_tells_the_new_address(web: Web):
    web.pages |= {"/a": moved("/b"), "/b": moved(f"{web.url}/c", 308), "/c": page("words")}
    answer = get(f"{web.url}/a")
    assert (answer.data, answer.url, answer.moved) == (b"words", f"{web.url}/c", f"{web.url}/c")


def test_what_lies_behind_a_redirect_for_now_is_not_for_good(web: Web):
    web.pages |= {
        "/a": moved("/b"),
        "/b": moved("/c", 302),
        "/c": moved("/d"),
        "/d": page("words"),
    }
    answer = get(f"{web.url}/a")
    assert (answer.url, answer.moved) == (f"{web.url}/d", f"{web.url}/b")


def test_redirects_that_never_end_do(web: Web):
    web.pages |= {"/a": moved("/b"), "/b": moved("/a"), "/self": moved("/self", 302)}
    web.pages |= {f"/{n}": moved(f"/{n + 1}") for n in range(9)}
    assert "circle" in reason(f"{web.url}/a")
    assert "circle" in reason(f"{web.url}/self")
    assert reason(f"{web.url}/0") == "more than 4 redirects"
    assert len(web.requests) == 2 + 1 + 5


@pytest.mark.parametrize("to", ["file:///etc/hosts", "javascript:1", "http://", "ftp://x.example/"])
def test_a_redirect_leads_nowhere_but_the_web(web: Web, to: str):
    web.pages["/"] = moved(to)
    assert "redirect" in reason(web.url)


def test_a_redirect_without_a_target(web: Web):
    web.pages["/"] = page("", 301)
    assert reason(web.url) == "a redirect that leads nowhere"


@pytest.mark.parametrize("url", ["", "/", "/feed?a=b"])
def test_private_addresses_are_refused(web: Web, url: str):
    client = Client(FEW)
    with pytest.raises(FetchError, match="private"):
        client.get(Asked(web.url + url))
    for host in ("localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0"):
        with pytest.raises(FetchError):
            client.get(Asked(web.url.replace("127.0.0.1", host)))
    client.close()
    assert web.requests == []


def test_a_redirect_to_a_private_address_is_refused(web: Web, monkeypatch: pytest.MonkeyPatch):
    """Only the first host is taken for a public one."""
    web.pages["/"] = moved(web.url.replace("127.0.0.1", "127.0.0.2") + "/inside")
    monkeypatch.setattr("tui.fetch.network.is_public", lambda address: address == "127.0.0.1")
    client = Client(FEW)
    with pytest.raises(FetchError, match="private"):
        client.get(Asked(web.url))
    client.close()
    assert web.paths() == ["/"]


def test_a_name_that_leads_elsewhere_the_second_time_gains_nothing(
    web: Web, monkeypatch: pytest.MonkeyPatch
):
    """DNS rebinding: what was judged is what is connected to, and there is one look-up."""
    asked = []

    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        address = "203.0.113.7" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr("tui.fetch.network.socket.getaddrinfo", look_up)
    monkeypatch.setattr("tui.fetch.network.is_public", lambda address: address == "203.0.113.7")
    connected = []

    class Sockets:
        def connect_tcp(self, host: str, *_: object) -> object:
            connected.append(host)
            raise FetchError("as far as it goes")

    monkeypatch.setattr("tui.fetch.network.httpcore.SyncBackend", Sockets)
    client = Client(FEW)
    with pytest.raises(FetchError, match="as far"):
        client.get(Asked("http://rebinding.example/"))
    assert connected == ["203.0.113.7"]
    with pytest.raises(FetchError, match="private"):
        client.get(Asked("http://rebinding.example/"))
    assert connected == ["203.0.113.7"]
    client.close()


def test_a_connection_that_was_allowed_is_not_lent_to_who_is_not(web: Web):
    web.pages["/"] = page("words")
    client = Client(FEW)
    assert client.get(Asked(web.url, allow_private=True)).status == 200
    with pytest.raises(FetchError, match="private"):
        client.get(Asked(web.url))
    client.close()


def test_nobody_listens():
    assert reason(f"http://127.0.0.1:{closed_port()}/") == "connection refused"


def test_no_such_host():
    assert reason("http://nowhere.invalid/") == "no such host"


def test_a_slow_drip_is_not_waited_for(web: Web):
    stop = threading.Event()

    def drip():
        while not stop.wait(0.05):
            yield b"x"

    def drip_head(handler):
        handler.close_connection = True
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for byte in drip():
            handler.wfile.write(byte)

    web.pages |= {"/body": pieces(drip), "/head": drip_head}
    short = Limits(connect=5, read=5, whole=0.5, gap=0)
    assert reason(f"{web.url}/body", short) == "not done after 0.5 seconds"
    assert reason(f"{web.url}/head", short) == "not done after 0.5 seconds"
    stop.set()


def test_silence_is_not_waited_for(web: Web):
    stop = threading.Event()
    web.pages["/"] = lambda handler: stop.wait(5)
    assert reason(web.url, Limits(connect=5, read=0.2, whole=20, gap=0)) == "no answer in time"
    stop.set()


def test_a_body_without_an_end_is_cut(web: Web):
    web.pages["/"] = pieces(lambda: itertools.repeat(b"x" * 10_000))
    assert reason(web.url) == "larger than the limit of 100000 bytes"


def test_a_body_that_says_it_is_too_large_is_not_begun(web: Web):
    web.pages["/"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999999\r\n\r\n")
    assert "larger" in reason(web.url)


def test_bombs_and_broken_packing(web: Web):
    bomb = gzip.compress(bytes(50_000_000))
    assert len(bomb) < FEW.size
    cut = gzip.compress(bytes(range(256)) * 99)[:-20]
    web.pages |= {
        "/bomb": page(bomb, content_encoding="gzip"),
        "/cut": page(cut, content_encoding="gzip"),
        "/broken": page(cut[:50] + b"\xff" * 99, content_encoding="gzip"),
        "/twice": page(gzip.compress(cut), content_encoding="gzip, gzip"),
        "/fine": page(gzip.compress(b"words"), content_encoding="gzip"),
    }
    assert "larger" in reason(f"{web.url}/bomb")
    assert "cut off" in reason(f"{web.url}/cut")
    assert "damaged" in reason(f"{web.url}/broken")
    assert "more than once" in reason(f"{web.url}/twice")
    assert get(f"{web.url}/fine").data == b"words"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"hello\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 99_999 + b"\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
    ],
)
def test_what_breaks_off_or_is_no_answer_is_told(web: Web, answer: bytes):
    web.pages["/"] = raw(answer)
    assert reason(web.url)


def test_connections_are_used_again_and_one_that_was_left_is_not_missed(web: Web):
    web.pages |= {"/a": page("words"), "/end": raw(b"HTTP/1.0 200 OK\r\n\r\nwords")}
    client = Client(FEW)
    for path in ("/a", "/a", "/end", "/a", "/missing", "/a"):
        client.get(Asked(web.url + path, allow_private=True))
    client.close()
    assert len(web.requests) == 6


def test_a_proxy_is_asked_instead(web: Web):
    web.pages["http://news.example/feed"] = page("through the proxy")
    answer = get("http://news.example/feed", manners=Manners(proxy=web.url))
    assert answer.data == b"through the proxy"
    assert "not supported" in reason("http://x.example", manners=Manners(proxy="socks5://x:1"))


def test_the_systems_proxy_is_used_but_not_for_what_it_leaves_out(
    web: Web, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("http_proxy", f"http://me:word@{web.url.removeprefix('http://')}")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    web.pages |= {"http://news.example/": page("proxied"), "/": page("direct")}
    assert get("http://news.example/").data == b"proxied"
    assert web.requests[0][1]["Proxy-Authorization"].startswith("Basic ")
    assert get(web.url).data == b"direct"


def test_a_proxy_is_not_asked_for_private_addresses(web: Web):
    client = Client(FEW, manners=Manners(proxy=web.url))
    for url in ("http://127.0.0.1/", "http://localhost:99/", "http://169.254.169.254/"):
        with pytest.raises(FetchError, match="private"):
            client.get(Asked(url))
    client.close()
    assert web.requests == []


def test_one_request_at_a_time_to_a_host_and_a_pause_between():
    now, slept = [100.0], []

    def sleep(seconds: float) -> None:
        slept.append(round(seconds, 3))
        now[0] += seconds

    hosts = Hosts(2.0, lambda: now[0], sleep)
    for host in ("a", "b", "a", "a"):
        with hosts.turn(host):
            now[0] += 0.5
    assert slept == [1.5, 2.0]
    hosts.put_off("a", 60)
    assert (hosts.left("a"), hosts.left("b")) == (60, 0)


def test_threads_take_turns():
    hosts = Hosts(0.0)
    inside, most = [], []

    def take() -> None:
        with hosts.turn("a"):
            inside.append(1)
            most.append(len(inside))
            inside.pop()

    threads = [threading.Thread(target=take) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 20


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of this machine's own, and its key beside it."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl")
    made = tmp_path / "certificate.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 9"
    named = "-subj /CN=here -addext subjectAltName=IP:127.0.0.1"
    files = ("-out", made, "-keyout", tmp_path / "key.pem")
    command = (openssl, *words.split(), *named.split(), *files)
    subprocess.run(command, check=True, capture_output=True)
    return made


@pytest.fixture
def encrypted(certificate: Path) -> Iterator[Web]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    with serving(context) as web:
        web.pages |= {"/": page("words"), "/down": moved("http://127.0.0.1:1/", 301)}
        yield web


def test_a_certificate_that_nobody_vouches_for_is_not_believed(encrypted: Web):
    assert reason(encrypted.url).startswith("its certificate is not trusted: ")
    assert encrypted.requests == []


def test_a_certificate_that_the_system_trusts_is(
    encrypted: Web, certificate: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert get(encrypted.url).data == b"words"
    assert "trusted" in reason(encrypted.url.replace("127.0.0.1", "localhost"))


def test_no_encryption_where_it_was_to_be(web: Web):
    assert "encrypted" in reason(web.url.replace("http:", "https:"))
