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
