"""The report of how the library grows: every figure finds its value, and the plot is SVG."""

import xml.etree.ElementTree as ET

import pytest
from bench.reports.children import Broken, Measured
from bench.reports.scale import FIGURES, plot, written

SIZES = (100, 100_000)
READER = [
    "empty",
    "start",
    "ratio",
    "key_p50",
    "key_p99",
    "floor_p50",
    "floor_p99",
    "end",
    "open_p50",
    "open_p99",
    "filter",
    "typed_p50",
    "typed_worst",
    "found",
    "MB",
]
QUESTIONS = ("list everything", "filter by a frequent figure", "open an article",
             "search, a word of a quarter", "search, a phrase", "facets, a word of a quarter",
             "related, stored", "related, live")  # fmt: skip
TIMES = {"first": 4.0, "p50": 0.5, "p99": 1.0}
RESULTS = {
    "store": Measured(
        {
            "store": {"bare": 1000.0, "ours": 850.0, "ratio": 0.85},
            "import": {
                "one": 20.0,
                "two": 33.0,
                "ratio": 1.65,
                "stages": {"parse": 9.0, "store": 1.0},
            },
        }
    ),
    **{
        f"inside {size}": Measured(
            {"made": 700.0, "size": size * 14_000, "milliseconds": dict.fromkeys(QUESTIONS, TIMES)}
        )
        for size in SIZES
    },
    **{
        f"reader {size}": Measured({**dict.fromkeys(READER, 1.2), "empty": 220.0}) for size in SIZES
    },
    "newsboat 1000": Measured({"start": 40.0, "MB": 29.0}),
}


def test_every_figure_finds_its_value():
    found = {name: result.found for name, result in RESULTS.items()}
    assert [figure.key for figure in FIGURES if figure.value(found) is None] == []


def test_the_report_tells_what_is_reached_and_what_is_not():
    text = "\n".join(written(RESULTS, SIZES))
    assert "| store | 0.850 |  | ≥ 0.8 | reached |" in text
    assert "The slowest stage is `parse`." in text
    assert "| kB an article on disk | 14.0 | 14.0 |" in text
    assert "not reached" not in text
    slow = {**RESULTS, "reader 100000": Measured(dict.fromkeys(READER, 120.0))}
    assert "| start | 120 |  | ≤ 1.25 | **not reached** |" in "\n".join(written(slow, SIZES))


def test_milliseconds_are_told_at_the_speed_the_targets_are_for():
    slow = {**dict.fromkeys(READER, 40.0), "empty": 880.0}
    text = "\n".join(written({**RESULTS, "reader 100000": Measured(slow)}, SIZES))
    assert "4.0 times as long" in text
    assert "| key p99 | 40.000 | 10.000 | ≤ 16.7 | reached |" in text
    assert "| memory | 40.000 |  | ≤ 95 | reached |" in text


@pytest.mark.parametrize("missing", list(RESULTS))
def test_what_failed_is_told_and_the_rest_is_written(missing):
    results = {**RESULTS, missing: Broken("it was ended")}
    text = "\n".join(written(results, SIZES))
    assert f"**Without figures, because they failed: {missing}.**" in text
    ET.fromstring(plot(results, SIZES))  # noqa: S314


def test_the_plot_has_a_line_for_each_figure():
    drawn = ET.fromstring(plot(RESULTS, SIZES))  # noqa: S314
    lines = drawn.findall("{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == 7
    assert all(len(line.get("points", "").split()) == len(SIZES) for line in lines)


def test_a_plot_of_nothing_is_one_too():
    assert ET.fromstring(plot({}, SIZES)) is not None  # noqa: S314
