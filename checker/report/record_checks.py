"""Check results, points and the disconnect matrix of a tender pack, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.model import CheckResult, Priority, Scorecard, Verdict
from checker.model.facts import COLUMNS

PANELS = {
    "stated": ("Stated", "Is it clear what matters?"),
    "arithmetic": ("Weighted", "Do the numbers work?"),
    "answerable": ("Answerable", "Can a bidder answer well?"),
    "deliverable": ("Deliverable", "Will it happen?"),
    "provider": ("For the bid", "What does it mean for a provider?"),
}
_UNCOUNTED = ("cannot-tell", "not-applicable")
_SIDES = ("commissioner", "provider")
AS_A_WHOLE = "Social value as a whole"


def checks(results: Sequence[CheckResult]) -> list[dict[str, Any]]:
    """Every check with its result, why, the proof, and what each side can do about it."""
    return [_check(done) for done in results]


def _check(done: CheckResult) -> dict[str, Any]:
    check = done.check
    got, of = points(done)
    return {
        "id": check.id,
        "title": check.title,
        "panel": check.panel,
        "question": check.question,
        "why": check.why,
        "result": done.result,
        "heading": check.heading.get(done.result, ""),
        "severity": _both(check.severity, "info"),
        "because": done.because,
        "evidence": list(done.evidence),
        "advice": _both(check.advice, ""),
        "effort": check.effort,
        "suggested_wording": done.suggested_wording,
        "clarification_question": done.clarification_question,
        "authority": [{"source": a.source, "basis": a.basis, "says": a.says} for a in check.authority],
        "points": {"got": got, "of": of},
        "waived": done.waived,
    }


def points(done: CheckResult) -> tuple[int, int]:
    """Points got and points possible: a check that cannot be told or does not concern the tender has none."""
    return (0, 0) if done.result in _UNCOUNTED else (done.got, done.of)


def score(results: Sequence[CheckResult]) -> dict[str, Any]:
    """Points by panel and in all. Each sum can be followed; no percentages and no grades."""
    panels = [_panel(panel, [r for r in results if r.check.panel == panel]) for panel in PANELS]
    used = [panel for panel in panels if panel["checks"]]
    return {"got": sum(p["got"] for p in used), "of": sum(p["of"] for p in used), "panels": used}


def _panel(panel: str, results: Sequence[CheckResult]) -> dict[str, Any]:
    title, question = PANELS[panel]
    return {
        "id": panel,
        "title": title,
        "question": question,
        "got": sum(points(done)[0] for done in results),
        "of": sum(points(done)[1] for done in results),
        "checks": [done.check.id for done in results],
    }


def priorities(rows: Sequence[Priority], titles: dict[str, str]) -> list[dict[str, Any]]:
    """The disconnect matrix: one row for each theme, with the state and the proof of each column."""
    return [
        {
            "theme": row.theme or None,
            "title": titles.get(row.theme, row.theme) if row.theme else AS_A_WHOLE,
            "strength": row.strength,
            "columns": {c: list(row.cells[c].evidence) if c in row.cells else [] for c in COLUMNS},
            "states": {c: row.cells[c].state if c in row.cells else "after" for c in COLUMNS},
            "pattern": row.pattern,
            "severity": row.severity,
            "advice": _both(row.advice, ""),
            "weight_label": row.weight_label,
        }
        for row in rows
    ]


def verdicts(given: Sequence[Verdict]) -> dict[str, Any]:
    """The answer for each side, with the ids of the checks behind it, worst first."""
    return {
        verdict.side: {
            "result": verdict.result,
            "headline": verdict.headline,
            "lead": verdict.lead,
            "must": list(verdict.must),
            "should": list(verdict.should),
            "could": list(verdict.could),
        }
        for verdict in sorted(given, key=lambda verdict: _SIDES.index(verdict.side))
    }


def frameworks(scorecard: Scorecard) -> list[dict[str, Any]]:
    """Law and policy that the files cite, and whether each was in force for this tender."""
    titles = {framework.id: framework.title for framework in scorecard.rules.frameworks}
    return [
        {
            "id": cited.id,
            "title": titles.get(cited.id, cited.id),
            "cited_as": cited.cited_as,
            "status": cited.status,
            "evidence": list(cited.evidence),
        }
        for cited in scorecard.frameworks
    ]


def law(scorecard: Scorecard) -> list[dict[str, Any]]:
    """Every framework that the rules know: for whom and for which days it is written, and on whose word."""
    return [
        {
            "id": framework.id,
            "title": framework.title,
            "about": framework.about,
            "buyers": list(framework.buyers),
            "jurisdictions": list(framework.jurisdictions),
            "from": framework.applies_from.isoformat() if framework.applies_from else None,
            "until": framework.applies_until.isoformat() if framework.applies_until else None,
            "basis": framework.basis,
            "source": framework.source,
            "checked_on": framework.checked_on.isoformat() if framework.checked_on else None,
        }
        for framework in scorecard.rules.frameworks
    ]


def _both(told: object, default: str) -> dict[str, str]:
    words = told if hasattr(told, "get") else {}
    return {side: str(words.get(side, default)) for side in _SIDES}
