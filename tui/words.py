"""The language that the program speaks: English as it is written in the code, or French.

Words are looked up where they are shown, so that tables of them stay English. English costs
nothing: no catalogue is read. The French one is read when the first word is wanted.
"""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from gettext import NullTranslations

Language = Literal["en", "fr"]

DOMAIN: Final = "broadsheet"
FOLDER: Final = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120
"""Where the catalogues are, as gettext has them: LANGUAGE/LC_MESSAGES/DOMAIN.mo."""

NARROW_SPACE: Final = "\u202f"
"""What French sets before ; : ! ? and between thousands (Imprimerie nationale)."""

_MONTHS: Final = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)


class _Spoken:
    """What is spoken now."""

    language: Language = "en"
    catalogue: "NullTranslations | None" = None


def speak(setting: str, environment: Mapping[str, str] = os.environ) -> None:
    """Speak the language of a setting, "en" or "fr"; with "auto" that of the environment."""
    wished = wished_for(environment) if setting == "auto" else setting
    _Spoken.language = "fr" if wished == "fr" else "en"


def language() -> Language:
    """Return what is spoken."""
    return _Spoken.language


def wished_for(environment: Mapping[str, str]) -> Language:
    """Return the language of the environment, as GNU gettext finds it (its manual, 2.3).

    Of LC_ALL, LC_MESSAGES and LANG the first that is set names a locale; LANGUAGE lists others to
    try before it, but not where it is "C". The first that we have is spoken, else English.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next(filter(None, map(environment.get, names)), "C")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return "en"
    for name in (*environment.get("LANGUAGE", "").split(":"), locale):
        short = name[:2].lower()
        if name[2:3] in ("", "_", ".", "@", "-") and short in ("en", "fr"):
            return "fr" if short == "fr" else "en"
    return "en"


def _(text: str, /, **values: object) -> str:
    """Return a text in the language that is spoken; English where it has no translation.

    `values` go in for their names in braces. Without any the text is returned as it is.
    """
    if _Spoken.language != "en" and text:
        text = _catalogue().gettext(text)
    return text.format_map(values) if values else text


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the form of a text for a number, in the language that is spoken.

    The number goes in for {n}, with its thousands apart, `values` for their names.
    """
    if _Spoken.language == "en":
        text = one if count == 1 else many
    else:
        text = _catalogue().ngettext(one, many, count)
    return text.format_map({"n": number(count), **values})


def N_(text: str) -> str:  # noqa: N802 - gettext's name for it
    """Mark a text in a table, which is looked up where it is shown."""
    return text


def number(count: int) -> str:
    """Return a count with its thousands apart: 12,345 in English."""
    grouped = f"{count:,}"
    return grouped if _Spoken.language == "en" else grouped.replace(",", NARROW_SPACE)


def percent(share: float) -> str:
    """Return a part of 1 in hundredths: 25% in English."""
    return f"{share:.0%}" if _Spoken.language == "en" else f"{share * 100:.0f}{NARROW_SPACE}%"


def decimal(share: float) -> str:
    """Return a number with two decimals: 0.85 in English."""
    told = f"{share:.2f}"
    return told if _Spoken.language == "en" else told.replace(".", ",")


def after_colon(text: str) -> str:
    """Return what a colon leads to, with the colon; "" where there is nothing."""
    if not text:
        return ""
    return f": {text}" if _Spoken.language == "en" else f"{NARROW_SPACE}: {text}"


def day(published: str | None) -> str:
    """Return the day of an ISO 8601 date as it is read: in French 3 mai 2026 for 2026-05-03.

    A date that is less than a day, or none, is returned as it is.
    """
    iso = (published or "")[:10]
    if _Spoken.language == "en":
        return iso
    year, *rest = iso.split("-")
    if not rest or len(rest) > 2 or not all(part.isdecimal() for part in rest):
        return iso
    month, date = int(rest[0]), int(rest[1]) if len(rest) == 2 else 0
    if not 1 <= month <= len(_MONTHS):
        return iso
    of_month = "1er " if date == 1 else f"{date} " if date else ""
    return f"{of_month}{_MONTHS[month - 1]} {year}"


def _catalogue() -> "NullTranslations":
    if _Spoken.catalogue is None:
        from gettext import translation

        _Spoken.catalogue = translation(DOMAIN, FOLDER, ["fr"], fallback=True)
    return _Spoken.catalogue
