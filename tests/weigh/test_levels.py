"""Rows without numbers stand below the row that carries them, where the table shows that this is its way."""

from __future__ import annotations

from checker.weigh.amount import Amount
from checker.weigh.levels import Shape, levels


def row(text: str, percent: float | None = None, *, closes: bool = False) -> Shape:
    """A row of a table whose rows all begin at the same edge."""
    amount = None if percent is None else Amount(0, 3, "fixed", "percent", value=percent)
    return Shape(0, "", text, 40.0, section=False, amount=amount, closes=closes)


def test_a_long_run_of_rows_without_numbers_is_a_group() -> None:
    """Only the groups carry numbers, so the one row below the second group belongs to it as well."""
    rows = [row("Method", 50), row("Plan"), row("Staff"), row("Risks"), row("Wider benefits", 10), row("Social value")]
    assert levels(rows) == [0, 1, 1, 1, 0, 1]


def test_a_total_ends_the_group_above_it() -> None:
    """What stands below a total is no part of the group before."""
    rows = [row("Method", 50), row("Plan"), row("Staff"), row("Risks"), row("Price", closes=True)]
    assert levels(rows) == [0, 1, 1, 1, 0]


def test_a_single_blank_is_a_blank() -> None:
    """Where every other row has its own number, a row without one was left blank and belongs to none."""
    assert levels([row("Price", 60), row("Quality", 30), row("Social value")]) == [0, 0, 0]
