"""The social value questions of a tender, and the limits on the length of their answers."""

from __future__ import annotations

import pytest

from checker.model import Role
from checker.weigh.codes import code_at_start, codes_in
from checker.weigh.words import Words

from .pages import RULES, Paper, asked, read

WORDS = Words(RULES)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Questions 6 and 7", ("q6", "q7")),
        ("Method statements 1 to 3", ("ms1", "ms2", "ms3")),
        ("Social value (method statement 7)", ("ms7",)),
        ("MS7 Social value", ("ms7",)),
        ("Questions T6 to T8", ("t6", "t7", "t8")),
        ("Attachment 2, questions 6 and 7", ("q6", "q7")),
        ("15% of the score, under PPN 06/20", ()),
    ],
)
def test_question_numbers_are_made_alike(text: str, codes: tuple[str, ...]) -> None:
    """However a question number is written, it is one code, and ranges are written out."""
    assert codes_in(text, WORDS) == codes


def test_a_clause_number_may_stand_before_the_question() -> None:
    """ "20.1 T6. Describe" begins question T6."""
    assert code_at_start("20.1 T6. Describe the steps.", WORDS) == ("t6",)
    assert code_at_start("Describe what T6 asks.", WORDS) == ()


def tender() -> Paper:
    """Instructions whose annex prints the social value question."""
    paper = Paper().heading("18 Award criteria")
    paper.table(
        ("Criterion", "Weight"), ("Price", "40%"), ("Quality (method statements 1 to 6)", "50%"),
        ("Social Value (method statement 7)", "10%"),
    )  # fmt: skip
    return paper


def test_two_limits_for_one_answer_are_both_given() -> None:
    """A limit in the instructions and another under the question are two limits; other questions' are none."""
    paper = tender().text("Answers to method statements 1 to 6 may have up to 1,000 words each.")
    paper.text("Method statement 7 must be no longer than 750 words.")
    paper.heading("MS7 Social value", Role.QUESTION).text("What will you do for residents?").text("Limit: 500 words.")
    weighing = read(paper, findings=asked(paper, "What will"))
    assert [(limit.value, limit.unit) for limit in weighing.limits] == [(750, "words"), (500, "words")]
    (question,) = weighing.questions
    assert question.number == "MS7"
    assert "What will you do for residents?" in question.text
    assert question.weight is not None
    assert question.weight.percent == 10


def test_a_limit_for_every_answer_counts_for_social_value() -> None:
    """ "Each method statement" takes in the one on social value."""
    paper = tender().text("Each method statement must not exceed two sides of A4.")
    assert [(limit.value, limit.unit) for limit in read(paper).limits] == [(2, "pages")]


def test_limits_of_other_questions_and_other_numbers_of_words_do_not_count() -> None:
    """A limit for method statement 2, and pictures that count as 100 words, limit nothing here."""
    paper = (
        tender().text("Method statement 2: maximum 900 words.").text("Pictures in an answer count as 100 words each.")
    )
    assert read(paper).limits == ()


def test_no_question_is_made_up() -> None:
    """A criterion without a question, or a question about something else, gives no social value question."""
    paper = tender().heading("MS2 Staffing", Role.QUESTION).text("Describe how you will staff the service.")
    assert read(paper, findings=asked(paper, "Describe how")).questions == ()


def test_each_question_has_its_own_weight() -> None:
    """Questions that answer sub-criteria have the weights of their sub-criteria."""
    paper = (
        Paper()
        .heading("Award criteria")
        .table(
            ("Ref", "Criterion", "Weight"),
            ("P1", "Price", "60%"),
            ("T1", "Technical", "30%"),
            ("S", "Social value", "10%"),
            ("S1", "Jobs", "6%"),
            ("S2", "Climate", "4%"),
        )
    )
    paper.heading("Questions", Role.QUESTION).text("S1. How will you create jobs? 400 words.").text(
        "S2. How will you cut carbon?"
    )
    weighing = read(paper)
    assert [(q.number, q.weight and q.weight.percent) for q in weighing.questions] == [("S1", 6), ("S2", 4)]
    assert [limit.value for limit in weighing.limits] == [400]


def test_limits_for_quality_answers_leave_social_value_alone() -> None:
    """Where social value stands beside quality, a limit for each quality answer is not its limit."""
    paper = tender().text("Each quality answer may be up to 800 words.")
    assert read(paper).limits == ()


def test_a_report_of_two_pages_is_no_limit() -> None:
    """The length of a report in the contract limits no answer."""
    paper = tender().text("The Provider reports on social value each year in a two-page report to the Council.")
    assert read(paper).limits == ()
