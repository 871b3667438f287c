"""The boxes of a page that are its own business: newsletter, sharing, comments, offers, cookies.

A box is known by a word of its class, id or ARIA label. A name alone never costs a reader text: a
body may be `comments-enabled`, an article may stand in a `paywall`. So a box goes only where it is
small and poor in prose, and a long comment section only where the article has been told before it.
"""

import re
from functools import lru_cache

from lxml import etree

from tui.parse.draft import Dropped
from tui.parse.html_tree import names_of, remove, text_of
from tui.parse.widgets import word_set

ZONES: dict[str, str] = {
    "cookie": (
        r"cookies?(?:-?(?:banner|bar|notice|law|consent|hint|info|wall|popup|modal|layer)|$)|onetrust|"
        r"didomi|cybot|usercentrics|gdpr|cmp-?(?:banner|box|wrapper|container)|consent-?(?:banner|"
        r"box|popup|layer|modal|manager)|cc-window|sp_message|tarteaucitron|axeptio|cmplz|borlabs"
    ),
    "newsletter": (
        r"news-?letters?|mailing-?list|mailchimp|mc4wp|mc_embed|infolettre|rundbrief|nieuwsbrief|"
        r"bolet[ií]n|subscribe-|e?mail-?(?:sign-?up|subscribe|subscription|capture)|"
        r"sign-?up-?(?:form|box|module|widget|promo)|jetpack_subscription|kg-signup|substack-signup"
    ),
    "share": (
        r"shar(?:e|ing)(?:[-_]|$)|share(?:bar|box|tools|buttons|links|icons|widget)|sharedaddy|"
        r"addtoany|addthis|shariff|ssba|heateor|a2a_kit|social-?(?:shar|links?$|icons?$|buttons?|"
        r"bar$|nav|media-?(?:icons|links|share))|partage(?:r|s)?$|partage[-_]|teilen$|compartir$|"
        r"condividi|delen$"
    ),
    "comments": (
        r"comment-?respond|respond$|comments?-?(?:area|list|section|wrapper|wrap|container|thread|"
        r"form|block|box|zone|module|inner|template|title)|comments$|commentlist|disqus|livefyre|"
        r"coral-?(?:talk|container|stream)|hyvor|spot-?im|openweb|viafoura|giscus|utterances|"
        r"fb-comments|facebook-comments|kommentare?$|kommentarbereich|commentaires$|comentarios$|"
        r"commenti$|coment[aá]rios$|reacties$"
    ),
    "paywall": (
        r"pay-?wall|regi?-?wall|subscri(?:be|ber|ption)-?(?:wall|offer|prompt|promo|cta|box|banner)|"
        r"upgrade-cta|meter(?:ed)?-?(?:wall|prompt|banner)|piano-(?:offer|container|template)|"
        r"abo-?(?:hinweis|box|wall|teaser)|locked-content-(?:cta|message)"
    ),
    "ads": (
        r"ad(?:s|vert)?-?(?:slot|unit|container|wrapper|wrap|placeholder|label|banner|block|box)|"
        r"advert(?:s|isement|ising|orial)?$|advertisement-|adsbygoogle|google-?ads?|dfp-|"
        r"div-gpt|publicit[eé]$|werbung$|anzeige$|publicidad$|pubblicit[aà]$"
    ),
}
"""Words that begin a part of a class name or an id, by rule. Sources: the markup of WordPress and
its Jetpack, AddToAny and Mailchimp plugins, Ghost, Drupal, Disqus, Coral, OneTrust, Didomi,
Sourcepoint, Usercentrics and Google Ad Manager; and the seven languages' own words."""

_PARTS = {rule: re.compile(rf"(?:^|[-_])(?:{words})") for rule, words in ZONES.items()}
_LABELS = {
    "share": re.compile(r"\b(?:share|partager|teilen|compartir|condividi|delen)\b"),
    "newsletter": re.compile(r"\bnewsletters?\b"),
    "comments": re.compile(r"^(?:comments|commentaires|kommentare|comentarios|commenti|reacties)$"),
    "cookie": re.compile(r"\bcookies?\b"),
    "ads": re.compile(r"^(?:advertisement|publicit[eé]|werbung|anzeige|publicidad)$"),
}
"""The same in ARIA labels, which are written for people."""

_BOXES = ("div", "section", "aside", "ul", "ol", "form", "p", "dialog")
_WHOLES = word_set("html body main article")
_OFFERS = ("button", "input", "form", "a")
_LARGEST, _NODES = 1500, 3000
"""Code points and elements of the largest box that goes by its name alone."""
_PROSE, _MOST_PROSE, _PROSE_SHARE = 120, 700, 0.34
"""Code points from which a paragraph is prose; how much of it a box may hold, and which share of
the page's."""
_STRETCH = 60
"""Code points from which a stretch of text between two tags is written prose."""
_TOLD = 600
"""Code points of prose before a long comment section: the article has been told by then."""


def drop_zones(root: etree._Element) -> list[Dropped]:
    """Remove the boxes of `root` that are the page's own business; return what stood in them."""
    dropped = _drop_unscripted(root)
    found: list[tuple[str, etree._Element]] = []
    page = _Told(root)
    walk = etree.iterwalk(root, events=("start",), tag=_BOXES)
    for _, box in walk:
        rule = _rule(box)
        if rule is not None and _goes(box, rule, page):
            found.append((rule, box))
            walk.skip_subtree()
        elif box.tag == "p":
            page.passed.append(box)
    dropped += [Dropped(rule, text_of(box)) for rule, box in found]
    for _, box in found:
        remove(box)
    return [d for d in dropped if d.text]


class _Told:
    """How much prose a page holds, and how much of it has been passed; added up when asked for."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.passed: list[etree._Element] = []
        self._before = 0
        self._whole = -1

    def before(self) -> int:
        """Return the code points of prose in the paragraphs that were passed."""
        self._before += sum(map(_weight, self.passed))
        self.passed.clear()
        return self._before

    def whole(self) -> int:
        """Return the code points of prose in all of the page."""
        if self._whole < 0:
            self._whole = _prose(self.root)
        return self._whole


def _drop_unscripted(root: etree._Element) -> list[Dropped]:
    """Remove what a browser shows only where scripts are off: counting pixels, pleas, menus.

    A few pages keep their whole article there and let a script take it out, so it stays where it is
    most of what is written on the page.
    """
    dropped = []
    page = -1
    for box in list(root.iter("noscript")):
        size = _written(box)
        if size >= _TOLD:
            page = _written(root) if page < 0 else page
        if size < _TOLD or 2 * size < page:
            words = " ".join(map(str, box.itertext())).split()
            dropped.append(Dropped("without scripts", " ".join(words)))
            remove(box)
    return dropped


def _written(element: etree._Element) -> int:
    """Return how many code points of prose are below `element`, by the size of its stretches."""
    size = 0
    for node in element.iter():
        if node.tag in ("script", "style"):
            continue
        tail = node.tail if node is not element else None
        for stretch in (node.text, tail):
            length = len(stretch.strip()) if stretch else 0
            size += length if length >= _STRETCH else 0
    return size


def _rule(box: etree._Element) -> str | None:
    names = names_of(box)
    rule = _named(names) if names else None
    label = box.get("aria-label")
    return rule or (_labelled(label[:80].casefold().strip()) if label else None)


@lru_cache(maxsize=8192)
def _named(names: str) -> str | None:
    """Return the rule of the first name that has a part in the table."""
    return next((rule for name in names.split() if (rule := _rule_of(name))), None)


@lru_cache(maxsize=16384)
def _rule_of(name: str) -> str | None:
    return next((rule for rule, part in _PARTS.items() if part.search(name)), None)


@lru_cache(maxsize=1024)
def _labelled(label: str) -> str | None:
    return next((rule for rule, words in _LABELS.items() if words.search(label)), None)


def _goes(box: etree._Element, rule: str, page: _Told) -> bool:
    """Tell whether the box is small or a comment section, and not the article itself."""
    if box.tag in _WHOLES or _holds(box, "h1", "main"):
        return False
    if rule == "paywall" and (box.tag == "p" or not _holds(box, *_OFFERS)):
        return False
    if rule == "comments" and page.before() >= _TOLD:
        return True
    if not _small(box):
        return False
    prose = _weight(box) if box.tag == "p" else _prose(box)
    return not prose or prose <= min(_MOST_PROSE, _PROSE_SHARE * page.whole())


def _holds(box: etree._Element, *tags: str) -> bool:
    return next(box.iterdescendants(*tags), None) is not None


def _small(box: etree._Element) -> bool:
    """Tell whether a box has little text, without reading a large one to its end."""
    size = 0
    for count, node in enumerate(box.iter()):
        if count >= _NODES:
            return False
        if node.tag not in ("script", "style", "option"):
            size += len((node.text or "").strip())
        if node is not box:
            size += len((node.tail or "").strip())
        if size > _LARGEST:
            return False
    return True


def _prose(element: etree._Element) -> int:
    return sum(_weight(p) for p in element.iter("p"))


def _weight(p: etree._Element) -> int:
    size = len(text_of(p))
    return size if size >= _PROSE else 0
