"""The language that is spoken, and how numbers and days are written in it."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tui import words
from tui.words import _, after_colon, day, ngettext, number, percent, wished_for


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    words.speak("en")


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "frp_FR.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_CA.UTF-8"}, "fr"),
        ({"LC_MESSAGES": "fr_FR", "LC_ALL": "en_US"}, "en"),
        ({"LANG": "fr_FR", "LC_ALL": ""}, "fr"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de:fr:en"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "en"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LC_ALL": "POSIX", "LANG": "fr_FR"}, "en"),
        ({"LANGUAGE": "fr"}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(environment: dict[str, str], spoken: str):
    assert wished_for(environment) == spoken
    words.speak("auto", environment)
    assert words.language() == spoken


def test_a_setting_goes_before_the_locale():
    words.speak("en", {"LANG": "fr_FR.UTF-8"})
    assert words.language() == "en"
    words.speak("fr", {})
    assert words.language() == "fr"


def test_in_french_none_is_singular():
    forms = ("{n} new article", "{n} new articles")
    assert [ngettext(*forms, n) for n in (0, 1, 2)] == [
        "0 new articles",
        "1 new article",
        "2 new articles",
    ]
    words.speak("fr")
    assert [ngettext(*forms, n) for n in (0, 1, 2)] == [
        "0 nouvel article",
        "1 nouvel article",
        "2 nouveaux articles",
    ]


def test_numbers_have_their_thousands_apart():
    assert (number(1234567), percent(0.256), after_colon("so")) == ("1,234,567", "26%", ": so")
    assert ngettext("{n} article", "{n} articles", 12345) == "12,345 articles"
    words.speak("fr")
    assert (number(1234567), percent(0.256)) == ("1\u202f234\u202f567", "26\u202f%")
    assert ngettext("{n} article", "{n} articles", 12345) == "12\u202f345 articles"
    assert (after_colon("so"), after_colon("")) == ("\u202f: so", "")


@pytest.mark.parametrize(
    ("iso", "french"),
    [
        ("2026-05-03", "3 mai 2026"),
        ("2026-08-01T10:00:00Z", "1er août 2026"),
        ("2026-02", "février 2026"),
        ("2026-12-24", "24 décembre 2026"),
        ("2026", "2026"),
        ("in May", "in May"),
        ("2026-13-01", "2026-13-01"),
        ("2026-05-xx", "2026-05-xx"),
        ("", ""),
        (None, ""),
    ],
)
def test_days_are_read_as_the_language_has_them(iso: str | None, french: str):
    assert day(iso) == (iso or "")[:10]
    words.speak("fr")
    assert day(iso) == french


def test_braces_in_what_is_filled_in_stay():
    words.speak("fr")
    assert _("Saved as “{name}”", name="{x}") == "Enregistrée sous «\u202f{x}\u202f»"
    assert _("{no} such {text}") == "{no} such {text}"


def test_english_reads_no_catalogue():
    program = (
        "import sys, tui.words as w\nw.speak('auto', {'LANG': 'en_US.UTF-8'})\n"
        "assert w._('Quit') == 'Quit' and 'gettext' not in sys.modules\n"
        "w.speak('fr')\nassert w._('Quit') == 'Quitter' and 'gettext' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
