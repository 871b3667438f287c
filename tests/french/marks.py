"""Reads the French development set: articles with who is in them and who says what, in one file.

The README beside this module says how an article is marked. A file that breaks a rule of it raises
`MarkError` with its name and the rule. Offsets are code points of the article's text, half-open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tui.model import BLOCK_SEPARATOR, Article, Block, BlockKind, QuoteKind, Source, Span

FOLDER = Path(__file__).parent
HELD_OUT = 16
"""The number of the first article that no rule was written on."""

SpeakerKind = Literal["person", "description", "organisation", "document", "none"]
_KINDS: tuple[SpeakerKind, ...] = ("description", "organisation", "document", "none")
_HEAD = re.compile(r"(?P<key>\w+)(?: \((?P<kind>\w+)\))? = (?P<names>.+)")
_MARK = re.compile(r"\{(?:(?P<key>\w+|\?)(?P<kind>[|~>])|=)|\}")
_QUOTES: dict[str, QuoteKind] = {"|": "direct", "~": "fragment", ">": "indirect"}
_HEADINGS: dict[str, BlockKind] = {"# ": "title", "## ": "heading"}
_INSIDE = "«» \u00a0\u202f"
"""What may not stand at either edge of marked words: the marks and the space inside them."""


class MarkError(ValueError):
    """A file of the set that is not marked as the README says."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a person by the fullest name in the text, or something without a name."""

    kind: SpeakerKind
    name: str
    forms: tuple[str, ...] = ()
    """All forms of a person's name that stand in the text, the fullest first."""


NOBODY = Speaker("none", "")


@dataclass(frozen=True, slots=True)
class Words:
    """Marked words; `kind` is None where quoted words are no speech: a title, a term."""

    span: Span
    kind: QuoteKind | None
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Marked:
    """An article of the set as a reader would read it, with what is to be found in it."""

    name: str
    genre: str
    article: Article
    people: tuple[Speaker, ...]
    words: tuple[Words, ...]
    open_names: frozenset[str]
    """Names that may be shown or not: figures of fiction."""

    @property
    def held_out(self) -> bool:
        """Whether no rule was written on this article."""
        return int(self.name[:2]) >= HELD_OUT


def articles() -> list[Marked]:
    """Return the whole set in order."""
    return [read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(_files())]


def _files() -> Iterator[Path]:
    return FOLDER.glob("[0-9][0-9]-*.txt")


def read(name: str, text: str) -> Marked:
    """Read one marked article."""
    head, separator, body = text.partition("\n---\n")
    if not separator:
        raise MarkError(f"{name}: no line --- between head and text")
    genre, speakers, open_names = _head(name, head)
    article, words = _body(name, body.strip(), speakers)
    people = tuple(speaker for speaker in speakers.values() if speaker.kind == "person")
    for person in people:
        _check_forms(name, person, article.text)
    unused = set(speakers.values()) - {w.speaker for w in words} - set(people)
    if unused:
        raise MarkError(f"{name}: nothing is said by {sorted(s.name for s in unused)}")
    return Marked(name, genre, article, people, words, open_names)


def _head(name: str, head: str) -> tuple[str, dict[str, Speaker], frozenset[str]]:
    lines = head.splitlines()
    if not lines[0].startswith("genre: "):
        raise MarkError(f"{name}: the first line is not the genre")
    speakers: dict[str, Speaker] = {}
    open_names: set[str] = set()
    for line in lines[1:]:
        if line.startswith("~ "):
            open_names.add(line[2:])
            continue
        match = _HEAD.fullmatch(line)
        if not match or match["key"] in speakers:
            raise MarkError(f"{name}: not a speaker, or twice: {line!r}")
        forms = tuple(form.strip() for form in match["names"].split(","))
        kind = next((kind for kind in _KINDS if kind == match["kind"]), None)
        if match["kind"] and kind is None:
            raise MarkError(f"{name}: unknown kind of speaker: {line!r}")
        speakers[match["key"]] = (
            Speaker(kind, match["names"]) if kind else Speaker("person", forms[0], forms)
        )
    return lines[0].removeprefix("genre: "), speakers, frozenset(open_names)


def _body(name: str, body: str, speakers: dict[str, Speaker]) -> tuple[Article, tuple[Words, ...]]:
    texts: list[str] = []
    blocks: list[Block] = []
    words: list[Words] = []
    at = 0
    for paragraph in re.split(r"\n\s*\n", body):
        mark = next((mark for mark in _HEADINGS if paragraph.startswith(mark)), "")
        plain, found = _unmark(name, paragraph.removeprefix(mark), at, speakers)
        kind = _HEADINGS.get(mark, "paragraph")
        blocks.append(Block(kind, at, at + len(plain), level=2 if kind == "heading" else None))
        texts.append(plain)
        words.extend(found)
        at += len(plain) + len(BLOCK_SEPARATOR)
    article = Article(
        id=name,
        source=Source(f"{name}.txt", "text"),
        title=texts[0],
        text=BLOCK_SEPARATOR.join(texts),
        blocks=tuple(blocks),
        language="fr",
    )
    return article, tuple(sorted(words, key=lambda w: (w.span.start, -w.span.end)))


def _unmark(
    name: str, paragraph: str, offset: int, speakers: dict[str, Speaker]
) -> tuple[str, list[Words]]:
    plain: list[str] = []
    length = read_to = 0
    found: list[Words] = []
    stack: list[tuple[int, QuoteKind | None, Speaker]] = []
    for match in _MARK.finditer(paragraph):
        plain.append(paragraph[read_to : match.start()])
        length += match.start() - read_to
        read_to = match.end()
        if match.group() == "}":
            if not stack:
                raise MarkError(f"{name}: a mark closes that never opened: {paragraph[:60]!r}")
            begin, kind, speaker = stack.pop()
            found.append(Words(Span(offset + begin, offset + length), kind, speaker))
        elif match["key"] and match["key"] != "?" and match["key"] not in speakers:
            raise MarkError(f"{name}: nobody has the key {match['key']!r}")
        else:
            speaker = speakers.get(match["key"] or "", NOBODY)
            stack.append((length, _QUOTES.get(match["kind"] or ""), speaker))
    if stack:
        raise MarkError(f"{name}: a mark never closes: {paragraph[:60]!r}")
    plain.append(paragraph[read_to:])
    text = "".join(plain)
    for words in found:
        _check_edges(name, words, text[words.span.start - offset : words.span.end - offset])
    return text, found


def _check_edges(name: str, words: Words, said: str) -> None:
    edges = said[:1] + said[-1:]
    if not said or said != said.strip() or (words.kind != "indirect" and set(edges) & set(_INSIDE)):
        raise MarkError(f"{name}: marks or space at the edge of {said!r}")


def _check_forms(name: str, person: Speaker, text: str) -> None:
    """Every form stands in the text by itself, not only inside a longer one."""
    pattern = "|".join(re.escape(form) for form in sorted(person.forms, key=len, reverse=True))
    found = set(re.findall(rf"(?<!\w)(?:{pattern})(?!\w)", text))
    missing = [form for form in person.forms if form not in found]
    if missing:
        raise MarkError(f"{name}: not in the text: {', '.join(missing)}")
