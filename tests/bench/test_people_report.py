"""The report on people and quotes, from made-up scorers on made-up data."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from bench.reports.children import Broken, Measured
from bench.reports.people.figures import FIGURES, items
from bench.reports.people.report import ARTICLES, REASONS, SECTIONS, report
from bench.reports.worst import NO_REASON, read_reasons, worst

from tests.bench.test_parsing_report import figure, rows, scorer

BENCH = Path(__file__).parent

PEOPLE = {
    "people": {
        "ggt_dev": {"n": 2, "F1": 0.8},
        "wikineural_fr_val": {"n": 3, "F1": 0.95},
        "seed": {"n": 5, "R": 1.0, "leaked": 2},
    }
}
PEOPLE_DETAIL = {
    "ggt_dev": [
        {"id": "first", "missed": ["anne ledoux"], "wrong": ["grant street", "baxter tower"]},
        {"id": "second", "missed": [], "wrong": []},
    ],
}
QUOTES = {
    "quotes": {
        "ggt_dev": {"n": 2, "e2e": 0.5, "span_F1": 0.98, "by_form": {"name": "3/4"}},
        "fr_treebank": {"n": 9, "named_e2e": 1.0, "false_rate": 0.1},
    }
}
LONG = "“The bridge, the mill and the school will all hold, whatever they say.”"
QUOTES_DETAIL = {
    "ggt_dev": [
        {"id": "first", "quote": LONG, "gold": "Anne Ledoux", "form": "pronoun", "shown": "-"},
        {"id": "second", "quote": "No.", "gold": "Jo Hart", "form": "name", "shown": "Al Poole"},
        {"id": "second", "quote": "Yes.", "gold": "Jo Hart", "form": "none", "shown": None},
    ],
    "fr_treebank": [
        {"id": "t1", "kind": "neg", "gold": None, "shown": "Garrec", "text": "x" * 80 + "un mot"},
        {"id": "t2", "kind": "named", "gold": "Ollier", "shown": None, "text": "y" * 90},
    ],
}
OURS = {"tuned": {"people": 1.0, "e2e": 0.5, "merged": 0.0}, "held": {"e2e": 0.4, "merged": 1.0}}
OURS_DETAIL = {
    "tuned": [
        {"id": "01", "fault": "Jean Roux, shown None: Non."},
        {"id": "01", "fault": "not shown: Rose Garrec"},
    ],
    "held": [],
}


@pytest.fixture
def results() -> dict[str, Measured | Broken]:
    return {
        "people": Measured({"figures": PEOPLE, "detail": PEOPLE_DETAIL}),
        "quotes": Measured({"figures": QUOTES, "detail": QUOTES_DETAIL}),
        "french": Measured({"figures": OURS, "detail": OURS_DETAIL}),
        "merges": Broken("it wrote no figures"),
    }


def written(results, reasons=None, models=()) -> list[str]:
    return list(report(results, reasons or {}, models))


def test_every_figure_stands_beside_its_targets_and_its_peers(results):
    lines = written(results)
    assert len(rows(lines, "## Figures and targets")) == len(FIGURES)
    assert figure(lines, "ggt_dev: people")[1:6] == [
        "0.800", "≥ 0.86", "**not reached**", "not installed", "≥ 0.9",
    ]  # fmt: skip
    assert figure(lines, "ggt_dev: people")[-1] == "spaCy en_md .851, en_sm .837"
    assert figure(lines, "wikineural_fr_val: people")[1:4] == ["0.950", "≥ 0.9", "reached"]
    assert figure(lines, "one dump: people leaked")[2:4] == ["≤ 0", "**not reached**"]
    assert figure(lines, "french held: merged")[1:4] == ["1.000", "≤ 0", "**not reached**"]
    assert figure(lines, "ggt_dev: merged")[3] == "**failed**"
    assert figure(lines, "french tuned: people")[2:4] == ["-", ""]
    assert "Optional models: not installed." in lines
    assert "Speed and memory were not measured this time." in lines


def test_installed_models_have_a_column_of_their_own(results):
    with_them = {"people": {"ggt_dev": {"n": 2, "F1": 0.91}}}
    results["people with models"] = Measured({"figures": with_them, "detail": {}})
    lines = written(results, models=["spacy", "fr_core_news_sm"])
    assert "Optional models: spacy, fr_core_news_sm." in lines
    assert figure(lines, "ggt_dev: people")[1:5] == ["0.800", "≥ 0.86", "**not reached**", "0.910"]
    assert figure(lines, "ggt_dev: e2e")[4] == "-"
    assert "## All figures: people, with models" in lines


def test_a_missed_figure_tells_its_worst_items_and_the_reasons_written_down(results):
    reasons = {"ggt_dev: e2e": {"second: No.": "two people speak in turn"}}
    lines = written(results, reasons)
    assert rows(lines, "### ggt_dev: e2e") == [
        ["second: No.", "Jo Hart (name), shown Al Poole", "two people speak in turn"],
        ["second: Yes.", "Jo Hart (none), not found", NO_REASON],
        ["first: The bridge, the mill and …", "Anne Ledoux (pronoun), no name", NO_REASON],
    ]
    assert rows(lines, "### ggt_dev: people") == [
        ["first", "missed: anne ledoux; wrong: baxter tower, grant street", NO_REASON]
    ]
    assert rows(lines, "### fr_treebank: false_rate") == [["t1", "nobody, shown Garrec", NO_REASON]]
    assert rows(lines, "### french tuned: e2e") == [
        ["01", "Jean Roux, shown None: Non.", NO_REASON]
    ]
    assert "### fr_treebank: named_e2e" not in lines


def test_the_worst_articles_come_first_and_say_what_is_wrong(results):
    told = rows(written(results), f"## The {ARTICLES} worst articles")
    assert [name for name, _ in told] == [
        "ggt_dev first", "french 01", "ggt_dev second", "fr_treebank t1", "fr_treebank t2",
    ]  # fmt: skip
    assert told[0][1] == (
        "quotes without a name: 1, people missed: 1, people wrong: 2; "
        "“The bridge, the mill and …”: Anne Ledoux (pronoun), no name"
    )
    assert told[2][1].endswith("“No.”: Jo Hart (name), shown Al Poole")


def test_no_more_than_a_few_words_of_an_article_are_told(results):
    assert not any("whatever they say" in line for line in written(results))


def test_every_section_is_written_from_what_the_scripts_measure(results):
    rounds = {"rate": 70_000.0, "ratio": 0.5, "rounds": [1.0, 2.0]}
    results["speed"] = Measured(
        {"figures": {"articles": 3, "words": 9_000, "rounds": 2, "rate": 70_000.0,
                     "readers": {"people and quotes": rounds}}}
    )  # fmt: skip
    step = {"seconds": 0.25, "peak": 30.0}
    results["start"] = Measured(
        {"figures": {"steps": {"Python": step, "import": step}, "import": 0.2, "peak": 70.0}}
    )
    lines = written(results)
    assert figure(lines, "words a second")[1:4] == ["70,000", "≥ 60,000", "reached"]
    assert figure(lines, "import")[1:4] == ["0.200", "≤ 0.15", "**not reached**"]
    assert rows(lines, "## Speed beside a plain pass over the words") == [
        ["people and quotes", "70,000", "× 2.00", "1.00, 2.00"]
    ]
    assert rows(lines, "## Start and memory")[1] == ["import", "0.250", "1.0", "30", "1.0"]
    assert "**Failed:** it wrote no figures." in lines
    assert not any(line.startswith("**Failed:** figures in another form") for line in lines)


def test_every_figure_ranks_its_items_without_raising(results):
    for one in FIGURES:
        found = worst(items(one, results))
        assert found == sorted(found, key=lambda item: (item.badness, item.name))


def test_the_reasons_on_file_belong_to_figures():
    reasons = read_reasons(REASONS)
    assert set(reasons) <= {one.key for one in FIGURES}
    for told in reasons.values():
        assert all(reason.strip() == reason != "" for reason in told.values())


def test_figures_are_looked_up_in_measurements_that_have_a_section():
    assert {one.path[0] for one in FIGURES} <= set(SECTIONS)


def test_hidden_packages_are_neither_found_nor_imported(tmp_path: Path):
    program = tmp_path / "shows_them.py"
    program.write_text(
        "from importlib.util import find_spec\n"
        "print([name for name in ('spacy', 'fr_core_news_sm') if find_spec(name)])\n"
        "try:\n    import spacy\nexcept ImportError:\n    print('no spacy')\n",
        encoding="utf-8",
    )
    for name in ("spacy", "fr_core_news_sm"):
        (tmp_path / f"{name}.py").write_text("", encoding="utf-8")
    call = [sys.executable, str(BENCH / "without_models.py"), "shows_them"]
    done = subprocess.run(
        call, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(tmp_path)}
    )
    assert done.stdout.splitlines() == ["[]", "no spacy"]


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
def test_the_command_writes_what_it_has_and_fails_where_a_scorer_does(tmp_path: Path):
    (tmp_path / "quotes").mkdir()
    text = "Paul Darmont and Lucie Darmont met.\n\n“We won,” said Lucie Darmont."
    item = {"id": "one", "text": text, "people": ["Paul Darmont", "Lucie Darmont"]}
    lines = json.dumps(item) + "\n"
    (tmp_path / "quotes" / "ggt_own.jsonl").write_text(lines, encoding="utf-8")
    scorer(tmp_path, "people", {"figures": PEOPLE, "detail": PEOPLE_DETAIL})
    scorer(tmp_path, "quotes", {}, "sys.exit('a quote too many')")
    out = tmp_path / "report.md"
    call = [sys.executable, str(BENCH / "people_bench.py"), str(tmp_path)]
    call += ["--skip-speed", "--patience", "60", "--out", str(out)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, done.stdout) == (1, "")
    assert "quotes: failed, it ended with 1: a quote too many" in done.stderr
    lines_out = out.read_text(encoding="utf-8").splitlines()
    assert figure(lines_out, "ggt_dev: people")[1] == "0.800"
    assert figure(lines_out, "ggt_dev: e2e")[3] == "**failed**"
    assert figure(lines_out, "ggt_dev: merged")[1:4] == ["0.000", "≤ 0", "reached"]
    assert float(figure(lines_out, "french tuned: precision")[1]) > 0.9


@pytest.mark.parametrize("script", ["people_speed", "people_start"])
def test_speed_and_memory_are_measured_on_any_articles(tmp_path: Path, script: str):
    (tmp_path / "quotes").mkdir()
    item = json.dumps({"id": "one", "text": "“We won,” said Lucie Darmont.", "people": []})
    (tmp_path / "quotes" / "own.jsonl").write_text(item + "\n", encoding="utf-8")
    out = tmp_path / "figures.json"
    turns = "--rounds" if script == "people_speed" else "--tries"
    call = [sys.executable, "-m", f"tests.bench.{script}", str(tmp_path)]
    call += [turns, "1", "--json", str(out)]
    root = BENCH.parent.parent
    subprocess.run(call, capture_output=True, check=True, timeout=300, cwd=root)
    figures = json.loads(out.read_text(encoding="utf-8"))["figures"]
    result = {script.removeprefix("people_"): Measured({"figures": figures})}
    lines = written(result)
    assert not any(line.startswith("**Failed:**") for line in lines)
    key = "words a second" if script == "people_speed" else "peak memory"
    assert figure(lines, key)[1] != "-"


def test_spacy_takes_part_where_it_is_installed():
    speed = importlib.import_module("tests.bench.people_speed")
    there = importlib.util.find_spec("spacy") is not None
    assert set(speed.readers()) >= {"people and quotes", "words and marks"}
    assert there or "spaCy's entities" not in speed.readers()
