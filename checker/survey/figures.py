"""The headline figures of a survey: counted row by row, so that any number of tenders needs little memory.

`Tally.figures()` is what survey.json holds and, with the rows, all that the portfolio page shows. Every share is
{n, of, percent, low, high}: n of the tenders that could be told, and the 95% interval. Tenders that could not be
read are in `unreadable`, `not_read` and the last bar of the histogram, and in no share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from checker.survey.asked import SURVEY_2014
from checker.survey.row import COLUMNS, JOINED_UP, Row
from checker.survey.wilson import wilson

FIGURES: Mapping[str, str] = {
    "priorities_stated": "at least one theme is named as a social value aim, priority or outcome",
    "social_value_scored": "social value carries marks, whether or not the weight is printed clearly",
    "guidance_given": "bidders are told what social value or a theme of it means, or how to answer",
    "measured": "at least one ask has a number, a unit, a period or a key indicator",
    "reported": "reporting or contract monitoring covers social value or one of its themes",
    "joined_up": "at least one theme is stated, asked, weighted, measured, reported and explained",
}
"""The headline shares, and what a tender must have to count."""

BARS = (
    "Not scored",
    "Not clear",
    "Under 5%",
    "5% to under 10%",
    "10%",
    "Over 10% to 15%",
    "Over 15% to 20%",
    "Over 20%",
    "Could not be read",
)
"""The bars of the histogram of weights; together they hold every tender."""
_UNSCORED = ("pass-fail", "tie-break-only", "denied", "not-found")
_UPPER = ((5.0, BARS[2]), (10.0, BARS[3]))
_UP_TO = ((10.0, BARS[4]), (15.0, BARS[5]), (20.0, BARS[6]))
UNKNOWN_YEAR = "unknown"


def share(n: int, of: int) -> dict[str, float | int | None]:
    """A count as {n, of, percent, low, high}, in percent to one decimal; nothing is a percentage of no tenders."""
    low, high = wilson(n, of)
    percent = round(100 * n / of, 1) if of else None
    return {"n": n, "of": of, "percent": percent, "low": round(low, 1), "high": round(high, 1)}


def bar_of(row: Row) -> str:
    """The bar of the histogram that a tender stands in, by its share of the whole score in percent."""
    weight = row["weight"]
    if row["status"] == "unreadable":
        return BARS[8]
    if row["criterion"] in _UNSCORED:
        return BARS[0]
    if weight is None:
        return BARS[1]
    under = next((bar for bound, bar in _UPPER if weight < bound), None)
    return under or next((bar for bound, bar in _UP_TO if weight <= bound), BARS[7])


@dataclass(slots=True)
class Group:
    """The counts of some tenders: all of them, those of one buyer type, or those of one year."""

    tenders: int = 0
    unreadable: int = 0
    yes: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    weights: list[float] = field(default_factory=list)
    scored: Counter[str] = field(default_factory=Counter)
    """Tenders that score each theme."""

    def add(self, row: Row) -> None:
        """Counts one tender."""
        self.tenders += 1
        if row["status"] == "unreadable":
            self.unreadable += 1
            return
        for figure in FIGURES:
            self.told[figure] += row[figure] is not None
            self.yes[figure] += bool(row[figure])
        if row["weight"] is not None and row["criterion"] not in _UNSCORED:
            self.weights.append(row["weight"])
        self.scored.update(priority["theme"] for priority in row["priorities"] if priority["weighted"])

    @property
    def read(self) -> int:
        """How many of the tenders could be read."""
        return self.tenders - self.unreadable

    def figures(self) -> dict[str, Any]:
        """The shares, and the median weight in percent of the whole score."""
        shares = {figure: share(self.yes[figure], self.told[figure]) for figure in FIGURES}
        at_least = sum(weight >= 10 for weight in self.weights)
        weights = {"n": len(self.weights), "median": _median(self.weights)}
        return {
            "tenders": self.tenders,
            "unreadable": self.unreadable,
            **shares,
            "weights": weights | {"at_least_10": share(at_least, len(self.weights))},
        }


class Tally:
    """All counts of a survey. `add` each row once, in any order; then `figures`."""

    def __init__(self) -> None:
        self._all = Group()
        self._bars: Counter[str] = Counter()
        self._patterns: Counter[str] = Counter()
        self._tenders_with: Counter[str] = Counter()
        self._columns: Counter[tuple[str, str]] = Counter()
        self._titles: dict[str, str] = {}
        self._by: dict[str, dict[str, Group]] = {"buyer_type": {}, "year": {}}
        self._not_read: list[dict[str, str]] = []
        self._days: list[str] = []

    def add(self, row: Row) -> None:
        """Counts one tender."""
        self._all.add(row)
        self._bars[bar_of(row)] += 1
        for kind, groups in self._by.items():
            groups.setdefault(str(row[kind] or UNKNOWN_YEAR), Group()).add(row)
        if row["status"] == "unreadable":
            self._not_read.append({"name": row["name"], "why": row["why"]})
        if row["date"]:
            self._days = [min([*self._days[:1], row["date"]]), max([*self._days[1:], row["date"]])]
        patterns = [priority["pattern"] for priority in row["priorities"]]
        self._patterns.update(patterns)
        self._tenders_with.update(set(patterns))
        for priority in row["priorities"]:
            self._titles[priority["theme"]] = priority["title"]
            held = [column for column in COLUMNS if priority[column]]
            held += ["joined_up"] if priority["pattern"] == JOINED_UP else []
            self._columns.update((priority["theme"], column) for column in ("named", *held))

    def figures(self) -> dict[str, Any]:
        """The headline figures as survey.json holds them, without what concerns the run itself."""
        whole = self._all.figures()
        bars = [{"label": bar, "n": self._bars[bar]} for bar in BARS]
        return whole | {
            "weights": whole["weights"] | {"histogram": bars},
            "patterns": self._pattern_shares(),
            "by": {
                "buyer_type": self._groups("buyer_type"),
                "year": self._groups("year"),
                "theme": [self._theme(theme) for theme in sorted(self._titles)],
            },
            "first_day": self._days[0] if self._days else None,
            "last_day": self._days[1] if self._days else None,
            "not_read": sorted(self._not_read, key=lambda entry: entry["name"]),
            "counted_as": dict(FIGURES),
            "survey_2014": SURVEY_2014,
        }

    def _pattern_shares(self) -> list[dict[str, Any]]:
        """Each way in which the chain breaks: themes, and tenders that have one; the most common first."""
        order = sorted(self._patterns, key=lambda name: (-self._patterns[name], name))
        return [
            {
                "pattern": name,
                "themes": self._patterns[name],
                "tenders": share(self._tenders_with[name], self._all.read),
            }
            for name in order
        ]

    def _groups(self, kind: str) -> list[dict[str, Any]]:
        groups = self._by[kind]
        return [
            {"group": name} | groups[name].figures() | {"themes_scored": self._scored(groups[name])}
            for name in sorted(groups)
        ]

    def _scored(self, group: Group) -> dict[str, dict[str, float | int | None]]:
        return {theme: share(group.scored[theme], group.read) for theme in sorted(self._titles)}

    def _theme(self, theme: str) -> dict[str, Any]:
        shares = {
            column: share(self._columns[theme, column], self._all.read) for column in ("named", *COLUMNS, "joined_up")
        }
        return {"theme": theme, "title": self._titles[theme]} | shares


def figures_of(rows: Iterable[Row]) -> dict[str, Any]:
    """The headline figures of some tenders."""
    tally = Tally()
    for row in rows:
        tally.add(row)
    return tally.figures()


def _median(weights: list[float]) -> float | None:
    return round(median(weights), 2) if weights else None
