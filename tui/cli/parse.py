"""`broadsheet parse` and `broadsheet schema`: articles as JSON on standard output."""

import os
import sys
from collections.abc import Sequence

from tui.cli.failures import report
from tui.intake import articles
from tui.model import Failure


def parse(paths: Sequence[str]) -> int:
    """Print one line of Article JSON for each article; failures go to standard error."""
    from tui.parse.article_json import dumps

    failed = False
    if sys.stdout is None:
        report("standard output is closed")
        return 1
    out = sys.stdout.buffer
    for item in articles(paths):
        if isinstance(item, Failure):
            report(item)
            failed = True
            continue
        try:
            out.write(dumps(item) + b"\n")
            out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            report(f"standard output: {error.strerror}")
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return 1
    return int(failed)


def schema() -> int:
    """Print the JSON Schema."""
    import json

    from tui.parse.article_json import schema as article_schema

    print(json.dumps(article_schema(), indent=2, ensure_ascii=False))
    return 0
