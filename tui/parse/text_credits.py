"""Who took the photograph: the credits that give a caption away.

A credit stands in brackets or behind the last stop of a caption: an agency, or the word for a
photograph and a name. A sentence about a photograph has words in lower case there, and is none.
"""

import re

from tui.parse.bylines import PARTICLES

_HEADED = re.compile(
    r"(?:photo|foto|bild|image|crédits?|credits?|photograph|illustration|légende|"
    r"copyright|quelle|fuente|photo\s+by|photo\s+d'illustration)\s?[:©—–-]",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"\((?:photo|foto|bild|image|crédits?|credit|source|ap|afp|reuters|dpa|getty)\b[^()]*\)$",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"[^\s/]\s?/\s?(?:AP|EPA|AFP|Getty|dpa)\b")
_ENDING = re.compile(
    r"(?:^|[\s/|,(–—-])(?:AFP|Reuters|REUTERS|Getty(?:\s+Images)?|EPA|dpa|SIPA|Sipa|MAXPPP|Shutterstock|"
    r"iStock|Unsplash|Keystone|KEYSTONE|imago|Imago|Alamy|ANP|Belga|ANSA|EFE|Bloomberg)\W*$|"
    r"\b(?:DR|D\.R\.)$",
)
_LONGEST_ENDING = 40
"""Code points of the longest agency at the end of a line, with the marks after it."""
_SIGNED = re.compile(
    r"(?:^|[.!?…»”\")\]]\s+|\s[|/–—-]\s|,\s|\()(?i:(?:crédits?\s+)?photos?|photographs?|photographies?|pictures?|"
    r"credits?|crédits?|illustrations?|dessin|infographie|fotos?|bild|grafik|imagen|immagine)"
    r"(?:\s(?:by|par|von|por|di|door))?(?P<colon>\s?:)?\s+(?P<stock>d[’'](?:archives?|illustration|agence)\s*)?"
    r"(?P<name>[^\s.:;!?][^.:;!?]{0,58})?\)?\.?$"
)
"""A photograph's credit at the end of a line: "… on Monday. Photograph: Léo Petit"."""
LONGEST_CAPTION = 350
"""Code points; a longer line is prose."""
_LONGEST_CREDIT = 120


def credited(text: str) -> bool:
    """Tell whether the line `text` is a photograph's caption, or its credit alone."""
    if len(text) > LONGEST_CAPTION:
        return False
    return bool(
        "©" in text
        or _HEADED.match(text)
        or ("/" in text and _SLASHED.search(text))
        or (text.endswith(")") and _BRACKETED.search(text))
        or _ENDING.search(text, max(0, len(text) - _LONGEST_ENDING))
        or _signed(text)
    )


def _signed(text: str) -> bool:
    """Tell whether `text` ends in the word for a photograph and a name."""
    match = _SIGNED.search(text[-_LONGEST_CREDIT:])
    if not match:
        return False
    words = (match["name"] or "").split()
    if not words:
        return match["stock"] is not None
    return len(words) <= 7 and all(not w[0].islower() or w.casefold() in PARTICLES for w in words)
