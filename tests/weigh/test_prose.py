"""Weights in sentences: what each phrasing says, and which numbers are no weights."""

from __future__ import annotations

import pytest

from checker.model import Role

from .pages import Paper, read, said, shape

STATED = [
    ("Social value accounts for 15% of the overall score.", 15, "overall", 15),
    ("Social Value (10%)", 10, "unstated", 10),
    ("10% of the total marks are allocated to social value.", 10, "overall", 10),
    ("The Council will give social value a weighting of ten per cent.", 10, "unstated", 10),
    ("One tenth of the overall score is for social value.", 10, "overall", 10),
    ("Half of the quality marks are for social value.", 50, "quality", None),
    ("Social value is worth 15 marks out of a total of 150 available.", 10, "unstated", 10),
    ("Social value is weighted 10 points out of 100.", 10, "overall", 10),
    ("Tenders are judged on price (40%), quality (50%) and social value (10%).", 10, "overall", 10),
    ("The award criteria are 40% for price, 50% for quality and 10% for social value.", 10, "overall", 10),
    ("The price/quality/social value ratio is 50/40/10.", 10, "overall", 10),
    ("Tenders are weighted 60:30:10 for price, quality and social value.", 10, "overall", 10),
    ("Social value will account for 12% of the technical marks.", 12, "quality", None),
    ("Evaluation: Cost 70%; Quality 25%; Community Benefits 5%.", 5, "overall", 5),
    ("Total marks 1,000: price 400 points, quality 450 points, social value 150 points.", 15, "overall", 15),
    ("Of the 10% for social value, 6% is for the calculator and 4% for the method statement.", 10, "unstated", 10),
    ("5% quantitative and 5% qualitative social value, in all 10% of the score.", 10, "unstated", 10),
    ("Section C: Social Value (weighting: 10% of total).", 10, "overall", 10),
]


@pytest.mark.parametrize(("text", "percent", "base", "effective"), STATED, ids=[row[0][:40] for row in STATED])
def test_a_sentence_states_the_weight(text: str, percent: float, base: str, effective: float | None) -> None:
    """Each way to state a weight gives its number, its base and its share of the whole."""
    social_value = said(text).social_value
    assert social_value is not None
    assert (social_value.percent, social_value.base, social_value.effective) == (percent, base, effective)


NO_WEIGHT = [
    "A 10% retention applies where social value commitments are not met.",
    "At least 10% of the workforce must be recruited through the social value plan.",
    "Prices exclude VAT at 20%. Social value is important to us.",
    "The successful tenderer must deliver 10% biodiversity net gain as social value.",
    "A service credit of 5% is due if social value targets are missed.",
    "Tenderers must score at least 50% for social value or be rejected.",
    "Tenders scoring less than 40% of the social value marks will be rejected.",
    "Social value is scored out of 5.",
    "Social value will not be evaluated and 100% of marks are for price.",
    "In previous tenders social value carried 5% of the marks.",
    "Bidders that commit 10% of contract value to social value will do well.",
    "You are 62% through this questionnaire. Social value follows.",
    "In 2025 10% of our suppliers reported social value.",
    "A discount of 5% may be offered for social value work.",
]


@pytest.mark.parametrize("text", NO_WEIGHT)
def test_other_numbers_are_no_weight(text: str) -> None:
    """Retention, VAT, workforce shares, pass marks and the like never become the weight."""
    assert said(text).social_value is None


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("PPN 002 requires a minimum weighting of 10% for social value.", "policy-reference", 10, None),
        (
            "PPN 002 applies. It asks buyers to give social value at least 10% of the score.",
            "policy-reference",
            10,
            None,
        ),
        ("The social value weighting will be between 10% and 20%.", "range", 10, 20),
        ("Social value: XX%", "placeholder", None, None),
        ("[insert weighting]% of the marks will be for social value.", "placeholder", None, None),
        ("Social value is worth up to 20% of the marks.", "range", None, 20),
    ],
)
def test_floors_ranges_and_blanks_are_mentions(text: str, kind: str, low: float | None, high: float | None) -> None:
    """A policy floor, a range and a blank are told for what they are, and are not the weight."""
    weighing = said(text)
    assert weighing.social_value is None
    assert [(m.kind, m.low, m.high, m.percent) for m in weighing.mentions] == [(kind, low, high, None)]


def test_an_example_is_an_example() -> None:
    """A worked example keeps its number and its kind, and is not the weight."""
    weighing = said(
        "For example, if the weighting of social value is 20% and of price 80%, a bid would score as follows."
    )
    assert weighing.social_value is None
    assert [(m.kind, m.percent) for m in weighing.mentions] == [("example", 20)]


def test_a_part_of_quality_is_ambiguous_without_its_base() -> None:
    """ "Of which 10%" may be 10 points or a tenth of quality: both readings are given, and no single one."""
    social_value = said("Price 40%, quality 60% (of which social value 10%).").social_value
    assert social_value is not None
    assert (social_value.base, social_value.effective, social_value.readings) == ("unstated", None, (10, 6))


def test_a_share_of_quality_uses_the_weight_of_quality() -> None:
    """Ten per cent of a quality envelope that carries 60% is 6% of the whole, also when told apart."""
    paper = Paper().heading("Award criteria").table(("Criterion", "Weight"), ("Price", "40%"), ("Quality", "60%"))
    paper.text("Social value makes up 10% of the quality score.")
    weighing = read(paper)
    assert weighing.social_value is not None
    assert (weighing.social_value.percent, weighing.social_value.effective) == (10, 6)


def test_an_unplaced_weight_beside_a_full_table_has_two_readings() -> None:
    """Where price and quality make 100 without it, 10% may be of the whole or of quality."""
    paper = Paper().heading("Award criteria").table(("Criterion", "Weight"), ("Price", "40%"), ("Quality", "60%"))
    social_value = read(paper.text("Social value has a weighting of 10%.")).social_value
    assert social_value is not None
    assert (social_value.effective, social_value.readings) == (None, (10, 6))


def test_brackets_hold_parts() -> None:
    """What stands in brackets after a criterion is part of it, what comes after them is not."""
    tree = said("Technical 60% (Methods 50%, Social Value 10%) and Commercial 40%.").tree
    assert shape(tree) == [("Technical", 60, [("Methods", 50), ("Social Value", 10)]), ("Commercial", 40)]


def test_an_award_notice_is_read_field_by_field() -> None:
    """ "Name: … / Weighting: …" lines give a tree, cost criteria count as price."""
    text = (
        "Quality criterion - Name: Method / Weighting: 50\n"
        "Quality criterion - Name: Sustainability and Community Benefits / Weighting: 10\n"
        "Cost criterion - Name: Basket / Weighting: 40"
    )
    weighing = read(Paper(name="notice.txt").text(text))
    assert shape(weighing.tree) == [("Method", 50), ("Sustainability and Community Benefits", 10), ("Basket", 40)]
    assert [w.role for w in weighing.tree] == ["quality", "social-value", "price"]


def test_a_list_under_a_head_takes_names_over_two_lines() -> None:
    """Under "Criteria, Technical weighting" a name may stand on the line above its number."""
    text = "Criteria Technical Weighting\nCommunity Benefits Proposal\nwith a breakdown of points 5%"
    social_value = read(Paper(name="notice.txt").text(text)).social_value
    assert social_value is not None
    assert (social_value.percent, social_value.base) == (5, "quality")


def test_an_example_list_before_a_blank_one() -> None:
    """A list of example weights over a list of merge fields gives one example and one blank."""
    paper = Paper().heading("Overall weightings").text("See the example below:")
    for name, number in (("Technical", 50), ("Availability", 10), ("Social value", 10), ("Price", 30)):
        paper.bullet(f"{number} % - {name}")
    paper.text("Technical")
    for name in ("Technical", "Availability", "Social value", "Price"):
        paper.bullet(f"«insert_{name}_Weight» % - {name}")
    weighing = read(paper)
    assert weighing.social_value is None
    assert [(m.kind, m.percent) for m in weighing.mentions] == [("example", 10), ("placeholder", None)]


@pytest.mark.parametrize("role", [Role.SPECIFICATION, Role.CONTRACT, Role.BACKGROUND])
def test_loose_numbers_outside_the_criteria_are_no_weights(role: Role) -> None:
    """In a specification or a contract only words that say what a share is of make a weight."""
    assert said("Social value delivery is scored each quarter and 10% is kept.", role).social_value is None
