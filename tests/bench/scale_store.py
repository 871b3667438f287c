"""How quickly articles are stored, beside the bare index, and how quickly pages are imported.

    python tests/bench/scale_store.py KIT --work FOLDER --json FILE

The bare index is the same two full-text tables with the same options and the same compressed
documents, filled in the same batches and order. What is stored of an article is worked out before,
for both, as the processes that read do it. Both take turns; the ratio is the median of theirs.
"""

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from html import escape
from itertools import islice
from pathlib import Path
from statistics import median

from scale_corpus import Corpus

from tui.enrich import enrich
from tui.library import open_library
from tui.library.indexing import QUOTES
from tui.library.writing import Prepared, prepare
from tui.model import Article, Failure
from tui.parse import parse
from tui.source import documents

ARTICLES = 4_000
ROUNDS = 5
PAGES = 600
BATCH = 512
TABLES = (
    (
        "CREATE VIRTUAL TABLE text USING fts5(title, body, names, about, content = '',"
        " tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    ),
    (
        "CREATE VIRTUAL TABLE quote USING fts5(words, content = '',"
        " tokenize = 'unicode61 remove_diacritics 2')"
    ),
    "CREATE TABLE document (key INTEGER PRIMARY KEY, body BLOB)",
)


def bare(path: Path, articles: Sequence[Prepared]) -> None:
    """Fill the bare index."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "cache_size = -16000"):
            connection.execute(f"PRAGMA {pragma}")
        for statement in TABLES:
            connection.execute(statement)
        place = 10**12
        for start in range(0, len(articles), BATCH):
            batch = articles[start : start + BATCH]
            place -= len(batch)
            texts = [article.texts for article in reversed(batch)]
            connection.execute("BEGIN")
            for row, its in enumerate(texts, place):
                connection.execute(
                    "INSERT INTO text (rowid, title, body, names, about) VALUES (?, ?, ?, ?, ?)",
                    (row, *its.columns),
                )
            for row, its in enumerate(texts, place):
                rows = [(row * QUOTES + n, words) for n, words in enumerate(its.quotes)]
                connection.executemany("INSERT INTO quote (rowid, words) VALUES (?, ?)", rows)
            bodies = [(article.encoded.body,) for article in batch]
            connection.executemany("INSERT INTO document (body) VALUES (?)", bodies)
            connection.execute("COMMIT")


def ours(path: Path, articles: Sequence[Prepared]) -> None:
    """Fill a library."""
    with closing(open_library(path)) as library:
        library.add(articles)


def rate(fill: Callable[[Path, Sequence[Prepared]], None], articles: Sequence[Prepared]) -> float:
    """Return how many articles are stored in a second."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        fill(Path(folder, "filled.db"), articles)
        return len(articles) / (time.perf_counter() - began)


def page(article: Article) -> str:
    """Return an article as a page of a site, with what stands around it there."""
    paragraphs = "".join(
        f"<p>{escape(article.text[block.start : block.end])}</p>" for block in article.blocks[1:]
    )
    menu = "".join(f'<li><a href="/r{n}">Rubrique {n}</a></li>' for n in range(12))
    more = "".join(
        f'<article><a href="{teaser.url}"><h3>À lire aussi : {teaser.title}</h3></a></article>'
        for teaser in article.teasers
    )
    return (
        f'<html lang="{article.language}"><head><title>{escape(article.title)}</title>'
        f'<link rel="canonical" href="{article.url}"><meta property="og:site_name"'
        f' content="{article.site}"><meta property="article:published_time"'
        f' content="{article.published}"></head><body><nav><ul>{menu}</ul></nav><main><article>'
        f"<h1>{escape(article.title)}</h1>{paragraphs}</article></main><aside>{more}</aside>"
        "<footer>Mentions légales</footer></body></html>"
    )


def imports(articles: Sequence[Article]) -> dict[str, object]:
    """Return the whole import with one process and with two, and the seconds of each stage."""
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder, "pages")
        pages.mkdir()
        for number, article in enumerate(articles):
            (pages / f"{number:05}.html").write_text(page(article), encoding="utf-8")
        rates: dict[int, list[float]] = {1: [], 2: []}
        for number in range(3):
            for jobs, its in rates.items():
                library = Path(folder, f"{number}-{jobs}.db")
                words = ["add", "--jobs", str(jobs), "--library", str(library), str(pages)]
                began = time.perf_counter()
                subprocess.run(
                    [sys.executable, "-m", "tui", *words], check=True, stdout=subprocess.DEVNULL
                )
                its.append(len(articles) / (time.perf_counter() - began))
        ratio = median(two / one for one, two in zip(rates[1], rates[2], strict=True))
        return {
            "one": median(rates[1]),
            "two": median(rates[2]),
            "ratio": ratio,
            "stages": stages(pages, Path(folder, "stages.db")),
        }


def stages(pages: Path, path: Path) -> dict[str, float]:
    """Return the milliseconds that an article takes in each stage, one after the other."""
    taken = dict.fromkeys(("source", "parse", "enrich", "working out", "store", "related"), 0.0)

    def note(stage: str, began: float) -> None:
        taken[stage] += time.perf_counter() - began

    began = time.perf_counter()
    read = [document for document in documents([str(pages)]) if not isinstance(document, Failure)]
    note("source", began)
    began = time.perf_counter()
    parsed = [
        item.article for document in read for item in parse(document)
        if not isinstance(item, Failure)
    ]  # fmt: skip
    note("parse", began)
    began = time.perf_counter()
    enriched = list(map(enrich, parsed))
    note("enrich", began)
    began = time.perf_counter()
    made = [prepare(article) for article in enriched]
    note("working out", began)
    with closing(open_library(path)) as library:
        began = time.perf_counter()
        library.add(made)
        note("store", began)
        began = time.perf_counter()
        for _ in library.relate():
            pass
        note("related", began)
    return {stage: 1e3 * seconds / len(enriched) for stage, seconds in taken.items()}


def main() -> None:
    """Measure, and write the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("kit", type=Path)
    asked.add_argument("--work", type=Path, required=True)
    asked.add_argument("--json", type=Path, required=True)
    given = asked.parse_args()
    articles = list(islice(Corpus(given.kit, given.work).articles(100_000), ARTICLES))
    began = time.perf_counter()
    made = [prepare(article) for article in articles]
    working_out = 1e3 * (time.perf_counter() - began) / len(articles)
    rates = [(rate(bare, made), rate(ours, made)) for _ in range(ROUNDS)]
    found = {
        "store": {
            "bare": median(each for each, _ in rates),
            "ours": median(each for _, each in rates),
            "ratio": median(our / its for its, our in rates),
            "working_out": working_out,
        },
        "import": imports(articles[:PAGES]),
    }
    given.json.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
