"""The reader in a terminal, on one library of the corpus, beside an empty Textual app; or newsboat.

    python tests/bench/scale_reader.py KIT --count N --work FOLDER --json FILE [--newsboat]

KIT has `ptydrive.py`, which drives a program in a pseudo-terminal, and `floors/hello_textual.py`.
Milliseconds; the empty app and the reader start in turns.
"""

import argparse
import json
import shlex
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from scale_corpus import Corpus

STARTS = 5
KEYS = 60
QUICK = 20.0
"""Milliseconds without output after which a key is done."""


def drive(kit: Path, command: str, *steps: str, runs: int = 1) -> dict[str, Any]:
    """Run a command and return the figures of its steps."""
    doing = [word for step in steps for word in ("--do", step)]
    call = [sys.executable, str(kit / "ptydrive.py"), "--cmd", command, "--quiet", str(QUICK)]
    done = subprocess.run(
        [*call, "--runs", str(runs), *doing], capture_output=True, text=True, check=False
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if "steps" not in found:
        raise SystemExit(f"{command}: {found.get('error')}\n{done.stderr}")
    return found


def reader(kit: Path, path: Path) -> dict[str, float]:
    """Return the reader's figures."""
    empty = f"{shlex.quote(sys.executable)} {kit / 'floors' / 'hello_textual.py'}"
    command = f"{shlex.quote(sys.executable)} -m tui --library {shlex.quote(str(path))}"
    floors, starts = [], []
    for _ in range(STARTS):
        floors.append(drive(kit, empty, "wait:READY")["steps"][0]["ms"])
        starts.append(drive(kit, command, "wait:1 Library")["steps"][0]["ms"])
    found = drive(
        kit,
        command,
        "wait:1 Library",
        "sleep:0.5",
        f"rep:j*{KEYS}",
        "key:G=>",
        "key:g=>",
        "rep:J*20",
        "key:S=>Figures",
        "key:S=>",
        "key:3=>",
        "key:\\r=>F clears",
        "key:F=>",
        "key:1=>",
        "key:s=>Search the library",
        "rep:a*1",
        "rep:r*1",
        "rep:a*1",
        "rep:n*1",
        "rep:i*1",
        "rep:q*1",
        "sleep:0.5",
        "rep:\\x7f*6",
        "type:gronjau=>⌕ gronjau",
        "key:\\x1b=>",
    )
    steps = found["steps"]
    down, end, top, opened = steps[2:6]
    typed = [step["paint_max"] for step in steps[13:19] if "paint_max" in step]
    return {
        "empty": median(floors),
        "start": median(starts),
        "ratio": median(s / f for s, f in zip(starts, floors, strict=True)),
        "key_p50": down["paint_p50"],
        "key_p99": down["paint_p99"],
        "end": end["ms"],
        "top": top["ms"],
        "open_p50": opened["paint_p50"],
        "open_p99": opened["paint_p99"],
        "filter": steps[9]["ms"],
        "typed_p50": median(typed),
        "typed_worst": max(typed),
        "found": steps[21]["ms"],
        "MB": found["peak_rss_MB"],
    }


def newsboat(kit: Path, corpus: Corpus, count: int) -> dict[str, float]:
    """Return newsboat's figures on a feed of as many items."""
    folder = corpus.work / f"newsboat-{count}"
    folder.mkdir(exist_ok=True)
    feed, cache, urls = folder / "feed.xml", folder / "cache.db", folder / "urls"
    shared = f"-C {folder / 'config'} -c {cache} -u {urls}"
    if not cache.exists():
        lines = corpus.lines(max(count, 100_000))
        maker = kit / "make_feed.py"
        subprocess.run([sys.executable, maker, str(count), feed, lines], check=True)
        urls.write_text(f"file://{feed}\n", encoding="utf-8")
        (folder / "config").write_text(f"max-items {count}\n", encoding="utf-8")
        subprocess.run(["newsboat", *shared.split(), "-x", "reload"], check=True)
    found = drive(
        kit,
        f"newsboat {shared}",
        "wait:Corpus",
        "key:\\r=>ART",
        f"rep:j*{KEYS}",
        "key:\\r=>Feed: Corpus",
        "key:q=>ART",
        "key:/=>Search",
        "type:gronjau\\r=>Search",
    )
    steps = found["steps"]
    return {
        "start": steps[0]["ms"],
        "list": steps[1]["ms"],
        "key_p50": steps[2]["paint_p50"],
        "key_p99": steps[2]["paint_p99"],
        "open": steps[3]["ms"],
        "search": steps[6]["ms"],
        "MB": found["peak_rss_MB"],
    }


def main() -> None:
    """Measure, and write the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("kit", type=Path)
    asked.add_argument("--count", type=int, required=True)
    asked.add_argument("--work", type=Path, required=True)
    asked.add_argument("--json", type=Path, required=True)
    asked.add_argument("--newsboat", action="store_true")
    given = asked.parse_args()
    corpus = Corpus(given.kit, given.work)
    if given.newsboat:
        found = newsboat(given.kit, corpus, given.count)
    else:
        found = reader(given.kit, corpus.library(given.count)[0])
    given.json.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
