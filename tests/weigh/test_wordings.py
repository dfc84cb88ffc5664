"""More ways to state weights in running text: by a pronoun, in ratios, decimals and lots, and what stays open."""

from __future__ import annotations

from typing import Any

import pytest

from checker.model import Role, Weighing
from checker.weigh.lots import lots_named, pieces_by_lot, shares_by_lot
from checker.weigh.words import Words

from .pages import RULES, Paper, read, said, shape

WORDS = Words(RULES)
THREE = [("Price", 40.0), ("Quality", 50.0), ("Social value", 10.0)]

BY_PRONOUN = [
    ("Social value matters to us. The Council gives it 12%.", 12),
    ("Social value is a criterion of its own. It carries 10% of the overall score.", 10),
    ("We will score social value. This criterion is weighted at 15%.", 15),
    ("NHS England asks every trust for net zero and social value at a minimum of 10%. This tender applies 11%.", 11),
]


@pytest.mark.parametrize(("text", "percent"), BY_PRONOUN)
def test_a_pronoun_stands_for_the_criterion_before_it(text: str, percent: float) -> None:
    """A sentence that says "it" gives its number to the social value of the sentence before."""
    social_value = said(text).social_value
    assert social_value is not None
    assert social_value.percent == percent


@pytest.mark.parametrize(
    "text",
    [
        "Quality matters to us. It carries 50% of the score.",
        "We weigh social value and price. It carries 40%.",
        "Social value matters to us. It is not scored at 10%.",
        "Social value matters to us. It applies to 10% of the workforce.",
        "Social value matters to us. The building is old. The lift has failed twice. It carries 12 people.",
    ],
)
def test_a_pronoun_is_not_stretched(text: str) -> None:
    """Where another criterion is named, something else is counted, or it is denied, nothing is given."""
    assert said(text).social_value is None


@pytest.mark.parametrize(
    "text",
    [
        "The P:Q:SV ratio is 40:50:10.",
        "Price / quality / social value: 40% / 50% / 10%",
        "Tenders are scored on price, quality and social value, in that order. The ratio is 40:50:10.",
        "The weighting is 40/50/10. The criteria are price, quality and social value respectively.",
        "A 40-50-10 split between price, quality and social value applies.",
        "The tender is marked out of 1,000 points: 400 for price, 500 for quality and 100 for social value.",
        "Weights: price 0.40, quality 0.50, social value 0.10.",
        "Price 40pts; quality 50pts; social value 10pts.",
        "Quality (50%) + price (40%) + social value (10%) = 100%",
        "Price 40% Quality 50% Social Value 10%",
        "Quality carries 50%, price 40% and the remaining 10% is for social value.",
    ],
)
def test_three_shares_read_back(text: str) -> None:
    """A set of three shares reads back whole, however it is joined, and is of the whole score."""
    weighing = said(text)
    assert sorted((w.name.lower(), w.percent) for w in weighing.tree) == [(n.lower(), p) for n, p in THREE]
    assert weighing.social_value is not None
    assert weighing.social_value.effective == 10


def test_a_ratio_whose_order_nothing_names_gives_nothing() -> None:
    """Three numbers without an order cannot be told apart, so none is social value's."""
    assert said("The ratio is 60:30:10. Social value is important to us.").social_value is None


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Social value is worth twelve and a half per cent.", 12.5),
        ("Social value: 15/150 marks", 10),
        ("Social value carries 15 of 150 marks.", 10),
        ("One tenth of all marks is set aside for social value.", 10),
        ("SV1 Social value (10%): Describe how you will help people into work.", 10),
        ("SV – 10%", 10),
        ("As the National Procurement Policy Statement asks, a 10% weighting will apply to social value.", 10),
    ],
)  # fmt: skip
def test_a_single_share_reads_back(text: str, percent: float) -> None:
    """Fractions, marks of a total, labels and initials give the number."""
    social_value = said(text).social_value
    assert social_value is not None
    assert social_value.percent == percent


@pytest.mark.parametrize(
    "text",
    [
        "Half of the 20% for quality is social value.",
        "Quality 60% and price 30%; the remainder is for social value.",
        "The award criteria in descending order of importance are quality, price and social value.",
        "A policy of the Council sets a weighting of 20% for social value in all procurements.",
        "Social value is not scored: price carries 60% and quality 40%.",
    ],
)
def test_what_cannot_be_told_is_not_told(text: str) -> None:
    """A share of a share, a remainder, a ranking, a general policy and a denial give no number."""
    assert said(text).social_value is None


def test_the_ways_of_scoring_are_parts() -> None:
    """A split into what is counted and what is written stands below social value, also when it makes 100."""
    own = said("Social value (20%): quantitative offer 12%, qualitative method statement 8%.").social_value
    split = said("The social value score is made up of 60% quantitative and 40% qualitative. Social value carries 10%.")
    assert own is not None
    assert (own.percent, [child.percent for child in own.children]) == (20, [12, 8])
    assert split.social_value is not None
    assert split.social_value.percent == 10


def test_a_sentence_may_turn_from_numbers_first_to_names_first() -> None:
    """ "40% price and 60% quality, with social value forming 10% of the quality score" is 6% of the whole."""
    text = "Bids will be judged as 40% price and 60% quality, with social value forming 10% of the quality score."
    weighing = said(text)
    assert [w.percent for w in weighing.tree] == [40, 60]
    assert weighing.social_value is not None
    assert (weighing.social_value.base, weighing.social_value.effective) == ("quality", 6)


@pytest.mark.parametrize(
    "text",
    [
        "Social value is scored: the highest social value offer receives 100% of the marks, others pro rata.",
        "A bidder offering 20% more social value than the average scores all marks.",
    ],
)
def test_formulas_and_comparisons_are_no_weight(text: str) -> None:
    """A formula that turns offers into marks, and a difference between offers, are no weight."""
    assert said(text).social_value is None


def test_lots_in_one_sentence_keep_their_numbers() -> None:
    """One sentence may give each lot its own share; so may a bullet with both lots in it."""
    for text in (
        "For Lot 1 social value carries 10% and for Lot 2 it carries 15% of the overall score.",
        "Social value: 10% (Lot 1), 15% (Lot 2)",
    ):
        assert [(m.lot, m.percent) for m in said(text).mentions] == [("Lot 1", 10), ("Lot 2", 15)]


def test_lots_with_whole_sets_in_one_sentence() -> None:
    """ "Lot 1: price …, quality …; Lot 2: …" gives two trees."""
    weighing = said("Lot 1: price 60%, quality 30%, social value 10%; Lot 2: price 50%, quality 30%, social value 20%.")
    assert [(w.lot, w.percent) for w in weighing.tree if w.is_social_value] == [("Lot 1", 10), ("Lot 2", 20)]


def test_lots_are_written_out() -> None:
    """ "Lots 1 to 3 and 5" names four lots; a lot with no number of its own gives nothing."""
    assert lots_named("Lots 1 to 3 and 5", WORDS)[0].lots == ("Lot 1", "Lot 2", "Lot 3", "Lot 5")
    assert {lot: a.value for lot, a in shares_by_lot("10% in Lots 1 and 2, 20% in Lot 3", WORDS).items()} == {
        "Lot 1": 10, "Lot 2": 10, "Lot 3": 20,
    }  # fmt: skip
    assert shares_by_lot("Lots 1 and 2: 10%", WORDS) == {}
    assert pieces_by_lot("Lot 1: 10%; Lot 2: 20%", WORDS) == []


def table_and(text: str, role: Role = Role.AWARD) -> Weighing:
    """A whole table of award criteria, and one more paragraph."""
    paper = Paper().heading("Award criteria", role).table(("Criterion", "Weight"), *[(n, f"{p:g}%") for n, p in THREE])
    return read(paper.text(text))


@pytest.mark.parametrize(
    ("text", "parts", "fits"),
    [
        ("The social value criterion is made up of jobs (4%), skills (3%) and carbon (3%).", [4, 3, 3], True),
        ("The social value criterion is made up of jobs (4%), skills (3%) and carbon (2%).", [4, 3, 2], False),
    ],
)
def test_parts_in_words_hang_below_the_criterion(text: str, parts: list[Any], fits: bool) -> None:
    """Parts that a sentence names hang below social value; where they do not add up, the sum says so."""
    weighing = table_and(text)
    assert weighing.social_value is not None
    assert [child.percent for child in weighing.social_value.children] == parts
    assert [s.ok for s in weighing.sums if s.of == "social-value"] == [fits]
    assert weighing.conflicts == ()


def test_bullets_of_decimals_are_shares_of_one() -> None:
    """Bullets of 0.40, 0.50 and 0.10 are percentages; bullets that do not make one are nothing."""
    good, bad = Paper().heading("Award criteria"), Paper().heading("Award criteria")
    for name, share in (("Price", 0.4), ("Quality", 0.5), ("Social value", 0.1)):
        good.bullet(f"{name}: {share:.2f}")
        bad.bullet(f"{name}: {share / 2:.2f}")
    assert shape(read(good).tree) == THREE
    assert read(bad).tree == ()


def test_the_weight_of_a_question_is_no_further_criterion() -> None:
    """A question below the criteria with its own number does not make their sum come out at more than 100."""
    paper = Paper().heading("Award criteria").text("Price 50%").text("Quality 40%").text("Social value 10%")
    weighing = read(paper.heading("Questions").text("Q1. How will you run the lunch club? (at most 900 words) 40%"))
    assert [top.percent for top in weighing.tree] == [50, 40, 10]
    assert [(one.total, one.ok) for one in weighing.sums] == [(100, True)]


def test_a_change_that_is_asked_for_is_no_weight() -> None:
    """ "... cut by 15%" tells what to reach, not what it counts."""
    paper = Paper().heading("Award criteria").text("Price 60%, quality 30% and social value 10%.")
    paper.heading("Award questions").text("Q2 Social value: Explain how you will cut emissions from travel by 15%")
    weighing = read(paper)
    assert weighing.social_value is not None
    assert (weighing.social_value.percent, weighing.conflicts) == (10, ())
