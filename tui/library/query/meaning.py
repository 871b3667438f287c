"""What a query means, in plain words: read before a long search, and under a saved view."""

from typing import Final, Literal

from tui.library.query.asked import Search
from tui.library.query.fields import BY_NAME
from tui.library.query.terms import And, Dated, Flag, Named, Not, Or, Term, Word

Language = Literal["en", "fr"]

_SAID: Final = {
    "en": {
        "all": "every article",
        "articles": "articles",
        "with": "with {}",
        "prefix": "words that begin with {}",
        "not": "not {}",
        "and": " and ",
        "or": " or ",
        "on": "of {}",
        "since": "since {}",
        "until": "until {}",
        "between": "from {} to {}",
        "oldest": "oldest first",
        "quoted": "“{}”",
    },
    "fr": {
        "all": "tous les articles",
        "articles": "articles",
        "with": "avec {}",
        "prefix": "des mots commençant par {}",
        "not": "pas {}",
        "and": " et ",
        "or": " ou ",
        "on": "du {}",
        "since": "depuis le {}",
        "until": "jusqu'au {}",
        "between": "du {} au {}",
        "oldest": "les plus anciens d'abord",
        "quoted": "« {} »",
    },
}


def meaning(search: Search, language: Language) -> str:
    """Return what `search` means in English or French."""
    said = _SAID[language]
    whole = said["all"]
    if search.term is not None:
        whole = f"{said['articles']} {_told(search.term, language)}"
    return f"{whole}, {said['oldest']}" if search.sort == "oldest" else whole


def _told(term: Term, language: Language) -> str:
    said = _SAID[language]
    if isinstance(term, Word):
        return said["with"].format(_word(term, language))
    if isinstance(term, Named):
        return _field(term.field, _word(term.word, language), language)
    if isinstance(term, Flag):
        return _field(term.field, _choice(term, language), language)
    if isinstance(term, Dated):
        return _days(term, language)
    if isinstance(term, Not):
        return said["not"].format(_inside(term.part, language))
    joiner = said["and"] if isinstance(term, And) else said["or"]
    return joiner.join(_inside(part, language) for part in term.parts)


def _inside(term: Term, language: Language) -> str:
    told = _told(term, language)
    return f"({told})" if isinstance(term, And | Or) else told


def _field(name: str, value: str, language: Language) -> str:
    field = BY_NAME[name]
    return (field.english if language == "en" else field.french).format(value)


def _choice(flag: Flag, language: Language) -> str:
    french = {
        "unread": "non lu",
        "read": "lu",
        "starred": "marqué d'une étoile",
        "highlighted": "surligné",
        "quotes": "citations",
        "people": "personnes",
    }
    return french.get(flag.value, flag.value) if language == "fr" else flag.value


def _word(word: Word, language: Language) -> str:
    said = _SAID[language]
    quoted = said["quoted"].format(word.text)
    return said["prefix"].format(quoted) if word.prefix else quoted


def _days(days: Dated, language: Language) -> str:
    said = _SAID[language]
    if days.first is not None and days.last is not None:
        if days.first == days.last:
            return said["on"].format(days.first)
        return said["between"].format(days.first, days.last)
    if days.first is not None:
        return said["since"].format(days.first)
    return said["until"].format(days.last)
