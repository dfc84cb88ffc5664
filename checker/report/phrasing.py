"""Numbers, days and lists as the report writes them: 10%, 3 files, 12 noon on Friday 15 January 2027."""

from __future__ import annotations

from collections.abc import Iterable

from checker.wording import day, figure, moment

__all__ = ["amount", "day", "moment", "page_list", "pounds"]


def amount(value: float | None, unit: str | None) -> str:
    """A weight with its unit: 10% or 15 marks; "not given" without a number."""
    if value is None:
        return "not given"
    if unit == "marks":
        return f"{figure(value)} {'mark' if value == 1 else 'marks'}"
    return f"{figure(value)}%"


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
