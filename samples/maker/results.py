"""What the tool says about a sample pack, kept in a file so that a change of result is seen."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import checker

AS_OF = date(2026, 11, 22)
SCRUBBED = "*"


def result_of(folder: Path) -> dict[str, Any]:
    """The whole result for the PDFs of a folder, in the JSON format, without the tool's version."""
    scorecard = checker.check(sorted(folder.glob("*.pdf")), as_of=AS_OF)
    found: dict[str, Any] = checker.to_dict(scorecard)
    found["tool"] = {**found["tool"], "version": SCRUBBED}
    # Through JSON and back, so that a list and a tuple compare as the reader of the file sees them.
    result: dict[str, Any] = json.loads(json.dumps(found, ensure_ascii=False))
    return result


def write_expected(folder: Path) -> Path:
    """Write the result for a pack to its expected.json and return the path."""
    target = folder / "expected.json"
    text = json.dumps(result_of(folder), ensure_ascii=False, indent=1, sort_keys=True)
    target.write_text(text + "\n", encoding="utf-8")
    return target
