"""The 95% interval of a share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.survey.wilson import wilson


@pytest.mark.parametrize(
    ("n", "of", "low", "high"),
    [
        # Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I.
        (81, 263, 25.53, 36.62),
        (15, 148, 6.24, 16.05),
        (0, 20, 0.0, 16.11),
        (1, 29, 0.61, 17.18),
    ],
)
def test_the_interval_is_the_published_one(n: int, of: int, low: float, high: float) -> None:
    """The four worked examples of Newcombe's comparison of methods come out to two decimals."""
    assert wilson(n, of) == (pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005))


@given(st.integers(1, 100_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_mirrors(counts: tuple[int, int]) -> None:
    """It lies between 0 and 100, holds the share, and that of the others is its mirror image."""
    n, of = counts
    low, high = wilson(n, of)
    assert 0 <= low <= 100 * n / of + 1e-9
    assert 100 * n / of - 1e-9 <= high <= 100
    assert wilson(of - n, of) == (pytest.approx(100 - high, abs=1e-6), pytest.approx(100 - low, abs=1e-6))


def test_of_nothing_nothing_is_known() -> None:
    """With no tender looked at the share may be anything; more than all of them is refused."""
    assert wilson(0, 0) == (0.0, 100.0)
    with pytest.raises(ValueError, match="no share"):
        wilson(3, 2)
