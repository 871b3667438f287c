"""Words and marks of a text with their places.

A token is a word (inner hyphens, apostrophes and dots of initials kept: "Jean-Luc", "O'Brien" and
"O 'Brien", "J.-P.", "Mme"), a number, or one mark. French elisions ("l'", "qu'"), the English
possessive ("'s") and inverted pronouns ("-t-elle") are tokens of their own. Offsets are code points
of the article. The abbreviations (titles, months, firms, states) and the words that elide were
written down from general knowledge.
"""

import re
from typing import NamedTuple

from tui.enrich.folding import lower


class Token(NamedTuple):
    """One word or mark; `end` is one past its last character."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it starts with an upper-case letter."""
        return self.text[:1].isupper()


_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Drs|Prof|Pr|Mgr|MM|Mme|Rev|Hon|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Cpl|Capt|Cmdr|Const|Coun|Insp|"
    "Supt|Det|Maj|Jr|Sr|St|Ste|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|etc|"
    "Mass|Calif|Fla|Ont|Que|Wis|Pa|Va|Ga|Conn|Mich|Minn|Wash|Ore|Ariz|Tenn|Ala|Del"
)
_HYPHEN = "[-‐‑]"
_PRONOUN = rf"{_HYPHEN}(?:t{_HYPHEN})?(?:ils?|elles?|on|je|nous|vous|ce)\b(?!{_HYPHEN})"
_LETTERS = r"[^\W\d_]+"
_TOKEN = re.compile(
    rf"(?P<pronoun>(?<=\w){_PRONOUN})"
    r"|(?P<possessive>(?<=\w)['’]s\b)"
    r"|\b(?:[A-Z]\.){2,}(?!\w)"
    rf"|\b[A-ZÀ-Ý]\.(?:{_HYPHEN}[A-ZÀ-Ý]\.)*(?!\w)"
    rf"|\b(?:{_ABBREVIATIONS})\.(?=\s)"
    rf"|\b(?![MN]['’][A-ZÀ-Ý][^\W\d_A-Z])(?:[ldnsmtcjLDNSMTCJ]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu|[Pp]resqu)['’](?={_LETTERS})"
    rf"|\bO ['’][A-Z]{_LETTERS}"
    rf"|{_LETTERS}(?:['’](?!s\b){_LETTERS}|(?!{_PRONOUN}){_HYPHEN}{_LETTERS}|(?<=\w)['’]t\b)*"
    r"|\d[\d.,  ]*\d|\d|\S"
)


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `text[start:end]`, in order."""
    return [
        Token(m.group(), lower(m.group()), m.start(), m.end())
        for m in _TOKEN.finditer(text, start, end)
    ]
