"""When a procurement commenced, as far as the files tell: a day, or the days between which it must lie. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from checker.model import Context, Framework, Rulebook

_LAWS = {"pa23": "procurement-act-2023", "psr": "psr-2023"}
"""The framework that holds the first day of each law."""
_DEADLINES = ("clarification", "submission")
"""Days that come after the notice that begins a procurement."""


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day on which a procurement can have commenced; None where nothing is known."""

    first: date | None = None
    last: date | None = None

    @property
    def known(self) -> bool:
        """Whether the day itself is known."""
        return self.first is not None and self.first == self.last

    def within(self, begins: date | None, ends: date | None) -> bool | None:
        """Whether the procurement commenced between two days (both included); None when it cannot be told."""
        before = begins is not None and self.last is not None and self.last < begins
        after = ends is not None and self.first is not None and self.first > ends
        if before or after:
            return False
        late_enough = begins is None or (self.first is not None and self.first >= begins)
        early_enough = ends is None or (self.last is not None and self.last <= ends)
        return True if late_enough and early_enough else None

    def after(self, day: date) -> bool | None:
        """Whether the procurement commenced later than a day; None when it cannot be told."""
        return self.within(day + timedelta(days=1), None)


def window(context: Context, rules: Rulebook) -> Window:
    """When the procurement commenced: the day where it is known, else what the law and the deadlines leave open.

    A procurement under the Procurement Act 2023 cannot have commenced before that Act was in force, one under the
    Regulations of 2015 not after it, and none after its own deadlines.
    """
    commenced = day_of(context.commenced.value)
    if commenced is not None:
        return Window(commenced, commenced)
    starts = {law: _begins(rules, name) for law, name in _LAWS.items()}
    regime = context.regime.value or ""
    act = starts["pa23"]
    last = [day for one in context.dates if one.kind in _DEADLINES and (day := day_of(one.value)) is not None]
    if regime == "pcr2015" and act is not None:
        last = [*last, act - timedelta(days=1)]
    first, end = starts.get(regime), min(last, default=None) if regime == "pcr2015" else max(last, default=None)
    # Deadlines before the law began belong to something else.
    return Window(first, end if first is None or end is None or end >= first else None)


def day_of(text: str | None) -> date | None:
    """The ISO day at the start of a text, or None."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def in_time(framework: Framework, when: Window) -> bool | None:
    """Whether a framework was in force when the procurement commenced; None when it cannot be told."""
    return when.within(framework.applies_from, framework.applies_until)


def _begins(rules: Rulebook, name: str) -> date | None:
    return next((one.applies_from for one in rules.frameworks if one.id == name), None)
