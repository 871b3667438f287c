"""What stands behind a name in a byline: a place, a paper, a role, a date, who drew the pictures.

None of it belongs to the name. The words are data; they count from the third word on, since the
first two are the least that a full name has.
"""

import re

from tui.parse.widgets import word_set

_LEAST_NAME = 2
_LONGEST_PLACE = 5

_BEFORE_PLACES = word_set("in aus à from for für pour para per voor of at @ en")
"""Prepositions before the place or the paper that a writer reports from."""

_ROLES = word_set(
    "staff senior reporter correspondent editor writer columnist contributor freelance redakteur "
    "redakteurin korrespondent korrespondentin journaliste correspondant correspondante reporterin"
)
"""Roles that stand behind a name with no comma, in English, German and French.

Only behind a name of two words: in "Nora Whitlock Games Editor" the third belongs to the role.
"""

_STAMPS = word_set(
    "updated published posted publié publiée publicado pubblicato veröffentlicht publiziert "
    "aktualisiert actualizado aggiornato atualizado gepubliceerd bijgewerkt lesezeit "
    "monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi "
    "samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
"""Labels of dates, and days of the week."""

_TIME = re.compile(r"\d{1,2}(?:[:.h]\d\d|\s?(?:min|mins|minutes|am|pm|uhr)\b)", re.IGNORECASE)
"""A time of day, or how long the text takes to read."""

_OTHERS = re.compile(
    r"\s+(?:(?:edited|photograph(?:s|ed|y)?|photos?|illustrat(?:ed|ions?)|translated|video)\s+by|"
    r"(?:photos?|illustrations?|traduction)\s+(?:par|de)|fotos?\s+(?:von|de|di|por))\s.*",
    re.IGNORECASE | re.DOTALL,
)
"""Who edited, translated or drew stands behind who wrote."""

_TRAILING = re.compile(
    r"\s+(?:le|la|on|am|at|à|il|el|em|op|den|the|in|für|pour|for)$", re.IGNORECASE
)
"""What is left behind a name where the date or the place after it was cut off."""

_JOINTS = word_set("the la le les los las der die das de des du del el of san saint st")
"""Words in lower case that places and papers have inside."""


def without_others(line: str) -> str:
    """Cut off who edited, translated or drew, and what follows."""
    return _OTHERS.sub("", line)


def ended(name: str) -> str:
    """Return `name` without what stands behind it."""
    words = name.split()
    for place in range(_LEAST_NAME, len(words)):
        if _follows(words[:place], words[place:]):
            name = " ".join(words[:place])
            break
    return _TRAILING.sub("", name)


def _follows(name: list[str], rest: list[str]) -> bool:
    """Tell whether `rest` stands behind a name and does not go on with it."""
    bare = rest[0].strip(".,:;()").casefold()
    if bare in _BEFORE_PLACES:
        return _is_place(rest[1:])
    if bare in _ROLES:
        return sum(len(word.strip(".")) > 1 for word in name) == _LEAST_NAME
    return bare in _STAMPS or rest[0][0] == "@" or _TIME.match(" ".join(rest[:2])) is not None


def _is_place(words: list[str]) -> bool:
    """Tell whether all of `words` may be a place's or a paper's name: no sentence goes on."""
    capitals = (word[:1].isupper() or word.casefold() in _JOINTS for word in words)
    return len(words) <= _LONGEST_PLACE and all(capitals)
