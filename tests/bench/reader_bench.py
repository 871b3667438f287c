"""How quick the reader is, beside an empty Textual app in the same run.

    python tests/bench/reader_bench.py --driver PTYDRIVE [--runs 7]

`PTYDRIVE` is a program that drives another one in a pseudo-terminal and prints its latencies as
JSON: `wait:`, `gone:`, `key:KEYS=>TEXT` and `rep:KEYS*N` steps, one `--do` each. The figures are
median, least and most, in milliseconds; on a busy machine trust the ratio, which comes from runs
that take turns. Run it where the package is installed with its bytecode, as users have it.
"""

import argparse
import json
import random
import shlex
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EMPTY = "from textual.app import App\nfrom textual.widgets import Static\n"
EMPTY += "class Empty(App):\n    def compose(self): yield Static('READY')\nEmpty().run()\n"
LAST_STORY = "onze appels"
"""Words of the newest sample's title: it is open when the reader can be used."""


def drive(driver: Path, command: str, *steps: str) -> list[dict[str, float]]:
    """Run one command once and return the figures of its steps."""
    doing = [word for step in steps for word in ("--do", step)]
    call = [sys.executable, str(driver), "--cmd", command, "--runs", "1", *doing]
    done = subprocess.run(call, capture_output=True, text=True, check=False, cwd=ROOT)
    result = json.loads(done.stdout.splitlines()[-1])
    if "steps" not in result:
        raise SystemExit(f"{command}: {result.get('error')}\n{done.stderr}")
    return [*result["steps"], {"MB": result["peak_rss_MB"]}]


def long_story(words: int) -> str:
    """Return a plain article of so many words, in paragraphs of 80 and with a fixed seed."""
    pick = random.Random(7)  # noqa: S311
    words_used = "harbour tide report Anna Holt said that nobody had read it before the boat"
    stock = tuple(words_used.split())
    paragraphs = [" ".join(pick.choices(stock, k=80)) + "." for _ in range(words // 80)]
    return "\n\n".join(["The longest story of the year", *paragraphs])


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--driver", type=Path, required=True)
    options.add_argument("--runs", type=int, default=7)
    given = options.parse_args()
    driver = given.driver.resolve()
    reader = shlex.quote(str(Path(sys.executable).with_name("broadsheet")))
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY, encoding="utf-8")
        pair = Path(folder, "pair")
        pair.mkdir()
        story = long_story(100_000)
        (pair / "long.txt").write_text(story, encoding="utf-8")
        first_words = story.split("\n\n")[1][:24]
        short = "The newest story\n\nPublished on 2 May 2026\n\nIt is short, and it ends here."
        (pair / "short.txt").write_text(short, encoding="utf-8")
        rows: dict[str, list[float]] = {}
        ratios: list[float] = []

        def note(name: str, value: float) -> None:
            rows.setdefault(name, []).append(value)

        for _ in range(given.runs):
            floor = drive(driver, f"{shlex.quote(sys.executable)} {empty}", "wait:READY")[0]["ms"]
            first, start, ended, down, memory = drive(
                driver,
                f"{reader} samples",
                "wait:▶ ",
                f"wait:{LAST_STORY}",
                "gone:reading",
                "rep:j*40",
            )
            _, _, opened, _, page, line, _ = drive(
                driver,
                f"{reader} {pair}",
                "wait:newest story",
                "gone:reading",
                f"key:J=>{first_words}",
                "key:2=>",
                "rep:d*30",
                "rep:j*60",
            )
            note("empty Textual app, first paint", floor)
            note("samples, a story open and the list there", first["ms"])
            note("samples, the newest story open", first["ms"] + start["ms"])
            note("samples, all 24 read", first["ms"] + start["ms"] + ended["ms"])
            note("list, key down p50", down["paint_p50"])
            note("list, key down p99", down["paint_p99"])
            note("100,000 words, open", opened["ms"])
            note("100,000 words, half page p99", page["paint_p99"])
            note("100,000 words, line p99", line["paint_p99"])
            note("samples, peak memory of all processes, MB", memory["MB"])
            ratios.append(first["ms"] / floor)
    for name, values in rows.items():
        print(f"{name:<44}{statistics.median(values):9.1f}{min(values):9.1f}{max(values):9.1f}")
    print(f"{'start: samples / empty app':<44}{statistics.median(ratios):9.2f}")


if __name__ == "__main__":
    main()
