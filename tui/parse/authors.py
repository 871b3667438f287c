"""Authors as a feed or a front matter gives them: a field that ought to hold names, and often does.

The field says that these are authors, so one word or a name in another script is taken as given;
desks, agencies, sites, account names and addresses are refused as everywhere.
"""

import re
from collections.abc import Iterable

from tui.parse.bylines import NOT_NAMES, people
from tui.parse.clean import clean_inline

_HEAD = re.compile(r"^(?:par|by|von|por|door|di)\s*:?\s+(?=\S)", re.IGNORECASE)
_MAIL_NAME = re.compile(r"^[^\s@]+@[^\s@()]+\s*\(([^()]+)\)$")
_NAME_MAIL = re.compile(r"^([^<>@]+)<[^<>\s]*>$")
"""The author of an RSS item: "mail@example.org (Name)", or a name with its address behind it."""

_LIST = re.compile(r"\s*[,;、，・]\s*")
_ROLE = re.compile(r"\s*(?:기자|특파원|記者|记者)$")
"""Korean, Japanese and Chinese write "reporter" and "correspondent" behind the name."""

_LONGEST = 200
_LONGEST_WORD = 30
_FORBIDDEN = re.compile(r"[\d@:/\\<>{}\[\]#%*=_+|]")


def given_authors(values: Iterable[str], site: str | None = None) -> tuple[str, ...]:
    """Return the persons that `values` name, each once, in order; `site` is never one of them."""
    found: dict[str, None] = {}
    for value in values:
        for name in _names(clean_inline(value), site):
            found.setdefault(name)
    return tuple(found)


def _names(text: str, site: str | None) -> tuple[str, ...]:
    if len(text) > _LONGEST:
        return ()
    for form in (_MAIL_NAME, _NAME_MAIL):
        match = form.match(text)
        if match:
            text = match[1].strip()
    text = _HEAD.sub("", text)
    if _is_caseless(text):
        parts = [_ROLE.sub("", part.strip()) for part in _LIST.split(text)]
        return tuple(part for part in parts if part and _is_given_name(part, site))
    named = people(text, site)
    return named or ((text,) if _is_given_name(text, site) else ())


def _is_caseless(text: str) -> bool:
    """Tell whether `text` is in a script without capitals."""
    return text.upper() == text.lower() and any(c.isalpha() for c in text)


def _is_given_name(text: str, site: str | None) -> bool:
    """Say whether `text` is a pen name of one word, or a name without capitals in its script."""
    if _FORBIDDEN.search(text) or (site and text.casefold() == site.casefold()):
        return False
    words = text.split()
    if not 1 <= len(words) <= 4 or any(len(word) > _LONGEST_WORD for word in words):
        return False
    if any(word.strip(".,'’").casefold() in NOT_NAMES for word in words):
        return False
    return _is_caseless(text) or (len(words) == 1 and text.istitle() and len(text) > 2)
