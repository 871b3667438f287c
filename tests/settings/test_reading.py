"""What a file of settings may hold, and what is said of the rest."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.export.citing import STYLES
from tui.session.actions import ACTIONS, clashes
from tui.session.keymap import DEFAULT, Keymap
from tui.settings.presets import PRESETS
from tui.settings.reading import settings_of
from tui.settings.values import DEFAULTS, Settings
from tui.settings.writing import as_toml, template


def problems(text: str) -> list[tuple[str, int | None]]:
    return [tuple(problem) for problem in settings_of(text.encode())[1]]


def settings(text: str) -> Settings:
    read, wrong = settings_of(text.encode())
    assert wrong == []
    return read


def test_everything_can_be_set():
    read = settings(
        """
        theme = "light"
        preset = "less"
        measure = 72
        justify = true
        hyphenate = true
        scroll = 5
        mark_read = "never"
        library = "/news/library.db"
        jobs = 3
        allow_private = true
        pictures = "sixel"
        copy_style = "apa"
        pipe_limit = 5
        language = "fr"
        highlights = "yellow: to check, red: doubtful"
        [keys]
        view.theme = ["ctrl+t", "f2"]
        "article.note" = ""
        """
    )
    assert read[:-1] == (
        *("light", 72, True, True, 5, "never", "/news/library.db", 3, True),
        *("sixel", "apa", 5, "fr", "yellow: to check, red: doubtful", "less"),
    )
    assert read.keymap.keys("view.theme") == ("ctrl+t", "f2")
    assert read.keymap.keys("article.note") == ()
    assert read.keymap.action("article", "f").id == "move.page_down"


def test_home_is_written_out(monkeypatch):
    monkeypatch.setenv("HOME", "/home/ada")
    assert settings('library = "~/news.db"').library == "/home/ada/news.db"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("measure = 200", 1, "measure: 200 is no whole number from 45 to 100"),
        ("\nmeasure = true", 2, "measure: true is no whole number"),
        ('measure = "80"', 1, 'measure: "80" is no whole number'),
        ("justify = 1", 1, "justify: 1 is neither true nor false"),
        ("scroll = 0", 1, "from 1 to 20"),
        ('highlights = "pink: love"', 1, '"pink" is no colour and its meaning; colours are violet'),
        ('highlights = "red"', 1, '"red" is no colour and its meaning'),
        ('highlights = "red: a, red: b"', 1, '"red" is no colour and its meaning'),
        ("highlights = 3", 1, '"3" is no colour and its meaning'),
        ("jobs = 2.0", 1, "2.0 is no whole number"),
        ('theme = "../x"', 1, '"../x" is no name of a theme'),
        ('mark_read = "ned"', 1, '"ned" is none of "end", "open", "never"; did you mean end?'),
        ("theme = []", 1, "theme: a list is no name of a theme"),
        ('preset = "vim"', 1, '"vim" is none of "default", "newsboat", "less"'),
        ('mark_read = "ned"', 1, "did you mean end?"),
        ('library = "news.db"', 1, "does not begin with / or ~"),
        ('library = ""', 1, "no path of a file"),
        ('library = "/a\\u0007b"', 1, "a control character"),
        ("# one\n\nmesure = 80", 3, "no such setting: mesure; did you mean measure?"),
        ("zzz = 1", 1, "no such setting: zzz"),
        ('move.down = "x"', 1, "actions stand under [keys]"),
        ("keys = 1", 1, "a table of actions is wanted"),
        ('[keys]\nmove.donw = "x"', 2, "no such action: move.donw; did you mean move.down?"),
        ('[keys]\n"zzz" = "x"', 2, "no such action: zzz"),
        ('[keys]\nmove.down = "entr"', 2, "move.down: no such key: entr; did you mean enter?"),
        ("[keys]\nmove.down = 1", 2, "a key or a list of keys is wanted"),
        ("[keys]\nmove.down = [1]", 2, "a key or a list of keys is wanted"),
        ('[keys]\n\nmove.down = ["x",\n "ctrl+m"]', 3, "the same as enter"),
        ('[keys]\nmove.down = "n"', 2, "n means move.down and article.next_hit; give"),
        ('[keys]\nmove.down = "]"', 2, "] means move.down and article.next_quote"),
        ('[keys]\napp.quit = ""', 2, "app.quit: without a key the reader cannot be left"),
        ("measure = ", 1, "not TOML: "),
        ("a = 1\na = 2", 2, "not TOML: "),
        ("[keys", 1, "not TOML: "),
        ("measure = " + "9" * 5000, None, "not TOML: "),
    ],
)
def test_a_mistake_is_told_with_its_line(text, line, words):
    (problem,) = problems(text)
    assert words in problem[0]
    assert problem[1] == line
    assert settings_of(text.encode())[0] == DEFAULTS


def test_all_mistakes_are_told_in_the_order_of_the_file():
    found = problems('zzz = 1\nmeasure = 1\n[keys]\nno.such = "x"\nmove.up = "nokey"\n')
    assert [line for _, line in found] == [1, 2, 4, 5]


def test_a_clash_goes_away_with_the_other_actions_key():
    read = settings('[keys]\nmove.down = "n"\narticle.next_hit = ""')
    assert read.keymap.action("article", "n").id == "move.down"


def test_two_actions_can_change_keys():
    read = settings('[keys]\nlibrary.next = "K"\nlibrary.previous = "J"')
    assert read.keymap.action("article", "K").id == "library.next"


def test_a_key_may_mean_one_thing_in_each_pane():
    read = settings('[keys]\npeople.exclude = "D"\nquotes.jump = "D"')
    assert read.keymap.action("quotes", "D").id == "quotes.jump"


def test_what_is_not_utf_8_is_told():
    (problem,) = settings_of(b'theme = "dark"\n# caf\xe9\n')[1]
    assert tuple(problem) == ("not UTF-8", 2)


def test_a_mark_of_byte_order_and_other_line_ends_do_no_harm():
    assert settings_of(b'\xef\xbb\xbf\r\ntheme = "light"\r\n')[0].theme == "light"
    (problem,) = settings_of(b"\r\n\r\nmesure = 1\r\n")[1]
    assert problem.line == 3


@pytest.mark.parametrize("text", ["a = " + "[" * 50_000, "keys." + "a." * 2_000 + "b = 1"])
def test_a_deep_file_is_told(text):
    (problem,) = problems(text)
    assert "nested too deeply" in problem[0]


def test_the_template_sets_nothing_and_names_everything():
    text = template()
    assert settings(text) == DEFAULTS
    uncommented = "".join(
        line.removeprefix("# ") + "\n" for line in text.splitlines() if " = " in line
    )
    named = uncommented.replace("library = …\n", "").replace("jobs = …\n", "")
    head, keys = named.split("move.down", 1)
    read = settings(f"{head}[keys]\nmove.down{keys}")
    assert read._replace(keymap=DEFAULT) == DEFAULTS
    assert read.keymap.actions == DEFAULT.actions


FREE = ["f1", "f2", "ctrl+t", "ctrl+x f", "ctrl+x g", "€", '"', "\\", "'", "#", "alt+z"]


@st.composite
def held(draw):
    """Settings that a file may hold."""
    preset = draw(st.sampled_from(sorted(PRESETS)))
    keys = dict(PRESETS[preset])
    free = draw(st.permutations(FREE))
    for number, action in enumerate(draw(st.lists(st.sampled_from(ACTIONS), max_size=4))):
        keys[action.id] = tuple(free[2 * number : 2 * number + draw(st.integers(1, 2))])
    letters = st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="~")
    return DEFAULTS._replace(
        theme=draw(st.sampled_from(["dark", "light"])),
        measure=draw(st.integers(45, 100)),
        justify=draw(st.booleans()),
        hyphenate=draw(st.booleans()),
        scroll=draw(st.integers(1, 20)),
        mark_read=draw(st.sampled_from(["end", "open", "never"])),
        language=draw(st.sampled_from(["auto", "en", "fr"])),
        library="/"
        + draw(st.text(letters, min_size=1).filter(lambda t: set(t) - set("/.")))
        .strip("/")
        .replace("//", ""),
        jobs=draw(st.integers(1, 256)),
        copy_style=draw(st.sampled_from(sorted(STYLES))),
        pipe_limit=draw(st.integers(1, 3600)),
        preset=preset,
        keymap=Keymap(keys),
    )


@given(held())
def test_what_is_shown_is_what_holds(shown):
    if clashes(shown.keymap.actions):
        return
    text = "\n".join(as_toml(shown, "/nowhere", 1))
    tomllib.loads(text)
    read = settings(text)
    assert read.keymap.actions == shown.keymap.actions
    assert read._replace(keymap=DEFAULT) == shown._replace(keymap=DEFAULT)


NAMES = st.sampled_from(
    ["theme", "measure", "keys", "jobs", "library", "move.down", '"app.quit"', "x"]
)
WORDS = st.sampled_from(
    ['"dark"', "80", "[]", '["j", "x"]', "{}", "{ a = 1 }", '""', "1e3", "nan", '"""\n"""']
)


@given(st.lists(st.tuples(NAMES, WORDS, st.booleans()), max_size=8))
def test_any_table_is_settings_or_problems_with_lines(rows):
    text = "".join(
        f"[keys]\n{name} = {word}\n" if in_keys else f"{name} = {word}\n"
        for name, word, in_keys in rows
    )
    read, wrong = settings_of(text.encode())
    assert all(problem.line and problem.line <= text.count("\n") + 1 for problem in wrong)
    assert all(problem.reason and "\n" not in problem.reason for problem in wrong)
    assert not wrong or read == DEFAULTS


@given(st.binary(max_size=200))
def test_any_bytes_are_settings_or_problems(content):
    read, wrong = settings_of(content)
    assert not wrong or read == DEFAULTS
    assert clashes(read.keymap.actions) == []


def test_every_style_of_copies_can_be_set_and_no_other():
    for style in STYLES:
        assert settings(f'copy_style = "{style}"').copy_style == style
    assert "none of" in problems('copy_style = "mla"')[0][0]
