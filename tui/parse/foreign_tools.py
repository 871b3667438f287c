"""The JSON of other tools, as data: by which fields it is known, and what its fields hold.

A row for each tool. `known_by` names sets of fields, of which one must be there whole; a field may
be null. The other columns name the fields that hold a thing of ours, the best first; what is inside
another object is written with a dot.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tool:
    """How the articles of one tool are recognised, and where they keep what."""

    name: str
    known_by: tuple[frozenset[str], ...]
    title: tuple[str, ...] = ("title",)
    html: tuple[str, ...] = ()
    """Fields with the body's HTML."""
    text: tuple[str, ...] = ()
    """Fields with the body's text, where there is no HTML."""
    lede: tuple[str, ...] = ()
    """Fields with a stand-first of the page."""
    described: tuple[str, ...] = ()
    """Fields with a description, which is the stand-first only where the body has it too."""
    authors: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()
    url: tuple[str, ...] = ("url",)
    site: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    """Fields with the address of the picture that goes with the article."""
    escaped: bool = False
    """Whether the text is written with the references of HTML: "&nbsp;"."""


def _fields(*names: str) -> frozenset[str]:
    return frozenset(names)


TOOLS: tuple[Tool, ...] = (
    Tool(
        "Mozilla Readability",
        known_by=(_fields("title", "content", "textContent"),),
        html=("content",),
        text=("textContent",),
        described=("excerpt",),
        authors=("byline",),
        published=("publishedTime",),
        site=("siteName",),
        language=("lang",),
    ),
    Tool(
        "Postlight Parser",
        known_by=(_fields("title", "content", "date_published", "lead_image_url"),),
        html=("content",),
        lede=("dek",),
        described=("excerpt",),
        authors=("author",),
        published=("date_published",),
        images=("lead_image_url",),
    ),
    Tool(
        "Wallabag",
        known_by=(
            _fields("title", "content", "domain_name"),
            _fields("title", "content", "is_archived"),
        ),
        html=("content",),
        authors=("published_by", "authors"),
        published=("published_at",),
        fetched=("created_at",),
        url=("url", "given_url", "origin_url"),
        site=("domain_name",),
        language=("language",),
        keywords=("tags.label", "tags"),
        images=("preview_picture",),
    ),
    Tool(
        "newspaper4k",
        known_by=(
            _fields("text", "authors", "top_image", "meta_description"),
            _fields("_text", "authors", "top_image", "meta_description"),
            _fields("title", "text", "authors", "publish_date"),
        ),
        title=("title", "_title"),
        html=("article_html",),
        text=("text", "_text"),
        described=("meta_description",),
        authors=("authors",),
        published=("publish_date",),
        url=("canonical_link", "url", "original_url"),
        site=("meta_site_name",),
        language=("meta_lang", "language"),
        keywords=("meta_keywords", "tags"),
        images=("top_image",),
    ),
    Tool(
        "Omnivore",
        known_by=(_fields("slug", "state", "labels", "savedAt", "content"),),
        html=("content",),
        described=("description",),
        authors=("author",),
        published=("publishedAt",),
        fetched=("savedAt",),
        url=("url",),
        images=("thumbnail",),
    ),
    Tool(
        "Readeck",
        known_by=(_fields("UID", "URL", "IsArchived", "content"),),
        title=("Title",),
        html=("content",),
        described=("Description",),
        authors=("Authors",),
        published=("Published",),
        fetched=("Created",),
        url=("URL", "InitialURL"),
        site=("SiteName", "Site"),
        language=("Lang",),
    ),
    Tool(
        "mail",
        known_by=(_fields("subject", "sender", "seen", "flagged", "content"),),
        title=("subject",),
        html=("content",),
        text=("plain",),
        published=("published",),
        url=("url",),
        site=("sender",),
    ),
    Tool(
        "newsboat",
        known_by=(_fields("guid", "feedurl", "pubDate", "unread", "content"),),
        html=("content",),
        authors=("author",),
        published=("published",),
        url=("url", "guid"),
        site=("feed_title",),
    ),
    Tool(
        "trafilatura",
        known_by=(
            _fields("title", "text", "fingerprint", "hostname"),
            _fields("title", "text", "raw_text", "date"),
            _fields("title", "text", "sitename", "hostname"),
            _fields("title", "text", "source", "source-hostname"),
            _fields("text", "comments"),
        ),
        text=("text", "raw_text"),
        described=("excerpt", "description"),
        authors=("author",),
        published=("date",),
        url=("source", "url"),
        site=("source-hostname", "sitename"),
        language=("language",),
        section=("categories",),
        keywords=("tags",),
        images=("image",),
    ),
)
"""Readability 0.6 (https://github.com/mozilla/readability), Postlight Parser 2.2, Wallabag 2.6 (its
export and its API), newspaper4k 0.9 (`Article.to_json`, and its attributes), trafilatura 2;
Omnivore, Readeck 0.20, newsboat and mail as `zips`, `newsboat` and `mail` of `tui.source` hand
them on.
newspaper4k's `keywords` and `summary` are made by counting words and are no one's tags."""

SCHEMA_ORG = Tool(
    "schema.org",
    known_by=(_fields("@type"),),
    title=("headline", "name"),
    text=("articleBody", "text"),
    described=("description", "alternativeHeadline", "abstract"),
    authors=("author", "creator"),
    published=("datePublished", "dateCreated"),
    modified=("dateModified",),
    url=("url", "mainEntityOfPage.@id", "mainEntityOfPage", "@id"),
    site=("publisher.name", "publisher", "isPartOf.name", "sourceOrganization.name"),
    language=("inLanguage",),
    section=("articleSection",),
    keywords=("keywords",),
    images=("image.url", "image", "thumbnailUrl"),
    escaped=True,
)
"""An article of https://schema.org/Article or one of its kinds; its `@type` says so."""

_HANDED_ON = ("Omnivore", "Readeck", "newsboat", "mail")
"""What `tui.source` makes JSON of; nobody has such a file."""

WHAT_IS_READ = "Article JSON, schema.org, or what " + ", ".join(
    tool.name for tool in TOOLS if tool.name not in _HANDED_ON
)
"""The kinds of JSON that are read, for those who brought another."""
