"""The scorecard as a whole: everything in it agrees, and the same facts give the same card."""

from __future__ import annotations

from datetime import date

from checker.model import Context, Rulebook, Scorecard, Weighing
from checker.score import number, score

from .making import THEMES, check, file, finding, line, rulebook, theme, weighed, weight

DAY = date(2026, 11, 22)


def card(book: Rulebook | None = None, weighing: Weighing | None = None, *, reverse: bool = False) -> Scorecard:
    """A tender with two priorities, a weight and a report."""
    findings = (
        finding("m", kind="social-value"),
        theme("a", "skills", "stated", "asked", role="question", page=2),
        theme("b", "carbon", "stated", page=2, dropped_because="negated"),
        finding("r", kind="reporting", page=3),
    )
    given = findings[::-1] if reverse else findings
    weighing = weighing or weighed(weight(), findings=(finding("w1", kind="weight", page=2, block="f1.2.9"),))
    found, weighed_up, context = number(given, weighing, Context())
    return score((file(),), book or rulebook(), found, weighed_up, context, DAY, "0.1")


def test_every_reference_in_a_scorecard_leads_to_a_finding() -> None:
    """No statement points to a place that the report does not show."""
    made = card(rulebook(check("B1", line("met", weight="this-tender"), line("not-found"))))
    known = {f.id for f in made.findings}
    used = [ref for result in made.checks for ref in result.evidence]
    used += [ref for row in made.priorities for cell in row.cells.values() for ref in cell.evidence]
    assert used
    assert set(used) <= known


def test_a_found_cell_has_evidence_and_no_other_cell_has() -> None:
    """The matrix never shows a tick without a place, or a gap with one."""
    for row in card().priorities:
        assert row.theme in THEMES
        assert all((cell.state == "found") == bool(cell.evidence) for cell in row.cells.values())


def test_dropped_findings_prove_nothing() -> None:
    """A priority that only a dropped sentence names has no row."""
    assert [row.theme for row in card().priorities] == ["skills"]


def test_the_same_facts_in_another_order_give_the_same_card() -> None:
    """The order in which the rooms hand over their findings changes nothing."""
    assert card() == card(reverse=True)


def test_the_card_carries_the_day_and_the_version() -> None:
    """What is printed on the card comes from outside, never from the clock."""
    made = card()
    assert (made.as_of, made.version, made.status, made.mentioned) == (DAY, "0.1", "found", True)
    assert [verdict.side for verdict in made.verdicts] == ["commissioner", "provider"]
