"""Nothing that is shown goes untranslated, and the translations fit what they translate."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from words import catalogue as words
from words.shown import in_package, not_translated

from tui.session.actions import ACTIONS
from tui.words import NARROW_SPACE

ROOT = Path(__file__).parent.parent.parent
HOW = "wrap it in _ or ngettext of tui.words"
CODE = ("completion.py",)
"""Code of shells."""
NARROWEST = 60
"""Cells of the narrowest terminal that is drawn for, of which three stay empty."""
UPDATE = "run .venv/bin/python tests/words/catalogue.py, translate, and run it again"


def french() -> list[tuple[str, str]]:
    """Every English text with its French, each form by itself."""
    pairs = []
    for message in words.known():
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            pairs += list(zip(ids, strings, strict=True))
    return pairs


def test_no_word_of_the_reader_goes_untranslated():
    assert not list(in_package(ROOT, "tui/view")), HOW


def test_no_word_of_the_commands_goes_untranslated():
    told = in_package(ROOT, "tui/cli")
    assert not [each for each in told if not each.path.endswith(CODE)], HOW


@pytest.mark.parametrize(
    "planted",
    [
        'reader.show_status("Gone")',
        'reader.show_status(f"{count} gone")',
        'reader.show_status("Gone" if gone else _("Here"))',
        'box.border_title = "Keys"',
        'part = ("Reading", "bar--dim")',
        'reader.show_status(_("Here: {name}", name=name or "nobody"))',
        'reader.show_status(" · ".join((_("Here"), "there")))',
        'def empty_words(self):\n    return "Nothing."',
        'def any_name(self):\n    said = "Nothing is here"\n    return said',
        'Input(placeholder="Name")',
        'yield Static(Content("Name"))',
        'told(self, "app.help", "helps")',
    ],
)
def test_a_word_that_is_not_translated_is_found(planted: str):
    assert len(not_translated(planted)) == 1


@pytest.mark.parametrize(
    "fine",
    [
        'reader.show_status(_("Gone"))',
        'reader.show_status(ngettext("{n} gone", "{n} gone", count))',
        'reader.show_status("" if gone else f"{name}: {count}")',
        'box.border_title = _("Keys")',
        'part = ("  ", "bar--dim")',
        '"""What this is about."""\ndef any_name(self):\n    """Say nothing to anybody."""',
        'raise AttributeError("no such thing")',
        'told(self, "app.help", _("helps"))',
    ],
)
def test_what_is_translated_or_says_nothing_is_left_alone(fine: str):
    assert not_translated(fine) == []


def test_the_catalogue_has_all_that_is_said_and_nothing_else():
    assert words.written(words.wanted(words.known())) == words.PO.read_bytes(), UPDATE


def test_everything_is_translated_and_nothing_is_doubtful():
    catalogue = words.known()
    assert words.untranslated(catalogue) == [], UPDATE
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []


def test_what_the_program_reads_is_what_was_written():
    assert words.compiled(words.wanted(words.known())) == words.MO.read_bytes(), UPDATE


def test_an_untranslated_word_is_found(tmp_path: Path):
    text = words.PO.read_text(encoding="utf-8")
    place = tmp_path / "a.po"
    place.write_text(text.replace('msgstr "Quitter"', 'msgstr ""'), encoding="utf-8")
    with place.open("rb") as file:
        assert words.untranslated(read_po(file, locale="fr")) == ["Quit"]


PLACES = re.compile(r"\{\w*\}|%\(\w+\)\w|%[sr]")


def test_what_goes_in_for_names_is_the_same_in_both_languages():
    for english, translated in french():
        assert sorted(PLACES.findall(english)) == sorted(PLACES.findall(translated)), english


def test_spaces_and_line_ends_at_both_ends_are_the_same():
    for english, translated in french():
        for end in (r"^[ \n]*", r"[ \n]*$"):
            assert re.findall(end, english)[0] == re.findall(end, translated)[0], english


def test_the_keys_of_a_screen_fit_sixty_columns():
    for texts in french():
        for text in texts:
            assert not re.search(r"[⏎/] .*   ", text) or len(text) <= NARROWEST - 3, text


def test_keys_that_are_told_side_by_side_are_told_apart():
    spoken = dict(french())
    for scope in {action.scope for action in ACTIONS}:
        hints = {a.hint for a in ACTIONS if a.hint and a.scope in (scope, "everywhere")}
        assert len({spoken[hint] for hint in hints}) == len(hints), sorted(hints)


def test_french_is_set_as_french_is():
    for english, translated in french():
        assert translated == words.typeset(translated), english
        assert not re.search(r"[“”]", translated), english
        assert not re.search(rf"\w[;!?](?:\s|$)|[^{NARROW_SPACE}]»|«[^{NARROW_SPACE}]", translated)
