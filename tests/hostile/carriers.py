"""Articles of each format that hold given words everywhere a format has a place for them."""

import json
from collections.abc import Callable
from html import escape

BODY = (
    "The harbour office counted its boats again on Monday, and found the same number as before. "
    "Nobody on the quay could say who had asked for it, or what would be done with the answer."
)
SAID = "“We never saw any report {},” said Anna Holt, keeper of {}."


def _plain(words: str) -> str:
    said = SAID.format(words, words)
    return f"The boats {words}\n\nBy {words}\n\n{BODY}\n\n{said}\n\n{words}\n\n{BODY}\n"


def text(words: str) -> bytes:
    return _plain(words).encode("utf-8", "surrogatepass")


def markdown(words: str) -> bytes:
    head = f"---\ntitle: {words}\nauthor: [{words}]\ntags: {words}\n---\n# The boats {words}\n\n"
    body = f"[{words}](https://a.example/{words})\n\n> {words}\n\n```\n{words}\n```\n\n"
    return (head + body + _plain(words)).encode("utf-8", "surrogatepass")


def _page(words: str) -> str:
    quoted = words.replace('"', "&quot;")
    ld = json.dumps({"@type": "NewsArticle", "headline": words, "author": {"name": words}})
    return (
        f'<!doctype html><html lang="{quoted}"><head><title>The boats {words}</title>'
        f'<meta name="author" content="{quoted}"><meta property="og:title" content="{quoted}">'
        f'<link rel="canonical" href="{quoted}"><script type="application/ld+json">{ld}</script>'
        f"</head><body><article><h1>The boats {words}</h1><p class=byline>By {words}</p>"
        f"<p>{BODY}</p><p>{SAID.format(words, words)}</p><h2>{words}</h2>"
        f'<figure><img src="{quoted}" alt="{quoted}"><figcaption>{words}</figcaption></figure>'
        f'<p><a href="{quoted}">{words}</a> {BODY}</p><pre>{words}</pre><p>{BODY}</p></article>'
        f'<aside class=related><a href="/x?{quoted}">Read of {words} too</a></aside></body></html>'
    )


def page(words: str) -> bytes:
    return _page(words).encode("utf-8", "surrogatepass")


def page_in_references(words: str) -> bytes:
    """The same page, with every character of the words written as its number."""
    return _page("".join(f"&#{ord(c)};" for c in words)).encode()


def _item(words: str) -> str:
    inside = escape(escape(words), quote=True)
    return (
        f"<item><title>The boats {inside}</title><link>https://a.example/{inside}</link>"
        f"<guid>{inside}</guid><author>{inside}</author><pubDate>{inside}</pubDate>"
        f"<category>{inside}</category><description>&lt;p&gt;{escape(BODY)} {inside} "
        f"{escape(SAID.format('', inside))}&lt;/p&gt;</description></item>"
    )


def feed(words: str) -> bytes:
    title = escape(words, quote=True)
    inside = _item(words)
    whole = f'<rss version="2.0"><channel><title>{title}</title>{inside}{inside}</channel></rss>'
    return whole.encode("utf-8", "surrogatepass")


def json_feed(words: str) -> bytes:
    item = {"id": words, "url": words, "title": words, "content_html": f"<p>{BODY} {words}",
            "authors": [{"name": words}], "date_published": words, "tags": [words]}  # fmt: skip
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": words, "items": [item, item]}
    return json.dumps(whole).encode()


def article_json(words: str) -> bytes:
    """A valid article as its contract has it, so that the words pass through untouched."""
    title, said = f"The boats {words}", SAID.format(words, words)
    whole = f"{title}\n\n{BODY}\n\n{said}"
    first, second = len(title) + 2, len(title) + len(BODY) + 4
    name = whole.index("Anna Holt")
    return json.dumps({
        "version": 1, "id": words, "source": {"path": words, "format": "json", "fetched": None},
        "url": words, "site": words, "language": "en", "title": title, "authors": [words],
        "published": "2026-05-01", "text": whole,
        "blocks": [
            {"kind": "title", "start": 0, "end": len(title)},
            {"kind": "paragraph", "start": first, "end": first + len(BODY)},
            {"kind": "paragraph", "start": second, "end": len(whole)},
        ],
        "links": [{"start": 0, "end": 9, "url": words}],
        "people": [{"name": "Anna Holt", "aliases": [], "roles": [words],
                    "mentions": [{"start": name, "end": name + 9}]}],
        "quotes": [{"start": second + 1, "end": whole.index(",”"), "kind": "direct",
                    "speaker": "Anna Holt", "cue": None, "confidence": 0.9}],
        "teasers": [{"title": words, "excerpt": words, "authors": [words], "url": words}],
        "warnings": [words],
    }).encode() + b"\n"  # fmt: skip


CARRIERS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "text": ("txt", text),
    "markdown": ("md", markdown),
    "page": ("html", page),
    "references": ("html", page_in_references),
    "feed": ("xml", feed),
    "json-feed": ("json", json_feed),
    "article": ("jsonl", article_json),
}
"""By name, the end of a file's name and what writes it."""
