"""The frameworks that a tender cites, and whether each was in force when the procurement commenced."""

from __future__ import annotations

from datetime import date

from checker.model import Citation, Framework
from checker.score.case import Case, sample


def citations(case: Case, as_of: date) -> tuple[Citation, ...]:
    """One line for each framework cited, in the order of the rule book.

    Argument: `as_of` is the day of the check. It never chooses between a framework and its successor: that
    is decided by the day on which the procurement commenced, and is unknown without it.
    """
    commenced = _day(case.context.commenced.value)
    lines = []
    for framework in case.rules.frameworks:
        found = [f for f in case.live if f.kind == "framework" and f.theme == framework.id]
        if found:
            shortest = min((f.quote for f in found), key=len)
            lines.append(Citation(framework.id, shortest, _status(framework, commenced, as_of), sample(found)))
    return tuple(lines)


def _status(framework: Framework, commenced: date | None, as_of: date) -> str:
    begins, ends = framework.applies_from, framework.applies_until
    if commenced is None:
        lasting = begins is not None and begins <= as_of and ends is None and not framework.superseded_by
        return "current" if lasting else "unknown"
    if begins is not None and commenced < begins:
        return "not-yet"
    if ends is not None and commenced > ends:
        return "superseded"
    if begins is None and ends is None:
        return "unknown"
    return "current"


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
