"""Every figure of parsing in one report, as Markdown.

    python tests/bench/parse_bench.py DATA [--out [FILE]] [--skip-speed] [--patience SECONDS]

DATA is a folder with the scorers `score_html.py`, `score_dumps.py` and `score_feeds.py`, each of
which runs a command on its own files and writes its figures as JSON, with pages as
`html/SET/pages/*.gz` and the language of each dump's page in `dumps/gold.jsonl`. Teasers, time and
memory are measured by the scripts beside this one. Without --out the report is printed; --out alone
writes `PARSING.md`. What fails, or takes more than --patience seconds, is told in the report, the
rest goes on, and the exit code is 1.
"""

import json
import sys
from pathlib import Path

from reports.command import complete, options
from reports.parsing.measures import accuracy, speed
from reports.parsing.report import REASONS, Languages, report
from reports.worst import read_reasons

REPORT = Path(__file__).parent / "PARSING.md"


def languages_of(data: Path) -> Languages:
    """Return the language of each page that was dumped, by the page's id."""
    path = data / "dumps" / "gold.jsonl"
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {item["id"]: item.get("lang") for item in map(json.loads, filter(str.strip, lines))}


def main() -> int:
    """Measure, write, and return the exit code."""
    given = options(__doc__, REPORT)
    reasons, languages = read_reasons(REASONS), languages_of(given.data)
    children = accuracy(given.data)
    if not given.skip_speed:
        children |= speed(given.data)
    return complete(children, given, lambda results: report(results, languages, reasons))


if __name__ == "__main__":
    sys.exit(main())
