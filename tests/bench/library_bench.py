"""How long the library takes, by hand: `python tests/bench/library_bench.py [ARTICLES]`.

The articles are made up: 300 words, eight people each by Zipf's law, three teasers. A figure is the
median and the worst of several runs, in milliseconds, on a library in a file.
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median

from tui.library import Library, Query, open_library
from tui.library.corrections import Correction
from tui.library.interface import PeopleQuery, QuotesQuery
from tui.library.query import Search, parse
from tui.model import Article, Block, Person, Quote, Source, Span, Teaser

SYLLABLES = [consonant + vowel for consonant in "bcdfglmnprstvz" for vowel in "aeiou"]
PEOPLE_EACH = 8


def word(random_: random.Random, syllables: int) -> str:
    return "".join(random_.choice(SYLLABLES) for _ in range(syllables))


def names(random_: random.Random, count: int) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < count:
        made[f"{word(random_, 2).title()} {word(random_, 3).title()}"] = None
    return list(made)


def articles(count: int) -> Iterator[Article]:
    random_ = random.Random(7)  # noqa: S311
    people = names(random_, max(200, 2 * count))
    weights = [1 / (rank + 1) for rank in range(len(people))]
    vocabulary = [word(random_, 1 + n % 4) for n in range(5_000)]
    drawn = random_.choices(people, weights, k=count * PEOPLE_EACH)
    for number in range(count):
        cast = sorted(set(drawn[number * PEOPLE_EACH : (number + 1) * PEOPLE_EACH]))
        yield article(random_, number, count, cast, vocabulary)


def article(
    random_: random.Random, number: int, count: int, cast: list[str], vocabulary: list[str]
) -> Article:
    title = " ".join(random_.choices(vocabulary, k=9)).capitalize()
    words = random_.choices(vocabulary, k=300)
    body = " ".join(words)
    day = f"20{random_.randrange(10, 27):02}-{random_.randrange(1, 13):02}"
    return Article(
        id=f"{number:016x}",
        source=Source(f"inbox/{number}.html", "html"),
        title=title,
        text=f"{title}\n\n{body}",
        blocks=(
            Block("title", 0, len(title)),
            Block("paragraph", len(title) + 2, len(title) + 2 + len(body)),
        ),
        url=f"https://example.org/{number}",
        site=f"Site {number % 40}",
        language="fr",
        published=f"{day}-{random_.randrange(1, 29):02}T{random_.randrange(24):02}:00:00+01:00",
        people=tuple(
            Person(
                name, (), ("role",), tuple(Span(9 * n, 9 * n + 5) for n in range(1 + len(name) % 4))
            )
            for name in cast
        ),
        quotes=tuple(
            Quote(50 + 60 * n, 90 + 60 * n, "direct", cast[0], None, 0.9) for n in range(5)
        ),
        teasers=tuple(
            Teaser(f"Teaser {n}", url=f"https://example.org/{random_.randrange(2 * count)}")
            for n in range(3)
        ),
    )


def timed(what: str, work: Callable[[], object], runs: int = 9) -> None:
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1e3)
    print(f"{what:<44}{median(taken):>9.2f}{max(taken):>9.2f}")


def top(library: Library, query: Query) -> object:
    return library.listing(query)[0:50]


def measure(library: Library, path: Path, count: int) -> None:
    frequent, other, *_ = (match.figure.id for match in library.match_figures("", 200))
    rare = library.match_figures("", 200)[-1].figure.id
    random_ = random.Random(3)  # noqa: S311
    any_id = lambda: f"{random_.randrange(count):016x}"  # noqa: E731
    whole = library.listing(Query())
    print(f"frequent figure: {library.figure(frequent).articles} articles")
    print(f"{'milliseconds':<44}{'median':>9}{'worst':>9}")
    timed("open the library", lambda: open_library(path).close())
    timed("open and list, first 50 rows", lambda: opened(path))
    timed("list all, first 50 rows", lambda: top(library, Query()))
    timed("list all, last 50 rows", lambda: library.listing(Query())[-50:])
    timed(
        "list all, 50 rows in the middle",
        lambda: library.listing(Query())[count // 2 : count // 2 + 50],
    )
    timed("position of an article", lambda: whole.position(any_id()))
    timed("filter: frequent figure", lambda: top(library, Query((frequent,))))
    timed("filter: frequent and another", lambda: top(library, Query((frequent, other))))
    timed("filter: rare figure", lambda: top(library, Query((rare,))))
    timed("filter: frequent without another", lambda: top(library, Query((frequent,), (other,))))
    timed("filter: without frequent", lambda: top(library, Query((), (frequent,))))
    excluded = library.listing(Query((), (frequent,)))
    timed("  the same, 50 rows in the middle", lambda: middle(library, frequent, len(excluded)))
    timed("article", lambda: library.article(any_id()), 50)
    timed("appearances", lambda: library.appearances(any_id()), 50)
    timed("related", lambda: library.related(any_id()), 50)
    timed("mark read, and look", lambda: (library.mark_read(any_id(), True), whole[0]), 20)
    timed("match figures, index to build", lambda: fresh_match(path), 3)
    named, other_name = (library.figure(id_).name for id_ in (frequent, other))
    timed("people, all", lambda: list(library.people(PeopleQuery())), 3)
    timed("quotes by frequent", lambda: list(library.quotes(QuotesQuery(by=named))), 3)
    timed("quotes about what nobody says", lambda: list(library.quotes(QuotesQuery("zzz"))), 1)
    for query in (*SEARCHES, f'person:"{named}"', f'person:"{named}" -person:"{other_name}"'):
        search = parse(query, date(2026, 1, 1))
        timed(f"search {query!r:.40}, 50 rows", lambda wanted=search: first(library, wanted))
        timed("  how many", lambda wanted=search: library.count(wanted))
    merge = Correction("merge", frequent, named, other, other_name)
    timed("merge frequent and another, and undo", lambda: merged(library, merge), 1)
    for letters in ("", "b", "cha", "mo sa", "gz", "qzxv", "cerudi"):
        timed(f"match figures {letters!r}", lambda typed=letters: library.match_figures(typed, 20))


SEARCHES = ("ba", "bab*", "ba be", '"ba be"', "ba -be", "is:unread ba", "date:2020", "said:ba")
"""Words of the made-up vocabulary, whose first ones are in nearly every article."""


def first(library: Library, search: Search) -> object:
    rows = library.search(search)
    found = list(islice(rows, 50))
    rows.close()
    return found


def middle(library: Library, excluded: str, count: int) -> object:
    return library.listing(Query((), (excluded,)))[count // 2 : count // 2 + 50]


def merged(library: Library, merge: Correction) -> None:
    library.take_back(library.correct(merge))


def opened(path: Path) -> None:
    library = open_library(path)
    top(library, Query())
    library.close()


def fresh_match(path: Path) -> None:
    library = open_library(path)
    library.match_figures("cha", 20)
    library.close()


def chunks(count: int) -> Iterator[list[Article]]:
    made = articles(count)
    while chunk := list(islice(made, 2_000)):
        yield chunk


def fill(library: Library, count: int) -> None:
    adding = again = 0.0
    for chunk in chunks(count):
        start = time.perf_counter()
        library.add(chunk)
        between = time.perf_counter()
        library.add(chunk)
        adding += between - start
        again += time.perf_counter() - between
    print(f"add: {count / adding:,.0f} articles a second; unchanged: {count / again:,.0f}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        library = open_library(path)
        fill(library, count)
        print(f"file: {path.stat().st_size / count / 1e3:.1f} kB an article")
        measure(library, path, count)
        library.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory: {peak} MB, with the making of articles")


if __name__ == "__main__":
    main()
