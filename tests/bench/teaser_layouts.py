# ruff: noqa: E501 (a tag of the markup stays on one line)
"""Pages in the manner of the web's common systems, with the cards that each offers.

Written from what the themes of these systems print, not from what an extractor looks for: each
layout is a function from a `Writer` to a page and its cards in page order. Menus, tag clouds, lists
of authors, bios, page numbers and comments are in every page, and are no cards.
"""

from collections.abc import Callable

from teaser_words import NAMES, Card, Writer

Layout = Callable[[Writer], tuple[str, list[Card]]]


def _time(c: Card, name: str, tag: str = "time") -> str:
    if not c.printed:
        return ""
    stamp = f' datetime="{c.published}"' if tag == "time" else ""
    return f'<{tag} class="{name}"{stamp}>{c.printed}</{tag}>'


def _p(text: str | None, name: str = "", tag: str = "p") -> str:
    return f'<{tag} class="{name}">{text}</{tag}>' if text else ""


def _by(w: Writer, c: Card, name: str, tag: str = "span") -> str:
    if not c.author:
        return ""
    slug = c.author.lower().replace(" ", "-")
    return f'<{tag} class="{name}">{w.by} <a href="/author/{slug}">{c.author}</a></{tag}>'


def _body(w: Writer, paragraphs: int = 6, boxes: tuple[str, ...] = ()) -> str:
    """Return paragraphs with links in them, a list of links that is the article's, and boxes."""
    parts = [
        f"<p>{w.prose()} <a href='https://paper.example/2023/{i}-{w.pick.randint(1, 999)}'>"
        f"{w.clause()}</a>, {w.clause()}.</p>"
        for i in range(paragraphs)
    ]
    parts.insert(3, f"<h2>{w.clause()}</h2>")
    for place, box in enumerate(boxes):
        parts.insert(2 + 2 * place, box)
    return "\n".join(parts)


def _noise(w: Writer) -> str:
    tags = "".join(f'<a href="/tag/{i}" class="tag-cloud-link">{w.clause()}</a> ' for i in range(6))
    return f'<div class="tagcloud">{tags}</div>'


def _bio(w: Writer) -> str:
    name = w.pick.choice(NAMES)
    return (
        f'<div class="author-bio"><img alt=""><h4><a href="/author/1">{name}</a></h4>'
        f'<p>{w.prose(1)} <a href="https://social.example/{w.pick.randint(1, 99)}">@me</a></p></div>'
    )


def _comments(w: Writer) -> str:
    items = "".join(
        f'<li class="comment"><cite><a href="https://blog{i}.example/">{w.pick.choice(NAMES)}</a>'
        f'</cite><p>{w.prose(1)} <a href="https://paper.example/2022/{i}">{w.clause()}</a></p></li>'
        for i in range(3)
    )
    return f'<section id="comments" class="comments-area"><ol class="comment-list">{items}</ol></section>'


def _shell(w: Writer, article: str, side: str = "", *, semantic: bool = True) -> str:
    nav, foot = ("nav", "footer") if semantic else ("div", "div")
    menu = "".join(f'<li><a href="/section/{i}">{w.clause()}</a></li>' for i in range(8))
    numbers = "".join(f'<a href="?page={i}">{i}</a>' for i in range(1, 5))
    return (
        f'<!doctype html><html lang="{w.language}"><head><title>{w.own} - The Paper</title></head>'
        f'<body><{nav} id="menu" class="main-menu"><ul class="menu">{menu}</ul></{nav}>'
        f'<div class="layout">{article}{side}</div><div class="pagination">{numbers}</div>'
        f'<{foot} class="site-footer"><ul class="footer-menu">{menu}</ul></{foot}></body></html>'
    )


def ghost(w: Writer) -> tuple[str, list[Card]]:
    """Ghost, Casper theme: `post-card` under the article."""
    cards = w.cards(2, 4)
    items = "".join(
        f'<article class="post-card post"><a class="post-card-image-link" href="{c.url}">'
        f'<img class="post-card-image" alt=""></a><div class="post-card-content">'
        f'<a class="post-card-content-link" href="{c.url}"><header class="post-card-header">'
        f'<div class="post-card-tags"><span class="post-card-primary-tag">News</span></div>'
        f'<h2 class="post-card-title">{c.title}</h2></header>'
        f"{_p(c.excerpt, 'post-card-excerpt', 'div')}</a><footer class='post-card-meta'>"
        f"{_by(w, c, 'post-card-author')}{_time(c, 'post-card-meta-date')}"
        f'<span class="post-card-meta-length">3 min</span></footer></div></article>'
        for c in cards
    )
    article = (
        f'<main class="gh-main"><article class="gh-article post"><header><h1 class="gh-article-title">'
        f'{w.own}</h1></header><section class="gh-content gh-canvas">{_body(w)}</section>'
        f'</article></main><aside class="read-more-wrap outer"><div class="read-more inner">{items}'
        f"</div></aside>"
    )
    return _shell(w, article, _noise(w)), cards


def wordpress_blocks(w: Writer) -> tuple[str, list[Card]]:
    """WordPress, a block theme: a query loop below, latest posts, links to both neighbours."""
    around, cards, latest = w.cards(2, 2, plain=True), w.cards(2, 4), w.cards(3, 5, plain=True)
    ends = "".join(
        f'<div class="post-navigation-link-{side} wp-block-post-navigation-link">'
        f'<span class="post-navigation-link__label">{side}: </span>'
        f'<a href="{c.url}" rel="{side}">{c.title}</a></div>'
        for side, c in zip(("previous", "next"), around, strict=True)
    )
    loop = "".join(
        f'<li class="wp-block-post post-{i} type-post"><h3 class="wp-block-post-title has-large-font-size">'
        f'<a href="{c.url}" target="_self">{c.title}</a></h3>'
        f"<div class='wp-block-post-date'>{_time(c, '')}</div>"
        f"<div class='wp-block-post-excerpt'>{_p(c.excerpt, 'wp-block-post-excerpt__excerpt')}</div>"
        f"<div class='wp-block-post-author-name'>{c.author or ''}</div></li>"
        for i, c in enumerate(cards)
    )
    recent = "".join(
        f'<li><a class="wp-block-latest-posts__post-title" href="{c.url}">{c.title}</a></li>'
        for c in latest
    )
    article = (
        f'<main class="wp-block-group"><h1 class="wp-block-post-title">{w.own}</h1>'
        f'<div class="entry-content wp-block-post-content">{_body(w)}</div>'
        f'<div class="wp-block-group">{ends}</div>{_comments(w)}'
        f'<div class="wp-block-query"><h2 class="wp-block-heading">{w.related}</h2>'
        f'<ul class="wp-block-post-template is-layout-grid">{loop}</ul></div></main>'
    )
    side = (
        f'<aside><h2 class="wp-block-heading">{w.popular}</h2>'
        f'<ul class="wp-block-latest-posts__list wp-block-latest-posts">{recent}</ul>{_noise(w)}</aside>'
    )
    return _shell(w, article, side), around + cards + latest


def wordpress_classic(w: Writer) -> tuple[str, list[Card]]:
    """WordPress, a classic theme: Jetpack's or YARPP's related posts, and a widget sidebar."""
    cards, recent = w.cards(3, 3), w.cards(3, 5, plain=True)
    if w.pick.random() < 0.5:
        items = "".join(
            f'<div class="jp-relatedposts-post jp-relatedposts-post{i}" data-post-id="{i}">'
            f'<a class="jp-relatedposts-post-a" href="{c.url}"><img alt=""></a>'
            f'<h4 class="jp-relatedposts-post-title"><a class="jp-relatedposts-post-a" href="{c.url}">'
            f"{c.title}</a></h4>{_p(c.excerpt, 'jp-relatedposts-post-excerpt')}"
            f"{_by(w, c, 'author vcard', 'p')}{_time(c, 'jp-relatedposts-post-date', 'p')}"
            f'<p class="jp-relatedposts-post-context">News</p></div>'
            for i, c in enumerate(cards)
        )
        zone = (
            f'<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline">'
            f'<em>{w.related}</em></h3><div class="jp-relatedposts-items">{items}</div></div>'
        )
    else:
        cards = [Card(c.title, c.url) for c in cards]
        items = "".join(f'<li><a href="{c.url}" rel="bookmark">{c.title}</a></li>' for c in cards)
        zone = f"<div class='yarpp yarpp-related'><h3>{w.related}:</h3><ol>{items}</ol></div>"
    posts = "".join(f'<li><a href="{c.url}">{c.title}</a></li>' for c in recent)
    cats = "".join(
        f'<li class="cat-item"><a href="/category/{i}">{w.clause()}</a> (3)</li>' for i in range(5)
    )
    article = (
        f'<div id="primary" class="content-area"><article class="post hentry"><h1 class="entry-title">'
        f'{w.own}</h1><div class="entry-content">{_body(w)}<div class="sharedaddy sd-sharing-enabled">'
        f"<ul><li><a href='?share=x'>X</a></li></ul></div>{zone}</div>{_bio(w)}</article>{_comments(w)}</div>"
    )
    side = (
        f'<div id="secondary" class="widget-area"><aside class="widget widget_recent_entries">'
        f'<h2 class="widget-title">{w.popular}</h2><ul>{posts}</ul></aside>'
        f'<aside class="widget widget_categories"><h2 class="widget-title">Categories</h2><ul>{cats}</ul>'
        f"</aside>{_noise(w)}</div>"
    )
    return _shell(w, article, side, semantic=False), cards + recent


def drupal(w: Writer) -> tuple[str, list[Card]]:
    """Drupal: a views block of related content, `views-row` by `views-row`."""
    cards = w.cards(3, 5)
    rows = "".join(
        f'<div class="views-row"><div class="views-field views-field-title"><span class="field-content">'
        f'<a href="{c.url}" hreflang="{w.language}">{c.title}</a></span></div>'
        f"{_field('body', _p(c.excerpt))}{_field('created', _time(c, 'datetime'))}"
        f"{_field('uid', f'{w.by} {c.author}' if c.author else '')}</div>"
        for c in cards
    )
    article = (
        f'<main role="main"><div class="region region-content"><h1 class="page-title"><span>{w.own}'
        f'</span></h1><article class="node node--type-article"><div class="node__content">'
        f'<div class="field field--name-body field__item">{_body(w)}</div></div></article>'
        f'<div class="views-element-container block block-views" id="block-related"><h2 class="block__title">'
        f'{w.related}</h2><div class="view view-related"><div class="view-content">{rows}</div></div>'
        f"</div>{_comments(w)}</div></main>"
    )
    return _shell(w, article, _noise(w)), cards


def _field(name: str, inner: str) -> str:
    if not inner:
        return ""
    return f'<div class="views-field views-field-{name}"><div class="field-content">{inner}</div></div>'


def arc(w: Writer) -> tuple[str, list[Card]]:
    """Arc XP: story cards in stacks, a box inside the body, most read at the right."""
    inside, cards, read = w.cards(1, 1, plain=True), w.cards(3, 4), w.cards(4, 5, plain=True)
    box = (
        f'<div class="interstitial-link block-margin-bottom"><a href="{inside[0].url}">'
        f"[ {inside[0].title} ]</a></div>"
        if w.pick.random() < 0.3
        else f'<p class="interstitial">{w.also}: <a href="{inside[0].url}">{inside[0].title}</a></p>'
    )
    items = "".join(
        f'<article class="story-card b-results-list__wrapper"><a class="c-link" href="{c.url}">'
        f'<figure><img alt=""></figure></a><div class="c-stack"><a class="c-link" href="{c.url}">'
        f'<h3 class="c-heading">{c.title}</h3></a>{_p(c.excerpt, "c-paragraph")}'
        f"<span class='c-attribution'>{_by(w, c, 'byline')}</span>{_time(c, 'c-date')}</div></article>"
        for c in cards
    )
    top = "".join(
        f'<div class="most-popular-item"><span class="rank">{i}</span><a class="c-link" href="{c.url}">'
        f"{c.title}</a></div>"
        for i, c in enumerate(read, 1)
    )
    article = (
        f'<section class="b-article"><h1 class="b-headline">{w.own}</h1>'
        f'<article class="b-article-body">{_body(w, 6, (box,))}</article></section>'
        f'<section class="c-stack b-related"><h2 class="c-heading">{w.related}</h2>{items}</section>'
    )
    side = f'<div class="right-rail"><h2 class="c-heading">{w.popular}</h2><div class="c-stack">{top}</div></div>'
    return _shell(w, article, side + _noise(w)), inside + cards + read


def static(w: Writer) -> tuple[str, list[Card]]:
    """Hugo or Jekyll: "See also" and both neighbours, little markup."""
    cards, around = w.cards(3, 5), w.cards(2, 2, plain=True)
    cards = [Card(c.title, c.url, None, None, c.published, c.printed) for c in cards]
    if w.pick.random() < 0.5:
        items = "".join(f'<li><a href="{c.url}">{c.title}</a> {_time(c, "")}</li>' for c in cards)
    else:
        items = "".join(
            f'<li><span class="post-meta">{c.printed or ""}</span><h3><a class="post-link" href="{c.url}">'
            f"{c.title}</a></h3></li>"
            for c in cards
        )
    ends = "".join(
        f'<a class="{side}" href="{c.url}"><span class="title">« {side}</span><br><span>{c.title}</span></a>'
        for side, c in zip(("prev", "next"), around, strict=True)
    )
    article = (
        f'<main class="main"><article class="post-single"><header class="post-header"><h1>{w.own}</h1>'
        f'</header><div class="post-content">{_body(w)}</div><section class="related"><h3>{w.related}</h3>'
        f'<ul class="post-list">{items}</ul></section><footer class="post-footer"><ul class="post-tags">'
        f'<li><a href="/tags/a">{w.clause()}</a></li><li><a href="/tags/b">{w.clause()}</a></li></ul>'
        f'<nav class="paginav">{ends}</nav></footer></article></main>'
    )
    return _shell(w, article), cards + around


FIRST: dict[str, Layout] = {
    "ghost": ghost, "wordpress_blocks": wordpress_blocks, "wordpress_classic": wordpress_classic,
    "drupal": drupal, "arc": arc, "static": static,
}  # fmt: skip
