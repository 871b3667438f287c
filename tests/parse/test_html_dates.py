"""When an article appeared and was changed: what is written for programs, then what is printed."""

import pytest

from tui.parse.html_metadata import read_metadata
from tui.parse.html_tree import parse_tree


def read(head: str = "", body: str = "", language: str = "en") -> tuple[str | None, str | None]:
    page = f'<html lang="{language}"><head>{head}</head><body><h1>Strike</h1>{body}</body></html>'
    root = parse_tree(page)
    assert root is not None
    found = read_metadata(root)
    return found.published, found.modified


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    "name",
    ["article:published_time", "DC.date.issued", "parsely-pub-date", "citation_publication_date"],
)
def test_the_date_is_read_under_the_names_that_it_has(name: str):
    assert read(meta(name, "2025-03-04"))[0] == "2025-03-04"


def test_a_day_gets_its_time_from_another_field_of_that_day():
    head = meta("date", "2025-03-04")
    stamp = '<time class="published" datetime="2025-03-04T10:15:00+01:00">4 March</time>'
    other = '<time class="published" datetime="2025-03-05T10:15:00+01:00">5 March</time>'
    assert read(head, stamp)[0] == "2025-03-04T10:15:00+01:00"
    assert read(head, other)[0] == "2025-03-04"


def test_of_two_forms_of_one_moment_the_one_in_the_page_s_zone_counts():
    head = meta("date", "2025-03-04T23:30:00Z")
    stamp = '<time datetime="2025-03-05T00:30:00+01:00">5 March</time>'
    assert read(head, stamp)[0] == "2025-03-05T00:30:00+01:00"


def test_what_is_printed_counts_where_nothing_is_written_for_programs():
    body = '<div class="post-date">Publié le 4 mars 2025</div><p class="date">5 mars 2025</p>'
    assert read(body=body, language="fr")[0] == "2025-03-04"


@pytest.mark.parametrize(
    "line",
    [
        "<p>4 March 2025</p>",
        "<p>Erstellt am: 04.03.2025 18:36 / nw</p>",
        "<p>Nora Whitlock | 4 March 2025</p>",
        "<p>Hafenstadt | Brecy, 4. März 2025</p>",
        "<p>Opublikowano: 04.03.2025 18:36</p>",
    ],
)
def test_a_line_under_the_title_gives_the_date(line: str):
    prose = "<p>" + "The boats left the harbour at dawn. " * 8 + "</p>"
    assert read(body=line + prose, language="de")[0] == "2025-03-04"
    assert read(body=prose * 2 + line, language="de")[0] is None


@pytest.mark.parametrize(
    "body",
    [
        '<div class="comments"><time datetime="2025-03-04">4 March 2025</time></div>',
        '<aside><span class="date">4 March 2025</span></aside>',
        '<span class="date" hidden>4 March 2025</span>',
        "<p>On 4 March 2025 the crews met.</p>",
    ],
)
def test_a_date_of_something_else_is_none(body: str):
    assert read(body=body) == (None, None)


def test_a_date_over_the_title_is_the_article_s():
    page = "<html lang='de'><body><p>4. März 2025</p><h1>Strike</h1><p>x</p></body></html>"
    root = parse_tree(page)
    assert root is not None
    assert read_metadata(root).published == "2025-03-04"


def test_the_address_gives_the_day_where_nothing_else_does():
    link = '<link rel="canonical" href="https://x.example/2025/03/04/strike">'
    assert read(link)[0] == "2025-03-04"
    assert read(link + meta("date", "2025-03-03"))[0] == "2025-03-03"
    assert read('<link rel="canonical" href="https://x.example/1812/03/04/strike">')[0] is None


def test_a_change_before_the_publication_is_none():
    head = meta("article:published_time", "2025-03-04T10:00:00Z")
    assert read(head + meta("og:updated_time", "2025-03-04T09:00:00Z"))[1] is None
    later = "2025-03-04T12:00:00+01:00"
    assert read(head + meta("og:updated_time", later))[1] == later
    assert read(head + meta("og:updated_time", "2025-03-03"))[1] is None
    assert read(head + meta("og:updated_time", "2025-03-04T11:00:00+01:00"))[1] is None
    assert read(head + meta("og:updated_time", "2025-03-04"))[1] is None
    assert read(meta("date", "2025-03-04") + meta("og:updated_time", later))[1] == later


def test_a_time_element_that_says_updated_is_no_publication():
    body = '<time class="updated" datetime="2025-03-08">8 March</time>'
    assert read(body=body) == (None, "2025-03-08")
