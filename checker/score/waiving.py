"""Waivers: problems that somebody decided to let stand, for a reason and up to a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from checker.model import CheckResult, Waiver


def waive(results: Sequence[CheckResult], waivers: Sequence[Waiver], as_of: date) -> tuple[CheckResult, ...]:
    """The results, with those marked whose check has a waiver in force on the day of the check.

    A waived problem keeps its result, its proof and its points; it has no part in the verdict, and asks no
    question of the buyer. A waiver that has run out changes nothing.
    """
    waived = {waiver.check for waiver in waivers if waiver.until >= as_of}
    return tuple(
        replace(result, waived=True, clarification_question="") if result.check.id in waived else result
        for result in results
    )
