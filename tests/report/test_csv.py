"""The findings as a table that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from checker.report import to_csv, to_dict
from checker.report.csv import COLUMNS
from report import example


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text)))


def test_every_finding_has_one_row_with_the_same_columns() -> None:
    """Counted and not, in the order of the JSON."""
    data = to_dict(example.scorecard())
    table = rows(to_csv(data))
    assert [row["id"] for row in table] == [finding["id"] for finding in data["findings"]]
    assert tuple(table[0]) == COLUMNS
    assert [row["counted"] for row in table].count("no") == 3
    assert table[1]["theme_title"] == "Local jobs"


@pytest.mark.parametrize("start", ["=1+1", "+44", "-5", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1"])
def test_no_cell_can_run_as_a_formula(start: str) -> None:
    """Words that a spreadsheet would run begin with an apostrophe."""
    card = example.scorecard()
    first = replace(card.findings[0], quote=start, sentence=start)
    row = rows(to_csv(to_dict(replace(card, findings=(first,)))))[0]
    assert row["quote"].startswith("'")
    assert row["sentence"].startswith("'")


def test_a_table_without_findings_still_names_its_columns() -> None:
    """An empty result is a table with a head."""
    assert to_csv(to_dict(example.unreadable())) == ",".join(COLUMNS) + "\n"
