"""The results as tables: Parquet for queries, CSV for spreadsheets; the same rows always give the same tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from checker.report.csv import table
from checker.survey.needs import need
from checker.survey.row import COLUMNS, Row

_TEXT = ("name", "title", "buyer", "buyer_type", "jurisdiction", "date", "status", "why", "criterion", "weight_unit")
_TEXTS = (*_TEXT, "weight_base", "pattern", "verdict")
_SHARES = ("priorities_stated", "social_value_scored", "guidance_given", "measured", "reported", "joined_up")
_REALS = ("value_gbp", "weight", "weight_stated")
_NESTED = ("checks", "priorities")
_FINDING = (
    *("tender", "id", "rule", "rule_version", "theme", "kind", "signal", "file", "page", "section", "role", "strength"),
    *("columns", "quote", "sentence", "dropped_because"),
)
_BATCH = 2000
"""Rows that are held before they are written."""


def _arrow() -> Any:
    return need("pyarrow", "survey", "for a survey")


def results_schema(columns: Sequence[str]) -> Any:
    """The columns of results.parquet: one row for each tender. Argument: the keys of a row, in order."""
    arrow = _arrow()
    theme = [(name, arrow.string()) for name in ("theme", "title", "strength", "pattern")]
    nested = {
        "checks": arrow.map_(arrow.string(), arrow.string()),
        "priorities": arrow.list_(arrow.struct([*theme, *((column, arrow.bool_()) for column in COLUMNS)])),
    }
    plain = dict.fromkeys(_TEXTS, arrow.string()) | dict.fromkeys(_REALS, arrow.float64())
    plain |= dict.fromkeys((*_SHARES, "mentioned"), arrow.bool_())
    kinds = plain | nested
    return arrow.schema([(column, kinds.get(column, arrow.int64())) for column in columns])


def findings_schema() -> Any:
    """The columns of findings.parquet: one row for each finding, seen or counted."""
    arrow = _arrow()
    kinds = {"rule_version": arrow.int64(), "page": arrow.int64(), "columns": arrow.list_(arrow.string())}
    return arrow.schema([(column, kinds.get(column, arrow.string())) for column in _FINDING])


def findings_of(name: str, result: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of findings.parquet for one tender, in reading order."""
    for finding in result["findings"]:
        yield {"tender": name} | {column: finding[column] for column in _FINDING[1:]}


class Parquet:
    """A Parquet file written a batch of rows at a time, so that it may be larger than the memory.

    Use it in a `with` block: the file takes its place only when all went well. Arguments: its `place` and `schema`.
    """

    def __init__(self, place: Path, schema: Any) -> None:
        self._arrow = _arrow()
        self._place = place
        self._draft = place.with_name(f".{place.name}.draft")
        self._schema = schema
        self._rows: list[Mapping[str, Any]] = []
        writer = need("pyarrow.parquet", "survey", "for a survey").ParquetWriter
        self._writer = writer(self._draft, schema, compression="zstd")

    def __enter__(self) -> Parquet:
        return self

    def add(self, row: Mapping[str, Any]) -> None:
        """Adds a row."""
        self._rows.append(row)
        if len(self._rows) >= _BATCH:
            self._flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._flush()
        self._writer.close()
        if kind is None:
            self._draft.replace(self._place)
        else:
            self._draft.unlink(missing_ok=True)

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []


def arrow_row(row: Row) -> Row:
    """A row in the form of results.parquet: a map is a list of pairs, in a fixed order."""
    return {**row, "checks": sorted(row["checks"].items())}


def tenders_csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    """tenders.csv: the rows for a spreadsheet, without what does not fit into a cell."""
    kept = [column for column in columns if column not in _NESTED]
    return table(kept, ([_cell(row[column]) for column in kept] for row in rows))


def _cell(value: object) -> object:
    return ("yes" if value else "no") if isinstance(value, bool) else value
