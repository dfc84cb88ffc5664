"""The disconnect matrix: where each chain breaks, what it is called, and which row comes first."""

from __future__ import annotations

import pytest

from checker.model import FileRole, Finding, Question, Weighing
from checker.score.case import Case
from checker.score.patterns import WORST_FIRST, pattern_of
from checker.score.priorities import matrix
from checker.score.status import Status, status_of

from .making import case, file, finding, row_of_cells, states, theme, weighed, weight

ASKED = (theme("s", "skills", "stated"), theme("a", "skills", "asked", role="question"))
JOINED = (
    theme("j1", "local-jobs", "stated", "measured", "reported", "guidance"),
    theme("j2", "local-jobs", "asked", role="question"),
)


def scored(*findings: Finding, **changes: object) -> Case:
    """A tender in which social value carries 10% and the questions stand in question sections."""
    return case(*findings, weighing=weighed(weight(), **changes))


def test_stated_and_never_scored() -> None:
    """A priority that no question takes up breaks at once; what is missing later only follows."""
    (row,) = matrix(case(theme("a", "unpaid-carers", "stated")), Status("found"))
    assert states(row) == "fgaaaa"
    assert (row.pattern, row.severity) == ("Stated, never scored", "should")


def test_a_question_that_carries_marks_is_weighted() -> None:
    """A theme in a scored question has its own words and the weight's as proof."""
    (row,) = matrix(scored(theme("a", "skills", "asked", role="question")), Status("found"))
    assert row.cells["weighted"].evidence == ("a", "w1")
    assert row.weight_label == "Shares 10%"
    assert states(row) == "gffgag"


@pytest.mark.parametrize("status", ["denied", "not-found", "tie-break-only", "cannot-tell"])
def test_no_marks_where_social_value_is_not_scored(status: str) -> None:
    """A question that earns nothing is asked and not weighted."""
    tender = case(theme("s", "skills", "stated"), theme("a", "skills", "asked", role="question"))
    (row,) = matrix(tender, Status(status))
    assert states(row) == "ffgaag"
    assert row.pattern == "Stated, never scored"


def test_a_gate_counts_as_weight_and_says_so() -> None:
    """Pass or fail decides whether a bid stays in, and is labelled so."""
    (row,) = matrix(case(theme("a", "skills", "asked", role="question")), Status("pass-fail", ("p",)))
    assert row.cells["weighted"].evidence == ("a", "p")
    assert row.weight_label == "Pass or fail"


def test_a_duty_in_the_contract_carries_no_marks() -> None:
    """What the specification demands is asked for, but earns nothing in the evaluation."""
    (row,) = matrix(scored(theme("a", "skills", "asked", role="specification")), Status("found"))
    assert states(row) == "gfgaag"


def test_named_in_the_question_alone_is_not_stated() -> None:
    """A theme in the row of a scored question is asked for, whatever else its sentence looks like."""
    question = finding("q", kind="question", signal="questions", block="f1.1.1")
    named = theme("a", "carbon", "stated", block="f1.1.2")
    tender = case(
        question,
        named,
        weighing=Weighing(questions=(Question("SV2", "Set out", ("q",), weight=weight(3.0)),)),
        documents=(row_of_cells("itt.pdf", "SV2", "Carbon from travel"),),
    )
    (row,) = matrix(tender, Status("found"))
    assert row.cells["stated"].evidence == ()
    assert row.cells["asked"].evidence == ("a",)
    assert row.weight_label == "3%"


def test_two_themes_share_the_marks_of_one_question() -> None:
    """The label says that the marks are shared when a question is about more than one theme."""
    question = finding("q", kind="question", signal="questions", block="f1.1.1")
    asked = Question("SV1", "Describe", ("q",), weight=weight(4.0))
    both = [theme(name, name, "asked", block="f1.1.1", role="question") for name in ("skills", "local-jobs")]
    rows = matrix(case(question, *both, weighing=Weighing(questions=(asked,))), Status("found"))
    assert [row.weight_label for row in rows] == ["Shares 4%", "Shares 4%"]


def test_questions_without_a_weight_of_their_own_share_the_total() -> None:
    """Two questions that are given only the weight of social value as a whole share it."""
    findings = [finding(f"q{n}", kind="question", signal="questions", block=f"f1.2.{n}") for n in (1, 2)]
    questions = tuple(Question(f"SV{n}", "Describe", (f"q{n}",), weight=weight()) for n in (1, 2))
    themes = [theme("a", "skills", "asked", block="f1.2.1"), theme("b", "carbon", "asked", block="f1.2.2")]
    rows = matrix(case(*findings, *themes, weighing=weighed(weight(), questions=questions)), Status("found"))
    assert [row.weight_label for row in rows] == ["Shares 10%", "Shares 10%"]


def test_a_child_criterion_carries_its_own_weight() -> None:
    """Below the total for social value, the narrowest weight is the one that a theme carries."""
    child = weight(4.0, evidence=("w2",), is_social_value=False)
    tree = (weight(10.0, children=(child,)),)
    proof = finding("w2", kind="weight", block="f1.1.7")
    tender = case(proof, theme("a", "carbon", block="f1.1.7"), weighing=Weighing(tree=tree, social_value=tree[0]))
    (row,) = matrix(tender, status_of(tender))
    assert row.weight_label == "4%"
    assert states(row)[:3] == "gff"


def test_reporting_on_social_value_as_a_whole_covers_what_is_stated_or_asked() -> None:
    """A report on all commitments reports each theme, but not one that only has a measure."""
    whole = finding("r", kind="reporting", page=2)
    rows = matrix(case(theme("a", "skills", "stated"), theme("b", "carbon", "measured"), whole), Status("found"))
    by_theme = {row.theme: row for row in rows}
    assert by_theme["skills"].cells["reported"].evidence == ("r",)
    assert by_theme["carbon"].cells["reported"].state == "gap"


def test_reporting_that_names_a_theme_covers_that_theme_alone() -> None:
    """A report on carbon does not report apprentices."""
    report = finding("r", kind="reporting", block="f1.2.1", sentence_start=0)
    carbon = theme("b", "carbon", "stated", "reported", block="f1.2.1", sentence_start=0)
    rows = matrix(case(theme("a", "skills", "stated"), carbon, report), Status("found"))
    by_theme = {row.theme: row for row in rows}
    assert by_theme["carbon"].cells["reported"].evidence == ("b",)
    assert by_theme["skills"].cells["reported"].evidence == ()


@pytest.mark.parametrize(
    ("columns", "expected", "severity"),
    [
        ("stated", "Stated, never scored", "should"),
        ("asked weighted", "Scored, never defined", "should"),
        ("stated asked weighted", "Scored, not measured", "should"),
        ("stated asked weighted measured", "Measured, not reported", "should"),
        ("stated measured reported", "Measured, not scored", "could"),
        ("asked weighted measured reported", "Scored, never defined", "should"),
        ("asked weighted measured reported guidance", "Joined up", "none"),
        ("stated asked weighted measured reported", "Joined up, except guidance", "could"),
        ("stated asked weighted measured reported guidance", "Joined up", "none"),
    ],
)
def test_each_break_has_its_name(columns: str, expected: str, severity: str) -> None:
    """The pattern names the first break that matters."""
    every = ("stated", "asked", "weighted", "measured", "reported", "guidance")
    pattern = pattern_of({column: "found" if column in columns.split() else "gap" for column in every})
    assert (pattern.name, pattern.severity) == (expected, severity)


def test_both_sides_get_different_advice_for_every_pattern() -> None:
    """A commissioner mends the text; a provider works with it."""
    assert all(pattern.commissioner and pattern.provider for pattern in WORST_FIRST)
    assert all(pattern.commissioner != pattern.provider for pattern in WORST_FIRST)


def test_an_unread_page_turns_a_late_gap_into_cannot_tell() -> None:
    """A measure may stand on a contract page that is a picture."""
    documents = (file(), file("terms.pdf", FileRole.CONTRACT, unread=(2,)))
    tender = case(*ASKED, weighing=weighed(weight()), documents=documents)
    (row,) = matrix(tender, Status("found"))
    assert states(row) == "fffuug"
    assert row.pattern == "Scored, no guidance"


def test_an_unread_price_list_hides_no_measure() -> None:
    """Nobody sets social value measures in a price list."""
    documents = (file(), file("prices.pdf", FileRole.PRICING, unread=(1,)))
    tender = case(*ASKED, weighing=weighed(weight()), documents=documents)
    (row,) = matrix(tender, Status("found"))
    assert states(row) == "fffgag"


def test_unread_award_criteria_leave_the_question_open() -> None:
    """When the evaluation page is a picture, a stated priority is not called unscored."""
    tender = case(theme("a", "skills", "stated"), documents=(file(unread=(4,)),))
    (row,) = matrix(tender, status_of(tender))
    assert states(row)[:3] == "fuu"
    assert row.pattern == "Cannot tell"


def test_rows_run_from_worst_to_best_and_then_in_the_order_of_the_rules() -> None:
    """The reader meets the biggest breaks first."""
    rows = matrix(scored(*JOINED, theme("c", "carbon", "stated"), theme("s", "skills", "stated")), Status("found"))
    assert [row.theme for row in rows] == ["skills", "carbon", "local-jobs"]


def test_the_strongest_ask_counts() -> None:
    """A duty anywhere makes the row a duty."""
    tender = case(
        theme("a", "skills", "stated", strength="invited"), theme("b", "skills", "asked", strength="required")
    )
    (row,) = matrix(tender, Status("found"))
    assert row.strength == "required"


def test_a_priority_without_an_ask_of_its_own_shares_the_ask_for_social_value_as_a_whole() -> None:
    """A duty to deliver social value covers each stated priority, unless that has a softer ask of its own."""
    whole = finding("c", kind="contract", strength="required", page=2)
    invited = theme("b", "carbon", "stated", strength="invited")
    rows = matrix(case(theme("a", "skills", "stated"), invited, whole), Status("not-found"))
    assert {row.theme: row.strength for row in rows} == {"skills": "required", "carbon": "invited"}


def test_a_weight_is_no_measure() -> None:
    """The 10% beside a priority says what the answer is worth, not what must be delivered."""
    number = finding("m", kind="measure", block="f1.1.1", start=20, end=23)
    share = finding("w", kind="weight", rule="weight.this-tender", block="f1.1.1", start=18, end=23)
    carbon = theme("a", "carbon", "asked", "measured", block="f1.1.1", role="question")
    (row,) = matrix(case(carbon, number, share), Status("found"))
    assert row.cells["measured"].evidence == ()
    (row,) = matrix(case(carbon, number), Status("found"))
    assert row.cells["measured"].evidence == ("a",)


def test_a_share_of_a_kpi_is_a_measure() -> None:
    """A percentage that a performance table gives to social value measures delivery."""
    number = finding("m", kind="measure", block="f1.1.1", start=20, end=23)
    share = finding("w", kind="weight", rule="weight.kpi", block="f1.1.1", start=18, end=23)
    (row,) = matrix(case(theme("a", "carbon", "measured", block="f1.1.1"), number, share), Status("found"))
    assert row.cells["measured"].evidence == ("a",)


def test_a_mention_in_no_column_makes_no_row() -> None:
    """Statutory boilerplate and forms are in no column, so the theme is not a priority here."""
    assert (
        matrix(case(theme("a", "skills"), theme("b", "carbon", "stated", dropped_because="negated")), Status("found"))
        == ()
    )


def test_social_value_as_a_whole_stands_in_where_no_theme_is_named() -> None:
    """A text that only says "social value" still shows how strongly it asks and whether that is reported."""
    tender = case(
        finding("m", kind="social-value", strength="expected", columns=("measured",)),
        finding("r", kind="reporting", strength="required"),
    )
    (row,) = matrix(tender, Status("not-found"))
    assert (row.theme, row.strength, row.pattern) == ("", "required", "Stated, never scored")
    assert row.cells["measured"].evidence == ("m",)
    assert row.cells["reported"].evidence == ("r",)
    assert all(not row.cells[column].evidence for column in ("stated", "asked", "weighted", "guidance"))


def test_nothing_at_all_makes_no_rows() -> None:
    """A tender without social value has an empty matrix."""
    assert matrix(case(), Status("not-found")) == ()
