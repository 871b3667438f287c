"""Scores people, quotes and speakers on the French development set in `tests/french/`.

    .venv/bin/python -m tests.bench.french_bench [--part tuned|held] [--worst] [--json FILE]

Prints the figures of either half, one line each; a file gets what went wrong too, but for the half
that is held out. What the figures mean:

people      F1 of the full names of each article; figures of fiction count neither way.
forms       share of the names' other forms that are shown under the right person.
span        F1 of the quoted words that are speech, one to one at an overlap of 0.8 or more;
            words that are no speech count as wrong only where they are shown with a name.
e2e         right speaker / quotes (direct and fragment) whose speaker is a person.
precision   right / quotes shown with a name.
false       names put on quoted words that are no speech / all such words.
unnamed     speech of descriptions, bodies, documents and nobody that is left without a name.
indirect    reported speech of people that is shown with the right speaker / all of it; where all of
            it stands between quotation marks, as a quote.
reported    right / reported speech shown with a name; too low, as the articles mark only a part.
merged      people shown as one who are two.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.french.marks import Marked, Words, articles
from tui.enrich import enrich
from tui.enrich.folding import fold
from tui.model import Article, Person, Quote, Span

_SAME_SPAN = 0.8
_TOUCHES = 0.3
"""Share of the marked words that a quote must cover to be an answer to them."""


@dataclass
class Score:
    """Counts over a part of the set, and what went wrong in words."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def ratio(self, part: str, whole: str) -> float:
        """Return one count over another; 1 where there is nothing to count."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0

    def f1(self, right: str, shown: str, wanted: str) -> float:
        """Return the F1 of three counts."""
        whole = self.counts[shown] + self.counts[wanted]
        return 2 * self.counts[right] / whole if whole else 1.0

    def figures(self) -> dict[str, float]:
        """Return every figure by its name."""
        return {
            "people": self.f1("people right", "people shown", "people"),
            "forms": self.ratio("forms right", "forms"),
            "span": self.f1("span right", "span shown", "span"),
            "e2e": self.ratio("right", "person quotes"),
            "precision": self.ratio("named right", "named"),
            "false": self.ratio("false names", "no speech"),
            "unnamed": self.ratio("unnamed right", "unnamed"),
            "indirect": self.ratio("indirect right", "indirect"),
            "reported": self.ratio("reported right", "reported"),
            "merged": float(self.counts["merged"]),
        }


def score(marked: Iterable[Marked]) -> Score:
    """Read every article anew and count."""
    total = Score()
    for one in marked:
        found = enrich(one.article)
        _people(one, found, total)
        _spans(one, found, total)
        for words in one.words:
            _answer(one, words, found, total)
        for quote in found.quotes:
            if quote.speaker and quote.kind != "indirect":
                total.counts["named"] += 1
                total.counts["named right"] += _is_right(quote, one.words)
            elif quote.speaker:
                _reported(one, quote, total)
    return total


def _people(marked: Marked, found: Article, total: Score) -> None:
    wanted = {fold(person.name): person for person in marked.people}
    left = {fold(name) for name in marked.open_names}
    shown = {fold(person.name): person for person in found.people if fold(person.name) not in left}
    total.counts["people"] += len(wanted)
    total.counts["people shown"] += len(shown)
    total.counts["people right"] += len(wanted.keys() & shown.keys())
    for name in shown.keys() - wanted.keys():
        total.faults.append(f"{marked.name}: shown, nobody: {shown[name].name}")
    for name in wanted.keys() - shown.keys():
        total.faults.append(f"{marked.name}: not shown: {wanted[name].name}")
    for name, person in wanted.items():
        forms = {fold(form) for form in person.forms[1:]}
        total.counts["forms"] += len(forms)
        total.counts["forms right"] += len(forms & _forms(shown.get(name)))
    total.counts["merged"] += sum(_merges(person, marked) for person in found.people)


def _forms(person: Person | None) -> set[str]:
    return {fold(form) for form in (person.name, *person.aliases)} if person else set()


def _merges(person: Person, marked: Marked) -> bool:
    """Whether one shown person has forms that belong to two marked people alone."""
    owners = []
    for form in _forms(person):
        held = [p.name for p in marked.people if form in {fold(f) for f in p.forms}]
        owners.extend(held if len(held) == 1 else [])
    return len(set(owners)) > 1


def _overlap(one: Span | Quote, other: Span | Quote) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _same(quote: Quote, words: Words) -> bool:
    common = _overlap(quote, words.span)
    joined = quote.end - quote.start + words.span.end - words.span.start - common
    return common >= _SAME_SPAN * joined


def _spoken(marked: Marked) -> list[Words]:
    return [words for words in marked.words if words.kind in ("direct", "fragment")]


def _spans(marked: Marked, found: Article, total: Score) -> None:
    spoken = _spoken(marked)
    silent = [words for words in marked.words if words.kind is None]
    shown = [q for q in found.quotes if q.kind != "indirect"]
    total.counts["span"] += len(spoken)
    for quote in shown:
        quiet = quote.speaker is None and any(_same(quote, words) for words in silent)
        total.counts["span shown"] += not quiet
    for words in spoken:
        found_one = any(_same(quote, words) for quote in shown)
        total.counts["span right"] += found_one
        if not found_one:
            total.faults.append(f"{marked.name}: no quote: {_said(marked, words)}")


def _answer(marked: Marked, words: Words, found: Article, total: Score) -> None:
    indirect = words.kind == "indirect"
    length = words.span.end - words.span.start
    answers = [
        quote
        for quote in found.quotes
        if ((quote.kind == "indirect") == indirect or (indirect and _same(quote, words)))
        and _overlap(quote, words.span) > _TOUCHES * length
    ]
    shown = next((quote.speaker for quote in answers if quote.speaker), None)
    said = _said(marked, words)
    if words.kind is None:
        total.counts["no speech"] += 1
        total.counts["false names"] += shown is not None
        if shown is not None:
            total.faults.append(f"{marked.name}: no speech, given to {shown}: {said}")
    elif indirect:
        person = words.speaker.kind == "person"
        total.counts["indirect"] += person
        total.counts["indirect right"] += person and shown == words.speaker.name
        if person and shown != words.speaker.name:
            total.faults.append(f"{marked.name}: reported of {words.speaker.name}: {said}")
    elif words.speaker.kind == "person":
        right = shown is not None and fold(shown) == fold(words.speaker.name)
        total.counts["person quotes"] += 1
        total.counts["right"] += right
        if not right:
            total.faults.append(f"{marked.name}: {words.speaker.name}, shown {shown}: {said}")
    else:
        total.counts["unnamed"] += 1
        total.counts["unnamed right"] += shown is None
        if shown is not None:
            total.faults.append(f"{marked.name}: {words.speaker.kind}, shown {shown}: {said}")


def _reported(marked: Marked, quote: Quote, total: Score) -> None:
    """Count reported speech that is shown with a name."""
    half = 0.5 * (quote.end - quote.start)
    right = any(
        w.kind is not None and w.speaker.name == quote.speaker and _overlap(quote, w.span) > half
        for w in marked.words
    )
    total.counts["reported"] += 1
    total.counts["reported right"] += right
    if not right:
        said = marked.article.text[quote.start : quote.end][:70]
        total.faults.append(f"{marked.name}: shown as reported of {quote.speaker}: {said}")


def _is_right(quote: Quote, words: Sequence[Words]) -> bool:
    return any(
        w.kind in ("direct", "fragment")
        and _overlap(quote, w.span) > _TOUCHES * (quote.end - quote.start)
        and fold(w.speaker.name) == fold(quote.speaker or "")
        for w in words
    )


def _said(marked: Marked, words: Words) -> str:
    return marked.article.text[words.span.start : words.span.end][:70]


def main() -> None:
    """Print the figures of the halves asked for."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--part", choices=("tuned", "held"), help="one half alone")
    options.add_argument("--worst", action="store_true", help="print what went wrong as well")
    options.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    asked = options.parse_args()
    whole = articles()
    figures_of: dict[str, dict[str, float]] = {}
    detail: dict[str, list[dict[str, str]]] = {"tuned": [], "held": []}
    for part in (asked.part,) if asked.part else ("tuned", "held"):
        result = score(marked for marked in whole if marked.held_out == (part == "held"))
        figures_of[part] = result.figures()
        if part == "tuned":
            parted = (fault.partition(": ") for fault in result.faults)
            detail[part] = [{"id": name, "fault": told} for name, _, told in parted]
        figures = "  ".join(f"{name} {value:.3f}" for name, value in figures_of[part].items())
        print(f"{part:<6}{figures}  ({result.counts['person quotes']} quotes of people)")
        for fault in result.faults if asked.worst else ():
            print("   ", fault)
    if asked.json:
        found = {"figures": figures_of, "detail": detail}
        asked.json.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
