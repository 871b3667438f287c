import sys

import pytest

from tui.parse import html_body, parse
from tui.parse.html_blocks import page_blocks
from tui.parse.html_features import Page, features
from tui.parse.html_tree import parse_tree
from tui.parse.weights import tables
from tui.source import Document

SENTENCES = (
    "The harbour office closed its doors at noon, and the queue on the quay did not move.",
    "Nobody had told the fishermen, who had come with their papers, that the rules had changed.",
    "By the evening, according to the clerk, forty boats were waiting for a stamp that nobody had.",
    "The town council will meet on Thursday, behind closed doors, to decide who has to pay for it.",
    "In the spring, when the herring come back, the whole affair may well be forgotten again.",
)
STORY = "".join(f"<p>{sentence} {sentence[::-1].lower()}</p>" for sentence in SENTENCES)
PAGE = (
    "<html><head><title>Forty boats wait for a stamp</title></head><body>"
    "<nav><ul><li><a href='/news'>News</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
    "<main><article><h1>Forty boats wait for a stamp</h1><div class='article-body'>{story}</div>"
    "</article></main>"
    "<footer><p>All rights reserved by the paper and its printers.</p></footer></body></html>"
)


def article(page):
    (parsed,) = parse(Document(page.encode(), "page.html"))
    return parsed


def texts(parsed, *kinds):
    blocks = parsed.article.blocks
    return [parsed.article.text[b.start : b.end] for b in blocks if b.kind in kinds]


def test_the_story_comes_out_whole_and_nothing_else():
    parsed = article(PAGE.format(story=STORY))
    assert len(texts(parsed, "paragraph")) == len(SENTENCES)
    assert "rights reserved" not in parsed.article.text
    assert "Sport" not in parsed.article.text


def test_what_is_left_out_says_what_it_looks_like():
    comments = "<div class='comments-list'><p>First! The stamps were all mine, years ago.</p></div>"
    parsed = article(PAGE.format(story=STORY).replace("</main>", f"{comments}</main>"))
    rules = {d.rule for d in parsed.dropped if "First!" in d.text}
    assert rules == {"comments"}


def test_a_heading_between_paragraphs_is_the_articles():
    half = len(STORY) // 2
    cut = STORY.index("<p>", half)
    story = f"{STORY[:cut]}<h2>No herring</h2>{STORY[cut:]}"
    assert texts(article(PAGE.format(story=story)), "heading") == ["No herring"]


def test_bold_lines_are_headings_where_a_page_has_no_others():
    half = STORY.index("<p>", len(STORY) // 2)
    bold = f"{STORY[:half]}<p><strong>No herring</strong></p>{STORY[half:]}"
    assert texts(article(PAGE.format(story=bold)), "heading") == ["No herring"]
    both = f"<h2>The stamp</h2>{bold}"
    assert texts(article(PAGE.format(story=both)), "heading") == ["The stamp"]


def test_a_linked_heading_between_others_belongs_to_a_card():
    paragraphs = STORY.split("</p>")
    story = (
        f"<h2>The stamp</h2>{paragraphs[0]}</p><h2>The quay</h2>{paragraphs[1]}</p>"
        f"<h2><a href='/other'>Another story of the coast</a></h2>{'</p>'.join(paragraphs[2:])}"
    )
    assert texts(article(PAGE.format(story=story)), "heading") == ["The stamp", "The quay"]


def test_a_page_without_prose_is_read_as_it_stands():
    parsed = article("<html><head><title>T</title></head><body><p>Test</p></body></html>")
    assert texts(parsed, "paragraph") == ["Test"]
    assert parsed.article.warnings == ("no article found",)


def test_a_page_whose_only_words_are_its_title_keeps_them():
    parsed = article("<html><head><title>Test</title></head><body><p>Test</p></body></html>")
    assert parsed.article.text == "Test\n\nTest"


def test_a_clear_page_does_not_ask_another_extractor(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert len(texts(article(PAGE.format(story=STORY)), "paragraph")) == len(SENTENCES)


def test_a_page_in_doubt_survives_an_extractor_that_fails(monkeypatch):
    asked = []
    monkeypatch.setattr(html_body, "extracted", lambda *_: asked.append(1) or [])
    parsed = article("<html><body><p>A short notice about the quay, and no more.</p></body></html>")
    assert asked
    assert "short notice" in parsed.article.text


def test_a_page_of_very_many_blocks_is_read_roughly():
    many = "".join(f"<p>{SENTENCES[i % 5]}</p>" for i in range(html_body.MANY + 50))
    parsed = article(PAGE.format(story=many))
    assert len(texts(parsed, "paragraph")) == html_body.MANY + 50
    assert "rights reserved" not in parsed.article.text


@pytest.mark.parametrize(
    ("text", "share"),
    [("the quay did not move", 1.0), ("the quay did swim", 0.75), ("never seen words here", 0.0)],
)
def test_agreement_is_the_share_of_words_in_common_runs(text, share):
    root = parse_tree(f"<p>{text}</p>")
    (found,) = html_body.agreement(page_blocks(root, None), ["On Monday the quay did not move."])
    assert found == share


def test_every_weight_is_one_of_a_feature_that_exists():
    root = parse_tree(PAGE.format(story=STORY))
    page = Page(page_blocks(root, None), "Forty boats wait for a stamp")
    names = {name for found in features(page, [0.5] * len(page.blocks)) for name in found}
    table = tables("html_body")["alone"]
    assert set(table) & names
    assert len([name for name in names if name in table]) > len(names) / 2
    assert all(abs(weight) < 10 for steps in table.values() for weight in steps.values())
