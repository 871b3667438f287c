import pytest

from tui.model import Article, Teaser
from tui.parse import Parsed, parse
from tui.source import Document


def article(text: str) -> Article:
    (parsed,) = parse(Document(text.encode(), "a.md"))
    assert isinstance(parsed, Parsed)
    return parsed.article


def blocks(found: Article) -> list[tuple[str, str]]:
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


FULL = """---
title: "Le pont rouvre"
author: Par Nina Morel et Paul Roy
date: 2025-01-21 18:05:00 +0100
canonical: https://exemple.fr/pont
site: La Gazette d'essai
lang: fr-FR
description: Un chapeau à part.
---

# Le pont rouvre

Le *maire* a **dit** [oui](https://exemple.fr/a), voir [ici](/b).
Suite de la ligne.

![Vue du quai](p.jpg)
*Le pont, mardi.*

# Deuxième partie

> Une citation
> longue.

1. un
2. deux
   - trois

```
x = 1

y = 2
```

| A | B |
|---|---|
| 1 | [deux](https://exemple.fr/2) |

<p>Du <b>HTML</b> brut.</p>

## À lire aussi

- [Le tunnel](https://exemple.fr/t) — Un extrait, par Anne Lefort
- [La gare](/g) : des travaux
- [Le port](/p), par Paul Roy
"""


def test_every_kind_of_block():
    assert blocks(article(FULL)) == [
        ("title", "Le pont rouvre"),
        ("lede", "Un chapeau à part."),
        ("paragraph", "Le maire a dit oui, voir ici. Suite de la ligne."),
        ("caption", "Le pont, mardi."),
        ("heading", "Deuxième partie"),
        ("quotation", "Une citation longue."),
        ("list_item", "un"),
        ("list_item", "deux"),
        ("list_item", "trois"),
        ("preformatted", "x = 1\n\ny = 2"),
        ("table", "A | B\n1 | deux"),
        ("paragraph", "Du HTML brut."),
    ]


def test_the_front_matter_is_the_metadata():
    found = article(FULL)
    assert (found.title, found.url, found.site) == (
        "Le pont rouvre", "https://exemple.fr/pont", "La Gazette d'essai",
    )  # fmt: skip
    assert found.authors == ("Nina Morel", "Paul Roy")
    assert (found.published, found.language) == ("2025-01-21T18:05:00+01:00", "fr")


def test_links_point_at_their_words():
    found = article(FULL)
    assert [(found.text[link.start : link.end], link.url) for link in found.links] == [
        ("oui", "https://exemple.fr/a"),
        ("ici", "https://exemple.fr/b"),
        ("deux", "https://exemple.fr/2"),
    ]


def test_a_last_section_of_related_links_becomes_teasers():
    assert article(FULL).teasers == (
        Teaser("Le tunnel", "Un extrait", ("Anne Lefort",), "https://exemple.fr/t"),
        Teaser("La gare", "des travaux", (), "https://exemple.fr/g"),
        Teaser("Le port", None, ("Paul Roy",), "https://exemple.fr/p"),
    )


def test_toml_front_matter():
    found = article('+++\ntitle = "T"\ndate = 2025-01-21\nauthors = ["Ana Ruiz"]\n+++\nWords.\n')
    assert (found.title, found.published, found.authors) == ("T", "2025-01-21", ("Ana Ruiz",))


def test_the_title_and_the_byline_of_a_file_without_front_matter():
    found = article("# The bridge\n\nBy Ana Ruiz\n\n**It opens today.**\n\n## Then\n\nMore.\n")
    assert found.authors == ("Ana Ruiz",)
    assert blocks(found) == [
        ("title", "The bridge"), ("lede", "It opens today."), ("heading", "Then"),
        ("paragraph", "More."),
    ]  # fmt: skip


def test_links_that_are_not_of_the_web_keep_only_their_words():
    found = article(
        "# T\n\n[a](javascript:x) [b](file:///etc/passwd) [c](https://c.example)\n"
        "[d](mailto:d@e.fr)\n"
    )
    assert [link.url for link in found.links] == ["https://c.example", "mailto:d@e.fr"]
    assert found.text == "T\n\na b c d"


@pytest.mark.parametrize(
    "text",
    [
        "---\na: [\n---\n# T\n\nx\n",
        "---\na: " + "[" * 20_000 + "\n---\n# T\n\nx\n",
        "+++\na = " + "[" * 20_000 + "\n+++\n# T\n\nx\n",
    ],
)
def test_a_front_matter_that_cannot_be_read_is_said_so(text: str):
    found = article(text)
    assert found.warnings == ("the front matter can't be read",)
    assert found.text == "T\n\nx"


def test_aliases_do_not_grow():
    lines = "".join(f"k{n}: &k{n} [*k{n - 1}, *k{n - 1}]\n" for n in range(1, 40))
    found = article(f"---\nk0: &k0 x\n{lines}authors: *k39\n---\n# T\n\nx\n")
    assert found.authors == ()


FLOODS = (
    ">", "- ", "[", "![", "*a_ ", "`", "<!--", "| a", "[a](b", "^[", "[^a]: ", "[^1]", "[^1]: x\n",
    "x\n: ", "==", "[[", "[[a|", "%%", "{{<", "{%", "> [!a] ", "{{< figure caption=\"", "# a {#",
    "`` ` ", "^[a",
)  # fmt: skip


@pytest.mark.parametrize("unit", FLOODS)
def test_floods_end(unit: str):
    found = article("# T\n\n## H\n\n" + unit * 5_000)
    assert found.title == "T"


def test_the_byline_of_a_file_names_its_paper_and_no_other_author():
    found = article("# Le pont\n\n*Par Léo Petit, La Feuille de Brécy, 3 mars 2025*\n\nUn mot.\n")
    assert found.authors == ("Léo Petit",)
    assert found.site == "La Feuille de Brécy"
    assert found.published == "2025-03-03"


def test_footnotes_keep_their_numbers_and_stand_at_the_end():
    found = article(
        "# T\n\nA word[^1] and *another*[^b], not [^none].\n\n[^1]: The [first](https://a.example) "
        "note.\n[^b]: The second.\n\n    And more of it.\n\nThe end.\n"
    )
    assert blocks(found) == [
        ("title", "T"),
        ("paragraph", "A word[1] and another[2], not [^none]."),
        ("paragraph", "The end."),
        ("list_item", "[1] The first note."),
        ("list_item", "[2] The second."),
        ("list_item", "And more of it."),
    ]
    assert [found.text[link.start : link.end] for link in found.links] == ["first"]


def test_definitions_and_titles_underlined():
    found = article("The bridge\n==========\n\nThen\n----\n\nToll\n: What is paid.\n: Or not.\n")
    assert blocks(found) == [
        ("title", "The bridge"), ("heading", "Then"), ("list_item", "Toll"),
        ("list_item", "What is paid."), ("list_item", "Or not."),
    ]  # fmt: skip


MARKS = [
    ("> [!note]- Mind the step\n> It is high.", "Mind the step\n\nIt is high."),
    ("See [[The bridge|it]], [[The tunnel#Doors]] and ==this==.", "See it, The tunnel and this."),
    ("One ![[map.png]]two %%not this%%three.", "One two three."),
    ("{{< figure src=\"x.jpg\" caption=\"The quay.\" >}}", "The quay."),
    ("{{< youtube w7Ft2ymGmfc >}}\n\nWords.", "Words."),
    ("{% include box.html %}\n\nWords.\n{: .note}", "Words."),
    ("[TOC]\n\nThe HTML.\n\n*[HTML]: a language", "The HTML."),
    (":::note\n\nWords.\n\n:::", "Words."),
    ("## Then {#then}\n\nWords.", "Then\n\nWords."),
    ("A [link](https://a.example){:target=\"_blank\"}.", "A link."),
    ("Words^[and a note] go on.", "Words (and a note) go on."),
    ("`[[code]]` and ``==`==`` stay.", "[[code]] and ==`== stay."),
    ("```\n{{< x >}}\n[[y]]\n```", "{{< x >}}\n[[y]]"),
    ("    [[indented]]", "[[indented]]"),
    ("a == b, c == d: no marks.", "a == b, c == d: no marks."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text"), MARKS)
def test_marks_of_programs_are_resolved_outside_of_code(source: str, text: str):
    assert article(f"# T\n\n{source}\n").text == f"T\n\n{text}"


def test_the_fields_of_hugo_jekyll_and_obsidian():
    found = article(
        "---\ntitle: T\nby: Ana Ruiz\ndate: 2025-01-21\nlastmod: 2025-02-01T08:00:00Z\n"
        "categories: [News, Town]\ntags: ['#bridge', toll]\nimage: /b.jpg\n"
        "url: https://a.example/x\n---\nWords.\n"
    )
    assert (found.authors, found.published) == (("Ana Ruiz",), "2025-01-21")
    assert (found.modified, found.section) == ("2025-02-01T08:00:00+00:00", "News")
    assert found.keywords == ("bridge", "toll")
    assert [media.url for media in found.media] == ["https://a.example/b.jpg"]


def test_the_day_of_a_clipping_is_not_that_of_the_article():
    head = '---\ntitle: T\nauthor:\n  - "[[Ana Ruiz]]"\ncreated: 2025-03-01\n'
    assert article(f"{head}---\nWords.\n").published == "2025-03-01"
    clipped = article(f"{head}source: https://a.example/x\n---\nWords.\n")
    assert (clipped.published, clipped.url) == (None, "https://a.example/x")
    assert clipped.authors == ("Ana Ruiz",)


def test_tables_of_a_toml_head():
    found = article(
        "+++\ntitle = 'T'\nupdated = 2025-02-01\n[taxonomies]\ntags = ['bridge']\n"
        "categories = ['News']\n[extra]\nauthor = 'Ana Ruiz'\n+++\nWords.\n"
    )
    assert (found.keywords, found.section, found.authors) == (("bridge",), "News", ("Ana Ruiz",))
    assert found.modified == "2025-02-01"


@pytest.mark.parametrize(
    "line", ["PORT LUREL 1996-08-30", "1996-08-30", "Par Nina Morel, 3 mars 2025"]
)
def test_a_dateline_that_is_all_there_is_is_the_text(line: str):
    assert article(line).text == line


def test_a_sentence_that_begins_like_a_date_line_is_text():
    told = (
        "Published on May 18, 2013, the handbook holds new maps of the coast and, where the old"
        " ones were right, leaves the names of harbours as they have been since the first of its"
        " editions, which the keepers of the lights had drawn by hand."
    )
    assert told in article(f"# The handbook\n\n{told}\n\nIt is read.").text
