"""The rules themselves: their order, their opposite, and what they may never do to an article."""

from hypothesis import given
from hypothesis import strategies as st
from strategies import articles

from tui.library.correcting import corrected
from tui.library.corrections import Correction, Rules, replayed
from tui.library.figures import figure_ids
from tui.model import Article, Block, Person, Source, Span

IDS = st.sampled_from("abcdefg")


def numbered(made):
    return [each._replace(key=number) for number, each in enumerate(made, 1)]


def merges(pairs):
    return numbered(Correction("merge", one, one, other, other) for one, other in pairs)


PAIRS = st.lists(st.tuples(IDS, IDS), max_size=8)


def partition(rules):
    groups = {}
    for figure in "abcdefg":
        groups.setdefault(rules.root(figure), set()).add(figure)
    return {frozenset(group) for group in groups.values()}


@given(PAIRS, st.randoms())
def test_who_is_one_does_not_depend_on_the_order_of_merging(pairs, random):
    shuffled = random.sample(pairs, len(pairs))
    assert partition(replayed(merges(pairs))) == partition(replayed(merges(shuffled)))


@given(PAIRS)
def test_merging_never_goes_round_in_a_circle(pairs):
    rules = replayed(merges(pairs))
    assert all(len(list(rules.path(figure))) <= 7 for figure in "abcdefg")


@given(PAIRS, IDS, IDS)
def test_a_merge_of_two_figures_and_its_split_leave_the_rest_alone(pairs, one, other):
    before = replayed(merges(pairs))
    kept, gone = before.root(one), before.root(other)
    steps = [*merges(pairs), Correction("merge", kept, kept, gone, gone, key=98)]
    if kept != gone:
        steps.append(Correction("split", kept, kept, gone, gone, key=99))
    assert partition(replayed(steps)) == partition(before)


def test_a_later_name_and_a_later_speaker_go_before_an_earlier_one():
    made = numbered(
        [
            Correction("rename", "a", words="One"),
            Correction("rename", "a", words="Two"),
            Correction("speaker", "a", article="x", words="no"),
            Correction("speaker", "b", article="x", words="no", ordinal=1),
            Correction("speaker", None, article="x", words="no"),
        ]
    )
    rules = replayed(made)
    assert rules.names == {"a": "Two"}
    assert rules.overruled == {1, 3}
    assert [each.key for each in rules.speakers["x"]] == [3, 4, 5]


@given(articles())
def test_without_rules_an_article_is_itself(article):
    assert corrected(article, Rules()).article is article


@given(articles(), st.data())
def test_a_corrected_article_keeps_its_text_and_speaks_of_its_own_people(article, data):
    ids = sorted(set(figure_ids(article))) or ["nobody at all"]
    one = st.sampled_from(ids)
    forms = st.sampled_from([f for p in article.people for f in (p.name, *p.aliases)] or ["x"])
    made = data.draw(
        st.lists(
            st.builds(lambda a, b: Correction("merge", a, a, b, b), one, one)
            | st.builds(lambda a, f: Correction("split", a, a, words=f), one, forms)
            | st.builds(lambda a: Correction("split", a, a, article=article.id), one)
            | st.builds(lambda a, f: Correction("rename", a, a, words=f), one, forms)
            | st.builds(lambda a: Correction("not-a-person", a, a), one)
            | st.builds(
                lambda a, q, n: Correction(
                    "speaker", a, "Ada", article=article.id, words=q, ordinal=n
                ),
                st.none() | one,
                st.sampled_from([article.text[q.start : q.end] for q in article.quotes] or ["x"]),
                st.integers(0, 2),
            ),
            max_size=6,
        )
    )
    rules = replayed(numbered(made))
    right = corrected(article, rules)
    names = [person.name for person in right.article.people]
    assert right.article.text == article.text
    assert len(right.figures) == len(names)
    assert len(set(names)) == len(names)
    assert all(q.speaker is None or q.speaker in names for q in right.article.quotes)
    assert [(q.start, q.end) for q in right.article.quotes] == [
        (q.start, q.end) for q in article.quotes
    ]
    said_to_be = {span for person in article.people for span in person.mentions}
    if not any(each.kind in ("not-a-person", "speaker") for each in made):
        assert {s for p in right.article.people for s in p.mentions} == said_to_be


def test_what_is_left_of_a_split_is_never_called_like_somebody_else():
    text = "Anna Holt spoke. Holt left. Holt stayed."
    people = (
        Person("Anna Holt", ("Holt",), (), (Span(0, 9), Span(17, 21))),
        Person("Holt", (), (), (Span(28, 32),)),
    )
    article = Article(
        "x", Source("x.txt", "text"), "", text, (Block("paragraph", 0, 40),), people=people
    )
    (whole, other) = figure_ids(article)
    right = corrected(
        article, replayed(numbered([Correction("split", whole, "", words="Anna Holt")]))
    )
    assert [person.name for person in right.article.people] == ["Anna Holt", "Holt"]
    assert right.figures == (whole, other)


def test_a_form_that_somebody_else_is_called_by_already_is_not_taken_out():
    moe = Person("Moe", ("Ada", "Lund Bech"), mentions=(Span(0, 3), Span(4, 13)))
    bech = Person("Bech", ("Lund Bech",), mentions=(Span(4, 13), Span(9, 13)))
    title = Block("title", 0, 13)
    article = Article(
        "x", Source("x", "text"), "Ada Lund Bech", "Ada Lund Bech", (title,), people=(moe, bech)
    )
    first, second = figure_ids(article)
    made = [
        Correction("split", first, "Moe", words="Ada"),
        Correction("split", second, "Bech", words="Lund Bech"),
    ]
    names = [person.name for person in corrected(article, replayed(numbered(made))).article.people]
    assert sorted(names) == ["Ada", "Bech", "Lund Bech"]
