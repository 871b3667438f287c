"""What a reader may rely on where a page offers further reading."""

import time

import pytest
from bench.teaser_bench import f1, hashed, path_of, read, score, written
from bench.teaser_layouts import FIRST, Layout
from bench.teaser_layouts_held import SECOND
from bench.teaser_words import LANGUAGES
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model import Teaser
from tui.parse.html_teasers import lift_teasers
from tui.parse.html_tree import parse_tree, text_of

FLOOR = 0.90
PROSE = (
    "The ferry company will build a second pier before the autumn storms, its director said on the "
    "quay; the town pays for half of it, and the harbour office for the lights. "
)
BODY = f"<article><h1>A second pier</h1>{f'<p>{PROSE}</p>' * 4}</article>"
HOME = "https://paper.example/2024/own"


def lifted(html: str, base: str | None = HOME) -> tuple[tuple[Teaser, ...], str]:
    root = parse_tree(f'<html lang="en"><body>{html}</body></html>')
    assert root is not None
    teasers, _ = lift_teasers(root, base)
    return teasers, text_of(root)


def links(*titles: str, tag: str = "li", site: str = "") -> str:
    return "".join(
        f'<{tag}><a href="{site}/n/{i}">{title}</a></{tag}>' for i, title in enumerate(titles)
    )


TITLES = ("The harbour reopens after a long winter", "A night train gives up the last orchard",
          "One baker fights for forty quiet years")  # fmt: skip


@pytest.mark.parametrize("layout", {**FIRST, **SECOND}.values(), ids={**FIRST, **SECOND}.keys())
def test_pages_of_each_layout_give_their_cards_and_keep_their_text(layout: Layout):
    right = found = gold = 0
    for seed, language in enumerate(LANGUAGES):
        page, cards = written(layout, language, 900 + seed)
        teasers, text = read(page)
        counts = score(
            [(hashed(t.title), path_of(t.url)) for t in teasers],
            [(hashed(c.title), path_of(c.url)) for c in cards],
        )
        right, found, gold = right + counts[0], found + counts[1], gold + counts[2]
        assert text.count("\n\n") >= 5
    assert f1(right, found, gold) >= FLOOR


@pytest.mark.parametrize(
    "titles",
    [
        (
            "항구가 긴 겨울 끝에 다시 열린다",
            "마지막 과수원을 떠나는 밤기차",
            "빵집 주인의 조용한 사십 년",
        ),
        (
            "長い冬のあと港が再び開き船が戻る",
            "最後の果樹園を離れる夜行列車の旅",
            "町のパン屋が静かに続けた四十年",
        ),
    ],
    ids=["Korean", "Japanese"],
)
def test_titles_in_scripts_of_few_characters_are_titles(titles: tuple[str, ...]):
    teasers, _ = lifted(f"{BODY}<div><ul>{links(*titles)}</ul></div>")
    assert tuple(t.title for t in teasers) == titles


def test_a_card_gives_its_excerpt_authors_address_and_date():
    cards = "".join(
        f'<div class="card"><h3><a href="/n/{i}?utm_source=x">{title}</a></h3>'
        f'<p class="excerpt">Nobody had read the report before the boat left the quay.</p>'
        f'<span class="byline">By Ana Ruiz</span><span>3 May 2024</span></div>'
        for i, title in enumerate(TITLES)
    )
    teasers, text = lifted(f'{BODY}<section class="related"><h2>Related</h2>{cards}</section>')
    assert teasers[0] == Teaser(
        TITLES[0],
        "Nobody had read the report before the boat left the quay.",
        ("Ana Ruiz",),
        "https://paper.example/n/0?utm_source=x",
        "2024-05-03",
    )
    assert [t.title for t in teasers] == list(TITLES)
    assert text == "A second pier" + (PROSE * 4).strip()


def test_a_date_beside_the_writer_of_a_card_is_its_date():
    card = f'<div><a href="/n/1"><h3>{TITLES[0]}</h3><div>By Tom Orr · 2 Feb 2026</div></a></div>'
    found, _ = lifted(f'{BODY}<aside class="related">{card}{links(*TITLES[1:])}</aside>')
    assert [(t.authors, t.published) for t in found][:1] == [(("Tom Orr",), "2026-02-02")]


def test_one_piece_in_several_zones_is_one_teaser_and_the_page_itself_is_none():
    zone = f"<section><h2>Most read</h2><ol>{links(*TITLES)}</ol></section>"
    own = f'<li><a href="{HOME}">A second pier before the autumn storms</a></li>'
    teasers, _ = lifted(f"{BODY}<aside><ul>{own}{links(*TITLES)}</ul></aside>{zone}")
    assert [t.title for t in teasers] == list(TITLES)


def test_a_line_that_only_leads_elsewhere_is_lifted_from_the_body():
    line = f'<p><strong>Lire aussi : <a href="/n/1">{TITLES[1]}</a></strong></p>'
    teasers, text = lifted(f"<div>{f'<p>{PROSE}</p>' * 2}{line}{f'<p>{PROSE}</p>' * 2}</div>")
    assert [t.title for t in teasers] == [TITLES[1]]
    assert "Lire aussi" not in text
    assert text.count("harbour office") == 4


@pytest.mark.parametrize(
    "zone",
    [
        f"<nav><ul>{links(*TITLES)}</ul></nav>",
        f"<footer><ul>{links(*TITLES)}</ul></footer>",
        f'<div class="main-menu"><ul>{links(*TITLES)}</ul></div>',
        f'<div class="tag-cloud">{links(*TITLES, tag="span")}</div>',
        f"<section><h2>Tags</h2><ul>{links(*TITLES)}</ul></section>",
        '<ul><li><a href="/author/ana">All that Ana Ruiz wrote</a></li></ul>' * 3,
    ],
)
def test_menus_tags_and_authors_are_no_teasers(zone: str):
    teasers, text = lifted(BODY + zone)
    assert teasers == ()
    assert text.count("harbour office") == 4


def test_other_owners_are_no_teasers():
    cards = links(*TITLES, site="https://shop.test")
    assert lifted(f'{BODY}<div class="related"><ul>{cards}</ul></div>')[0] == ()


def test_lists_of_links_that_are_the_article_stay():
    listed = f"<ul>{links(*TITLES)}</ul>"
    inside = f"<article><h1>Three links</h1><p>{PROSE * 3}</p>{listed}<p>{PROSE}</p></article>"
    for html in (inside, f"<h1>Three links</h1>{listed}", f"<main>{listed}</main>"):
        teasers, text = lifted(html)
        assert teasers == ()
        assert all(title in text for title in TITLES)


def test_links_in_running_text_stay():
    items = "".join(
        f'<li>The council, <a href="/n/{i}">{title}</a>, said that the pier would be built '
        "in spring whatever the weather does.</li>"
        for i, title in enumerate(TITLES)
    )
    teasers, text = lifted(f"{BODY}<ul>{items}</ul>")
    assert teasers == ()
    assert "One baker" in text


def test_never_more_than_forty_and_never_slower_than_the_page_is_long():
    many = links(*(f"A title of some words number {i}" for i in range(50_000)))
    start = time.perf_counter()
    teasers, _ = lifted(f'{BODY}<ul class="related">{many}</ul>')
    deep = '<div class="related"><a href="/n/1">The harbour reopens today</a>' * 250
    lifted(deep + "</div>" * 250)
    assert len(teasers) == 40
    assert time.perf_counter() - start < 4


NAMES = st.sampled_from(["", "related", "card", "menu", "post-navigation", "teaser-list", "prev"])
LEAVES = st.sampled_from(
    [f"<p>{PROSE}</p>", f'<a href="/1">{TITLES[0]}</a>', f'<h3><a href="/n/2">{TITLES[1]}</a></h3>',
     "<h2>Related</h2>", "<img>", '<a href="https://[">A broken address is here</a>',
     "<p>Read also: <a href='/n/3'>The town band waits</a></p>", "<time>3 May 2024</time>"]
)  # fmt: skip
TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda tag, name, parts: f'<{tag} class="{name}">{"".join(parts)}</{tag}>',
        st.sampled_from(["div", "ul", "li", "aside", "section", "article", "table"]),
        NAMES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(TREES)
@settings(max_examples=150, deadline=None)
def test_any_tree_gives_clean_teasers_once_each(html: str):
    root = parse_tree(f"<body>{html}</body>")
    if root is None:
        return
    before = "".join(map(str, root.itertext()))
    teasers, removed = lift_teasers(root, HOME)
    titles = [t.title for t in teasers]
    assert len(set(titles)) == len(titles) <= 40
    assert all(t.url is not None and t.url.startswith("https://paper.example/") for t in teasers)
    left = "".join(map(str, root.itertext()))
    assert left.count("harbour office") + sum(r.count("harbour office") for r in removed) == (
        before.count("harbour office")
    )
