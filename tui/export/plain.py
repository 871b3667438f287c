"""Plain text: for a pager, a mail or a screen reader."""

from collections.abc import Iterator

from tui.export.text import cells_of, item, lines_of, one_line, speeches
from tui.model import Article, Block, Person


def plain(article: Article) -> str:
    """Return `article` as text, its people and quotes behind it."""
    parts = list(_parts(article))
    return "\n\n".join(part for part in parts if part) + "\n"


def _parts(article: Article) -> Iterator[str]:
    told = (*article.authors, article.site, (article.published or "")[:10])
    byline = " · ".join(one_line(each) for each in told if each)
    if not article.blocks or article.blocks[0].kind != "title":
        yield byline
    for block in article.blocks:
        yield _block(block, article.text[block.start : block.end])
        if block.kind == "title":
            yield byline
    if article.people:
        yield "\n".join(["People", *map(_person, article.people)])
    said = list(speeches(article))
    if said:
        lines = [
            f"- {speech.speaker or 'speaker not said'}"
            f"{' (inferred)' if speech.inferred else ''}: {speech.words}"
            for speech in said
        ]
        yield "\n".join(["Quotes", *lines])


def _block(block: Block, text: str) -> str:
    if block.kind == "table":
        return "\n".join("   ".join(map(one_line, row)) for row in cells_of(text))
    lines = lines_of(text)
    if block.kind == "list_item":
        return item(block, lines)
    if block.kind == "quotation":
        return "\n".join(f"> {line}".rstrip() for line in lines)
    return "\n".join(lines)


def _person(person: Person) -> str:
    roles = f", {one_line(', '.join(person.roles))}" if person.roles else ""
    return f"- {one_line(person.name)}{roles}"
