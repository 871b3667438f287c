"""A web page that stands alone: no script, no style sheet, nothing that is loaded."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import Final

from tui.export.text import cells_of, lines_of, one_line, speeches, web_address
from tui.model import Article, Block

_TAGS: Final = {"lede": "p", "paragraph": "p", "caption": "p", "quotation": "blockquote"}
_STYLE: Final = "body{max-width:42em;margin:2em auto;padding:0 1em;font:1.05em/1.5 serif}"


def html(article: Article) -> str:
    """Return `article` as a page."""
    language = one_line(article.language or "")
    title = _safe(article.title)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_safe(language)}">' if language else "<html>",
        f'<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>',
        "<body><article>",
        *_head(article),
        *_body(article),
        "</article>",
        *_people(article),
        *_quotes(article),
        "</body></html>",
    ]
    return "\n".join(lines) + "\n"


def _safe(text: str) -> str:
    return escape(one_line(text))


def _head(article: Article) -> Iterator[str]:
    told = [*map(_safe, article.authors), *map(_safe, filter(None, [article.site]))]
    if article.published:
        told.append(
            f'<time datetime="{_safe(article.published)}">{_safe(article.published)}</time>'
        )
    address = web_address(article.url)
    if address:
        told.append(f'<a href="{escape(address)}" rel="noreferrer">{escape(address)}</a>')
    if told:
        yield f"<p>{' · '.join(told)}</p>"


def _body(article: Article) -> Iterator[str]:
    for listed, run in groupby(article.blocks, key=lambda block: block.kind == "list_item"):
        if listed:
            yield "".join(_list(article.text, run))
        else:
            for block in run:
                yield _block(block, article.text[block.start : block.end])


def _list(text: str, items: Iterable[Block]) -> Iterator[str]:
    """Yield the items of a list, lists within it inside the item before."""
    within: list[str] = []
    for block in items:
        depth, tag = block.depth or 1, "ul" if block.number is None else "ol"
        while len(within) > depth or (len(within) == depth and within[-1] != tag):
            yield f"</li>\n</{within.pop()}>"
        if len(within) == depth:
            yield "</li>\n"
        while len(within) < depth:
            within.append(tag)
            yield f"<{tag}>\n" if len(within) == depth else f"<{tag}>\n<li>"
        words = "<br>".join(escape(line) for line in lines_of(text[block.start : block.end]))
        yield f'<li value="{block.number}">{words}' if tag == "ol" else f"<li>{words}"
    while within:
        yield f"</li>\n</{within.pop()}>"


def _block(block: Block, text: str) -> str:
    if block.kind == "table":
        rows = ("".join(f"<td>{_safe(cell)}</td>" for cell in row) for row in cells_of(text))
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    lines = [escape(line) for line in lines_of(text)]
    if block.kind == "preformatted":
        return "<pre>" + "\n".join(lines) + "</pre>"
    words = "<br>".join(lines)
    if block.kind in ("title", "heading"):
        level = block.level or 1
        return f"<h{level}>{words}</h{level}>"
    tag = _TAGS[block.kind]
    inner = f"<strong>{words}</strong>" if block.kind == "lede" else words
    return f"<{tag}>{inner}</{tag}>"


def _people(article: Article) -> Iterator[str]:
    if article.people:
        yield "<section><h2>People</h2><ul>"
        for person in article.people:
            roles = f", {_safe(', '.join(person.roles))}" if person.roles else ""
            yield f"<li>{_safe(person.name)}{roles}</li>"
        yield "</ul></section>"


def _quotes(article: Article) -> Iterator[str]:
    spoken = list(speeches(article))
    if spoken:
        yield "<section><h2>Quotes</h2>"
        for speech in spoken:
            who = escape(speech.speaker or "speaker not said")
            inferred = " (inferred)" if speech.inferred else ""
            said_by = f"<footer>— {who}{inferred}</footer>"
            yield f"<blockquote>{escape(speech.words)}{said_by}</blockquote>"
        yield "</section>"
