"""Facts that the user gives about a procurement are tried before they win."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import checker
from checker.errors import CheckerError
from checker.supplied import BUYERS, JURISDICTIONS, REGIMES, supplied


def test_what_is_given_is_sure() -> None:
    """Words, a day and a sum come out as the text would show them, with the confidence `given`."""
    given = {"buyer_type": "nhs", "regime": "psr", "commenced": date(2026, 3, 2), "value_gbp": "£4,000,000"}
    told = supplied(given | {"jurisdiction": None})
    assert {name: fact.value for name, fact in told.items()} == {
        "buyer_type": "nhs",
        "regime": "psr",
        "commenced": "2026-03-02",
        "value_gbp": "4000000",
    }
    assert {fact.confidence for fact in told.values()} == {"given"}


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("buyer_type", "county", "The fact buyer_type cannot be 'county'. It can be central, council"),
        ("regime", "eu", "The fact regime cannot be 'eu'. It can be pa23, pcr2015, psr, scotland."),
        ("commenced", "March 2026", "The fact commenced cannot be 'March 2026'. Give a day as 2026-03-31."),
        ("value_gbp", "a lot", "The fact value_gbp cannot be 'a lot'. Give a sum in pounds, such as 250000."),
        ("value_gbp", "nan", "The fact value_gbp cannot be 'nan'."),
        ("value_gbp", -1, "The fact value_gbp cannot be '-1'."),
        ("buyer", "council", "Unknown fact: buyer. The facts are buyer_type"),
    ],
)
def test_a_wrong_fact_is_told_in_one_line(name: str, value: Any, says: str) -> None:
    """The line names the fact, what was given and what it can be."""
    with pytest.raises(CheckerError) as problem:
        supplied({name: value})
    assert str(problem.value).startswith(says)
    assert "\n" not in str(problem.value)


def test_a_wrong_fact_is_told_before_anything_is_read(tmp_path: Path) -> None:
    """A file that does not exist is not looked for while a fact is wrong."""
    with pytest.raises(CheckerError) as problem:
        checker.check([tmp_path / "none.pdf"], context={"jurisdiction": "cornwall"})
    assert problem.value.slug == "wrong-fact"


def test_the_words_are_those_of_the_facts() -> None:
    """What a user may give is what a check may ask about, but for `unknown`."""
    from checker.rulebook.schema import words_of

    for fact, words in (("buyer-type", BUYERS), ("jurisdiction", JURISDICTIONS), ("regime", REGIMES)):
        assert words_of(fact) == (*words, "unknown")
