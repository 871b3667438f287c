"""`broadsheet parse` and `broadsheet schema`: articles as JSON on standard output."""

from collections.abc import Sequence

from tui.cli.output import write_each
from tui.intake import articles
from tui.model import Failure


def parse(paths: Sequence[str]) -> int:
    """Print one line of Article JSON for each article; failures go to standard error."""
    from tui.parse.article_json import dumps

    return write_each(
        item if isinstance(item, Failure) else dumps(item) + b"\n" for item in articles(paths)
    )


def schema() -> int:
    """Print the JSON Schema."""
    import json

    from tui.parse.article_json import schema as article_schema

    print(json.dumps(article_schema(), indent=2, ensure_ascii=False))
    return 0
