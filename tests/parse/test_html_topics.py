"""The section of an article and its keywords."""

from tui.parse.html_topics import find_keywords, find_section
from tui.parse.page_facts import PageFacts
from tui.parse.page_head import PageHead


def facts(**metas: list[str]) -> PageFacts:
    return PageFacts(PageHead(None, "", metas), sites=("The Ferry Post",))


def test_the_site_is_no_section_and_of_a_path_the_first_part_counts():
    assert find_section(facts(articlesection=["The Ferry Post, Harbour"])) == "Harbour"
    assert find_section(facts(section=["Harbour|Strikes"])) == "Harbour"
    assert find_section(facts(section=["x" * 81])) is None


def test_keywords_lose_their_marks():
    assert find_keywords(facts(articletag=["#ferries", '"pay"', "a"])) == ("ferries", "pay")


def test_the_site_and_identifiers_are_no_keywords():
    uuid = "8f507083-bac4-423a-9015-2eb31e1bce50"
    assert find_keywords(facts(tags=["ferries", "Ferry Post", uuid, "10422", "G20"])) == (
        "ferries",
        "G20",
    )


def test_the_first_field_with_keywords_counts():
    found = find_keywords(facts(newskeywords=["ferries"], keywords=["ferries, tides, news"]))
    assert found == ("ferries",)
