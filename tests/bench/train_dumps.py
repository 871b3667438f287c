"""Learn the weights of `tui/parse/data/text_body.json` from dumps of pages whose bodies are known.

    python tests/bench/train_dumps.py DATA DUMPS [--write] [--folds 5] [--tools 4]

DATA is a folder with `html/SET/gold.jsonl`; a line of gold has the `file` and either the `body`, or
snippets that must be (`with`) and must not be (`without`) in it. DUMPS is what `dump_pages.py` made
of the pages. Each line of a dump is an example: the article's where at least half of its words
stand, in runs of three, in the known body. A dump weighs as much as any other, within it a line by
the square root of its words. `--tools` dumps of each page, drawn by lot, are learnt from.

Logistic regressions (scikit-learn, liblinear) find the weights of three tables: of lines; of
titles, from pages with a known title; of lines again, in the light of the first sums of pages held
out. Texts do not get into the weights, only forms and places.

Without --write all dumps of a page are held out together, a fold of pages at a time, and the
figures printed are of pages the weights have never seen; they are of the chosen lines, before the
rules that mend the choice. Needs scikit-learn, scipy and numpy.
"""

import argparse
import gzip
import json
import random
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tui.parse import text_body, weights
from tui.parse.text import outlined
from tui.parse.text_context import second_look
from tui.parse.text_features import Features, Outline, features
from tui.parse.text_glue import parted, rejoined
from tui.parse.text_lines import Line, read_lines, split_links
from tui.parse.text_zones import Seen, is_page, look
from tui.parse.title_features import title_features

PENALTY, TITLE_PENALTY = 0.01, 1.0
"""scikit-learn's C: the inverse of the penalty on large weights; chosen by pages held out."""
ALIKE = 0.5
SMALLEST = 0.01
"""Weights nearer to zero are left out of the tables."""
WORD = re.compile(r"\w+")


@dataclass
class Example:
    """One dump as it is learnt from."""

    page: tuple[str, str]
    tool: str
    gold: dict
    seen: Sequence[Seen]
    outline: Outline
    rows: list[np.ndarray]
    wanted: list[bool]
    weight: list[float]
    first: list[float] = field(default_factory=list)
    title: tuple[int, float] = (-1, 0.0)


class Names:
    """Numbers for the features and steps that were seen."""

    def __init__(self) -> None:
        self.index: dict[tuple[str, int], int] = {}

    def row(self, found: Features) -> np.ndarray:
        places = (self.index.setdefault(item, len(self.index)) for item in found.items() if item[1])
        return np.fromiter(places, np.int32)

    def matrix(self, rows: Sequence[np.ndarray]) -> csr_matrix:
        ends = np.cumsum([0, *map(len, rows)])
        columns = np.concatenate(rows)
        shape = (len(rows), len(self.index))
        return csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=shape)

    def table(self, model: LogisticRegression) -> weights.Weights:
        out: weights.Weights = {"": {0: round(float(model.intercept_[0]), 3)}}
        for (name, step), column in sorted(self.index.items()):
            value = float(model.coef_[0][column]) if column < model.coef_.shape[1] else 0.0
            if abs(value) >= SMALLEST:
                out.setdefault(name, {})[step] = round(value, 2)
        return out


def examples(data: Path, dumps: Path, tools: int, names: Names) -> list[Example]:
    """Read dumps of all pages, `tools` of each."""
    draw = random.Random(1)  # noqa: S311
    folders = sorted(path for path in dumps.iterdir() if path.is_dir())
    out = []
    for path in sorted(data.glob("html/*/gold.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            gold = json.loads(line)
            name = f"{path.parent.name}__{gold['file'].removesuffix('.html.gz')}.txt.gz"
            for folder in draw.sample(folders, min(tools, len(folders))):
                if (folder / name).exists():
                    text = gzip.decompress((folder / name).read_bytes()).decode()
                    page = (path.parent.name, gold["file"])
                    lines = split_links(read_lines(text))[0]
                    found = _example(page, folder.name, lines, gold, names)
                    out += [found] if found else []
    return out


def _example(
    page: tuple[str, str], tool: str, lines: Sequence[Line], gold: dict, names: Names
) -> Example | None:
    seen = look(parted(lines))
    if not seen or not is_page(seen) or not (gold.get("body") or gold.get("with")):
        return None
    _, _, outline = outlined(seen)
    rows = [names.row(found) for found in features(seen, outline)]
    weight = [len(s.line.text.split()) ** 0.5 for s in seen]
    if gold.get("body"):
        wanted = covered(seen, gold["body"])
        total = sum(weight) or 1
        weight = [100 * w / total for w in weight]
    else:
        wanted = _holds(seen, gold["with"])
        unwanted = _holds(seen, gold.get("without") or ())
        weight = [w / 8 * (a != z) for w, a, z in zip(weight, wanted, unwanted, strict=True)]
    return Example(page, tool, gold, seen, outline, rows, wanted, weight)


def covered(seen: Sequence[Seen], body: str) -> list[bool]:
    """Tell of each line whether its words stand in `body`, in runs that may cross lines."""
    known = WORD.findall(body.casefold())
    runs = set(zip(known, known[1:], known[2:], strict=False))
    whole = {tuple(WORD.findall(line.casefold())) for line in body.split("\n")}
    words = [WORD.findall(s.line.text.casefold()) for s in seen]
    flat = [word for line in words for word in line]
    found = [False] * len(flat)
    for place, run in enumerate(zip(flat, flat[1:], flat[2:], strict=False)):
        if run in runs:
            found[place : place + 3] = [True] * 3
    out, place = [], 0
    for line in words:
        share = sum(found[place : place + len(line)]) / (len(line) or 1)
        out.append(share >= ALIKE or (0 < len(line) < 3 and tuple(line) in whole))
        place += len(line)
    return out


def _holds(seen: Sequence[Seen], snippets: Iterable[str]) -> list[bool]:
    wanted = [" ".join(snippet.split())[:60] for snippet in snippets]
    return [any(snippet in " ".join(s.line.text.split()) for snippet in wanted) for s in seen]


def fold(text: str | None) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text or "").lower()).strip()


def learn_lines(found: Sequence[Example], names: Names) -> LogisticRegression:
    matrix = names.matrix([row for each in found for row in each.rows])
    wanted = [yes for each in found for yes in each.wanted]
    weight = [w for each in found for w in each.weight]
    model = LogisticRegression(C=PENALTY, solver="liblinear", max_iter=200)
    return model.fit(matrix, wanted, sample_weight=weight)


def sums_of(model: LogisticRegression, found: Sequence[Example], names: Names) -> list[list[float]]:
    if not found:
        return []
    rows = [row for each in found for row in each.rows]
    flat = model.decision_function(names.matrix(rows)[:, : model.coef_.shape[1]])
    ends = np.cumsum([0, *(len(each.rows) for each in found)])
    return [list(map(float, flat[a:z])) for a, z in pairwise(ends)]


class Titles:
    """Learns which line is the title, from the dumps whose page has a known one among its lines."""

    def __init__(self, found: Sequence[Example]) -> None:
        self.names = Names()
        rows, wanted, weight = [], [], []
        for each in found:
            title = fold(each.gold.get("title"))
            places, told = title_features(each.seen, each.first, each.outline.title)
            yes = [fold(each.seen[i].line.text) == title for i in places]
            if not title or not any(yes):
                continue
            rows += [self.names.row(here) for here in told]
            wanted += yes
            weight += [5 / sum(yes) if y else 5 / len(yes) for y in yes]
        self.model = LogisticRegression(C=TITLE_PENALTY, solver="liblinear")
        self.model.fit(self.names.matrix(rows), wanted, sample_weight=weight)
        self.table = self.names.table(self.model)

    def of(self, each: Example) -> tuple[int, float]:
        places, told = title_features(each.seen, each.first, each.outline.title)
        rated = [
            (weights.score(here, self.table), -i) for i, here in zip(places, told, strict=True)
        ]
        best = max(rated, default=(0.0, 1))
        return -best[1], best[0]


def look_again(found: Sequence[Example], names: Names) -> None:
    """Add the features of the second look to the rows of each dump."""
    for each in found:
        told = second_look(each.seen, each.first, each.title)
        each.rows = [
            np.concatenate([row, names.row(here)])
            for row, here in zip(each.rows, told, strict=True)
        ]


def folds_of(found: Sequence[Example], count: int) -> list[set[tuple[str, str]]]:
    pages = sorted({each.page for each in found})
    random.Random(3).shuffle(pages)  # noqa: S311
    return [set(pages[i::count]) for i in range(count)]


def held_out(found: list[Example], names: Names, folds: int) -> list[list[float]]:
    """Fill in each dump's first sums and title as of a page held out; return the second sums."""
    parts = [
        ([e for e in found if e.page not in out], [e for e in found if e.page in out])
        for out in folds_of(found, folds)
    ]
    for train, test in parts:
        model = learn_lines(train, names)
        for each, sums in zip(test, sums_of(model, test, names), strict=True):
            each.first = sums
    for train, test in parts:
        titles = Titles(train)
        for each in test:
            each.title = titles.of(each)
    look_again(found, names)
    second: dict[int, list[float]] = {}
    for train, test in parts:
        model = learn_lines(train, names)
        for each, sums in zip(test, sums_of(model, test, names), strict=True):
            second[id(each)] = sums
    return [second[id(each)] for each in found]


def f1(gold: str, text: str) -> float:
    wanted, found = Counter(WORD.findall(gold.lower())), Counter(WORD.findall(text.lower()))
    same = sum((wanted & found).values())
    return 2 * same / (sum(wanted.values()) + sum(found.values())) if same else 0.0


def report(found: Sequence[Example], second: Sequence[list[float]]) -> None:
    """Print the token F1 of the chosen lines and the share of right titles, by set and tool."""
    tokens: dict[tuple[str, str], list[float]] = defaultdict(list)
    titles: dict[str, list[bool]] = defaultdict(list)
    for each, sums in zip(found, second, strict=True):
        body, name = each.gold.get("body"), each.page[0]
        if body:
            kept = text_body.gathered(each.seen, sums)
            lines = rejoined(each.seen[i].line for i in kept if i != each.title[0])
            tokens[name, each.tool].append(f1(body, "\n".join(line.text for line in lines)))
        if each.gold.get("title"):
            place = each.title[0]
            text = each.seen[place].line.text if place >= 0 else None
            titles[name].append(fold(text) == fold(each.gold["title"]))
    for name in sorted({name for name, _ in tokens}):
        means = {tool: np.mean(v) for (known, tool), v in sorted(tokens.items()) if known == name}
        told = "  ".join(f"{tool} {mean:.3f}" for tool, mean in means.items())
        print(f"{name:<12} token F1 {np.mean(list(means.values())):.4f}   {told}")
    for name, right in sorted(titles.items()):
        print(f"{name:<12} titles   {np.mean(right):.4f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("dumps", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--tools", type=int, default=4)
    options = parser.parse_args()
    names = Names()
    found = examples(options.data, options.dumps, options.tools, names)
    plain = [each.rows for each in found]
    first_names = Names()
    first_names.index = dict(names.index)
    report(found, held_out(found, names, options.folds))
    if not options.write:
        return 0
    looked = [each.rows for each in found]
    for each, rows in zip(found, plain, strict=True):
        each.rows = rows
    lines = first_names.table(learn_lines(found, first_names))
    for each, rows in zip(found, looked, strict=True):
        each.rows = rows
    tables = {
        "lines": lines,
        "title": Titles(found).table,
        "second look": names.table(learn_lines(found, names)),
    }
    path = Path(text_body.__file__).parent / "data" / "text_body.json"
    written = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
    path.write_text(written + "\n", "utf-8")
    print(f"{path.stat().st_size} bytes written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
