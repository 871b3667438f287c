"""What the user has put right, as rules of their own, and what all of them together come to.

The analysis of an article is stored as the engine made it; corrections stand beside it and are
replayed, in the order they were made, whenever an article is read or stored. So they survive a
newer version of the article and a newer engine. One that fits nothing any more is kept: it may fit
again. `tui.library.correcting` applies them to one article.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from tui.words import _

Kind = Literal["merge", "split", "rename", "not-a-person", "speaker"]


class Correction(NamedTuple):
    """One thing that the user has put right."""

    kind: Kind
    figure: str | None = None
    """The id of the figure that is kept, taken apart, renamed or nobody; the speaker, None where
    nobody said the quote."""
    name: str = ""
    """What that figure was called."""
    other: str | None = None
    """The id of the figure that is merged into it, or taken out of it again."""
    other_name: str = ""
    """What the other figure was called."""
    article: str | None = None
    """The id of the one article it holds for; None for all."""
    words: str | None = None
    """A new name; the form of a name that is somebody else's; the words of a quote."""
    ordinal: int = 0
    """Which of the article's quotes with these words: 0 for the first."""
    key: int = 0
    """Its number, which rises with each and is never given twice; 0 where it is not stored."""


class Kept(NamedTuple):
    """A stored correction, and in how many articles it changes anything."""

    correction: Correction
    articles: int
    """0 where it fits nothing that the library holds."""
    overruled: bool = False
    """Whether a later one took it back, went over it, or it took back another itself."""

    @property
    def idle(self) -> bool:
        """Whether it should change something and does not."""
        return not self.articles and not self.overruled


class Step(NamedTuple):
    """What becomes of a figure, and the number of the correction that says so."""

    to: str
    """The id it is part of, or its new name."""
    key: int


_NONE: Final[Mapping[str, Any]] = MappingProxyType({})


class Rules(NamedTuple):
    """All corrections together."""

    parents: Mapping[str, Step] = _NONE
    """By the id of a figure that was merged into another: that one."""
    nobody: Mapping[str, Step] = _NONE
    """By the id of a figure that is no person."""
    renamed: Mapping[str, Step] = _NONE
    """By the id of a figure: its new name."""
    names: Mapping[str, str] = _NONE
    """By the id of a figure: what lists call it, where that was chosen by hand."""
    splits: tuple[Correction, ...] = ()
    """Those that take mentions, or an article's person, out of a figure."""
    speakers: Mapping[str, tuple[Correction, ...]] = _NONE
    """By article id: who said which quote, in the order it was put right."""
    overruled: frozenset[int] = frozenset()
    """The numbers of those that a later one took back or went over."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to apply."""
        return not (self.parents or self.nobody or self.renamed or self.splits or self.speakers)

    def path(self, figure: str) -> Iterator[tuple[str, int]]:
        """Yield a figure, then each that it became by merging; with the correction, 0 for none."""
        yield figure, 0
        while (step := self.parents.get(figure)) is not None:
            figure = step.to
            yield figure, step.key

    def root(self, figure: str) -> str:
        """Return the figure that `figure` is part of by now."""
        return _root(self.parents, figure)


class _Replay:
    """Takes corrections one after the other."""

    def __init__(self) -> None:
        self.parents: dict[str, Step] = {}
        self.kept: dict[str, str] = {}
        self.nobody: dict[str, Step] = {}
        self.renamed: dict[str, Step] = {}
        self.splits: list[Correction] = []
        self.speakers: defaultdict[str, list[Correction]] = defaultdict(list)
        self.overruled: set[int] = set()

    def take(self, made: Correction) -> None:
        """Let one correction hold, over those before it."""
        figure = made.figure or ""
        if made.kind == "merge":
            self._merge(figure, made.other or "", made)
        elif made.kind == "split" and made.other is not None:
            self._overrule(self.parents.pop(made.other, None))
            self.overruled.add(made.key)
        elif made.kind == "split":
            self.splits.append(made)
        elif made.kind == "rename":
            self._overrule(self.renamed.get(figure))
            self.renamed[figure] = Step(made.words or "", made.key)
        elif made.kind == "not-a-person":
            self.nobody[figure] = Step("", made.key)
        elif made.kind == "speaker":
            said = self.speakers[made.article or ""]
            same = (made.words, made.ordinal)
            self.overruled.update(old.key for old in said if (old.words, old.ordinal) == same)
            said.append(made)

    def _merge(self, figure: str, other: str, made: Correction) -> None:
        """Hang one figure below another; both may be part of others already."""
        target, source = _root(self.parents, figure), _root(self.parents, other)
        if target == source:
            self.overruled.add(made.key)
            return
        self.parents[source] = Step(target, made.key)
        if target == figure:
            self.kept[target] = made.name

    def _overrule(self, step: Step | None) -> None:
        if step is not None:
            self.overruled.add(step.key)


def replayed(corrections: Iterable[Correction]) -> Rules:
    """Return what `corrections`, oldest first, come to; a later one goes before an earlier one."""
    replay = _Replay()
    for made in corrections:
        replay.take(made)
    roots = {step.to for step in replay.parents.values()} - replay.parents.keys()
    names = {root: replay.kept[root] for root in roots if root in replay.kept}
    names |= {figure: step.to for figure, step in replay.renamed.items()}
    return Rules(
        replay.parents,
        replay.nobody,
        replay.renamed,
        names,
        tuple(replay.splits),
        {article: tuple(said) for article, said in replay.speakers.items()},
        frozenset(replay.overruled),
    )


def _root(parents: Mapping[str, Step], figure: str) -> str:
    while (step := parents.get(figure)) is not None:
        figure = step.to
    return figure


def told(made: Correction) -> str:
    """Return a correction in words."""
    where = _(" in {article}", article=made.article) if made.article else ""
    if made.kind == "merge":
        return _("{other} is {name}", other=made.other_name, name=made.name)
    if made.kind == "split" and made.other is not None:
        return _("{other} is not {name}", other=made.other_name, name=made.name)
    if made.kind == "split":
        form = made.words or made.name
        return _(
            "“{form}”{where} is somebody else than {name}", form=form, where=where, name=made.name
        )
    if made.kind == "rename":
        return _("{name} is called {words}", name=made.name, words=made.words)
    if made.kind == "not-a-person":
        return _("{name} is not a person", name=made.name)
    who = made.name if made.figure is not None else _("nobody known")
    quote = " ".join((made.words or "").split())
    return _("the speaker of “{quote}”{where} is {who}", quote=quote, where=where, who=who)
