"""Article JSON, version 1: the written form of an article, and the boundary that guards it.

`dumps` writes one article as one line; `loads` reads it back and refuses what breaks the contract,
naming the field, so that everything behind this boundary may trust offsets, kinds and names.
Reading back what was written gives an equal article, and writing it again the same bytes. Unknown
fields are ignored, because fields are only ever added.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from tui.identity import article_id
from tui.model import Article, Block, Brought, Failure
from tui.parse.article_rules import ContractError, check
from tui.parse.charset import decode
from tui.parse.draft import Parsed
from tui.parse.foreign_tools import WHAT_IS_READ
from tui.source import Document

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError
    from pydantic_core import SchemaValidator

VERSION = 1

_ANNOTATIONS = ("people", "quotes")
_REQUIRED = ("version", "title", "text", "blocks")
_OWN = ("version", "blocks")
"""Fields that no other tool's JSON has."""

_FIELDS = frozenset(field.name for field in fields(Article))

_ASCII_SPACE = b" \t\r\n"

_OBEYED = re.compile(
    rb"\x7f|\xc2[\x80-\x9f]"  # DEL and the C1 controls (ECMA-48)
    rb"|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]"  # bidi, line ends (UAX #9)
)
"""What JSON lets stand unescaped in a string and a terminal acts on, in UTF-8."""


def dumps(article: Article) -> bytes:
    """Return `article` as one line of UTF-8 JSON, without a line end and safe to print.

    What a terminal would obey or turn around is written by its number, which reads back the same.
    """
    import orjson

    return _OBEYED.sub(_numbered, orjson.dumps(_written(article)))


def _numbered(found: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(found[0].decode())


def loads(data: bytes) -> Article:
    """Read one Article JSON object; raise `ContractError` with the reason and the field."""
    return _article(_json(data), "<json>")


def schema() -> dict[str, Any]:
    """Return the JSON Schema of Article JSON."""
    found = _adapter().json_schema()
    found["title"] = "Article JSON"
    found["properties"] = {"version": {"const": VERSION, "type": "integer"}, **found["properties"]}
    found["required"] = list(_REQUIRED)
    return found


def parse_article_json(document: Document) -> Iterator[Parsed | Failure]:
    """Parse one object, a list of objects, or one object a line."""
    data = decode(document.data, document.media_type).encode("utf-8", "replace").strip(_ASCII_SPACE)
    try:
        whole = _json(data)
    except ContractError as error:
        if b"\n" not in data or not _is_lines(data):
            yield Failure(document.origin, error.reason, error.line)
            return
        yield from _lines(data, document)
        return
    inside = _values(whole)
    if inside is None:
        yield _parsed(whole, document, 1 if b"\n" not in data else None)
        return
    for place, value in enumerate(inside):
        yield _parsed(value, document, None, f"{place}.")


def _values(whole: object) -> list[Any] | None:
    """Return the values of a list, or of what another tool writes for one; None for one value."""
    if _is_own(whole):
        return None
    from tui.parse.foreign_json import values_inside

    return values_inside(whole)


def _is_own(value: object) -> bool:
    """Say whether `value` means to be Article JSON."""
    return isinstance(value, dict) and all(name in value for name in _OWN)


def _is_lines(data: bytes) -> bool:
    """Say whether what is no JSON value is a value a line, some of them bad."""
    if b"\n{" in data:
        return True
    try:
        _json(data.partition(b"\n")[0])
    except ContractError:
        return False
    return True


def _lines(data: bytes, document: Document) -> Iterator[Parsed | Failure]:
    """Parse JSON lines; a bad one is a `Failure` with its number, and the others go on."""
    skipped = len(document.data) - len(document.data.lstrip(_ASCII_SPACE))
    first = document.data.count(b"\n", 0, skipped) + 1
    for number, line in enumerate(data.split(b"\n"), first):
        if not line.strip(_ASCII_SPACE):
            continue
        try:
            yield _parsed(_json(line), document, number)
        except ContractError as error:
            yield Failure(document.origin, error.reason, number)


def _parsed(
    value: object, document: Document, line: int | None, within: str = ""
) -> Parsed | Failure:
    """Validate one decoded object; `within` is the path of the object inside the document."""
    if not _is_own(value):
        from tui.parse.foreign_json import foreign_article

        foreign = foreign_article(value, document.origin)
        if foreign is not None:
            return Parsed(foreign, brought=_brought(value, foreign))
    try:
        article = _article(value, document.origin)
    except ContractError as error:
        field = f"{within}{error.field}" if error.field else within.rstrip(".") or None
        return Failure(document.origin, error.reason, line, field)
    annotated = isinstance(value, dict) and any(key in value for key in _ANNOTATIONS)
    return Parsed(article, annotated=annotated)


def _brought(value: object, article: Article) -> Brought | None:
    from tui.parse.foreign_marks import brought_along

    return brought_along(value, article)


def _json(data: bytes) -> object:
    import orjson

    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise ContractError(f"not valid JSON: {_short(error.msg)}", line=error.lineno) from None


def _short(message: str) -> str:
    return re.split(r"[:\n]", message)[0][:120]


def _article(value: object, origin: str) -> Article:
    import orjson
    from pydantic import ValidationError

    try:
        written = orjson.dumps(_complete(value, origin))
    except orjson.JSONEncodeError:
        raise ContractError("is nested too deep for Article JSON") from None
    try:
        article: Article = _validator().validate_json(written, strict=True)
    except ValidationError as error:
        raise _contract_error(error) from None
    if not article.id:
        article = replace(article, id=article_id(article.url, article.text))
    check(article)
    return article


def _complete(value: object, origin: str) -> dict[str, Any]:
    """Check the outline of one object, leave unknown fields out and fill in what may be missing."""
    if not isinstance(value, dict):
        raise ContractError("an article is a JSON object")
    if value.keys().isdisjoint(_OWN):
        raise ContractError(f"no JSON that is known: {WHAT_IS_READ}")
    for key in _REQUIRED:
        if key not in value:
            raise ContractError("is missing; is this Article JSON?", key)
    version = value["version"]
    if type(version) is not int or version != VERSION:
        raise ContractError(f"is not {VERSION}, the version that is read here", "version")
    known = {key: value[key] for key in value.keys() & _FIELDS}
    return {"id": "", "source": {"path": origin, "format": "json"}, **known}


def _contract_error(error: "ValidationError") -> ContractError:
    """Say the first complaint in one line."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    message = first["msg"]
    return ContractError(message[:1].lower() + message[1:], field)


@cache
def _adapter() -> "TypeAdapter[Article]":
    from pydantic import TypeAdapter

    return TypeAdapter(Article)


@cache
def _validator() -> "SchemaValidator":
    """Return the validator of `Article` that stops at the first bad entry of a list.

    Without that, a hostile line of a few megabytes costs gigabytes of collected complaints.
    """
    from pydantic_core import SchemaValidator

    return SchemaValidator(_failing_fast(_adapter().core_schema))


def _failing_fast(schema: Any) -> Any:  # noqa: ANN401 - a core schema is a tree of any values
    """Return a copy of a core schema whose sequences stop at their first error."""
    if isinstance(schema, list):
        return [_failing_fast(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    copy = {key: _failing_fast(part) for key, part in schema.items()}
    return {**copy, "fail_fast": True} if schema.get("type") == "tuple" else copy


def _written(article: Article) -> dict[str, Any]:
    """Return the fields in the order of the contract."""
    source = article.source
    return {
        "version": VERSION,
        "id": article.id,
        "source": {"path": source.path, "format": source.format, "fetched": source.fetched},
        "url": article.url,
        "site": article.site,
        "language": article.language,
        "title": article.title,
        "authors": article.authors,
        "published": article.published,
        "modified": article.modified,
        "section": article.section,
        "keywords": article.keywords,
        "text": article.text,
        "blocks": [_written_block(block) for block in article.blocks],
        "links": article.links,
        "media": article.media,
        "people": article.people,
        "quotes": article.quotes,
        "teasers": article.teasers,
        "warnings": article.warnings,
    }


def _written_block(block: Block) -> dict[str, Any]:
    level = {} if block.level is None else {"level": block.level}
    told = {"depth": block.depth, "number": block.number}
    item = {name: value for name, value in told.items() if value is not None}
    return {"kind": block.kind, **level, **item, "start": block.start, "end": block.end}
