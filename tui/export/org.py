"""Org, as Emacs reads it (Org Syntax, version 2, orgmode.org/worg/org-syntax.html): a heading for
each article, so that several make one file."""

import re
from collections.abc import Iterator
from typing import Final

from tui.export.text import cells_of, item, lines_of, one_line, speeches, web_address
from tui.model import Article, Block

ESCAPE: Final = "\u200b"
"""The character that keeps markup from being read as such (Org Manual, "Escape Character")."""
_EMPHASIS: Final = re.compile(r"(?<![^\s\-–—('\"{“‘«])([*/_=~+])(?=\S)")
"""A mark that may begin emphasis: where it stands, and what follows."""
_INSIDE: Final = re.compile(
    r"\[(?=\[|fn:|cite)|<(?=[\d<%])|\\(?=[A-Za-z(\[\\_])|\{(?=\{)|@(?=@)|[_^](?=[{*(\w])|\$(?=\S)"
    r"|(?<=src)_|(?<=call)_"
)
"""What begins a link, footnote, date, target, formula, macro, snippet or index inside a line."""
_BEGINS: Final = re.compile(r"^\s*(?:\*+\s|[#:|]|%%\(|[-+]\s|\d+[.)]\s|-{5}|CLOCK:|\\begin)")
"""What makes a line a heading, a keyword, a drawer, a table, a list, a rule or a formula."""


def org(article: Article) -> str:
    """Return `article` as a heading with all that belongs to it."""
    parts = [_head(article), *_body(article)]
    said = [
        quotation(each.words, each.speaker or "speaker not said", each.inferred)
        for each in speeches(article)
    ]
    if said:
        parts += ["** Quotes", *said]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Return one line of text that Org takes for text."""
    line = _EMPHASIS.sub(rf"{ESCAPE}\g<1>{ESCAPE}", text.strip())
    line = _INSIDE.sub(rf"\g<0>{ESCAPE}", line)
    return f"{ESCAPE}{line}" if _BEGINS.match(line) else line


def link(address: str | None, words: str) -> str:
    """Return a link with its words, or only the words where there is no address."""
    text = escaped(words)
    if not address:
        return text
    target = address.replace("[", "%5B").replace("]", "%5D")
    return f"[[{target}][{text.replace('[', '(').replace(']', ')')}]]"


def quotation(words: str, who: str, inferred: bool = False) -> str:
    """Return a quotation with who is behind it below."""
    below = f"— {escaped(who)}{' (inferred)' if inferred else ''}"
    return f"#+begin_quote\n{escaped(words)}\n#+end_quote\n{below}"


def properties(fields: dict[str, str]) -> str:
    """Return a drawer of those fields that have a value."""
    lines = [f":{name}: {one_line(value)}" for name, value in fields.items() if value]
    return "\n".join([":PROPERTIES:", *lines, ":END:"])


def _head(article: Article) -> str:
    drawer = properties(
        {
            "DATE": article.published or "",
            "SITE": article.site or "",
            "AUTHORS": "; ".join(article.authors),
            "URL": web_address(article.url) or "",
            "LANGUAGE": article.language or "",
            "SECTION": article.section or "",
            "KEYWORDS": "; ".join(article.keywords),
            "PEOPLE": "; ".join(person.name for person in article.people),
            "ARTICLE": article.id,
        }
    )
    return f"* {escaped(one_line(article.title))}\n{drawer}"


def _body(article: Article) -> Iterator[str]:
    items: list[str] = []
    for block in article.blocks:
        text = article.text[block.start : block.end]
        if block.kind == "list_item":
            items.append(item(block, map(escaped, lines_of(text))))
            continue
        if items:
            yield "\n".join(items)
            items = []
        if block.kind != "title":
            yield _block(block, text)
    if items:
        yield "\n".join(items)


def _block(block: Block, text: str) -> str:
    if block.kind == "table":
        rows = [[_cell(cell) for cell in row] for row in cells_of(text)]
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)
    lines = lines_of(text)
    if block.kind == "preformatted":
        return "\n".join(["#+begin_example", *map(_literal, lines), "#+end_example"])
    written = [escaped(line) for line in lines]
    if block.kind == "heading":
        return f"{'*' * (block.level or 2)} {' '.join(written)}"
    if block.kind == "quotation":
        return "\n".join(["#+begin_quote", *written, "#+end_quote"])
    return "\n".join(written)


def _literal(line: str) -> str:
    """Return a line of an example, where a comma keeps headings and keywords from being read."""
    return f",{line}" if re.match(r",*(?:\*|#\+)", line.lstrip()) else line


def _cell(text: str) -> str:
    return escaped(one_line(text)).replace("|", r"\vert{}")
