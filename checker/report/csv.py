"""The findings as a table, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from checker.report.visible import visible

COLUMNS = (
    "id",
    "counted",
    "kind",
    "theme",
    "theme_title",
    "columns",
    "strength",
    "file",
    "page",
    "section",
    "role",
    "quote",
    "sentence",
    "rule",
    "rule_version",
    "dropped_because",
    "numbers",
    "boxes",
)
"""The columns of the table, in this order in every version of format 1."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(result: dict[str, Any]) -> str:
    """One row for each finding, counted or not. No cell can run as a formula in a spreadsheet."""
    return table(COLUMNS, (_row(finding, result["themes"]) for finding in result["findings"]))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV, with its columns named. No cell can run as a formula in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _row(finding: dict[str, Any], themes: dict[str, str]) -> list[object]:
    theme = finding["theme"] or ""
    return [
        finding["id"],
        "no" if finding["dropped_because"] else "yes",
        finding["kind"],
        theme,
        themes.get(theme, ""),
        " ".join(finding["columns"]),
        finding["strength"],
        finding["file"],
        finding["page"],
        finding["section"],
        finding["role"],
        finding["quote"],
        finding["sentence"],
        finding["rule"],
        finding["rule_version"],
        finding["dropped_because"] or "",
        "; ".join(number["text"] for number in finding["numbers"]),
        "; ".join(" ".join(f"{edge:g}" for edge in box) for box in finding["boxes"]),
    ]


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = " ".join(visible(value).split("\n"))
    # A spreadsheet runs a cell that begins with one of these; a leading apostrophe makes it plain text.
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) or value.startswith(_FORMULA) else text
