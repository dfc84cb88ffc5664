"""Days and hours in words: 22 November 2026, 12 noon on Friday 15 January 2027."""

from __future__ import annotations

import re
from datetime import date

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DATED = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?\s*(.*)", re.DOTALL)
_NOON = re.compile(r"12[:.]00(?:\s?(?:hours|hrs|pm|noon))?", re.IGNORECASE)


def day(iso: str) -> str:
    """A day in words, 22 November 2026; text that is no day comes back as it is."""
    return _dated(iso, weekday=False)


def moment(value: str) -> str:
    """A deadline in words: 12 noon on Friday 15 January 2027."""
    return _dated(value, weekday=True)


def _dated(value: str, *, weekday: bool) -> str:
    found = _DATED.fullmatch(value)
    if found is None:
        return value
    year, month, of_month = int(found[1]), int(found[2]), found[3]
    clock = _NOON.sub("12 noon", found[4].strip())
    if not 1 <= month <= 12:
        return value
    if of_month is None:
        return f"{_MONTHS[month - 1]} {year}"
    try:
        exact = date(year, month, int(of_month))
    except ValueError:
        return value
    words = f"{exact.day} {_MONTHS[month - 1]} {year}"
    words = f"{_DAYS[exact.weekday()]} {words}" if weekday else words
    return f"{clock} on {words}" if clock else words
