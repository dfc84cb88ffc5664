"""The words of a comparison: its headline, its heads, and what each kind of change means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.report import labels
from checker.wording import counted, listed

HEADS: Mapping[str, tuple[str, str]] = {
    "new": ("New problems", "In the older draft these were met, did not apply, or could not be told."),
    "open": ("Still open", "These were problems before and still are."),
    "fixed": ("Fixed", "The newer draft has what these checks look for."),
    "gone": (
        "No longer apply",
        "What these concern is not in the newer draft. Taking a priority out is not the same as asking for it.",
    ),
    "unclear": ("Cannot be compared", "One of the two drafts does not hold what decides these."),
}
"""What became of a problem, in words, in the order of the page."""

ABOUT: Mapping[str, tuple[str, str]] = {
    "weights": ("Weights", "What carries marks, and how many."),
    "limits": ("Limits on length", "How long an answer may be."),
    "dates": ("Dates", "The days that bidders and the winner must keep."),
    "frameworks": ("Law and policy", "What the drafts cite, and whether it was in force when the tender began."),
    "procurement": ("About the procurement", "Facts that decide which law and policy apply."),
}
"""The kinds of facts that move."""

TAGS = labels.SEVERITIES


def headline(comparison: dict[str, Any]) -> str:
    """The comparison in a few words: "3 problems fixed, 1 new, 2 still open"."""
    counts = {state: len(entries) for state, entries in comparison["problems"].items()}
    if not any(counts[state] for state in ("new", "open", "fixed")):
        moved = len(comparison["moved"])
        return (
            f"No problems fixed or new; {counted(moved, 'fact')} moved" if moved else "Nothing that is checked changed"
        )
    return f"{counted(counts['fixed'], 'problem')} fixed, {counts['new']} new, {counts['open']} still open"


def lead(comparison: dict[str, Any]) -> str:
    """What else changed, in one or two sentences."""
    parts = []
    for about, (title, _) in ABOUT.items():
        many = sum(row["about"] == about for row in comparison["moved"])
        if many:
            parts.append(f"{title[:1].lower()}{title[1:]} ({many})")
    moved = f"Also different: {listed(parts)}." if parts else "No weight, limit, date or citation moved."
    must = comparison["counts"]["new"]["must"]
    return f"{counted(must, 'new problem')} must be fixed. {moved}" if must else moved
