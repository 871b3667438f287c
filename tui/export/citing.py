"""What is copied: words of an article with who said them and where they stand, in a style.

What the article does not give is left out, and nothing is worked out of what it gives: a name stays
as it is written, since where it is to be cut into given and family name is a guess.
"""

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from tui.export.markdown import escaped
from tui.export.text import clean_line, quotation_marks, web_address
from tui.library.interface import SURE, USUAL
from tui.model import Article, Quote, Span

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NESTED: Final = {"“": ("“", "”", "‘", "’"), "«": ("«", "»", "“", "”")}
"""By the opening mark outside: the marks of the same kind inside, and what stands for them there
(Chicago Manual of Style, 17th ed., 13.30; Imprimerie nationale, Lexique, "guillemets")."""
_TEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "#$%&_"},
}
"""How BibTeX is told a character that means something to TeX; its braces must come in pairs."""


class Passage(NamedTuple):
    """Words of an article."""

    article: Article
    span: Span
    quote: Quote | None = None
    """The quote they are; None for words that are only the article's."""
    note: str = ""
    """What the user wrote on them."""
    colour: str = ""
    """What they are highlighted in; "" where they are not."""

    @property
    def words(self) -> str:
        """What is said or written, on one line."""
        return clean_line(self.article.text[self.span.start : self.span.end])

    @property
    def remark(self) -> str:
        """The note on one line, behind the colour where that is not the usual one."""
        colour = f"({self.colour})" if self.colour not in ("", USUAL) else ""
        return " ".join(filter(None, (colour, clean_line(self.note))))

    @property
    def marked(self) -> str:
        """The words between the marks of the article's language; reported speech has none."""
        if self.quote is not None and self.quote.kind == "indirect":
            return self.words
        return _between_marks(self.words, self.article.language)

    @property
    def speaker(self) -> str:
        """Who said it, with what is to be known of that; "" where nobody is named."""
        if self.quote is None or not self.quote.speaker:
            return ""
        notes = [
            *(["inferred"] if self.quote.confidence < SURE else []),
            *(["reported"] if self.quote.kind == "indirect" else []),
        ]
        name = clean_line(self.quote.speaker)
        return f"{name} ({', '.join(notes)})" if notes else name


def cited(passage: Passage, style: str) -> str:
    """Return words with speaker, title, outlet, date and link in one of `STYLES`; no line feed ends
    it."""
    return STYLES[style](passage)


def day_of(article: Article) -> date | None:
    """Return the day an article was published; None where it does not say one."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _between_marks(words: str, language: str | None) -> str:
    opening, closing = quotation_marks(language)
    first, last, inner_first, inner_last = _NESTED[opening[0]]
    if words.count(first) == words.count(last):
        words = re.sub(rf"{first}[\s\u00a0\u202f]*", inner_first, words)
        words = re.sub(rf"[\s\u00a0\u202f]*{last}", inner_last, words)
    return f"{opening}{words}{closing}"


def _plain(passage: Passage) -> str:
    article = passage.article
    title = _between_marks(clean_line(article.title), article.language)
    where = [passage.speaker, title, clean_line(article.site or ""), _day(article)]
    told = f"{passage.marked} — {', '.join(filter(None, where))}"
    return "\n".join(filter(None, (told, web_address(article.url))))


def _markdown(passage: Passage) -> str:
    article = passage.article
    address = web_address(article.url)
    title = escaped(clean_line(article.title))
    site = escaped(clean_line(article.site or ""))
    where = [
        escaped(passage.speaker),
        f"[{title}]({address})" if address else title,
        f"*{site}*" if site else "",
        _day(article),
    ]
    return f"> {escaped(passage.marked)}\n>\n> — {', '.join(filter(None, where))}"


def _day(article: Article) -> str:
    day = day_of(article)
    return day.isoformat() if day else ""


def _apa(passage: Passage) -> str:
    """Return words as the seventh edition cites what somebody said in an article (8.6, 10.16)."""
    article = passage.article
    day = day_of(article)
    authors = [clean_line(author) for author in article.authors]
    title = clean_line(article.title)
    year = f"{day.year}" if day else "n.d."
    short = _apa_names(authors[:1]) + " et al." if len(authors) > 2 else _apa_names(authors)
    source = f"{short or _between_marks(title, 'en')}, {year}"
    said = f"{passage.speaker}, as cited in {source}" if passage.speaker else source
    when = f"({day.year}, {MONTHS[day.month - 1]} {day.day})" if day else "(n.d.)"
    head = [_ended(_apa_names(authors)), f"{when}.", _ended(title)]
    if not authors:
        head = [_ended(title), f"{when}."]
    tail = [_ended(clean_line(article.site or "")), web_address(article.url) or ""]
    return f"{passage.marked} ({said})\n\n{' '.join(filter(None, (*head, *tail)))}"


def _apa_names(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{',' if len(names) > 2 else ''} & {names[-1]}"


def _ended(sentence: str) -> str:
    return f"{sentence}." if sentence and sentence[-1] not in ".?!…" else sentence


def _bibtex(passage: Passage) -> str:
    """Return an entry that classic BibTeX and biblatex read: `misc`, as neither knows the news."""
    article = passage.article
    day = day_of(article)
    address = (web_address(article.url) or "").replace("{", "%7B").replace("}", "%7D")
    said_by = f" — {passage.speaker}" if passage.speaker else ""
    fields = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in article.authors),
        "title": f"{{{_tex(article.title)}}}",
        "howpublished": _tex(article.site or ""),
        "year": f"{day.year}" if day else "",
        "month": f"{day.month}" if day else "",
        "day": f"{day.day}" if day else "",
        "url": address,
        "language": _tex(article.language or ""),
        "annote": _tex(f"{passage.marked}{said_by}"),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(article)},", *lines, "}"])


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in clean_line(text))


def _key(article: Article) -> str:
    """Return what an entry is called: words of the title, the year and the beginning of the id."""
    letters = unicodedata.normalize("NFKD", article.title[:200]).encode("ascii", "ignore").decode()
    day = day_of(article)
    id_ = re.sub(r"[^0-9A-Za-z]", "", article.id)[:6].lower()
    words = re.findall(r"[a-z0-9]+", letters.lower())[:4]
    return "-".join([*words, *([str(day.year)] if day else []), id_])


def _csl(passage: Passage) -> str:
    """Return a list of one item, as reference managers import it (CSL-JSON, schema 1.0.2)."""
    article = passage.article
    day = day_of(article)
    address = web_address(article.url)
    said_by = f" — {passage.speaker}" if passage.speaker else ""
    item: dict[str, object] = {
        "id": _key(article),
        "type": "webpage" if address else "article",
        "title": clean_line(article.title),
        "author": [{"literal": clean_line(author)} for author in article.authors],
        "container-title": clean_line(article.site or ""),
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": address,
        "language": clean_line(article.language or ""),
        "note": f"{passage.marked}{said_by}",
    }
    kept = {name: value for name, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=2)


STYLES: Final[dict[str, Callable[[Passage], str]]] = {
    "plain": _plain,
    "markdown": _markdown,
    "apa": _apa,
    "bibtex": _bibtex,
    "csl-json": _csl,
}
"""By the name that the setting `copy_style` has; `tui.settings` has the same names."""
