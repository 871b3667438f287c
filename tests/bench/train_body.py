"""Learn the weights of `tui/parse/data/html_body.json` from pages whose bodies are known.

    python tests/bench/train_body.py DATA [--write] [--folds 5]

DATA is a folder with `html/SET/gold.jsonl` and `html/SET/pages/*.gz`: a line of gold has the
`file` and either the `body` or snippets that must be (`with`) and must not be (`without`) in it.
Each block of a page is an example: the article's where at least half of its words stand, in runs of
three, in the known body. A page weighs as much as any other, within it a block by the square root
of its words; captions are left out, since half of the sets do not count them. Every page is
learnt from twice, with its related zones and without them. A logistic regression (scikit-learn,
liblinear) with a strong penalty finds one weight for each feature and step: twice, with what
trafilatura says and without. Texts do not get into the weights, only forms and places.

Without --write the pages are held out in turn, a fold at a time and then a whole set at a time, and
the figures printed are of pages the weights have never seen. Needs scikit-learn, scipy and numpy.
"""

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tui.parse import html, html_body
from tui.parse.charset import decode
from tui.parse.html_blocks import PageBlock, page_blocks
from tui.parse.html_features import Features, Page, advised, features
from tui.parse.html_metadata import read_metadata
from tui.parse.html_teasers import lift_teasers
from tui.parse.html_tree import parse_tree
from tui.parse.html_zones import drop_zones
from tui.parse.page_facts import read_url
from tui.parse.page_head import read_head
from tui.parse.weights import score

PENALTY = 0.003
"""scikit-learn's C: the inverse of the penalty on large weights; chosen by whole sets held out."""
ALIKE = 0.5
SMALLEST = 0.004
"""Weights nearer to zero are left out of the table."""


@dataclass
class Example:
    """One page as it is learnt from."""

    name: tuple[str, str]
    body: str | None
    captions: bool
    blocks: list[PageBlock]
    alone: list[Features]
    advised: list[Features]
    wanted: list[bool]
    weight: list[float] = field(default_factory=list)


def examples(data: Path, *, lift: bool) -> list[Example]:
    """Read all pages of all sets."""
    found = []
    for gold in sorted(data.glob("html/*/gold.jsonl")):
        for line in gold.read_text("utf-8").splitlines():
            entry = json.loads(line)
            if not entry.get("body") and not entry.get("with"):
                continue
            raw = gzip.decompress((gold.parent / "pages" / entry["file"]).read_bytes())
            example = _example((gold.parent.name, entry["id"]), raw, entry, lift=lift)
            if example is not None:
                found.append(example)
    return found


def _example(name: tuple[str, str], raw: bytes, entry: dict, *, lift: bool) -> Example | None:
    root = parse_tree(decode(raw, None))
    if root is None:
        return None
    said = read_head(root)
    base = read_url(said, entry["file"])
    body = html.article_body(root)
    if lift:
        drop_zones(root)
        lift_teasers(root, base)
    head = read_metadata(root, entry["file"], said)
    html.write_quotes(root, head.language)
    blocks = page_blocks(root, base)
    page = Page(blocks, head.heading or head.title or "")
    publisher = html_body.agreement(blocks, [body]) if body else None
    alone = features(page, publisher)
    both = [dict(here) for here in alone]
    if blocks:
        advised(page, both, html_body.agreement(blocks, html_body.extracted(root, base)))
    captions = name[0] == "mozilla" or "byline" in entry
    example = Example(name, entry.get("body"), captions, blocks, alone, both, [])
    if entry.get("body"):
        body = entry["body"]
        shares = html_body.agreement(blocks, [body, *body.split("\n")])
        example.wanted = [share >= ALIKE for share in shares]
        example.weight = [_size(b) * (b.piece.kind != "caption") for b in blocks]
        total = sum(example.weight) or 1
        example.weight = [100 * w / total for w in example.weight]
    else:
        wanted = _holds(blocks, entry["with"])
        unwanted = _holds(blocks, entry.get("without") or ())
        example.wanted = wanted
        example.weight = [
            _size(b) / 8 * (a != z) for b, a, z in zip(blocks, wanted, unwanted, strict=True)
        ]
    return example


def _holds(blocks: list[PageBlock], snippets: Iterable[str]) -> list[bool]:
    wanted = [" ".join(snippet.split()) for snippet in snippets]
    texts = (" ".join(block.piece.text.split()) for block in blocks)
    return [any(snippet in text for snippet in wanted) for text in texts]


def _size(block: PageBlock) -> float:
    return (len(block.piece.text.split()) + 1) ** 0.5


class Table:
    """Learns a table of weights from examples, and reads it."""

    def __init__(self, pages: Iterable[Example], which: str) -> None:
        rows, columns, wanted, weight = [], [], [], []
        self.index: dict[tuple[str, int], int] = {}
        row = 0
        for page in pages:
            for found, yes, w in zip(getattr(page, which), page.wanted, page.weight, strict=True):
                if not w:
                    continue
                for name, step in found.items():
                    if step:
                        rows.append(row)
                        columns.append(self.index.setdefault((name, step), len(self.index)))
                wanted.append(yes)
                weight.append(w)
                row += 1
        matrix = csr_matrix(
            (np.ones(len(rows), np.float32), (rows, columns)), shape=(row, len(self.index))
        )
        model = LogisticRegression(C=PENALTY, solver="liblinear", max_iter=300)
        model.fit(matrix, wanted, sample_weight=weight)
        self.table: dict[str, dict[int, float]] = {"": {0: round(float(model.intercept_[0]), 3)}}
        for (name, step), column in sorted(self.index.items()):
            value = float(model.coef_[0][column])
            if abs(value) >= SMALLEST:
                self.table.setdefault(name, {})[step] = round(value, 3)

    def sums(self, found: list[Features]) -> list[float]:
        return [score(here, self.table) for here in found]


def shingles(text: str) -> Counter:
    words = re.findall(r"\w+", text)
    runs = range(max(1, len(words) - 3)) if words else ()
    return Counter(tuple(words[i : i + 4]) for i in runs)


def f1(gold: str, text: str) -> tuple[float, float, float]:
    """Precision, recall and F1 over runs of four words."""
    wanted, found = shingles(gold), shingles(text)
    same = sum((wanted & found).values())
    precision = same / sum(found.values()) if found else 0.0
    recall = same / sum(wanted.values()) if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if same else 0.0


def evaluate(name: str, held: Iterable[tuple[list[Example], list[Example]]]) -> None:
    """Learn from one part, print the figures on the other, for three ways of choosing."""
    figures: dict[str, dict[str, list]] = {
        way: defaultdict(list) for way in ("alone", "advised", "in doubt")
    }
    asked = total = 0
    for train, test in held:
        alone, both = Table(train, "alone"), Table(train, "advised")
        for page in test:
            if not page.body:
                continue
            sums = {"alone": alone.sums(page.alone), "advised": both.sums(page.advised)}
            doubt = html_body.in_doubt(page.blocks, sums["alone"])
            asked, total = asked + doubt, total + 1
            sums["in doubt"] = sums["advised" if doubt else "alone"]
            for way, found in sums.items():
                text = "\n".join(
                    b.piece.text for b, s in zip(page.blocks, found, strict=True)
                    if s > 0 and (page.captions or b.piece.kind != "caption")
                )  # fmt: skip
                figures[way][page.name[0]].append(f1(page.body, text))
    for way, sets in figures.items():
        told = "  ".join(f"{key} {_told(found)}" for key, found in sorted(sets.items()))
        print(f"{name:<18}{way:<10}{told}", flush=True)
    print(f"{name:<18}asked for {asked / total:.2f} of the pages", flush=True)


def _told(found: list[tuple[float, float, float]]) -> str:
    precision, recall, mean = np.mean(found, axis=0)
    return f"{mean:.4f} ({precision:.3f}/{recall:.3f})"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    plain, lifted = examples(options.data, lift=False), examples(options.data, lift=True)
    both = plain + lifted
    if options.write:
        tables = {way: Table(both, way).table for way in ("alone", "advised")}
        path = Path(html_body.__file__).parent / "data" / "html_body.json"
        path.parent.mkdir(exist_ok=True)
        written = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
        path.write_text(written + "\n", "utf-8")
        print(f"{path.stat().st_size} bytes written")
        return 0
    names = sorted({page.name for page in lifted})
    random.Random(1).shuffle(names)  # noqa: S311

    def without(out: set[tuple[str, str]]) -> tuple[list[Example], list[Example]]:
        return [p for p in both if p.name not in out], [p for p in lifted if p.name in out]

    folds = [set(names[fold :: options.folds]) for fold in range(options.folds)]
    known = sorted({page.name[0] for page in lifted if page.body})
    sets = [{name for name in names if name[0] == held} for held in known]
    evaluate("pages held out", map(without, folds))
    evaluate("sets held out", map(without, sets))
    return 0


if __name__ == "__main__":
    sys.exit(main())
