"""A buyer's own policy, from its rule pack, against the tender."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from checker.model import Context, Detected, Pack
from checker.score.authority import authority_facts
from checker.score.priorities import matrix
from checker.score.status import status_of

from .making import case, rulebook, theme, weighed, weight

OWN = {"name": "Marlby Council", "min_weight": "15", "max_measures": "6", "priorities": "skills, carbon"}


def facts(own: Mapping[str, str], value: str | None = None) -> dict[str, str | float]:
    """The values of the facts, for a tender that states skills and gives social value 10%."""
    packs = (Pack("core", "1"), Pack("own", "1", authority=own))
    tender = case(
        theme("t", "skills", "stated"),
        weighing=weighed(weight()),
        context=Context(value_gbp=Detected(value, "given")),
        rules=rulebook(packs=packs),
    )
    return {name: fact.value for name, fact in authority_facts(tender, matrix(tender, status_of(tender))).items()}


def test_without_a_profile_there_is_nothing_to_compare() -> None:
    """No council has a minimum of its own unless its pack says so."""
    assert facts({}) == {
        "authority-min-weight": "none",
        "authority-max-measures": "none",
        "authority-test": "none",
        "authority-priorities-found": "none",
        "authority-priorities-missing": 0.0,
    }


def test_the_own_policy_is_compared() -> None:
    """10% is less than 15%, and carbon is neither stated nor asked about."""
    assert facts(OWN) == {
        "authority-min-weight": 15.0,
        "authority-max-measures": 6.0,
        "authority-test": "short",
        "authority-priorities-found": 1.0,
        "authority-priorities-missing": 1.0,
    }
    assert facts({**OWN, "min_weight": "10"})["authority-test"] == "met"


@pytest.mark.parametrize(("value", "answer"), [("99999", "none"), ("100000", "short"), (None, "unknown")])
def test_an_own_rule_may_begin_at_a_contract_value(value: str | None, answer: str) -> None:
    """Below it nothing is asked; without the value it cannot be told."""
    assert facts({**OWN, "threshold.min_weight": "100000"}, value)["authority-test"] == answer
