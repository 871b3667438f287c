"""Print saved pages as text in the ways that people do, for `train_dumps.py` and the benchmark.

    python tests/bench/dump_pages.py DATA OUT [--sets seb,mozilla]

DATA is a folder with `html/SET/gold.jsonl` and `html/SET/pages/*.gz`. OUT gets one folder for each
tool with a `SET__PAGE.txt.gz` for each page. A tool that is not installed is left out and named.
The tools: BeautifulSoup with and without a separator, html2text, html-text, inscriptis and
resiliparse as libraries, lynx and w3m as commands.
"""

import argparse
import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

_UNSEEN = ("script", "style", "noscript", "template")
_TIME = 40
"""Seconds that a command may take for one page."""


def _soup(page: str, separator: str | None) -> str:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(page, "lxml")
    for element in soup(list(_UNSEEN if separator else _UNSEEN[:2])):
        element.decompose()
    if separator:
        return soup.get_text(separator)
    return re.sub(r"\n{3,}", "\n\n", soup.get_text())


def _html2text(page: str) -> str:
    import html2text

    writer = html2text.HTML2Text(bodywidth=0)
    writer.ignore_links = writer.ignore_images = True
    return writer.handle(page)


def _html_text(page: str) -> str:
    import html_text

    return html_text.extract_text(page)


def _inscriptis(page: str) -> str:
    from inscriptis import get_text

    return get_text(page)


def _resiliparse(page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(page, main_content=False, alt_texts=False, noscript=False)


def _command(page: str, command: tuple[str, ...]) -> str:
    with tempfile.NamedTemporaryFile(suffix=".html") as file:
        file.write(page.encode("utf-8", "replace"))
        file.flush()
        done = subprocess.run(
            [shutil.which(command[0]) or command[0], *command[1:], file.name],
            capture_output=True, timeout=_TIME, check=True,
        )  # fmt: skip
    return done.stdout.decode("utf-8", "replace")


_LYNX = ("lynx", "-dump", "-nolist", "-width=1024", "-force_html", "-assume_charset=utf-8",
         "-display_charset=utf-8")  # fmt: skip
_W3M = ("w3m", "-dump", "-cols", "400", "-T", "text/html", "-I", "utf-8", "-O", "utf-8")

TOOLS: dict[str, Callable[[str], str]] = {
    "bs4": partial(_soup, separator="\n"),
    "bs4raw": partial(_soup, separator=None),
    "html2text": _html2text,
    "html_text": _html_text,
    "inscriptis": _inscriptis,
    "lynx": partial(_command, command=_LYNX),
    "resiliparse": _resiliparse,
    "w3m": partial(_command, command=_W3M),
}


def dump(data: Path, out: Path, job: tuple[str, str]) -> list[str]:
    """Write the dumps of one page; return a line for each that failed."""
    from bs4.dammit import UnicodeDammit

    set_name, file = job
    raw = gzip.decompress((data / "html" / set_name / "pages" / file).read_bytes())
    page = UnicodeDammit(raw).unicode_markup or raw.decode("utf-8", "replace")
    failed = []
    for tool, write in TOOLS.items():
        try:
            text = write(page)
        except Exception as error:  # noqa: BLE001  # any tool may fail on any page
            failed.append(f"{tool}: {set_name}/{file}: {error!r:.120}")
            continue
        path = out / tool / f"{set_name}__{file.removesuffix('.html.gz')}.txt.gz"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(text.encode("utf-8", "replace"), mtime=0))
    return failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--sets", default="seb,fundus_dev,mozilla,french_dev")
    options = parser.parse_args()
    jobs = [
        (name, json.loads(line)["file"])
        for name in options.sets.split(",")
        for line in (options.data / "html" / name / "gold.jsonl").read_text("utf-8").splitlines()
    ]
    with ProcessPoolExecutor() as pool:
        failed = [
            f for each in pool.map(partial(dump, options.data, options.out), jobs) for f in each
        ]
    for line in failed:
        print(line, file=sys.stderr)
    print(f"{len(jobs)} pages printed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
