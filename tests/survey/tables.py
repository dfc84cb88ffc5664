"""What a survey left behind, for comparing two of them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet


def rows(out: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a Parquet file of a survey."""
    found: list[dict[str, Any]] = pyarrow.parquet.read_table(out / f"{name}.parquet").to_pylist()
    return found


def figures(out: Path) -> dict[str, Any]:
    """The data of survey.json."""
    found: dict[str, Any] = json.loads((out / "survey.json").read_text(encoding="utf-8"))
    return found


def checks(out: Path) -> dict[str, int]:
    """How often each tender was checked, by the ledger."""
    with closing(sqlite3.connect(out / "ledger.sqlite")) as ledger:
        return dict(ledger.execute("select name, checks from tenders order by name"))


def same(one: Path, other: Path) -> bool:
    """Whether two surveys came to the same: figures, both tables byte for byte, scorecards and results."""
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file() and "ledger" not in path.name)
    others = sorted(
        path.relative_to(other) for path in other.rglob("*") if path.is_file() and "ledger" not in path.name
    )
    return files == others and all((one / file).read_bytes() == (other / file).read_bytes() for file in files)
