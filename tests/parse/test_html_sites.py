"""The names of a page's site."""

from tui.parse.html_sites import host_names, is_site, shown_name, site_names
from tui.parse.page_head import PageHead


def test_the_site_s_own_name_comes_before_its_publisher_s():
    head = PageHead(None, "", {"ogsitename": ["The Ferry Post"], "applicationname": ["@ferry"]})
    assert site_names(["Harbour Media", "https://x.example/"], head) == (
        "The Ferry Post",
        "Harbour Media",
    )


def test_the_title_of_the_article_is_no_site():
    head = PageHead(None, "", {"ogsitename": ["Ferry strike"], "ogtitle": ["Ferry strike"]})
    assert site_names([], head) == ()


def test_a_motto_is_no_part_of_the_name_to_show():
    hosts = host_names("https://ferrypost.example/")
    assert shown_name(["Ferry Post | All of the harbour", "Other"], hosts) == "Ferry Post"
    assert shown_name(["All of the harbour - The Ferry Post"], hosts) == "The Ferry Post"
    assert shown_name(["Tides | FerryPost.example"], hosts) == "Tides | FerryPost.example"
    assert shown_name(["Tides - Boats"], hosts) == "Tides - Boats"
    assert shown_name([], hosts) is None


def test_a_host_names_its_site():
    assert host_names("https://www.ferrypost.example/a") == ("ferrypost.example", "ferrypost")
    assert host_names(None) == host_names("https://[broken/") == ()


def test_a_site_is_known_however_it_is_written():
    sites = ("The Ferry Post", "ferrypost")
    assert is_site("THE FERRY-POST", sites)
    assert is_site("Ferry Post", sites)
    assert is_site("Harbour", ("The Harbour Blog",))
    assert not is_site("News", ("Online Blog",))
    assert not is_site("The Ferry Post, Harbour", sites)
    assert not is_site("…", ("…",))
