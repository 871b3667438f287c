"""The reader in a terminal, on one library of the corpus, beside an empty Textual app; or newsboat.

    python tests/bench/scale_reader.py KIT --count N --work FOLDER --json FILE [--newsboat]

KIT has `ptydrive.py`, which drives a program in a pseudo-terminal, and `floors/hello_textual.py`.
Milliseconds; the empty app and the reader start in turns.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import gettempdir
from typing import Any

from scale_corpus import Corpus

STARTS = 5
SESSIONS = 3
KEYS = 120
OPENED = 40
QUICK = 20.0
"""Milliseconds without output after which a key is done."""


def _as_installed() -> dict[str, str]:
    """Return an environment in which byte code is kept, as it is where a program is installed."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONPYCACHEPREFIX": str(Path(gettempdir()) / "broadsheet-bytecode")} | kept


def drive(kit: Path, command: str, *steps: str, runs: int = 1) -> dict[str, Any]:
    """Run a command and return the figures of its steps."""
    doing = [word for step in steps for word in ("--do", step)]
    call = [sys.executable, str(kit / "ptydrive.py"), "--cmd", command, "--quiet", str(QUICK)]
    done = subprocess.run(
        [*call, "--runs", str(runs), *doing],
        env=_as_installed(),
        capture_output=True,
        text=True,
        check=False,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if "steps" not in found:
        raise SystemExit(f"{command}: {found.get('error')}\n{done.stderr}")
    return found


STEPS = (
    "wait:▶ ",
    "sleep:0.5",
    f"rep:j*{KEYS}",
    "key:g=>",
    "key:G=>",
    "key:g=>",
    f"rep:J*{OPENED}",
    "key:3=>",
    "key:\\r=>F clears",
    "key:F=>",
    "key:1=>",
    "key:s=>Search the library",
    *(f"rep:{letter}*1" for letter in "araniq"),
    "sleep:0.5",
    "rep:\\x7f*6",
    "type:gronjau=>⌕ gronjau",
    "key:\\x1b=>",
    "sleep:0.5",
    "key:S=>Figures",
)
"""A reader's session: through the list, from article to article, by a figure, by words."""


def session(kit: Path, command: str) -> dict[str, float]:
    """Return the figures of one session."""
    found = drive(kit, command, *STEPS)
    steps = {step["step"]: step for step in found["steps"]}
    letters = [step for step in found["steps"] if step["step"].endswith("*1")]
    typed = [step["paint_max"] for step in letters if "paint_max" in step]
    down, opened = steps[f"rep:j*{KEYS}"], steps[f"rep:J*{OPENED}"]
    return {
        "key_p50": down["paint_p50"],
        "key_p99": down["paint_p99"],
        "end": steps["key:G=>"]["ms"],
        "open_p50": opened["settled_p50"],
        "open_p99": opened["settled_p99"],
        "filter": steps["key:\\r=>F clears"]["ms"],
        "typed_p50": median(typed),
        "typed_worst": max(typed),
        "found": steps["type:gronjau=>⌕ gronjau"]["ms"],
        "MB": found["peak_rss_MB"],
    }


def reader(kit: Path, path: Path) -> dict[str, float]:
    """Return the reader's figures: medians of sessions that take turns with the floors."""
    python = shlex.quote(sys.executable)
    floors = kit / "floors"
    empty, rows = (
        f"{python} {floors / 'hello_textual.py'}",
        f"{python} {floors / 'list_textual_line.py'}",
    )
    command = f"{python} -m tui --library {shlex.quote(str(path))}"
    first, starts, bare, sessions = [], [], [], []
    for _ in range(STARTS):
        first.append(drive(kit, empty, "wait:READY")["steps"][0]["ms"])
        starts.append(drive(kit, command, "wait:▶ ")["steps"][0]["ms"])
    for _ in range(SESSIONS):
        step = drive(kit, rows, "wait:article 00003", f"rep:j*{KEYS}")["steps"][1]
        bare.append((step["paint_p50"], step["paint_p99"]))
        sessions.append(session(kit, command))
    return {
        "empty": median(first),
        "start": median(starts),
        "ratio": median(s / f for s, f in zip(starts, first, strict=True)),
        "floor_p50": median(p50 for p50, _ in bare),
        "floor_p99": median(p99 for _, p99 in bare),
        **{key: median(each[key] for each in sessions) for key in sessions[0]},
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
    )
    steps = found["steps"]
    return {
        "start": steps[0]["ms"],
        "list": steps[1]["ms"],
        "key_p50": steps[2]["paint_p50"],
        "key_p99": steps[2]["paint_p99"],
        "open": steps[3]["ms"],
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
