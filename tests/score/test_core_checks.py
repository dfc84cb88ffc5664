"""The checks that ship with svcheck say what they must, and never what they must not."""

from __future__ import annotations

import re

import pytest

from checker.model import Check, Rulebook
from checker.score.checks import PROBLEMS

_NEVER = re.compile(
    r"\b(non-)?complian(t|ce)\b|\billegal|\bunlawful|\be\.g\.|\bi\.e\.|&|\bplease\b|\b\w+n't\b|\bleverage",
    re.IGNORECASE,
)


def texts(check: Check) -> list[str]:
    """Every sentence of a check that a report may print."""
    wording = (check.title, check.question, check.why, check.suggested_wording, check.clarification_question)
    return [*wording, *check.say.values(), *check.heading.values(), *check.advice.values()]


def test_the_first_fifteen_checks_are_there_in_order(rules: Rulebook) -> None:
    """The panels Stated, Arithmetic, Answerable and Deliverable each have their checks."""
    ids = [check.id for check in rules.checks]
    first = ["A1", "A2", "A3", "A4", "B1", "B3", "B4", "B5", "B6", "C1", "C3", "C5", "C10", "D3", "D4"]
    assert [check_id for check_id in ids if check_id in first] == first


def test_absence_is_told_with_the_files_that_were_searched(rules: Rulebook) -> None:
    """Not found always names how many files and pages were given, and the pages that could not be read."""
    for check in rules.checks:
        if "not-found" in check.say:
            assert all(place in check.say["not-found"] for place in ("{files}", "{pages}", "{unread}")), check.id


def test_no_text_promises_or_condemns(rules: Rulebook) -> None:
    """Plain words only, and no verdict about the law."""
    for check in rules.checks:
        for text in texts(check):
            assert not _NEVER.search(text), (check.id, text)


def test_both_sides_get_advice_of_their_own(rules: Rulebook) -> None:
    """A commissioner is told what to write, a provider what to ask or how to plan."""
    for check in rules.checks:
        assert check.advice["commissioner"] != check.advice["provider"], check.id
        assert all(check.advice.values()), check.id


def test_a_blocker_rests_on_a_verified_source(rules: Rulebook) -> None:
    """Nothing second-hand or unverified decides that a tender is not ready."""
    for check in rules.checks:
        if "blocker" in check.severity.values():
            assert any(authority.basis == "V" for authority in check.authority), check.id


@pytest.mark.parametrize("field", ["heading", "clarification_question"])
def test_every_problem_has_a_name_and_a_question(rules: Rulebook, field: str) -> None:
    """What is listed as a problem can be named, and can be asked about."""
    for check in rules.checks:
        for result in {answer.result for answer in check.answers} & set(PROBLEMS):
            value = getattr(check, field)
            assert value.get(result) if field == "heading" else value, (check.id, result)


def test_a_clarification_question_shows_no_bid_plans(rules: Rulebook) -> None:
    """The answer goes to every bidder, so the question is neutral and ends as a question or with its proof."""
    for check in rules.checks:
        question = check.clarification_question
        assert "?" in question, check.id
        assert not re.search(r"\b(our (offer|bid|price|plan)|we (will|plan|intend))\b", question), check.id
