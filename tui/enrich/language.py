"""Which grammar an article is read with: its own language tag, or a count of small words.

They are among the most frequent of each language, from general knowledge.
"""

import re
from typing import Literal

_FRENCH = re.compile(
    r"\b(?:le|la|les|des|est|une|dans|pour|que|qui|du|et|sur|pas)\b", re.IGNORECASE
)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|that|for|was|on|with|it|said|by)\b", re.IGNORECASE)
_SAMPLE = 20_000
"""Characters looked at where the article carries no tag."""


def grammar_language(tag: str | None, text: str) -> Literal["fr", "en"]:
    """Return the language whose grammar serves the text best."""
    if tag:
        return "fr" if tag.lower().startswith("fr") else "en"
    sample = text[:_SAMPLE]
    french = sum(1 for _ in _FRENCH.finditer(sample))
    return "fr" if french > sum(1 for _ in _ENGLISH.finditer(sample)) else "en"
