"""The checks: the first line that fits, the points, the reason in words and the proof."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Answer, Check, CheckResult
from checker.model import Test as FactTest
from checker.model.facts import RESULTS
from checker.score.case import Case
from checker.score.checks import answer, holds
from checker.score.fact import Fact
from checker.score.facts import Facts
from checker.score.priorities import matrix
from checker.score.status import status_of

from .making import case, check, file, finding, line, weighed, weight

B1 = check(
    "B1",
    line("met", weight="this-tender", unit="percent|marks"),
    line("partly", weight="range"),
    line("not-found"),
    say={
        "met": "Social value carries {weight}.",
        "partly": "Only a range is given: {weight}.",
        "not-found": "Not found in the files given ({files}, {pages}). {unread}",
    },
    suggested_wording="Social value carries [10]%.",
    clarification_question="What is the weight, if not {weight}?",
)


def asked(one: Check, tender: Case) -> CheckResult:
    """The result of one check on one tender."""
    status = status_of(tender)
    (result,) = answer((one,), tender, Facts(tender, status, matrix(tender, status)))
    return result


def test_the_first_line_that_fits_wins() -> None:
    """A weight of this tender meets the check and gives full points, with the place as proof."""
    result = asked(B1, case(weighing=weighed(weight())))
    assert (result.result, result.got, result.of, result.evidence) == ("met", 2, 2, ("w1",))
    assert result.because == "Social value carries 10% of the overall score."
    assert (result.suggested_wording, result.clarification_question) == ("", "")


def test_partly_gives_half_the_points_and_the_words_to_mend_it() -> None:
    """A range is something, and there is wording and a question to go with it."""
    result = asked(B1, case(weighing=weighed(weight(None, kind="range", low=10.0, high=20.0))))
    assert (result.result, result.got, result.of) == ("partly", 1, 2)
    assert result.suggested_wording == "Social value carries [10]%."
    assert result.clarification_question == "What is the weight, if not 10% to 20% of the overall score?"


def test_absence_tells_where_the_tool_looked() -> None:
    """Not found is always not found in these files, with the pages that could not be read."""
    documents = (file(pages=3), file("terms.pdf", pages=9, unread=(7, 8)))
    result = asked(B1, case(documents=documents))
    assert result.because == "Not found in the files given (2 files, 12 pages). Not read: terms.pdf pages 7 and 8."
    assert (result.got, result.of, result.evidence) == (0, 2, ())


def test_a_check_that_does_not_apply_leaves_the_sum() -> None:
    """When its facts do not hold, a check counts on neither side of the sum."""
    one = check("C5", line("met"), applies_when=(FactTest("criterion", ("found",)),))
    result = asked(one, case())
    assert (result.result, result.got, result.of, result.evidence) == ("not-applicable", 0, 0, ())
    assert "does not apply" in result.because


def test_cannot_tell_leaves_the_sum() -> None:
    """What the files do not settle costs no points."""
    result = asked(check("B4", line("cannot-tell")), case())
    assert (result.got, result.of) == (0, 0)


def test_no_line_that_fits_is_cannot_tell() -> None:
    """A check whose lines leave a hole says that it does not know."""
    assert asked(check("X1", line("met", mentioned="yes")), case()).result == "cannot-tell"


def test_findings_of_every_fact_in_the_line_are_kept() -> None:
    """A line with two facts has both proofs."""
    one = check("X1", line("met", found__denial=(1, None), weight="this-tender"))
    result = asked(one, case(finding("d", kind="denial"), weighing=weighed(weight())))
    assert result.evidence == ("d", "w1")


def test_a_line_without_facts_points_to_what_the_check_is_about() -> None:
    """What is missing is shown at the place where it is missing."""
    one = check("C3", line("not-found"), applies_when=(FactTest("weight", ("this-tender",)),))
    assert asked(one, case(weighing=weighed(weight()))).evidence == ("w1",)


@pytest.mark.parametrize(
    ("test", "value", "expected"),
    [
        (FactTest("weight", ("range", "this-tender")), "range", True),
        (FactTest("weight", ("range",)), "none", False),
        (FactTest("limits", at_least=2), 2.0, True),
        (FactTest("limits", at_least=2), 1.0, False),
        (FactTest("limits", at_least=1, at_most=1), 2.0, False),
        (FactTest("limits", at_most=0), 0.0, True),
        (FactTest("limits", ("1",)), 1.0, True),
        (FactTest("value", at_least=0), "unknown", False),
        (FactTest("value", ("unknown",)), "unknown", True),
    ],
)
def test_when_a_fact_satisfies_a_test(test: FactTest, value: str | float, expected: bool) -> None:
    """Words are compared with the list, numbers with the bounds; the unknown lies within no bounds."""
    assert holds(test, Fact(value)) is expected


@given(st.lists(st.sampled_from(RESULTS), min_size=1, max_size=8))
def test_points_never_leave_their_bounds(results: list[str]) -> None:
    """Whatever the results, got lies between 0 and of, and of is 2 or, for a check left out, 0."""
    checks = [check(f"X{n}", Answer(result)) for n, result in enumerate(results)]
    tender = case()
    status = status_of(tender)
    for result in answer(checks, tender, Facts(tender, status, ())):
        assert 0 <= result.got <= result.of <= 2
        assert (result.of == 0) == (result.result in ("cannot-tell", "not-applicable"))
