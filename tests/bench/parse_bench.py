"""Every figure of parsing in one report, as Markdown.

    python tests/bench/parse_bench.py DATA [--out [FILE]] [--skip-speed] [--patience SECONDS]

DATA is a folder with the scorers `score_html.py`, `score_dumps.py` and `score_feeds.py`, each of
which runs a command on its own files and writes its figures as JSON, with pages as
`html/SET/pages/*.gz` and the language of each dump's page in `dumps/gold.jsonl`. Teasers, time and
memory are measured by the scripts beside this one. Without --out the report is printed; --out alone
writes `PARSING.md`. What fails, or takes more than --patience seconds, is told in the report, the
rest goes on, and the exit code is 1.
"""

import argparse
import json
import sys
from pathlib import Path

from parsing.measures import accuracy, run, speed
from parsing.report import Languages, broken, report
from parsing.worst import read_reasons

REPORT = Path(__file__).parent / "PARSING.md"
PATIENCE = 300.0
"""Seconds that one measurement may take: several times what the longest does."""


def languages_of(data: Path) -> Languages:
    """Return the language of each page that was dumped, by the page's id."""
    path = data / "dumps" / "gold.jsonl"
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {item["id"]: item.get("lang") for item in map(json.loads, filter(str.strip, lines))}


def main() -> int:
    """Measure, write, and return the exit code."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--out", type=Path, nargs="?", const=REPORT, metavar="FILE")
    options.add_argument("--skip-speed", action="store_true")
    options.add_argument("--patience", type=float, default=PATIENCE, metavar="SECONDS")
    given = options.parse_args()
    data = given.data.resolve()
    reasons, languages = read_reasons(), languages_of(data)
    children = accuracy(data) if given.skip_speed else accuracy(data) | speed(data)
    results = run(children, given.patience, lambda line: print(line, file=sys.stderr, flush=True))
    text = "\n".join(report(results, languages, reasons)).rstrip() + "\n"
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return int(bool(broken(results)))


if __name__ == "__main__":
    sys.exit(main())
