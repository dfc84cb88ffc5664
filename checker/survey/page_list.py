"""The list of all tenders on the portfolio page, in parts that a browser can leave undrawn until they are reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checker.survey.figures import BARS, bar_of
from checker.survey.page_groups import group_name
from checker.survey.row import Row
from checker.wording import figure

PART = 250
"""Tenders in one part of the list."""
_GUIDANCE = {True: "Yes", False: "Not found", None: "Cannot tell"}


@dataclass(frozen=True, slots=True)
class Line:
    """One tender as the list shows it, with what it is sorted and filtered by."""

    name: str
    title: str
    buyer: str
    href: str
    buyer_type: str
    kind: str
    """The id of its buyer type."""
    year: str
    named: str
    scored: str
    weight: str
    weight_value: str
    guidance: str
    broken: str
    must: int
    read: bool
    gap: bool
    """Whether it names priorities and does not score social value."""
    patterns: str
    """Numbers of the patterns of its priorities, with spaces between."""


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the list."""

    first: int
    last: int
    lines: Sequence[Line]


def line(row: Row, patterns: Sequence[str]) -> Line:
    """A row of the survey as the list shows it; `patterns` gives the numbers of the patterns."""
    read = row["status"] != "unreadable"
    bar = bar_of(row)
    weighed = bar not in (BARS[0], BARS[1], BARS[8])
    weight = f"{figure(row['weight'])}%" if weighed else "Not read" if not read else bar
    held = sorted({patterns.index(entry["pattern"]) for entry in row["priorities"] if entry["pattern"] in patterns})
    return Line(
        name=row["name"],
        title=row["title"] or row["name"],
        buyer=row["buyer"],
        href=row["scorecard"],
        buyer_type=group_name("buyer_type", row["buyer_type"]),
        kind=row["buyer_type"],
        year=str(row["year"] or ""),
        named=str(row["themes_stated"]) if read else "",
        scored=str(row["themes_weighted"]) if read else "",
        weight=weight,
        weight_value=f"{row['weight']:g}" if weighed else "",
        guidance=_GUIDANCE[row["guidance_given"]] if read else "Not read",
        broken=row["pattern"] or "No priority found" if read else "Could not be read",
        must=row["must"],
        read=read,
        gap=bool(row["priorities_stated"]) and row["social_value_scored"] is False,
        patterns=" ".join(map(str, held)),
    )


def told_apart(lines: Iterable[Line]) -> list[Line]:
    """The tenders as the page lists them, most must-fix problems first; those with one title by their names too."""
    order = sorted(lines, key=lambda one: (not one.read, -one.must, one.title, one.name))
    titles = Counter(one.title for one in order)
    return [replace(one, title=f"{one.title} ({one.name})") if titles[one.title] > 1 else one for one in order]


def blocks(lines: Sequence[Line]) -> list[Block]:
    """The list in parts."""
    return [
        Block(first + 1, min(first + PART, len(lines)), lines[first : first + PART])
        for first in range(0, len(lines), PART)
    ]
