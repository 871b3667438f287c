"""What was typed, cut into words, phrases, parentheses and signs, with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from tui.library.query.errors import QueryError
from tui.words import _

LONGEST: Final = 4_000
"""Code points of a query."""

_SPACE: Final = re.compile(r"\s+")
_NAME: Final = re.compile(r"([^\W\d_][\w-]{0,30}):")
_WORD: Final = re.compile(r'[^\s()"“”«»]+')
_CLOSERS: Final = {'"': '"', "“": "”", "«": "»", "”": "”"}


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query; `text` is without marks, `start` and `end` are with them."""

    kind: Literal["word", "phrase", "name", "(", ")", "-", "end"]
    text: str
    start: int
    end: int


def tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of `query`, the last of the kind "end"; raises QueryError."""
    if len(query) > LONGEST:
        raise QueryError(
            _("longer than {most} characters", most=LONGEST), query, LONGEST, len(query)
        )
    at = 0
    while at < len(query):
        if space := _SPACE.match(query, at):
            at = space.end()
            continue
        token = _token(query, at)
        at = token.end
        yield token
    yield Token("end", "", len(query), len(query))


def _token(query: str, at: int) -> Token:
    character = query[at]
    if character == "(":
        return Token("(", character, at, at + 1)
    if character == ")":
        return Token(")", character, at, at + 1)
    if character in _CLOSERS:
        return _phrase(query, at)
    if character == "»":
        raise QueryError(_("a closing mark without an opening one"), query, at, at + 1)
    if character == "-" and query[at + 1 : at + 2].strip():
        return Token("-", character, at, at + 1)
    if (name := _NAME.match(query, at)) and not query.startswith("//", name.end()):
        return Token("name", name[1].lower(), at, name.end())
    word = _WORD.match(query, at)
    end = word.end() if word else at + 1
    return Token("word", query[at:end], at, end)


def _phrase(query: str, at: int) -> Token:
    close = query.find(_CLOSERS[query[at]], at + 1)
    if close < 0:
        raise QueryError(_("this quotation mark is never closed"), query, at, at + 1)
    end = close + 1
    prefix = query[end : end + 1] == "*"
    text = " ".join(query[at + 1 : close].split())
    return Token("phrase", f"{text}*" if prefix else text, at, end + prefix)
