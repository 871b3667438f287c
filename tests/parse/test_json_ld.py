"""JSON-LD as pages write it: whole, broken, in several scripts, and by accident."""

import json
import time

from hypothesis import given
from hypothesis import strategies as st

from tui.parse.json_ld import read_json, read_json_ld

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ferry strike ends",
    "author": {"@type": "Person", "name": "Nora Whitlock"},
    "datePublished": "2025-03-04",
}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(("@type", "@id", "@graph", "author", "headline", "name")) | st.text(),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


def test_what_json_does_not_know_is_read_over():
    text = (
        '<!-- //<![CDATA[ {"a": "one\ntwo", // said twice\n "b": [1, 2,], /* none */ '
        '"c": "it\\\'s http://x.example/ , ]",} //]]> -->;'
    )
    assert read_json(text) == [{"a": "one\ntwo", "b": [1, 2], "c": "it's http://x.example/ , ]"}]


def test_several_values_in_one_script_are_all_read():
    assert read_json('{"a": 1}\n{"b": 2},; {"c": ') == [{"a": 1}, {"b": 2}]


def test_quotation_marks_written_as_entities_are_read():
    assert read_json("{&quot;a&quot;: &quot;b&quot;}") == [{"a": "b"}]


def test_of_json_that_can_not_be_read_the_plain_fields_are_kept():
    broken = (
        '{"@type": "NewsArticle", "headline": "Ferry \\u0022strike\\u0022 ends", "body": "a "b" c",'
        ' "datePublished": "2025-03-04", "author": [{"@type": "Person", "name": "Nora Whitlock"}]}'
    )
    assert read_json_ld([broken]) == {
        "headline": 'Ferry "strike" ends',
        "datePublished": "2025-03-04",
        "author": "Nora Whitlock",
    }
    assert read_json_ld(['{"headline": "Some "thing" else"}']) == {}


def test_the_article_told_in_full_counts_and_others_of_its_headline_add_to_it():
    mention = {"@type": "NewsArticle", "headline": "Another piece", "url": "https://x.example/2"}
    plugin = {"@type": "Article", "headline": "Ferry strike ends", "articleSection": "Harbour"}
    found = read_json_ld(map(json.dumps, (mention, plugin, ARTICLE)))
    assert found["author"]["name"] == "Nora Whitlock"
    assert (found["articleSection"], found.get("url")) == ("Harbour", None)


def test_articles_without_a_headline_lend_one_another_nothing():
    one = {"@type": "Article", "datePublished": "2025-03-04", "author": "Nora Whitlock"}
    two = {"@type": "Article", "articleSection": "Harbour"}
    assert read_json_ld(map(json.dumps, (one, two))).get("articleSection") is None


def test_the_page_s_own_description_stands_in_for_an_article():
    page = {"@type": "WebPage", "datePublished": "2025-03-04"}
    assert read_json_ld([json.dumps(page)]) == page
    assert read_json_ld([json.dumps(page), json.dumps(ARTICLE)]) == ARTICLE
    assert read_json_ld([]) == read_json_ld(['{"@type": "Organization"}']) == {}


@given(VALUES, st.data())
def test_whole_and_cut_json_never_raises(value: object, data: st.DataObject):
    text = json.dumps({**ARTICLE, "about": value})
    assert read_json_ld([text])["headline"] == "Ferry strike ends"
    cut = text[: data.draw(st.integers(0, len(text)))]
    assert isinstance(read_json_ld([cut, json.dumps(value)]), dict)


@given(st.text('{}[]",:\\/*<!->n1 a', max_size=120))
def test_noise_never_raises(text: str):
    assert isinstance(read_json(text), list)
    assert isinstance(read_json_ld([text, '"@type": "Article"' + text]), dict)


def test_hostile_json_takes_time_in_proportion_to_its_length():
    for unit in ("[", '{"a":', '"', '\\"', "/*", ",", "{}", '"author":{', '"headline":"', "<!--"):
        text = '"@type":"Article",' + unit * (400_000 // len(unit))
        start = time.process_time()
        read_json_ld([text])
        assert time.process_time() - start < 2
