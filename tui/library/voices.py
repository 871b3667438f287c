"""Who gets how many words: quoted words by speaker, by month, and by gender where it is shown.

A text that stands in several places counts once where the list shows it once. Words are what white
space parts, as they stand in the article.
"""

from collections import Counter, defaultdict
from typing import Final, NamedTuple

from tui.enrich.gender import Shown, shown_gender
from tui.library.correcting import Corrected

NOBODY: Final = ""
"""Stands for the speaker whom the text does not say."""


class Voice(NamedTuple):
    """One speaker."""

    figure: str
    """The figure's id; `NOBODY` for all quotes without a speaker."""
    name: str
    words: int
    """Quoted word for word."""
    reported: int
    """In the writer's own words."""
    quotes: int
    articles: int
    """In how many articles they speak."""
    shown: Shown | None
    """What the articles show of their gender, and how; None where nothing or both."""

    @property
    def total(self) -> int:
        """All words they get."""
        return self.words + self.reported


class MonthHeard(NamedTuple):
    """One month."""

    month: str
    """YYYY-MM; "" for what has no date."""
    voices: tuple[tuple[str, int], ...]
    """Speakers' names and words, the most first; unknown ones left out."""
    genders: dict[str, int]
    """Words by "f", "m", "" for a speaker of whom nothing is shown, "?" for an unknown one."""

    @property
    def total(self) -> int:
        """All words of the month."""
        return sum(self.genders.values())


class Tally:
    """Adds articles up."""

    def __init__(self) -> None:
        self.articles = 0
        self._names: dict[str, Counter[str]] = defaultdict(Counter)
        self._direct: Counter[str] = Counter()
        self._reported: Counter[str] = Counter()
        self._quotes: Counter[str] = Counter()
        self._in: Counter[str] = Counter()
        self._months: dict[str, Counter[str]] = defaultdict(Counter)
        self._shown: dict[str, dict[str, Shown]] = defaultdict(dict)

    def add(self, found: Corrected) -> None:
        """Count the quotes of one more article."""
        article = found.article
        self.articles += 1
        cast = {
            person.name: (person, id_)
            for person, id_ in zip(article.people, found.figures, strict=True)
        }
        speaking: set[str] = set()
        for quote in article.quotes:
            known = None if quote.speaker is None else cast.get(quote.speaker)
            figure = NOBODY if known is None else known[1]
            words = len(article.text[quote.start : quote.end].split())
            (self._reported if quote.kind == "indirect" else self._direct)[figure] += words
            self._quotes[figure] += 1
            self._months[(article.published or "")[:7]][figure] += words
            if known is not None and figure not in speaking:
                self._names[figure][known[0].name] += 1
                shown = shown_gender(article, known[0])
                if shown is not None:
                    self._shown[figure].setdefault(shown.gender, shown)
            speaking.add(figure)
        self._in.update(speaking)

    def voices(self) -> tuple[Voice, ...]:
        """Return the speakers, who gets most words first."""
        found = [
            Voice(
                figure,
                self._name(figure),
                self._direct[figure],
                self._reported[figure],
                quotes,
                self._in[figure],
                self._gender(figure),
            )
            for figure, quotes in self._quotes.items()
        ]
        return tuple(sorted(found, key=lambda voice: (-voice.total, voice.name, voice.figure)))

    def months(self) -> tuple[MonthHeard, ...]:
        """Return the months, the newest first, what has no date last."""
        found = []
        for month in sorted(self._months, reverse=True):
            counts = self._months[month]
            genders: Counter[str] = Counter()
            for figure, words in counts.items():
                genders[self._sign(figure)] += words
            voices = tuple(
                (self._name(figure), words)
                for figure, words in counts.most_common()
                if figure != NOBODY
            )
            found.append(MonthHeard(month, voices, dict(genders)))
        return tuple(found)

    def genders(self) -> dict[str, int]:
        """Return all words by "f", "m", "" where nothing is shown, "?" of unknown speakers."""
        found: Counter[str] = Counter()
        for figure in self._quotes:
            found[self._sign(figure)] += self._direct[figure] + self._reported[figure]
        return dict(found)

    def _sign(self, figure: str) -> str:
        if figure == NOBODY:
            return "?"
        shown = self._gender(figure)
        return shown.gender if shown else ""

    def _gender(self, figure: str) -> Shown | None:
        shown = self._shown.get(figure, {})
        return next(iter(shown.values())) if len(shown) == 1 else None

    def _name(self, figure: str) -> str:
        names = self._names.get(figure)
        return names.most_common(1)[0][0] if names else NOBODY
