import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parse.dates import iso_date
from tui.parse.machine_dates import feed_date

FORMS = (
    "{t:%a, %d %b %Y %H:%M:%S} {z}",
    "{t:%d %b %Y %H:%M:%S} {z}",
    "{t:%Y-%m-%dT%H:%M:%S}{z}",
    "{t:%Y-%m-%dT%H:%M:%S}.25{z}",
)
zones = st.sampled_from(
    ("+0100", "-0530", "+02:00", "Z", "GMT", "UTC", "-00:00", "+1500", "+0199", "EST")
)
moments = st.datetimes()


@given(st.sampled_from(FORMS), moments, zones)
def test_the_quick_reader_says_what_the_other_does(form, moment, zone):
    text = form.format(t=moment, z=zone)
    assert feed_date(text, None) == iso_date(text)


@pytest.mark.parametrize(
    "text",
    ["2025-02-30T10:00:00Z", "2025-13-01T10:00:00Z", "2025-01-01T24:00:00Z", "soon", "",
     "32 Jan 2025 10:00:00 GMT", "21 Jan 2025 10:60:00 +0100", "jeu., 23 janv. 2025 10:00:00 +0100",
     "21 janvier 2025"],
)  # fmt: skip
def test_what_no_program_would_write_is_read_as_people_write(text: str):
    assert feed_date(text, "fr") == iso_date(text, "fr")
