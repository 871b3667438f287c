"""What a page says of itself: JSON-LD, then OpenGraph and meta elements, then what is printed.

Every field is taken from the first source that gives a valid value: a title that is not the
site's name, authors that are persons, a date that reads as one, an absolute address. Broken JSON-
LD is passed over.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from tui.identity import names_article, words
from tui.parse.addresses import web_address
from tui.parse.bylines import byline, date_in, is_person, known
from tui.parse.clean import clean_inline
from tui.parse.dates import iso_date
from tui.parse.html_tree import names_of, text_of
from tui.parse.widgets import word_set

ARTICLE_TYPES = word_set(
    "Article NewsArticle BlogPosting ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle "
    "BackgroundNewsArticle ReviewNewsArticle LiveBlogPosting SocialMediaPosting TechArticle "
    "ScholarlyArticle Report AdvertiserContentArticle SatiricalArticle Review"
)
"""schema.org's types of articles."""

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
_SITES = ("og:site_name", "application-name", "dc.publisher", "article:publisher_name")
_SEPARATOR = re.compile(r"\s+[|–—·•»-]\s+|\s*\|\s*|\s+::\s+")
_BYLINE_CLASS = re.compile(
    r"\bby-?line|author|auteur|autor|signature|\bwriter|creator", re.IGNORECASE
)
_LARGEST_JSON = 2_000_000


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


def read_metadata(root: etree._Element, origin: str | None = None) -> Metadata:
    """Read the metadata of the page at `root`; `origin` is its address where it was fetched."""
    article = _article(root)
    metas = _metas(root)
    site = _site(article, metas)
    language = _language(root, article, metas)
    base = web_address(origin, None)
    return Metadata(
        title=_title(root, article, metas, site),
        url=_url(root, article, metas, base) or base,
        site=site,
        language=language,
        authors=_authors(root, article, metas, site),
        published=_published(root, article, metas, language),
        description=_first(_strings(article.get("description")), _many(metas, _DESCRIPTIONS)),
    )


def read_url(root: etree._Element, origin: str | None = None) -> str | None:
    """Return where the page's relative links start: its own address, else only its site's.

    The rest of its metadata is not read, and JSON-LD only where nothing else gives the address.
    """
    base = web_address(origin, None)
    metas = _metas(root)
    own = _url(root, {}, metas, base) or _url(root, _article(root), {}, base) or base
    return own or next(_addresses(root, {}, metas, base), None)


def _metas(root: etree._Element) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = (meta.get("content") or "")[:5000].strip()
        for key in {meta.get("property"), meta.get("name"), meta.get("itemprop")}:
            if key and content:
                out.setdefault(key.strip().lower(), []).append(content)
    return out


def _article(root: etree._Element) -> dict[str, Any]:
    """Return the first article among the page's JSON-LD objects, else an empty one."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        if len(text) > _LARGEST_JSON:
            continue
        for thing in _objects(_json(text)):
            if _types(thing) & ARTICLE_TYPES:
                return thing
    return {}


def _json(text: str) -> object:
    """Read JSON as pages write it: HTML comments around it, raw line breaks, trailing commas."""
    text = re.sub(
        r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$", "", text
    )
    for candidate in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(candidate.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """Yield the objects in lists, in `@graph` and one level below, without recursion."""
    queue = [value]
    for _ in range(2000):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, list):
            queue = item[:200] + queue
        elif isinstance(item, dict):
            yield item
            queue += [item[k] for k in ("@graph", "mainEntity", "mainEntityOfPage") if k in item]


def _types(thing: dict[str, Any]) -> set[str]:
    types = thing.get("@type")
    names = types if isinstance(types, list) else [types]
    return {str(t).rpartition("/")[2] for t in names if isinstance(t, str)}


def _strings(value: object) -> list[str]:
    """Return the strings or names in a JSON-LD value: a text, an object with a name, a list."""
    items = value if isinstance(value, list) else [value]
    out: list[str] = []
    for item in items[:50]:
        if isinstance(item, dict):
            item = item.get("name") or item.get("@value")
        if isinstance(item, list):
            out += [x for x in item if isinstance(x, str)]
        if isinstance(item, str) and item.strip():
            out.append(_plain(item))
    return out


def _plain(text: str) -> str:
    """Return `text` without the entities and tags that end up in metadata."""
    if "&" in text or "<" in text:
        from html import unescape

        text = re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", unescape(text[:20000]))
    return clean_inline(text[:20000])


def _many(metas: dict[str, list[str]], keys: tuple[str, ...]) -> list[str]:
    return [_plain(v) for key in keys for v in metas.get(key, ())]


def _first(*lists: list[str]) -> str | None:
    return next((v for values in lists for v in values if v), None)


def _site(article: dict[str, Any], metas: dict[str, list[str]]) -> str | None:
    names = [*_many(metas, _SITES[:1]), *_strings(article.get("publisher")), *_many(metas, _SITES)]
    return next((n for n in names if len(n) <= 80 and not n.startswith(("http", "@"))), None)


def _language(
    root: etree._Element, article: dict[str, Any], metas: dict[str, list[str]]
) -> str | None:
    values = [root.get("lang") or "", *_strings(article.get("inLanguage"))]
    values += _many(metas, ("og:locale", "content-language", "dc.language", "language"))
    for value in values:
        if re.match(r"^[A-Za-z]{2}(?:[-_]|$)", value.strip()):
            return value.strip()[:2].lower()
    return None


def _title(
    root: etree._Element, article: dict[str, Any], metas: dict[str, list[str]], site: str | None
) -> str | None:
    printed = [clean_inline(text_of(h)) for h in root.iter("h1")]
    given = [*_strings(article.get("headline")), *_many(metas, _TITLES)]
    named = [cut for t in (*given, *_title_text(root)) if (cut := _without_site(t, site))]
    for heading in printed:
        if heading and any(_alike(heading, other) for other in named):
            return heading
    if named:
        return named[0]
    return next((p for p in printed if p and not _is_site(p, site)), None)


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
    for names in (_strings(article.get("author")), _strings(article.get("creator"))):
        if found := known(names, site):
            return found
    for key in _AUTHORS:
        if found := known(_many(metas, (key,)), site):
            return found
    return _printed_authors(root, site)


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
    return ()


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
    values = _strings(article.get("datePublished")) + _many(metas, _DATES)
    values += [t.get("datetime") or "" for t in _times(root)]
    values += _strings(article.get("dateCreated"))
    for value in values:
        if value and (date := iso_date(value, language)):
            return date
    for element in root.iter("time", "p", "div", "span"):
        if element.tag == "time" or re.search(r"\bdate|publish|\btime", names_of(element)):
            printed = date_in(clean_inline(text_of(element))[:200])
            if printed and (date := iso_date(printed, language)):
                return date
    return None


def _times(root: etree._Element) -> list[etree._Element]:
    """Return the `time` elements, those that say they are the publication's first."""
    found = [t for t in root.iter("time") if t.get("datetime")][:30]
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
