"""A tag with thousands of attributes costs no more than its length; words and code stay as is."""

import pytest

from tui.parse.html_tree import parse_tree


def crowd(value: str, count: int = 5000) -> str:
    return " ".join(f"a{number}={value}" for number in range(count))


@pytest.mark.parametrize("value", ["1", "'>'", '">"', "'<p>'", '"="', '"\'"', "b'"])
@pytest.mark.parametrize("before", ["", "<!--><", "<!-- ' -->", "<script-x>", "<script>'</script>"])
def test_attributes_beyond_some_hundreds_are_not_read(value: str, before: str):
    tree = parse_tree(f"<html>{before}<p id=quay {crowd(value)}>Six boats<b class=c>, or seven</b>")
    assert tree is not None
    (paragraph,) = tree.iter("p")
    assert paragraph.get("id") == "quay"
    assert paragraph.get("a9")
    assert paragraph.get("a4999") is None
    assert "".join(paragraph.itertext()) == "Six boats, or seven"
    assert [bold.get("class") for bold in tree.iter("b")] == ["c"]


def test_a_script_with_a_crowd_of_attributes_keeps_its_code():
    tree = parse_tree(f"<html><script {crowd('1')}>if (a<b) {{}}</script><p>Six boats")
    assert tree is not None
    (script,) = tree.iter("script")
    assert script.text == "if (a<b) {}"
    assert len(script.keys()) < 600


@pytest.mark.parametrize("holder", ["<script>x={}</script>", "<!-- x={} -->", "<style>{}</style>"])
def test_what_only_looks_like_a_tag_is_left_alone(holder: str):
    code = f"a<b; c='d {crowd('1')}"
    tree = parse_tree(f"<html>{holder.format(code)}<p>Six <i>boats</i>")
    assert tree is not None
    assert "".join(next(iter(tree.iter("p"))).itertext()) == "Six boats"
    assert all(node.text in (f"x={code}", code) for node in tree.iter("script", "style"))


@pytest.mark.parametrize("end", ["", "'", '"', "<", "<!--", "<script", "<script>", "=", "='>'"])
def test_a_page_that_breaks_off_in_a_tag(end: str):
    tree = parse_tree(f"<html><p>Six boats<p {crowd('2')} b{end}")
    assert tree is not None
    assert "Six boats" in "".join(tree.itertext())
