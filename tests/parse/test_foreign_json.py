"""Articles parsed by other tools; what each writes in full is in `layouts/`."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Failure
from tui.parse import Parsed, parse
from tui.parse.article_json import dumps, loads
from tui.parse.foreign_tools import TOOLS
from tui.source import Document

NAMES = sorted({name for tool in TOOLS for fields in tool.known_by for name in fields})
ROWS = [(tool.name, fields) for tool in TOOLS for fields in tool.known_by]


def read(value: object) -> list[Parsed | Failure]:
    return list(parse(Document(json.dumps(value).encode(), "in.json")))


@pytest.mark.parametrize(("name", "fields"), ROWS)
def test_a_tool_s_fields_may_all_be_null(name: str, fields: frozenset[str]):
    (failure,) = read(dict.fromkeys(fields))
    assert isinstance(failure, Failure)
    assert failure.reason.startswith("no JSON that is known")


@pytest.mark.parametrize(("name", "fields"), ROWS)
def test_a_tool_is_known_by_its_fields(name: str, fields: frozenset[str]):
    words = {field: "Some words." for field in fields if "text" in field or field == "content"}
    (parsed,) = read({**dict.fromkeys(fields), **words})
    assert isinstance(parsed, Parsed)
    assert "Some words." in parsed.article.text


def test_article_json_wins_whatever_else_stands_in_it():
    blocks = [{"kind": "title", "start": 0, "end": 1}]
    own = {"version": 1, "title": "T", "text": "T", "blocks": blocks}
    (parsed,) = read({**own, "content": "<p>x</p>", "textContent": "x", "@type": "NewsArticle"})
    assert isinstance(parsed, Parsed)
    assert parsed.article.text == "T"


def test_several_articles_of_one_graph():
    graph = [{"@type": "NewsArticle", "headline": f"Title {n}", "articleBody": "b"} for n in "ab"]
    found = read({"@context": "https://schema.org", "@graph": [{"@type": "Person"}, *graph]})
    assert [item.article.title for item in found if isinstance(item, Parsed)] == [
        "Title a", "Title b",
    ]  # fmt: skip
    assert len(found) == 2


def test_html_in_an_article_s_body_is_read_as_html():
    body = "<p>One.</p><script>alert(1)</script><p>Two &amp; three.</p>"
    (parsed,) = read({"@type": "Article", "headline": "T", "articleBody": body})
    assert isinstance(parsed, Parsed)
    assert parsed.article.text == "T\n\nOne.\n\nTwo & three."


FLOODS = {
    "things": {"@graph": [{"@type": "Person", "@id": f"#{n}"} for n in range(100_000)]},
    "references": {"@type": "Article", "headline": "T", "author": [{"@id": "#a"}] * 100_000},
    "rows": {"title": "T", "text": "|-" * 200_000 + "x", "raw_text": "", "date": None},
    "links": {"title": "T", "text": "[a](" * 100_000, "raw_text": "", "date": None},
    "tags": {"title": "T", "textContent": "", "content": "<p " * 200_000},
    "keywords": {"@type": "Article", "headline": "T", "keywords": "a," * 500_000},
}


@pytest.mark.parametrize("flood", FLOODS)
def test_floods_end(flood: str):
    start = time.process_time()
    assert read(FLOODS[flood])
    assert time.process_time() - start < 5


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("@id", "@type", "name", "url", "@graph", "x")), inner)
    ),
    max_leaves=6,
)
keys = st.sampled_from((*NAMES, "@type", "@graph", "headline", "articleBody", "author", "url"))


@given(st.dictionaries(keys, values | st.just("NewsArticle"), max_size=12))
def test_fields_of_any_type_are_an_article_or_a_failure(value: dict[str, object]):
    for item in read(value):
        if isinstance(item, Parsed):
            assert loads(dumps(item.article)) == item.article
