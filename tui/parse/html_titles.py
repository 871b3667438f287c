"""The title of a page's article, chosen among all the wordings that the page gives of it.

A page words its title up to four times: as a heading for readers, in JSON-LD, for social networks
and in `title` for search engines, where the site's name hangs on. Which one is meant:

1. What JSON-LD and the social title say alike is the title: two fields, written apart, agree. A
   heading that differs carries a section's name or a shortened wording.
2. Where they differ, the one that no main heading has and that the page prints as a headline of its
   own: a second headline is only needed where the first one is worded for search engines.
3. Else JSON-LD's, but where it was cut, or shares no word with any other wording.
4. Without it, the main heading as it is printed, where it is worded like what is given: given
   titles are often shortened or bear the site's name.
5. Else what is given; a lone heading counts only where nothing is given.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from lxml import etree

from tui.parse.html_sites import SEPARATOR, is_site, key_words
from tui.parse.html_tree import ancestors, is_hidden, names_of, text_of
from tui.parse.page_facts import PageFacts
from tui.parse.page_head import plain
from tui.parse.schema_values import texts

_SOCIAL = ("ogtitle", "twittertitle")
_OTHER = (
    "headline", "dctitle", "dctermstitle", "parselytitle", "sailthrutitle", "citationtitle",
    "title",
)  # fmt: skip
"""Names of meta elements with a title: Dublin Core, Parse.ly, Sailthru, Highwire Press."""

_LONGEST_SITE = 40
_LINK_MARKS = "¶ "
"""What generators of documentation print behind a heading as a link to it."""
_MOST_HEADINGS = 12
_MOST_CUTS = 12
_LONGEST = 400
_ASIDE = re.compile(r"\b(?:logo|site-?title|site-?name|masthead|breadcrumb|comment|related|brand)")
_OUTSIDE = ("nav", "footer", "aside")
_NO_HEADLINES = ("h1", "a", "script", "style", "meta", "link", "img", "body", "html")
_MOST_HEADLINES = 400
_HEADLINE = re.compile(r"title|headline", re.IGNORECASE)
"""Names of elements that print a title."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A title in one wording."""

    text: str
    key: tuple[str, ...]
    """Its words, folded."""


def choose_title(root: etree._Element, facts: PageFacts) -> tuple[str | None, str | None]:
    """Return the title, and the main heading that prints it, in whatever wording."""
    head, sites = facts.head, facts.sites
    headings = _headings(root, sites, head.title)
    linked = _wording(_headlines(facts.article, headings), sites)
    social = _wording(head.all(*_SOCIAL), sites)
    named = _wording([_without_end(root, head.title)], sites)
    if named and not headings and (part := _part_printed(root, named.text)):
        named = Wording(part, key_words(part))
    other = _wording([*head.all(*_OTHER), *texts(facts.marked.get("headline"))], sites)
    given = [w for w in (linked, social, other) if w] or ([named] if named else [])
    printed = _printed(headings, [*given, *([named] if named else [])])
    if linked and _stands_alone(linked, [w for w in (social, named, other, *headings) if w]):
        linked, given = None, given[1:]
    title = _choice(root, (linked, social, named), given, headings)
    if title is None:
        return None, printed
    title = _without_tail(title, given, facts)
    return title, _heading_of(root, title) or printed


def _stands_alone(linked: Wording, others: Sequence[Wording]) -> bool:
    """Tell whether a headline shares no word with any other wording: it is a system's own name."""
    return bool(others) and not any(set(linked.key) & set(wording.key) for wording in others)


def _heading_of(root: etree._Element, title: str) -> str | None:
    """Return the heading that prints the title, perhaps behind a section's name."""
    key = key_words(title)
    for element in root.iter("h1", "h2"):
        text = text_of(element)
        own = key_words(text) if len(text) <= _LONGEST else ()
        if own == key or (len(key) >= _LEAST_END and _is_end(key, own)):
            return plain(text)
    return None


def _headlines(article: dict[str, Any], headings: Sequence[Wording]) -> list[str]:
    """Return JSON-LD's headline, after its name where that is the one the page prints."""
    printed = {heading.key for heading in headings}
    names = [name for name in texts(article.get("name")) if key_words(name) in printed]
    return [*names, *texts(article.get("headline"))]


def _without_tail(title: str, given: Sequence[Wording], facts: PageFacts) -> str:
    """Cut off the section that stands before the site's name, where a field has neither."""
    named = [text for text in facts.head.all(*_SOCIAL) if text.endswith(facts.sites)]
    if not any(text.startswith(title) for text in named):
        return title
    for wording in given:
        rest = title.removeprefix(wording.text)
        if rest != title and len(wording.key) >= _LEAST_END and _TAIL.match(rest):
            return wording.text
    return title


_TAIL = re.compile(r"\s*[|ㅣ｜·•»–—-]")


def _printed(headings: Sequence[Wording], given: Sequence[Wording]) -> str | None:
    """Return the first heading that is worded like any title."""
    for heading in headings:
        if any(heading.key == wording.key or _alike(heading, wording) for wording in given):
            return heading.text
    return None


def _choice(
    root: etree._Element,
    sources: tuple[Wording | None, Wording | None, Wording | None],
    given: Sequence[Wording],
    headings: Sequence[Wording],
) -> str | None:
    linked, social, named = sources
    if linked and social and linked.key == social.key:
        return _as_printed(linked, headings)
    if apart := _printed_apart(root, (social, linked), headings):
        return apart
    equal = next((h for h in headings if any(h.key == w.key for w in given)), None)
    if linked and not any(_goes_on(h, linked) for h in headings):
        return _as_printed(linked, headings)
    if equal:
        return equal.text
    for heading in headings:
        if matched := _matching(heading, given, named):
            return matched.text
    if given:
        return given[0].text
    return headings[0].text if headings else None


_CUT = 90
"""Code points from which a headline may have been cut: search engines ask for at most 110."""


def _goes_on(heading: Wording, linked: Wording) -> bool:
    """Tell whether a headline is only the beginning of the printed heading, cut for its length."""
    cut = linked.text.endswith(("…", "...")) or len(linked.text) >= _CUT
    words_left = len(linked.key) - 1
    return (
        cut
        and len(heading.key) > words_left > 2
        and (
            heading.key[:words_left] == linked.key[:words_left]
            and len(heading.text) > len(linked.text)
        )
    )


def _wording(texts: Iterable[str], sites: Sequence[str]) -> Wording | None:
    """Return the first of `texts` that says more than the site's name."""
    for text in texts:
        cut = without_site(plain(text), sites)
        if cut and (key := key_words(cut)):
            return Wording(cut, key)
    return None


def _headings(root: etree._Element, sites: Sequence[str], title: str) -> list[Wording]:
    """Return the main headings, but those that only name the site or a part of it."""
    found: list[Wording] = []
    for element in root.iter("h1"):
        text = plain(text_of(element)).rstrip(_LINK_MARKS)
        key = key_words(text)
        if not key or len(text) > _LONGEST or _is_outside(element) or is_hidden(element):
            continue
        if not is_site(text, sites) and not _ends_title(key, title):
            found.append(Wording(text, key))
        if len(found) >= _MOST_HEADINGS:
            break
    return found


def _is_outside(element: etree._Element) -> bool:
    """Tell whether a heading is a logo's, a list's or a comment's."""
    return any(
        node.tag in _OUTSIDE or _ASIDE.search(names_of(node)) for node in ancestors(element, 2)
    )


def _without_end(root: etree._Element, title: str) -> str:
    """Cut off what a heading of the page prints as well: the name of the site or of its part."""
    ends = [(cut.start(), key_words(title[cut.end() :])) for cut in _cuts(title)]
    if not ends:
        return title
    printed = {key_words(text_of(h)[:_LONGEST]) for h in root.iter("h1")}
    return next((title[:start] for start, key in ends if key in printed and start), title)


def _ends_title(key: tuple[str, ...], title: str) -> bool:
    """Tell whether a heading is what hangs behind the title in `title`: a site's or section's."""
    return any(key_words(title[cut.end() :]) == key for cut in _cuts(title))


def _cuts(title: str) -> list[re.Match[str]]:
    """Return where a title can be parted from the names that hang on it."""
    return list(islice(SEPARATOR.finditer(title[:_LONGEST]), _MOST_CUTS))


def _as_printed(wording: Wording, headings: Sequence[Wording]) -> str:
    """Return the wording as the page prints it: its marks are the typesetter's."""
    return next((h.text for h in headings if h.key == wording.key), wording.text)


def _printed_apart(
    root: etree._Element,
    sources: tuple[Wording | None, Wording | None],
    headings: Sequence[Wording],
) -> str | None:
    """Return the given wording that no main heading has, and a headline of its own prints."""
    printed = {heading.key for heading in headings}
    wanted = [w.key for w in sources if w and w.key not in printed]
    if len(wanted) > 1 and _is_end(wanted[1], wanted[0]):
        wanted.reverse()
    return _headline(root, wanted)


def _part_printed(root: etree._Element, title: str) -> str | None:
    """Return the part of `title` that a headline prints, where the page has no main heading."""
    cuts = _cuts(title)
    parts = [part for cut in cuts for part in (title[: cut.start()], title[cut.end() :])]
    return _headline(root, [key for key in map(key_words, parts) if len(key) >= _LEAST_END])


def _headline(root: etree._Element, wanted: Sequence[tuple[str, ...]]) -> str | None:
    """Return the headline that prints one of `wanted` and leads nowhere, the first one's first."""
    found: dict[tuple[str, ...], str] = {}
    for element in islice(_headlines_apart(root), _MOST_HEADLINES) if wanted else ():
        if element.tag in _NO_HEADLINES or len(element) > _MOST_HEADINGS:
            continue
        text = text_of(element)
        if len(text) > _LONGEST or key_words(text) not in wanted:
            continue
        if not _is_teaser(element) and not is_hidden(element):
            found.setdefault(key_words(text), plain(text))
    return next((found[key] for key in wanted if key in found), None)


def _headlines_apart(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements that may print a headline: by their tag, their names, or in a heading."""
    for element in root.iter():
        if element.tag == "h1":
            yield from element.iterdescendants()
        elif element.tag == "h2" or _is_called_headline(element.get("class") or ""):
            yield element


@lru_cache(maxsize=8192)
def _is_called_headline(names: str) -> bool:
    return _HEADLINE.search(names[:_LONGEST]) is not None


def _is_teaser(element: etree._Element) -> bool:
    """Tell whether a headline leads elsewhere, or stands beside the article."""
    if next(element.iter("a"), None) is not None:
        return True
    return any(node.tag in ("a", "li", *_OUTSIDE) for node in ancestors(element, 4))


def _matching(heading: Wording, given: Sequence[Wording], named: Wording | None) -> Wording | None:
    """Return which one counts where a heading is worded like a given title, but not the same."""
    for wording in given:
        if _is_end(wording.key, heading.key) and len(wording.key) >= _LEAST_END:
            return wording if wording is not named else heading
        if _alike(heading, wording):
            return heading
    return heading if named and (named.key == heading.key or _alike(heading, named)) else None


_LEAST_END = 3
"""Words from which a title at the end of a heading is the title, after a section's name."""


def _is_end(end: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return len(end) < len(whole) and whole[-len(end) :] == end


def _alike(heading: Wording, wording: Wording) -> bool:
    """Tell whether two wordings share most of the shorter one's words."""
    if any(key_words(part) == heading.key for part in SEPARATOR.split(wording.text)):
        return True
    a, b = set(heading.key), set(wording.key)
    return len(a & b) >= 0.6 * min(len(a), len(b)) and len(a) * 2 >= len(b)


def without_site(title: str, sites: Sequence[str]) -> str | None:
    """Cut the site's name off the title; None where nothing else is in it."""
    if is_site(title, sites):
        return None
    cuts = _cuts(title)
    ends = [cut.start() for cut in cuts[1:]] + [len(title)]
    for cut, end in zip(cuts, ends, strict=False):
        if is_site(title[cut.end() :], sites) or is_site(title[cut.end() : end], sites):
            return title[: cut.start()] or None
    for cut in reversed(cuts):
        if is_site(title[: cut.start()], sites):
            return title[cut.end() :] or None
    if cuts and any(_shares(title[cuts[-1].end() :], site) for site in sites):
        return title[: cuts[-1].start()] or None
    return title or None


def _shares(part: str, site: str) -> bool:
    a, b = "".join(key_words(part)), "".join(key_words(site))
    return bool(a and b) and (a in b or b in a) and len(a) <= _LONGEST_SITE
