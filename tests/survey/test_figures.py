"""How rows become figures: who counts, of whom, and what stays unknown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import checker
from checker.survey.figures import BARS, FIGURES, Tally, bar_of, figures_of, share
from checker.survey.row import Row, row_of, unread_row


def row(**facts: Any) -> Row:
    """A tender of which everything is known and nothing found."""
    return (
        unread_row("t", {}, "") | {"status": "read", "criterion": "not-found"} | dict.fromkeys(FIGURES, False) | facts
    )


def test_what_cannot_be_told_is_no_no() -> None:
    """A tender whose unread pages may hold the answer is left out of n and of N of that figure alone."""
    found = figures_of([row(measured=True), row(), row(measured=None)])
    assert (found["measured"]["n"], found["measured"]["of"]) == (1, 2)
    assert found["reported"]["of"] == 3


def test_tenders_that_could_not_be_read_are_counted_and_listed() -> None:
    """They are among the tenders, in the list with their reason and in the last bar, and in no share."""
    found = figures_of([row(), unread_row("locked", {"buyer_type": "nhs"}, "the file is locked")])
    assert (found["tenders"], found["unreadable"], found["measured"]["of"]) == (2, 1, 1)
    assert found["not_read"] == [{"name": "locked", "why": "the file is locked"}]
    assert found["weights"]["histogram"][-1] == {"label": "Could not be read", "n": 1}
    assert [(group["group"], group["unreadable"]) for group in found["by"]["buyer_type"]] == [
        ("nhs", 1),
        ("unknown", 0),
    ]


@pytest.mark.parametrize(
    ("criterion", "weight", "bar"),
    [
        ("not-found", None, "Not scored"),
        ("pass-fail", None, "Not scored"),
        ("denied", None, "Not scored"),
        ("found", None, "Not clear"),
        ("range", None, "Not clear"),
        ("cannot-tell", None, "Not clear"),
        ("found", 4.99, "Under 5%"),
        ("found", 5.0, "5% to under 10%"),
        ("found", 9.99, "5% to under 10%"),
        ("found", 10.0, "10%"),
        ("found", 10.5, "Over 10% to 15%"),
        ("found", 20.0, "Over 15% to 20%"),
        ("found", 20.1, "Over 20%"),
    ],
)
def test_each_tender_stands_in_one_bar(criterion: str, weight: float | None, bar: str) -> None:
    """The bounds of the bars belong to the bar that names them."""
    assert bar_of(row(criterion=criterion, weight=weight)) == bar


def test_no_tender_is_no_percentage() -> None:
    """A survey of nothing divides nothing by nothing: all is open."""
    assert share(0, 0) == {"n": 0, "of": 0, "percent": None, "low": 0.0, "high": 100.0}
    empty = Tally().figures()
    assert empty["weights"]["median"] is None
    assert [bar["n"] for bar in empty["weights"]["histogram"]] == [0] * len(BARS)


def test_the_figures_of_2014_stand_beside_and_say_that_they_differ() -> None:
    """Each of the four answers says that its question was a different one; "over 80%" stays as vague as it is."""
    answers = figures_of([])["survey_2014"]["answers"]
    assert [answer["said"] for answer in answers] == ["over 80%", "over 75%", "31%", "51%"]
    assert all(answer["different"].startswith("A different question") for answer in answers)
    assert {answer["beside"] for answer in answers} <= set(FIGURES)


def test_a_sample_becomes_the_row_that_its_scorecard_shows(samples: Path) -> None:
    """The row of the home care tender says what its scorecard says; facts that are given win."""
    result = checker.to_dict(checker.check([samples / "home-care"]))
    found = row_of("home-care", {"title": "Care", "buyer": "Somebody else", "date": "2025-01-31"}, result)
    assert (found["title"], found["buyer"], found["year"]) == ("Care", "Somebody else", 2025)
    assert (found["weight"], found["criterion"], found["buyer_type"]) == (10, "found", "council")
    assert all(found[name] is True for name in FIGURES)
    assert found["themes_stated"] >= found["themes_joined_up"] >= 1
    assert found["checks"]["B4"] == "met"
    assert list(found) == list(unread_row("", {}, ""))
    assert json.loads(json.dumps(found)) == found


def test_a_scan_counts_as_not_read(samples: Path) -> None:
    """A tender of which no page could be read is not a tender without social value."""
    result = checker.to_dict(checker.check([samples / "image-only-page"]))
    for file in result["files"]:
        file["unreadable_pages"] = [{"page": page + 1, "why": "it is a picture"} for page in range(file["pages"])]
    found = row_of("scan", {}, result)
    assert (found["status"], found["why"]) == ("unreadable", "it is a picture")
    assert all(found[name] is None for name in FIGURES)
