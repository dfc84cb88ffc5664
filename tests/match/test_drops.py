"""Words that stand in a web address name nothing."""

from __future__ import annotations

import pytest

from checker import match, read
from checker.model import Rulebook


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("See https://www.example.org/guides/social-value for help.", False),
        ("See https://www.example.org/guides/taking- account-of-social-value-in-awards for help.", False),
        ("A social-value statement is part of the tender.", True),
        ("See the guide to social value at https://www.example.org/guides.", True),
    ],
)
def test_social_value_in_a_web_address_is_no_mention(text: str, counts: bool, rules: Rulebook) -> None:
    """An address may hold the words, also when a line end cut it in two; the sentence round it may name them."""
    found = match.find((read.read_text(text, "tender.txt", rules),), rules)
    live = [f for f in found if f.kind == "social-value" and not f.dropped_because]
    assert bool(live) is counts
