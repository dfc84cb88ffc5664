"""The lists that leave the report can be pasted, opened in a spreadsheet, and stand on their own."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from checker.report import fixes_table, fixes_text, questions_table, questions_text, to_dict

from . import example, hostile


@pytest.fixture
def data() -> dict[str, Any]:
    """The example as data, free to be changed."""
    return to_dict(example.scorecard())


def table(text: str) -> list[dict[str, str]]:
    """A table as a spreadsheet reads it."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_questions_are_numbered_and_name_file_and_page(data: dict[str, Any]) -> None:
    """Somebody without the report can find the place; no short names, no evidence ids."""
    text = questions_text(data)
    asked = table(questions_table(data))
    assert [row["number"] for row in asked] == [str(n) for n in range(1, len(asked) + 1)]
    assert len(asked) == 4
    joined = " ".join(text.split())
    for row in asked:
        assert f"{row['number']}. {row['question']}" in joined
        assert row["where"] in joined
    files = {file["name"] for file in data["files"]}
    assert all(any(name in row["where"] for name in files) for row in asked)
    assert "Last day for questions: 12 noon on Friday 15 January 2027." in joined


def test_a_last_day_that_has_passed_is_said_so(data: dict[str, Any]) -> None:
    """Nobody is told to send questions by a day that is over."""
    data["checked_on"] = "2027-01-16"
    assert "Friday 15 January 2027, which has passed." in " ".join(questions_text(data).split())
    data["dates"] = []
    assert "No last day for questions was found in the files given." in questions_text(data)


def test_fixes_are_the_problems_of_the_verdict_in_its_order(data: dict[str, Any]) -> None:
    """The same list as in the page, with wording, source and effort; breaks in the chain carry no check."""
    rows = table(fixes_table(data))
    verdict = data["verdict"]["commissioner"]
    assert [row["check"] for row in rows if row["check"]] == [*verdict["must"], *verdict["should"], *verdict["could"]]
    assert [row["severity"] for row in rows[:2]] == ["Must fix", "Must fix"]
    breaks = [row for row in rows if not row["check"]]
    assert [row["severity"] for row in breaks] == ["Should fix", "Could improve"]
    assert "Stated, never scored: Unpaid carers and Fair work and pay." in breaks[0]["what to do"]
    text = " ".join(fixes_text(data).split())
    assert all(f"{row['number']}. {row['severity']}: {row['problem']}" in text for row in rows)
    assert "Suggested wording, for you to edit:" in text


def test_nothing_to_ask_or_mend_is_said_in_words(data: dict[str, Any]) -> None:
    """An empty list is no empty file."""
    for check in data["checks"]:
        check["clarification_question"] = ""
    data["verdict"]["commissioner"].update(must=[], should=[], could=[])
    data["priorities"] = []
    assert "found nothing that needs a question" in questions_text(data)
    assert "found nothing to mend" in fixes_text(data)
    assert table(fixes_table(data)) == []


def test_no_cell_runs_and_no_unseen_letter_is_passed_on() -> None:
    """Cells that begin like a formula are made plain text, and turning marks are spelt out."""
    data = hostile.data()
    for check in data["checks"]:
        check["clarification_question"] = f"=HYPERLINK(1)\u202e{check['id']}"
        check["because"] = "@SUM(1)"
    for text in (questions_table(data), fixes_table(data), questions_text(data), fixes_text(data)):
        assert "\u202e" not in text
        assert "\x1b" not in text
    cells = [
        cell for text in (questions_table(data), fixes_table(data)) for row in table(text) for cell in row.values()
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
