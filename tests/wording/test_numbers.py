"""Numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.wording import find_numbers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("10%", 10, "percent"),
        ("10 %", 10, "percent"),
        ("10 per cent", 10, "percent"),
        ("ten percent", 10, "percent"),
        ("twenty-five per cent", 25, "percent"),
        ("one tenth", 10, "percent"),
        ("a quarter of it", 25, "percent"),
        ("two thirds of it", 66.6667, "percent"),
        ("half of it", 50, "percent"),
        ("½", 50, "percent"),
        ("½%", 0.5, "percent"),
        ("2½%", 2.5, "percent"),
        ("7 ½ per cent", 7.5, "percent"),
        ("£25k", 25_000, "money"),
        ("£12.6 million", 12_600_000, "money"),
        ("1,500 words", 1500, "count"),
        ("15 marks", 15, "count"),
    ],
)
def test_each_way_to_write_a_number(text: str, value: float, unit: str) -> None:
    """Figures, words, fractions and money are read alike."""
    (number,) = find_numbers(text)
    assert (number.value, number.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("15 marks", 15, None),
        ("ten points", 10, None),
        ("15 marks of 150", 15, 150),
        ("15 marks out of a total of 1,000", 15, 1000),
        ("5 out of 50 marks", 5, 50),
    ],
)
def test_marks_keep_their_total(text: str, value: float, of: float | None) -> None:
    """When marks are asked for, they are told apart from counts and keep the total beside them."""
    number = find_numbers(text, marks=True)[0]
    assert (number.value, number.unit, number.of) == (value, "marks", of)


@pytest.mark.parametrize("text", ["a third party", "each quarter", "2026/114", "Q7", "MS7", "10:30/11:30"])
def test_what_is_no_number(text: str) -> None:
    """References, fractions of nothing and third parties are no numbers."""
    assert all(number.unit != "percent" for number in find_numbers(text))


def test_counts_beside_each_other_stay_apart() -> None:
    """ "3 of 12 people" are two counts, not marks."""
    assert [n.value for n in find_numbers("3 of 12 people", marks=True)] == [3, 12]


@given(st.integers(0, 100), st.sampled_from(("%", " %", " per cent", " percent")))
def test_a_percentage_stands_where_it_says(value: int, sign: str) -> None:
    """The text between a number's offsets is the number, wherever it stands."""
    text = f"Social value {value}{sign} of the score"
    (number,) = find_numbers(text)
    assert (number.value, text[number.start : number.end], number.text) == (value, f"{value}{sign}", f"{value}{sign}")
