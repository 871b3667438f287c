"""Make the lists of names and the weights that `tui/enrich/names.py` reads, from free word lists.

    python tests/bench/train_people.py FAKER WORDNET FRENCH [--write]

FAKER is the folder of the Python package Faker (MIT licence; 40.63.0 was used), whose providers
list given names and surnames of many countries. WORDNET is the file `data.noun` of WordNet 3.0
(WordNet licence), which tells people, places and groups apart. FRENCH is the file `fr.dic` of the
Hunspell dictionary of Dicollecte (MPL 2.0; 7.0 was used), which marks given names, surnames and
other proper names.

Written, each with its source and licence at its head:

- `names_faker.txt`, `names_wordnet.txt`, `names_dicollecte.txt`: given names by usual gender, and
  people known by one word (`known`). A name that is also a word, a place or a body is left out.
- `name_model.json`: a Bloom filter of the words that English and French write in lower case, and
  the weights of a logistic regression over the letters of a word (runs of one to five, hashed),
  which tells names of people from names of places and bodies and from words.

No text is learnt from, only lists. Without --write the share of words held out that the weights
judge rightly is printed, and nothing is written. Needs scikit-learn, scipy and numpy.
"""

import argparse
import base64
import importlib
import json
import random
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tui.enrich import name_model
from tui.enrich.folding import fold
from tui.enrich.name_model import FILTER_BITS, WEIGHT_STEP, WEIGHTS, letter_runs, places

PENALTY = 0.3
"""scikit-learn's C: the inverse of the penalty on large weights; chosen by words held out."""
WORDS_DRAWN = 30_000
WORD_WEIGHT = 0.25
"""What a plain word counts beside a place: fewer of them are written with a capital."""
DATA = Path(name_model.__file__).parent / "data"
PERSON, PLACE, GROUP = 18, 15, 14
"""WordNet's numbers of the files of people, places and groups."""

Given = dict[str, str]


@dataclass(frozen=True)
class Source:
    """The names of one list: given names with their gender, surnames, known people."""

    given: Given
    surnames: frozenset[str]
    known: frozenset[str]


@dataclass(frozen=True)
class Others:
    """What is no name of a person: plain words, and names of places, bodies and things."""

    words: frozenset[str]
    proper: frozenset[str]


def latin(word: str) -> bool:
    return all(c in "-'’" or "LATIN" in unicodedata.name(c, "") for c in word)


def parts(name: str) -> list[str]:
    return [fold(part) for part in re.split(r"[_ -]", name) if part[:1].isupper()]


def faker(folder: Path) -> Source:
    sys.path.insert(0, str(folder.parent))
    given: dict[str, set[str]] = defaultdict(set)
    surnames: set[str] = set()
    for locale in sorted((folder / "providers" / "person").iterdir()):
        if not (locale / "__init__.py").exists():
            continue
        provider = importlib.import_module(f"faker.providers.person.{locale.name}").Provider
        for field in dir(provider):
            listed = getattr(provider, field)
            if isinstance(listed, str) or not isinstance(listed, Iterable):
                continue
            names = {fold(n) for n in listed if isinstance(n, str) and n and latin(n)}
            if field.startswith("first_name"):
                mark = "f" if "female" in field else "m" if "male" in field else ""
                for name in names:
                    given[name].add(mark)
            elif field.startswith("last_name"):
                surnames |= names
    genders = {name: usual(marks) for name, marks in given.items()}
    return Source(genders, frozenset(surnames), frozenset())


def usual(marks: set[str]) -> str:
    said = marks - {""}
    return said.pop() if len(said) == 1 else "u"


def wordnet(file: Path) -> tuple[Source, Others]:
    given: Given = {}
    surnames: set[str] = set()
    known: set[str] = set()
    words: set[str] = set()
    proper: set[str] = set()
    for line in file.read_text("latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" ")
        lemmas = [re.sub(r"\(.*\)", "", fields[4 + 2 * n]) for n in range(int(fields[3], 16))]
        if " @i " not in line:
            words.update(w for w in lemmas if w.islower() and w.isalpha())
        elif int(fields[1]) != PERSON:
            proper.update(part for lemma in lemmas for part in parts(lemma))
        else:
            for lemma in lemmas:
                own = lemma.split("_")
                if len(own) == 1:
                    known.update(parts(lemma))
                elif own[0][:1].isupper() and own[-1][:1].isupper():
                    given.setdefault(fold(own[0]), "u")
                    surnames.add(fold(own[-1]))
    return (
        Source(given, frozenset(surnames), frozenset(known)),
        Others(frozenset(words), frozenset(proper)),
    )


def french(file: Path) -> tuple[Source, Others]:
    given: Given = {}
    kinds: dict[str, set[str]] = defaultdict(set)
    for line in file.read_text("utf-8").splitlines():
        found = re.match(r"([^/\s]+)(?:/\S+)?\s.*?po:(\w+)(?: is:(\w+))?", line)
        if not found:
            continue
        word, kind, gender = found.groups()
        if word.islower():
            kinds["word"].add(fold(word))
        else:
            kinds[kind].add(fold(word))
        if kind == "prn":
            given[fold(word)] = {"mas": "m", "fem": "f"}.get(gender, "u")
    return (
        Source(given, frozenset(kinds["patr"]), frozenset(kinds["patr"] | kinds["prn"])),
        Others(frozenset(kinds["word"]), frozenset(kinds["npr"])),
    )


def fit_for_name(word: str, others: Others) -> bool:
    whole = all(len(part) > 2 for part in word.split("-")) and word.replace("-", "").isalpha()
    return whole and word not in others.words and word not in others.proper


def write_names(file: str, head: str, source: Source, others: Others, taken: set[str]) -> None:
    """Write one list, without what the lists before it (`taken`) have."""
    lines = [f"# {line}".rstrip() for line in head.strip().splitlines()]
    for mark in "mfu":
        own = sorted(n for n, g in source.given.items() if g == mark and fit_for_name(n, others))
        lines += [f"[given_{mark}]", *wrapped(n for n in own if n not in taken)]
    known = sorted(n for n in source.known if fit_for_name(n, others))
    lines += ["[known]", *wrapped(n for n in known if f"known {n}" not in taken)]
    taken |= set(source.given) | {f"known {n}" for n in known}
    (DATA / file).write_text("\n".join(lines) + "\n", "utf-8")
    print(file, (DATA / file).stat().st_size, "bytes")


def wrapped(words: Iterable[str]) -> Iterator[str]:
    line = ""
    for word in words:
        if len(line) + len(word) > 98:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    if line:
        yield line


def learn(names: set[str], others: Others) -> tuple[np.ndarray, float]:
    """Return the weights of the letter runs and what is added to their sum."""
    draw = random.Random(0)  # noqa: S311
    drawn = draw.sample(sorted(others.words - names), WORDS_DRAWN)
    proper = sorted(others.proper - names)
    every = [*sorted(names), *proper, *drawn]
    kind = np.array([1] * len(names) + [0] * (len(every) - len(names)))
    counts = np.array([1.0] * (len(every) - len(drawn)) + [WORD_WEIGHT] * len(drawn))
    counts[kind == 1] *= counts[kind == 0].sum() / len(names)
    held = np.random.RandomState(0).rand(len(every)) < 0.1
    rows = matrix(every)
    tried = LogisticRegression(C=PENALTY, solver="liblinear")
    tried.fit(rows[~held], kind[~held], sample_weight=counts[~held])
    right = (tried.decision_function(rows[held]) > 0) == kind[held]
    print(f"held out: {np.average(right, weights=counts[held]):.3f} judged rightly")
    whole = LogisticRegression(C=PENALTY, solver="liblinear")
    whole.fit(rows, kind, sample_weight=counts)
    return whole.coef_[0], float(whole.intercept_[0])


def matrix(words: list[str]) -> csr_matrix:
    columns: list[int] = []
    ends = [0]
    for word in words:
        columns += sorted(set(letter_runs(word)))
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(words), WEIGHTS))


def bloom(words: Iterable[str]) -> bytes:
    bits = bytearray(FILTER_BITS // 8)
    for word in words:
        for place in places(word):
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def write_model(weights: np.ndarray, bias: float, words: Iterable[str]) -> None:
    steps = np.clip(np.round(weights / WEIGHT_STEP), -127, 127).astype(np.int8)
    packed = {
        "about": "Letters of names and a filter of plain words, made by tests/bench/train_people.py"
        " from the word lists of Faker (MIT), WordNet 3.0 (WordNet licence) and the French"
        " dictionary of Dicollecte (MPL 2.0).",
        "bias": round(bias, 3),
        "weights": base64.b64encode(steps.tobytes()).decode(),
        "words": base64.b64encode(bloom(words)).decode(),
    }
    path = DATA / "name_model.json"
    path.write_text(json.dumps(packed, indent=0) + "\n", "utf-8")
    print("name_model.json", path.stat().st_size, "bytes")


HEADS: Mapping[str, str] = {
    "faker": """
Given names of many countries, folded, by usual gender (m, f, u = either or unknown).
Source: the person providers of the Python package Faker 40.63.0, MIT licence,
Copyright (c) 2012 Daniele Faraglia. Made by tests/bench/train_people.py.
""",
    "dicollecte": """
Given names, and people known by one word, folded.
Source: fr.dic 7.0 of the French dictionaries of Dicollecte (grammalecte.net), Copyright 2007-2018
Dicollecte contributors. This file is under the Mozilla Public License, v. 2.0, which is to be had
at http://mozilla.org/MPL/2.0/. Made by tests/bench/train_people.py.
""",
    "wordnet": """
Given names of well-known people, and people known by one word, folded.
Source: data.noun of WordNet 3.0. Made by tests/bench/train_people.py.

WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
Permission to use, copy, modify and distribute this software and database and its documentation
for any purpose and without fee or royalty is hereby granted, provided that you agree to comply
with the following copyright notice and statements, including the disclaimer, and that the same
appear on ALL copies of the software, database and documentation, including modifications that you
make for internal use or for distribution.
THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES
NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT
THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY
PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
The name of Princeton University or Princeton may not be used in advertising or publicity
pertaining to distribution of the software and/or database. Title to copyright in this software,
database and any associated documentation shall at all times remain with Princeton University and
LICENSEE agrees to preserve same.
""",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    for name in ("faker", "wordnet", "french"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    english, english_others = wordnet(options.wordnet)
    dicollecte, french_others = french(options.french)
    sources = {"faker": faker(options.faker), "dicollecte": dicollecte, "wordnet": english}
    others = Others(
        english_others.words | french_others.words, english_others.proper | french_others.proper
    )
    names = {
        part
        for source in sources.values()
        for name in (*source.given, *source.surnames, *source.known)
        for part in re.split("[- ']", name)
        if len(part) > 1 and part.isalpha()
    }
    weights, bias = learn(names, others)
    if options.write:
        taken: set[str] = set()
        for name, source in sources.items():
            write_names(f"names_{name}.txt", HEADS[name], source, others, taken)
        write_model(weights, bias, others.words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
