"""What programs write into Markdown beyond its grammar: their marks are resolved before it is read.

Each row says which program writes the mark and what stands for it in the text: its words, or
nothing where it only steers a program. Code, fenced or in a line, is left as it stands.
"""

import re
from collections.abc import Iterator

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INDENTED = ("    ", "\t")

_LINES: tuple[tuple[str, str], ...] = (
    # Obsidian and GitHub: the kind of a call-out, and its title, at the head of a quotation.
    (r"^((?:> ?)+)\[![\w-]{1,30}\][+-]? ?([^\n]*)$", "\\1\\2\n\\1"),
    # Hugo: a figure with a caption, then every other shortcode that stands alone.
    (r"^\{\{[<%] *figure [^\n]{0,2000}?\bcaption=\"([^\"\n]{0,2000})\"[^\n]*$", r"![](x)*\1*"),
    (r"^\{\{[<%][^\n]{0,4000}[>%]\}\}[ \t]*$", ""),
    # Jekyll (Liquid): a tag that stands alone.
    (r"^\{%[^\n]{0,2000}%\}[ \t]*$", ""),
    # kramdown: attributes of the block above or below, and the place of a table of contents.
    (r"^\{:[^\n{}]{0,500}\}[ \t]*$", ""),
    (r"^(?:\[TOC\]|\[\[_TOC_\]\]|\[\[toc\]\])[ \t]*$", ""),
    # PHP Markdown Extra and kramdown: what an abbreviation means.
    (r"^\*\[[^\]\n]{1,80}\]:[^\n]*$", ""),
    # Docusaurus and Pandoc: the borders of a box, which may name it.
    (r"^:{3,}[^\n]{0,200}$", ""),
    # Pandoc, kramdown and Hugo: the anchor of a heading.
    (r"^([^\n]{1,2000}?\S)[ \t]+\{#[\w:.-]{1,200}\}[ \t]*$", r"\1"),
)

_SPANS: tuple[str, ...] = (
    # Obsidian: an embedded file, a link to another note by its words or its name, a comment, marks.
    r"!\[\[[^\[\]\n]{1,300}\]\]",
    r"\[\[[^\[\]\n|]{1,300}\|(?P<words>[^\[\]\n]{1,300})\]\]",
    r"\[\[(?P<words>[^\[\]\n|#]{1,300})(?:#[^\[\]\n|]{0,200})?\]\]",
    r"%%[^%\n]{0,4000}%%",
    r"==(?=[^\s=])(?P<words>[^=\n]{1,2000})(?<=\S)==",
    # Hugo and Jekyll: a tag inside a line.
    r"\{\{[<%][^{}\n]{0,2000}[>%]\}\}|\{%[^{}\n]{0,2000}%\}",
    # kramdown and Pandoc: attributes behind a link or an image.
    r"(?<=[)\]])\{[:#.][^{}\n]{0,200}\}",
    # Pandoc: a note inside its line, which is kept in brackets.
    r" ?\^\[(?P<note>[^\[\]\n]{1,2000})\]",
)
"""The words of a mark, where it has any, stay."""

_SIGNS = re.compile(r"\[\[|\^\[|\[!|\]:|\{[{%:#.]|%%|==|^:::|\[TOC", re.MULTILINE)
"""Beginnings of marks; a text without any is not looked at line by line."""

_LINE_MARKS = [(re.compile(pattern), words) for pattern, words in _LINES]
_SPAN_MARKS = [re.compile(pattern) for pattern in _SPANS]
_TICKS = re.compile("`+")


def without_dialects(source: str) -> str:
    """Return `source`, whose line ends are "\\n", with the marks of programs resolved."""
    if not _SIGNS.search(source):
        return source
    lines: list[str] = []
    fence = ""
    for line in source.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            closed = mark and mark[1].startswith(fence) and not line.strip(" `~")
            fence = "" if closed else fence
        elif mark:
            fence = mark[1]
        elif not line.startswith(_INDENTED) and _SIGNS.search(line):
            line = _resolved(line)
        lines.append(line)
    return "\n".join(lines)


def _resolved(line: str) -> str:
    for pattern, words in _LINE_MARKS:
        line = pattern.sub(words, line, count=1)
    parts = []
    for text, is_code in _told_apart(line):
        parts.append(text if is_code else _without_spans(text))
    return "".join(parts)


def _without_spans(text: str) -> str:
    for pattern in _SPAN_MARKS:
        text = pattern.sub(_words, text)
    return text


def _words(found: re.Match[str]) -> str:
    named = found.groupdict()
    note = named.get("note")
    return f" ({note})" if note else named.get("words") or ""


def _told_apart(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a line, and whether each is code between backticks (CommonMark 6.1)."""
    runs = [found.span() for found in _TICKS.finditer(line)]
    of_length: dict[int, list[int]] = {}
    for place in range(len(runs) - 1, -1, -1):
        start, end = runs[place]
        of_length.setdefault(end - start, []).append(place)
    done = place = 0
    while place < len(runs):
        start, end = runs[place]
        later = of_length[end - start]
        while later and later[-1] <= place:
            later.pop()
        if later:
            place = later[-1]
            yield line[done:start], False
            yield line[start : runs[place][1]], True
            done = runs[place][1]
        place += 1
    yield line[done:], False
