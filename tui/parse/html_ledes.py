"""The lede of a page: the stand-first that the page sets apart under its title.

It is recognised by what content systems call it, between the title and the body, or by its words
being the page's own description of the article.
"""

import re

from lxml import etree

from tui.identity import words
from tui.parse.clean import clean_inline
from tui.parse.draft import Piece
from tui.parse.html_metadata import Metadata
from tui.parse.html_tree import ancestors, names_of, text_of
from tui.parse.text_lines import key_of

_NAMES = re.compile(
    r"stand-?first|chap(?:o|eau|ô)(?:$|[\s_-])|(?:^|[\s_-])(?:lede|dek|deck|lead|leadtext|intro|"
    r"vorspann|entete|entradilla|bajada|occhiello|sommario|summary|lid|strapline|subhead(?:line|ing)?|"
    r"sub-?title|sottotitolo|subtitulo|kicker-text|article-?description)(?:$|[\s_-])|"
    r"(?:article|post|story|entry|header|content|headline)[a-z]*[_-]+"
    r"(?:lead|lede|dek|deck|intro|summary|subtitle|description|chapo|excerpt|standfirst|abstract)|"
    r"(?:lead|intro|teaser|sub)[_-]?(?:text|paragraph|title|line)"
)
_SIZE = (40, 900)


def find_lede(root: etree._Element, head: Metadata) -> str | None:
    """Return the text of the stand-first between the title and the body, None without one."""
    heading = next(iter(root.iter("h1")), None)
    if heading is None:
        return None
    description = key_of(head.description or "")[:80]
    seen = 0
    for element in _following(heading):
        text = clean_inline(text_of(element))
        if not text:
            continue
        named = bool(_NAMES.search(names_of(element)))
        described = len(description) >= 40 and key_of(text).startswith(description)
        if (named or (described and not _among_paragraphs(element))) and _fits(text, head):
            return text
        if element.tag == "p" and len(text) > 200:
            seen += 1
        if seen >= 2:
            return None
    return None


def _following(heading: etree._Element) -> list[etree._Element]:
    """Return the candidates that stand after `heading` and close to it."""
    out: list[etree._Element] = []
    passed = False
    top = list(ancestors(heading, 5))[-1]
    for element in top.iter("h1", "p", "div", "h2", "h3", "span", "strong", "section", "ul"):
        if element is heading:
            passed = True
        elif passed and len(element) <= 8:
            out.append(element)
        if len(out) >= 60:
            break
    return out


def _among_paragraphs(element: etree._Element) -> bool:
    """Tell whether the next sibling is a paragraph of the same form: the body's own first one."""
    following = element.getnext()
    return (
        following is not None
        and following.tag == element.tag
        and (following.get("class") or "") == (element.get("class") or "")
    )


def _fits(text: str, head: Metadata) -> bool:
    return _SIZE[0] <= len(text) <= _SIZE[1] and words(text) != words(head.title or "")


def with_lede(pieces: list[Piece], lede: str | None) -> list[Piece]:
    """Mark the piece that is the lede, or put the lede before the body where it was left out."""
    if not lede:
        return pieces
    key = key_of(lede)
    for i, piece in enumerate(pieces[:4]):
        if key_of(piece.text) == key and piece.kind in ("paragraph", "heading"):
            found = Piece("lede", piece.text, None, piece.links)
            return [found, *pieces[:i], *pieces[i + 1 :]]
    begins = key[:60]
    if any(begins in key_of(p.text) for p in pieces[:6]):
        return pieces
    return [Piece("lede", lede), *pieces]
