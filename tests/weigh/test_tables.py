"""Award criteria in tables: which tables they are, and what their rows say."""

from __future__ import annotations

import pytest

from checker.model import FileRole, Role

from .pages import Cell, Paper, read, shape


def plain() -> Paper:
    """A plain table of three criteria that makes 100."""
    return (
        Paper()
        .heading("4 Award criteria")
        .table(
            ("Criterion", "Weight"), ("Price", "45%"), ("Quality", "40%"), ("Social value", "15%"), ("Total", "100%")
        )
    )


def test_a_plain_table_reads_back() -> None:
    """A table of three criteria gives their names, numbers and shares of the whole, and no total row."""
    weighing = read(plain())
    assert shape(weighing.tree) == [("Price", 45), ("Quality", 40), ("Social value", 15)]
    assert weighing.social_value is not None
    assert (weighing.social_value.percent, weighing.social_value.effective) == (15, 15)
    assert [(s.total, s.ok) for s in weighing.sums] == [(100, True)]


def test_every_weight_points_at_its_number() -> None:
    """The first evidence of a weight is its number's cell, with a page and a box; the next is its name."""
    weighing = read(plain())
    assert weighing.social_value is not None
    by_id = {finding.id: finding for finding in weighing.findings}
    number, name = (by_id[ident] for ident in weighing.social_value.evidence)
    assert (number.quote, number.kind, number.rule, number.page) == ("15%", "weight", "weight.this-tender", 1)
    assert name.quote == "Social value"
    assert all(finding.boxes and finding.quote for finding in weighing.findings)


def test_numbered_rows_nest() -> None:
    """Rows numbered 2.1 and 2.2 hang below row 2."""
    paper = (
        Paper()
        .heading("Award criteria")
        .table(
            ("Ref", "Criterion", "Weighting"),
            ("1", "Price", "40%"),
            ("2", "Quality", "60%"),
            ("2.1", "Staffing", "35%"),
            ("2.2", "Safety", "15%"),
            ("2.3", "Social value", "10%"),
        )
    )
    weighing = read(paper)
    assert shape(weighing.tree) == [
        ("Price", 40),
        ("Quality", 60, [("Staffing", 35), ("Safety", 15), ("Social value", 10)]),
    ]
    assert weighing.social_value is not None
    assert (weighing.social_value.effective, weighing.social_value.base) == (10, "overall")


def test_children_of_100_are_shares_of_their_parent() -> None:
    """Social value at 20% of a quality envelope of 60% is 12% of the whole."""
    paper = (
        Paper()
        .heading("Award criteria")
        .table(
            ("Ref", "Criterion", "Weighting"),
            ("A", "Price", "40%"),
            ("B", "Quality", "60%"),
            ("B1", "Method", "80%"),
            ("B2", "Social value", "20%"),
        )
    )
    social_value = read(paper).social_value
    assert social_value is not None
    assert (social_value.percent, social_value.base, social_value.effective) == (20, "quality", 12)


def test_merged_cells_are_groups() -> None:
    """A criterion merged over three rows has the merged weight, and the rows are its sub-criteria."""
    paper = (
        Paper()
        .heading("Award criteria")
        .table(
            ("Criterion", "Question", "Subject", "Sub-weight", "Weight", "Limit"),
            (Cell("Quality", 2), "T1", "Standards", "20%", Cell("45%", 2), "1,000 words"),
            ("T2", "Mobilisation", "25%", "800 words"),
            (Cell("Social value", 2), "T3", "Jobs", "6%", Cell("10%", 2), "500 words"),
            ("T4", "Carbon", "4%", "500 words"),
            ("Price", "C1", "Price of the basket", "45%", "45%", "Workbook"),
        )
    )
    weighing = read(paper)
    assert shape(weighing.tree) == [
        ("Quality", 45, [("Standards", 20), ("Mobilisation", 25)]),
        ("Social value", 10, [("Jobs", 6), ("Carbon", 4)]),
        ("Price", 45),
    ]
    assert [(s.label, s.of, s.ok) for s in weighing.sums] == [
        ("Award criteria", "top-level", True),
        ("Quality", "other", True),
        ("Social value", "social-value", True),
    ]
    assert [(limit.value, len(limit.evidence)) for limit in weighing.limits] == [(500, 2)]


def test_wrong_sums_are_told() -> None:
    """Criteria that make 105 and sub-criteria that miss their parent are sums that do not come out."""
    paper = (
        Paper()
        .heading("Award criteria")
        .table(
            ("Ref", "Criterion", "Weight"),
            ("1", "Price", "40%"),
            ("2", "Quality", "50%"),
            ("3", "Social value", "15%"),
            ("3.1", "Jobs", "4%"),
            ("3.2", "Skills", "4%"),
            ("3.3", "Carbon", "4%"),
        )
    )
    assert [(s.of, s.total, s.expected, s.ok) for s in read(paper).sums] == [
        ("top-level", 105, 100, False),
        ("social-value", 12, 15, False),
    ]


def test_lots_side_by_side() -> None:
    """Two weight columns headed with lots give each lot its own criteria."""
    paper = (
        Paper()
        .heading("Award criteria")
        .table(
            ("Criterion", "Lot 1 weighting", "Lot 2 weighting"),
            ("Price", "50%", "40%"),
            ("Quality", "40%", "45%"),
            ("Social value", "10%", "15%"),
        )
    )
    weighing = read(paper)
    assert [(w.lot, w.name, w.percent) for w in weighing.tree if w.is_social_value] == [
        ("Lot 1", "Social value", 10),
        ("Lot 2", "Social value", 15),
    ]
    assert weighing.conflicts == ()


def test_lots_one_below_the_other() -> None:
    """Rows that name a lot begin the criteria of that lot."""
    paper = (
        Paper()
        .heading("Award criteria")
        .table(
            ("Criterion", "Weight"),
            (Cell("Lot 1: North", cols=2),),
            ("Price", "60%"),
            ("Quality", "40%"),
            (Cell("Lot 2: South", cols=2),),
            ("Price", "50%"),
            ("Quality", "30%"),
            ("Social value", "20%"),
        )
    )
    weighing = read(paper)
    assert [(w.lot, w.name, w.percent) for w in weighing.tree] == [
        ("Lot 1", "Price", 60),
        ("Lot 1", "Quality", 40),
        ("Lot 2", "Price", 50),
        ("Lot 2", "Quality", 30),
        ("Lot 2", "Social value", 20),
    ]


def test_marks_become_percent() -> None:
    """A table in marks is turned into percent of its total."""
    paper = (
        Paper()
        .heading("Award criteria")
        .table(
            ("Criterion", "Maximum marks"),
            ("Price", "80"),
            ("Quality", "100"),
            ("Social value", "20"),
            ("Total", "200"),
        )
    )
    social_value = read(paper).social_value
    assert social_value is not None
    assert (social_value.printed, social_value.percent, social_value.effective) == (20, 10, 10)


@pytest.mark.parametrize(("total", "numbers"), [(1, ("0.45", "0.40", "0.15")), (1000, ("450", "400", "150"))])
def test_fractions_and_schemes_of_a_thousand(total: int, numbers: tuple[str, ...]) -> None:
    """Weights that make 1, or 1,000 points, are read as percent of their total."""
    names = ("Price", "Quality", "Social value")
    rows = [*zip(names, numbers, strict=True), ("Total", f"{total:,}")]
    head = ("Criterion", "Weighting" if total == 1 else "Points available")
    assert [w.percent for w in read(Paper().heading("Award criteria").table(head, *rows)).tree] == [45, 40, 15]


def test_a_range_is_a_range() -> None:
    """A table of permitted ranges gives no weight of this tender."""
    paper = (
        Paper()
        .heading("Order award criteria")
        .table(
            ("Criteria", "Relative weighting"),
            ("Quality including factors such as: ● Method ● Skills ● Social value", "In the range of 0 - 70%"),
            ("● Social value", "In the range 10 – 30%"),
            ("Price ● Whole life cost", "20-80%"),
        )
    )
    weighing = read(paper)
    assert weighing.social_value is None
    assert [(m.kind, m.low, m.high, m.percent) for m in weighing.mentions] == [("range", 10, 30, None)]


def test_a_bullet_inside_a_criterion_has_no_weight() -> None:
    """Social value as one of many things that quality may take in is not given quality's range."""
    paper = (
        Paper()
        .heading("Award criteria")
        .table(
            ("", "Criteria", "Weighting"),
            (
                "A",
                "Quality which may consist of the following: ● Method ● Social Value",
                "[10% to 90%] as the Buyer decides",
            ),
            ("F", "Price ● Costs", "[10% to 90%] as the Buyer decides"),
        )
    )
    assert read(paper).mentions == ()


def test_an_example_matrix_is_an_example() -> None:
    """Numbers under "the table below is an example" are examples, also for the one row under a group."""
    paper = (
        Paper(role=FileRole.GUIDANCE)
        .heading("Annex 3 Scoring matrix")
        .text("The table below is an example of weightings, which you can adapt.")
        .table(
            ("", "Weighting", "Score"),
            (Cell("Quality stage 1 0-60%", cols=3),),
            ("Method", None, None),
            ("Environment", None, None),
            (Cell("12% Quality stage 2", cols=3),),
            ("Social Value", None, None),
            ("Quality total:", None, None),
            ("Price - % Whole life cost", None, None),
            ("Quality and price total", "100%", None),
        )
    )
    weighing = read(paper)
    assert weighing.social_value is None
    assert [(m.name, m.kind, m.percent) for m in weighing.mentions] == [("Social Value", "example", 12)]


def test_a_merge_field_is_a_blank() -> None:
    """A question table whose weight is a merge field gives a blank and no number."""
    paper = (
        Paper()
        .heading("Social value criteria")
        .table(("#", "Question", "Weighting %"), ("1", "«insert_SV_Question»", "«insert_SV_Question_Wei ght»"))
    )
    weighing = read(paper)
    assert weighing.social_value is None


def test_two_questions_about_social_value_are_one_criterion() -> None:
    """Two social value rows side by side make one weight with two parts."""
    paper = (
        Paper()
        .heading("Award criteria")
        .table(
            ("Criterion", "Weight"),
            ("Price", "50%"),
            ("Quality", "35%"),
            ("Social value: jobs", "9%"),
            ("Social value: climate", "6%"),
        )
    )
    social_value = read(paper).social_value
    assert social_value is not None
    assert (social_value.percent, social_value.effective) == (15, 15)
    assert [child.percent for child in social_value.children] == [9, 6]


def test_a_row_that_says_all_again_is_a_total() -> None:
    """ "All quality questions 50%" below 30% and 20% is their sum and no third criterion."""
    paper = Paper().heading("Award criteria")
    paper.table(("Criterion", "Weight"), ("Price", "40%"), ("Quality", "50%"), ("Social value", "10%"))
    paper.heading("Quality questions").table(
        ("Question", "Weight"), ("Method", "30%"), ("Staffing", "20%"), ("All quality questions", "50%")
    )
    assert shape(read(paper).tree)[1] == ("Quality", 50, [("Method", 30), ("Staffing", 20)])


def test_a_form_of_labels_and_values_is_one_question() -> None:
    """A box with rows for question, weighting and word limit gives the weight and the limit."""
    paper = Paper().heading("Award questions", Role.QUESTION)
    paper.table(
        ("Question", "5.1 Social value"),
        ("Weighting", "10%"),
        ("Word limit", "500"),
        ("Requirement", "How will you deliver social value?"),
    )
    weighing = read(paper)
    assert weighing.social_value is not None
    assert weighing.social_value.percent == 10
    assert [(limit.value, limit.unit) for limit in weighing.limits] == [(500, "words")]
    assert len(weighing.questions) == 1


def test_a_table_of_quality_alone_hangs_below_quality() -> None:
    """Quality questions that make 100 are shares of the 60% that another sentence gives quality."""
    paper = Paper().heading("Award criteria").text("Tenders will be evaluated on 60% quality and 40% price.")
    paper.heading("Quality questions", level=2).table(
        ("Question", "Weighting"), ("Q1 Method", "80%"), ("Q2 Social value", "20%"), ("Total", "100%")
    )
    social_value = read(paper).social_value
    assert social_value is not None
    assert (social_value.percent, social_value.base, social_value.effective) == (20, "quality", 12)
