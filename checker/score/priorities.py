"""The disconnect matrix: for each theme, where the chain from first mention to report breaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.model import Cell, FileRole, Finding, Priority
from checker.model.facts import COLUMNS
from checker.score.case import Case, ids_of, sample
from checker.score.patterns import AS_A_WHOLE, NEVER_DEFINED, NEVER_SCORED, WORST_FIRST, Pattern, pattern_of
from checker.score.places import Places
from checker.score.status import CARRIES_MARKS, Status

_STRENGTHS = ("required", "expected", "invited")
_CHAIN = ("stated", "asked", "weighted", "measured", "reported")
_LATE = ("measured", "reported")
_ELSEWHERE = (FileRole.SELECTION, FileRole.PRICING, FileRole.NOTICE, FileRole.GUIDANCE)
"""Files in which measures and reports of delivery are not to be expected."""


def matrix(case: Case, status: Status) -> tuple[Priority, ...]:
    """The rows of the matrix, worst break first.

    A theme has a row when a finding that counts stands in a column of the chain; a theme that is only an
    example in the guidance is no priority. Where there is no such
    theme but social value is mentioned, one row with an empty theme stands for social value as a whole.
    Such a row, with nothing in its columns, also follows the themes when social value as a whole is asked
    for more strongly than any of them.
    """
    places = Places(case)
    rows = [row for theme in case.rules.themes if (row := _row(case, status, places, theme.id))]
    if not rows:
        return (_whole(case, status),) if case.signal("social-value") else ()
    order = {pattern.name: rank for rank, pattern in enumerate(WORST_FIRST)}
    return (*sorted(rows, key=lambda row: order[row.pattern]), *_stronger_as_a_whole(case, rows))


def _row(case: Case, status: Status, places: Places, theme: str) -> Priority | None:
    own = [finding for finding in case.themes if finding.theme == theme]
    columns = {column: [finding for finding in own if column in finding.columns] for column in COLUMNS}
    scored = [finding for finding in own if finding.id in places.scored]
    columns["asked"] = [finding for finding in own if "asked" in finding.columns or finding.id in places.scored]
    columns["measured"] = [finding for finding in own if case.is_measured(finding)]
    columns["stated"] = [finding for finding in columns["stated"] if finding.id not in places.inside]
    if not any(columns[column] for column in _CHAIN):
        return None
    evidence = {column: ids_of(findings) for column, findings in columns.items()}
    label = ""
    if scored and status.value in (*CARRIES_MARKS, "pass-fail"):
        proof, label = _marks(status, places, scored)
        evidence["weighted"] = tuple(dict.fromkeys((*ids_of(scored), *proof)))
    if evidence["stated"] or evidence["asked"]:
        evidence["reported"] = tuple(dict.fromkeys((*evidence["reported"], *_reported_as_a_whole(case))))
    states = _states(case, status, evidence)
    pattern = pattern_of(states)
    return _priority(theme, _strongest(own) or _strongest(case.as_a_whole) or "none", states, evidence, pattern, label)


def _whole(case: Case, status: Status) -> Priority:
    """The row for social value as a whole, where no theme is named."""
    asks = case.as_a_whole
    measured = [f for f in asks if case.is_measured(f) or (f.kind == "measure" and not case.is_weight(f))]
    reported = [f for f in asks if f.kind == "reporting" or "reported" in f.columns]
    evidence = dict.fromkeys(COLUMNS, ()) | {"measured": ids_of(measured), "reported": ids_of(reported)}
    states = _states(case, status, evidence)
    pattern = NEVER_DEFINED if status.value in CARRIES_MARKS else NEVER_SCORED
    return _priority("", _strongest(asks) or "none", states, evidence, pattern, "")


def _stronger_as_a_whole(case: Case, rows: list[Priority]) -> tuple[Priority, ...]:
    """A row that only tells the strength, when social value as a whole is asked for more strongly than any theme."""
    strength = _strongest(case.as_a_whole)
    stronger = _STRENGTHS[: _STRENGTHS.index(strength)] if strength else ()
    if not strength or any(row.strength in (*stronger, strength) for row in rows):
        return ()
    nothing: dict[str, tuple[str, ...]] = dict.fromkeys(COLUMNS, ())
    return (_priority("", strength, dict.fromkeys(COLUMNS, "after"), nothing, AS_A_WHOLE, ""),)


def _priority(
    theme: str,
    strength: str,
    states: Mapping[str, str],
    evidence: Mapping[str, tuple[str, ...]],
    pattern: Pattern,
    label: str,
) -> Priority:
    cells = {column: Cell(states[column], evidence[column]) for column in COLUMNS}
    return Priority(theme, strength, cells, pattern.name, pattern.severity, pattern.advice, label)


def _strongest(findings: Iterable[Finding]) -> str:
    """The strongest ask that any of the findings makes of the bidder; empty when none asks anything."""
    made = {finding.strength for finding in findings}
    return next((strength for strength in _STRENGTHS if strength in made), "")


def _marks(status: Status, places: Places, scored: list[Finding]) -> tuple[tuple[str, ...], str]:
    """What shows that a theme carries marks, and how many in words."""
    if status.value == "pass-fail":
        return status.evidence, "Pass or fail"
    return places.marks_of(scored)


def _reported_as_a_whole(case: Case) -> tuple[str, ...]:
    """Reporting that covers social value as a whole."""
    return sample(finding for finding in case.as_a_whole if finding.kind == "reporting")


def _states(case: Case, status: Status, evidence: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The state of each column: only the first missing link is a gap, what is missing after it follows.

    A gap that a page nobody could read may fill is unknown.
    """
    states: dict[str, str] = {}
    before = True
    for column in _CHAIN:
        found = bool(evidence[column])
        states[column] = "found" if found else "gap" if before else "after"
        if states[column] == "gap" and _hidden(case, status, column):
            states[column] = "unknown"
        before = found or states[column] == "unknown"
    states["guidance"] = "found" if evidence["guidance"] else "gap" if evidence["asked"] else "after"
    return states


def _hidden(case: Case, status: Status, column: str) -> bool:
    """Whether what is missing in a column may stand on a page that could not be read."""
    if column in _LATE:
        return any(document.role not in _ELSEWHERE for document, _ in case.unread)
    return column in ("asked", "weighted") and bool(case.unread) and status.value == "cannot-tell"
