"""What went wrong in one item of a scorer's detail, in words; and the articles that cost most.

Quoted words of articles are cut to the first few: enough to find the place.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..figures import Results, details
from ..worst import Detail, Item

FEW = 5
"""Quoted words that are told."""
MARKS = " \t\n\"“”«»‘’'"
"""Quotation marks and space, of which told words are bare."""
NAMES = 4
"""Names of one item that are told."""


def few(words: str) -> str:
    """Return the first words of a text on one line."""
    every = words.strip(MARKS).split()
    return " ".join(every[:FEW]) + (" …" if len(every) > FEW else "")


def wrong_speaker(detail: Detail) -> tuple[float, str] | None:
    """Rank a quote: the wrong name first, then what is not found, then what has no name."""
    shown, gold = detail.get("shown"), detail.get("gold")
    form = f" ({detail['form']})" if detail.get("form") else ""
    if shown is None and "form" in detail:
        return (1.0, f"{gold}{form}, not found")
    if shown in (None, "-"):
        return (2.0, f"{gold}{form}, no name")
    return (0.0, f"{gold or 'nobody'}{form}, shown {shown}")


def not_equal(detail: Detail) -> tuple[float, str] | None:
    """Rank an article or a sentence by the names missed and those of nobody."""
    missed, wrong = sorted(detail.get("missed") or []), sorted(detail.get("wrong") or [])
    told = [
        f"{said}: {', '.join(map(few, names[:NAMES]))}{' …' if len(names) > NAMES else ''}"
        for said, names in (("missed", missed), ("wrong", wrong)) if names
    ]  # fmt: skip
    return (-float(len(missed) + len(wrong)), "; ".join(told)) if told else None


def merged(detail: Detail) -> tuple[float, str] | None:
    """Tell who was taken for one."""
    return (0.0, f"{' and '.join(detail['of'])}, shown {detail['shown']}")


OWN = {
    "people": ("shown, nobody", "not shown"),
    "span": ("no quote",),
    "false": ("no speech",),
}
"""How a fault in a French article of our own begins, by the figure that it costs."""


def own_fault(figure: str, detail: Detail) -> bool:
    """Say whether what went wrong in one of our articles costs this figure something."""
    told = detail.get("fault", "")
    if figure in OWN:
        return told.startswith(OWN[figure])
    others = tuple(begin for begins in OWN.values() for begin in begins)
    return figure == "e2e" and not told.startswith(others)


def own(detail: Detail) -> tuple[float, str] | None:
    """Tell what went wrong in an article of our own."""
    return (0.0, detail.get("fault", "?"))


def named(every: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield quotes with their first words in the name, for one article has several."""
    for detail in every:
        words = few(str(detail.get("quote") or ""))
        yield {**detail, "id": f"{detail.get('id', '?')}: {words}" if words else detail.get("id")}


QUOTES = ("ggt_dev", "polnear_dev", "fr_treebank")
PEOPLE = ("ggt_dev",)


def worst_articles(results: Results) -> Iterator[Item]:
    """Yield every article in which something is wrong: the more, the worse."""
    counts: dict[str, Counter[str]] = {}
    first: dict[str, tuple[float, str]] = {}
    for name, what, ranked in _every(results):
        counts.setdefault(name, Counter()).update(what)
        if ranked is not None and (name not in first or ranked[0] < first[name][0]):
            first[name] = ranked
    for name, what in counts.items():
        told = ", ".join(f"{fault}: {number}" for fault, number in what.items() if number)
        example = f"; {first[name][1]}" if name in first else ""
        yield Item(name, told + example, -float(what.total()))


def _every(
    results: Results,
) -> Iterator[tuple[str, dict[str, int], tuple[float, str] | None]]:
    """Yield article, faults and an example with its rank, for every item of the details."""
    for part in QUOTES:
        for item in details("quotes", results, part):
            if (found := wrong_speaker(item)) is not None:
                words = few(str(item.get("quote") or item.get("text", "")[80:]))
                yield f"{part} {item.get('id')}", {_fault(found[0]): 1}, (
                    found[0], f"“{words}”: {found[1]}",
                )  # fmt: skip
    for part in PEOPLE:
        for item in details("people", results, part):
            names: Sequence[Sequence[str]] = (item.get("missed") or [], item.get("wrong") or [])
            if any(names):
                ranked = not_equal(item)
                example = (3.0, ranked[1]) if ranked else None
                yield f"{part} {item.get('id')}", _people(*names), example
    for item in details("french", results, "tuned"):
        yield f"french {item.get('id')}", {"faults": 1}, (0.0, item.get("fault", "?"))


def _people(missed: Sequence[str], wrong: Sequence[str]) -> dict[str, int]:
    return {"people missed": len(missed), "people wrong": len(wrong)}


def _fault(rank: float) -> str:
    return ("quotes given to another", "quotes not found", "quotes without a name")[int(rank)]
