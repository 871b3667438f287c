"""What Zotero hands out as CSL-JSON (https://citationstyles.org): a list of works, without text."""

import re
from collections.abc import Iterator
from typing import Final

import orjson

from tui.parse.listed import Page, PageList, listed, page_list

_HEAD: Final = re.compile(r"\[\s{0,20}\{")
_ITEM: Final = re.compile(r'"(?:issued|accessed|container-title|citation-key|ISSN|DOI)"\s{0,5}:')
_TYPE: Final = re.compile(
    r'"type"\s{0,5}:\s{0,5}"(?:article(?:-[a-z]+)?|webpage|post(?:-weblog)?|book|chapter|report|'
    r'paper-conference|thesis|document|manuscript|entry(?:-[a-z]+)?|interview|speech)"'
)
_ENOUGH: Final = 20_000
"""Code points in which the first item's fields stand."""


def begins(head: str) -> bool:
    """Say whether a text is CSL-JSON."""
    if not _HEAD.match(head):
        return False
    start = head[:_ENOUGH]
    return bool(_TYPE.search(start) and _ITEM.search(start)) and '"blocks"' not in start


def read(text: str) -> PageList:
    """Return the works that have an address; raises ValueError."""
    try:
        found = orjson.loads(text.encode("utf-8", "replace"))
    except orjson.JSONDecodeError:
        raise ValueError("not valid JSON") from None
    return page_list("CSL-JSON", _works(found if isinstance(found, list) else []))


def _works(found: list[object]) -> Iterator[Page]:
    for work in found:
        if isinstance(work, dict) and isinstance(work.get("URL"), str):
            title, keywords = work.get("title"), work.get("keyword")
            tags = re.split("[,;]", keywords[:10_000]) if isinstance(keywords, str) else []
            yield from listed(work["URL"], title if isinstance(title, str) else "", tags)
