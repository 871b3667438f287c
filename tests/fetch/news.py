"""Feeds of our own writing, as servers give them out."""

from collections.abc import Sequence

ENTRY = """<item><title>{title}</title><link>{url}</link><guid>{url}</guid>
<pubDate>Mon, 02 Nov 2026 10:00:00 +0000</pubDate>
<description>{words}</description></item>"""


def feed(name: str, links: Sequence[str], words: str = "Little is known so far.") -> str:
    """Return an RSS feed called `name` with an entry for each of `links`."""
    entries = "".join(
        ENTRY.format(title=f"{name} piece {url.rpartition('/')[2]}", url=url, words=words)
        for url in links
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{name}</title>'
        f"<link>https://{name.lower()}.example/</link>{entries}</channel></rss>"
    )


def links(name: str, *numbers: int) -> list[str]:
    """Return addresses of entries."""
    return [f"https://{name.lower()}.example/{number}" for number in numbers]


def opml(urls: Sequence[str]) -> str:
    """Return a list of feeds."""
    outlines = "".join(
        f'<outline type="rss" text="Feed {n}" xmlUrl="{u}"/>' for n, u in enumerate(urls)
    )
    return f'<opml version="2.0"><body><outline text="All">{outlines}</outline></body></opml>'


def story(title: str, url: str, words: str) -> str:
    """Return a page with one article."""
    paragraphs = "".join(f"<p>{words} It was the {n} time this autumn.</p>" for n in range(9))
    return (
        f'<html lang="en"><head><title>{title}</title><link rel="canonical" href="{url}"></head>'
        f"<body><main><article><h1>{title}</h1>{paragraphs}</article></main></body></html>"
    )
