"""A story as one thread: what each telling quotes, told once."""

from articles import article

from tui.library.interface import Related, Row
from tui.library.stories import follows, story


def _told(title, published, site, *quotes):
    text = " ".join(f"“{words}” said Anna Holt." for words in quotes)
    return article(
        title,
        text,
        people={"Anna Holt": []},
        quotes=[(words, "Anna Holt") for words in quotes],
        published=published,
        site=site,
    )


LONG = "The harbour is as safe as it ever was, and we know it."
SHORT = "as safe as it ever was"


def test_tellings_come_in_the_order_of_time_and_tell_each_quote_once(library):
    second = _told("Second", "2026-05-04", "Two", SHORT, "Nobody asked me about that wall at all.")
    first = _told("First", "2026-05-03", "One", LONG)
    undated = _told("Undated", None, "Three", LONG, "No.")
    library.add([second, first, undated])
    found = list(library.portraits.corrected([second.id, undated.id, first.id]))
    told = story(found)
    assert [(t.article.title, len(t.quotes), t.repeated) for t in told] == [
        ("First", 1, 0),
        ("Second", 1, 1),
        ("Undated", 1, 1),
    ]
    (carried,) = told[0].quotes
    assert [each.title for each in carried.also] == ["Second", "Undated"]
    assert told[1].quotes[0].also == ()


def test_a_few_words_are_not_taken_for_a_longer_quote(library):
    one = _told("One", "2026-05-03", "One", "We never saw it, he told us then.")
    two = _told("Two", "2026-05-04", "Two", "he told us")
    library.add([one, two])
    told = story(list(library.portraits.corrected([one.id, two.id])))
    assert [len(t.quotes) for t in told] == [1, 1]


def test_the_same_people_alone_make_no_story():
    row = Row("a", "A", None, None, False, 0)
    assert not follows(Related("A", row, shared=("Anna Holt",)))
    assert follows(Related("A", row, shared=("Anna Holt",), words=("estuary",)))
    assert follows(Related("A", row, copy=True))
    assert not follows(Related("A", None, leads_here=True))
