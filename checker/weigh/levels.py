"""How deep each row of a table of criteria stands, by numbering, bullets, indent, headings and arithmetic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.weigh.amount import FIXED, Amount
from checker.weigh.schemes import is_under

TOLERANCE = 0.1
"""How far a sum may be from 100, in percent points, before it is wrong."""
_INDENT = 6.0
_STYLE = 3
"""Rows without a number, one below the other, that show that a table leaves its sub-criteria without numbers."""
_MARK = re.compile(r"\s*(?P<mark>[•●▪○◦∙·*–]|[o§](?=\s)|[^\w\s«\"'(\[£<#]|-(?=\s))?")


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """How one criterion is printed: what tells its depth.

    `depth` is its column among the name columns; `left` its left edge in points; `section` whether it
    goes over the whole table as a heading does.
    """

    depth: int
    ref: str
    text: str
    left: float
    section: bool
    amount: Amount | None
    closes: bool = False
    """Whether a total just above it ends the group before."""


def levels(rows: Sequence[Shape], total: float | None = None) -> list[int]:
    """The depth of every row from 0, in the way that makes the top level come out at 100 if any does.

    Ways are tried in the order of how plainly they are printed: columns and headings inside the table,
    numbering, bullets, indent. Rows that fit none of them but only add up when nested are nested so.
    Arguments: `total` is the printed total (200 marks), where there is one.
    """
    whole = total or 100.0
    columns = _by_columns(rows)
    ways = [columns, _by_numbers(rows), _by_bullets(rows), _by_indent(rows)]
    nested = [way for way in ways if len(set(way)) > 1]
    flat = [0] * len(rows)
    printed = nested[0] if nested else flat
    for way in (*nested, flat):
        if _complete(rows, way, whole):
            return way
    if not nested:
        return _by_sums(rows, whole) or _by_leftover(rows, whole) or _by_gaps(rows) or flat
    return printed


def top_sum(rows: Sequence[Shape], depths: Sequence[int]) -> float | None:
    """What the top level makes, or None when a top-level row has no fixed number and no numbers below."""
    total = 0.0
    at = 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and depths[end] > depths[at]:
            end += 1
        value = _value(rows[at])
        if value is None:
            below = [top_sum(rows[at + 1 : end], depths[at + 1 : end])] if end > at + 1 else [None]
            value = below[0]
        if value is None:
            return None
        total += value
        at = end
    return total


def _value(row: Shape) -> float | None:
    amount = row.amount
    return amount.value if amount is not None and amount.kind == FIXED else None


def _complete(rows: Sequence[Shape], depths: Sequence[int], whole: float) -> bool:
    total = top_sum(rows, depths)
    return total is not None and abs(total - whole) <= TOLERANCE


def _by_columns(rows: Sequence[Shape]) -> list[int]:
    headed = any(row.section for row in rows)
    under = 0
    found: list[int] = []
    for row in rows:
        if row.section:
            under = 1
            found.append(0)
        else:
            under = 0 if row.closes else under
            found.append(row.depth + under if headed else row.depth)
    return found


def _by_numbers(rows: Sequence[Shape]) -> list[int]:
    stack: list[str] = []
    found: list[int] = []
    for row in rows:
        while stack and not is_under(row.ref, stack[-1]):
            stack.pop()
        found.append(len(stack))
        if row.ref:
            stack.append(row.ref)
    return found


def _by_bullets(rows: Sequence[Shape]) -> list[int]:
    # Each new kind of bullet is one level deeper than those seen before it.
    marks = [(_MARK.match(row.text) or [""])[0].strip() for row in rows]
    order = list(dict.fromkeys(marks))
    return [order.index(mark) for mark in marks]


def _by_indent(rows: Sequence[Shape]) -> list[int]:
    lefts = [row.left for row in rows]
    steps: list[float] = []
    for left in sorted(lefts):
        if not steps or left - steps[-1] > _INDENT:
            steps.append(left)
    if not lefts or lefts[0] - min(lefts) > _INDENT or len(steps) > 4:
        return [0] * len(rows)
    return [max(n for n, step in enumerate(steps) if left >= step - 0.01) for left in lefts]


def _by_sums(rows: Sequence[Shape], whole: float) -> list[int] | None:
    """Depths that make the top level the whole, where a row's followers add up to it or to 100; else None."""
    values = [_value(row) for row in rows]
    if any(value is None for value in values):
        return None
    numbers = [value for value in values if value is not None]
    if sum(numbers) <= whole + TOLERANCE:
        return None
    return _nested_from(numbers, 0, whole)


def _by_leftover(rows: Sequence[Shape], whole: float) -> list[int] | None:
    """Depths for sub-criteria that do not add up: the one run of rows without which the others make the whole.

    Each row of the run is smaller than the row above it and together they make about as much (4, 3 and 2
    under 10), so that the wrong sum is told where it stands. None when no run or more than one fits.
    """
    values = [_value(row) for row in rows]
    numbers = [value for value in values if value is not None]
    surplus = sum(numbers) - whole
    if len(numbers) < len(values) or surplus <= TOLERANCE:
        return None
    found: list[list[int]] = []
    for parent, number in enumerate(numbers):
        for end in range(parent + 3, len(numbers) + 1):
            run = numbers[parent + 1 : end]
            alike = 0.5 * number <= sum(run) <= 1.5 * number
            if abs(sum(run) - surplus) <= TOLERANCE and alike and max(run) < number:
                found.append([1 if parent < n < end else 0 for n in range(len(numbers))])
    return found[0] if len(found) == 1 else None


def _by_gaps(rows: Sequence[Shape]) -> list[int] | None:
    """Depths for a table in which only the groups carry numbers, as a long run of rows without one shows; else None."""
    if not rows or rows[0].amount is None:
        return None
    depths: list[int] = []
    run = longest = 0
    for row in rows:
        grouped = row.amount is None and not row.closes
        run = run + 1 if grouped else 0
        longest = max(longest, run)
        depths.append(1 if grouped else 0)
    return depths if longest >= _STYLE else None


def _nested_from(numbers: list[float], at: int, left: float) -> list[int] | None:
    if at == len(numbers):
        return [] if abs(left) <= TOLERANCE else None
    if left < -TOLERANCE:
        return None
    for end in _ends(numbers, at):
        rest = _nested_from(numbers, end, left - numbers[at])
        if rest is not None:
            return [0, *[1] * (end - at - 1), *rest]
    return None


def _ends(numbers: list[float], at: int) -> list[int]:
    """Where the part of a row may end: after followers that add up to it or to 100, or at once."""
    ends: list[int] = []
    total = 0.0
    for end in range(at + 1, len(numbers)):
        total += numbers[end]
        if end > at + 1 and (abs(total - numbers[at]) <= TOLERANCE or abs(total - 100) <= TOLERANCE):
            ends.append(end + 1)
    return [*ends, at + 1]
