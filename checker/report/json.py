"""The scorecard for other programs, as JSON."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any


def to_json(result: dict[str, Any]) -> str:
    """The data of `to_dict` as JSON text, two spaces deep, ending in a new line."""
    return json.dumps(result, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of format 1, as it ships with the package."""
    text = resources.files("checker.report").joinpath("schema/scorecard-1.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
