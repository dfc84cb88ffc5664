"""Every example that stands in a rule, framework or check holds."""

from __future__ import annotations

import pytest

from checker import rulebook, selftest
from checker.model import Rulebook

RULES = rulebook.load()
CASES = selftest.examples(RULES)


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_the_example_holds(case: selftest.Case, rules: Rulebook) -> None:
    """The sentence is found, or left alone, as its rule says; a tender text gets the result that its check says."""
    assert selftest.run(case, rules) is None


WITHOUT = {
    ("A9", "not-met"): "it needs a buyer's own pack, and is tried in tests/score",
    ("B5", "cannot-tell"): "it needs parts of social value without a number",
    ("F2", "not-applicable"): "it needs a tender without any gap",
    ("F4", "met"): "it needs a provider's offer, and is tried in tests/score",
}
"""Results that one short text cannot bring about."""


def test_every_result_of_a_check_has_an_example() -> None:
    """Whoever reads a check sees a text for each answer that it can give."""
    can = {(check.id, answer.result) for check in RULES.checks for answer in check.answers}
    can |= {(check.id, "not-applicable") for check in RULES.checks if check.applies_when}
    shown = {(check.id, example.result) for check in RULES.checks for example in check.examples}
    assert can - shown == set(WITHOUT)
