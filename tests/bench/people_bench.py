"""Every figure of people and quotes in one report, as Markdown.

    python tests/bench/people_bench.py DATA [--out [FILE]] [--skip-speed] [--patience SECONDS]

DATA is a folder with the scorers `score_people.py` and `score_quotes.py`, each of which runs a
command on its own files and writes its figures as JSON, and with English articles, their people and
quotes in `quotes/*.jsonl`. The French set of our own, people merged into one, time and memory are
measured by the scripts beside this one. Where the optional models are installed, everything is
measured without them and then with them. Without --out the report is printed; --out alone writes
`PEOPLE.md`. What fails, or takes more than --patience seconds, is told in the report, the rest goes
on, and the exit code is 1.
"""

import sys
from pathlib import Path

from reports.command import complete, options
from reports.people.measures import accuracy, speed
from reports.people.report import REASONS, report
from reports.worst import read_reasons
from without_models import installed

REPORT = Path(__file__).parent / "PEOPLE.md"


def main() -> int:
    """Measure, write, and return the exit code."""
    given = options(__doc__, REPORT)
    reasons = read_reasons(REASONS)
    models = installed()
    children = accuracy(given.data, models=bool(models))
    if not given.skip_speed:
        children |= speed(given.data, models=bool(models))
    return complete(children, given, lambda results: report(results, reasons, models))


if __name__ == "__main__":
    sys.exit(main())
