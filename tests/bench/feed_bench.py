"""How long feeds take: `python tests/bench/feed_bench.py [FEED …] [--json FILE]`.

Without arguments three feeds of 1,000 entries are made up: RSS, Atom and JSON Feed. Rounds of all
readers are interleaved, and a figure is the median CPU time of one round in milliseconds. `entries`
is from the bytes to the fields of every entry, which is what the other readers do; `articles` is
all of `parse`: cleaned blocks, links, language, dates, ids. `first` is the time to the first one.
The others: fastfeedparser, and feedparser where it reads the format.
"""

import argparse
import json
import random
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from statistics import median

from tui.parse import parse
from tui.parse.feed import read_feed
from tui.parse.json_feed import read_json_feed
from tui.source import Document

ENTRIES = 1_000
ROUNDS = 9
SENTENCES = (
    "La commission a rendu hier son rapport sur la qualité de l’eau dans la baie de Corlay.",
    "Les pêcheurs attendent depuis des mois une réponse de la préfecture, qui ne vient pas.",
    "« Nous avons tout compté deux fois », a dit la capitaine du port, Anne Lefort.",
    "Le bac ne partira plus le dimanche, et personne sur l'île ne s'en est encore plaint.",
    "The harbour office has counted its boats again and found the same number as before.",
    "“We did what we could with the money that we had,” said the mayor, Paul Roy.",
    "Nobody in the village remembers who painted the lighthouse, or why it was painted green.",
)  # fmt: skip


def body(random_: random.Random, number: int) -> str:
    made = []
    for place in range(6):
        first = 0 if number % 2 else 4
        last = 3 if number % 2 else 6
        lines = [SENTENCES[random_.randint(first, last)] for _ in range(5)]
        if place % 2:
            lines.append(
                f'<a href="https://feed.example/page/{number}-{place}">Read <em>more</em></a>.'
            )
        made.append(f"<p>{' '.join(lines)}</p>")
    return f"{made[0]}<h2>Part two</h2>{''.join(made[1:])}"


def rss(random_: random.Random) -> str:
    items = "".join(
        f"<item><title>{escape(SENTENCES[n % 7][:60])} {n}</title>"
        f'<link>https://feed.example/{n}</link><guid isPermaLink="false">g{n}</guid>'
        f"<dc:creator><![CDATA[Nina Morel]]></dc:creator><category>Port</category>"
        f"<pubDate>Tue, 21 Jan 2025 {n % 24:02}:{n % 60:02}:00 +0100</pubDate>"
        f"<description>{escape(SENTENCES[n % 7])}</description>"
        f"<content:encoded><![CDATA[{body(random_, n)}]]></content:encoded>"
        f'<enclosure url="https://feed.example/{n}.mp3" length="1" type="audio/mpeg"/></item>'
        for n in range(ENTRIES)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed</title>'
        f"<link>https://feed.example/</link><description>d</description>{items}</channel></rss>"
    )


def atom(random_: random.Random) -> str:
    entries = "".join(
        f'<entry><title type="html">{escape(SENTENCES[n % 7][:60])} {n}</title>'
        f'<link href="https://feed.example/{n}"/><id>tag:feed.example,{n}</id>'
        f"<author><name>Nina Morel</name></author><category term='Port'/>"
        f"<published>2025-01-21T{n % 24:02}:{n % 60:02}:00+01:00</published>"
        f"<updated>2025-01-22T10:00:00Z</updated><summary>{SENTENCES[n % 7]}</summary>"
        f'<content type="html">{escape(body(random_, n))}</content></entry>'
        for n in range(ENTRIES)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f'<title>Feed</title><link href="https://feed.example/"/>{entries}</feed>'
    )


def json_feed(random_: random.Random) -> str:
    items = [
        {
            "id": str(n),
            "url": f"https://feed.example/{n}",
            "title": f"{SENTENCES[n % 7][:60]} {n}",
            "content_html": body(random_, n),
            "date_published": "2025-01-21T10:00:00+01:00",
            "authors": [{"name": "Nina Morel"}],
        }
        for n in range(ENTRIES)
    ]
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": "Feed", "items": items}, ensure_ascii=False)


def entries(document: Document) -> int:
    read = read_json_feed if document.data[:1] == b"{" else read_feed
    return len(list(read(document).entries))


def readers(data: bytes) -> dict[str, Callable[[], int]]:
    import fastfeedparser
    import feedparser

    document = Document(data, "feed")
    made: dict[str, Callable[[], int]] = {
        "fastfeedparser": lambda: len(fastfeedparser.parse(data).entries),
        "entries": lambda: entries(document),
        "articles": lambda: sum(1 for _ in parse(document)),
        "first": lambda: next(1 for _ in parse(document)),
    }
    if data[:1] != b"{":
        made["feedparser"] = lambda: len(feedparser.parse(data).entries)
    return made


def measure(name: str, data: bytes) -> dict[str, dict[str, float]]:
    """Print the figures of all readers of one feed, and return them by reader."""
    taken: dict[str, list[float]] = {}
    found: dict[str, int] = {}
    for number in range(ROUNDS):
        for reader, read in readers(data).items():
            if reader == "feedparser" and number > 2:
                continue
            start = time.process_time()
            found[reader] = read()
            taken.setdefault(reader, []).append((time.process_time() - start) * 1e3)
    beside = median(taken["fastfeedparser"])
    print(f"{name}, {len(data) / 1e6:.1f} MB")
    figures = {}
    for reader, times in taken.items():
        figure = median(times)
        print(f"  {reader:<16}{found[reader]:>6}{figure:>10.1f} ms{figure / beside:>8.2f} ×")
        figures[reader] = {"ms": figure, "ratio": figure / beside, "found": found[reader]}
    return figures


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("feeds", type=Path, nargs="*", metavar="FEED")
    options.add_argument("--json", type=Path, metavar="FILE")
    given = options.parse_args()
    feeds = {str(path): path.read_bytes() for path in given.feeds} or {
        make.__name__: make(random.Random(7)).encode()  # noqa: S311
        for make in (rss, atom, json_feed)
    }
    figures = {name: measure(name, data) for name, data in feeds.items()}
    if given.json:
        given.json.write_text(json.dumps({"figures": figures}), encoding="utf-8")


if __name__ == "__main__":
    main()
