"""tenders.csv: what the person who surveys knows of each tender beside its documents."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from checker.errors import CheckerError
from checker.supplied import supplied

NAME = "tenders.csv"
_JOINS = ("folder", "name", "file")
_FACTS = ("title", "buyer", "buyer_type", "value", "date")
_ANOTHER_FACT = {"buyer_type": "buyer_type", "value": "value_gbp", "date": "commenced"}
"""The names under which a check knows what the file gives: its date is the day on which the procurement commenced."""


@dataclass(frozen=True, slots=True)
class About:
    """The facts of tenders.csv by the name of their file or folder; every value as text, tried and in one form."""

    facts: Mapping[str, Mapping[str, str]]

    def of(self, *names: str) -> Mapping[str, str]:
        """The facts of a tender, by the first of its names that the file knows."""
        return next((self.facts[name] for name in names if name in self.facts), {})


def about(text: str) -> About:
    """The facts of a tenders.csv: a column `folder`, and any of title, buyer, buyer_type, value and date.

    Arguments: `text` of the file. Values are in pounds, dates ISO days. Raises CheckerError, with the line, for
    a column or a value that is not known, and for a folder named twice.
    """
    lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    head = [_column(cell) for cell in lines[0]] if lines else []
    join = next((head.index(column) for column in _JOINS if column in head), None)
    if join is None:
        raise _refused(1, "no column is called folder")
    unknown = [column for column in head if column not in (*_JOINS, *_FACTS)]
    if unknown:
        raise _refused(1, f"the column {unknown[0]!r} is not known")
    facts: dict[str, Mapping[str, str]] = {}
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(head):
            raise _refused(number, f"it has {len(cells)} cells and the first line {len(head)}")
        name = cells[join].strip().rstrip("/")
        if name in facts:
            raise _refused(number, f"{name} is named twice")
        told = dict(zip(head, (cell.strip() for cell in cells), strict=True))
        facts[name] = _tried(number, {key: told[key] for key in _FACTS if told.get(key)})
    return About(facts)


def context_of(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts that a check takes, under the names by which it knows them."""
    return {known: facts[name] for name, known in _ANOTHER_FACT.items() if name in facts}


def _tried(number: int, facts: dict[str, str]) -> dict[str, str]:
    try:
        told = supplied(context_of(facts))
    except CheckerError as problem:
        raise _refused(number, str(problem)) from None
    return facts | {name: str(told[known].value) for name, known in _ANOTHER_FACT.items() if known in told}


def _column(cell: str) -> str:
    return cell.strip().lower().replace(" ", "_").replace("-", "_")


def _refused(line: int, why: str) -> CheckerError:
    hint = f"Its columns are folder, {', '.join(_FACTS)}."
    return CheckerError(f"Cannot use {NAME}, line {line}: {why.rstrip('.')}.", hint, "tenders-csv")
