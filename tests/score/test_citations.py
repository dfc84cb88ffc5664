"""Frameworks that are cited, judged by the day on which the procurement commenced."""

from __future__ import annotations

from datetime import date

import pytest

from checker.model import Context, Detected, Framework
from checker.score.citations import citations

from .making import case, finding, rulebook

OLD = Framework("old-model", "Old model", "", applies_from=date(2021, 1, 1), applies_until=date(2025, 2, 23))
NEW = Framework("new-model", "New model", "", applies_from=date(2025, 2, 24), applies_until=date(2026, 12, 31))
ACT = Framework("act", "Act", "", applies_from=date(2013, 1, 31))
COMING = Framework("coming", "Coming model", "", applies_from=date(2027, 1, 1))
GOALS = Framework("goals", "Goals", "")
TODAY = date(2026, 11, 22)


def cited(framework: Framework, commenced: str | None) -> str:
    """The status of one framework that a tender cites."""
    tender = case(
        finding("f", kind="framework", theme=framework.id, quote="the model"),
        context=Context(commenced=Detected(commenced, "high" if commenced else "none")),
        rules=rulebook(frameworks=(OLD, NEW, ACT, COMING, GOALS)),
    )
    (line,) = citations(tender, TODAY)
    assert (line.id, line.cited_as, line.evidence) == (framework.id, "the model", ("f",))
    return line.status


@pytest.mark.parametrize(
    ("framework", "commenced", "expected"),
    [
        (OLD, "2024-06-01", "current"),
        (OLD, "2026-03-01", "superseded"),
        (NEW, "2024-06-01", "not-yet"),
        (NEW, "2026-12-31", "current"),
        (NEW, "2027-01-01", "superseded"),
        (COMING, "2027-01-01", "current"),
        (ACT, "2020-01-01", "current"),
        (GOALS, "2026-03-01", "unknown"),
    ],
)
def test_the_day_of_the_procurement_decides(framework: Framework, commenced: str, expected: str) -> None:
    """A model is current or stale on the day the procurement commenced, whatever the day of the check."""
    assert cited(framework, commenced) == expected


@pytest.mark.parametrize(
    ("framework", "expected"), [(OLD, "unknown"), (NEW, "unknown"), (COMING, "unknown"), (ACT, "current")]
)
def test_without_that_day_only_lasting_law_is_called_current(framework: Framework, expected: str) -> None:
    """Today's date never chooses between a model and its successor."""
    assert cited(framework, None) == expected


def test_what_is_not_cited_is_not_listed() -> None:
    """A framework that no finding names has no line, and a dropped finding names none."""
    dropped = finding("f", kind="framework", theme="act", dropped_because="near-miss")
    assert citations(case(dropped, rules=rulebook(frameworks=(ACT,))), TODAY) == ()
