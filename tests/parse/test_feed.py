import json

import pytest

from tui.model import Article, Failure
from tui.parse import Parsed, parse
from tui.source import Document

NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
)
ITEM = (
    "<item><title>Le pont &amp; la rue {n}</title><link>https://exemple.fr/{n}</link>"
    "<dc:creator>Nina Morel</dc:creator><pubDate>Tue, 21 Jan 2025 10:00:00 +0100</pubDate>"
    "<description>Un résumé.</description>"
    "<content:encoded><![CDATA[<p>Le marché <a href='/x'>rouvre</a>.</p><h2>Suite</h2>"
    "<p>Et la rue &eacute;troite aussi.</p>]]></content:encoded></item>"
)
RSS = (
    f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {NAMESPACES}><channel>'
    "<title>La Gazette d'essai</title><link>https://exemple.fr/</link><language>fr</language>"
    + "".join(ITEM.format(n=n) for n in range(3))
    + "</channel></rss>"
)
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Wire</title>
<entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; plan</title><link rel="self" href="/self"/>
<link href="https://a.example/1"/><author><name>Ana Ruiz</name></author>
<updated>2025-01-22T10:00:00Z</updated><published>2025-01-21T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
</content></entry>
<entry><title>Short</title><link href="https://a.example/2"/>
<updated>2025-01-22T10:00:00Z</updated><summary>Only this.</summary></entry></feed>"""


def read(data: str | bytes) -> list[Parsed]:
    found = list(parse(Document(data.encode() if isinstance(data, str) else data, "f.xml")))
    assert all(isinstance(item, Parsed) for item in found)
    return [item for item in found if isinstance(item, Parsed)]


def test_an_rss_item_in_full():
    first, *_ = (parsed.article for parsed in read(RSS))
    assert (first.title, first.url) == ("Le pont & la rue 0", "https://exemple.fr/0")
    assert (first.authors, first.published) == (("Nina Morel",), "2025-01-21T10:00:00+01:00")
    assert (first.site, first.language, first.warnings) == ("La Gazette d'essai", "fr", ())
    assert [block.kind for block in first.blocks] == ["title", "paragraph", "heading", "paragraph"]
    assert first.text.endswith("Et la rue étroite aussi.")
    assert [link.url for link in first.links] == ["https://exemple.fr/x"]


def test_atom_entries():
    full, short = (parsed.article for parsed in read(ATOM))
    assert (full.title, full.url, full.authors) == (
        "A bold plan", "https://a.example/1", ("Ana Ruiz",),
    )  # fmt: skip
    assert full.published == "2025-01-21T10:00:00+00:00"
    assert full.text == "A bold plan\n\nOne.\n\nTwo."
    assert short.warnings == ("feed holds only a summary", "the date is that of the last update")


DAMAGE = {
    "bare ampersand": lambda s: s.replace("&amp;", "&"),
    "entities of HTML": lambda s: s.replace("&amp;", "&eacute;&nbsp;"),
    "undeclared prefix": lambda s: s.replace('xmlns:dc="http://purl.org/dc/elements/1.1/" ', ""),
    "control characters": lambda s: s.replace("marché", "mar\x0bch\x08é"),
    "mismatched tag": lambda s: s.replace("</title><link>https://exemple.fr/1", "</titel><link>h"),
    "truncated": lambda s: s[: s.rindex("</content")],
    "leading space": lambda s: "\ufeff\n\n " + s,
    "wrong declaration": lambda s: s.replace("UTF-8", "ISO-8859-1"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_feeds_give_every_entry(damage: str):
    found = read(DAMAGE[damage](RSS))
    assert len(found) == 3
    for number in (0, 2):
        assert found[number].article.authors == ("Nina Morel",)
        assert found[number].article.published is not None
        assert "marché" in found[number].article.text


def test_latin_1_bytes_under_any_declaration():
    for feed in (RSS, RSS.replace("UTF-8", "ISO-8859-1")):
        assert "marché" in read(feed.encode("latin-1"))[0].article.text


SURROGATES = ["&#xD800;", "&#x0dfff;", "&#55296;", "&#57343;", "&#xDFFF"]


@pytest.mark.parametrize("reference", SURROGATES)
@pytest.mark.parametrize("damage", ["", "</titel>"])
def test_references_to_no_character_are_replaced(reference: str, damage: str):
    feed = RSS.replace("marché", f"marché {reference}").replace("pont", f"pont {reference}{damage}")
    found = read(feed.replace("Nina", f"Nina{reference}"))
    assert len(found) == 3
    assert "marché \N{REPLACEMENT CHARACTER}" in found[0].article.text
    assert all("\ufffd" in name for name in found[0].article.authors)


def test_a_private_character_is_no_surrogate():
    (found,) = read("<rss><item><title>a&#xE000;&#57344;&#55295;</title></item></rss>")
    assert found.article.title == "a\ue000\ue000\ud7ff"


def test_french_dates():
    found = read(RSS.replace("Tue, 21 Jan 2025", "mar., 21 janv. 2025"))
    assert found[0].article.published == "2025-01-21T10:00:00+01:00"


RELATED = (
    "<h3>À lire aussi</h3><ul><li><a href='/b'>Le tunnel rouvre</a></li>"
    "<li><a href='/c'>La gare attend</a>, par Paul Roy</li>"
    "<li><a href='/d'>Le pont &amp; la rue 0</a></li></ul>"
)


@pytest.mark.parametrize("label", ["<h3>À lire aussi</h3>", "<p><strong>Related</strong></p>"])
def test_links_listed_at_the_end_of_an_entry_become_teasers(label: str):
    related = RELATED.replace("<h3>À lire aussi</h3>", label)
    found = read(RSS.replace("]]>", f"{related}]]>"))[0].article
    assert [(t.title, t.authors, t.url) for t in found.teasers] == [
        ("Le tunnel rouvre", (), "https://exemple.fr/b"),
        ("La gare attend", ("Paul Roy",), "https://exemple.fr/c"),
    ]
    assert found.text.endswith("Et la rue étroite aussi.")


@pytest.mark.parametrize(
    "behind",
    [
        "<h3>Le lendemain</h3><p>La rue a rouvert.</p>",
        "<p>La rue, fermée au printemps et que nul ne regrettait, <a href='/x'>rouvre</a>.</p>",
    ],
)
def test_an_entry_that_goes_on_below_the_links_stays_whole(behind: str):
    found = read(RSS.replace("]]>", f"{RELATED}{behind}]]>"))[0].article
    assert found.teasers == ()
    assert "Le tunnel rouvre" in found.text


def test_the_files_and_the_tags_of_an_entry_are_bounded():
    files = "".join(f'<enclosure url="https://exemple.fr/{n}.mp3"/>' for n in range(5_000))
    tags = "".join(f"<category>mot {n % 900}</category>" for n in range(5_000))
    found = read(RSS.replace("<description>", f"{files}{tags}<description>", 1))[0].article
    assert len(found.media) == 100
    assert len(found.keywords) == 200


def test_an_update_at_the_hour_of_publication_is_none():
    entry = "<entry><title>t</title><published>{0}</published><updated>{0}</updated></entry>"
    (found,) = read(f"<feed>{entry.format('2025-01-21T10:00:00Z')}</feed>")
    assert found.article.modified is None


def test_an_author_s_name_has_plain_spaces():
    found = read(RSS.replace("Nina Morel", "Nina&#xA0;Morel"))
    assert found[0].article.authors == ("Nina Morel",)


def test_an_entry_without_title_gets_its_first_sentence():
    item = "<item><description>Une courte nouvelle. Et la suite.</description></item>"
    (found,) = read(f"<rss><channel><title>t</title>{item}</channel></rss>")
    assert found.article.title == "Une courte nouvelle."
    assert found.article.text.endswith("Une courte nouvelle. Et la suite.")
    assert "the feed gives no title; the first sentence stands for it" in found.article.warnings


def test_entities_do_not_grow_and_reach_no_file():
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    bomb += '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    (found,) = read(f"{bomb}<rss><channel><item><title>x &b;&f;</title></item></channel></rss>")
    assert found.article.title == "x &b;&f;"


def test_links_that_are_not_of_the_web_are_left_out():
    (found,) = read("<rss><item><title>t</title><link>file:///etc/passwd</link></item></rss>")
    assert found.article.url is None


def test_a_json_feed_and_fields_of_the_wrong_type():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Wire",
        "items": [
            {"id": 1, "url": "https://a.example/1", "title": "One", "content_text": "a < b",
             "authors": [{"name": "Ana Ruiz"}], "date_published": "2025-01-21T10:00:00Z"},
            {"title": 7, "authors": "x", "content_html": "<p>Two words.</p>"},
            "no item",
        ],
    }  # fmt: skip
    one, two = (parsed.article for parsed in read(json.dumps(feed)))
    assert (one.text, one.authors) == ("One\n\na < b", ("Ana Ruiz",))
    assert two.title == "Two words."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<rss><channel><title>t</title></channel></rss>", "the feed has no entries"),
        ("<rss><item><link>https://a.example</link></item></rss>",
         "1 of 1 entries of the feed hold no words"),
    ],
)  # fmt: skip
def test_feeds_without_words_are_one_failure(data: str, reason: str):
    assert list(parse(Document(data.encode(), "f"))) == [Failure("f", reason)]


def listed(entries: list[tuple[str, str]]) -> list[Article]:
    """The articles of a feed with these titles and addresses."""
    items = "".join(f"<item><title>{t}</title><link>{url}</link></item>" for t, url in entries)
    found = read(f"<rss><channel><title>All</title>{items}</channel></rss>")
    return [parsed.article for parsed in found]


def test_entries_that_share_an_address_are_articles_of_their_own():
    """Places of one page, and a page of all that the feed tells of."""
    places = [("Version 2", "https://a.example/log#v2"), ("Version 1", "https://a.example/log#v1")]
    states = [(f"Pump {n} is down", "https://a.example/status") for n in (3, 2, 1)]
    entries = [*places, *states]
    first = listed(entries)
    assert len({article.id for article in first}) == len(entries)
    assert [article.url for article in first] == [url for _, url in entries]
    later = listed([("Version 3", "https://a.example/log#v3"), *entries])
    assert [article.id for article in later[1:]] == [article.id for article in first]


def test_an_entry_and_its_correction_are_one_article():
    both = [("Ferry is late again", "https://a.example/f"), ("Ferry late", "https://a.example/f")]
    one, other = listed([*both, ("Fog", "https://a.example/g")])[:2]
    assert one.id == other.id


@pytest.mark.parametrize("name", ["category", "link", "author", "source", "content", "enclosure"])
def test_elements_that_end_without_a_beginning_are_one_failure_or_none(name: str):
    for broken in (f"</title<{name}</item></{name}<", f"<title>A</{name}</item>&</{name}>"):
        for item in parse(Document(b"<rss><channel><item>" + broken.encode(), "a.xml")):
            assert not isinstance(item, Failure) or item.origin == "a.xml"
