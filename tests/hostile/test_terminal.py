"""What reaches the terminal when hostile articles are read: what the toolkit writes, and letters.

The articles are stored as they are drawn, past every parser, so that the view alone is what stands
between them and the terminal.
"""

from pathlib import Path

import pytest
from articles import article
from hostile.payloads import PAYLOADS
from hostile.terminal import ENTER, ESCAPE, SEQUENCE, TAB, painted, unexpected
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tui.library import open_library
from tui.model import Article

READING = [
    ENTER, b"]q", b"H", b"]m", b"G", b"z", b"z", b"3", ENTER, b"F", b"4", ENTER, b"5", b"j",
    b"1", b"j", b"J", b"J", b"?", ESCAPE, b"f", b"a", ESCAPE, b"s", b"boats", ENTER, b"S", TAB,
    b"S", b"V", ESCAPE, b"/", b"boats", ENTER, b"n", b"a", b"note", ENTER, b"\x10", ESCAPE,
]  # fmt: skip
"""Keys that open every pane and every dialogue on a list of articles."""

DANGEROUS = st.sampled_from([
    "\x1b", "\x1b]", "\x1b[", "\x1bP", "\x07", "\x9b", "\x9d", "\x90", "\x9c", "\x00", "\x08", "\r",
    "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\u200f", "\ufeff", "\U000e0041", "\u0301", "[/",
    "]8;;http://a/\x1b\\", "]52;c;QQ==\x07", "[31m", "?1049l", "[@click=app.quit]", "\t", "\ufff9",
])  # fmt: skip
ANY_LETTERS = st.characters(exclude_categories=("Cs",))
words = st.lists(DANGEROUS | ANY_LETTERS | st.just("boats "), min_size=1, max_size=12).map("".join)


def hostile(number: int, said: str) -> Article:
    """An article with the same words in each of its places."""
    name = f"Anna {said} Holt"
    quote = f"It floats {said}, and no report {said} was seen,"
    return article(
        f"{number} boats {said}",
        ("lede", f"Of the boats {said}."),
        f"“{quote}” said {name}, keeper of the light. {said}",
        ("heading", f"Of {said}"),
        ("caption", f"A boat {said}"),
        ("preformatted", said),
        people={name: [said]},
        roles={name: [f"keeper of {said}"]},
        quotes=[(quote, name)],
        teasers=[f"More of {said}", f"{number + 1} boats {said}"],
        published="2026-05-01",
        site=f"Site {said}",
        url=f"https://a.example/{said}",
        authors=[f"Mia {said}"],
    )


def shown(library: Path, all_words: list[str]) -> str:
    """Return what is written to the terminal while somebody reads articles of these words."""
    made = open_library(library)
    made.add([hostile(number, said) for number, said in enumerate(all_words)])
    made.close()
    said, code = painted(["--library", str(library)], READING)
    assert code == 0, said[-2000:]
    assert "keeper of the light" in SEQUENCE.sub("", said)
    assert "Traceback" not in said
    return said


def assert_harmless(said: str) -> None:
    assert unexpected(said) == []
    assert said.count("\x1b[?1049h") == said.count("\x1b[?1049l") == 1


@pytest.mark.parametrize("half", [0, 1])
def test_nothing_of_an_article_is_obeyed_by_the_terminal(half: int, tmp_path: Path):
    texts = [words.replace("\udcff", "") for words in list(PAYLOADS.values())[half::2]]
    assert_harmless(shown(tmp_path / "library.db", texts))


@settings(max_examples=1, phases=[Phase.generate], derandomize=True)
@given(st.lists(words, min_size=12, max_size=12))
def test_no_letters_reach_the_terminal_as_a_command(tmp_path_factory, all_words: list[str]):
    assert_harmless(shown(tmp_path_factory.mktemp("read") / "library.db", all_words))


def test_files_that_are_read_without_a_library(tmp_path: Path):
    from hostile.corpus import write

    write(tmp_path, "page")
    write(tmp_path, "article")
    said, code = painted([str(tmp_path)], READING)
    assert code in (0, 1)
    assert "Traceback" not in said
    assert_harmless(said)


def test_the_check_sees_what_a_terminal_would_obey():
    for words in (PAYLOADS["link-to-a-file"], PAYLOADS["clipboard"], PAYLOADS["c1-string"], "\x1b"):
        assert unexpected(f"\x1b[1;1H\x1b[0mboats {words}")
    assert unexpected("\x1b[1;1H\x1b[1;38;2;1;2;3m\x1b]8;;https://a.example/\x1b\\boats") == []
