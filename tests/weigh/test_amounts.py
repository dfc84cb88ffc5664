"""What a number in a cell or a sentence says: fixed, range, minimum or blank."""

from __future__ import annotations

import pytest

from checker.weigh.amount import Amount
from checker.weigh.amounts import cell_amount, find_amounts
from checker.weigh.words import Words

from .pages import RULES

WORDS = Words(RULES)


def told(amount: Amount | None) -> tuple[object, ...] | None:
    """Kind, number and bounds of an amount."""
    return None if amount is None else (amount.kind, amount.value, amount.low, amount.high)


@pytest.mark.parametrize(
    ("cell", "want"),
    [
        ("10%", ("fixed", 10, None, None)),
        ("12.5", ("fixed", 12.5, None, None)),
        ("15 marks", ("fixed", 15, None, None)),
        ("In the range of 0 – 70%", ("range", None, 0, 70)),
        ("20-80%", ("range", None, 20, 80)),
        ("[10% to 90%] this may be changed by the Buyer", ("range", None, 10, 90)),
        ("Minimum 10%", ("minimum", None, 10, None)),
        ("XX%", ("placeholder", None, None, None)),
        ("[ ]%", ("placeholder", None, None, None)),
        ("«insert_Weight»", ("placeholder", None, None, None)),
        ("TBC", ("placeholder", None, None, None)),
        ("Pass/Fail", None),
        ("N/A", None),
        ("", None),
        ("Delivered by 90% of the fleet", None),
    ],
)
def test_a_cell_says_one_thing(cell: str, want: tuple[object, ...] | None) -> None:
    """Each kind of weight cell is told for what it is."""
    assert told(cell_amount(cell, WORDS, bare=True)) == want


def test_bare_numbers_need_a_head() -> None:
    """A number without a sign is a weight only where the column's head says so."""
    assert cell_amount("10", WORDS, bare=False) is None


@pytest.mark.parametrize("text", ["30% and 40%", "between 30 and 40 bids", "progress updates [12-monthly]"])
def test_no_range_is_made_up(text: str) -> None:
    """Two numbers side by side, counts and template brackets are no ranges."""
    assert all(amount.kind == "fixed" for amount in find_amounts(text, WORDS))


def test_offsets_are_exact() -> None:
    """The text between an amount's offsets is the amount."""
    text = "Price 40 %, quality fifty per cent and social value one tenth"
    assert [text[a.start : a.end] for a in find_amounts(text, WORDS)] == ["40 %", "fifty per cent", "one tenth"]
