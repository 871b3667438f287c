"""The site that a dump comes from, where the dump itself proves it.

A page names its site in its copyright line, in its offer to subscribe and in a banner on top. One
of the first two that has the form of a title is a proof; what looks like a company, a button or a
phrase is none, and then the site stays unknown.
"""

import re
from collections.abc import Iterator, Sequence

from tui.parse.bylines import AGENCIES, DAYS, MONTHS
from tui.parse.text_lines import key_of
from tui.parse.text_zones import Seen
from tui.parse.widgets import widget, word_set

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s:]*(?:©|\(c\)|copyright)?[\s,]*(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)?\d\d)?)?"
    r"[\s,:–—-]*(?:by\s+)?(?P<name>[^.,|©–—(]{3,60}?)(?:\s+(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?\s*"
    r"(?:$|[.,|–—(]|\s-\s|all rights|tous droits|alle rechte|todos los|tutti i|todos os)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SUBSCRIBE = re.compile(
    r"^(?:s['’]abonner|abonnez-vous|je m['’]abonne)\s+à\s+(?P<fr>.+)$|"
    r"^subscribe\s+to\s+(?P<en>.+)$|^suscr[ií]b(?:ete|ase|irse)\s+a\s+(?P<es>.+)$|^abbonati\s+a\s+(?P<it>.+)$",
    re.IGNORECASE,
)
_NO_SITE = word_set(
    "newsletter newsletters rss feed podcast podcasts updates alerts channel chaîne premium "
    "digital our my your notre nos votre this email e-mail youtube spotify apple google app flux "
    "news actualités rights reserved droits réservés reproduction inc inc. ltd ltd. llc plc corp "
    "corp. corporation company limited gmbh ag se sa s.a. sas sarl s.a.s b.v. bv s.l. s.p.a. spa "
    "srl co co. holding holdings images getty photo photos licence license policy"
)
"""Words that stand where a site's name could, and show that it is none."""
_LONGEST, _WORDS, _BANNER = 40, 6, 8
"""Code points and words of a name; the first lines, among which a banner stands."""


def proven_site(seen: Sequence[Seen], body: int) -> str | None:
    """Return the name of the site, if exactly one is proven by the lines around the body.

    `body` is the line at which the article begins; a copyright above it counts too.
    """
    top = {key_of(s.line.text): s.line.text for s in seen[: min(body, _BANNER)]}
    for name in _claims(seen):
        key = key_of(name)
        if printed := top.get(key) or top.get(key_of(f"the {name}")):
            return printed
    names = {key_of(name): name for name, dated in _dated_claims(seen) if dated}
    return next(iter(names.values())) if len(names) == 1 else None


def _claims(seen: Sequence[Seen]) -> Iterator[str]:
    for name, _ in _dated_claims(seen):
        yield name


def _dated_claims(seen: Sequence[Seen]) -> Iterator[tuple[str, bool]]:
    """Yield the names of copyright lines and offers, and whether one stands for itself."""
    for s in seen:
        text = s.line.text
        if len(text) > 200:
            continue
        if (match := _COPYRIGHT.match(text)) and _is_name(match["name"]):
            yield match["name"].strip(), bool(_YEAR.search(text))
        elif (match := _SUBSCRIBE.match(text)) and match.lastgroup:
            name = match[match.lastgroup].strip(" .!")
            if _is_name(name):
                yield name, True


def _is_name(text: str) -> bool:
    name = text.strip()
    words = [word.casefold() for word in name.split()]
    if not 3 <= len(name) <= _LONGEST or len(words) > _WORDS or not name[0].isupper():
        return False
    if any(c in name for c in "/@:<>[]{}£$€%#") or widget(name):
        return False
    return not (_NO_SITE | AGENCIES | MONTHS | DAYS) & set(words)
