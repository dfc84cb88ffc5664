"""What svcheck finds in real tender documents agrees with what people read in them, and does so less and less badly.

The figures come from ../shared/tools/accuracy.py, which uses the public functions alone. FLOORS holds what was
reached: raise a floor when a figure rises, never lower one. In `texts`, "social value as a whole" (a row without a
theme) is counted as a false theme by that program wherever a text measures or reports without naming a theme; no
named theme is false.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FLOORS: dict[str, dict[str, float]] = {
    "texts": {
        "mentioned": 1.0,
        "scored": 1.0,
        "denied": 1.0,
        "weight": 1.0,
        "false_weight": 1.0,
        "themes": 0.816,
        "obligation": 1.0,
        "measured": 0.966,
        "reporting": 1.0,
        "frameworks": 1.0,
    },
    "documents": {
        "mentioned": 1.0,
        "pages": 1.0,
        "status": 1.0,
        "weights": 1.0,
        "themes": 0.93,
        "frameworks": 1.0,
    },
    "packs": {
        "mentioned": 1.0,
        "status": 1.0,
        "weight_stated": 1.0,
        "weight_effective": 1.0,
        "weight_base": 1.0,
        "conflicts": 1.0,
        "top_level": 1.0,
        "sums": 1.0,
        "themes_stated": 1.0,
        "themes_scored": 1.0,
        "themes_measured": 1.0,
        "frameworks": 1.0,
        "question": 1.0,
        "word_limit": 1.0,
        "checks": 1.0,
        "unreadable": 1.0,
    },
}


@pytest.fixture(scope="module")
def tool(corpus: Path) -> Path:
    """The program that compares results with labels."""
    path = corpus.parent / "tools" / "accuracy.py"
    if not path.exists():
        pytest.skip("the program that compares results with labels is not on this machine")
    return path


@pytest.mark.corpus
@pytest.mark.parametrize("what", FLOORS)
def test_no_figure_falls(
    what: str, tool: Path, corpus: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Each figure on the labelled documents is at least what was reached before; the table is printed."""
    figures = tmp_path / "figures.json"
    where = {
        "texts": [corpus / "texts.jsonl", corpus / "texts-labels.jsonl"],
        "documents": [corpus / "documents.jsonl", corpus / "pdf"],
        "packs": [corpus / "packs"],
    }[what]
    command = [sys.executable, str(tool), "--errors", "20", "--json", str(figures), what, *map(str, where)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    record_property("table", f"{what}\n{run.stdout}")
    reached = json.loads(figures.read_text(encoding="utf-8"))
    fallen = {name: f"{figure(reached[name])} < {floor}" for name, floor in FLOORS[what].items()
              if figure(reached[name]) < floor}  # fmt: skip
    assert fallen == {}


def figure(row: dict[str, Any]) -> float:
    """The one number of a row: the share that is right, else F1."""
    return float(row["right"] if "right" in row else row["F1"])
