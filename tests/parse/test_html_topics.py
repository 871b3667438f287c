"""The section of an article and its keywords."""

from lxml import html

from tui.parse.html_topics import find_keywords, find_section
from tui.parse.page_facts import PageFacts
from tui.parse.page_head import PageHead

EMPTY = html.fromstring("<html><body><p>Nothing.</p></body></html>")


def facts(**metas: list[str]) -> PageFacts:
    return PageFacts(PageHead(None, "", metas), sites=("The Ferry Post",))


def test_the_site_is_no_section_and_of_a_path_the_first_part_counts():
    assert find_section(facts(articlesection=["The Ferry Post, Harbour"])) == "Harbour"
    assert find_section(facts(section=["Harbour|Strikes"])) == "Harbour"
    assert find_section(facts(section=["x" * 81])) is None


def test_keywords_lose_their_marks():
    assert find_keywords(EMPTY, facts(articletag=["#ferries", '"pay"', "a"])) == ("ferries", "pay")


def test_the_site_and_identifiers_are_no_keywords():
    uuid = "8f507083-bac4-423a-9015-2eb31e1bce50"
    assert find_keywords(EMPTY, facts(tags=["ferries", "Ferry Post", uuid, "10422", "G20"])) == (
        "ferries",
        "G20",
    )


def test_the_first_field_with_keywords_counts():
    found = find_keywords(EMPTY, facts(newskeywords=["ferries"], keywords=["ferries, tides, news"]))
    assert found == ("ferries",)


TAGS = (
    '<p>Tags: <span><a rel="tag" href="/t/1">ferries</a></span>, <a rel="category tag">Pay</a></p>'
)


def test_links_that_are_marked_as_tags_count_where_no_field_has_keywords():
    page = html.fromstring(f"<html><body><h1>Ferries</h1>{TAGS}</body></html>")
    assert find_keywords(page, facts()) == ("ferries", "Pay")
    assert find_keywords(page, facts(keywords=["tides"])) == ("tides",)


def test_tags_in_two_places_are_not_all_of_this_article():
    page = html.fromstring(f"<html><body><div>{TAGS}</div><div>{TAGS}</div></body></html>")
    assert find_keywords(page, facts()) == ()
