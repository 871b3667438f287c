"""JSON-LD as sites publish it: which of its things are articles, and what they refer to.

Things stand in lists, in `@graph` or as the `mainEntity` of a page, and name one another by `@id`:
an article's author is often only the address of a thing beside it.
"""

from typing import Any

from tui.parse.widgets import word_set

ARTICLE_TYPES = word_set(
    "Article NewsArticle BlogPosting ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle "
    "BackgroundNewsArticle ReviewNewsArticle LiveBlogPosting SocialMediaPosting TechArticle "
    "ScholarlyArticle Report AdvertiserContentArticle SatiricalArticle Review "
    "AskPublicNewsArticle MedicalScholarlyArticle DiscussionForumPosting"
)
"""schema.org's types of articles."""

PAGE_TYPES = word_set("WebPage ItemPage AboutPage")
"""schema.org's types of pages that hold one thing."""

_REFERRING = ("author", "creator", "publisher", "isPartOf", "image", "mainEntityOfPage")
"""Fields of an article that may hold another thing's `@id` in its place."""

_INSIDE = ("@graph", "mainEntity")
_MOST_THINGS = 10_000
_MOST_TYPES = 20

_REFERENCE = 2
"""Fields of an object that is only a reference: its `@id`, and perhaps its `@type`."""


def schema_articles(value: object) -> list[dict[str, Any]]:
    """Return the articles of schema.org in `value`, in order, their references followed once."""
    return _resolved_of(value, ARTICLE_TYPES)


def schema_pages(value: object) -> list[dict[str, Any]]:
    """Return the same of the pages in `value`, which know dates and authors and no headline."""
    return _resolved_of(value, PAGE_TYPES)


def _resolved_of(value: object, types: frozenset[str]) -> list[dict[str, Any]]:
    things = _things(value)
    named = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)}
    return [_resolved(thing, named) for thing in things if types_of(thing) & types]


def _things(value: object) -> list[dict[str, Any]]:
    """Return the objects in lists and graphs, without recursion."""
    waiting: list[object] = [value]
    found: list[dict[str, Any]] = []
    while waiting and len(found) < _MOST_THINGS:
        thing = waiting.pop()
        if isinstance(thing, list):
            waiting += reversed(thing[:_MOST_THINGS])
        elif isinstance(thing, dict):
            found.append(thing)
            waiting += [thing[name] for name in _INSIDE if name in thing]
    return found


def types_of(thing: dict[str, Any]) -> set[str]:
    """Return the names of a thing's types, without the address of their vocabulary."""
    named = thing.get("@type")
    types = named[:_MOST_TYPES] if isinstance(named, list) else [named]
    return {name.rpartition("/")[2] for name in types if isinstance(name, str)}


def _resolved(thing: dict[str, Any], named: dict[str, dict[str, Any]]) -> dict[str, Any]:
    followed = {name: _followed(thing[name], named) for name in _REFERRING if name in thing}
    return {**thing, **followed}


def _followed(value: object, named: dict[str, dict[str, Any]]) -> object:
    if isinstance(value, list):
        return [_followed(item, named) if isinstance(item, dict) else item for item in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and len(value) <= _REFERENCE:
        return named.get(value["@id"], value)
    return value
