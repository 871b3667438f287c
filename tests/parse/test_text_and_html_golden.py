"""Golden pages: each `golden/NAME.txt` or `.html` reads as `golden/NAME.golden` says.

Run with the environment variable BROADSHEET_GOLDEN=write to write the `.golden` files anew, then
read the difference.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.model import Failure
from tui.parse.draft import Parsed
from tui.parse.html import parse_html
from tui.parse.text import parse_text
from tui.source import Document

GOLDEN = Path(__file__).parent / "golden"
PAGES = sorted(p for p in GOLDEN.iterdir() if p.suffix in (".txt", ".html"))


def lines_of(parsed: Parsed) -> Iterator[str]:
    article = parsed.article
    for name in ("url", "site", "language", "authors", "published", "warnings"):
        if value := getattr(article, name):
            yield f"{name}: {', '.join(value) if isinstance(value, tuple) else value}"
    yield ""
    for block in article.blocks:
        level = f" {block.level}" if block.level else ""
        yield f"{block.kind}{level}: {article.text[block.start : block.end]}"
    for link in article.links:
        yield f"link: {article.text[link.start : link.end]} -> {link.url}"
    yield ""
    for teaser in article.teasers:
        yield f"teaser: {teaser.title}"
        yield f"  by: {', '.join(teaser.authors)}  at: {teaser.url}  excerpt: {teaser.excerpt}"
    yield ""
    for dropped in parsed.dropped:
        yield f"dropped, {dropped.rule}: {dropped.text}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_page_reads_as_its_golden_says(page: Path):
    parse = parse_text if page.suffix == ".txt" else parse_html
    (parsed,) = parse(Document(page.read_bytes(), page.name))
    assert not isinstance(parsed, Failure)
    found = "\n".join(lines_of(parsed)) + "\n"
    golden = page.with_suffix(".golden")
    if os.environ.get("BROADSHEET_GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
