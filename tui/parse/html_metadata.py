"""What a page says of itself: JSON-LD, then OpenGraph and meta elements, then what is printed.

Every field is taken from the first source that gives a valid value: a title that is not the
site's name, authors that are persons, a date that reads as one, an absolute address. Broken JSON-
LD is passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree

from tui.identity import names_article, words
from tui.parse.addresses import web_address
from tui.parse.authors import given_authors
from tui.parse.bylines import byline, date_in, is_person, known
from tui.parse.clean import clean_inline
from tui.parse.dates import iso_date
from tui.parse.html_json_ld import page_article, person_names, plain, strings
from tui.parse.html_tree import names_of, text_of

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_AUTHORS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "dcterms.creator", "og:article:author", "article:author_name", "citation_author", "dc.author",
)  # fmt: skip
_DATES = (
    "article:published_time", "og:article:published_time", "article:published", "date",
    "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dcterms.issued",
    "publish_date",
    "article.published", "published_time", "date.release", "cxenseparse:recs:publishtime",
    "datecreated", "last-published", "og:published_time", "citation_publication_date",
    "citation_date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
    "article:modified", "dcterms.modified", "last-modified",
)  # fmt: skip
_SECTIONS = ("article:section", "og:article:section", "articlesection", "parsely-section")
_KEYWORDS = ("article:tag", "og:article:tag", "keywords", "news_keywords")
_MOST_KEYWORDS = 30
_LONGEST_KEYWORD = 80
"""Code points; a longer one is a sentence."""
_SITES = ("og:site_name", "application-name", "dc.publisher", "article:publisher_name")
_SEPARATOR = re.compile(r"\s+[|–—·•»-]\s+|\s*\|\s*|\s+::\s+")
_BYLINE_CLASS = re.compile(
    r"\bby-?line|author|auteur|autor|signature|\bwriter|creator", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an article's head, None or empty where the page does not give them."""

    title: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    description: str | None = None
    modified: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    heading: str | None = None
    """The title as the page prints it, which its metadata may put otherwise."""


def read_metadata(root: etree._Element, origin: str | None = None) -> Metadata:
    """Read the metadata of the page at `root`; `origin` is its address where it was fetched."""
    article = page_article(root)
    metas = _metas(root)
    site = _site(article, metas)
    language = _language(root, article, metas)
    base = web_address(origin, None)
    published = _published(root, article, metas, language)
    modified = _modified(root, article, metas, language)
    title, heading = _title(root, article, metas, site)
    return Metadata(
        title=title,
        heading=heading,
        url=_url(root, article, metas, base) or base,
        site=site,
        language=language,
        authors=_authors(root, article, metas, site),
        published=published,
        modified=None if modified == published else modified,
        section=_section(article, metas),
        keywords=_keywords(article, metas),
        description=_first(strings(article.get("description")), _many(metas, _DESCRIPTIONS)),
    )


def read_url(root: etree._Element, origin: str | None = None) -> str | None:
    """Return where the page's relative links start: its own address, else only its site's.

    The rest of its metadata is not read, and JSON-LD only where nothing else gives the address.
    """
    base = web_address(origin, None)
    metas = _metas(root)
    own = _url(root, {}, metas, base) or _url(root, page_article(root), {}, base) or base
    return own or next(_addresses(root, {}, metas, base), None)


def _metas(root: etree._Element) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = (meta.get("content") or "")[:5000].strip()
        for key in {meta.get("property"), meta.get("name"), meta.get("itemprop")}:
            if key and content:
                out.setdefault(key.strip().lower(), []).append(content)
    return out


def _many(metas: dict[str, list[str]], keys: tuple[str, ...]) -> list[str]:
    return [plain(v) for key in keys for v in metas.get(key, ())]


def _first(*lists: list[str]) -> str | None:
    return next((v for values in lists for v in values if v), None)


def _site(article: dict[str, Any], metas: dict[str, list[str]]) -> str | None:
    names = [*_many(metas, _SITES[:1]), *strings(article.get("publisher")), *_many(metas, _SITES)]
    return next((n for n in names if len(n) <= 80 and not n.startswith(("http", "@"))), None)


def _language(
    root: etree._Element, article: dict[str, Any], metas: dict[str, list[str]]
) -> str | None:
    values = [root.get("lang") or "", *strings(article.get("inLanguage"))]
    values += _many(metas, ("og:locale", "content-language", "dc.language", "language"))
    for value in values:
        if re.match(r"^[A-Za-z]{2}(?:[-_]|$)", value.strip()):
            return value.strip()[:2].lower()
    return None


def _title(
    root: etree._Element, article: dict[str, Any], metas: dict[str, list[str]], site: str | None
) -> tuple[str | None, str | None]:
    """Return the title, and the heading that prints it; either may be None.

    JSON-LD calls its title the headline and comes first; what is written for sharing and for
    search engines counts less than the heading on the page.
    """
    printed = [clean_inline(text_of(h)) for h in root.iter("h1")]
    headline, given = strings(article.get("headline"))[:1], _many(metas, _TITLES)
    named = [_without_site(t, site) for t in (*headline, *given, *_title_text(root))]
    titles = [title for title in named if title]
    heading = next((p for p in printed if p and any(_alike(p, t) for t in titles)), None)
    if headline and named[0] and not (heading and _goes_on(heading, named[0])):
        same = heading and words(heading) == words(named[0])
        return (heading if same else named[0]), heading
    if heading:
        return _without_kicker(heading, titles), heading
    if titles:
        return titles[0], None
    return next((p for p in printed if p and not _is_site(p, site)), None), None


_CUT_HEADLINE = 100
"""Code points from which a headline may have been cut: search engines ask for at most 110."""


def _goes_on(heading: str, headline: str) -> bool:
    """Tell whether `headline` is only the beginning of the printed heading, cut for its length."""
    short = headline.rstrip(" .…")
    cut = headline.endswith(("…", "...")) or len(short) >= _CUT_HEADLINE
    return cut and len(heading) > len(short) and heading.startswith(short)


def _without_kicker(heading: str, titles: list[str]) -> str:
    """Cut off the words over the title ("Culture: …") that no title of the metadata has."""
    printed = words(heading)
    for title in titles:
        own = words(title)
        if 2 < len(own) < len(printed) and printed[-len(own) :] == own:
            return title
    return heading


def _title_text(root: etree._Element) -> list[str]:
    for element in root.iter("title"):
        parent = element.getparent()
        if parent is not None and parent.tag in ("head", "html"):
            return [clean_inline("".join(map(str, element.itertext()))[:2000])]
    return []


def _is_site(text: str, site: str | None) -> bool:
    return bool(site) and words(text) == words(site or "")


def _without_site(title: str, site: str | None) -> str | None:
    """Cut the site's name off the title; None where nothing else is in it."""
    if _is_site(title, site):
        return None
    cuts = list(_SEPARATOR.finditer(title))
    if not cuts:
        return title or None
    last, first = title[cuts[-1].end() :], title[: cuts[0].start()]
    if _is_site(last, site) or (site and _shares(last, site)):
        return title[: cuts[-1].start()]
    if _is_site(first, site):
        return title[cuts[0].end() :]
    return title


def _shares(part: str, site: str) -> bool:
    a, b = "".join(words(part)), "".join(words(site))
    return bool(a and b) and (a in b or b in a) and len(a) <= 40


def _alike(heading: str, title: str) -> bool:
    a, b = set(words(heading)), set(words(title))
    if a and any(words(part) == words(heading) for part in _SEPARATOR.split(title)):
        return True
    return bool(a and b) and len(a & b) >= 0.6 * min(len(a), len(b)) and len(a) * 2 >= len(b)


def _authors(
    root: etree._Element, article: dict[str, Any], metas: dict[str, list[str]], site: str | None
) -> tuple[str, ...]:
    for field in ("author", "creator"):
        if found := given_authors(person_names(article.get(field)), site):
            return found
    for key in _AUTHORS:
        if found := _meta_authors(_many(metas, (key,)), site):
            return found
    return _printed_authors(root, site)


def _meta_authors(values: list[str], site: str | None) -> tuple[str, ...]:
    """Return the full names, or the names in a script without capitals."""
    found = known(values, site)
    return found or given_authors((v for v in values if v.upper() == v.lower()), site)


def _printed_authors(root: etree._Element, site: str | None) -> tuple[str, ...]:
    marked = [e for e in root.iter("a", "span", "address") if _marked_author(e)][:6]
    if found := known((clean_inline(text_of(e)) for e in marked), site):
        return found
    for element in root.iter("p", "div", "span", "li", "address", "small", "em"):
        if not _BYLINE_CLASS.search(names_of(element)):
            continue
        text = clean_inline(text_of(element))
        names = byline(text) if len(text) <= 160 else None
        if names is None and is_person(text, site):
            names = (text,)
        if names:
            return known(names, site)
    return _linked_author(root, site)


_AUTHOR_PAGE = re.compile(r"/(?:authors?|auteurs?|autor|autore|autoren|reporters?)/", re.IGNORECASE)
"""The folder in which content systems keep the page of each author."""
_MOST_LINKS = 5000


def _linked_author(root: etree._Element, site: str | None) -> tuple[str, ...]:
    """Return the one person to whose page the text links; of several none, they may be others'."""
    names: set[str] = set()
    for link in islice(root.iter("a"), _MOST_LINKS):
        href = link.get("href") or ""
        if _AUTHOR_PAGE.search(href[:500]) or "author" in (link.get("class") or "").split():
            text = clean_inline(text_of(link))
            if is_person(text, site):
                names.add(text)
    return tuple(names) if len(names) == 1 else ()


def _marked_author(element: etree._Element) -> bool:
    return "author" in (element.get("rel") or "").lower().split() or "author" in (
        element.get("itemprop") or ""
    )


def _published(
    root: etree._Element,
    article: dict[str, Any],
    metas: dict[str, list[str]],
    language: str | None,
) -> str | None:
    values = strings(article.get("datePublished")) + _many(metas, _DATES)
    values += [t.get("datetime") or "" for t in _times(root)]
    values += strings(article.get("dateCreated"))
    for value in values:
        if value and (date := iso_date(value, language)):
            return date
    for element in root.iter("time", "p", "div", "span"):
        if element.tag == "time" or re.search(r"\bdate|publish|\btime", names_of(element)):
            printed = date_in(clean_inline(text_of(element))[:200])
            if printed and (date := iso_date(printed, language)):
                return date
    return None


def _modified(
    root: etree._Element,
    article: dict[str, Any],
    metas: dict[str, list[str]],
    language: str | None,
) -> str | None:
    """Return the date of the last change, where the page's data give one."""
    values = strings(article.get("dateModified")) + _many(metas, _MODIFIED)
    values += [
        element.get("datetime") or "" for element in root.iter("time") if _is_change(element)
    ]
    return next((date for value in values if value and (date := iso_date(value, language))), None)


def _is_change(time: etree._Element) -> bool:
    return (time.get("itemprop") or "").lower() == "datemodified"


def _section(article: dict[str, Any], metas: dict[str, list[str]]) -> str | None:
    names = [*strings(article.get("articleSection")), *_many(metas, _SECTIONS)]
    return next((n for n in names if _is_keyword(n)), None)


def _keywords(article: dict[str, Any], metas: dict[str, list[str]]) -> tuple[str, ...]:
    """Return the keywords of the first source that has any, each once, whatever its case."""
    for values in (strings(article.get("keywords")), *(_many(metas, (k,)) for k in _KEYWORDS)):
        found: dict[str, str] = {}
        for value in values:
            for word in map(str.strip, re.split("[,;，、]", value)):
                if _is_keyword(word):
                    found.setdefault(word.casefold(), word)
        if found:
            return tuple(found.values())[:_MOST_KEYWORDS]
    return ()


def _is_keyword(word: str) -> bool:
    return 0 < len(word) <= _LONGEST_KEYWORD and not word.startswith(("http://", "https://"))


def _times(root: etree._Element) -> list[etree._Element]:
    """Return the `time` elements, those that say they are the publication's first."""
    dated = (t for t in root.iter("time") if t.get("datetime") and not _is_change(t))
    found = list(islice(dated, 30))
    marked = [
        t for t in found
        if t.get("pubdate") is not None or "publish" in f"{t.get('itemprop')} {names_of(t)}".lower()
    ]  # fmt: skip
    return marked or found[:1]


def _url(
    root: etree._Element, article: dict[str, Any], metas: dict[str, list[str]], base: str | None
) -> str | None:
    """Return the first address that can be the article's; a site's home page is none."""
    return next(filter(names_article, _addresses(root, article, metas, base)), None)


def _addresses(
    root: etree._Element, article: dict[str, Any], metas: dict[str, list[str]], base: str | None
) -> Iterator[str]:
    """Yield what the page calls its address, the most trusted first."""
    links = [
        link.get("href") or ""
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower()
    ]
    page = article.get("mainEntityOfPage")
    named = page.get("@id") if isinstance(page, dict) else page
    values = [*links, *metas.get("og:url", ()), article.get("url"), named]
    for value in values:
        if isinstance(value, str) and (url := web_address(value, base)):
            yield url
