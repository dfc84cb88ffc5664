"""The contract value against the sums from which duties begin."""

from __future__ import annotations

from datetime import date

import pytest

from checker import rulebook as rules_of
from checker.model import Context, Detected, Rulebook
from checker.score.fact import Fact
from checker.score.threshold_facts import threshold_facts

from .making import case

CORE: Rulebook = rules_of.load(as_of=date(2026, 11, 22))


def facts(buyer: str | None, value: str | None, regime: str | None = "pa23", sure: str = "given") -> dict[str, Fact]:
    """The facts for a procurement that commenced in 2026."""
    context = Context(
        buyer_type=Detected(buyer, sure),
        jurisdiction=Detected("england", sure),
        commenced=Detected("2026-05-04", sure),
        value_gbp=Detected(value, sure),
        regime=Detected(regime, sure),
    )
    return threshold_facts(case(context=context, rules=CORE))


@pytest.mark.parametrize(
    ("buyer", "value", "answer"),
    [
        ("central", "135017", "below"),
        ("central", "135018", "between"),
        ("council", "135018", "below"),
        ("council", "207719", "below"),
        ("council", "207720", "between"),
        ("council", "5193000", "above"),
        (None, "135018", "between"),
        ("council", None, "unknown"),
    ],
)
def test_each_buyer_has_its_own_threshold(buyer: str | None, value: str | None, answer: str) -> None:
    """Between the lowest and the highest it depends on what is bought."""
    assert facts(buyer, value)["law-threshold"].value == answer


def test_a_value_without_vat_may_be_above_with_it() -> None:
    """£190,000 may be £228,000 with VAT, so it is not called below."""
    assert facts("council", "190000", sure="high")["law-threshold"].value == "between"


@pytest.mark.parametrize(
    ("value", "regime", "answer"),
    [
        ("5000000", "pa23", "below"),
        ("5000001", "pa23", "above"),
        (None, "pa23", "unknown"),
        ("9000000", "psr", "unknown"),
        ("9000000", None, "unknown"),
    ],
)
def test_key_indicators_begin_above_their_own_sum(value: str | None, regime: str | None, answer: str) -> None:
    """Section 52 asks for them above £5 million, not at it, and only under that Act."""
    fact = facts("council", value, regime)["kpi-threshold"]
    assert fact.value == answer
    assert fact.words.endswith(".") is (answer == "above")
