"""Links that a tool wrote into a dump as Markdown does, taken out of its lines.

What is printed as a link reads like any other words; whither it leads is kept beside the dump for
the related pieces. A text with one or two of them is left as it is.
"""

import re
from collections.abc import Mapping
from typing import Final

from tui.parse.text_lines import key_of

_FEWEST: Final = 3
_TARGET: Final = (
    r"\(\s?<?((?:[^()\s<>]|\([^()\s<>]{0,200}\)){0,1000})>?(?:\s{1,3}\"[^\"]{0,300}\")?\s?\)"
)
_IMAGE: Final = re.compile(r"!\[[^\[\]]{0,400}\]" + _TARGET)
_LINK: Final = re.compile(r"\[([^\[\]]{0,400})\]" + _TARGET)
"""CommonMark's inline links and images (https://spec.commonmark.org/0.31.2/#links), without
brackets inside; the lengths keep the time linear."""


def without_links(text: str) -> tuple[str, Mapping[str, str]]:
    """Return `text` with its links' words alone, and their addresses by the key of the words."""
    if text.count("](") < _FEWEST:
        return text, {}
    addresses: dict[str, str] = {}

    plain = _IMAGE.sub("", text)

    def words(link: re.Match[str]) -> str:
        if link[2].startswith(("http://", "https://")):
            addresses.setdefault(key_of(link[1]), link[2])
        shown = " ".join(link[1].split())
        return f"{shown} " if plain.startswith("[", link.end()) else shown

    return _LINK.sub(words, plain), addresses
