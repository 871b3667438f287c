"""One article with the user's corrections applied, and which of them fitted it.

The order is the same whatever the order they were made in: people are taken apart, merged, left out
and renamed, and then quotes get the speakers that were said to be theirs. A speaker's confidence
is then 1 and its rule `RULE`. Names stay unique where they were, as quotes refer to them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tui.identity import words
from tui.library.anchors import anchored
from tui.library.corrections import Correction, Rules
from tui.library.figures import figure_ids, folded_name, id_of, local_id
from tui.model import Article, Block, Person, Quote, Span

RULE: Final = "correction"
"""The rule of a speaker that the user chose."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """An article as the reader is to see it."""

    article: Article
    figures: tuple[str, ...]
    """The figure's id of each of `article.people`."""
    fitted: frozenset[int] = frozenset()
    """The numbers of the corrections that changed something."""


@dataclass(slots=True)
class _One:
    """Somebody of the article on the way through the rules."""

    person: Person
    figure: str
    said_as: tuple[str, ...]
    """The names that quotes give for them."""
    taken: bool = False
    """Whether they were taken out of somebody else, by a form of the name."""
    moved: bool = False
    """Whether they are part of another figure, whose own name is to be kept."""


def corrected(article: Article, rules: Rules) -> Corrected:
    """Return `article` as `rules` have it; one that none of them is about comes back itself."""
    ids = figure_ids(article)
    if rules.empty:
        return Corrected(article, ids)
    fitted: set[int] = set()
    cast = [_One(p, id_, (p.name,)) for p, id_ in zip(article.people, ids, strict=True)]
    quotes = list(article.quotes)
    for split in rules.splits:
        if split.article in (None, article.id):
            cast = _taken_apart(article, cast, quotes, split, rules, fitted)
    cast = _merged(cast, rules, fitted)
    _rename(cast, rules, fitted)
    speakers = rules.speakers.get(article.id, ())
    spoken = {name: one.person.name for one in cast for name in one.said_as}
    quotes = [_spoken(quote, spoken) for quote in quotes]
    _give_speakers(article, cast, quotes, speakers, rules, fitted)
    if not fitted:
        return Corrected(article, ids)
    people = tuple(one.person for one in cast)
    changed = replace(article, people=people, quotes=tuple(quotes))
    return Corrected(changed, tuple(one.figure for one in cast), frozenset(fitted))


def _taken_apart(
    article: Article,
    cast: Sequence[_One],
    quotes: list[Quote],
    split: Correction,
    rules: Rules,
    fitted: set[int],
) -> list[_One]:
    """Give what a figure had by mistake to somebody else."""
    apart: list[_One] = []
    for one in cast:
        same = rules.root(one.figure) == rules.root(split.figure or "")
        if not same:
            apart.append(one)
        elif split.words is None:
            fitted.add(split.key)
            folded = folded_name(one.person.name)
            apart.append(replace(one, figure=local_id(folded, article.id)))
        else:
            others = {
                each.person.name: rules.root(each.figure)
                for each in (*apart, *cast)
                if each is not one
            }
            apart += _without_form(article, one, others, split, rules, quotes, fitted)
    return apart


def _without_form(
    article: Article,
    one: _One,
    others: Mapping[str, str],
    split: Correction,
    rules: Rules,
    quotes: list[Quote],
    fitted: set[int],
) -> Iterator[_One]:
    """Yield a person without the mentions of one form, and the person these are of.

    `others` are the names that are taken, and whose they are. Where all that is left is what others
    are called, or the form is what somebody else is called, they stay together.
    """
    wanted, mentions = words(split.words or ""), one.person.mentions
    of_form = [span for span in mentions if words(_form(article, span)) == wanted]
    rest = [span for span in mentions if span not in of_form]
    forms = list(dict.fromkeys(_form(article, span) for span in rest))
    free = [form for form in forms if form not in others]
    if not of_form or not free:
        yield one
        return
    called = _form(article, of_form[0])
    own = id_of(called, article.id)
    if others.get(called, rules.root(own)) != rules.root(own):
        yield one
        return
    fitted.add(split.key)
    name = one.person.name if one.person.name in free else max(free, key=len)
    aliases = tuple(alias for alias in forms if alias != name)
    left = replace(one.person, name=name, aliases=aliases, mentions=tuple(rest))
    taken = Person(called, mentions=tuple(of_form))
    for number, quote in enumerate(quotes):
        if quote.speaker in one.said_as:
            speaker = _nearest(article, quote, (left, taken))
            quotes[number] = replace(quote, speaker=speaker) if speaker else _unsaid(quote)
    yield replace(one, person=left, said_as=(name,))
    yield _One(taken, own, (taken.name,), taken=True)


def _nearest(article: Article, quote: Quote, people: Iterable[Person]) -> str | None:
    """Return whose name stands nearest to a quote's cue, in the same block; None for nobody's."""
    if quote.cue is None:
        return None
    block = block_at(article, quote.cue.start)
    near = [
        (min(abs(span.start - quote.cue.end), abs(quote.cue.start - span.end)), person.name)
        for person in people
        for span in person.mentions
        if block is not None and block.start <= span.start < block.end
    ]
    return min(near)[1] if near else None


def _merged(cast: Sequence[_One], rules: Rules, fitted: set[int]) -> list[_One]:
    """Follow the figures to what they were merged into, and leave out those that are nobody."""
    together: dict[str, _One] = {}
    apart: list[_One] = []
    for one in cast:
        path = list(rules.path(one.figure))
        nobody = [rules.nobody[figure].key for figure, _ in path if figure in rules.nobody]
        merges = {key for _, key in path if key}
        fitted.update(merges)
        if nobody:
            fitted.update(nobody)
            continue
        one = replace(one, figure=path[-1][0], moved=bool(merges))
        known = together.setdefault(one.figure, one)
        if known is not one and (known.moved or one.moved or known.taken or one.taken):
            _join(known, one)
        else:
            apart.append(one)
    return apart


def _join(known: _One, other: _One) -> None:
    """Make one person of two, under the name of the one that is the figure itself."""
    one, two = known.person, other.person
    if known.moved and not other.moved:
        one, two = two, one
        known.moved = False
    aliases = dict.fromkeys((*one.aliases, two.name, *two.aliases))
    aliases.pop(one.name, None)
    mentions = sorted({*one.mentions, *two.mentions}, key=lambda span: (span.start, span.end))
    roles = tuple(dict.fromkeys((*one.roles, *two.roles)))
    known.person = Person(one.name, tuple(aliases), roles, tuple(mentions))
    known.said_as = (*known.said_as, *other.said_as)


def _rename(cast: Sequence[_One], rules: Rules, fitted: set[int]) -> None:
    """Give people the names that were chosen, unless somebody else here is called so."""
    taken = {one.person.name for one in cast}
    for one in cast:
        step = rules.renamed.get(one.figure)
        old = one.person
        if step is None or step.to == old.name or step.to in taken:
            continue
        fitted.add(step.key)
        taken.add(step.to)
        aliases = dict.fromkeys((old.name, *old.aliases))
        aliases.pop(step.to, None)
        one.person = replace(old, name=step.to, aliases=tuple(aliases))


def _spoken(quote: Quote, names: dict[str, str]) -> Quote:
    """Return a quote whose speaker is called as the cast has it by now."""
    if quote.speaker is None:
        return quote
    name = names.get(quote.speaker)
    if name is None:
        return _unsaid(quote)
    return quote if name == quote.speaker else replace(quote, speaker=name)


def _unsaid(quote: Quote) -> Quote:
    return replace(quote, speaker=None, cue=None, confidence=0.0, rule=RULE)


def _give_speakers(
    article: Article,
    cast: list[_One],
    quotes: list[Quote],
    speakers: Sequence[Correction],
    rules: Rules,
    fitted: set[int],
) -> None:
    for made in speakers:
        numbers = anchored(article, made.words or "", made.ordinal)
        name = _speaker_name(article, cast, made, rules) if numbers else None
        if not numbers or (name is None and made.figure is not None):
            continue
        fitted.add(made.key)
        for number in numbers:
            quote = quotes[number]
            cue = quote.cue if quote.speaker == name else None
            quotes[number] = replace(quote, speaker=name, cue=cue, confidence=1.0, rule=RULE)


def _speaker_name(article: Article, cast: list[_One], made: Correction, rules: Rules) -> str | None:
    """Return what the article calls a speaker, who joins the cast where it does not name them.

    None where nobody is meant, or where the speaker was said to be no person.
    """
    if made.figure is None:
        return None
    path = [figure for figure, _ in rules.path(made.figure)]
    if any(figure in rules.nobody for figure in path):
        return None
    root = path[-1]
    found = next((one.person.name for one in cast if one.figure == root), None)
    if found is not None:
        return found
    name = rules.names.get(root, made.name)
    if any(one.person.name == name for one in cast):
        return None
    places = tuple(_places(article.text, name))
    cast.append(_One(Person(name, mentions=places), root, (name,)))
    return name


def _places(text: str, name: str) -> Iterator[Span]:
    """Yield where `name` stands in `text` as words of its own."""
    at = text.find(name) if name else -1
    while at >= 0:
        end = at + len(name)
        before, after = text[max(at - 1, 0) : at], text[end : end + 1]
        if not before.isalnum() and not after.isalnum():
            yield Span(at, end)
        at = text.find(name, end)


def _form(article: Article, span: Span) -> str:
    return " ".join(article.text[span.start : span.end].split())


def block_at(article: Article, offset: int) -> Block | None:
    """Return the block that an offset stands in."""
    return next((block for block in article.blocks if block.start <= offset < block.end), None)
