"""The grammar of queries, and its parser.

    query  = [or]                          words beside each other are all meant
    or     = and {"OR" and}                also "OU"
    and    = not {["AND"] not}             also "ET"
    not    = ["NOT" | "-"] atom            also "SAUF"
    atom   = "(" or ")" | name ":" value | word | phrase
    value  = word | phrase | "(" or ")"    of words: person:(morvan OR renn)

The joining words are in capitals, so that "and" and "ou" are words. A word ends in "*" where it may
go on. `sort:` may stand anywhere outside parentheses, once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Final

from tui.identity import words
from tui.library.query.asked import Search, Sort
from tui.library.query.dates import read_days
from tui.library.query.errors import QueryError
from tui.library.query.fields import BY_NAME, Field
from tui.library.query.terms import And, Dated, Flag, Named, Not, Or, Term, Word
from tui.library.query.tokens import Token, tokens
from tui.words import _

_DEEPEST: Final = 20
"""Parentheses inside one another."""
_AND: Final = ("AND", "ET")
_OR: Final = ("OR", "OU")
_NOT: Final = ("NOT", "SAUF")


def parse(query: str, today: date) -> Search:
    """Return what `query` means on the day `today`; raises QueryError, which tells where."""
    parser = _Parser(query, today, list(tokens(query)))
    term = parser.alternatives(0) if parser.next.kind != "end" else None
    if parser.next.kind == ")":
        raise parser.error(_("nothing opens this parenthesis"), parser.next)
    return Search(term, parser.sort or "newest")


@dataclass(slots=True)
class _Parser:
    query: str
    today: date
    tokens: list[Token]
    at: int = 0
    sort: Sort | None = None
    fields: list[Field] = field(default_factory=list)
    """The field whose parentheses are open, if any."""

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def error(self, message: str, token: Token) -> QueryError:
        return QueryError(message, self.query, token.start, token.end)

    def take(self) -> Token:
        token = self.next
        self.at += token.kind != "end"
        return token

    def joined_by(self, joiners: tuple[str, ...]) -> bool:
        return self.next.kind == "word" and self.next.text in joiners

    def alternatives(self, depth: int) -> Term | None:
        """Read parts with OR between them."""
        parts = list(self._several(depth))
        found = [part for part in parts if part is not None]
        if not found:
            return None
        return found[0] if len(found) == 1 else Or(tuple(found))

    def _several(self, depth: int) -> Iterator[Term | None]:
        yield self.conjunction(depth)
        while self.joined_by(_OR):
            sign = self.take()
            if self._ends():
                raise self.error(_("nothing stands behind {text}", text=sign.text), sign)
            yield self.conjunction(depth)

    def _ends(self) -> bool:
        return self.next.kind in ("end", ")") or self.joined_by((*_OR, *_AND))

    def conjunction(self, depth: int) -> Term | None:
        """Read parts that are all meant, with AND between them or nothing."""
        if self.joined_by((*_OR, *_AND)):
            raise self.error(_("nothing stands in front of {text}", text=self.next.text), self.next)
        parts: list[Term] = []
        while self.next.kind not in ("end", ")") and not self.joined_by(_OR):
            if self.joined_by(_AND):
                sign = self.take()
                if self._ends():
                    raise self.error(_("nothing stands behind {text}", text=sign.text), sign)
            part = self.negation(depth)
            if part is not None:
                parts.append(part)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def negation(self, depth: int) -> Term | None:
        """Read one part, with NOT or a minus in front or not."""
        sign = self.next
        if sign.kind != "-" and not self.joined_by(_NOT):
            return self.atom(depth)
        self.take()
        if self._ends():
            raise self.error(_("nothing stands behind {text}", text=sign.text), sign)
        if self.next.kind == "-" or self.joined_by(_NOT):
            raise self.error(_("one negation is enough"), self.next)
        part = self.atom(depth)
        if part is None:
            raise self.error(_("an order cannot be left out"), sign)
        return Not(part)

    def atom(self, depth: int) -> Term | None:
        """Read a word, a phrase, a field or what stands in parentheses."""
        token = self.take()
        if token.kind == "(":
            return self._group(token, depth)
        if token.kind == "name":
            return self._field(token, depth)
        word = self._word(token)
        return Named(self.fields[-1].name, word) if self.fields else word

    def _group(self, token: Token, depth: int) -> Term:
        if depth >= _DEEPEST:
            raise self.error(
                _("more than {most} parentheses inside one another", most=_DEEPEST), token
            )
        found = self.alternatives(depth + 1)
        if self.next.kind != ")":
            raise self.error(_("this parenthesis is never closed"), token)
        closing = self.take()
        if found is None:
            raise QueryError(
                _("nothing in these parentheses"), self.query, token.start, closing.end
            )
        return found

    def _word(self, token: Token) -> Word:
        text = token.text.rstrip("* ")
        if not words(text):
            raise self.error(_("no letters or digits in this"), token)
        return Word(text, prefix=token.text.endswith("*"))

    def _field(self, name: Token, depth: int) -> Term | None:
        if self.fields:
            raise self.error(
                _("a field inside {name}: is not understood", name=self.fields[-1].name), name
            )
        known = BY_NAME.get(name.text)
        if known is None:
            raise self.error(_unknown(name.text), name)
        if self.next.kind == "(" and self.next.start == name.end and known.kind == "words":
            self.fields.append(known)
            found = self.atom(depth)
            self.fields.pop()
            return found
        if self.next.kind not in ("word", "phrase", "-") or self.next.start != name.end:
            raise self.error(_("{text}: wants a value right behind it", text=name.text), name)
        return self._value(known, name, depth)

    def _value(self, known: Field, name: Token, depth: int) -> Term | None:
        value = self.take()
        if value.kind == "-":
            rest = self.take()
            value = Token("word", f"-{rest.text}", value.start, rest.end)
        if known.kind == "words":
            return Named(known.name, self._word(value))
        if known.kind == "date":
            return self._days(value)
        chosen = _choice(known, value.text)
        if chosen is None:
            message = f"{name.text}: takes {', '.join(known.choices)}; not {value.text}"
            raise self.error(message, value)
        if known.kind == "choice":
            return Flag(known.name, chosen)
        if depth or self.sort is not None:
            raise self.error(_("one order is enough, outside parentheses"), name)
        self.sort = "oldest" if chosen == "oldest" else "newest"
        return None

    def _days(self, value: Token) -> Dated:
        days = read_days(value.text, self.today)
        if days is None:
            message = _(
                'no date: try 2026-03, 2026-01..2026-03, ">2026-01-01", "last week"'
                ' or "depuis lundi"'
            )
            raise self.error(message, value)
        if days.first and days.last and days.first > days.last:
            raise self.error(_("these days end before they begin"), value)
        return days


def _choice(known: Field, typed: str) -> str | None:
    folded = typed.lower()
    for value, more in known.choices.items():
        if folded == value or folded in more:
            return value
    return None


def _unknown(typed: str) -> str:
    close = get_close_matches(typed, list(BY_NAME), n=1, cutoff=0.6)
    message = _("no field is called {typed}", typed=typed)
    return (
        _("{message}; did you mean {close}:?", message=message, close=close[0])
        if close
        else message
    )
