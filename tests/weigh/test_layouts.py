"""Tables laid out in other ways: sideways, lots in one cell, tiers, marks of a total, sums that fail."""

from __future__ import annotations

from typing import Any

import pytest

from .pages import Paper, read, shape

HEAD = ("Criterion", "Weight")
THREE = (("Price", "40%"), ("Quality", "50%"), ("Social value", "10%"))


def table(*rows: Any, header: int = 1) -> Paper:
    """A table of award criteria under its heading."""
    return Paper().heading("4 Award criteria").table(*rows, header=header)


@pytest.mark.parametrize(
    "cells",
    [
        ("40", "50", "10"),
        ("60 of 150", "75 of 150", "15 of 150"),
        ("60/150", "75/150", "15/150"),
        ("0.40", "0.50", "0.10"),
        ("Forty per cent", "Fifty per cent", "Ten per cent"),
        ("400 points", "500 points", "100 points"),
    ],
)
@pytest.mark.parametrize("head", ["Weighting", "% split", "Max marks", "Points available"])
def test_numbers_in_every_form_become_percent(cells: tuple[str, ...], head: str) -> None:
    """Marks of a total, decimals and words come out as the same three percentages."""
    weighing = read(table(("Area", head), *zip(("Commercial", "Technical", "Social value"), cells, strict=True)))
    assert shape(weighing.tree) == [("Commercial", 40), ("Technical", 50), ("Social value", 10)]
    assert weighing.social_value is not None
    assert weighing.social_value.effective == 10


def test_a_sideways_table_reads_back() -> None:
    """Criteria as heads with one row of weights are a table of criteria."""
    assert shape(read(table(("Price", "Quality", "Social value"), ("40%", "50%", "10%"))).tree) == [
        ("Price", 40), ("Quality", 50), ("Social value", 10),
    ]  # fmt: skip


def test_a_sideways_table_has_a_row_for_each_lot() -> None:
    """Rows named after lots give each lot its own criteria."""
    rows = (("Lot", "Price", "Quality", "Social value"), ("Lot 1", "40%", "50%", "10%"), ("Lot 2", "50%", "30%", "20%"))
    assert [(w.lot, w.percent) for w in read(table(*rows)).tree if w.is_social_value] == [("Lot 1", 10), ("Lot 2", 20)]


def test_scores_of_bidders_are_no_criteria() -> None:
    """Several rows that name no lot may be bidders, and give nothing."""
    rows = (("Bidder", "Price", "Quality", "Social value"), ("A", "40", "50", "10"), ("B", "30", "55", "15"))
    assert read(table(*rows)).social_value is None


@pytest.mark.parametrize("form", ["{a} (Lot 1) {b} (Lot 2)", "Lot 1: {a} Lot 2: {b}", "Lot 1 {a}; Lot 2 {b}"])
def test_two_lots_in_one_cell(form: str) -> None:
    """A cell may hold a number for each lot, the lot before it or behind it."""
    rows = [(name, form.format(a=a, b=b)) for name, a, b in (
        ("Price", "40%", "50%"), ("Quality", "50%", "30%"), ("Social value", "10%", "20%"),
    )]  # fmt: skip
    weighing = read(table(HEAD, *rows))
    assert [(w.lot, w.name, w.percent) for w in weighing.tree] == [
        ("Lot 1", "Price", 40), ("Lot 1", "Quality", 50), ("Lot 1", "Social value", 10),
        ("Lot 2", "Price", 50), ("Lot 2", "Quality", 30), ("Lot 2", "Social value", 20),
    ]  # fmt: skip
    assert all(done.ok for done in weighing.sums)


def test_lots_as_columns_need_no_word_of_weight() -> None:
    """ "Criterion | Lot 1 | Lot 2" is enough of a head."""
    rows = (("Criterion", "Lot 1", "Lot 2"), ("Price", "40%", "50%"), ("Quality", "50%", "30%"),
            ("Social value", "10%", "20%"))  # fmt: skip
    weighing = read(table(*rows, header=0))
    assert [(w.lot, w.percent) for w in weighing.tree if w.is_social_value] == [("Lot 1", 10), ("Lot 2", 20)]


def test_each_tier_has_its_name_and_its_weight() -> None:
    """Name, weight, sub-name, sub-weight side by side are a tree of two levels."""
    rows = (
        ("Tier 1", "Tier 1 weighting", "Tier 2", "Tier 2 weighting"),
        ("Price", "40%", None, None),
        ("Quality", "50%", "Method", "30%"),
        (None, None, "Staff", "20%"),
        ("Social value", "10%", "Jobs", "6%"),
        (None, None, "Carbon", "4%"),
    )
    assert shape(read(table(*rows)).tree) == [
        ("Price", 40), ("Quality", 50, [("Method", 30), ("Staff", 20)]),
        ("Social value", 10, [("Jobs", 6), ("Carbon", 4)]),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["", "- ", "Social value: "])
def test_parts_that_do_not_add_up_stay_below_their_parent(mark: str) -> None:
    """4, 3 and 2 under 10 stay parts of it, so that the sum is told to fail and the weight is still 10."""
    parts = [(f"{mark}{name}", share) for name, share in (("Jobs", "4%"), ("Skills", "3%"), ("Carbon", "2%"))]
    weighing = read(table(HEAD, *THREE, *parts))
    assert [w.percent for w in weighing.tree] == [40, 50, 10]
    assert weighing.social_value is not None
    assert weighing.social_value.percent == 10
    assert [child.percent for child in weighing.social_value.children] == [4, 3, 2]
    assert [(s.total, s.expected, s.ok) for s in weighing.sums] == [(100, 100, True), (9, 10, False)]


def test_parts_in_a_second_table_that_do_not_add_up() -> None:
    """So do the parts that a table under a social value heading prints."""
    paper = table(HEAD, *THREE).heading("Social value sub-criteria", level=2)
    paper.table(("Sub-criterion", "Weight"), ("Jobs", "4%"), ("Skills", "4%"), ("Carbon", "4%"))
    weighing = read(paper)
    assert [(s.terms, s.expected, s.ok) for s in weighing.sums if s.of == "social-value"] == [((4, 4, 4), 10, False)]
    assert weighing.conflicts == ()


def test_of_two_columns_the_share_of_the_whole_counts() -> None:
    """ "% of quality" beside "% of total": the weight is of the whole."""
    rows = (("Question", "% of quality", "% of total"), ("Method", "80", "48"), ("Social value", "20", "12"))
    social_value = read(table(*rows)).social_value
    assert social_value is not None
    assert (social_value.percent, social_value.base, social_value.effective) == (12, "overall", 12)


def test_names_that_hold_their_numbers() -> None:
    """A table without a weight column may print each share after its name."""
    rows = (("Criterion", "How it is scored"), ("Price (40%)", "Lowest price gets all marks"),
            ("Quality (50%)", "Four statements"), ("Social value (10%)", "One statement"))  # fmt: skip
    assert shape(read(table(*rows)).tree) == [("Price", 40), ("Quality", 50), ("Social value", 10)]


def test_a_quality_question_is_known_by_its_number_alone() -> None:
    """ "Quality Question 3" in the limits is the question that is headed Q3."""
    paper = table(("Criterion", "Weight"), ("Price", "40%"), ("Quality", "50%"), ("Social value (Q3)", "10%"))
    paper.heading("Q3 Social value").text("What will you do for residents, and who will lead the work on your side?")
    paper.heading("Length").text("Quality Question 3: no more than 450 words.")
    assert [limit.value for limit in read(paper).limits] == [450]
