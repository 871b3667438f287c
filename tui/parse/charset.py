"""Bytes to text: which character encoding a page, a feed or a dump is written in.

A byte-order mark decides, then the bytes themselves where they are valid UTF-8, since a wrong
declaration over good UTF-8 is far more common than the opposite, then what is declared outside or
in the head of the document, then Windows-1252. Decoding never fails: what no encoding explains
becomes U+FFFD.
"""

import codecs
import re
from dataclasses import dataclass

from tui.source.binary import wide_encoding

_HEAD = 2048
"""How many bytes are searched for a declaration; the HTML standard's prescan reads 1024."""

_DECLARATION = re.compile(
    rb"""(?:charset|encoding)\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:-]{2,32})""", re.IGNORECASE
)

_TEXT_ENCODING = re.compile(
    r"utf-?(?:8|16|32)(?:-?[lb]e)?|(?:us-)?ascii|iso-?8859-?\d{1,2}|latin-?\d{1,2}|"
    r"(?:windows|cp)-?\d{3,4}|koi8-[ru]|mac-?roman|macintosh|gb(?:k|2312|18030)|big5(?:-?hkscs)?|"
    r"euc-?(?:jp|kr)|shift-?jis|iso-2022-jp|tis-620"
)
"""Encodings of the web; Python's registry also holds punycode, unicode_escape and the like."""

_SUPERSETS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
"""Declared names that stand for a larger set in practice (WHATWG Encoding Standard, labels)."""


@dataclass(frozen=True, slots=True)
class Charset:
    """The encoding that a document is read in."""

    name: str
    """As Python calls it."""
    told_by: str
    """What said so, in words for a reader."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Return `data` as text; `declared` is a charset or a media type with one, from outside."""
    return _decoded(data, declared)[0]


def charset_of(data: bytes, declared: str | None = None) -> Charset:
    """Return the encoding that `decode` reads the same in."""
    return _decoded(data, declared)[1]


def _decoded(data: bytes, declared: str | None) -> tuple[str, Charset]:
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, "replace").removeprefix("\ufeff"), Charset(wide, "its first bytes")
    told_by = "its byte-order mark" if data.startswith(codecs.BOM_UTF8) else "its bytes"
    data = data.removeprefix(codecs.BOM_UTF8)
    named = _said(declared, data)
    if named is not None and named.name == "iso2022_jp":
        return data.decode(named.name, "replace"), named
    try:
        return data.decode("utf-8"), Charset("utf-8", told_by)
    except UnicodeDecodeError:
        return _legacy(data, named)


def _said(declared: str | None, data: bytes) -> Charset | None:
    """Return what is declared outside, else in the head of the document."""
    if name := _named(declared):
        return Charset(name, "what it came with")
    inside = _declared_inside(data)
    return Charset(inside, "its own head") if inside else None


def _legacy(data: bytes, named: Charset | None) -> tuple[str, Charset]:
    """Decode bytes that are not valid UTF-8 throughout."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    intact = len(text) - len(text.encode("ascii", "ignore")) - broken
    named = None if named is not None and named.name == "utf-8" else named
    if broken <= intact and (named is None or broken * 4 <= intact):
        return text, Charset("utf-8", "most of its bytes")
    if named is None or named.name.startswith(("utf-16", "utf-32")):
        named = Charset("cp1252", "nothing: not UTF-8, and no other is named")
    return data.decode(named.name, "replace"), named


def _declared_inside(data: bytes) -> str | None:
    head = data[:_HEAD]
    if b"<" not in head:
        return None
    found = _DECLARATION.search(head)
    return _named(found[1].decode("ascii", "ignore")) if found else None


def _named(declared: str | None) -> str | None:
    """Return Python's name for a declared encoding, None where it names none that we decode."""
    if not declared:
        return None
    label = declared.rpartition("charset=")[2].strip(" \t\"';").lower().replace("_", "-")
    if not _TEXT_ENCODING.fullmatch(label):
        return None
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return _SUPERSETS.get(name, name)
