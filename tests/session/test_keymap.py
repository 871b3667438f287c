"""Which key means which action."""

from tui.session.keymap import DEFAULT, Keymap


def test_the_registrys_keys_hold_where_nothing_else_is_said():
    assert DEFAULT.action("article", "j").id == "move.down"
    assert DEFAULT.action("library", "enter").id == "library.open"
    assert DEFAULT.action("article", "enter") is None
    assert DEFAULT.action("nowhere", "j") is None
    assert DEFAULT.action("people", "] q").id == "article.next_quote"
    assert DEFAULT.seconds("people", "]") == ["q", "m", "h", "u"]
    assert DEFAULT.seconds("people", "j") == []
    assert DEFAULT.key("move.down") == "j"
    assert DEFAULT.key("view.theme") == ""


def test_other_keys_take_the_place_of_all_that_an_action_had():
    keymap = Keymap({"move.down": ("ctrl+n",), "library.next": (), "view.theme": (", t",)})
    assert keymap.action("quotes", "ctrl+n").id == "move.down"
    assert keymap.action("quotes", "j") is None
    assert keymap.was_taken_away("j")
    assert not keymap.was_taken_away("ctrl+n")
    assert keymap.key("library.next") == ""
    assert keymap.action("quotes", ", t").id == "view.theme"
    assert DEFAULT.action("quotes", "j") is not None
