"""What queries mean, what is wrong with those that mean nothing, and that both is always told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.identity import words
from tui.library.query import QueryError, Search, parse, parse_unfinished
from tui.library.query.complete import complete
from tui.library.query.fields import BY_NAME, FIELDS
from tui.library.query.meaning import meaning
from tui.library.query.terms import And, Dated, Flag, Named, Not, Or, Word
from tui.library.query.unparse import unparse

TODAY = date(2026, 3, 18)  # a Wednesday


def term(query):
    return parse(query, TODAY).term


def word(text, prefix=False):
    return Word(text, prefix)


MEANT = [
    ("", None),
    ("   ", None),
    ("marée", word("marée")),
    ("mar*", word("mar", prefix=True)),
    ("marée noire", And((word("marée"), word("noire")))),
    ("marée AND noire", And((word("marée"), word("noire")))),
    ("marée ET noire", And((word("marée"), word("noire")))),
    ("marée OR noire", Or((word("marée"), word("noire")))),
    ("marée OU noire", Or((word("marée"), word("noire")))),
    ("a b OR c", Or((And((word("a"), word("b"))), word("c")))),
    ("a (b OR c)", And((word("a"), Or((word("b"), word("c")))))),
    ("and ou not", And((word("and"), word("ou"), word("not")))),
    ("-marée", Not(word("marée"))),
    ("NOT marée", Not(word("marée"))),
    ("SAUF (a b)", Not(And((word("a"), word("b"))))),
    ("well-known", word("well-known")),
    ('"marée noire"', word("marée noire")),
    ("« marée  noire »", word("marée noire")),
    ("“marée noire”", word("marée noire")),
    ('"marée noi"*', word("marée noi", prefix=True)),
    ('"marée noi * *"', word("marée noi", prefix=True)),
    ("l'eau", word("l'eau")),
    ("https://a.example/b", word("https://a.example/b")),
    ("person:Morvan", Named("person", word("Morvan"))),
    ('Personne:"Léna Morvan"', Named("person", word("Léna Morvan"))),
    ("by:(morvan OR renn)", Or((Named("by", word("morvan")), Named("by", word("renn"))))),
    ("said:digue*", Named("said", word("digue", prefix=True))),
    ("is:unread", Flag("is", "unread")),
    ("est:lu", Flag("is", "read")),
    ("has:citations", Flag("has", "quotes")),
    ("date:2026-03", Dated(date(2026, 3, 1), date(2026, 3, 31))),
    ("a -b is:read", And((word("a"), Not(word("b")), Flag("is", "read")))),
]


@pytest.mark.parametrize(("query", "meant"), MEANT, ids=[query or "empty" for query, _ in MEANT])
def test_a_query_means(query, meant):
    assert term(query) == meant
    assert parse(unparse(Search(meant)), TODAY).term == meant


def test_an_order_may_stand_anywhere():
    assert parse("a sort:oldest b", TODAY) == Search(And((word("a"), word("b"))), "oldest")
    assert parse("tri:ancien", TODAY) == Search(None, "oldest")
    assert parse("sort:-date", TODAY) == Search(None, "newest")
    either = Search(Or((word("a"), word("b"))), "oldest")
    assert parse(unparse(either), TODAY) == either


def days(first, last):
    return Dated(first and date.fromisoformat(first), last and date.fromisoformat(last))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2025", days("2025-01-01", "2025-12-31")),
        ("2024-02", days("2024-02-01", "2024-02-29")),
        ("2026-03-02", days("2026-03-02", "2026-03-02")),
        ("02/03/2026", days("2026-03-02", "2026-03-02")),
        ("2 mars 2026", days("2026-03-02", "2026-03-02")),
        ("1er mars 2026", days("2026-03-01", "2026-03-01")),
        ("march 2026", days("2026-03-01", "2026-03-31")),
        ("2026-01..2026-02", days("2026-01-01", "2026-02-28")),
        ("..2025", days(None, "2025-12-31")),
        ("2025..", days("2025-01-01", None)),
        (">2026-01-01", days("2026-01-02", None)),
        (">=2026-01-01", days("2026-01-01", None)),
        ("<2026", days(None, "2025-12-31")),
        ("today", days("2026-03-18", "2026-03-18")),
        ("hier", days("2026-03-17", "2026-03-17")),
        ("last week", days("2026-03-09", "2026-03-15")),
        ("la semaine dernière", days("2026-03-09", "2026-03-15")),
        ("cette semaine", days("2026-03-16", "2026-03-18")),
        ("ce mois-ci", days("2026-03-01", "2026-03-18")),
        ("last month", days("2026-02-01", "2026-02-28")),
        ("l’an dernier", days("2025-01-01", "2025-12-31")),
        ("depuis lundi", days("2026-03-16", None)),
        ("since monday", days("2026-03-16", None)),
        ("mercredi", days("2026-03-18", "2026-03-18")),
        ("last 7 days", days("2026-03-12", "2026-03-18")),
        ("3 derniers jours", days("2026-03-16", "2026-03-18")),
        ("avant 2026-03-02", days(None, "2026-03-01")),
    ],
)
def test_days(typed, meant):
    assert term(f'date:"{typed}"') == meant


NO_DATE = 'no date: try 2026-03, 2026-01..2026-03, ">2026-01-01", "last week" or "depuis lundi"'
WRONG = [
    ("(marée", "this parenthesis is never closed", 0, 1),
    ("marée)", "nothing opens this parenthesis", 5, 6),
    ("()", "nothing in these parentheses", 0, 2),
    ('a "marée', "this quotation mark is never closed", 2, 3),
    ("a » b", "a closing mark without an opening one", 2, 3),
    ("a OR", "nothing stands behind OR", 2, 4),
    ("OR a", "nothing stands in front of OR", 0, 2),
    ("a AND", "nothing stands behind AND", 2, 5),
    ("NOT", "nothing stands behind NOT", 0, 3),
    ("--a", "one negation is enough", 1, 2),
    ("persom:a", "no field is called persom; did you mean person:?", 0, 7),
    ("qqq:a", "no field is called qqq", 0, 4),
    ("person:", "person: wants a value right behind it", 0, 7),
    ("person: a", "person: wants a value right behind it", 0, 7),
    ("is:blue", "is: takes unread, read, starred, highlighted; not blue", 3, 7),
    ("has:links", "has: takes quotes, people, notes; not links", 4, 9),
    ("date:soon", NO_DATE, 5, 9),
    ("date:2026-13", NO_DATE, 5, 12),
    ("date:2026..2025", "these days end before they begin", 5, 15),
    ("sort:oldest sort:newest", "one order is enough, outside parentheses", 12, 17),
    ("a …", "no letters or digits in this", 2, 3),
    ("person:(by:a)", "a field inside person: is not understood", 8, 11),
    ("(" * 30 + "a", "more than 20 parentheses inside one another", 20, 21),
]  # fmt: skip


@pytest.mark.parametrize(("query", "message", "start", "end"), WRONG, ids=[w[0] for w in WRONG])
def test_what_is_wrong_is_told_with_its_place(query, message, start, end):
    with pytest.raises(QueryError) as told:
        term(query)
    assert (told.value.message, told.value.start, told.value.end) == (message, start, end)


def test_an_error_points_at_the_character():
    with pytest.raises(QueryError) as told:
        term("marée persom:x\t(")
    assert told.value.pointed().splitlines()[1:] == ["  marée persom:x (", "        ^^^^^^^"]


SIGNS = [
    "(",
    ")",
    '"',
    "«",
    "»",
    "-",
    "OR",
    "ET",
    "NOT",
    "person:",
    "date:",
    "is:",
    "read",
    "a",
    " ",
    "*",
]


@given(st.text(max_size=40) | st.lists(st.sampled_from(SIGNS), max_size=25).map("".join))
def test_every_text_is_a_query_or_an_error_inside_it(query):
    wrong = None
    try:
        search = parse(query, TODAY)
    except QueryError as error:
        wrong = error
    if wrong is not None:
        assert 0 <= wrong.start <= len(query)
        assert wrong.pointed().count("\n") == 2
        return
    assert parse(unparse(search), TODAY) == search
    assert meaning(search, "en")
    assert meaning(search, "fr")


WORDS = st.text(st.characters(exclude_characters='"'), min_size=1, max_size=9).map(
    lambda text: " ".join(text.split()).rstrip("*")
).filter(words)  # fmt: skip
FIELD_NAMES = st.sampled_from([field.name for field in FIELDS if field.kind == "words"])
LEAVES = (
    st.builds(Word, WORDS, st.booleans())
    | st.builds(Named, FIELD_NAMES, st.builds(Word, WORDS, st.booleans()))
    | st.builds(Flag, st.just("is"), st.sampled_from(["read", "unread"]))
    | st.builds(Dated, st.dates(), st.none())
)


@given(LEAVES)
def test_any_part_is_written_so_that_it_is_read_again(leaf):
    for meant in (leaf, Not(leaf), And((leaf, Not(leaf))), Or((leaf, And((leaf, leaf))))):
        assert parse(unparse(Search(meant)), TODAY).term == meant


BOTH = {
    "en": "articles naming “Morvan” and with words that begin with “dig” in a quote"
    " and not that is read",
    "fr": "articles où figure « Morvan » et avec des mots commençant par « dig » dans une citation"
    " et pas qui est lu",
}


@pytest.mark.parametrize(
    ("query", "english", "french"),
    [
        ("", "every article", "tous les articles"),
        ("marée", "articles with “marée”", "articles avec « marée »"),
        (
            "person:Morvan said:dig* -is:read",
            BOTH["en"],
            BOTH["fr"],
        ),
        (
            "date:2026-03 sort:oldest",
            "articles from 2026-03-01 to 2026-03-31, oldest first",
            "articles du 2026-03-01 au 2026-03-31, les plus anciens d'abord",
        ),
    ],
)
def test_what_a_query_meant_in_plain_words(query, english, french):
    search = parse(query, TODAY)
    assert (meaning(search, "en"), meaning(search, "fr")) == (english, french)


def known(field, typed):
    names = {"person": ["Léna Morvan", "Léo Renn"], "site": ["Le Quai"]}
    return [name for name in names.get(field, []) if name.lower().startswith(typed.lower())]


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("per", ["person:", "personne:"]),
        ("marée per", ["marée person:", "marée personne:"]),
        ("is:", ["is:unread", "is:read", "is:starred", "is:highlighted"]),
        ("is:un", ["is:unread"]),
        ("person:lé", ['person:"Léna Morvan"', 'person:"Léo Renn"']),
        ('a person:"léna m', ['a person:"Léna Morvan"']),
        ("nothing:x", []),
        ("", []),
    ],
)
def test_completion(typed, becomes):
    found = complete(typed, len(typed), known)
    assert [typed[: c.start] + c.text + typed[c.end :] for c in found] == becomes


def test_every_alias_is_of_one_field():
    assert len(BY_NAME) == sum(1 + len(field.aliases) for field in FIELDS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("har", "har*"),
        ("harbour ", "harbour"),
        ("marée n", "marée"),
        ("n", "n"),
        ('"marée noi', '"marée noi"*'),
        ("person:(morvan OR ren", "person:(morvan OR ren*)"),
        ("harbour lang:fr", "harbour lang:fr"),
        ('person:"Léna Mor', 'person:"Léna Mor"'),
        ("title:har", "title:har*"),
        ("is:unread", "is:unread"),
        ("date:2026-03", "date:2026-03"),
        ("person:mor", "person:mor"),
    ],
)
def test_an_unfinished_query_means_what_it_may_become(typed, meant):
    assert parse_unfinished(typed, TODAY) == parse(meant, TODAY)


def test_an_unfinished_query_that_cannot_be_mended_is_told_as_it_stands():
    with pytest.raises(QueryError, match="no field is called colour"):
        parse_unfinished("harbour colour:red", TODAY)


@pytest.mark.parametrize("query", ['«0"»', '"a » b ”"', '“a " b »”', 'person:«x" y»'])
def test_a_phrase_with_a_mark_in_it_is_written_in_others(query):
    search = parse(query, TODAY)
    assert parse(unparse(search), TODAY) == search
