"""Counts, figures and lists read as people write them."""

from __future__ import annotations

import pytest

from checker.wording import counted, figure, listed


@pytest.mark.parametrize(
    ("value", "shown"),
    [(10.0, "10"), (2.5, "2.5"), (1250, "1,250"), (0, "0"), (999_999.6, "999,999.6"), (1e6, "1,000,000"), (7.004, "7")],
)
def test_figures_have_no_needless_zeros_and_no_powers_of_ten(value: float, shown: str) -> None:
    """A million is never printed as 1e+06."""
    assert figure(value) == shown


def test_counts_and_lists_agree_with_their_number() -> None:
    """One thing, two things, and "and" before the last."""
    assert [counted(1, "file"), counted(3, "file"), counted(2, "priority", "priorities")] == [
        "1 file",
        "3 files",
        "2 priorities",
    ]
    assert [listed([]), listed(["a"]), listed(["a", "b", "c"]), listed(["a", "b"], "or")] == [
        "",
        "a",
        "a, b and c",
        "a or b",
    ]
