"""The same weight in several places and files: what agrees, what conflicts, what is only a part."""

from __future__ import annotations

from time import process_time

from checker.model import FileRole, Rulebook
from checker.weigh.places import sentences
from checker.weigh.words import Words

from .pages import Paper, read


def itt(*rows: tuple[str, str], name: str = "itt.pdf", file: int = 1, role: FileRole = FileRole.ITT) -> Paper:
    """A file with one table of award criteria."""
    return Paper(name, role, file).heading("Award criteria").table(("Criterion", "Weight"), *rows)


MAIN = (("Price", "40%"), ("Quality", "50%"), ("Social value", "10%"))


def test_two_files_with_two_numbers_conflict() -> None:
    """The instructions say 10%, the evaluation annex 15%: the first counts, the second is a conflict."""
    annex = (("Price", "40%"), ("MS1 Method", "45%"), ("MS2 Social value", "15%"))
    weighing = read(itt(*MAIN), itt(*annex, name="annex.pdf", file=2, role=FileRole.EVALUATION))
    assert weighing.social_value is not None
    assert weighing.social_value.percent == 10
    assert [w.percent for w in weighing.conflicts] == [15]


def test_the_same_number_again_is_no_conflict() -> None:
    """Repeating the weight in words, or in marks of 100, contradicts nothing."""
    paper = (
        itt(*MAIN).text("Social value carries 10% of the total score.").text("Social value is worth 10 marks of 100.")
    )
    assert read(paper).conflicts == ()


def test_a_policy_floor_is_no_conflict() -> None:
    """A floor that a policy note sets is told as a policy reference beside the tender's own weight."""
    weighing = read(itt(*MAIN).text("PPN 002 requires at least 5% of the score to be for social value."))
    assert weighing.conflicts == ()
    assert [m.kind for m in weighing.mentions] == ["this-tender", "policy-reference"]


def test_a_share_of_quality_that_comes_out_alike_is_no_conflict() -> None:
    """Six per cent of the whole and ten per cent of a quality weight of 60 are the same."""
    paper = itt(("Price", "40%"), ("Quality", "54%"), ("Social value", "6%"))
    table = (("Method", "90%"), ("Social value", "10%"))
    other = Paper("quality.pdf", FileRole.EVALUATION, 2).heading("Quality criteria")
    other.table(("Criterion", "% of quality"), *table)
    assert read(paper, other).conflicts == ()


def test_different_lots_do_not_conflict() -> None:
    """A weight for each lot is compared within its lot alone."""
    paper = Paper()
    for lot, share in (("Lot 1", 10), ("Lot 2", 20)):
        paper.heading(f"{lot} award criteria").table(
            ("Criterion", "Weight"), ("Price", "50%"), ("Quality", f"{50 - share}%"), ("Social value", f"{share}%")
        )
    weighing = read(paper)
    assert weighing.conflicts == ()
    assert {(w.lot, w.percent) for w in weighing.tree if w.is_social_value} == {("Lot 1", 10), ("Lot 2", 20)}


def test_question_weights_hang_below_the_criterion() -> None:
    """Two questions of 8% and 7% in another file are the parts of a weight of 15%."""
    paper = itt(("Price", "40%"), ("Technical", "45%"), ("Social value", "15%"))
    other = Paper("questions.pdf", FileRole.OTHER, 2)
    other.heading("Question 6: Social value, fair work (8%)").text("Set out your plan.")
    other.heading("Question 7: Social value, skills (7%)").text("Set out your plan.")
    weighing = read(paper, other)
    assert weighing.social_value is not None
    assert [child.percent for child in weighing.social_value.children] == [8, 7]
    assert weighing.conflicts == ()
    assert ("social-value", True) in [(s.of, s.ok) for s in weighing.sums]


def test_one_question_with_another_number_conflicts() -> None:
    """A single social value question of 15% contradicts a criterion of 10%."""
    other = Paper("questions.pdf", FileRole.OTHER, 2).heading("Question 4: Social value (15%)")
    assert [w.percent for w in read(itt(*MAIN), other).conflicts] == [15]


def test_sub_criteria_from_another_table_hang_below() -> None:
    """A second table that makes the weight of quality is put below quality."""
    paper = itt(("Price", "40%"), ("Quality", "60%"))
    paper.heading("Quality criteria").table(
        ("Question", "Weight"), ("Method", "30%"), ("Staffing", "20%"), ("Social value", "10%")
    )
    weighing = read(paper)
    assert weighing.social_value is not None
    assert weighing.social_value.effective == 10
    assert [len(top.children) for top in weighing.tree] == [0, 3]


def test_nothing_in_means_nothing_out() -> None:
    """A document without criteria gives no tree, no weight and no sum."""
    weighing = read(Paper().heading("About the service").text("The service runs on 5% fewer miles since 2024."))
    assert (weighing.tree, weighing.mentions, weighing.social_value, weighing.sums) == ((), (), None, ())


def test_a_rival_table_that_does_not_add_up_is_told() -> None:
    """An annex that makes 105 is a wrong sum of its own, beside the conflict that it causes."""
    annex = (("Price", "40%"), ("Quality", "50%"), ("Social value", "15%"))
    weighing = read(itt(*MAIN), itt(*annex, name="annex.pdf", file=2, role=FileRole.EVALUATION))
    assert [(s.total, s.ok) for s in weighing.sums] == [(100, True), (105, False)]
    assert [w.percent for w in weighing.conflicts] == [15]


def test_a_label_under_a_question_is_its_weight() -> None:
    """ "Weight 6%. Limit 300 words." under a social value question gives the question's weight and limit."""
    paper = itt(*MAIN)
    for name, share in (("SV1 Jobs", 6), ("SV2 Carbon", 4)):
        paper.heading(f"Social value question {name}").text(f"Weight {share}%. Limit 300 words.").text(
            "How will you help?"
        )
    weighing = read(paper)
    assert weighing.conflicts == ()
    assert weighing.social_value is not None
    assert [child.percent for child in weighing.social_value.children] == [6, 4]
    assert [limit.value for limit in weighing.limits] == [300]


def test_a_very_long_paragraph_is_read_in_good_time(rules: Rulebook) -> None:
    """Three thousand sentences pasted as one paragraph take a moment, not minutes: time grows with length alone."""
    text = "The weight of the social value question is worth ten of the marks. " * 3000
    began = process_time()
    assert len(sentences(text, Words(rules))) == 3000
    assert process_time() - began < 3
