"""People whom the engine shows as one and who are two, in English articles with known people.

    python -m tests.bench.people_merges DATA [--json FILE]

DATA holds articles with the full names of their people as `quotes/ggt_*.jsonl`. Somebody shown is
two where two known people are among the forms of the name: by the first and the last word of a form
of at least two words, which the two do not share.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.bench.people_corpus import read_lines
from tests.enrich.reading import article
from tui.enrich import enrich
from tui.enrich.folding import fold

Key = tuple[str, str]


def key(name: str) -> Key | None:
    """Return the first and the last word of a name, folded; None for a name of one word."""
    words = fold(name).split()
    return (words[0], words[-1]) if len(words) > 1 else None


def keys(names: Iterable[str]) -> set[Key]:
    return {found for name in names if (found := key(name))}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--json", type=Path, metavar="FILE")
    given = options.parse_args()
    counts: Counter[str] = Counter(merged=0, shown=0, articles=0, shared=0)
    detail = []
    for path in sorted(given.data.glob("quotes/ggt_*.jsonl")):
        for item in read_lines(path):
            known = keys(item["people"])
            counts["articles"] += 1
            counts["shared"] += len({last for _, last in known}) < len(known)
            lines = [line.strip() for line in item["text"].split("\n") if line.strip()]
            for person in enrich(article(*lines, language="en")).people:
                counts["shown"] += 1
                both = keys((person.name, *person.aliases)) & known
                if len(both) > 1:
                    counts["merged"] += 1
                    names = sorted(" ".join(one).title() for one in both)
                    detail.append({"id": item["id"], "shown": person.name, "of": names})
    print(dict(counts))
    if given.json:
        given.json.write_text(json.dumps({"figures": counts, "detail": detail}), encoding="utf-8")


if __name__ == "__main__":
    main()
