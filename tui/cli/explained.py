"""The names in `parse --explain`, English in the code, to be looked up where they are shown.

Rules are named by the parsers and by who attributes quotes; what stands here is what `_` finds.
"""

from typing import Final

from tui.words import N_

FIELDS: Final = (
    *(N_("file"), N_("format"), N_("charset"), N_("url"), N_("site"), N_("title"), N_("authors")),
    *(N_("published"), N_("modified"), N_("section"), N_("keywords"), N_("language")),
    *(N_("teaser"), N_("excerpt"), N_("speaker"), N_("because")),
)
"""What a page says of itself, and what is known of a related piece and of a quote."""

KINDS: Final = (
    *(N_("lede"), N_("paragraph"), N_("caption"), N_("quotation"), N_("list item")),
    *(N_("preformatted"), N_("table"), N_("direct"), N_("fragment"), N_("indirect")),
)
"""Kinds of blocks and of quotes; a title is among the fields, a heading goes by its level."""

CHARSETS: Final = (
    *(N_("its first bytes"), N_("its byte-order mark"), N_("its bytes"), N_("most of its bytes")),
    *(N_("what it came with"), N_("its own head")),
    N_("nothing: not UTF-8, and no other is named"),
)
"""By what an encoding was told."""

LEFT_OUT: Final = (
    *(N_("about"), N_("ads"), N_("advertisement"), N_("after the article"), N_("body")),
    *(N_("before the article"), N_("byline"), N_("comments"), N_("content"), N_("cookie")),
    *(N_("cookies"), N_("date"), N_("foot"), N_("footer"), N_("head"), N_("labels"), N_("links")),
    *(N_("menu"), N_("navigation"), N_("newsletter"), N_("not chosen"), N_("outside")),
    *(N_("paywall"), N_("picture"), N_("read also"), N_("related"), N_("share"), N_("side")),
    *(N_("sign-up"), N_("subscription"), N_("teaser"), N_("title repeated"), N_("tool")),
    *(N_("url"), N_("without scripts")),
)
"""Rules that take text out of a page."""

ATTRIBUTED: Final = (
    *(N_("cue behind"), N_("cue in front"), N_("cue further behind"), N_("source"), N_("agent")),
    *(N_("name and colon"), N_("signature"), N_("same sentence"), N_("sentence before")),
    *(N_("sentence behind"), N_("colon before"), N_("passage before"), N_("subject before")),
    *(N_("told of before"), N_("repeated"), N_("clause behind cue"), N_("clause before cue")),
    *(N_("source of a clause"), N_("correction")),
)
"""Rules by which a quote has its speaker."""

WARNINGS: Final = (
    *(N_("no article found"), N_("no title found"), N_("no text in it")),
    *(N_("feed holds only a summary"), N_("feed holds only a title")),
    N_("the feed gives no title; the first sentence stands for it"),
    N_("the date is that of the last update"),
    N_("the front matter can't be read"),
)
"""What a reader should know of how an article was read."""
