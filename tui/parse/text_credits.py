"""Who took the photograph: the credits that give a caption away.

A credit stands in brackets or behind the last stop of a caption: an agency, or the word for a
photograph and a name. A sentence about a photograph has words in lower case there, and is none.
"""

import re

from tui.parse.bylines import PARTICLES

_CREDIT = re.compile(
    r"©|(?i:\((?:photo|foto|bild|image|crédits?|credit|source|ap|afp|reuters|dpa|getty)\b[^()]*\)$)|"
    r"(?i:^(?:photo|foto|bild|image|crédits?|credits?|photograph|illustration|légende|"
    r"copyright|quelle|fuente|photo\s+by|photo\s+d'illustration)\s?[:©—–-])|"
    r"(?:^|[\s/|,(–—-])(?:AFP|Reuters|REUTERS|Getty(?:\s+Images)?|EPA|dpa|SIPA|Sipa|MAXPPP|Shutterstock|"
    r"iStock|Unsplash|Keystone|KEYSTONE|imago|Imago|Alamy|ANP|Belga|ANSA|EFE|Bloomberg)\W*$|"
    r"[^\s/]\s?/\s?(?:AP|EPA|AFP|Getty|dpa)\b|\b(?:DR|D\.R\.)$",
)
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
    return len(text) <= LONGEST_CAPTION and bool(_CREDIT.search(text) or _signed(text))


def _signed(text: str) -> bool:
    """Tell whether `text` ends in the word for a photograph and a name."""
    match = _SIGNED.search(text[-_LONGEST_CREDIT:])
    if not match:
        return False
    words = (match["name"] or "").split()
    if not words:
        return match["stock"] is not None
    return len(words) <= 7 and all(not w[0].islower() or w.casefold() in PARTICLES for w in words)
