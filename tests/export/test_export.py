"""Articles written for other programs: what is text stays text, in every form."""

import csv
import io
import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
import yaml
from articles import article
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui.export import table
from tui.export.html import html
from tui.export.markdown import escaped, markdown
from tui.export.plain import plain
from tui.export.text import web_address
from tui.layout.visible import visible
from tui.model import Article

PIECE = replace(
    article(
        "Who pays? [the *bill*]",
        ("lede", "Nobody knows."),
        "Mayor Anna Holt says no. “We never saw it,” she said.\nA second line.",
        ("heading", "# What is left"),
        ("list_item", "one: <b>bold</b>"),
        ("list_item", "1. two"),
        ("quotation", "Quoted.\nTwice."),
        ("preformatted", "a = ```b```\n  c"),
        ("table", "name | sum\nHolt | 3"),
        ("caption", "Anna Holt on the quay"),
        "The town, they say, “will pay”, and “it is a farce” too.",
        people={"Anna Holt": ["Holt"]},
        quotes=[("We never saw it,", "Anna Holt"), ("it is a farce", None)],
        published="2026-05-03T10:00:00+02:00",
        site='The "Ister" Post: news',
        authors=["Mia Quist"],
        url="https://example.org/a_(b)?c=<d>",
    ),
    keywords=("sea", "- tar"),
)

LINES = st.text(
    st.characters(blacklist_categories=("Cs",)) | st.sampled_from("*_`[]()#>-+=~|\\<&;!$ 1."),
    max_size=40,
)


@pytest.mark.parametrize(
    "line",
    ["# no", "- no", "1. no", "> no", "---", "===", "*a*", "__b__", "[x](y)", "<b>", "&copy;",
     "`c`", "a | b", "~~s~~", "==m==", "$x$", "#tag", "+ no", "12) no", "\\*", "![i](u)", "1\\."],
)  # fmt: skip
def test_a_line_is_a_paragraph_of_text_in_markdown(line):
    _is_text(line)


@given(LINES)
def test_any_line_is_a_paragraph_of_text_in_markdown(line):
    _is_text(visible(" ".join(line.split())))


def _is_text(line):
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escaped(line))
    if not line.strip():
        return
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children} <= {"text", "text_special", "softbreak"}
    assert "".join(child.content for child in tokens[1].children) == line.strip()


def test_markdown_has_front_matter_that_yaml_reads():
    _, front, body = markdown(PIECE).split("---\n", 2)
    assert yaml.safe_load(front) == {
        "title": PIECE.title,
        "date": PIECE.published,
        "site": PIECE.site,
        "authors": ["Mia Quist"],
        "url": "https://example.org/a_%28b%29?c=d",
        "language": "en",
        "tags": ["sea", "- tar"],
        "people": ["Anna Holt"],
        "id": PIECE.id,
    }
    kinds = [token.type for token in MarkdownIt("commonmark").enable("table").parse(body)]
    for kind in ("heading_open", "bullet_list_open", "blockquote_open", "fence", "table_open"):
        assert kind in kinds
    assert kinds.count("list_item_open") == 2
    assert "html_block" not in kinds
    assert "> — Anna Holt" in body
    assert "> — speaker not said" in body


@given(st.text(), st.text())
def test_any_title_and_name_stay_strings_in_yaml(title, site):
    _, front, _ = markdown(replace(PIECE, title=title, site=site)).split("---\n", 2)
    read = yaml.safe_load(front)
    assert read.get("title", "") == visible(" ".join(title.split()))


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.words, self.links = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.words.append(data)


def test_html_holds_no_tag_but_its_own():
    page = _Reader()
    page.feed(html(PIECE))
    assert "b" not in page.tags
    assert "script" not in page.tags
    assert "one: <b>bold</b>" in page.words
    assert page.links == ["https://example.org/a_%28b%29?c=d"]
    assert page.tags.count("td") == 4


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "", None, "data:text/html,x", "http://[::1"],
)
def test_what_leads_nowhere_on_the_web_is_no_link(url):
    assert web_address(url) is None
    assert "href" not in html(replace(PIECE, url=url))


def test_plain_text_has_people_and_quotes():
    text = plain(PIECE)
    assert "- Anna Holt" in text
    assert "- speaker not said: “it is a farce”" in text
    assert text.startswith("Who pays? [the *bill*]\n\nMia Quist · The")


def test_a_spreadsheet_sees_no_formula():
    evil = replace(PIECE, title="=HYPERLINK(1)", site="@x", text="=1+1")
    (row,) = table.article_rows(evil)
    (read,) = csv.reader(io.StringIO(table.line(row)))
    assert read[2:4] == ["'@x", "'=HYPERLINK(1)"]


HOSTILE: Article = article(
    "Evil \x1b[31m \u202e",
    "A \x1b]0;x\x07 line\x9b.",
    people={"A \x1b[0m": []},
    quotes=[("line", None)],
)


@pytest.mark.parametrize("write", [markdown, html, plain])
def test_no_control_character_is_written(write):
    written = write(HOSTILE)
    assert not [c for c in written if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0]
    assert "\u202e" not in written


def test_json_escapes_are_yaml_escapes():
    assert yaml.safe_load(json.dumps('a"b\\c: #d', ensure_ascii=False)) == 'a"b\\c: #d'
