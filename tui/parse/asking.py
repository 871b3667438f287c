"""How a page asks its reader to do something for it: to sign up, to follow, to click."""

_ASKS = (
    "newsletter", "subscri", "register", "login", "app", "email", "e-mail", "cookie", "javascript",
    "abonn", "inscri", "cliquez", "suivez", "télécharg", "rejoign", "partag",
    "anmeld", "klicken", "folgen", "herunterlad",
    "suscri", "suscrí", "síguenos", "registr", "regístr", "descarg",
    "iscriv", "abbona", "segui", "clicca", "assine", "inscreva", "siga", "clique",
    "aanmeld", "inschrijv", "nieuwsbrief",
)  # fmt: skip
"""Beginnings of the words by which a page asks its reader to do something for it; a story may hold
them too, so they are one feature among others. English, French, German, Spanish, Italian,
Portuguese, Dutch."""
_ASKS_BEGIN = frozenset(word[:3] for word in _ASKS)
_ASKS_TOGETHER = ("sign up", "click here", "log in", "follow us", "contact us", "contributed to")


def asks(text: str) -> bool:
    """Tell whether a short block or line speaks to the reader of the page."""
    if len(text) > _LONGEST_REQUEST:
        return False
    lower = text.lower()
    for phrase in _ASKS_TOGETHER:
        if phrase in lower:
            return True
    return any(word[:3] in _ASKS_BEGIN and word.startswith(_ASKS) for word in lower.split())


_LONGEST_REQUEST = 400
