"""Which clarification questions a bidder can send, once every other check has its result."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import CheckResult
from checker.score.fact import NONE, Fact
from checker.wording import counted, listed

TO_SEND = "questions-to-send"
"""The one fact that is known only after the other checks."""


def to_send(results: Sequence[CheckResult]) -> Fact:
    """How many clarification questions the results raise, and from which checks they come."""
    asking = [result for result in results if result.clarification_question]
    if not asking:
        return Fact(0.0, NONE)
    named = listed([result.check.id for result in asking])
    return Fact(float(len(asking)), f"{counted(len(asking), 'question')} ({named})")
