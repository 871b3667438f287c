"""Importing the parser of text compiles no pattern that only some documents need."""

import subprocess
import sys


def test_patterns_of_dates_wait_for_a_date():
    code = (
        "from tui.model import Failure;"
        "from tui.parse import bylines, dates, parse, text, text_zones;"
        "from tui.source import Document;"
        "late = [bylines._date, bylines._place, dates._shapes, dates._time, text_zones._wide];"
        "plain = b'A quiet day\\n\\nNothing has happened at the harbour, and nobody minded.';"
        "assert not any(isinstance(p, Failure) for p in parse(Document(plain, 'a.txt')));"
        "assert not any(made.cache_info().currsize for made in late);"
        "assert dates.iso_date('3 May 2025') == '2025-05-03';"
        "assert dates._shapes.cache_info().currsize == 1"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
