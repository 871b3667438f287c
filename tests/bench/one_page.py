"""What one page takes to parse: CPU time and memory, in a process of its own.

Run with the path of a page, this parses it and prints JSON.
"""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent


PATIENCE = 20.0
"""Seconds after which a page is given up."""

Row = dict[str, Any]
"""What `read_alone` found, and the page's name as `id`; or `failed`, and the `seconds` waited."""


def read_in_a_process(name: str, path: Path, patience: float = PATIENCE) -> Row:
    """Return the figures of `read_alone`, from a process that does nothing else."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    call = [sys.executable, __file__, str(path)]
    start = time.monotonic()
    try:
        done = subprocess.run(
            call, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=patience
        )
    except subprocess.TimeoutExpired:
        return {"id": name, "failed": f"given up after {patience:g} s", "seconds": patience}
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["without a word"]
        reason = f"ended with {done.returncode}: {said[-1][:200]}"
        return {"id": name, "failed": reason, "seconds": time.monotonic() - start}
    return {"id": name, **json.loads(done.stdout)}


def read_alone(path: Path) -> dict[str, float]:
    """Parse one page, after a small one that loads the libraries.

    `seconds` of CPU time; `before` and `peak`, the most memory of the process in MB with the page's
    bytes in it, before and after it is parsed; `words` kept; `bytes` of the page.
    """
    from tui.model import Failure
    from tui.parse import parse
    from tui.source import Document

    small = f"<html><body><article>{'<p>A few words of a page.</p>' * 20}"
    list(parse(Document(small.encode(), "small.html")))
    list(parse(Document(b"A few words.\n\nOf a note.", "small.txt")))
    page = Document(path.read_bytes(), path.name)
    peak_before = peak_mb()
    start = time.process_time()
    found = list(parse(page))
    seconds = time.process_time() - start
    words = sum(len(one.article.text.split()) for one in found if not isinstance(one, Failure))
    return {
        "seconds": seconds,
        "before": peak_before,
        "peak": peak_mb(),
        "words": words,
        "bytes": len(page.data),
    }


def peak_mb() -> float:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e6 / 1024)


if __name__ == "__main__":
    print(json.dumps(read_alone(Path(sys.argv[1]))))
