"""Golden layouts: each `layouts/NAME.EXT` reads as `layouts/NAME.golden` says.

Run with the environment variable BROADSHEET_GOLDEN=write to write the `.golden` files anew, then
read the difference.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.model import Article, Failure
from tui.parse import parse
from tui.parse.article_json import dumps, loads
from tui.source import documents

LAYOUTS = Path(__file__).parent / "layouts"
FILES = sorted(p for p in LAYOUTS.iterdir() if p.suffix != ".golden")
FIELDS = (
    "url", "site", "language", "authors", "published", "modified", "section", "keywords",
    "warnings",
)  # fmt: skip


def lines_of(article: Article) -> Iterator[str]:
    yield f"=== {article.source.path} ({article.source.format}) {article.source.fetched or ''}"
    for name in FIELDS:
        if value := getattr(article, name):
            yield f"{name}: {', '.join(value) if isinstance(value, tuple) else value}"
    for block in article.blocks:
        level = f" {block.level}" if block.level else ""
        yield f"{block.kind}{level}: {article.text[block.start : block.end]}"
    for link in article.links:
        yield f"link: {article.text[link.start : link.end]} -> {link.url}"
    for media in article.media:
        yield f"media: {media.url} ({media.media_type}) {media.title}"
    for teaser in article.teasers:
        yield f"teaser: {teaser.title} at: {teaser.url} by: {', '.join(teaser.authors)}"


def read(path: Path) -> Iterator[str]:
    for document in documents([path.name]):
        items = [document] if isinstance(document, Failure) else parse(document)
        for item in items:
            if isinstance(item, Failure):
                yield f"=== failure: {item}"
                continue
            assert loads(dumps(item.article)) == item.article
            yield from lines_of(item.article)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_layout_reads_as_its_golden_says(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(LAYOUTS)
    found = "\n".join(read(path)) + "\n"
    golden = path.with_suffix(".golden")
    if os.environ.get("BROADSHEET_GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
