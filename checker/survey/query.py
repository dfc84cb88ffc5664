"""Questions to a survey in SQL: DuckDB over its Parquet files, which it can read and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import CheckerError
from checker.report.csv import table
from checker.survey.needs import need
from checker.survey.results import FINDINGS, RESULTS

_TABLES = {"results": RESULTS, "findings": FINDINGS}
_BATCH = 1000
_WIDEST = 60
"""Letters of a cell that are shown on a terminal."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question: the names of its columns, and its rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[Sequence[Any]]


def ask(folder: Path, sql: str) -> Answer:
    """The answer to a question about a survey.

    Arguments: `folder` of its results; `sql`, over the tables `results` (one row for each tender) and `findings`.
    DuckDB is given the two tables as data and may open no file, extension or network address itself. Raises
    CheckerError for a folder without results, for a missing library and for what DuckDB does not understand.
    """
    duckdb = need("duckdb", "survey", "for questions to a survey")
    datasets = need("pyarrow.dataset", "survey", "for questions to a survey")
    database = duckdb.connect(":memory:", config={"enable_external_access": "false"})
    for name, file in _TABLES.items():
        place = folder / file
        if not place.is_file():
            hint = "Run svcheck survey first, and name its folder of results."
            raise CheckerError(f"{folder} holds no {file}.", hint, "no-survey")
        database.register(name, datasets.dataset(str(place), format="parquet"))
    database.execute("set lock_configuration = true")
    try:
        answer = database.execute(sql)
    except duckdb.Error as problem:
        why = " ".join(str(problem).split())
        raise CheckerError(f"The question cannot be answered: {why}", "", "query") from None
    return Answer(tuple(column[0] for column in answer.description or ()), _rows(answer))


def _rows(answer: Any) -> Iterator[Sequence[Any]]:
    while batch := answer.fetchmany(_BATCH):
        yield from batch


def as_text(answer: Answer) -> str:
    """An answer as a table for a terminal; long cells are cut."""
    lines = [answer.columns, *([_cell(value) for value in row] for row in answer.rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in _with_rule(lines, widths))


def as_csv(answer: Answer) -> str:
    """An answer as CSV, whole."""
    return table(answer.columns, answer.rows)


def _with_rule(lines: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterable[Sequence[str]]:
    return [lines[0], ["-" * width for width in widths], *lines[1:]]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    text = " ".join(str(value).split())
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
