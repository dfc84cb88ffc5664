"""The summary for the terminal is short, narrow and plain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.model import Scorecard
from checker.report import to_dict, to_text
from report import example


@pytest.mark.parametrize("make", [example.scorecard, example.nothing_found, example.unreadable])
def test_no_line_is_wider_than_80_columns(make: Callable[[], Scorecard]) -> None:
    """It fits a plain terminal."""
    assert max(map(len, to_text(to_dict(make())).splitlines())) < 80


def test_it_tells_both_sides_the_verdict_and_the_first_fixes() -> None:
    """Verdicts, weight, chain, score, what was not read, and the worst problems with their pages."""
    told = " ".join(to_text(to_dict(example.scorecard())).split())
    for words in (
        "Commissioner Not ready to publish yet 2 problems must be fixed first.",
        "Provider You can answer this, but ask 4 questions first",
        "Weight 10% of all marks, but the questions add up to 9%",
        "8 found: 7 stated > 5 scored > 3 measured > 3 reported > 1 with guidance",
        "22 of 36 points",
        "4 clarification questions. Last day for questions: 12 noon on Friday 15 January 2027.",
        "Spec page 17; Contract page 8",
        "1. must The social value questions add up to 9%, not 10% (B5: Criteria p 2, Criteria p 4 …)",
        "and 6 more in the report",
    ):
        assert words in told


def test_tender_text_cannot_drive_the_terminal() -> None:
    """Control characters of a title are spelt out."""
    card = example.scorecard()
    told = to_text(to_dict(replace(card, context=replace(card.context, title="Care \x1b[31m\x07\u202edne"))))
    assert "Care [U+001B][31m[U+0007][U+202E]dne" in told
    assert "\x1b" not in told
