"""People and quotes of five whole articles among the samples, against a table read by a person."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui.intake import articles
from tui.model import Article

_ROOT = Path(__file__).parents[2]
_TABLE = Path(__file__).with_name("samples_gold.md")
_RIGHT = 0.85
"""Share of an article's quotes whose speaker must be right."""


@dataclass(frozen=True)
class Gold:
    """What a reader finds in one article."""

    file: str
    title: str
    people: frozenset[str]
    quotes: tuple[tuple[str | None, str], ...]


def _gold() -> list[Gold]:
    found = []
    for section in re.split(r"^## ", _TABLE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = section.partition("\n")
        file, _, title = head.partition(": ")
        (names,) = re.findall(r"^People: (.+)$", rest, flags=re.MULTILINE)
        rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", rest, flags=re.MULTILINE)[1:]
        quotes = tuple((None if who == "-" else who, words) for who, words in rows)
        found.append(Gold(file, title, frozenset(names.split(", ")), quotes))
    return found


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _read(gold: Gold) -> Article:
    found = list(articles([str(_ROOT / "samples" / gold.file)]))
    (one,) = [a for a in found if isinstance(a, Article) and _plain(a.title) == _plain(gold.title)]
    return one


def _speakers(article: Article, gold: Gold) -> list[tuple[str | None, str | None, str]]:
    """Return wanted speaker, found speaker and first words; a quote counts once."""
    left = [(_plain(article.text[q.start : q.end]), q.speaker) for q in article.quotes]
    answers = []
    for wanted, words in gold.quotes:
        place = next((n for n, (said, _) in enumerate(left) if said.startswith(_plain(words))), -1)
        answers.append((wanted, left.pop(place)[1] if place >= 0 else None, words))
    return answers


GOLD = _gold()


def test_the_table_holds_five_articles():
    assert [len(gold.quotes) for gold in GOLD] == [16, 12, 10, 11, 9]


@pytest.mark.parametrize("gold", GOLD, ids=[gold.file for gold in GOLD])
def test_the_people_are_those_of_the_text(gold):
    assert {person.name for person in _read(gold).people} == gold.people


@pytest.mark.parametrize("gold", GOLD, ids=[gold.file for gold in GOLD])
def test_no_quote_has_a_wrong_speaker_and_most_have_the_right_one(gold):
    answers = _speakers(_read(gold), gold)
    assert [a for a in answers if a[1] is not None and a[0] != a[1]] == []
    assert sum(wanted == found for wanted, found, _ in answers) >= _RIGHT * len(answers)
