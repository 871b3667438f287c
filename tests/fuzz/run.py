"""Coverage-guided fuzzing of the parsers (atheris, libFuzzer), by hand or for a few seconds in CI.

    python tests/fuzz/run.py --seconds 8                 every target, one after the other
    python tests/fuzz/run.py --seconds 3600 html         one, for long
    python tests/fuzz/run.py --keep FOLDER …             inputs that reach new code are kept there

What a target fails on is written to tests/fuzz/found/, whose files the tests read ever after. The
group `fuzz` brings atheris where it has a wheel; where it has none, nothing is done.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOUND = HERE / "found"
NAMES = ("text", "html", "feed", "json", "query")
LONGEST = 2000
"""Bytes of an input: what breaks a parser is short, and long inputs are for `tests/hostile`."""
ONE_INPUT = 20
"""Seconds for one input, after which it counts as a hang."""
MEMORY = 2048
"""Megabytes."""


def main() -> int:
    """Fuzz the targets named; 1 where one failed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", default=NAMES, metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder of inputs to begin with and to add to")
    options = parser.parse_args()
    if find_spec("atheris") is None:
        print("atheris is not installed here; nothing is fuzzed", file=sys.stderr)
        return 0
    failed = [name for name in options.targets if not _fuzz(name, options)]
    for name in failed:
        print(f"{name} failed; the input is in {FOUND}", file=sys.stderr)
    return int(bool(failed))


def _fuzz(name: str, options: argparse.Namespace) -> bool:
    """Fuzz one target in a process of its own; say whether it held."""
    with tempfile.TemporaryDirectory() as folder:
        kept = options.keep / name if options.keep else Path(folder) / "kept"
        for made in (kept, FOUND, Path(folder) / "begin"):
            made.mkdir(parents=True, exist_ok=True)
        call = [
            sys.executable, __file__, "--child", name, f"{folder}/words", str(kept),
            f"{folder}/begin", f"-max_total_time={options.seconds}", f"-seed={options.seed}",
            f"-max_len={LONGEST}", f"-timeout={ONE_INPUT}", f"-rss_limit_mb={MEMORY}",
            f"-artifact_prefix={FOUND}/{name}-", f"-dict={folder}/words", "-print_final_stats=1",
        ]  # fmt: skip
        done = subprocess.run(call, check=False, capture_output=True, text=True, errors="replace")
    lines = done.stderr.splitlines()
    runs = next((line for line in lines if "number_of_executed_units" in line), "")
    print(f"{name}: {runs.split(':')[-1].strip() or 'no'} inputs", flush=True)
    if done.returncode:
        told = [line for line in (*done.stdout.splitlines(), *lines) if not line.startswith("#")]
        print("\n".join(told[-60:]), file=sys.stderr)
    return done.returncode == 0


def _child(name: str, words: str, begin: Path, call: list[str]) -> None:
    """Be the process that is watched; never returns."""
    sys.path[:1] = [str(HERE.parent.parent), str(HERE.parent)]
    os.environ["BROADSHEET_MODELS"] = "off"
    import atheris

    with atheris.instrument_imports(include=["tui.parse", "tui.source", "tui.library.query"]):
        from fuzz import targets

        for module in PARSERS:
            __import__(module)
    for number, data in enumerate(targets.seeds(name)):
        (begin / str(number)).write_bytes(data[:LONGEST])
    Path(words).write_text("".join(_entry(word) for word in targets.WORDS[name].split("|")))
    atheris.Setup([sys.argv[0], *call], targets.TARGETS[name])
    atheris.Fuzz()


def _entry(word: str) -> str:
    """Return a line of a libFuzzer dictionary."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n'


PARSERS = (
    "tui.parse.article_json", "tui.parse.json_feed", "tui.parse.feed", "tui.parse.feed_loose",
    "tui.parse.html", "tui.parse.markdown", "tui.parse.text", "tui.library.query.grammar",
)  # fmt: skip
"""What is imported late, and is to be watched all the same."""

if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _child(sys.argv[2], sys.argv[3], Path(sys.argv[5]), sys.argv[4:])
    sys.exit(main())
