"""Places on a page as it is seen and in the PDF are the same places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.marking.frame import Frame


@pytest.mark.parametrize(
    ("turn", "corner"),
    [(0, (0, 790, 10, 800)), (90, (0, 0, 10, 10)), (180, (590, 0, 600, 10)), (270, (590, 790, 600, 800))],
)
def test_the_upper_left_corner_of_a_turned_page(turn: int, corner: tuple[float, ...]) -> None:
    """A page turned by a quarter has another corner of its paper at the upper left."""
    assert Frame(0, 0, 600, 800, turn).to_pdf(0, 0, 10, 10) == corner


@given(st.sampled_from([0, 90, 180, 270]), st.integers(0, 500), st.integers(0, 500), st.integers(-50, 50))
def test_there_and_back_is_the_same_place(turn: int, x: int, y: int, shift: int) -> None:
    """Also where the page's box does not begin at nought."""
    frame = Frame(shift, shift, 600 + shift, 800 + shift, turn)
    assert frame.from_pdf(*frame.to_pdf(x, y, x + 30, y + 12)) == (x, y, x + 30, y + 12)
    assert frame.size == ((800, 600) if turn in (90, 270) else (600, 800))
