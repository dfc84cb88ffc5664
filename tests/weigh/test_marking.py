"""How social value answers are marked: scales, minimum scores, forms, rankings, tie-breaks, and what is at stake."""

from __future__ import annotations

import pytest

from checker.model import Limit, Question, Role, Weight
from checker.weigh.stakes import stakes_of

from .pages import Paper, asked, read


def tender() -> Paper:
    """Instructions with a whole table of award criteria."""
    return (
        Paper()
        .heading("Award criteria")
        .table(("Criterion", "Weight"), ("Price", "40%"), ("Quality", "50%"), ("Social value (question 3)", "10%"))
    )


def question(paper: Paper) -> Paper:
    """The social value question, added to a paper."""
    return paper.heading("Question 3 Social value", Role.QUESTION).text("What will you do for residents?")


def test_a_scale_in_a_table_has_levels_and_descriptors() -> None:
    """Scores, names and descriptors in three columns read back, the best level first."""
    paper = question(tender()).heading("Scoring", Role.AWARD).table(
        ("Score", "Rating", "Meaning"),
        ("0", "None", "No answer at all"),
        ("1", "Weak", "Few parts are answered"),
        ("3", "Good", "Most parts are answered well"),
        ("5", "Very good", "Every part is answered with proof"),
    )  # fmt: skip
    weighing = read(paper, findings=asked(paper, "What will"))
    (scale,) = weighing.scales
    assert [(level.score, level.name) for level in scale.levels] == [
        ("5", "Very good"), ("3", "Good"), ("1", "Weak"), ("0", "None"),
    ]  # fmt: skip
    assert scale.levels[0].descriptor == "Every part is answered with proof"
    assert scale.described
    assert weighing.questions[0].scale == scale
    assert weighing.social_value is not None
    assert weighing.social_value.percent == 10


def test_a_scale_in_lines_reads_back() -> None:
    """Lines such as "4 - Good: most parts are answered" are a scale too."""
    paper = tender().heading("Scoring")
    for line in ("4 – Excellent: every part", "3 – Good: most parts", "1 – Poor: few parts", "0 – Nil: no answer"):
        paper.text(line)
    (scale,) = read(paper).scales
    assert [(level.score, level.name, level.descriptor) for level in scale.levels][:2] == [
        ("4", "Excellent", "every part"), ("3", "Good", "most parts"),
    ]  # fmt: skip


def test_two_different_scales_leave_it_open_which_one_holds() -> None:
    """Where the files print two scales outside the question, neither is told to be its own."""
    paper = question(tender()).heading("Scoring")
    paper.table(("Score", "Meaning"), ("4", "Good answer"), ("2", "Fair answer"), ("0", "No answer"))
    paper.table(("Score", "Meaning"), ("10", "Good answer"), ("5", "Fair answer"), ("0", "No answer"))
    weighing = read(paper, findings=asked(paper, "What will"))
    assert len(weighing.scales) == 2
    assert weighing.questions[0].scale is None


def test_of_two_scales_the_one_for_social_value_holds() -> None:
    """A scale under a heading for social value is that of the question, though another has the same scores."""
    paper = question(tender()).heading("Scoring scale for quality questions")
    paper.table(("Score", "", "Meaning"), ("4", "Good", "safe care"), ("2", "Fair", "some care"), ("0", "Nil", "none"))
    paper.heading("Scoring scale for social value")
    paper.table(("Score", "", "Meaning"), ("4", "Good", "dated promises"), ("2", "Fair", "some"), ("0", "Nil", "none"))
    scale = read(paper, findings=asked(paper, "What will")).questions[0].scale
    assert scale is not None
    assert scale.levels[0].descriptor == "dated promises"


def test_numbered_lots_are_no_scale() -> None:
    """A table that numbers places is no scale of scores where nothing in it judges an answer."""
    paper = tender().heading("About this tender", Role.OTHER)
    paper.table(("Lot", "Area"), ("1", "Harbour and quay"), ("2", "Old town"), ("3", "Upper valley"))
    assert read(paper).scales == ()


def test_a_sentence_that_denies_a_minimum_sets_none() -> None:
    """ "There is no minimum score" is no minimum."""
    assert read(tender().text("There is no minimum score for social value.")).minimums == ()


def test_award_criteria_are_no_scale() -> None:
    """A table of weights is never taken for a scale of scores."""
    assert read(tender()).scales == ()


@pytest.mark.parametrize(
    ("text", "value", "unit", "effect", "inclusive"),
    [
        ("A score of 2 or below for the social value question may be rejected.", 2, "score", "may-be-rejected", True),
        ("Tenders scoring less than 40% for social value will be rejected.", 40, "percent", "rejected", False),
        ("Tenderers must score at least 3 out of 5 for social value.", 3, "score", "unsaid", False),
        ("A minimum score of 60% applies to social value. Tenders below it are excluded.", 60, "percent", "rejected",
         False),
        ("Social value answers must reach an acceptable score.", None, "score", "unsaid", False),
        ("Any answer that scores 1 or less for any question will be rejected.", 1, "score", "rejected", True),
        ("A pass mark of 50% applies to question 3.", 50, "percent", "unsaid", False),
        ("A mark of 0 for question 3 leads to exclusion.", 0, "score", "rejected", True),
    ],
)  # fmt: skip
def test_a_minimum_score_has_its_effect(
    text: str, value: float | None, unit: str, effect: str, inclusive: bool
) -> None:
    """Each way to set a minimum gives its number, its unit and what happens below it, and changes no weight."""
    weighing = read(tender().text(text))
    (minimum,) = weighing.minimums
    assert (minimum.value, minimum.unit, minimum.effect, minimum.inclusive) == (value, unit, effect, inclusive)
    assert weighing.social_value is not None
    assert (weighing.social_value.percent, weighing.conflicts) == (10, ())


def test_a_column_of_minimum_scores_is_read_beside_the_weights() -> None:
    """The minimum of the social value row is no weight, and the weight is no minimum."""
    paper = Paper().heading("Award criteria").table(
        ("Criterion", "Weight", "Minimum score"), ("Price", "40%", "-"), ("Quality", "50%", "2"),
        ("Social value", "10%", "3"),
    )  # fmt: skip
    weighing = read(paper)
    assert [m.value for m in weighing.minimums] == [3]
    assert weighing.social_value is not None
    assert weighing.social_value.percent == 10


@pytest.mark.parametrize("text", ["A score of 1 or below for question 2 fails.", "A minimum of 60% is set for safety."])
def test_minimums_of_others_are_left_out(text: str) -> None:
    """A minimum for another question or criterion is not one for social value."""
    assert read(tender().text(text)).minimums == ()


def test_a_form_that_is_named_is_looked_for_among_the_files() -> None:
    """The template is named and not given; the appendix is one of the files."""
    paper = question(tender()).text("Use the Benefit Plan Template and complete Appendix C.")
    other = Paper("Appendix C prices.pdf", file=2).heading("Prices", Role.PRICING)
    (one,) = read(paper, other, findings=asked(paper, "What will")).questions
    assert sorted((form.name, form.given) for form in one.forms) == [
        ("Appendix C", True), ("Benefit Plan Template", False),
    ]  # fmt: skip


def test_a_ranking_gives_the_place_of_social_value_and_no_number() -> None:
    """Criteria in descending order of importance are a ranking; ascending order is turned round."""
    down = read(
        Paper().heading("Award").text("The criteria, in descending order of importance: quality, price, social value.")
    )
    up = read(Paper().heading("Award").text("Criteria in ascending order of importance: price, social value, quality."))
    assert [(r.names, r.place) for r in down.rankings] == [(("quality", "price", "social value"), 3)]
    assert [(r.names, r.place) for r in up.rankings] == [(("quality", "social value", "price"), 2)]
    assert down.social_value is None


def test_a_tie_break_is_told_and_is_no_weight() -> None:
    """Social value that only separates equal tenders is told as that."""
    weighing = read(Paper().heading("Award").text("If totals are the same score, the higher social value score wins."))
    assert len(weighing.tie_breaks) == 1
    assert weighing.social_value is None


def test_what_is_at_stake() -> None:
    """Marks, words, marks for each hundred words, share of what is not price, and the number of asks."""
    paper = question(tender()).text("Set out (a) whom you will hire; (b) how you will train them. Maximum 400 words.")
    stakes = read(paper, findings=asked(paper, "What will")).stakes
    assert stakes is not None
    assert (stakes.marks, stakes.words, stakes.per_hundred_words, stakes.asks) == (10, 400, 2.5, 2)
    assert stakes.of_quality == pytest.approx(16.6667)


def test_nothing_is_worked_out_from_what_is_not_clear() -> None:
    """Two limits, or a weight whose base is not clear, leave the marks for each hundred words open."""
    clear = Weight("Social value", 10, effective=10)
    both = Question("Q3", "", (), limits=(Limit(500, "words"), Limit(750, "words")))
    one = Question("Q3", "", (), limits=(Limit(500, "words"),))
    two_limits, no_base = stakes_of(clear, (), [both]), stakes_of(Weight("Social value", 10), (), [one])
    assert two_limits is not None
    assert no_base is not None
    assert (two_limits.words, two_limits.per_hundred_words) == (None, None)
    assert (no_base.words, no_base.per_hundred_words, no_base.of_quality) == (500, None, None)
    assert stakes_of(None, (), []) is None
