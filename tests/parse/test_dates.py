import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parse.article_rules import _DATE
from tui.parse.dates import iso_date

READ = {
    "2025-01-21": "2025-01-21",
    "2025-01-21T18:05:00+01:00": "2025-01-21T18:05:00+01:00",
    "2025-01-21T18:05:00.123Z": "2025-01-21T18:05:00+00:00",
    "2025-01-21T18:05+0100": "2025-01-21T18:05:00+01:00",
    "2025-01-21 18:05": "2025-01-21",
    "20250121T180500Z": "2025-01-21T18:05:00+00:00",
    "Tue, 21 Jan 2025 18:05:00 GMT": "2025-01-21T18:05:00+00:00",
    "21 Jan 25 18:05 EST": "2025-01-21T18:05:00-05:00",
    "mardi 21 janvier 2025 à 18h05": "2025-01-21",
    "mardi 21 janvier 2025 à 18 h 05 (CET)": "2025-01-21T18:05:00+01:00",
    "jeu., 23 janv. 2025 10:00:00 +0100": "2025-01-23T10:00:00+01:00",
    "Publié le 3 mars 2026": "2026-03-03",
    "Mis à jour le 5 mars 2026 à 10h, publié le 3 mars 2026": "2026-03-03",
    "1er août 2024": "2024-08-01",
    "Jan 21, 2025": "2025-01-21",
    "January 21st, 2025 at 6:05 PM EST": "2025-01-21T18:05:00-05:00",
    "21. Januar 2025, 18:05 Uhr": "2025-01-21",
    "21 de enero de 2025": "2025-01-21",
    "Tue Jan 21 18:05:00 UTC 2025": "2025-01-21T18:05:00+00:00",
    "21/01/2025": "2025-01-21",
    "01/21/2025": "2025-01-21",
    "2025-01-21T25:00:00Z": "2025-01-21",
}


@pytest.mark.parametrize(("text", "date"), READ.items())
def test_dates_as_pages_and_feeds_print_them(text: str, date: str):
    assert iso_date(text) == date


@pytest.mark.parametrize(
    "text",
    ["", "hier", "21 janvier", "mardi 18h05", "31 février 2025", "2025-13-01", "03/04/2025",
     "0001-01-01T00:00:00Z", "0000-00-00", "v1.2.2025.3", "12025-01-01"],
)  # fmt: skip
def test_nothing_is_guessed(text: str):
    assert iso_date(text) is None


def test_the_language_orders_day_and_month():
    assert iso_date("03/04/2025", "fr") == "2025-04-03"
    assert iso_date("03/04/2025", "tr") == "2025-04-03"
    assert iso_date("03/04/2025", "en") is None
    assert iso_date("03/04/2025", "ja") is None


def test_between_dots_the_day_comes_first_in_any_language():
    assert iso_date("03.04.2025") == iso_date("03.04.2025", "en") == "2025-04-03"


@given(st.text(st.sampled_from("0123456789-/:.TZ+ janmrsdéouh,")) | st.text())
def test_whatever_is_found_is_a_date_of_the_contract(text: str):
    found = iso_date(text, "fr")
    assert found is None or _DATE.fullmatch(found)
