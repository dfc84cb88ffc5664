"""The frameworks that a tender cites, and whether each was in force when the procurement commenced."""

from __future__ import annotations

from datetime import date

from checker.model import Citation, Framework
from checker.score.case import Case, sample
from checker.score.commencement import Window, in_time, window


def citations(case: Case, as_of: date) -> tuple[Citation, ...]:
    """One line for each framework cited, in the order of the rule book.

    Argument: `as_of` is the day of the check. It never chooses between a framework and its successor: that
    is decided by the day on which the procurement commenced, and is unknown without it.
    """
    when = window(case.context, case.rules)
    lines = []
    for framework in case.rules.frameworks:
        found = [f for f in case.live if f.kind == "framework" and f.theme == framework.id]
        if found:
            shortest = min((f.quote for f in found), key=len)
            lines.append(Citation(framework.id, shortest, _status(framework, case, when, as_of), sample(found)))
    return tuple(lines)


def _status(framework: Framework, case: Case, when: Window, as_of: date) -> str:
    begins, ends = framework.applies_from, framework.applies_until
    if begins is not None and when.last is not None and when.last < begins:
        return "not-yet"
    if ends is not None and when.after(ends):
        return "current" if stays_in_use(framework, case) else "superseded"
    if begins is None and ends is None:
        return "unknown"
    if in_time(framework, when):
        return "current"
    lasting = begins is not None and begins <= as_of and ends is None and not framework.superseded_by
    return "current" if lasting else "unknown"


def stays_in_use(framework: Framework, case: Case) -> bool:
    """Whether a framework that was replaced lives on for this buyer, or under the law of this procurement.

    The guidance of NHS England builds on the model of 2020, and so do call-offs under frameworks begun under
    the Regulations of 2015.
    """
    buyer, regime = case.context.buyer_type.value, case.context.regime.value
    kept = any(framework.id in one.keeps and buyer in one.buyers for one in case.rules.frameworks)
    next_one = next((one for one in case.rules.frameworks if one.id == framework.superseded_by), None)
    return kept or (next_one is not None and regime in next_one.regimes_not)
