"""All that a page says for programs, read once, before any field is decided.

JSON-LD is written by hand or by the system for the article; meta elements come next; microdata and
RDFa come last, since themes of pages give them the wrong elements more often.
"""

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from tui.identity import names_article
from tui.parse.addresses import web_address
from tui.parse.html_sites import host_names, shown_name, site_names
from tui.parse.json_ld import read_json_ld
from tui.parse.microdata import read_microdata
from tui.parse.page_head import PageHead, read_head
from tui.parse.schema_values import texts


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its article in all the ways pages have, unjudged."""

    head: PageHead
    article: dict[str, Any] = field(default_factory=dict)
    """The article in JSON-LD."""
    marked: dict[str, Any] = field(default_factory=dict)
    """The article in microdata or RDFa."""
    url: str | None = None
    site: str | None = None
    sites: tuple[str, ...] = ()
    """All names of the site, its host's among them: no title and no author may be one."""

    def texts(self, field: str, *metas: str) -> list[str]:
        """Return the values of one of schema.org's fields and of meta elements, in order."""
        given = texts(self.article.get(field)) if field in self.article else []
        marked = texts(self.marked.get(field)) if field in self.marked else []
        return [*given, *self.head.all(*metas), *marked]


def read_facts(
    root: etree._Element, origin: str | None = None, head: PageHead | None = None
) -> PageFacts:
    """Read what the page at `root` says; `origin` is its address where it was fetched.

    `head` is the page's own, where it has been read before.
    """
    head = head or read_head(root)
    article = read_json_ld(head.scripts)
    marked = read_microdata(root)
    base = web_address(origin, None)
    addresses = page_addresses(article, head, base)
    url = next(filter(names_article, addresses), None) or base
    names = site_names([*texts(article.get("publisher")), *texts(marked.get("publisher"))], head)
    hosts = host_names(url or next(iter(addresses), None))
    site = shown_name(names, hosts)
    sites = tuple(dict.fromkeys((*([site] if site else []), *names, *hosts)))
    return PageFacts(head, article, marked, url, site, sites)


def read_url(head: PageHead, origin: str | None = None) -> str | None:
    """Return where the page's relative links start: its own address, else only its site's.

    JSON-LD is only read where nothing else gives the address.
    """
    base = web_address(origin, None)
    addresses = page_addresses({}, head, base)
    own = next(filter(names_article, addresses), None)
    if own is None:
        linked = page_addresses(read_json_ld(head.scripts), head, base)
        own = next(filter(names_article, linked), None)
    return own or base or next(iter(addresses), None)


def page_addresses(article: dict[str, Any], head: PageHead, base: str | None) -> list[str]:
    """Return what the page calls its address, the most trusted first."""
    page = article.get("mainEntityOfPage")
    named = page.get("@id") if isinstance(page, dict) else page
    values = (*head.canonical, *head.metas.get("ogurl", ()), article.get("url"), named)
    found = [web_address(value, base) for value in values if isinstance(value, str)]
    return [url for url in found if url]
