"""What a query comes to: the counts are those of a plain count, however they are made."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library.articles import article

from tui.library import Query, columns, facets, memory_library
from tui.library.query import parse

DAY = date(2026, 11, 26)


@pytest.fixture(params=["by SQL", "by flags", "by both"], autouse=True)
def way(request, monkeypatch):
    """Count in every way, whatever the number of articles."""
    monkeypatch.setattr(facets, "_FEW", 10**9 if request.param == "by SQL" else -1)
    monkeypatch.setattr(facets, "_ASKED", 1 if request.param == "by both" else 1_000)
    # The index of frequent figures leaves out those of a small library.
    monkeypatch.setattr(facets, "_FREQUENT", facets._ALL_FIGURES)  # noqa: SLF001


def _piece(number, cast, site, month, language):
    made = article(f"Piece {number} {'even' if number % 2 == 0 else 'odd'}", cast)
    return replace(
        made,
        url=f"https://example.org/{number}",
        site=site,
        published=month and f"{month}-0{1 + number % 9}",
        language=language,
    )


PIECES = [
    _piece(1, ["Ada Sund", "Bo Lind"], "Post", "2026-01", "en"),
    _piece(2, ["Ada Sund"], "Post", "2026-02", "fr"),
    _piece(3, [], "Soir", "2026-02", "fr"),
    _piece(4, ["Bo Lind", "Cy Holm"], None, None, None),
]


def _plain(found):
    return [(each.name, each.count) for each in found]


def test_the_whole_library_is_counted(library):
    library.add(PIECES)
    found = library.facets(Query(), 10)
    assert found.total == 4
    assert sorted(_plain(found.figures)) == [("Ada Sund", 2), ("Bo Lind", 2), ("Cy Holm", 1)]
    assert _plain(found.sites) == [("Post", 2), ("Soir", 1)]
    assert _plain(found.months) == [("2026-02", 2), ("2026-01", 1)]
    assert _plain(found.languages) == [("fr", 2), ("en", 1)]


def test_a_search_is_counted(library):
    library.add(PIECES)
    found = library.facets(Query(search=parse("even", DAY)), 10)
    assert found.total == 2
    assert sorted(_plain(found.figures)) == [("Ada Sund", 1), ("Bo Lind", 1), ("Cy Holm", 1)]
    assert _plain(found.sites) == [("Post", 1)]


def test_a_figure_and_what_is_added_later_are_counted(library):
    library.add(PIECES)
    (figure,) = library.called("Ada Sund")
    query = Query((figure.id,))
    assert _plain(library.facets(query, 10).figures) == [("Ada Sund", 2), ("Bo Lind", 1)]
    library.add([_piece(5, ["Ada Sund", "Cy Holm"], "Nova", "2026-03", "en")])
    assert ("Cy Holm", 1) in _plain(library.facets(query, 10).figures)
    library.add([_piece(5, ["Ada Sund"], "Nova", "2026-03", "en")])
    assert ("Cy Holm", 1) not in _plain(library.facets(query, 10).figures)


CASTS = st.lists(
    st.sets(st.sampled_from(["Ada Sund", "Bo Lind", "Cy Holm", "Dag Moen"])), max_size=12
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(CASTS, st.integers(1, 4))
def test_the_most_frequent_figures_are_those_of_a_plain_count(casts, most):
    library = memory_library()
    library.add(_piece(n, sorted(cast), "Post", "2026-01", "en") for n, cast in enumerate(casts))
    found = library.facets(Query(search=parse("even", DAY)), most)
    counts = Counter(name for cast in casts[::2] for name in cast)
    assert [each.count for each in found.figures] == sorted(counts.values(), reverse=True)[:most]
    assert all(counts[each.name] == each.count for each in found.figures)
    library.close()


DATES = (
    "1990-01-01T00:00:00+00:00",
    "2024-01-10T13:37:04+00:00",  # 2**30 seconds later
    "2026-01-31T23:30:00-05:00",
    "2026-02-01T00:30:00+09:00",
    "2026-02-01",
    "no date",
    None,
)
PAGES = st.lists(
    st.tuples(
        st.sampled_from(["Post", "Soir", "", None]),
        st.sampled_from(DATES),
        st.sampled_from(["fr", "en", None]),
    ),
    max_size=12,
)


@pytest.mark.parametrize("dense", [0, 2, 10**6])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pages=PAGES)
def test_sites_months_and_languages_are_those_of_a_plain_count(pages, dense, monkeypatch):
    monkeypatch.setattr(columns, "_DENSE", dense)
    monkeypatch.setattr(columns, "_PIECE", 3)
    library = memory_library()
    made = [
        replace(_piece(n, [], site, None, language), published=published)
        for n, (site, published, language) in enumerate(pages)
    ]
    library.add(made)
    for query, meant in ((Query(), made), (Query(search=parse("even", DAY)), made[::2])):
        found = library.facets(query, 10)
        assert found.total == len(meant)
        sites = Counter(each.site for each in meant if each.site)
        months = Counter(each.published[:7] for each in meant if (each.published or "n")[0] != "n")
        languages = Counter(each.language for each in meant if each.language)
        assert Counter(dict(_plain(found.sites))) == sites
        assert Counter(dict(_plain(found.months))) == months
        assert Counter(dict(_plain(found.languages))) == languages
    library.close()
