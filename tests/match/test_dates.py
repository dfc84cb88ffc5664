"""Dates and times are read as tenders print them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.match.dates import find_days


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 noon on Friday 15 January 2027", "2027-01-15 12 noon"),
        ("5 June 2026, 12.00 noon", "2026-06-05 12.00 noon"),
        ("by 05/06/2026", "2026-06-05"),
        ("3rd September 2026 at 5pm", "2026-09-03 5pm"),
        ("17:00 hours on the 1st of March 2026", "2026-03-01 17:00 hours"),
        ("March 7, 2026", "2026-03-07"),
        ("2026-11-02", "2026-11-02"),
        ("Midday on 4 Sept. 2026", "2026-09-04 Midday"),
        ("return it by 9.4.26", "2026-04-09"),
        ("19 June 2026 (12:00)", "2026-06-19 12:00"),
    ],
)
def test_a_date_is_read_with_its_time(text: str, value: str) -> None:
    """The day comes out in ISO form, British order, with the time as it is printed."""
    assert [day.value for day in find_days(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2026",
        "12 June",
        "clause 4.2.1",
        "version 1.2.2026a",
        "10/2026",
        "ref 05/06/2026/A",
        "2.4.11 Service start date",
    ],
)
def test_what_is_no_date_stays_unread(text: str) -> None:
    """Impossible days, days without a year, clause numbers and references are left alone."""
    assert find_days(text) == ()


@settings(deadline=None)
@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_any_day_survives_both_ways_of_printing_it(day: date) -> None:
    """A day printed in words and in figures is read as that day."""
    texts = (f"{day:%d %B %Y}", f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}")
    assert all([found.day for found in find_days(text)] == [day] for text in texts)


@settings(deadline=None)
@given(st.text(alphabet="0123456789/.- junemaryapl,:", max_size=40))
def test_offsets_hold_the_day_and_its_time(text: str) -> None:
    """What is quoted for a date can be read again by itself, with the same result."""
    for found in find_days(text):
        assert find_days(text[found.start : found.end])[0].day == found.day
