"""Who may come in."""

import pytest

from tui.web.guard import Guard, Told, is_here

HERE = "127.0.0.1:8642"


@pytest.mark.parametrize(
    ("host", "origin", "connects", "lets_in"),
    [
        (HERE, None, False, True),
        (HERE, None, True, False),
        (HERE, f"http://{HERE}", True, True),
        ("LocalHost:8642", "http://localhost:8642", True, True),
        ("[::1]:8642", "http://[::1]:8642", True, True),
        (HERE, "http://127.0.0.1:9999", True, False),
        (HERE, "http://localhost:8642", True, False),
        (HERE, "null", False, False),
        (HERE, "file://", False, False),
        (HERE, "http://[", False, False),
        (HERE, f"http://{HERE}@evil.example", True, False),
        ("evil.example:8642", "http://evil.example:8642", True, False),
        ("localhost.evil.example", None, False, False),
        ("127.0.0.1.evil.example", None, False, False),
        ("", None, False, False),
        (None, None, False, False),
        ("127.0.0.1; script-src *", None, False, False),
    ],
)
def test_only_this_machine_and_only_its_own_page_without_a_token(host, origin, connects, lets_in):
    assert (Guard().refusal(Told(host, origin), connects=connects) is None) == lets_in


@pytest.mark.parametrize(
    ("token", "lets_in"), [("right", True), ("wrong", False), ("righ", False), (None, False)]
)
def test_with_a_token_any_host_and_only_the_token(token, lets_in):
    told = Told("news.example", "https://news.example", token)
    assert (Guard("right").refusal(told, connects=True) is None) == lets_in
    assert Guard("right").refusal(
        Told("news.example", "https://evil.example", "right"), connects=True
    )


def test_odd_tokens_are_compared_too():
    assert Guard("right").refusal(Told(HERE, None, "\ud800é"), connects=False)


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("0.0.0.0", False),  # noqa: S104
        ("::", False),
        ("192.168.0.2", False),
        ("localhost.example", False),
    ],
)
def test_what_only_this_machine_reaches(host, here):
    assert is_here(host) == here
