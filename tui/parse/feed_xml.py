"""RSS 0.9x, 1.0 and 2.0 and Atom: from the text of a feed to its tree.

A sound feed is parsed as it stands. Others break XML in a few well-known ways: entities of HTML,
bare ampersands, control characters, undeclared prefixes. These are mended in the text before it is
parsed again, forgivingly. A document type is cut out first, so an entity can neither grow nor reach
a file or the network.
"""

import codecs
import html
import re
from dataclasses import replace
from html.entities import html5

from lxml import etree

from tui.parse.feed_entry import Feed
from tui.parse.feed_fields import feed_of

_DOCTYPE = re.compile(r"<!DOCTYPE\s[^<>\[\]]*+(?:\[.*?\]\s*+)?>", re.IGNORECASE | re.DOTALL)
_DECLARATION = re.compile(r"\s*<\?xml[^<>]*\?>")
_AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)(?:(\w{2,31};))?"
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile(
    r"&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}(?![0-9a-fA-F])"
    r"|0*(?:5529[6-9]|55[3-9][0-9]{2}|56[0-9]{3}|57[0-2][0-9]{2}|573[0-3][0-9]|5734[0-3])(?![0-9]));?"
)
"""References to U+D800 to U+DFFF, which are no characters; lxml decodes them to invalid UTF-8."""
_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_OPENING = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)[\s/>]")


def read_sound_feed(data: bytes) -> Feed | None:
    """Return the feed in the bytes `data`, None where they are no sound XML in UTF-8.

    UTF-8 is believed over any declaration, as `tui.parse.charset` does. A feed that is sound holds
    every entry that its source begins.
    """
    whole = data.removeprefix(codecs.BOM_UTF8).lstrip()
    if b"<!DOCTYPE" in whole:
        return None
    try:
        return feed_of(etree.fromstring(whole, _parser(recover=False)))
    except etree.XMLSyntaxError:
        return None


def read_damaged_feed(text: str) -> tuple[Feed, bool]:
    """Return the feed in `text`, and whether its structure is sound and nothing was guessed."""
    parser = _parser(recover=True)
    try:
        root = etree.fromstring(mended(text).encode("utf-8"), parser)
        if root is None:
            return Feed(), False
        sound = not any(_is_damage(error) for error in parser.error_log)
        feed = feed_of(root)
        feed = replace(feed, entries=tuple(feed.entries))
    except UnicodeError:
        return Feed(), False
    return feed, sound and len(feed.entries) >= _entry_openings(text)


def mended(text: str) -> str:
    """Return `text` as well-formed as it can be made without knowing its structure."""
    text = _DECLARATION.sub("", _ILLEGAL.sub("", text), count=1).lstrip("\ufeff \t\r\n")
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    if text.rfind("<![CDATA[") > text.rfind("]]>"):
        text += "]]>"
    return _AMPERSAND.sub(_entity, _DOCTYPE.sub("", text, count=1))


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def _entry_openings(text: str) -> int:
    """Return how many entries the source of a feed begins, those in quoted text left out."""
    return sum(1 for _ in _OPENING.finditer(_CDATA.sub("", text)))


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return "&amp;"
    return html.escape(html5[name]) if name in html5 else f"&amp;{name}"


def _is_damage(error: "etree._LogEntry") -> bool:
    """Say whether an error of the parser can have changed the structure."""
    return bool(error.domain != etree.ErrorDomains.NAMESPACE)
