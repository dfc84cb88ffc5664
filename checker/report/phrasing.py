"""Numbers, days and lists as the report writes them: 10%, 3 files, 12 noon on Friday 15 January 2027."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from checker.wording import figure

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DATED = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?\s*(.*)", re.DOTALL)


def amount(value: float | None, unit: str | None) -> str:
    """A weight with its unit: 10% or 15 marks; "not given" without a number."""
    if value is None:
        return "not given"
    if unit == "marks":
        return f"{figure(value)} {'mark' if value == 1 else 'marks'}"
    return f"{figure(value)}%"


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
    year, month, of_month, clock = int(found[1]), int(found[2]), found[3], found[4]
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
    return f"{clock.strip()} on {words}" if clock.strip() else words


def pounds(value: str | float) -> str:
    """A contract value: £12,400,000; text that is no number comes back as it is."""
    try:
        return f"£{figure(float(value))}"
    except (ValueError, OverflowError):
        return str(value)


def page_list(pages: Iterable[int]) -> str:
    """Page numbers in short: 3, 5 to 9, 12."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(_run(run) for run in runs)


def _run(run: list[int]) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}"
