"""Waivers take a problem out of the verdict and change nothing else; the offer gives facts and no advice."""

from __future__ import annotations

from datetime import date

from checker.model import Answer, Deed, Offer, Waiver
from checker.score.checks import answer
from checker.score.facts import Facts
from checker.score.offer_facts import offer_facts
from checker.score.priorities import matrix
from checker.score.status import status_of
from checker.score.verdict import verdicts
from checker.score.waiving import waive

from .making import case, check, finding, weighed, weight

SCORED = case(finding("m", kind="social-value"), weighing=weighed(weight()))
DAY = date(2026, 11, 22)
LOUD = {"severity": {"commissioner": "blocker", "provider": "blocker"}, "clarification_question": "Which one?"}


def judged(*waivers: Waiver) -> tuple[list[str], list[int], tuple[str, ...]]:
    """Verdict results, points, and the must-fix checks, with one check that fails and one that is met."""
    status = status_of(SCORED)
    rows = matrix(SCORED, status)
    facts = Facts(SCORED, status, rows)
    checks = (check("X1", Answer("not-found"), **LOUD), check("X2", Answer("met"), **LOUD))
    results = waive(answer(checks, SCORED, facts), waivers, DAY)
    both = verdicts(results, rows, SCORED, facts)
    return [one.result for one in both], [done.got for done in results], both[0].must


def test_a_waived_problem_is_no_part_of_the_verdict() -> None:
    """Neither side is held up by it; the points stay as they were."""
    assert judged() == (["not-ready", "ask-first"], [0, 2], ("X1",))
    waiver = Waiver("X1", "So decided.", "Board", DAY)
    assert judged(waiver) == (["no-gaps", "answerable"], [0, 2], ())


def test_a_waiver_that_has_run_out_changes_nothing() -> None:
    """One day after its last day it is as if it had not been given."""
    assert judged(Waiver("X1", "So decided.", "Board", date(2026, 11, 21))) == judged()


def test_the_fit_of_an_offer() -> None:
    """With proof it is strong, without proof partly, otherwise none; one proof among several is enough."""
    offer = Offer("Us", {"skills": (Deed("a"), Deed("b", "a report")), "carbon": (Deed("c"),), "local-jobs": ()})
    assert [offer.fit(theme) for theme in ("skills", "carbon", "local-jobs", "wellbeing")] == [
        "strong",
        "partly",
        "none",
        "none",
    ]


def test_the_facts_of_an_offer_count_asked_themes_only() -> None:
    """A theme that nobody asks about counts for nothing; without an offer every number is nought."""
    tender = case(
        finding("a", theme="skills", columns=("asked",)),
        finding("b", theme="carbon", columns=("stated",)),
        weighing=weighed(weight()),
    )
    rows = matrix(tender, status_of(tender))
    offer = Offer("Us", {"skills": (Deed("a", "a report"),), "carbon": (Deed("b"),)})
    facts = offer_facts(offer, rows, {"skills": "Skills"})
    assert {name: fact.value for name, fact in facts.items()} == {
        "offer": "yes",
        "offer-strong": 1.0,
        "offer-partly": 0.0,
        "offer-none": 0.0,
    }
    assert facts["offer-strong"].words == "1 (Skills)"
    assert {fact.value for fact in offer_facts(None, rows, {}).values()} == {"no", 0.0}
