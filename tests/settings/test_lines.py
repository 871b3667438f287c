"""Where keys stand in a TOML text."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.settings.lines import key_lines, line_of

BARE = st.text("abcXYZ019_-", min_size=1, max_size=6)
QUOTED = st.text("ab .\"#=[]'é\\", min_size=1, max_size=6)
VALUES = st.sampled_from(
    [
        "1",
        "true",
        '"a # b"',
        "'c = d'",
        '"\\""',
        '"""one\ntwo = 2\n[three]\n"""',
        "'''\n# four\n'''",
        '"""ends in a quote""""',
        '""""""',
        "''''''",
        '[1, # five\n  "]",\n 2]',
        "{a = 1, 'b]' = [2]}",
        "[\n[\"x\"],\n[ '''y\nz''' ]\n]",
        "1979-05-27 07:32:00",
    ]
)
BETWEEN = st.sampled_from(["\n", "\n\n", "  # words = 1\n", " # [table]\n\n", "\n \t\n", "\r\n"])


def quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def texts(draw):
    """A text, and the line of each of its keys."""
    text, lines, table = draw(st.sampled_from(["", "\n", "# head\n"])), {}, ()
    names = draw(st.lists(BARE | QUOTED, max_size=8, unique=True))
    for number, name in enumerate(names):
        written = name if name.replace("_", "-").replace("-", "a").isalnum() else quoted(name)
        if not written.isascii():
            written = quoted(name)
        line = text.count("\n") + 1
        if draw(st.integers(0, 3)) == 0:
            table = (name,)
            lines[table] = line
            text += f"[ {written} ]" + draw(BETWEEN)
            continue
        path = (*table, f"k{number}", name) if draw(st.booleans()) else (*table, name)
        dotted = f"k{number} . {written}" if len(path) > len(table) + 1 else written
        lines[path] = line
        text += f"{dotted} = {draw(VALUES)}" + draw(BETWEEN)
    return text, lines


@given(texts())
def test_every_key_is_found_on_its_line(drawn):
    text, lines = drawn
    tomllib.loads(text)
    assert lines.items() <= key_lines(text).items()


@given(st.text("a=\n.\"'#[]{}, ", max_size=60))
def test_it_ends_for_any_text(text):
    assert all(1 <= line <= text.count("\n") + 1 for line in key_lines(text).values())


@pytest.mark.parametrize("piece", ["[", '"', "'''", "a", "a.", "a = [", "#\n", '""" "', "\n"])
def test_it_takes_no_longer_than_the_text(piece):
    key_lines(piece * 20_000)


def test_what_stands_within_a_value_has_the_values_line():
    lines = key_lines("\n[keys]\nmove = {down = 'x'}\n")
    assert line_of(lines, ("keys", "move", "down")) == 3
    assert line_of(lines, ("keys", "other")) == 2
    assert line_of(lines, ("nowhere",)) is None
