"""The title among the wordings that a page gives of it."""

import json

import pytest

from tui.parse.html_titles import choose_title, without_site
from tui.parse.html_tree import parse_tree
from tui.parse.page_facts import read_facts

LONG = "Ferry crews end their strike after a night of talks"
SHORT = "Ferry crews go back to work"


def choose(
    body: str = "", *, linked: str = "", social: str = "", title: str = ""
) -> tuple[str | None, str | None]:
    thing = json.dumps({"@type": "NewsArticle", "headline": linked})
    root = parse_tree(
        f'<html><head><script type="application/ld+json">{thing}</script><title>{title}</title>'
        f'<meta property="og:title" content="{social}"><meta property="og:site_name" '
        f'content="The Ferry Post"></head><body>{body}</body></html>'
    )
    assert root is not None
    return choose_title(root, read_facts(root))


def test_two_fields_that_agree_are_the_title():
    found = choose(f"<h1>{SHORT}</h1>", linked=LONG, social=f"{LONG} | The Ferry Post")
    assert found == (LONG, None)


def test_where_they_differ_json_ld_s_is_the_title():
    assert choose(f"<h1>{SHORT}</h1>", linked=LONG, social=SHORT) == (LONG, SHORT)
    assert choose(f"<h1>{LONG}</h1>", linked=SHORT, social=LONG)[0] == SHORT


def test_a_headline_that_no_other_wording_has_a_word_of_is_a_system_s():
    assert choose(f"<h1>{LONG}</h1>", linked="quark-cms", social=LONG)[0] == LONG
    assert choose(linked="quark-cms")[0] == "quark-cms"


def test_the_title_is_set_as_the_page_sets_it():
    found = choose("<h1>Crews: “No more ferries”</h1>", linked='Crews: \\"No more ferries\\"')
    assert found[0] == "Crews: “No more ferries”"


def test_a_headline_beside_the_main_heading_is_the_title_where_a_field_words_it_so():
    body = f'<h1>Harbour strike</h1><div class="headline">{LONG}</div>'
    assert choose(body, social=LONG, title=LONG)[0] == LONG
    teaser = f'<h1>Harbour strike</h1><ul><li><h2><a href="/b">{LONG}</a></h2></li></ul>'
    assert choose(teaser, social=LONG, title="Harbour strike")[0] == "Harbour strike"


def test_a_section_s_name_before_the_title_is_cut_off():
    assert choose(f"<h1><small>Harbour</small> {LONG}</h1>", social=LONG) == (
        LONG,
        f"Harbour {LONG}",
    )


def test_the_mark_of_a_heading_s_own_link_is_no_part_of_it():
    assert choose(f'<h1>{LONG}<a href="#x">¶</a></h1>')[0] == LONG


def test_a_logo_is_no_title():
    assert choose('<h1 class="logo">Ferries, tides and more</h1>', title=LONG)[0] == LONG
    assert choose("<h1>The Ferry Post</h1>", title=LONG)[0] == LONG


def test_without_a_main_heading_the_printed_part_of_the_title_is_the_title():
    body = f'<h2 class="entry-title">{LONG}</h2>'
    assert choose(body, title=f"Harbour Lane » {LONG}") == (LONG, LONG)
    assert choose(title=f"Harbour Lane » {LONG}")[0] == f"Harbour Lane » {LONG}"


def test_a_page_without_any_title_has_none():
    assert choose() == (None, None)
    assert choose("<h1>The Ferry Post</h1>", title="The Ferry Post") == (None, None)


@pytest.mark.parametrize(
    "title",
    [
        "Ferry strike | The Ferry Post",
        "The Ferry Post - Ferry strike",
        "Ferry strike – The Ferry Post – Harbour news",
        "Ferry strikeㅣFerry Post",
        "Ferry strike :: ferrypost",
        "Ferry strike_Ferry Post",
    ],
)
def test_the_site_s_name_is_cut_off(title: str):
    assert without_site(title, ("The Ferry Post", "ferrypost")) == "Ferry strike"


def test_a_dash_in_a_title_stays():
    assert without_site("Ferries - a history", ("The Ferry Post",)) == "Ferries - a history"
    assert without_site("The Ferry Post", ("The Ferry Post",)) is None
