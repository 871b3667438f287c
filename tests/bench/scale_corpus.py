"""A made-up corpus as articles, and libraries of any size filled with it.

The corpus comes as JSON lines from a program that stands outside the project (`make_corpus.py N
OUT`): words by Zipf's law, topics, people. Quotes are set upon sentences of it here, with a fixed
seed, so that what people say can be searched; four articles in five are in French.
"""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from tui.library import open_library
from tui.model import Article, Block, Person, Quote, Source, Span, Teaser

SITES = 37
QUOTES_EACH = 3
QUOTE_LENGTH = 120
MOST_MENTIONS = 10


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where the corpus and what is made of it stand; made once, used again."""

    kit: Path
    """The folder with `make_corpus.py`."""
    work: Path

    def lines(self, count: int) -> Path:
        """Return a corpus of so many articles as JSON lines."""
        path = self.work / f"corpus-{count}.jsonl"
        if not path.exists():
            part = path.with_suffix(".part")
            maker = self.kit / "make_corpus.py"
            subprocess.run([sys.executable, str(maker), str(count), str(part)], check=True)
            part.replace(path)
        return path

    def articles(self, count: int) -> Iterator[Article]:
        """Yield so many articles."""
        with self.lines(count).open("rb") as file:
            yield from (article(orjson.loads(line)) for line in islice(file, count))

    def library(self, count: int) -> tuple[Path, float | None]:
        """Return a library of so many articles, and how many were added a second if it was made."""
        path = self.work / f"library-{count}.db"
        if path.exists():
            return path, None
        part = path.with_name(f"{path.name}.part")
        part.unlink(missing_ok=True)
        with closing(open_library(part)) as library:
            seconds, made = 0.0, self.articles(count)
            while chunk := list(islice(made, 2_000)):
                began = time.perf_counter()
                library.add(chunk)
                seconds += time.perf_counter() - began
        part.replace(path)
        return path, count / seconds


def article(told: dict[str, Any]) -> Article:
    """Return one article of the corpus."""
    number = told["id"]
    text = title = told["title"].capitalize()
    blocks = [Block("title", 0, len(title))]
    for paragraph in told["paras"]:
        start = len(text) + 2
        text += f"\n\n{paragraph}"
        blocks.append(Block("paragraph", start, len(text)))
    people = tuple(
        Person(name, (), (), spans) for name in told["people"] if (spans := mentions(text, name))
    )
    return Article(
        id=f"{number:016x}",
        source=Source(f"corpus/{number}", "json"),
        title=title,
        text=text,
        blocks=tuple(blocks),
        url=told["url"],
        site=f"Journal {number % SITES}",
        language="fr" if number % 5 else "en",
        published=datetime.fromtimestamp(told["ts"], UTC).isoformat(),
        people=people,
        quotes=quotes(number, blocks[1:], people),
        teasers=tuple(
            Teaser(f"Lien {link}", url=f"https://exemple.test/{link % 600}/{link}.html")
            for link in told["links"]
        ),
    )


def mentions(text: str, name: str) -> tuple[Span, ...]:
    """Return where a name stands."""
    spans, at = [], text.find(name)
    while at >= 0 and len(spans) < MOST_MENTIONS:
        spans.append(Span(at, at + len(name)))
        at = text.find(name, at + 1)
    return tuple(spans)


def quotes(number: int, paragraphs: list[Block], people: tuple[Person, ...]) -> tuple[Quote, ...]:
    """Return quotes at the beginning of some paragraphs, four in five with a speaker."""
    pick = random.Random(number)  # noqa: S311
    made = []
    for block in pick.sample(paragraphs, min(QUOTES_EACH, len(paragraphs))):
        known = bool(people) and pick.random() < 0.8
        speaker = pick.choice(people).name if known else None
        end = min(block.end, block.start + QUOTE_LENGTH)
        made.append(Quote(block.start, end, "direct", speaker, None, 0.9 if known else 0.0))
    return tuple(sorted(made, key=lambda quote: quote.start))
