"""How the tender evaluates social value: which ground decides."""

from __future__ import annotations

import pytest

from checker.model import Finding, Question, Weighing, Weight
from checker.score.status import status_of

from .making import case, file, finding, weighed, weight

DENIAL = finding("d", kind="denial")
PASS_FAIL = finding("p", kind="criterion", signal="pass-fail")
TIE_BREAK = finding("t", kind="criterion", signal="tie-break")
EVALUATION = finding("e", kind="criterion", signal="evaluation")
MENTION = finding("m", kind="social-value")
IN_AWARD = finding("a", kind="social-value", role="award")
OTHER_CRITERION = finding("c", kind="criterion", signal="weights", rule="criterion.table", role="award")
ASK = finding("q", kind="question", role="question")
ASK_ELSEWHERE = finding("qs", kind="question", role="selection")
SCALE = finding("s", kind="criterion", signal="scale", role="award")
ASK_IN_AWARD = finding("qa", kind="question", role="award")


@pytest.mark.parametrize(
    ("given", "findings", "expected"),
    [
        (weight(10.0), (), "found"),
        (weight(15.0, unit="marks", printed=15.0), (), "found"),
        (weight(None, kind="range", low=10.0, high=30.0), (), "range"),
        (weight(None, kind="placeholder"), (), "placeholder"),
        (weight(10.0), (DENIAL,), "found"),
        (weight(0.0), (DENIAL,), "denied"),
        (weight(10.0, kind="policy-reference"), (MENTION,), "not-found"),
        (weight(10.0, kind="example"), (MENTION,), "not-found"),
        (weight(10.0, kind="kpi"), (MENTION,), "not-found"),
        (weight(None, kind="placeholder"), (EVALUATION, PASS_FAIL), "placeholder"),
        (None, (PASS_FAIL, DENIAL), "pass-fail"),
        (None, (TIE_BREAK, DENIAL), "tie-break-only"),
        (None, (DENIAL, MENTION), "denied"),
        (None, (EVALUATION, DENIAL), "denied"),
        (None, (EVALUATION,), "found"),
        (None, (ASK_IN_AWARD, SCALE), "found"),
        (None, (ASK, SCALE), "found"),
        (None, (ASK_IN_AWARD,), "not-found"),
        (None, (ASK, MENTION), "not-found"),
        (None, (ASK_ELSEWHERE, SCALE), "not-found"),
        (None, (IN_AWARD,), "cannot-tell"),
        (None, (OTHER_CRITERION,), "not-found"),
        (None, (MENTION,), "not-found"),
        (None, (), "not-found"),
    ],
)
def test_the_first_ground_that_holds_decides(
    given: Weight | None, findings: tuple[Finding, ...], expected: str
) -> None:
    """A weight goes before a gate, a gate before a denial, a denial before bare words."""
    assert status_of(case(*findings, weighing=weighed(given))).value == expected


def test_a_weight_beside_an_example_counts() -> None:
    """A blank for the real number decides, whatever example stands beside it."""
    mentions = (weight(10.0, kind="example"), weight(None, kind="placeholder", evidence=("w2",)))
    status = status_of(case(weighing=Weighing(mentions=mentions)))
    assert (status.value, status.evidence) == ("placeholder", ("w2",))


def test_a_question_with_a_weight_is_scored() -> None:
    """Marks beside the question make it a criterion, wherever it stands."""
    asked = finding("q1", kind="question", signal="questions", role="question")
    weighing = Weighing(questions=(Question("SV1", "Describe", ("q1",), weight=weight(5.0)),))
    assert status_of(case(asked, weighing=weighing)).value == "found"


def test_findings_that_do_not_count_prove_nothing() -> None:
    """A sentence that was dropped neither denies nor scores."""
    dropped = finding("d", kind="denial", dropped_because="the text around it is not about social value")
    assert status_of(case(dropped, MENTION)).value == "not-found"


def test_an_unread_page_may_hold_the_criteria() -> None:
    """Without award criteria, a page that nobody could read leaves the answer open."""
    assert status_of(case(MENTION, documents=(file(unread=(3,)),))).value == "cannot-tell"


def test_an_unread_page_changes_nothing_when_the_criteria_were_read() -> None:
    """A scanned map does not undo a table of weights that was read."""
    weighing = Weighing(tree=(Weight("Price", 60.0), Weight("Quality", 40.0)))
    assert status_of(case(MENTION, weighing=weighing, documents=(file(unread=(3,)),))).value == "not-found"


def test_the_status_names_what_proves_it() -> None:
    """A denial points to the sentence that denies."""
    assert status_of(case(DENIAL)).evidence == ("d",)
    assert status_of(case(weighing=weighed(weight()))).evidence == ("w1",)
