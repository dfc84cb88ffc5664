"""Merge fields are not the wording that they stand for."""

import pytest

from checker.match import find
from checker.match.blanks import is_blank
from checker.match.reasons import UNFILLED

from .build import Part, book, document, dropped, live, mention, rule

RULES = book(
    mention(),
    rule("scale.a", "marking scheme", "excellent", kind="guidance", scope="any", strength="none"),
    rule("question.a", "must answer", "describe", kind="question", strength="none"),
)


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("«Insert_Text»", True),
        ("[ ] %", True),
        ("<<Weight>>.", True),
        ("Excellent", False),
        ("«No» Good", False),
        ("", False),
    ],
)
def test_a_blank_holds_a_field_and_no_words(text: str, blank: bool) -> None:
    """A field alone is a blank; a field beside words is not, and neither is nothing at all."""
    assert is_blank(text) is blank


def test_a_scale_of_merge_fields_is_none() -> None:
    """The heading, the head of the table and the words that point to it fall together."""
    table = [["Marking scheme", "Points"], ["«Mark»", "«Points»"], ["«Mark_2»", "«Points_2»"]]
    parts: tuple[Part, ...] = ("The marking scheme is below.", "#award Marking scheme", table)
    found = find([document(*parts)], RULES)
    assert live(found) == []
    assert set(dropped(found).values()) == {UNFILLED}


def test_a_scale_with_words_counts() -> None:
    """One level with words of its own makes it a scale."""
    table = [["Marking scheme", "Points"], ["Excellent", "5"], ["Weak", "0"]]
    assert "Excellent" in live(find([document("#award Marking scheme", table)], RULES))


def test_an_order_to_answer_blank_questions_asks_nothing() -> None:
    """A question that is only a merge field is not given yet."""
    table = [["No", "Question"], ["1", "«Insert_Question»"]]
    parts: tuple[Part, ...] = ("#award Social value", "You must answer all of these", table)
    assert dropped(find([document(*parts)], RULES)) == {"must answer": UNFILLED}
    full = [["No", "Question"], ["1", "Describe your trainees"]]
    assert "must answer" in live(find([document("#award Social value", "You must answer all of these", full)], RULES))
