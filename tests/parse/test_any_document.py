"""What holds for every document of every format, however hostile.

Trees are drawn from a table of elements and attributes; words that only stand where a browser shows
nothing are followed into the result; noise stands alone, or behind a head that names a format.
"""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from parse.reading import read

from tui.parse.widgets import word_set

BOXES = word_set(
    "div section article main aside header footer nav form figure details ul ol dl table tbody tr "
    "blockquote center address fieldset body html hgroup"
)
LINES = word_set(
    "p h1 h2 h3 h4 li dt dd td th figcaption caption summary pre code span a b em q cite time "
    "small font label legend sup ins mark"
)
VOID = word_set("br hr img input meta link wbr source")
ATTRIBUTES = st.sampled_from([
    "", "class=share-buttons", 'class="newsletter signup"', "class='comments-area'", "id=comments",
    'class="related-posts card"', "class=paywall", 'itemprop="articleBody"', 'itemprop=author',
    'class="byline author"', 'rel=author href="/a"', "hidden", 'aria-hidden="true"',
    'style="display:none"', 'style="&#100;isplay: none;;;"', 'href="javascript:alert(1)"',
    'href="https://[::1"', 'href="//x.example/%zz"', 'href="data:text/html,<p>x"',
    'datetime="2025-13-45T99:99"', 'content="2025-01-21" property="article:published_time"',
    'name=author content="Port Desk"', 'property=og:title content=""', 'class="\x00\x1b[31m\u202e"',
    f'class="{"a " * 300}"', 'data-x="un\'closed', "=", '"', "lang=xx-yy-zz", 'colspan="99999999"',
    'title="a > b"', "on\u00e9=1", "/", 'href="http://a.example/' + "a/" * 200 + '"',
])  # fmt: skip
ENTITIES = ["&amp;", "&nbsp;", "&#0;", "&#x1b;", "&#8238;", "&eacute;", "&bogus;", "&#xD800;", "&"]
SCRIPTS = [
    "var a = '<p>no</p>';", '{"@type": "NewsArticle", "headline": 3}', "{'", "/* <!-- */", "p{}",
    '{"@graph": [[[]]], "articleBody": null, "author": {"name": [1, {}]}}', "<![CDATA[ x ]]>",
]  # fmt: skip
PROSE = (
    "The harbour office counted its boats again on Monday, and found the same number as before. "
    "Nobody on the quay could say who had asked for it, or what would be done with the answer."
)
MARKER = "Zwyxgrat"

leaves = st.one_of(
    st.text(st.characters(exclude_characters="<>&", exclude_categories=("Cs",)), max_size=40),
    st.sampled_from([*ENTITIES, PROSE, "Share", "By Anna Holt", "21 January 2025", "Read more"]),
)


def _element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    ends = st.sampled_from(["</{}>"] * 6 + ["", "</div>", "</{} ", "</p></p>", "</{}", "</>"])
    return st.builds(
        lambda tag, attributes, content, end: (
            f"<{tag} {attributes}>{''.join(content)}{end.format(tag)}"
        ),
        st.sampled_from(sorted(BOXES | LINES)),
        ATTRIBUTES,
        st.lists(inside, max_size=4),
        ends,
    )


odd = st.one_of(
    st.builds("<{} {}>".format, st.sampled_from(sorted(VOID)), ATTRIBUTES),
    st.builds("<script type={}>{}</script>".format,
              st.sampled_from(["", "application/ld+json", "text/template"]),
              st.sampled_from(SCRIPTS)),
    st.sampled_from([
        "<!-- a -- comment -->", "<!-- open", "<![CDATA[x]]>", "<?php echo ?>", "<!DOCTYPE html>",
        "<style>p{}</style>", "<p/>", "<svg><title>no</title><p>out</p></svg>", "</body></html>",
        "<template><p>x</p></template>", "<math><mi>x</mi></math>", "<frameset><frame>",
    ]),
)  # fmt: skip
trees = st.recursive(leaves | odd, lambda inside: _element(inside), max_leaves=30)
pages = st.lists(trees, max_size=6).map("".join)


@settings(deadline=None, max_examples=200)
@given(pages)
def test_any_tree_is_an_article_or_a_failure(page: str):
    for article in read(f"<html><body>{page}".encode()):
        assert not re.search(r"</?[a-z][a-z0-9]*[\s/>]", article.text)


NOT_SHOWN = {
    "script": "<script>{}</script>",
    "JSON": '<script type="application/json">{{"text": "{}"}}</script>',
    "style": "<style>.{} {{ color: red }}</style>",
    "template": "<template><p>{}</p></template>",
    "scripts off": "<noscript><p>{}</p></noscript>",
    "code": "<pre>code <script>{}</script></pre>",
    "comment": "<!-- <p>{}</p> -->",
    "picture": "<svg><title>{0}</title><text>{0}</text></svg>",
    "frame": '<iframe srcdoc="{0}">{0}</iframe>',
    "film": "<video><p>{}</p></video>",
    "drawing": "<canvas>{}</canvas>",
    "button": "<button>{}</button>",
    "choice": "<select><option>{}</option></select>",
    "written by the reader": "<textarea>{}</textarea>",
    "hidden": "<div hidden><p>{}</p></div>",
    "hidden by style": '<div style="display: none"><p>{}</p></div>',
    "hidden from everyone": '<p style="visibility:hidden">{}</p>',
    "hidden from readers aloud": '<div aria-hidden="true">{}</div>',
    "attribute": '<span title="{0}" data-text="{0}"></span>',
    "menu": '<nav><ul><li><a href="/a">{}</a></li></ul></nav>',
    "share buttons": '<div class="share-buttons"><a href="/s">{}</a> <a href="/t">Mail</a></div>',
    "share list": '<ul class="social-share"><li><a href="/s">{}</a></li></ul>',
    "newsletter": '<div class="newsletter-signup"><p>{}</p><form><input></form></div>',
    "cookies": '<div class="cookie-banner"><p>{}</p><button>OK</button></div>',
    "advertisement": '<div class="ad-slot"><p>{}</p></div>',
}
"""What a browser shows nothing of, or what is the page's own business, with a place for a word."""


@st.composite
def clear_articles(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a page whose article nobody could mistake, and its paragraphs."""
    count = draw(st.integers(3, 7))
    ways = st.sampled_from(sorted(NOT_SHOWN))
    paragraphs = [PARAGRAPH.format(n, NUMBERS[n]) for n in range(count)]
    body = "".join(
        f"<p>{text}</p>" + "".join(NOT_SHOWN[way].format(MARKER) for way in draw(
            st.lists(ways, max_size=2)
        ))
        for text in paragraphs
    )  # fmt: skip
    around = draw(st.lists(ways, min_size=2, max_size=2))
    before, after = (NOT_SHOWN[way].format(MARKER) for way in around)
    holder = draw(st.sampled_from(HOLDERS))
    article = holder.format(f"<h1>The boats of Corlay</h1>{body}")
    return f"<html><body>{before}{article}{after}</body></html>", paragraphs


NUMBERS = ("no boats", "one boat", "two boats", "six boats", "ten boats", "old boats", "new boats")
PARAGRAPH = (
    "In week {} of the count the harbour office found {} on the quay, and the keeper of the light "
    "wrote the figure down in the book that his mother had kept before him, in the same ink."
)
HOLDERS = (
    "<article>{}</article>", "<main>{}</main>", "<main><article><div>{}</div></article></main>",
    "<div id=content><div class=post-content>{}</div></div>", "<section><div>{}</div></section>",
    "<article><section>{}</section></article>", "<div>{}</div>",
    "<div itemprop=articleBody>{}</div>",
)  # fmt: skip


@settings(deadline=None, max_examples=100)
@given(clear_articles())
def test_a_clear_article_is_whole_and_holds_nothing_else(drawn: tuple[str, list[str]]):
    page, paragraphs = drawn
    (article,) = read(page.encode())
    texts = [article.text[b.start : b.end] for b in article.blocks]
    assert [text for text in texts if text in paragraphs] == paragraphs
    assert MARKER not in article.text


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.html", "a.txt", "a.md", "a.json", "a.xml"]))
def test_noise_alone(data: bytes, name: str):
    read(data, name)


HEADS = [b"<html><p>", b"<rss><channel><item><title>", b'{"title": "', b"---\ntitle: ", b"# T\n\n"]


@settings(deadline=None)
@given(st.sampled_from(HEADS), st.binary(max_size=200))
def test_noise_behind_a_head_that_names_its_format(head: bytes, data: bytes):
    read(head + data, "a")
