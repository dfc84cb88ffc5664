"""The results of a survey: its tables, its figures and its page, all made from the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from checker import writing
from checker.survey import tables
from checker.survey.figures import Tally
from checker.survey.ledger import Ledger
from checker.survey.one import Outcome
from checker.survey.row import Row, unread_row

SCORECARDS = "scorecards"
RECORDS = "json"
FIGURES = "survey.json"
PAGE = "index.html"
RESULTS = "results.parquet"
FINDINGS = "findings.parquet"
FORMAT = 1
_COLUMNS = tuple(unread_row("", {}, ""))


@dataclass(frozen=True, slots=True)
class Run:
    """What concerns the run itself: by what and on which day the tenders were checked, and how many are still to do."""

    tool: dict[str, Any]
    checked_on: str
    not_done: int = 0


class Store:
    """The folder in which the results of a survey lie. Argument: `folder`, made when it is missing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def prepare(self) -> None:
        """Makes the folders, and takes away what an earlier run left half written."""
        for name in ("", SCORECARDS, RECORDS):
            place = self.folder / name
            place.mkdir(parents=True, exist_ok=True)
            # The names under which checker.writing and Parquet write before a file takes its place.
            for pattern in (".*.html.*", ".*.json.*", ".*.csv.*", ".*.draft"):
                for left in place.glob(pattern):
                    left.unlink(missing_ok=True)

    def page(self, name: str) -> Path:
        """Where the scorecard of a tender lies."""
        return self.folder / SCORECARDS / f"{name}.html"

    def record(self, name: str) -> Path:
        """Where the result of a tender lies."""
        return self.folder / RECORDS / f"{name}.json"

    def holds(self, name: str) -> bool:
        """Whether scorecard and result of a tender are there."""
        return self.page(name).is_file() and self.record(name).is_file()

    def keep(self, outcome: Outcome) -> None:
        """Writes the scorecard and the result of a tender, or takes away old ones of a tender that has none now."""
        if outcome.row is None:
            return
        if outcome.json:
            writing.write({self.page(outcome.name): outcome.html, self.record(outcome.name): outcome.json})
        else:
            self.forget([outcome.name])

    def forget(self, names: Iterable[str]) -> None:
        """Takes away what was written for tenders that are no longer in the survey."""
        for name in names:
            self.page(name).unlink(missing_ok=True)
            self.record(name).unlink(missing_ok=True)


def write(store: Store, ledger: Ledger, run: Run) -> dict[str, Any]:
    """Writes tables, figures and page for all that is in the ledger, and returns the figures.

    No more than a batch of tenders is in memory at a time, but for the page, which lists them all.
    """
    tally = Tally()
    folder = store.folder
    with (
        tables.Parquet(folder / RESULTS, tables.results_schema(_COLUMNS)) as results,
        tables.Parquet(folder / FINDINGS, tables.findings_schema()) as findings,
    ):
        for row, has_record in ledger.rows():
            tally.add(row)
            results.add(tables.arrow_row(row))
            if has_record:
                result = json.loads(store.record(row["name"]).read_bytes())
                for finding in tables.findings_of(row["name"], result):
                    findings.add(finding)
    figures = _about(run) | tally.figures()
    writing.write({folder / "tenders.csv": tables.tenders_csv((row for row, _ in ledger.rows()), _COLUMNS)})
    writing.write({folder / FIGURES: json.dumps(figures, indent=1, ensure_ascii=False) + "\n"})
    writing.write({folder / PAGE: _page(figures, _linked(ledger))})
    return figures


def _about(run: Run) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "tool": run.tool,
        "checked_on": run.checked_on,
        "complete": run.not_done == 0,
        "not_done": run.not_done,
    }


def _linked(ledger: Ledger) -> Iterator[Row]:
    """The rows with the address of each scorecard, as seen from the page."""
    for row, has_record in ledger.rows():
        yield row | {"scorecard": f"{SCORECARDS}/{quote(row['name'])}.html" if has_record else ""}


def _page(figures: dict[str, Any], rows: Iterator[Row]) -> str:
    from checker.survey.page import to_html

    return to_html(figures, rows)
