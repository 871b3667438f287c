"""A child process: `broadsheet parse` of each file named on standard input, within bounds.

For each a line of JSON is written: the path, the exit code and what came out. Processor time is
what is bounded, not the clock, so that a busy machine changes nothing; the system ends a process
that is over it, and the last path begun is the one that did it.
"""

import contextlib
import io
import json
import resource
import signal
import sys

SECONDS = 60
"""Processor time for one file: many times what the largest takes."""
MEMORY = 2 << 30
"""Address space, bytes."""


def bounded() -> None:
    """Bound the memory of this process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Read every file named."""
    from tui.cli import run

    bounded()
    for line in sys.stdin:
        path = json.loads(line)
        print(json.dumps({"begun": path}), file=sys.__stdout__, flush=True)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        out, err = io.TextIOWrapper(io.BytesIO()), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(["parse", path])
        out.flush()
        done = {
            "path": path,
            "code": code,
            "out": out.buffer.getvalue().decode("utf-8", "surrogateescape"),
            "err": err.getvalue(),
        }
        print(json.dumps(done), file=sys.__stdout__, flush=True)


if __name__ == "__main__":
    main()
