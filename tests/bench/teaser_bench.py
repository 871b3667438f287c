"""How many of the related pieces that a page offers are returned, and how many others.

    python tests/bench/teaser_bench.py [--pages 40] [--layouts first|second|all]
    python tests/bench/teaser_bench.py --gold tests/bench/teaser_gold.jsonl --html FOLDER

With --json FILE the figures are written there too, with those of each layout or page.
The first form writes pages in the layouts of `teaser_layouts` and `teaser_layouts_held`; each has
variants in seven languages. The second reads real pages (`FOLDER/SET/pages/ID.html.gz`).

How the gold was marked: 40 pages were drawn by a seed and marked before any output was looked at. A
list of each page's links in order, with the headings over them and the classes of the boxes around
them, was read by eye, and the boxes that offer further reading were marked; all links of a title's
length in them count (twelve characters), some boxes narrowed by a pattern of their addresses. What
counts: links to other pieces of the site, offered anywhere outside menus and footers: related, most
read, latest, tickers, the next and the previous piece, "read also" boxes in the body; and under a
heading "more from" those of a partner or a sister paper. What does not: the page itself (by its
canonical address), menus, sections, tags, authors, sponsored links, jobs, shops, social media,
comments, links in running text. Titles are third parties' and are kept as a hash of eight hex
digits (blake2b of the title in lower case, all but letters and digits as one space); of addresses
the path and numbering parameters. Single results were read for the half "tune" alone; the half
"check" is no blind set, for its boxes' classes had been read when it was marked.

A teaser counts as found where the title or the address is equal. F1: over all teasers ("micro"),
and the mean over pages, where a page without any counts 1 if none is returned.
"""

import argparse
import gzip
import hashlib
import json
import re
import statistics
import sys
import time
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

sys.path.insert(0, str(Path(__file__).parent))
from teaser_layouts import FIRST, Layout
from teaser_layouts_held import SECOND
from teaser_words import LANGUAGES, Card, Writer

from tui.model import Failure, Teaser
from tui.parse.html import parse_html
from tui.parse.html_teasers import lift_teasers
from tui.parse.html_tree import parse_tree
from tui.parse.html_zones import drop_zones
from tui.source import Document

Key = tuple[str, str]
Counts = tuple[int, int, int]
"""How many teasers are right, how many were found, and how many there are."""
Figures = dict[str, float]
Result = dict[str, object]


def normal(title: str) -> str:
    """Return the letters and digits of a title."""
    return re.sub(r"[\W_]+", " ", title.casefold()).strip()


def hashed(title: str) -> str:
    """Return the eight hex digits that stand for a title."""
    return hashlib.blake2b(normal(title).encode(), digest_size=4).hexdigest()


def path_of(url: str | None) -> str:
    """Return the path of an address with the parameters that number a page."""
    parts = urlsplit(url or "")
    query = [
        f"{k}={v}" for k, v in parse_qsl(parts.query) if re.fullmatch(r"(.*_)?(id|idx|p|v)", k)
    ]
    return parts.path.rstrip("/") + ("?" + "&".join(query) if query else "")


def score(found: list[Key], gold: list[Key]) -> Counts:
    """Return how many are right, how many were found and how many there are."""
    left = list(gold)
    right = 0
    for title, url in found:
        hit = next((g for g in left if g[0] == title or (url and g[1] == url)), None)
        if hit:
            left.remove(hit)
            right += 1
    return right, len(found), len(gold)


def f1(right: int, found: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall; 1 where there is nothing to find."""
    return 2 * right / (found + gold) if found + gold else 1.0


def written(layout: Layout, language: str, seed: int) -> tuple[str, list[Card]]:
    """Return a page in one layout and its cards."""
    return layout(Writer(language, seed))


def read(page: str) -> tuple[tuple[Teaser, ...], str]:
    """Return the teasers and the text of a page."""
    (parsed,) = parse_html(Document(page.encode(), "https://paper.example/2024/own"))
    if isinstance(parsed, Failure):
        return (), ""
    return parsed.article.teasers, parsed.article.text


def generated(layouts: dict[str, Layout], pages: int) -> Result:
    """Print the figures of each layout, and return them."""
    everything: list[Counts] = []
    figures: dict[str, Figures] = {}
    for name, layout in layouts.items():
        counts, fields = [], {"excerpt": [0, 0], "authors": [0, 0], "published": [0, 0]}
        for seed in range(pages):
            page, cards = written(layout, LANGUAGES[seed % len(LANGUAGES)], seed)
            teasers, _ = read(page)
            keys = [(hashed(t.title), path_of(t.url)) for t in teasers]
            counts.append(score(keys, [(hashed(c.title), path_of(c.url)) for c in cards]))
            _fields(fields, teasers, cards)
        everything += counts
        figures[name] = _figures(counts) | {k: a / b if b else 1.0 for k, (a, b) in fields.items()}
        print(_line(name, figures[name]))
    detail = [{"id": name, **found} for name, found in figures.items()]
    figures["all"] = _figures(everything)
    print(_line("all", figures["all"]))
    return {"figures": figures, "detail": detail}


def _fields(fields: dict[str, list[int]], teasers: tuple[Teaser, ...], cards: list[Card]) -> None:
    by_title = {normal(t.title): t for t in teasers}
    for card in cards:
        teaser = by_title.get(normal(card.title))
        if teaser is None:
            continue
        pairs = (
            ("excerpt", teaser.excerpt, card.excerpt),
            ("authors", teaser.authors, (card.author,) if card.author else ()),
            ("published", teaser.published, card.published),
        )
        for name, mine, theirs in pairs:
            fields[name][0] += mine == theirs
            fields[name][1] += 1


def _figures(counts: list[Counts]) -> Figures:
    right, found, gold = (sum(c[i] for c in counts) for i in range(3))
    return {
        "F1": f1(right, found, gold),
        "mean": statistics.mean(f1(*c) for c in counts),
        "P": right / found if found else 1.0,
        "R": right / gold if gold else 1.0,
    }


def _line(name: str, figures: Figures) -> str:
    return f"{name:20} " + " ".join(f"{key} {value:.3f}" for key, value in figures.items())


def real(gold: Path, folder: Path, verbose: bool) -> Result:
    """Print the figures of the marked pages, by half, and return them."""
    halves: dict[str, list[Counts]] = {"tune": [], "check": []}
    times, detail = [], []
    for line in gold.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        path = folder / item["set"] / "pages" / f"{item['id']}.html.gz"
        data = gzip.decompress(path.read_bytes())
        (parsed,) = parse_html(Document(data, "page.html"))
        teasers = () if isinstance(parsed, Failure) else parsed.article.teasers
        keys = [(hashed(t.title), path_of(t.url)) for t in teasers]
        counts = score(keys, [(t["title"], t["url"]) for t in item["teasers"]])
        halves[item["half"]].append(counts)
        detail.append({"id": f"{item['set']}/{item['id']}", "F1": f1(*counts)})
        root = parse_tree(data.decode("utf-8", "replace"))
        if root is not None:
            drop_zones(root)
            start = time.perf_counter()
            lift_teasers(root, None)
            times.append(1000 * (time.perf_counter() - start))
        if verbose:
            print(f"{item['half']:6}{item['set']}/{item['id'][:40]:42}{counts} {f1(*counts):.2f}")
    figures = {half: _figures(counts) for half, counts in halves.items()}
    figures["both"] = _figures(halves["tune"] + halves["check"])
    for half, found in figures.items():
        print(_line(half, found))
    print(f"ms a page: median {statistics.median(times):.2f}, most {max(times):.1f}")
    return {"figures": figures, "detail": detail}


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=42)
    options.add_argument("--layouts", choices=("first", "second", "all"), default="all")
    options.add_argument("--gold", type=Path)
    options.add_argument("--html", type=Path)
    options.add_argument("--json", type=Path)
    options.add_argument("--verbose", action="store_true")
    given = options.parse_args()
    if given.gold and given.html:
        result = real(given.gold, given.html, given.verbose)
    else:
        chosen = {"first": FIRST, "second": SECOND, "all": {**FIRST, **SECOND}}
        result = generated(chosen[given.layouts], given.pages)
    if given.json:
        given.json.write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main()
