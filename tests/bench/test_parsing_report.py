"""The report on parsing, from made-up scorers on made-up data."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from bench.reports.children import Broken, Child, Measured
from bench.reports.figures import broken
from bench.reports.parsing.figures import FIGURES, items, values
from bench.reports.parsing.report import REASONS, report
from bench.reports.worst import NO_REASON, read_reasons, worst

BENCH = Path(__file__).parent

PAGES = {
    "html": {
        "seb": {"n": 2, "seb_f1": 0.99, "no_output": 0},
        "fundus_dev": {"n": 3, "title": 0.5, "date": 1.0, "false_authors": 0.5},
        "mozilla": {"n": 1, "heading_R": 0.5, "heading_P": 1.0},
    }
}
DETAIL = {
    "fundus_dev": [
        {"id": "first", "title": 0.0, "title_f1": 0.4, "date": 1.0, "false_authors": 0.0},
        {"id": "second", "title": 1.0, "title_f1": 1.0, "date": 1.0, "false_authors": 1.0},
        {"id": "third", "title": 0.0, "title_f1": 0.1, "date": 1.0},
    ],
    "mozilla": [{"id": "page", "headings": [2, 4, 2]}],
}
DUMPS = [
    {"id": "un", "set": "french_dev", "tool": "lynx", "token": 0.8},
    {"id": "one", "set": "seb", "tool": "lynx", "token": 0.9},
    {"id": "one", "set": "seb", "tool": "w3m", "token": 0.6},
    {"id": "bit", "set": "seb", "tool": "w3m", "snip": [1, 0, 0, 1]},
]
LANGUAGES = {"un": "fr", "one": "en", "bit": None}


@pytest.fixture
def results() -> dict[str, Measured | Broken]:
    dumps = {"dumps": {"seb": {"token": 0.75, "tools": {"lynx": 0.9, "w3m": 0.6}}}}
    return {
        "html": Measured({"figures": PAGES, "detail": DETAIL}),
        "dumps": Measured({"figures": dumps, "detail": DUMPS}),
        "feeds": Measured(
            {"figures": {"feeds": {"entries_ok": 2, "whole": 1, "of": 2}}},
            "feeds\n  latin  entries 3 of 3  whole NO\n  fine  entries 3 of 3  whole yes\n",
        ),
        "teasers generated": Broken("it was killed by SIGSEGV: without a word"),
    }


def written(results, reasons=None) -> list[str]:
    return list(report(results, LANGUAGES, reasons or {}))


def rows(lines: list[str], title: str) -> list[list[str]]:
    """The rows of the table below a heading, without its head."""
    start = lines.index(title)
    begin = next(n for n in range(start, len(lines)) if lines[n].startswith("| ---"))
    end = lines.index("", begin)
    return [line.strip("| ").split(" | ") for line in lines[begin + 1 : end]]


def figure(lines: list[str], key: str) -> list[str]:
    return next(row for row in rows(lines, "## Figures and targets") if row[0] == key)


def test_every_figure_stands_beside_its_target_and_its_peers(results):
    lines = written(results)
    assert len(rows(lines, "## Figures and targets")) == len(FIGURES)
    assert figure(lines, "seb: seb_f1")[1:4] == ["0.990", "≥ 0.972", "reached"]
    assert figure(lines, "fundus_dev: title")[1:4] == ["0.500", "≥ 0.88", "**not reached**"]
    assert figure(lines, "fundus_dev: title")[-1] == "goose3 .779, trafilatura .686"
    assert figure(lines, "fundus_dev: false_authors")[2:4] == ["≤ 0.25", "**not reached**"]
    assert figure(lines, "fundus_dev: author")[1:4] == ["-", "≥ 0.9", "not measured"]
    assert figure(lines, "feeds: whole")[1] == "0.500"


def test_large_pages_that_were_given_up_say_so(results):
    kinds = [
        {"id": "a list", "seconds": 2.5, "before": 50, "peak": 70, "words": 9, "bytes": 10_000_000},
        {"id": "links", "seconds": 20.0, "failed": "given up after 20 s"},
        {"id": "script", "seconds": 0.1, "before": 50, "peak": 60, "words": 9, "bytes": 10_000_000},
    ]
    results["pages of 10 MB"] = Measured({"figures": {"slowest": 20.0}, "detail": kinds})
    lines = written(results)
    assert figure(lines, "pages of 10 MB")[1:4] == ["20.000", "≤ 2", "**not reached**"]
    assert rows(lines, "### pages of 10 MB") == [
        ["links", "given up after 20 s", NO_REASON],
        ["a list", "2.50 s", NO_REASON],
    ]
    assert rows(lines, "## Pages of 10 MB") == [
        ["a list", "2.50", "9", "20", "2.0"],
        ["links", "**failed**: given up after 20 s", "-", "-", "-"],
        ["script", "0.10", "9", "10", "1.0"],
    ]


def test_french_dumps_are_set_against_english_ones(results):
    assert figure(written(results), "dumps: French less English")[1:4] == [
        "0.050", "≥ 0", "reached",
    ]  # fmt: skip
    assert values(results, {})["languages"]["french"] is None


def test_a_missed_figure_tells_its_worst_items_and_the_reasons_written_down(results):
    reasons = {"fundus_dev: title": {"first": "a | in it", "second": "of no use"}}
    lines = written(results, reasons)
    assert rows(lines, "### fundus_dev: title") == [
        ["third", "unequal, words 0.10", NO_REASON],
        ["first", "unequal, words 0.40", "a / in it"],
    ]
    assert rows(lines, "### mozilla: heading_R") == [["page", "2 of 4 missed", NO_REASON]]
    assert rows(lines, "### dumps seb: token")[0] == ["one w3m", "0.600", NO_REASON]
    assert rows(lines, "### feeds: whole") == [["latin", "not whole", NO_REASON]]
    assert rows(lines, "### fundus_dev: false_authors") == [["second", "given one", NO_REASON]]
    assert "### seb: seb_f1" not in lines
    assert "### mozilla: heading_P" not in lines


def test_what_failed_is_told_with_its_reason_and_the_rest_is_there(results):
    lines = written(results)
    assert broken(results) == ["teasers generated"]
    assert figure(lines, "teasers generated: F1")[3] == "**failed**"
    assert "**Failed:** it was killed by SIGSEGV: without a word." in lines
    assert "**Without figures, because they failed: teasers generated.**" in lines
    assert any(line.startswith("Of 2 feeds 2 have") for line in lines)


def test_figures_in_an_unknown_form_cost_their_section_alone(results):
    results["html"] = Measured({"figures": {"html": 3}, "detail": [None]})
    results["pages a second"] = Measured({"figures": {}})
    lines = written(results)
    assert sum(line.startswith("**Failed:** figures in another form") for line in lines) == 2
    assert figure(lines, "seb: seb_f1")[3] == "not measured"
    assert figure(lines, "feeds: whole")[1] == "0.500"


def test_every_figure_ranks_its_items_without_raising(results):
    """Items of every set hold only some of the figures."""
    for one in FIGURES:
        found = worst(items(one, results, LANGUAGES))
        assert found == sorted(found, key=lambda item: (item.badness, item.name))


def test_the_reasons_on_file_belong_to_figures():
    reasons = read_reasons(REASONS)
    assert set(reasons) <= {one.key for one in FIGURES}
    for told in reasons.values():
        assert all(reason.strip() == reason != "" for reason in told.values())


def test_reasons_in_another_form_are_refused(tmp_path: Path):
    (tmp_path / "r.toml").write_text('title = "a reason of nothing"', encoding="utf-8")
    with pytest.raises(ValueError, match="title"):
        read_reasons(tmp_path / "r.toml")
    assert read_reasons(tmp_path / "none.toml") == {}


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("import sys; sys.exit('no data here')", "it ended with 1: no data here"),
        ("import os; os.kill(os.getpid(), 9)", "it was killed by SIGKILL: without a word"),
        ("pass", "it wrote no figures"),
        ("import sys; open(sys.argv[2], 'w').write('{')", "its figures are no JSON"),
        ("import sys; open(sys.argv[2], 'w').write('[]')", "its figures are no JSON object"),
    ],
)
def test_a_child_that_fails_says_why(tmp_path: Path, program: str, reason: str):
    result = Child((sys.executable, "-c", program), tmp_path).run(30)
    assert isinstance(result, Broken)
    assert result.reason.startswith(reason)


def test_a_child_that_cannot_be_started_says_why(tmp_path: Path):
    result = Child((str(tmp_path / "none"),), tmp_path).run(30)
    assert isinstance(result, Broken)
    assert result.reason.startswith("it could not be started")


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
def test_a_child_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path):
    program = (
        "import subprocess, sys, time\n"
        'inner = \'import time; time.sleep(2); open("alive", "w").close()\'\n'
        "subprocess.Popen([sys.executable, '-c', inner])\n"
        "time.sleep(60)"
    )
    start = time.monotonic()
    result = Child((sys.executable, "-c", program), tmp_path).run(0.8)
    assert result == Broken("it took more than 0.8 seconds and was ended")
    assert time.monotonic() - start < 20
    time.sleep(2)
    assert not (tmp_path / "alive").exists()


SCORER = """
import json, pathlib, sys, time
{before}
out = pathlib.Path(sys.argv[sys.argv.index("--json") + 1])
out.write_text(json.dumps({found}))
"""


def scorer(folder: Path, name: str, found: object, before: str = "") -> None:
    text = SCORER.format(before=before, found=repr(found))
    (folder / f"score_{name}.py").write_text(text, encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
def test_the_command_writes_what_it_has_and_fails_where_a_scorer_does(tmp_path: Path):
    scorer(tmp_path, "html", {"figures": PAGES, "detail": DETAIL})
    scorer(tmp_path, "dumps", {}, "time.sleep(600)")
    scorer(tmp_path, "feeds", {}, "sys.exit('a feed too many')")
    out = tmp_path / "report.md"
    call = [sys.executable, str(BENCH / "parse_bench.py"), str(tmp_path)]
    call += ["--skip-speed", "--patience", "5", "--out", str(out)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (1, "")
    assert "dumps: failed, it took more than 5 seconds" in done.stderr
    lines = out.read_text(encoding="utf-8").splitlines()
    assert figure(lines, "fundus_dev: title")[1] == "0.500"
    assert figure(lines, "dumps seb: token")[3] == "**failed**"
    assert "**Failed:** it ended with 1: a feed too many." in lines
    assert "Speed and memory were not measured this time." in lines
