"""`broadsheet parse --explain`."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli.margin import cut

DUMP = """Skip to content
Menu
The ferry that forgot its harbour

By Ilse Brandt

The ferry left Port Quell at seven on Monday and came back at noon with all of its passengers, who
had seen the wrong island and were given soup.

"We took the left buoy for the right one," said Marta Finch, the captain of the ferry, who has been
at sea for thirty years and has never seen so much fog in May.

The passengers ate their soup and asked for nothing more, and the harbour office will look for the
buoy on Tuesday, once the fog is gone.

Share this article
"""

PAGE = """<!doctype html><html lang="en"><head><title>The bridge that opened twice</title>
<link rel="canonical" href="https://ister.example/news/bridge">
<meta property="og:site_name" content="The Ister Post">
<meta property="article:published_time" content="2031-05-04T08:00:00+02:00"></head><body>
<nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><article>
<h1>The bridge that opened twice</h1>
<p>The bridge of Port Ister was opened on Monday by its keeper, and nobody came to look at it.</p>
<p>“It was open before,” said Tom Reyes, the keeper, who had closed it again the same evening.</p>
<h2>A ribbon and a band</h2>
<p>The mayor opened it once more on Tuesday, with a ribbon, a band and a speech of an hour.</p>
</article><aside class="newsletter">Get our letter every morning</aside></body></html>"""


def report(broadsheet, path: Path, *options: str, **environment: str) -> list[str]:
    done = broadsheet("parse", "--explain", *options, path, **{"COLUMNS": "80", **environment})
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def part(lines: list[str], name: str) -> list[str]:
    """The lines of one part, without its heading."""
    start = next(n for n, line in enumerate(lines) if line.startswith(f"--- {name}"))
    return lines[start + 1 : lines.index("", start)]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    (tmp_path / "ferry.txt").write_text(DUMP, encoding="utf-8")
    return tmp_path / "ferry.txt"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "bridge.html").write_text(PAGE, encoding="utf-8")
    return tmp_path / "bridge.html"


def test_it_tells_what_a_page_says_of_itself_and_what_it_does_not(broadsheet, page: Path):
    lines = report(broadsheet, page)
    assert lines[0] == "=== The bridge that opened twice"
    assert lines[1].startswith("file          ")
    for name, value in (
        ("format", "html"),
        ("charset", "utf-8, by its bytes"),
        ("url", "https://ister.example/news/bridge"),
        ("site", "The Ister Post"),
        ("title", "The bridge that opened twice"),
        ("authors", "not given"),
        ("published", "2031-05-04T08:00:00+02:00"),
        ("section", "not given"),
        ("keywords", "not given"),
        ("language", "en"),
    ):
        assert f"{name:<14}{value}" in lines


def test_the_page_is_told_in_its_own_order_with_kinds_and_rules(broadsheet, page: Path):
    told = part(report(broadsheet, page), "the page: 5 blocks kept, 3 texts left out")
    assert [line[:22].rstrip() for line in told] == [
        "- menu", "title", "- title", "paragraph", "paragraph", "h2", "paragraph", "- newsletter",
    ]  # fmt: skip
    assert told[0] == "- menu                Home Sea"
    assert told[3].startswith("paragraph             The bridge of Port Ister was opened")
    assert told[3].endswith("…")
    assert told[5] == "h2                    A ribbon and a band"
    assert told[-1] == "- newsletter          Get our letter every morning"


def test_what_a_dump_left_out_stands_where_it_stood(broadsheet, dump: Path):
    told = part(report(broadsheet, dump), "the page")
    names = [line[:22].rstrip() for line in told]
    assert names == [
        "- navigation", "- navigation", "title", "- byline", "paragraph", "paragraph", "paragraph",
        "- share",
    ]  # fmt: skip
    assert told[3] == "- byline              By Ilse Brandt"
    assert told[-1] == "- share               Share this article"


def test_related_pieces_of_a_dump_stand_where_they_stood(broadsheet, tmp_path: Path):
    cards = "".join(
        f"The {name} of Port Quell opens again\n\nThe {name} of Port Quell opens again\n\n"
        f"The {name} had been closed since the flood, and the town has paid for its new roof with "
        "a lottery that nobody remembers having won, which is why the mayor will open it ag\n\n"
        "Ilse Brandt\n\nIlse Brandt\n\n"
        for name in ("harbour", "library", "theatre")
    )
    dump = DUMP.replace("Share this article", f"Related articles\n\n{cards}Contact\nImprint")
    (tmp_path / "ferry.txt").write_text(dump, encoding="utf-8")
    told = part(report(broadsheet, tmp_path / "ferry.txt"), "the page")
    related = [line for line in told if line.startswith("- related  ")]
    assert [line.split()[3] for line in related if "opens again" in line] == [
        "harbour", "library", "theatre",
    ]  # fmt: skip
    last = next(n for n, line in enumerate(told) if "Contact" in line)
    assert told.index(related[-1]) < last


def test_the_charset_is_told_with_what_said_so(broadsheet, tmp_path: Path):
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">').replace("Reyes", "Řeyes")
    (tmp_path / "latin.html").write_bytes(page.replace("“", '"').replace("”", '"').encode("latin2"))
    lines = report(broadsheet, tmp_path / "latin.html")
    assert "charset       iso8859-2, by its own head" in lines


def test_section_and_keywords_are_told(broadsheet, tmp_path: Path):
    told = (
        '<meta property="article:section" content="Coast">'
        '<meta name="keywords" content="fog, boats">'
    )
    (tmp_path / "tags.html").write_text(PAGE.replace("<head>", f"<head>{told}"), encoding="utf-8")
    lines = report(broadsheet, tmp_path / "tags.html")
    assert "section       Coast" in lines
    assert "keywords      fog; boats" in lines


def test_a_quote_tells_its_speaker_and_why(broadsheet, dump: Path):
    quoted = part(report(broadsheet, dump), "quotes: 1 quote")
    assert quoted[0] == "direct        We took the left buoy for the right one,"
    assert quoted[1] == "· speaker     Marta Finch"
    assert re.fullmatch(r"· because     rule \S.*, confidence [01]\.\d\d, cue “said”", quoted[2])


def test_a_quote_of_nobody_says_so(broadsheet, tmp_path: Path):
    note = (
        "The wall\n\nSomebody has painted a sentence on the wall of the harbour at night.\n\n"
        "“The sea was here before the office,” it reads, in letters as high as a door.\n"
    )
    (tmp_path / "wall.txt").write_text(note, encoding="utf-8")
    assert "· speaker     not said" in part(report(broadsheet, tmp_path / "wall.txt"), "quotes")


def test_every_quote_tells_why_it_has_nobody(broadsheet, tmp_path: Path):
    note = (
        "The wall\n\nThe harbour office of the town has answered the letter of its skippers.\n\n"
        "“The sea was here before us,” the office said, and closed its doors on Monday.\n\n"
        "Then the wind came and blew the sign with the opening hours off its two hooks.\n\n"
        "“It will not be put up again before spring, whatever anybody may ask for.”\n"
    )
    (tmp_path / "office.txt").write_text(note, encoding="utf-8")
    quoted = part(report(broadsheet, tmp_path / "office.txt"), "quotes: 2 quotes")
    reasons = [line for line in quoted if line.startswith("· because")]
    assert len(reasons) == 2
    assert "cue “said”, but nobody named says it" in reasons[0]
    assert "nothing around it says whose words they are" in reasons[1]


def test_teasers_are_told_with_the_fields_they_have(broadsheet, tmp_path: Path):
    article = """{"version": 1, "title": "A note", "text": "A note\\n\\nIt is short.", "blocks":
        [{"kind": "title", "start": 0, "end": 6}, {"kind": "paragraph", "start": 8, "end": 20}],
        "teasers": [{"title": "Another note", "url": "https://ister.example/other"}]}"""
    (tmp_path / "note.json").write_text(article, encoding="utf-8")
    lines = part(report(broadsheet, tmp_path / "note.json"), "related: 1 teaser")
    assert lines == ["teaser        Another note", "· url         https://ister.example/other"]


def test_the_totals_count_the_words(broadsheet, dump: Path):
    lines = report(broadsheet, dump)
    totals = part(lines, "totals")
    left = [int(line.split()[3]) for line in totals if line.startswith("- left out")]
    assert f"left out      {sum(left)} words" in totals
    assert "- left out    3 words by share, in 1 text" in totals
    kept = next(int(line.split()[1]) for line in totals if line.startswith("kept"))
    assert kept + sum(left) == len(DUMP.split())


def test_no_escape_of_a_page_reaches_the_terminal(broadsheet, tmp_path: Path):
    hostile = DUMP.replace("Quell", "\x1b[31mQuell\x9b2J").replace("Share", "\x1b]0;x\x07Share")
    (tmp_path / "hostile\x1b[2J.txt").write_text(hostile, encoding="utf-8")
    done = broadsheet("parse", "--explain", tmp_path)
    assert "Quell" in done.stdout
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.stdout)
    coloured = broadsheet("parse", "--explain", "--color", "always", tmp_path).stdout
    assert set(re.findall("\x1b[^m]*m", coloured)) <= {
        f"\x1b[{code}m" for code in ("0", "1", "36", "32", "33", "1;33")
    }
    assert re.sub("\x1b\\[[0-9;]+m", "", coloured) == done.stdout


@pytest.mark.parametrize("columns", [24, 40, 100])
def test_lines_fit_the_terminal(broadsheet, page: Path, columns: int):
    lines = report(broadsheet, page, COLUMNS=str(columns))
    assert max(map(len, lines)) <= columns
    url = next(n for n, line in enumerate(lines) if line.startswith("url"))
    address = "".join(line[12 if columns == 24 else 14 :] for line in lines[url : url + 3])
    assert "https://ister.example/news/bridge" in address


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("a  b\n c", 9, "a b c"),
        ("harbour", 7, "harbour"),
        ("harbours", 7, "harbou…"),
        ("港の船", 6, "港の船"),
        ("港の船", 5, "港の…"),
        ("e\u0301te\u0301", 3, "e\u0301te\u0301"),
        (" " * 1_000_000 + "x", 4, "x"),
        ("", 4, ""),
    ],
)
def test_a_text_is_cut_by_cells(text: str, width: int, shown: str):
    assert cut(text, width) == shown


def test_colour_is_for_terminals_and_for_those_who_ask(broadsheet, dump: Path):
    plain = report(broadsheet, dump)
    assert "\x1b" not in "".join(plain)
    assert report(broadsheet, dump, "--color=never") == plain
    assert "\x1b[" in "".join(report(broadsheet, dump, "--color=always", NO_COLOR="1"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colours_unless_told_otherwise(dump: Path, no_color: str, coloured: bool):
    import pty

    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "tui", "parse", "--explain", str(dump)],
        stdout=theirs,
        env={**os.environ, "NO_COLOR": no_color, "TERM": "xterm"},
    )
    os.close(theirs)
    shown = b""
    try:
        while data := os.read(ours, 65536):
            shown += data
    except OSError:
        pass  # how Linux tells that the other end is closed
    os.close(ours)
    assert child.wait() == 0
    assert b"The ferry that forgot its harbour" in shown
    assert (b"\x1b[" in shown) is coloured


def test_it_reads_standard_input(broadsheet):
    done = broadsheet("parse", "--explain", "-", stdin=DUMP)
    assert done.returncode == 0
    assert "title         The ferry that forgot its harbour" in done.stdout.splitlines()
    assert "charset       utf-8, by its bytes" in done.stdout.splitlines()


def test_a_bad_input_is_told_on_standard_error_and_the_rest_goes_on(broadsheet, dump: Path):
    done = broadsheet("parse", "--explain", dump.parent / "gone.txt", dump)
    assert done.returncode == 1
    assert "gone.txt" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout.count("=== ") == 1


def test_a_reader_that_has_enough_ends_it_quietly(tmp_path: Path):
    for n in range(30):
        (tmp_path / f"{n}.txt").write_text(DUMP + str(n), encoding="utf-8")
    command = f"{sys.executable} -m tui parse --explain {tmp_path} | head -n 1 | wc -l"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert (done.stdout.strip(), done.stderr) == ("1", "")


def test_options_may_stand_before_the_command(broadsheet, dump: Path):
    done = broadsheet("--color", "never", "parse", "--explain", dump)
    assert done.stdout.startswith("=== ")
