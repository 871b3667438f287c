"""What the engine costs to start, and the memory it takes.

    python -m tests.bench.people_start DATA [--tries 7] [--json FILE]

Each step runs in processes of its own, which take turns: a bare Python; the import of the engine;
import and a first short article, for which its tables are loaded; and the articles of
`people_corpus` read and enriched. Seconds are those of the whole process, the least of all tries,
since what slows one down comes from other programs. Memory is the most that the process held.

This process stays small: on Linux the peak of a child's memory starts from its parent's.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

PEAK = (
    "import resource, sys; most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; "
    "print(most / (1e6 if sys.platform == 'darwin' else 1e6 / 1024))"
)
HIDDEN = (
    "import sys; from tests.bench.without_models import MODELS; "
    "sys.modules.update(dict.fromkeys(MODELS)); "
)
FIRST = "from tests.bench.people_start import first; first(); "
CORPUS = "from tests.bench.people_start import all_of; all_of({data!r}); "
STEPS = {
    "Python": "",
    "import": "import tui.enrich; ",
    "first article": FIRST,
    "articles read": CORPUS.replace("all_of({data!r})", "all_of({data!r}, enriched=False)"),
    "articles enriched": CORPUS,
}
LONG = ("articles read", "articles enriched")
"""Steps that are run once: only their memory is told."""


def first() -> None:
    """Enrich a sentence in each language."""
    from tui.enrich import enrich
    from tui.model import Article, Block, Source

    for language, said in (
        ("fr", "« Le pont tiendra », a dit Claire Vasseur."),
        ("en", "“The bridge will hold,” said Claire Vasseur."),
    ):
        blocks = (Block("paragraph", 0, len(said)),)
        enrich(Article("x", Source("x", "text"), "", said, blocks, language=language))


def all_of(data: str, *, enriched: bool = True) -> None:
    """Enrich every article of the corpus and keep what was found; or only read them."""
    from tests.bench.people_corpus import corpus
    from tui.enrich import enrich

    articles = corpus(Path(data))
    kept = [enrich(article) for article in articles] if enriched else articles
    sys.stderr.write(f"{len(kept)} articles\n")


def measured(program: str) -> tuple[float, float]:
    """Return seconds and peak memory in MB of a process that runs `program`."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program + PEAK], capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - start
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["without a word"]
        raise SystemExit(said[-1])
    return seconds, float(done.stdout)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--tries", type=int, default=7)
    options.add_argument("--with-models", action="store_true", help="use them where installed")
    options.add_argument("--json", type=Path, metavar="FILE")
    given = options.parse_args()
    before = "" if given.with_models else HIDDEN
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in STEPS}
    for number in range(given.tries):
        for name, step in STEPS.items():
            if number == 0 or name not in LONG:
                taken[name].append(measured(before + step.format(data=str(given.data))))
    steps = {
        name: {"seconds": min(t[0] for t in tries), "peak": max(t[1] for t in tries)}
        for name, tries in taken.items()
    }
    bare = steps["Python"]["seconds"]
    figures = {
        "steps": steps,
        "import": steps["import"]["seconds"] - bare,
        "first article": steps["first article"]["seconds"] - bare,
        "peak": steps["articles enriched"]["peak"],
    }
    print(json.dumps(figures))
    if given.json:
        given.json.write_text(json.dumps({"figures": figures}), encoding="utf-8")


if __name__ == "__main__":
    main()
