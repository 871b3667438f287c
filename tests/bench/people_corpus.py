"""The articles on which the speed and the memory of the engine are measured."""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.enrich.reading import article
from tests.french.marks import articles
from tui.model import Article


def corpus(data: Path) -> list[Article]:
    """Return the English articles of `data` and the French ones of our own."""
    return [*english(data), *(marked.article for marked in articles())]


def english(data: Path) -> Iterator[Article]:
    """Yield the articles of `quotes/*.jsonl`, a paragraph a line."""
    for path in sorted(data.glob("quotes/*.jsonl")):
        for item in read_lines(path):
            yield article(*_paragraphs(item["text"]), language="en")


def read_lines(path: Path) -> list[dict[str, object]]:
    """Return the JSON objects of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
