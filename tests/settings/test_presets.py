"""The keymaps that stand beside the default."""

import pytest

from tui.session.actions import ACTIONS, clashes
from tui.session.keymap import Keymap
from tui.settings.key_names import keys_of
from tui.settings.presets import PRESETS


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_gives_actions_that_there_are_keys_that_nothing_else_takes(name):
    keys = PRESETS[name]
    assert keys.keys() <= {action.id for action in ACTIONS}
    assert clashes(Keymap(keys).actions) == []
    assert all(tuple(map(keys_of, given)) == given for given in keys.values())


@pytest.mark.parametrize("name", PRESETS)
def test_nothing_loses_all_its_keys(name):
    keymap = Keymap(PRESETS[name])
    assert all(keymap.keys(action.id) for action in ACTIONS if action.keys)
    assert "ctrl+q" in keymap.keys("app.quit")


def test_newsboat_and_less_are_what_their_users_know():
    newsboat, less = Keymap(PRESETS["newsboat"]), Keymap(PRESETS["less"])
    for key, action in (("n", "library.next_unread"), ("N", "library.toggle_read")):
        assert newsboat.action("article", key).id == action
    for key, action in (("f", "move.page_down"), (": n", "library.next"), ("Z Z", "app.quit")):
        assert less.action("article", key).id == action
