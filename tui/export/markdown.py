"""Markdown with YAML front matter, as Obsidian, Hugo and Jekyll read it (CommonMark 0.31)."""

import json
import re
from collections.abc import Iterator
from typing import Final

from tui.export.text import cells_of, item, lines_of, one_line, speeches, web_address
from tui.model import Article, Block

_MARKUP: Final = re.compile(
    r"[\\`*\[\]<$]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|~(?=~)|(?<=~)~|=(?==)|(?<==)=|%(?=%)"
    r"|&(?=#?\w+;)"
    r"|#(?=[\w/-])"
)
"""What is markup inside a line, in CommonMark or in Obsidian's dialect (marks, tags, sums)."""
_BEGINS: Final = re.compile(r"^(\s*)([-+>#:|]|\d{1,9}[.)])")
"""What makes a line a list, a quotation, a heading, a rule, a table or a definition."""


def markdown(article: Article) -> str:
    """Return `article` as a Markdown document."""
    parts = [_front_matter(article), *_body(article)]
    said = [_speech(*each) for each in _said(article)]
    if said:
        parts += ["## Quotes", *said]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Return one line of text that Markdown takes for text."""
    line = _MARKUP.sub(r"\\\g<0>", text.strip())
    return _BEGINS.sub(lambda found: f"{found[2][:-1]}\\{found[2][-1]}", line)


def _front_matter(article: Article) -> str:
    fields: list[tuple[str, str | list[str] | None]] = [
        ("title", article.title),
        ("date", article.published),
        ("site", article.site),
        ("authors", list(article.authors)),
        ("url", web_address(article.url)),
        ("language", article.language),
        ("section", article.section),
        ("tags", list(article.keywords)),
        ("people", [person.name for person in article.people]),
        ("id", article.id),
    ]
    lines = ["---"]
    for name, value in fields:
        if isinstance(value, list):
            if value:
                lines.append(f"{name}:")
                lines += [f"  - {_scalar(each)}" for each in value]
        elif value:
            lines.append(f"{name}: {_scalar(value)}")
    return "\n".join([*lines, "---"])


def _scalar(text: str) -> str:
    """Return a YAML string: JSON's double-quoted ones are YAML's (YAML 1.2, section 7.3.1)."""
    return json.dumps(one_line(text), ensure_ascii=False)


def _body(article: Article) -> Iterator[str]:
    items: list[str] = []
    for block in article.blocks:
        text = article.text[block.start : block.end]
        lines = lines_of(text)
        if block.kind == "list_item":
            items.append(item(block, map(escaped, lines)))
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield _table(text) if block.kind == "table" else _block(block, lines)
    if items:
        yield "\n".join(items)


def _block(block: Block, lines: list[str]) -> str:
    if block.kind == "preformatted":
        fence = "`" * max(3, 1 + max((_ticks(line) for line in lines), default=0))
        return "\n".join([fence, *lines, fence])
    written = [escaped(line) for line in lines]
    if block.kind in ("title", "heading"):
        return f"{'#' * (block.level or 1)} {' '.join(written)}"
    if block.kind == "quotation":
        return "\n".join(f"> {line}".rstrip() for line in written)
    text = "\\\n".join(written)
    if block.kind == "lede":
        return f"**{text.strip()}**" if text.strip() else ""
    return f"*{text.strip()}*" if block.kind == "caption" and text.strip() else text


def _table(text: str) -> str:
    rows = [[_cell(cell) for cell in row] for row in cells_of(text)]
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    ruled = [rows[0], ["---"] * width, *rows[1:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in ruled)


def _cell(text: str) -> str:
    return escaped(one_line(text)).replace("|", "\\|").replace("\\\\|", "\\|")


def _ticks(line: str) -> int:
    return max(map(len, re.findall("`+", line)), default=0)


def _said(article: Article) -> Iterator[tuple[str, str]]:
    for speech in speeches(article):
        who = "speaker not said" if speech.speaker is None else speech.speaker
        reported = ", reported" if speech.quote.kind == "indirect" else ""
        yield speech.words, f"{who}{' (inferred)' if speech.inferred else ''}{reported}"


def _speech(words: str, who: str) -> str:
    return f"> {escaped(words)}\n>\n> — {escaped(who)}"
