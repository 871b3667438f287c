"""Build the wheel and the source distribution, and install both where nothing else is.

    python tests/packaging/install.py [PYTHON ...]

Without names, every Python from 3.11 on that is found is tried. In each, the wheel goes into a new
environment with all that it needs, and then the source distribution takes its place; each time a
sample is parsed. Exits with 1 where one of them fails.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "samples" / "tanker-aground-malconte.txt"
OLDEST = 11
"""The minor version of the oldest Python 3 that is supported."""
NEWEST = 14
"""Of the newest that is said to be."""


def main(names: Sequence[str]) -> int:
    """Try each Python, and say how it went."""
    pythons = list(names) or list(found())
    print(f"{len(pythons)} to try: {', '.join(pythons)}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        wheel, source = built(Path(folder))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            well = list(pool.map(lambda python: tried(python, wheel, source), pythons))
    return int(not well or not all(well))


def found() -> Iterator[str]:
    """Yield a Python of each supported version: on the path, and beside the one that runs."""
    places = [*os.environ.get("PATH", "").split(os.pathsep), f"{sys.base_prefix}/bin"]
    siblings = Path(sys.base_prefix).parent
    places += [str(path) for path in sorted(siblings.glob("3.*/bin"))]
    for minor in range(OLDEST, NEWEST + 1):
        each = (shutil.which(f"python3.{minor}", path=place) for place in places)
        works = (python for python in each if python and _version(python) == minor)
        if python := next(works, None):
            yield python


def _version(python: str) -> int | None:
    """Return the minor version of a Python that runs and can make environments."""
    program = "import sys, venv, ensurepip; print(sys.version_info[1])"
    done = subprocess.run([python, "-c", program], capture_output=True, text=True, check=False)
    return int(done.stdout) if re.fullmatch(r"\d+\n", done.stdout) else None


def built(folder: Path) -> tuple[Path, Path]:
    """Return a wheel and a source distribution of this working tree."""
    program = (
        "import sys; from hatchling.build import build_sdist, build_wheel; "
        "print(build_wheel(sys.argv[1])); print(build_sdist(sys.argv[1]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    wheel, source = done.stdout.split()[-2:]
    return folder / wheel, folder / source


def tried(python: str, wheel: Path, source: Path) -> bool:
    """Install both with one Python, and parse a sample each time."""
    since = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([python, "-m", "venv", folder], check=True)
        for distribution, more in ((wheel, []), (source, ["--force-reinstall", "--no-deps"])):
            done = _run(f"{folder}/bin/pip", "install", "--quiet", *more, str(distribution))
            problem = done.stderr if done.returncode else parsed(Path(folder))
            if problem:
                print(f"{python}: {distribution.name}: {problem}", flush=True)
                return False
    print(f"{python}: well, {time.monotonic() - since:.0f} s", flush=True)
    return True


def parsed(environment: Path) -> str:
    """Return what is wrong with what an environment makes of a sample; "" where nothing is."""
    program = environment / "bin" / "broadsheet"
    done = _run(str(program), "parse", str(SAMPLE), at=environment)
    if done.returncode:
        return f"parse: {done.returncode}: {done.stderr}"
    article = json.loads(done.stdout)
    if not (article["people"] and article["quotes"] and len(article["text"]) > 500):
        return "parse: an article without its people, quotes or text"
    for words in (("--version",), ("completion", "bash"), ("man",), ("schema",)):
        done = _run(str(program), *words, at=environment)
        if done.returncode or not done.stdout:
            return f"{' '.join(words)}: {done.returncode}: {done.stderr}"
    return ""


def _run(*words: str, at: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program, away from the working tree, which must not be what is imported."""
    return subprocess.run(words, cwd=at, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
