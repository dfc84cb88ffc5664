"""The two verdicts: decided by the worst problem, honest about what could not be read."""

from __future__ import annotations

import pytest

from checker.model import Answer, Authority, Check, FileRole, Question, Verdict, Weighing, Weight
from checker.score.case import Case
from checker.score.checks import answer
from checker.score.facts import Facts
from checker.score.priorities import matrix
from checker.score.status import status_of
from checker.score.verdict import verdicts

from .making import case, check, file, finding, theme, weighed, weight

SCORED = case(finding("m", kind="social-value"), weighing=weighed(weight()))

ASKS = {"clarification_question": "Which one?"}


def told(tender: Case, *checks: Check) -> tuple[Verdict, Verdict]:
    """The commissioner's and the provider's verdict; without a check named, one that is met."""
    return judged(tender, *(checks or (with_result("met"),)))


def judged(tender: Case, *checks: Check) -> tuple[Verdict, Verdict]:
    """The two verdicts after these checks and no others."""
    status = status_of(tender)
    rows = matrix(tender, status)
    facts = Facts(tender, status, rows)
    commissioner, provider = verdicts(answer(checks, tender, facts), rows, tender, facts)
    return commissioner, provider


def with_result(result: str, check_id: str = "X1", severity: str = "blocker", **changes: object) -> Check:
    """A check that always gives one result."""
    changes.setdefault("severity", {"commissioner": severity, "provider": severity})
    return check(check_id, Answer(result), **changes)


@pytest.mark.parametrize(
    ("result", "severity", "commissioner", "provider"),
    [
        ("not-found", "blocker", "not-ready", "ask-first"),
        ("not-met", "blocker", "not-ready", "ask-first"),
        ("risk", "blocker", "not-ready", "ask-first"),
        ("partly", "blocker", "gaps", "ask-first"),
        ("not-found", "major", "gaps", "ask-first"),
        ("partly", "major", "no-gaps", "answerable"),
        ("not-found", "minor", "no-gaps", "answerable"),
        ("conflict", "minor", "not-ready", "ask-first"),
        ("conflict", "info", "no-gaps", "answerable"),
        ("not-found", "info", "no-gaps", "answerable"),
        ("met", "blocker", "no-gaps", "answerable"),
        ("cannot-tell", "blocker", "no-gaps", "answerable"),
        ("not-applicable", "blocker", "no-gaps", "answerable"),
    ],
)
def test_the_worst_problem_decides(result: str, severity: str, commissioner: str, provider: str) -> None:
    """Partly counts one step less, a conflict always blocks, and points decide nothing."""
    one, other = told(SCORED, with_result(result, severity=severity), with_result("met", "X2"))
    assert (one.result, other.result) == (commissioner, provider)


def test_a_priority_that_breaks_down_is_a_gap() -> None:
    """With every check met, a priority that is stated and never scored still keeps a tender from "no gaps"."""
    tender = case(theme("a", "skills", "stated"), theme("b", "carbon", "stated"), weighing=weighed(weight()))
    commissioner, provider = told(tender, with_result("met"))
    assert (commissioner.result, provider.result) == ("gaps", "answerable")
    assert commissioner.lead == (
        "Nothing must be fixed first. 2 priorities break down (Skills; Carbon) on the way from first mention to report."
    )
    both, _ = told(
        case(theme("a", "skills", "stated"), weighing=weighed(weight())), with_result("not-found", severity="major")
    )
    assert both.lead == (
        "Nothing must be fixed first. There is 1 thing you should fix. "
        "1 priority breaks down (Skills) on the way from first mention to report."
    )


def test_an_unverified_source_never_blocks() -> None:
    """A check that rests on second-hand or unverified sources alone is at most a should-fix."""
    for basis in ("V2", "M"):
        one, _ = told(SCORED, with_result("not-found", authority=(Authority("A blog", basis),)))
        assert (one.result, one.must, one.should) == ("gaps", (), ("X1",))


def test_a_conflict_with_the_law_keeps_the_severity_of_its_check() -> None:
    """A citation that is out of date disagrees with no other place of the tender, so it need not come first."""
    stale = with_result("conflict", severity="major", conflict_blocks=False)
    one, other = told(SCORED, stale)
    assert (one.must, one.should) == ((), ("X1",))
    assert (one.result, other.result) == ("gaps", "ask-first")


def test_the_sides_are_judged_apart() -> None:
    """What only informs a provider may still stop a commissioner."""
    one, other = told(
        SCORED, check("X1", Answer("not-found"), severity={"commissioner": "blocker", "provider": "info"})
    )
    assert (one.must, other.must) == (("X1",), ())


def test_conflicts_are_listed_before_gaps() -> None:
    """Places that disagree come first among the problems of one level."""
    one, _ = told(SCORED, with_result("not-found", "A1"), with_result("risk", "A3"), with_result("conflict", "B4"))
    assert one.must == ("B4", "A1", "A3")


def test_a_problem_that_follows_from_another_is_not_listed() -> None:
    """One missing criterion is one problem, not four; once it is there, its weight is the next."""
    follower = with_result("not-found", "B1", follows=("A2",))
    assert told(SCORED, with_result("not-found", "A2"), follower)[0].must == ("A2",)
    assert told(SCORED, with_result("met", "A2"), follower)[0].must == ("B1",)


def test_what_is_partly_there_leaves_the_next_problem_its_own() -> None:
    """A social value plan that is pass or fail earns no marks, and bidders still need to know the question."""
    follower = with_result("not-found", "C1", follows=("A2",))
    assert told(SCORED, with_result("partly", "A2"), follower)[0].must == ("C1",)


@pytest.mark.parametrize(
    ("efforts", "lead"),
    [
        (["small"], "1 problem must be fixed first. It is a small edit."),
        (["small", "small"], "2 problems must be fixed first. Both are small edits."),
        (["small"] * 3, "3 problems must be fixed first. All are small edits."),
        (["small", "medium"], "2 problems must be fixed first."),
    ],
)
def test_the_lead_says_how_much_work_it_is(efforts: list[str], lead: str) -> None:
    """A commissioner learns at once how many problems there are and whether they are small."""
    checks = [with_result("not-found", f"X{n}", effort=effort) for n, effort in enumerate(efforts)]
    assert told(SCORED, *checks)[0].lead == lead


@pytest.mark.parametrize(
    ("tender", "result", "lead"),
    [
        (
            case(weighing=weighed(weight(None, kind="placeholder"))),
            "answerable",
            "The weight of social value is left blank.",
        ),
        (
            case(weighing=weighed(weight(None, kind="range", low=10.0, high=20.0))),
            "answerable",
            "The files give only a range for the weight of social value: 10% to 20% of the overall score.",
        ),
        (
            case(weighing=weighed(weight(10.0, base="quality", effective=6.0))),
            "answerable",
            "Social value carries 10% of the quality score, 6% of the overall score.",
        ),
        (
            case(weighing=weighed(weight(), conflicts=(weight(15.0),))),
            "answerable",
            "The files give social value different weights: 10% and 15%.",
        ),
        (
            case(finding("e", kind="criterion", signal="evaluation")),
            "answerable",
            "Social value is scored, but no weight for it was found.",
        ),
        (
            case(finding("p", kind="criterion", signal="pass-fail")),
            "answerable",
            "Social value earns no marks, but a bid must pass it.",
        ),
        (case(finding("d", kind="denial")), "not-scored", "The files say that social value is not scored."),
        (
            case(finding("t", kind="criterion", signal="tie-break")),
            "not-scored",
            "Social value is used only to separate tied bids.",
        ),
        (
            case(finding("m", kind="social-value")),
            "not-scored",
            "Social value is named once on 1 page, but nothing found says that it earns marks.",
        ),
        (case(), "not-scored", "Social value was not found in the files given."),
    ],
)
def test_a_provider_learns_what_is_at_stake(tender: Case, result: str, lead: str) -> None:
    """The lead says what social value is worth, or why it is worth nothing."""
    _, provider = told(tender)
    assert (provider.result, provider.lead) == (result, lead)


def test_a_provider_is_told_how_many_questions_to_ask() -> None:
    """The headline counts the clarification questions that the report lists, the small ones too."""
    first, second = with_result("not-found", **ASKS), with_result("not-found", "X2", "minor", **ASKS)
    asked = (Question("SV1", "Describe it.", ("m",)),)
    tender = case(finding("m", kind="social-value"), weighing=weighed(weight(), questions=asked))
    assert told(tender, first, second)[1].headline == "You can answer this, but ask 2 questions first"
    assert told(tender, first)[1].headline == "You can answer this, but ask 1 question first"
    follower = with_result("not-found", "X2", follows=("X1",), **ASKS)
    assert told(tender, first, follower)[1].headline == "You can answer this, but ask 1 question first"


def test_without_a_question_nobody_is_told_that_it_can_be_answered() -> None:
    """A headline never says that a bidder can answer what the files do not ask."""
    headline = told(SCORED, with_result("not-found", **ASKS))[1].headline
    assert headline == "Scored, but no question to answer was found: ask 1 question first"


def test_no_award_criteria_is_cannot_tell() -> None:
    """A specification alone says nothing about how bids are scored."""
    tender = case(finding("m", kind="social-value"), documents=(file("spec.pdf", FileRole.SPECIFICATION),))
    for verdict in told(tender, with_result("not-found")):
        assert verdict.result == "cannot-tell"
        assert "No award criteria" in verdict.lead


def test_too_few_pages_is_cannot_tell() -> None:
    """When most pages are pictures, the tool does not judge the tender."""
    for verdict in told(case(documents=(file(pages=4, unread=(1, 2, 3)),))):
        assert (verdict.result, verdict.lead) == ("cannot-tell", "Only 1 of 4 pages could be read.")


def test_a_file_with_no_pages_is_cannot_tell() -> None:
    """A locked file gives no verdict."""
    assert told(case(documents=(file(pages=0),)))[0].result == "cannot-tell"


def test_an_unread_evaluation_page_is_cannot_tell() -> None:
    """When the criteria may stand on the picture, neither side gets a verdict."""
    tender = case(finding("m", kind="social-value"), documents=(file(unread=(4,)),))
    for verdict in told(tender):
        assert verdict.result == "cannot-tell"
        assert "1 page could not be read" in verdict.lead


def test_an_unread_page_elsewhere_does_not_stop_the_verdict() -> None:
    """With the criteria read, one scanned page is named and no more."""
    weighing = Weighing(tree=(Weight("Price", 60.0), Weight("Quality", 40.0)))
    tender = case(weighing=weighing, documents=(file(unread=(4,)),))
    assert told(tender)[0].result == "no-gaps"


def test_nothing_is_called_compliant() -> None:
    """A clean result promises no more than that these checks found no gap."""
    commissioner, _ = told(SCORED, with_result("met"))
    assert commissioner.headline == "No gaps found by these checks"
    assert "does not mean that the tender is lawful" in commissioner.lead


def test_without_any_check_in_force_nothing_is_said() -> None:
    """A day before the rules began leaves no check, and that is no clean bill of health."""
    for verdict in judged(SCORED):
        assert verdict.result == "cannot-tell"
        assert "in force" in verdict.lead
