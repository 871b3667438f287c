"""What the class names and ids of a box say of it, in the words that makers of pages use.

Names are hints and no more: "article-comments" speaks of both. Each group of words is a feature of
its own, and `html_body` weighs them.
"""

import re
from functools import lru_cache

GROUPS: dict[str, str] = {
    "comments": r"comment|disqus|livefyre|replies|respond",
    "share": r"shar(?:e|ing)|social|follow|addthis|addtoany|bookmark",
    "related": (
        r"relat|recommend|read-?(?:more|next|also)|more-?(?:from|on|stories|news|articles)|similar|"
        r"popular|trending|most-?(?:read|viewed)|latest|teaser|suggest|promo|up-?next|further"
    ),
    "ads": (
        r"advert|sponsor|adsbygoogle|affiliate|paid|"
        r"(?<![a-z])(?:ads?|adv|dfp|gpt|banner|commercial)(?![a-z])"
    ),
    "navigation": r"nav|menu|breadcrumb|pagina|pager|skip|toolbar|topbar|masthead|sitemap",
    "foot": r"foot|copyright|legal|disclaimer|colophon",
    "head": r"header|(?<![a-z])hero|title|headline|kicker|eyebrow",
    "side": r"side-?bar|aside|(?<![a-z])side(?![a-z])|widget|rail|right-?col|secondary|complement",
    "sign-up": (
        r"newsletter|subscri|sign-?up|register|paywall|login|mail|optin|member|donat|cookie|consent|"
        r"gdpr|modal|popup|overlay"
    ),
    "about": (
        r"byline|author|meta|date|time|published|(?<![a-z])bio(?![a-z])|tags?(?![a-z])|taxonomy|"
        r"categor|topic|keyword|source|credit"
    ),
    "picture": r"caption|figure|image|photo|gallery|media|video|player|carousel|slide",
    "tool": (
        r"print|rating|vote|poll|survey|quiz|feedback|correction|hidden|sr-only|visually|button|btn|"
        r"label|info-?box|fact-?box|toc|embed|tweet"
    ),
    "body": (
        r"article-?_?(?:body|content|text)|body-?(?:copy|text|content)|rich-?text|wysiwyg|prose|"
        r"(?:entry|post|story|main|page)-?_?(?:content|body|text|copy)|text-?body"
    ),
    "content": r"article|story|post|entry|content|body|text|main|paragraph|copy",
    "lede": (
        r"lede|lead|standfirst|chapo|chapeau|dek|sub-?(?:title|head|headline)|intro|summary|excerpt|"
        r"abstract|description"
    ),
}
"""Words of the classes and ids of boxes, by what the box holds; in English, which most systems of
the web use for names, and French where it is common. The words are our own reading of pages."""

NAMES = tuple(GROUPS)

_WORDS = tuple(re.compile(words) for words in GROUPS.values())


def bit(group: str) -> int:
    """Return the bit of one group in what `naming` returns."""
    return 1 << NAMES.index(group)


@lru_cache(maxsize=8192)
def naming(names: str) -> int:
    """Return the groups that a box's names, in lower case, belong to: a bit each."""
    found = 0
    for name in names.split():
        found |= _naming(name)
    return found


@lru_cache(maxsize=16384)
def _naming(name: str) -> int:
    """Return the groups of one name; a site's pages share their names, not their combinations."""
    found = 0
    for place, words in enumerate(_WORDS):
        if words.search(name):
            found |= 1 << place
    return found
